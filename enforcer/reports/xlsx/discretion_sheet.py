"""裁量: every item of every unit's benchmark, a row each: its tiers, its floor, how far discretion was narrowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.reports.state_words import COVERAGES, FLOORS, SOURCES
from enforcer.reports.xlsx.book import Book, Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from enforcer.annexes.coverage import Outcome
    from enforcer.reports.sections.discretion import Discretion, Floor
    from enforcer.reports.xlsx.book import Tint

_COVERAGE, _FLOOR = 7, 9
_GOOD: Tint = ("#E2EFDA", "#375623")
_BAD: Tint = ("#F8CBAD", "#9C0006")
_UNSURE: Tint = ("#F2F2F2", "#404040")
_COVERAGE_TINTS: Final[Mapping[Outcome, Tint]] = {
    "complete": _GOOD,
    "missing": _BAD,
    "too-few": _BAD,
    "unclear": _UNSURE,
}
_FLOOR_TINTS: Final[Mapping[Floor, Tint]] = {"kept": _GOOD, "below": _BAD, "unsure": _UNSURE}


def discretion_sheet(book: Book, discretion: Discretion) -> None:
    """All items; an empty sheet with its head where no benchmark counts."""
    t = book.translate
    sheet = book.sheet(t("裁量"))
    columns = (
        Column(t("单位"), 18),
        Column(t("序号"), 8, "word"),
        Column(t("事项编码"), 14),
        Column(t("违法行为"), 36),
        Column(t("文件"), 24),
        Column(t("单元格"), 9, "word"),
        Column(t("阶次数"), 8, "number"),
        Column(t("五个阶次"), 12, "word"),
        Column(t("缺少的阶次"), 16),
        Column(t("从轻下限"), 14, "word"),
        Column(t("标准来源"), 12, "word"),
        Column(t("阶次平均占法定幅度"), 12, "share"),
        Column(t("问题处数"), 8, "number"),
        Column(t("问题"), 40),
    )
    after = book.table(sheet, columns, _rows(book, discretion), keep=1)
    coverages = ((COVERAGES[key].render(t), tint) for key, tint in _COVERAGE_TINTS.items())
    floors = ((FLOORS[key].render(t), tint) for key, tint in _FLOOR_TINTS.items())
    book.tints(sheet, (1, _COVERAGE, after, _COVERAGE), coverages)
    book.tints(sheet, (1, _FLOOR, after, _FLOOR), floors)


def _rows(book: Book, discretion: Discretion) -> Iterator[tuple[object, ...]]:
    for one in discretion.items:
        titles = dict.fromkeys(f"{fault.finding.code} {book.translate(fault.finding.title)}" for fault in one.faults)
        own = one.source == "own"
        yield (
            one.unit.name,
            one.number,
            one.code,
            one.name,
            one.place.file,
            one.place.cell,
            one.tiers,
            COVERAGES[one.coverage] if own else "",
            one.missing if own else (),
            FLOORS[one.floor],
            SOURCES[one.source],
            None if one.share is None else float(one.share),
            sum(fault.count for fault in one.faults) or None,
            tuple(titles),
        )
