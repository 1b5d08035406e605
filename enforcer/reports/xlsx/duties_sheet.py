"""逐项情况: every duty of every unit, a row each, paper and electronic copy apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enforcer.county.duty_words import STATES
from enforcer.reports.xlsx.book import Book, Column
from enforcer.reports.xlsx.colours import DUTY_TINTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enforcer.reports.sections.matrix import Cell, Copy, Matrix

_STATE = 2


def duties_sheet(book: Book, matrix: Matrix) -> None:
    """All duties that the matrix shows."""
    t = book.translate
    sheet = book.sheet(t("逐项情况"))
    columns = (
        Column(t("单位"), 20),
        Column(t("应报事项"), 24),
        Column(t("状态"), 9, "word"),
        Column(t("期限"), 12, "day"),
        Column(t("期限说明"), 14, "word"),
        Column(t("收到"), 12, "day"),
        Column(t("迟报或逾期天数"), 10, "number"),
        Column(t("盖章纸质件"), 12, "word"),
        Column(t("纸质件收到"), 12, "day"),
        Column(t("电子版"), 12, "word"),
        Column(t("电子版收到"), 12, "day"),
        Column(t("其他"), 16),
        Column(t("免报原因"), 40),
        Column(t("依据"), 12, "word"),
    )
    after = book.table(sheet, columns, _rows(book, matrix), keep=2)
    words = ((STATES[state].render(t), tint) for state, tint in DUTY_TINTS.items())
    book.tints(sheet, (1, _STATE, after, _STATE), words)


def _rows(book: Book, matrix: Matrix) -> Iterator[tuple[object, ...]]:
    t = book.translate
    for row in matrix.rows:
        for cell in row.cells:
            duty = cell.duty
            yield (
                duty.unit.name,
                t(duty.obligation.title),
                STATES[cell.state],
                duty.due_day,
                t("本县约定期限") if duty.is_own_day else "",
                duty.first_day,
                duty.days_late or None,
                _copy(book, cell, cell.paper),
                cell.paper.day,
                _copy(book, cell, cell.electronic),
                cell.electronic.day,
                cell.signs,
                duty.exempt,
                duty.clause.number,
            )


def _copy(book: Book, cell: Cell, copy: Copy) -> str:
    t = book.translate
    if copy.day is not None:
        return t("已收")
    if not copy.owed:
        return t("不要求")
    return t("未收") if cell.duty.first_day is not None else t("未报")
