"""人员: every officer as registered, a row each; no id number stands here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.reports.state_words import CREDENTIALS
from enforcer.reports.xlsx.book import Book, Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from enforcer.reports.sections.people import OfficerState, People, UnitPeople
    from enforcer.reports.xlsx.book import Tint

_STATE = 4
_TINTS: Final[Mapping[OfficerState, Tint]] = {
    "lapsed": ("#F8CBAD", "#9C0006"),
    "lapsing": ("#FFE699", "#7F6000"),
    "unread": ("#F2F2F2", "#404040"),
}


def people_sheet(book: Book, people: People) -> None:
    """All officers; a unit without a register that counts has one row that says so."""
    t = book.translate
    sheet = book.sheet(t("人员"))
    columns = (
        Column(t("单位"), 20),
        Column(t("姓名"), 12, "word"),
        Column(t("执法证号"), 20),
        Column(t("有效期至"), 13, "day"),
        Column(t("证件状态"), 13, "word"),
        Column(t("本单位人数"), 11, "number"),
        Column(t("说明"), 40),
        Column(t("文件"), 24),
        Column(t("单元格"), 9, "word"),
    )
    after = book.table(sheet, columns, _rows(book, people), keep=2)
    tints = ((CREDENTIALS[key].render(t), tint) for key, tint in _TINTS.items())
    book.tints(sheet, (1, _STATE, after, _STATE), tints)


def _rows(book: Book, people: People) -> Iterator[tuple[object, ...]]:
    for unit in people.units:
        note = _note(book, unit)
        if not unit.officers:
            yield (unit.unit.name, "", "", None, "", 0 if unit.known else None, note, "", "")
        for one in unit.officers:
            yield (
                unit.unit.name,
                one.name,
                one.credential,
                one.valid_until,
                CREDENTIALS[one.state],
                len(unit.officers),
                note,
                one.place.file,
                one.place.cell,
            )


def _note(book: Book, unit: UnitPeople) -> str:
    t = book.translate
    if unit.exempt is not None:
        return unit.exempt.render(t)
    if not unit.known:
        return t("没有可以核对的人员信息登记表")
    return t("执法人员不足两人") if unit.is_short else ""
