"""What the clerk meant by a cell left empty: a merge that spans it, 同上, or a block that goes on below its first row.

A filled field keeps the row in which its value was typed (`Row.origins`); each kind of filling is said once a column.
"""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from enforcer.annexes.choices import read_choice
from enforcer.domain.reading import Assumption
from enforcer.domain.row import Place, Row, Table, text_of
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import is_ditto
from enforcer.workbook.book import Sheet
from enforcer.workbook.reading.columns import Columns
from enforcer.workbook.reading.lanes import joined

MERGED: Final = Sentence("“{field}”一栏有{count}格属于合并单元格，按首格的内容读（第{first}至{last}行）")
DITTO: Final = Sentence("“{field}”一栏有{count}格写“同上”一类，按上一行的内容读（第{first}至{last}行）")
BLOCK: Final = Sentence("“{field}”一栏有{count}格空白，按同一项首行的内容读（第{first}至{last}行）")
HEADED: Final = Sentence("“{field}”一栏有{count}格空白，按所在小标题的内容读（第{first}至{last}行）")
_NUMBER, _TIER, _PROCEDURE = "number", "tier", "procedure"
_WIDEST: Final = 3
"""A merge over more columns of the table than this is furniture, or a mistake that is not ours to mend."""
_NEVER_DITTO: Final = frozenset({"id"})


class Filler:
    """Writes what was filled into the rows of one table, and counts it."""

    __slots__ = ("_counts", "_shared", "form", "table")

    def __init__(self, table: Table) -> None:
        """For the rows of this table."""
        self.table, self.form = table, table.form
        self._counts: dict[tuple[str, str], list[int]] = {}
        self._shared: dict[tuple[int, str, int], dict[str, int]] = {}

    def fill(self, kind: Sentence, rows: Sequence[Row], key: str, value: object, *, origin: int) -> None:
        """Gives the field of these rows this value, typed in row `origin`. Rows filled alike share their origins."""
        position, shared = self.form.index[key], self._shared
        for row in rows:
            row.values[position] = value
            if origin != row.number:
                known = (id(row.origins), key, origin)
                if known not in shared:
                    shared[known] = {**(row.origins or {}), key: origin}
                row.origins = shared[known]
        count = self._counts.get((kind.template, key))
        if count is None:
            self._counts[kind.template, key] = count = [0, rows[0].number, rows[-1].number]
        count[0] += len(rows)
        count[1] = min(count[1], rows[0].number)
        count[2] = max(count[2], rows[-1].number)

    def assumptions(self) -> list[Assumption]:
        """One for each kind of filling and column: how many cells, from which row to which; 序号 goes unsaid."""
        made = []
        for (template, key), (count, first, last) in self._counts.items():
            if key == _NUMBER:
                continue
            values = {"field": Sentence(self.form.column(key).header), "count": count, "first": first, "last": last}
            place = Place(self.table.file, self.table.sheet, first, self.table.columns.get(key), key)
            made.append(Assumption(place, Sentence(template, values)))
        return made


def fill_merges(filler: Filler, rows: Sequence[Row], sheet: Sheet, columns: Columns, first: int) -> None:
    """Every cell of a merge says what its first cell says; a merge that begins above row `first` is the header's.

    Merges that overlap, which no program writes, are followed no further than there are cells.
    """
    numbers = [row.number for row in rows]
    keys: dict[int, list[str]] = {}
    for key, sources in columns.sources.items():
        for column in sources:
            keys.setdefault(column, []).append(key)
    cells: dict[tuple[int, int], object] = {}
    left = len(rows) * len(keys)
    for merge in sheet.merges:
        covered = [column for column in keys if merge.left <= column <= merge.right]
        if merge.top < first or not covered or len(covered) > _WIDEST or left < 0:
            continue
        value = sheet.at(merge.top, merge.left)
        for column in () if _is_empty(value) else covered:
            top = merge.top + (column == merge.left)
            followers = rows[bisect_left(numbers, top) : bisect_right(numbers, merge.bottom)]
            left -= len(followers)
            for key in keys[column] if followers else ():
                if len(columns.sources[key]) == 1:
                    filler.fill(MERGED, followers, key, value, origin=merge.top)
                    continue
                for row in followers:
                    cells[row.number, column] = value
                    said = _together(row.number, columns, key, sheet, cells)
                    filler.fill(MERGED, (row,), key, said, origin=merge.top)


def _together(number: int, columns: Columns, key: str, sheet: Sheet, cells: Mapping[tuple[int, int], object]) -> object:
    """What a field of several columns says in this row once the merges are filled."""
    parts: list[object] = [cells.get((number, one), sheet.at(number, one)) for one in columns.sources[key]]
    return joined(columns.joins.get(key), parts)


def fill_dittos(filler: Filler, rows: Sequence[Row], keys: Iterable[str]) -> None:
    """同上 says what the entry above says. Among id numbers it says nothing and stays."""
    for key in keys:
        if filler.form.column(key).kind in _NEVER_DITTO:
            continue
        position = filler.form.index[key]
        above: Row | None = None
        for row in rows:
            value = row.values[position]
            if above is not None and type(value) is str and is_ditto(value) and above.values[position] is not None:
                origin = above.origins.get(key, above.number) if above.origins else above.number
                filler.fill(DITTO, (row,), key, above.values[position], origin=origin)
            above = row


def fill_blocks(filler: Filler, rows: Sequence[Row], breaks: Iterable[int] = ()) -> None:
    """A blank under a column that stands once for several rows says what the block's first row says.

    A block ends at a new 序号 or a new leading text (违法行为), at a section (`breaks` are their rows), and where the
    tiers begin anew in a row that says nothing but its tier.
    """
    form = filler.form
    keys = [one.key for one in form.columns if one.block and one.key in filler.table.columns]
    blank = [key for key in keys if any(_is_empty(row.values[form.index[key]]) for row in rows)]
    if not blank:
        return
    walk = _Blocks(filler, rows, keys)
    stops = sorted(breaks, reverse=True)
    held: dict[str, tuple[object, int]] = {}
    for row in rows:
        ends = walk.ends_before(row)
        while stops and stops[-1] < row.number:
            stops.pop()
            ends = True
        if ends:
            held = {}
        for key in blank:
            value = row.values[form.index[key]]
            if not _is_empty(value):
                held[key] = value, row.origins.get(key, row.number) if row.origins else row.number
            elif key in held:
                value, origin = held[key]
                filler.fill(BLOCK, (row,), key, value, origin=origin)


def fill_headed(filler: Filler, rows: Sequence[Row], sections: Iterable[tuple[int, str]]) -> None:
    """A blank 程序类别 says what the heading above it names (二、简易程序); `sections` has their rows and texts."""
    position = filler.form.index.get(_PROCEDURE)
    if position is None:
        return
    choices = filler.form.column(_PROCEDURE).choices
    headings = [(number, read_choice(_PROCEDURE, choices, text)) for number, text in sections]
    for (number, named), (below, _) in pairwise([*headings, (sys.maxsize, None)]):
        under = [row for row in rows if number < row.number < below and _is_empty(row.values[position])]
        if named and under:
            filler.fill(HEADED, under, _PROCEDURE, named, origin=number)


class _Blocks:
    """Where one block ends and the next begins, told row by row, downwards."""

    __slots__ = ("_delimiters", "_held", "_tier", "_tiers")

    def __init__(self, filler: Filler, rows: Sequence[Row], keys: Sequence[str]) -> None:
        form = filler.form
        lead = next((form.index[key] for key in keys if form.column(key).element), None)
        number = (
            form.index[_NUMBER] if _NUMBER in keys and _tells_blocks_apart(rows, form.index[_NUMBER], lead) else None
        )
        self._delimiters = [position for position in (number, lead) if position is not None]
        self._held: dict[int, object] = {}
        self._tier = form.index.get(_TIER)
        self._tiers: set[object] = set()

    def ends_before(self, row: Row) -> bool:
        """Whether another block begins with this row, the next one down."""
        values = row.values
        tier = None if self._tier is None else values[self._tier]
        new = False
        for position in self._delimiters:
            value = values[position]
            if value is not None and not _is_empty(value) and _differ(value, self._held.get(position)):
                new = True
        if not new and tier is not None and tier in self._tiers:
            new = all(_is_empty(value) for position, value in enumerate(values) if position != self._tier)
        if new:
            self._held = {}
            self._tiers = set()
        for position in self._delimiters:
            if not _is_empty(values[position]):
                self._held[position] = values[position]
        self._tiers.add(tier)
        return new


def _tells_blocks_apart(rows: Sequence[Row], number: int, lead: int | None) -> bool:
    """序号 does, unless each row has one of its own while most rows leave the leading column blank."""
    if lead is None:
        return True
    numbers = {text_of(row.values[number]) for row in rows} - {""}
    return len(numbers) < len(rows) or 2 * sum(not _is_empty(row.values[lead]) for row in rows) >= len(rows)


def _differ(value: object, held: object) -> bool:
    return value != held and text_of(value) != text_of(held)


def _is_empty(value: object) -> bool:
    return value is None or (type(value) is str and not value.strip())
