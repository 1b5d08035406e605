"""Sheets as a clerk types them, cell by cell, before any file format."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from enforcer.domain.form import Form

Value: TypeAlias = object
Merge: TypeAlias = tuple[int, int, int, int]


@dataclass(slots=True)
class Sheet:
    """A sheet: cells by row and column from 1, merges as top, left, bottom, right; column widths in characters."""

    name: str
    cells: dict[tuple[int, int], Value] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    row: int = 0
    """The last row written."""

    def put(self, row: int, column: int, value: Value) -> None:
        """One cell; None and "" leave it empty."""
        self.row = max(self.row, row)
        if value not in (None, ""):
            self.cells[row, column] = value

    def add(self, values: Iterable[Value], column: int = 1) -> int:
        """A further row below the last one, from this column on; its number."""
        self.row += 1
        for place, value in enumerate(values, column):
            self.put(self.row, place, value)
        return self.row

    def skip(self, rows: int = 1) -> None:
        """Leaves rows blank."""
        self.row += rows

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Makes one cell of these; it says what its first cell says."""
        if (top, left) != (bottom, right):
            self.merges.append((top, left, bottom, right))

    def band(self, text: str, last: int) -> int:
        """A further row with one text merged over all columns up to `last`; its number."""
        row = self.add([text])
        self.merge(row, 1, row, last)
        return row

    def grid(self) -> list[list[Value]]:
        """All rows from the first, each as wide as the widest."""
        wide = max((column for _, column in self.cells), default=1)
        return [[self.cells.get((row, column)) for column in range(1, wide + 1)] for row in range(1, self.row + 1)]


def table(
    form: Form,
    title: str,
    lines: Sequence[str],
    rows: Iterable[Mapping[str, Value]],
    *,
    keys: Sequence[str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Sheet:
    """A plain table: title, one header line a row, column headers, entries.

    `keys` are the columns in their order, all of the form where None; `headers` are other words for some of them.
    """
    keys = keys or [column.key for column in form.columns]
    sheet = Sheet(form.sheet)
    sheet.band(title, len(keys))
    for line in lines:
        sheet.band(line, len(keys))
    sheet.add((headers or {}).get(key, form.column(key).header) for key in keys)
    for cells in rows:
        sheet.add(cells.get(key) for key in keys)
    set_widths(sheet, form, keys)
    return sheet


def set_widths(sheet: Sheet, form: Form, keys: Iterable[str]) -> None:
    """Columns as wide as the form wants them."""
    sheet.widths.update({place: form.column(key).width for place, key in enumerate(keys, 1)})


def line(form: Form, header: Mapping[str, Value], *keys: str) -> str:
    """Several header lines in one cell: 填报单位（盖章）：… 填表人：…"""
    seal = {"unit": "（盖章）"}
    parts = (
        f"{field.label}{seal.get(field.key, '')}：{header[field.key]}"
        for field in form.header
        if field.key in header and (not keys or field.key in keys)
    )
    return "　".join(parts)
