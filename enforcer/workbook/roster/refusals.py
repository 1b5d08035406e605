"""What a cell of the roster refuses, and what it says about itself when it is chosen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from enforcer.domain.row import column_letters
from enforcer.workbook.blank import formulas
from enforcer.workbook.blank.refusals import fitted

if TYPE_CHECKING:
    from enforcer.workbook.roster.columns import RosterColumn

_FIRST_DAY, _LAST_DAY = date(1950, 1, 1), date(2099, 12, 31)
_LONGEST: Final = {"code": 30, "name": 60}
_LONGEST_TEXT: Final = 200
_SHORTEST_PHONE, _LONGEST_PHONE = 7, 40


def refusal(column: RosterColumn, number: int, first_row: int, last_row: int) -> dict[str, Any]:
    """The validation of that column (`number` from 0) on these rows, which stops a wrong entry."""
    said = f"{column.help}\n例：{column.right}"
    return {
        **_rule(column, number, first_row, last_row),
        "error_type": "stop",
        "show_error": True,
        "input_title": fitted(column.header, 30),
        "input_message": fitted(said),
    }


def _rule(column: RosterColumn, number: int, first_row: int, last_row: int) -> dict[str, Any]:
    letters = column_letters(number + 1)
    first = f"{letters}{first_row}"
    if column.kind == "choice":
        message = f"“{column.header}”请点单元格右边的箭头选择，只能填：{'、'.join(column.choices)}。"
        return _refused("请从列表中选择", message, validate="list", source=list(column.choices))
    if column.kind == "date":
        message = f"“{column.header}”请写成2014-06-30这样的日期，年、月、日都要写，用半角数字和短横线。"
        days = {"criteria": "between", "minimum": _FIRST_DAY, "maximum": _LAST_DAY}
        return _refused("请填写日期", message, validate="date", **days)
    if column.kind == "phone":
        message = f"“{column.header}”请写完整号码，例如0533-0000000；有几个号码的用顿号隔开。"
        lengths = {"criteria": "between", "minimum": _SHORTEST_PHONE, "maximum": _LONGEST_PHONE}
        return _refused("长度不对", message, validate="length", **lengths)
    if column.key in _LONGEST:
        alone = formulas.alone(first, f"{letters}${first_row}:{letters}${last_row}")
        message = f"“{column.header}”与另一行的重复，或者超过{_LONGEST[column.key]}个字。一个单位只填一行。"
        value = f"=AND(LEN({first})<={_LONGEST[column.key]},{alone})"
        return _refused("重复或者过长", message, validate="custom", value=value)
    if column.key == "mail":
        message = f"“{column.header}”里要有@，例如{column.right}；没有邮箱的空着。"
        return _refused("不像邮箱地址", message, validate="custom", value=f'=ISNUMBER(FIND("@",{first}))')
    message = f"“{column.header}”不能超过{_LONGEST_TEXT}个字。"
    return _refused("太长", message, validate="length", criteria="<=", value=_LONGEST_TEXT)


def _refused(title: str, message: str, **rule: object) -> dict[str, Any]:
    return {**rule, "error_title": title, "error_message": fitted(message)}
