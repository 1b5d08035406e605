"""执法人员 in official prose, with the table of units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enforcer.domain.sentence import Sentence
from enforcer.reports.docx.record import Item, Part, Section, counts, day_words, said, shortened
from enforcer.reports.punctuation import ended, labelled, noted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enforcer.domain.sentence import Translate
    from enforcer.reports.sections.people import OfficerLine, People, UnitPeople


def people_section(people: People, year: int, translate: Translate) -> Section:
    """The section: how many officers, whose credentials lapse, which units have fewer than two."""
    known = [one for one in people.units if one.known]
    rows = tuple(_row(one, translate) for one in known)
    parts = (_expiring(people, year, translate), _short(people, translate), _unknown(people, translate))
    return Section(said(_lead(people, known, year), translate), rows, tuple(one for one in parts if one is not None))


def _lead(people: People, known: list[UnitPeople], year: int) -> Iterator[Sentence]:
    if not known:
        yield Sentence("还没有收到可以核对的行政执法人员信息登记表。")
        return
    officers = [officer for one in known for officer in one.officers]
    states = counts(
        (Sentence("证件已到期{count}人"), sum(one.state == "lapsed" for one in officers)),
        (Sentence("{until}前到期{count}人", {"until": day_words(people.until, year)}), _lapsing(officers)),
        (Sentence("申领中{count}人"), sum(one.state == "applying" for one in officers)),
        (Sentence("有效期读不出{count}人"), sum(one.state == "unread" for one in officers)),
    )
    values = {"units": len(known), "officers": len(officers), "states": states}
    if states:
        yield Sentence("{units}个单位登记行政执法人员{officers}人，其中{states}。各单位情况见表4。", values)
    else:
        yield Sentence("{units}个单位登记行政执法人员{officers}人，一年内没有证件到期。各单位情况见表4。", values)


def _lapsing(officers: list[OfficerLine]) -> int:
    return sum(one.state == "lapsing" for one in officers)


def _row(one: UnitPeople, translate: Translate) -> dict[str, object]:
    return {
        "unit": one.unit.name,
        "officers": len(one.officers),
        "lapsed": one.count("lapsed"),
        "lapsing": one.count("lapsing"),
        "few": translate("是") if one.is_short else "—",
    }


def _expiring(people: People, year: int, translate: Translate) -> Part | None:
    items = tuple(
        Item(ended(labelled(one.unit.name, _names(one, year, translate), translate), translate))
        for one in people.units
        if one.expiring
    )
    rest = Sentence("其余{count}个单位见报告的工作簿。")
    return Part(translate("证件到期"), (), shortened(items, rest, translate)) if items else None


def _names(unit: UnitPeople, year: int, translate: Translate) -> tuple[str, ...]:
    return tuple(
        noted(one.name, day_words(one.valid_until, year), translate)
        for one in unit.expiring
        if one.valid_until is not None
    )


def _short(people: People, translate: Translate) -> Part | None:
    if not people.short:
        return None
    units = tuple(one.unit.name for one in people.short)
    lead = Sentence("{units}登记的执法人员不足两人，调查和检查不能少于两人。", {"units": units})
    return Part(translate("执法人员不足两人"), (lead.render(translate),))


def _unknown(people: People, translate: Translate) -> Part | None:
    """Units of which nothing can be told are named: they are not in the figures."""
    units = tuple(one.unit.name for one in people.units if not one.known and one.exempt is None)
    if not units:
        return None
    lead = Sentence("{units}没有可以核对的登记表，不在上述数字之内。", {"units": units})
    return Part(translate("没有登记表的单位"), (lead.render(translate),))
