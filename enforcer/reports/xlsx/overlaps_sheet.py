"""疑似多头执法（仅供法制办）: what several units claim alike, a row a claim; suspicions, never sent to a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enforcer.annexes.overlaps.remarks import cell_of
from enforcer.reports.wording import KINDS
from enforcer.reports.xlsx.book import Book, Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enforcer.reports.sections.overlapping import Overlapping

_TOP = 1


def overlaps_sheet(book: Book, overlaps: Overlapping) -> None:
    """The sheet is marked as the office's own, on screen and on each printed page."""
    t = book.translate
    sheet = book.sheet(t("疑似多头执法（仅供法制办）"))
    warning = t("仅供法制办研究，不是认定，不发给各单位。经核实不是同一事项的，用 enforcer decide 按疑似编号记下。")
    columns = (
        Column(t("疑似编号"), 14, "word"),
        Column(t("类别"), 24),
        Column(t("事项"), 36),
        Column(t("单位"), 20),
        Column(t("该单位的写法"), 36),
        Column(t("位置"), 36),
        Column(t("说明"), 40),
    )
    book.line(sheet, 0, warning, "warning", [one.width for one in columns])
    book.table(sheet, columns, _rows(book, overlaps), _TOP, keep=1)


def _rows(book: Book, overlaps: Overlapping) -> Iterator[tuple[object, ...]]:
    for one in overlaps.found:
        for party in one.parties:
            yield (one.key, KINDS[one.kind], one.subject, party.unit, party.words, cell_of(party.place), party.detail)
    for doubted, doubt in overlaps.left:
        yield ("", KINDS[doubted], book.translate("没有比较"), "", "", cell_of(doubt.place), doubt.reason)
