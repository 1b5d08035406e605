"""Rows of a table as read, and the places of their cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from enforcer.domain.form import Form

_LETTERS = 26


class Place(NamedTuple):
    """Where a thing stands: a file, and in it perhaps a sheet, a row and a column (numbers as Excel shows them)."""

    file: str
    sheet: str | None = None
    row: int | None = None
    column: int | None = None
    field: str | None = None

    @property
    def cell(self) -> str | None:
        """F12; 12 for a whole row; None for a whole sheet or file."""
        if self.row is None:
            return None
        return f"{column_letters(self.column)}{self.row}" if self.column else str(self.row)

    @property
    def address(self) -> str:
        """裁量基准!F12, or the sheet or the file alone."""
        if self.sheet is None:
            return self.file
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet


def column_letters(number: int) -> str:
    """1 -> A, 27 -> AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


class Table(NamedTuple):
    """The table on a sheet: which form it follows, and which column of the sheet holds which field.

    `columns` has the form's column keys; a field that the sheet lacks is not in it.
    """

    file: str
    sheet: str
    form: Form
    columns: Mapping[str, int]


@dataclass(slots=True)
class Row:
    """One row of a table: raw values in the order of the form's columns, None where the sheet has none.

    `origins` tells for a filled-down field the row in which its value was typed.
    Not frozen for the speed of ten thousand of them; nobody writes to it after the reader.
    """

    table: Table
    number: int
    values: list[object]
    origins: Mapping[str, int] | None = None

    def __getitem__(self, key: str) -> str:
        """The text typed for this field, without outer white space; "" where nothing was typed."""
        value = self.values[self.table.form.index[key]]
        return value.strip() if type(value) is str else text_of(value)

    def raw(self, key: str) -> object:
        """The value as the file holds it: str, int, float, bool, date, datetime, time or None."""
        return self.values[self.table.form.index[key]]

    def has(self, key: str) -> bool:
        """Whether the sheet has a column for this field at all."""
        return key in self.table.columns

    def place(self, key: str | None = None) -> Place:
        """Where this field's value was typed, or the row as a whole."""
        table = self.table
        if key is None:
            return Place(table.file, table.sheet, self.number)
        number = self.origins.get(key, self.number) if self.origins else self.number
        return Place(table.file, table.sheet, number, table.columns.get(key), key)


def text_of(value: object) -> str:
    """A raw cell value as the text a person sees: 12.0 is 12, a day is 2014-06-30, None is nothing."""
    if type(value) is str:
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime):
        midnight = value.hour == value.minute == value.second == 0
        value = value.date() if midnight else value.isoformat(" ", "seconds")
    return str(value).strip()
