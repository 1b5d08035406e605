"""单位×事项: the state of each duty by colour and by word, totals both ways, exemptions with their reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enforcer.county.duty_words import COPIES, OWN_DAY, STATES
from enforcer.domain.sentence import Sentence
from enforcer.reports.punctuation import noted
from enforcer.reports.xlsx.book import Book, Column
from enforcer.reports.xlsx.colours import DUTY_TINTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlsxwriter.worksheet import Worksheet

    from enforcer.domain.sentence import Translate
    from enforcer.reports.sections.matrix import Cell, Matrix, MatrixRow
    from enforcer.reports.sections.matrix import Column as Obligated

_UNIT_WIDTH, _CELL_WIDTH, _TOTAL_WIDTH = 26, 12, 8
_TOP = 1


def matrix_sheet(book: Book, matrix: Matrix, note: Sentence) -> None:
    """The matrix; `note` says of which day it is."""
    t = book.translate
    sheet = book.sheet(t("单位×事项"))
    columns = (
        Column(t("单位"), _UNIT_WIDTH),
        *(Column(_head(one, book), _CELL_WIDTH, "word") for one in matrix.columns),
        *(Column(STATES[state].render(t), _TOTAL_WIDTH, "number") for state in STATES),
    )
    widths = [one.width for one in columns]
    book.line(sheet, 0, note, "note", widths)
    after = book.table(sheet, columns, (_row(one, book) for one in matrix.rows), _TOP, keep=1)
    book.tints(sheet, (_TOP + 1, 1, after, len(matrix.columns)), _tints(book), begins=True)
    after = _totals(book, sheet, matrix, after)
    _reasons(book, sheet, matrix, after + 1, widths)


def _head(one: Obligated, book: Book) -> str:
    title = one.title.render(book.translate)
    if one.due is None:
        return title
    return f"{title}\n{noted(one.due, OWN_DAY if one.own_day else '', book.translate)}"


def _row(row: MatrixRow, book: Book) -> tuple[object, ...]:
    return (
        row.unit.name,
        *(cell_words(one, book.translate) for one in row.cells),
        *(row.totals[state] for state in STATES),
    )


def cell_words(cell: Cell, translate: Translate = str) -> str:
    """What the cell says: the state, a copy that is missing, a sign, the number of an exemption's reason."""
    return "\n".join(_said(cell, translate))


def _said(cell: Cell, translate: Translate) -> Iterator[str]:
    t = translate
    number = f"[{cell.reason}]" if cell.reason is not None else ""
    yield cell.words.render(t) + number
    for copy in (cell.paper, cell.electronic):
        if copy.is_missing and cell.duty.first_day is not None:
            yield Sentence("缺{copy}", {"copy": COPIES[copy.form]}).render(t)
    yield from (sign.render(t) for sign in cell.signs)


def _tints(book: Book) -> Iterator[tuple[str, tuple[str, str]]]:
    yield from ((STATES[state].render(book.translate), tint) for state, tint in DUTY_TINTS.items())


def _totals(book: Book, sheet: Worksheet, matrix: Matrix, row: int) -> int:
    """One row a state: how many units stand so, for each obligation; then the copies, apart."""
    t = book.translate
    for state, word in STATES.items():
        cells = (*(one.totals[state] for one in matrix.columns), matrix.totals[state])
        row = _line(book, sheet, row, Sentence("{state}（单位数）", {"state": word}).render(t), cells)
    for form, copy in COPIES.items():
        values = tuple(one.paper if form == "paper" else one.electronic for one in matrix.columns)
        heads = (Sentence("{copy}：应报"), Sentence("{copy}：已收"), Sentence("另一种已报，{copy}未收"))
        for place, head in enumerate(heads):
            said = head._replace(values={"copy": copy}).render(t)
            row = _line(book, sheet, row, said, tuple(one[place] for one in values))
    return row


def _line(book: Book, sheet: Worksheet, row: int, head: str, cells: tuple[int, ...]) -> int:
    counted = ((value, "number", _CELL_WIDTH) for value in cells)
    return book.row(sheet, row, ((head, "topic", _UNIT_WIDTH), *counted))


def _reasons(book: Book, sheet: Worksheet, matrix: Matrix, row: int, widths: Sequence[float]) -> None:
    t = book.translate
    for reason in matrix.reasons:
        words = reason.sentence.render(t)
        for units, titles in reason.lines:
            said = {"number": reason.number, "reason": words, "units": units, "titles": titles}
            line = Sentence("[{number}]免报：{reason}。{units}：{titles}", said)
            row = book.line(sheet, row, line, "note", widths)
    if matrix.absent:
        absent = Sentence("本年度没有单位应报、也没有收到的事项：{titles}", {"titles": matrix.absent})
        book.line(sheet, row, absent, "note", widths)
