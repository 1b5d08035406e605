"""Where everything stands on a blank: a pure function of the form, for the writer and for who fills a blank."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from enforcer.domain.form import Form, HeaderField

ANNEX_ROW = 1
TITLE_ROW = 2

_FIRST_HEADER_LINE = 3
_MOST_LINES = 3
_TOLERATED = 2
_SEALED = "unit"
_VALUE_WIDTHS = {"unit": 26, "date": 12, "year": 8, "document_number": 22, "choice": 10, "phone": 16}
_OTHER_WIDTH = 14
_SHORTFALL = 20


class Span(NamedTuple):
    """Cells of one row from `first` to `last` column, numbers as Excel counts them; merged where more than one."""

    row: int
    first: int
    last: int


class HeaderCell(NamedTuple):
    """A header line: where its label stands, and where its value is typed (`value.row`, `value.first`)."""

    label: Span
    value: Span


@dataclass(frozen=True, slots=True)
class Layout:
    """Rows and columns of a blank, as Excel counts them.

    `header_row` holds the columns' headers, `first_row` the first numbered entry; `columns` and `header_cells` go
    by the form's keys. One entry takes `entry_rows` rows: one for each tier that a form sets, else one.
    """

    header_row: int
    first_row: int
    columns: Mapping[str, int]
    header_cells: Mapping[str, HeaderCell]
    entry_rows: int

    def last_row(self, entries: int) -> int:
        """The last row of a blank with this many numbered entries."""
        return self.first_row + entries * self.entry_rows - 1


def layout(form: Form) -> Layout:
    """The layout of this form's blank: annex line, title, header lines in pairs, column headers, entries."""
    lines, spans = _header_lines(form)
    cells = {
        field.key: HeaderCell(Span(row, *spans[2 * place]), Span(row, *spans[2 * place + 1]))
        for row, line in enumerate(lines, _FIRST_HEADER_LINE)
        for place, field in enumerate(line)
    }
    header_row = _FIRST_HEADER_LINE + len(lines)
    return Layout(
        header_row=header_row,
        first_row=header_row + 1,
        columns={column.key: number for number, column in enumerate(form.columns, 1)},
        header_cells=cells,
        entry_rows=len(form.tiers) or 1,
    )


def label_text(field: HeaderField) -> str:
    """The label as printed: 填报单位（盖章）：, for the filing is sealed (二（八）)."""
    return f"{field.label}（盖章）：" if field.key == _SEALED else f"{field.label}："


def display_width(text: str) -> int:
    """How many half-width characters the text takes on a line."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _header_lines(form: Form) -> tuple[list[tuple[HeaderField, ...]], list[tuple[int, int]]]:
    """The header fields line by line, and the columns of their grid: as few lines as hold every label legibly."""
    widths = [column.width for column in form.columns]
    most_pairs = max(1, len(widths) // 2)
    lines: list[tuple[HeaderField, ...]] = []
    spans: list[tuple[int, int]] = []
    for count in range(1, len(form.header) + 1):
        pairs = -(-len(form.header) // count)
        if pairs > most_pairs:
            continue
        lines = [form.header[start : start + pairs] for start in range(0, len(form.header), pairs)]
        needs = _needs(lines, pairs)
        spans = _spans(widths, needs)
        shortest = min(sum(widths[first - 1 : last]) - need for (first, last), need in zip(spans, needs, strict=True))
        if count >= _MOST_LINES or shortest >= -_TOLERATED:
            break
    return lines, spans


def _needs(lines: Sequence[Sequence[HeaderField]], pairs: int) -> list[int]:
    """The width that each label and value column of the header lines needs, so that the lines stand in a grid."""
    needs = [0] * (2 * pairs)
    for line in lines:
        for place, field in enumerate(line):
            value = _VALUE_WIDTHS.get(field.kind, _OTHER_WIDTH)
            needs[2 * place] = max(needs[2 * place], display_width(label_text(field)))
            needs[2 * place + 1] = max(needs[2 * place + 1], value)
    return needs


def _spans(widths: Sequence[int], needs: Sequence[int]) -> list[tuple[int, int]]:
    """The columns (first, last) for each need, left to right: as little too narrow or too wide as can be."""
    ends = [0]
    for width in widths:
        ends.append(ends[-1] + width)

    def cost(first: int, last: int, need: int) -> int:
        surplus = ends[last] - ends[first] - need
        return surplus if surplus >= 0 else _SHORTFALL * surplus * surplus

    columns = len(widths)
    best: list[dict[int, tuple[int, list[int]]]] = [{0: (0, [])}]
    for number, need in enumerate(needs, 1):
        reached: dict[int, tuple[int, list[int]]] = {}
        for start, (spent, cuts) in best[-1].items():
            for end in range(start + 1, columns - (len(needs) - number) + 1):
                total = spent + cost(start, end, need)
                if end not in reached or total < reached[end][0]:
                    reached[end] = (total, [*cuts, end])
        best.append(reached)
    cuts = [0, *min(best[-1].values())[1]]
    return [(first + 1, last) for first, last in pairwise(cuts)]
