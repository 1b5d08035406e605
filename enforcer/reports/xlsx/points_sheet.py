"""年度考核计分: the county's own table of points, with its arithmetic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enforcer.domain.sentence import Sentence
from enforcer.reports.xlsx.book import Book, Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enforcer.county.settings.points import Number
    from enforcer.reports.sections.points import Deduction, PointsTable


def points_sheet(book: Book, points: PointsTable) -> None:
    """One row a unit and kind of deduction, and one with what is left."""
    t = book.translate
    sheet = book.sheet(t("年度考核计分"))
    columns = (
        Column(t("单位"), 20),
        Column(t("情形"), 28),
        Column(t("次数"), 8, "number"),
        Column(t("每次扣分"), 9, "points"),
        Column(t("最多扣分"), 9, "points"),
        Column(t("扣分"), 9, "points"),
        Column(t("得分"), 9, "points"),
        Column(t("算式"), 36),
    )
    book.table(sheet, columns, _rows(book, points), keep=1)


def arithmetic(full: Number, deductions: tuple[Deduction, ...], left: Number) -> Sentence:
    """100－2×3－5＝89, as people check it."""
    steps = "".join(f"－{_step(one)}" for one in deductions)
    return Sentence("{full}{steps}＝{left}", {"full": str(full), "steps": steps, "left": str(left)})


def _step(one: Deduction) -> str:
    return f"{one.each}×{one.times}" if one.taken == one.each * one.times else str(one.taken)


def _rows(book: Book, points: PointsTable) -> Iterator[tuple[object, ...]]:
    for unit in points.units:
        for one in unit.deductions:
            most = None if one.most is None else float(one.most)
            yield (unit.unit.name, one.title, one.times, float(one.each), most, float(one.taken), None, "")
        steps = arithmetic(points.full, unit.deductions, unit.points)
        yield (unit.unit.name, book.translate("合计"), None, None, None, None, float(unit.points), steps)
