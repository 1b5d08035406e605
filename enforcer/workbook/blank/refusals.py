"""What a cell of a blank refuses: data validations that stop a wrong entry and say what is expected."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from enforcer.domain.row import column_letters
from enforcer.workbook.blank import formulas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from enforcer.domain.form import Column, HeaderField
    from enforcer.workbook.blank.workings import Workings
    from enforcer.workbook.layout import Span

# Limits of the file format itself, in UTF-16 units.
_LONGEST_LIST = 255
_LONGEST_MESSAGE = 225
_LONGEST_TITLE = 32

_FIRST_DAY, _LAST_DAY = date(1950, 1, 1), date(2099, 12, 31)
FIRST_YEAR, LAST_YEAR = 2000, 2099
_MOST_NUMBER: Final = 99_999
_CHOICES_SHOWN: Final = 80


class Length(NamedTuple):
    """How many characters an entry of some kind may have, and how to say it."""

    least: int
    most: int
    expected: str


_ID_EXPECTED = "应为18位，与身份证完全一致：前17位是数字，末位是数字或X，中间不加空格；同一人只登记一行。"
_CREDENTIAL_EXPECTED = "请写证件上的完整编号，有几个编号的用顿号隔开；尚未领到证件的空着，在“备注”写“申领中”。"
_LENGTHS: dict[str, Length] = {
    "month": Length(6, 11, "请写年和月，例如1980-01。"),
    "phone": Length(7, 40, "请写完整号码，例如0533-0000000；有两个号码的用顿号隔开。"),
    "credential": Length(4, 200, _CREDENTIAL_EXPECTED),
    "document_number": Length(6, 60, "请写完整文号，例如桓安监发〔2014〕12号。"),
}


class Refusals:
    """Puts validations on a sheet and counts them; a list too long for one stands among the workings, by name."""

    def __init__(self, sheet: Worksheet, workings: Workings) -> None:
        self._sheet = sheet
        self._workings = workings
        self._named = 0
        self.count = 0

    def add(self, field: HeaderField | Column, name: str, cells: Span, last_row: int, *, once: bool = False) -> None:
        """What an entry of this field must be, on these cells down to `last_row`; some kinds take any text.

        With `once`, no two entries may be the same.
        """
        rule = self._rule(field, name)
        if once:
            rule = self._standing_once(field, name, cells, last_row)
        if rule:
            self._add({**rule, **_hint(field, name), "error_type": "stop"}, cells, last_row)

    def suggest(self, column: Column, choices: Sequence[str], cells: Span, last_row: int) -> None:
        """A list to choose from that warns, but lets another word stand when the clerk insists."""
        message = f"“{column.header}”一般填{'、'.join(choices)}。执行省、市标准的，可以照该标准的写法填写。"
        rule = _refusal("不在列表中", message, validate="list", source=self._source(choices))
        self._add({**rule, **_hint(column, column.header), "error_type": "warning"}, cells, last_row)

    def _add(self, options: dict[str, Any], cells: Span, last_row: int) -> None:
        self._sheet.data_validation(cells.row - 1, cells.first - 1, last_row - 1, cells.last - 1, options)
        self.count += 1

    def _rule(self, field: HeaderField | Column, name: str) -> dict[str, Any] | None:
        kind = field.kind
        if field.choices:
            message = f"“{name}”请点单元格右边的箭头选择，只能填：{'、'.join(field.choices)}。"
            return _refusal("请从列表中选择", message, validate="list", source=self._source(field.choices))
        if kind == "date":
            message = f"“{name}”请写成2014-06-30这样的日期，年、月、日都要写，用半角数字和短横线。"
            return _refusal("请填写日期", message, **_between("date", _FIRST_DAY, _LAST_DAY))
        if kind == "year":
            message = f"“{name}”请写四位数字，例如2014，不写“年”字。"
            return _refusal("请填写年份", message, **_between("integer", FIRST_YEAR, LAST_YEAR))
        if kind == "number":
            message = f"“{name}”请写整数，例如1，不写“第”字和标点。"
            return _refusal("请填写整数", message, **_between("integer", 1, _MOST_NUMBER))
        if kind in _LENGTHS:
            least, most, expected = _LENGTHS[kind]
            return _refusal("长度不对", f"“{name}”{expected}", **_between("length", least, most))
        return None

    @staticmethod
    def _standing_once(field: HeaderField | Column, name: str, cells: Span, last_row: int) -> dict[str, Any]:
        """A formula about the first cell, which the program moves on for the others."""
        letters = column_letters(cells.first)
        first = f"{letters}{cells.row}"
        alone = formulas.alone(first, f"{letters}${cells.row}:{letters}${last_row}")
        if field.kind == "id":
            sound = formulas.sound_id(first)
            message = f"“{name}”{_ID_EXPECTED}请对照身份证重新输入。"
            return _refusal("号码有误或者重复", message, validate="custom", value=f"={sound}*({alone})")
        if field.kind == "credential":
            least, most, expected = _LENGTHS["credential"]
            long_enough = f"LEN({first})>={least},LEN({first})<={most}"
            message = f"“{name}”长度不对，或者与另一人的重复。{expected}"
            return _refusal("证号有误或者重复", message, validate="custom", value=f"=AND({long_enough},{alone})")
        message = f"“{name}”已经填在另一项里，每项的编码各不相同；还没有编码的填“无”。"
        none_yet = f'{first}="无"'
        return _refusal("编码重复", message, validate="custom", value=f"=OR({none_yet},{alone})")

    def _source(self, choices: Sequence[str]) -> list[str] | str:
        """The list itself, or, where the file format could not hold it, the name of a range among the workings."""
        plain = all(re.fullmatch(r'[^\s,"=](?:[^,"]*[^\s,"])?', choice) for choice in choices)
        if plain and _utf16(",".join(choices)) <= _LONGEST_LIST:
            return list(choices)
        self._named += 1
        return f"={self._workings.put(f'_choices_{self._named}', choices)}"


def fitted(message: str, longest: int = _LONGEST_MESSAGE) -> str:
    """The message, cut where a dialogue box could not hold it."""
    return message if _utf16(message) <= longest else message[: longest // 2] + "……"


def _hint(field: HeaderField | Column, name: str) -> dict[str, Any]:
    """What is shown beside the cell as soon as it is chosen."""
    example = "" if field.kind == "id" else f"\n例：{field.right}"
    choices = f"\n可填：{'、'.join(field.choices)}" if field.choices else example
    said = field.help if len(choices) > _CHOICES_SHOWN else f"{field.help}{choices}"
    return {"input_title": fitted(name, _LONGEST_TITLE - 2), "input_message": fitted(said)}


def _between(validate: str, minimum: object, maximum: object) -> dict[str, Any]:
    return {"validate": validate, "criteria": "between", "minimum": minimum, "maximum": maximum}


def _refusal(title: str, message: str, **rule: object) -> dict[str, Any]:
    return {**rule, "error_title": title, "error_message": fitted(message)}


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
