"""What a marked copy remembers of itself, on a very hidden sheet: by it the copy is known when it is filed again.

The sheet holds no value of any cell, only keyed hashes of values: a written answer counts while its cell is unchanged.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from enforcer.domain.reading import Explanation
from enforcer.domain.row import Place, text_of
from enforcer.workbook.book import Book, Sheet, Value

MEMORY_SHEET: Final = "_enforcer_marks"
FRONT_SHEET: Final = "审核意见"
ANSWER_HEADER: Final = "说明（由单位填写）"
SCHEMA: Final = "enforcer/marks/1"
STYLE, OWN, COLUMN, FINDING = "style", "own", "column", "finding"
MOST_REMEMBERED: Final = 50_000
_LONGEST_ANSWER: Final = 2_000
_HASH_BYTES: Final = 12
_WHOLE_ROW: Final = 0


class AnswerColumn(NamedTuple):
    """The column for written answers on a sheet."""

    sheet: str
    header_row: int
    column: int


class Remembered(NamedTuple):
    """A soft finding that was marked: its code, its column (0: the whole row) and the hash of what was typed."""

    code: str
    column: int
    fingerprint: str


class Memory(NamedTuple):
    """The marks of a marked copy: its front sheet's name, its answer columns, its soft findings.

    `palette` has the rows of the hidden sheet whose second cell bears the format of a mark and whose third the format
    that the cell had before; `own` those whose second cell bears a format of an answer cell.
    """

    salt: str
    front: str
    columns: tuple[AnswerColumn, ...]
    findings: frozenset[Remembered]
    palette: tuple[int, ...]
    own: tuple[int, ...]

    def column_of(self, sheet: str) -> AnswerColumn | None:
        """The answer column on that sheet."""
        return next((one for one in self.columns if one.sheet == sheet), None)


def memory_of(book: Book) -> Memory | None:
    """What the book remembers of having been marked; None where it is no marked copy, or no longer whole enough."""
    sheet = next((one for one in book.sheets if one.name == MEMORY_SHEET), None)
    if sheet is None or sheet.first_row != 1 or sheet.first_column != 1 or not sheet.rows:
        return None
    rows = [[text_of(value) for value in row] + [""] * 4 for row in sheet.rows[: MOST_REMEMBERED * 2]]
    if rows[0][0] != SCHEMA:
        return None
    kinds = [row[0] for row in rows]
    return Memory(
        rows[0][1],
        rows[0][2] or FRONT_SHEET,
        tuple(_columns(book, [row for row in rows if row[0] == COLUMN])),
        frozenset(Remembered(row[1], _whole(row[2]), row[3]) for row in rows if row[0] == FINDING),
        tuple(number for number, kind in enumerate(kinds, 1) if kind == STYLE),
        tuple(number for number, kind in enumerate(kinds, 1) if kind == OWN),
    )


def _columns(book: Book, rows: Sequence[Sequence[str]]) -> Iterator[AnswerColumn]:
    """Where the answer columns stand now: by the header that only they bear, wherever rows or columns were put in."""
    sheets = {row[1] for row in rows}
    for sheet in book.sheets:
        # A sheet that was renamed keeps its header; a sheet that never had the column is not searched.
        if sheet.name in sheets or sheets.isdisjoint(one.name for one in book.sheets):
            found = _header(sheet)
            if found is not None:
                yield AnswerColumn(sheet.name, *found)


def _header(sheet: Sheet) -> tuple[int, int] | None:
    for row, values in enumerate(sheet.rows, sheet.first_row):
        if ANSWER_HEADER in values:
            return row, sheet.first_column + values.index(ANSWER_HEADER)
    return None


def fingerprint(salt: str, code: str, sheet: Sheet, row: int, column: int, *, beside: int = 0) -> str:
    """The keyed hash of what stands in a cell (column 0: in the whole row but for column `beside`)."""
    if column == _WHOLE_ROW:
        place = row - sheet.first_row
        values: Sequence[Value] = sheet.rows[place] if 0 <= place < len(sheet.rows) else ()
        # A cell that is only empty space at the end of the row is no difference.
        texts = [text_of(one) for at, one in enumerate(values, sheet.first_column) if at != beside]
        texts = [""] * (sheet.first_column - 1) + texts
        typed = "\x1f".join(texts).rstrip("\x1f")
    else:
        typed = text_of(sheet.at(row, column)) or sheet.errors.get((row, column), "")
    key = hashlib.blake2b(salt.encode(), digest_size=32).digest()
    return hashlib.blake2b(
        f"{code}\x1f{column}\x1f{typed}".encode("utf-8", "replace"), key=key, digest_size=_HASH_BYTES
    ).hexdigest()


def unmarked(book: Book, memory: Memory) -> Book:
    """The book without what the marking added: front sheet, hidden sheet, answer columns."""
    sheets = []
    for sheet in book.sheets:
        if sheet.name in (MEMORY_SHEET, memory.front):
            continue
        column = memory.column_of(sheet.name)
        sheets.append(sheet if column is None else _without(sheet, column.column))
    return book._replace(sheets=tuple(sheets))


def _without(sheet: Sheet, column: int) -> Sheet:
    """The sheet with a column emptied; cut off where nothing stands to its right."""
    place = column - sheet.first_column
    if all(value is None for row in sheet.rows for value in row[place + 1 :]):
        rows = [row[:place] for row in sheet.rows]
        while rows and all(row and row[-1] is None for row in rows):
            rows = [row[:-1] for row in rows]
    else:
        rows = [[*row[:place], None, *row[place + 1 :]] for row in sheet.rows]
    while rows and all(value is None for value in rows[-1]):
        rows.pop()
    return replace(sheet, rows=rows)


def answers(sheet: Sheet, column: AnswerColumn) -> dict[int, str]:
    """Row -> what the unit wrote in it."""
    place = column.column - sheet.first_column
    texts = ((number, text_of(row[place])) for number, row in enumerate(sheet.rows, sheet.first_row))
    return {number: text[:_LONGEST_ANSWER] for number, text in texts if text and number != column.header_row}


def explanations(book: Book, memory: Memory) -> tuple[Explanation, ...]:
    """The unit's answers to soft findings whose cells are as they were when they were marked.

    Where rows were moved the answer moves with them; a cell that was changed since has no explanation.
    """
    by_column: Mapping[int, list[Remembered]] = _grouped(memory.findings)
    found = []
    for column in memory.columns:
        sheet = next(one for one in book.sheets if one.name == column.sheet)
        for row, text in answers(sheet, column).items():
            for at, remembered in by_column.items():
                codes = {one.code for one in remembered}
                known = {(one.code, one.fingerprint) for one in remembered}
                for code in sorted(codes):
                    seen = fingerprint(memory.salt, code, sheet, row, at, beside=column.column)
                    if (code, seen) in known:
                        place = Place(book.name, sheet.name, row, at or None)
                        found.append(Explanation(code, place, text, seen))
    return tuple(found)


def _grouped(findings: frozenset[Remembered]) -> dict[int, list[Remembered]]:
    grouped: dict[int, list[Remembered]] = {}
    for one in findings:
        grouped.setdefault(one.column, []).append(one)
    return grouped


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 5 else 0  # noqa: PLR2004 - XFD is 16384
