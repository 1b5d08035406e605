"""What a cell of a blank refuses: data validations that stop a wrong entry and say what is expected."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from enforcer.domain.row import column_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from enforcer.domain.form import Kind
    from enforcer.workbook.layout import Span

# Limits of the file format itself, in UTF-16 units.
_LONGEST_LIST = 255
_LONGEST_MESSAGE = 225
# Columns A and B of the sheet belong to the mark.
_LISTS_COLUMN = 4

_FIRST_DAY, _LAST_DAY = date(1950, 1, 1), date(2099, 12, 31)
FIRST_YEAR, LAST_YEAR = 2000, 2099


class Length(NamedTuple):
    """How many characters an entry of some kind may have, and how to say it."""

    least: int
    most: int
    expected: str


_LENGTHS: dict[str, Length] = {
    "id": Length(18, 18, "应为18位：前17位是数字，末位是数字或X。请核对后重新输入，中间不加空格。"),
    "month": Length(6, 11, "请写年和月，例如1980-01。"),
    "phone": Length(7, 40, "请写完整号码，例如0533-0000000；有两个号码的用顿号隔开。"),
    "credential": Length(
        4, 200, "请写证件上的完整编号，有几个编号的用顿号隔开；尚未领到证件的空着，在“备注”写“申领中”。"
    ),
    "document_number": Length(6, 60, "请写完整文号，例如桓安监发〔2014〕12号。"),
}


class Refusals:
    """Puts validations on a sheet and counts them; a list too long for one stands on the `lists` sheet, by name."""

    def __init__(self, workbook: Workbook, sheet: Worksheet, lists: Worksheet) -> None:
        self._workbook = workbook
        self._sheet = sheet
        self._lists = lists
        self._named = 0
        self.count = 0

    def add(self, kind: Kind, name: str, choices: Sequence[str], cells: Span, last_row: int | None = None) -> None:
        """What an entry of this kind must be, on these cells down to `last_row`; some kinds take any text."""
        rule = self._rule(kind, name, choices)
        if rule:
            self._add({**rule, "error_type": "stop"}, cells, last_row)

    def suggest(self, name: str, choices: Sequence[str], cells: Span, last_row: int | None = None) -> None:
        """A list to choose from that warns, but lets another word stand when the clerk insists."""
        message = fitted(f"“{name}”一般填{'、'.join(choices)}。执行省、市标准的，可以照该标准的写法填写。")
        rule = {
            "validate": "list",
            "source": self._source(choices),
            "error_title": "不在列表中",
            "error_message": message,
        }
        self._add({**rule, "error_type": "warning"}, cells, last_row)

    def _add(self, options: dict[str, Any], cells: Span, last_row: int | None) -> None:
        last = cells.row if last_row is None else last_row
        self._sheet.data_validation(cells.row - 1, cells.first - 1, last - 1, cells.last - 1, options)
        self.count += 1

    def _rule(self, kind: Kind, name: str, choices: Sequence[str]) -> dict[str, Any] | None:
        if choices:
            message = f"“{name}”请点单元格右边的箭头选择，只能填：{'、'.join(choices)}。"
            return _refusal("请从列表中选择", message, validate="list", source=self._source(choices))
        if kind == "date":
            message = f"“{name}”请写成2014-06-30这样的日期，年、月、日都要写，用半角数字和短横线。"
            return _refusal(
                "请填写日期", message, validate="date", criteria="between", minimum=_FIRST_DAY, maximum=_LAST_DAY
            )
        if kind == "year":
            message = f"“{name}”请写四位数字，例如2014，不写“年”字。"
            return _refusal(
                "请填写年份", message, validate="integer", criteria="between", minimum=FIRST_YEAR, maximum=LAST_YEAR
            )
        if kind in _LENGTHS:
            least, most, expected = _LENGTHS[kind]
            return _refusal(
                "长度不对", f"“{name}”{expected}", validate="length", criteria="between", minimum=least, maximum=most
            )
        return None

    def _source(self, choices: Sequence[str]) -> list[str] | str:
        """The list itself, or, where the file format could not hold it, the name of a range on the lists sheet."""
        plain = all(re.fullmatch(r'[^\s,"=](?:[^,"]*[^\s,"])?', choice) for choice in choices)
        if plain and _utf16(",".join(choices)) <= _LONGEST_LIST:
            return list(choices)
        column = _LISTS_COLUMN + self._named - 1
        self._named += 1
        for row, choice in enumerate(choices):
            self._lists.write_string(row, column, choice)
        name = f"_choices_{self._named}"
        letters = column_letters(column + 1)
        sheet = self._lists.get_name()
        self._workbook.define_name(name, f"='{sheet}'!${letters}$1:${letters}${len(choices)}")
        return f"={name}"


def fitted(message: str) -> str:
    """The message, cut where a dialogue box could not hold it."""
    return message if _utf16(message) <= _LONGEST_MESSAGE else message[: _LONGEST_MESSAGE // 2] + "……"


def _refusal(title: str, message: str, **rule: object) -> dict[str, Any]:
    return {**rule, "error_title": title, "error_message": fitted(message)}


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
