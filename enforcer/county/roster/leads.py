"""Where a roster's 由谁报送 and 承继单位 lead: to a unit, or astray."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from enforcer.county.roster.entries import Entry
from enforcer.county.roster.faults import RosterFault, fault_at
from enforcer.county.roster.unit_names import namings, spellings
from enforcer.domain.sentence import Sentence

Leads = Mapping[int, tuple[Entry, ...]]

_ITSELF: Final = {
    "reporter": Sentence("自己报送的，这一格空着"),
    "successor": Sentence("请写承接其职责的另一个单位"),
}


def astray(entries: tuple[Entry, ...], county: str) -> Iterator[RosterFault]:
    """Fields that name nobody in the roster, several units, the unit itself, or lead round in a circle.

    A successor that does not exist on the day after the end is a warning: nobody owes what falls due between.
    """
    known: dict[str, dict[int, Entry]] = {}
    for naming in namings(entries):
        for spelling in spellings(naming.text, county):
            known.setdefault(spelling, {})[naming.entry.row.number] = naming.entry
    for key in ("reporter", "successor"):
        leads = {one.row.number: _meant(getattr(one.unit, key), known, county) for one in entries}
        for entry in entries:
            if getattr(entry.unit, key):
                yield from _of_lead(entry, key, leads)
            if key == "successor":
                yield from _too_late(entry, leads[entry.row.number])


def _meant(text: str, known: Mapping[str, Mapping[int, Entry]], county: str) -> tuple[Entry, ...]:
    found: dict[int, Entry] = {}
    for spelling in spellings(text, county):
        found.update(known.get(spelling, {}))
    return tuple(found.values())


def _of_lead(entry: Entry, key: str, leads: Leads) -> Iterator[RosterFault]:
    row = entry.row
    found = leads[row.number]
    if not found:
        message = Sentence("{column}写的“{value}”不在名录里")
        remedy = Sentence("请写名录里的单位代码、名称或简称；还没有的，先加一行")
        yield fault_at(row, key, f"{key}-unknown", message, remedy)
    elif len(found) > 1:
        message = Sentence("{column}写的“{value}”不止一个单位：{units}", {"units": [one.unit.name for one in found]})
        yield fault_at(row, key, f"{key}-ambiguous", message, Sentence("请改写单位代码或全称"))
    elif found[0].row.number == row.number:
        yield fault_at(row, key, f"{key}-itself", Sentence("{column}写的“{value}”是单位自己"), _ITSELF[key])
    elif circle := _circle(row.number, leads):
        units = [one.unit.name for one in (entry, *circle)]
        message = Sentence("{column}绕成了一圈：{units}", {"units": units})
        yield fault_at(row, key, f"{key}-circle", message, Sentence("请核对这几个单位，改正写错的一个"))


def _circle(start: int, leads: Leads) -> tuple[Entry, ...]:
    """The units from this row's lead back to the row itself; empty where the way ends elsewhere."""
    way: list[Entry] = []
    passed: set[int] = set()
    number = start
    while number not in passed and len(leads[number]) == 1:
        passed.add(number)
        way.append(leads[number][0])
        number = way[-1].row.number
        if number == start:
            return tuple(way)
    return ()


def _too_late(entry: Entry, heirs: tuple[Entry, ...]) -> Iterator[RosterFault]:
    until = entry.unit.until
    if len(heirs) != 1 or until is None or until == date.max:
        return
    heir = heirs[0]
    if heir.row.number != entry.row.number and not heir.unit.exists_on(until + timedelta(days=1)):
        values = {"heir": heir.unit.name, "until": until, "there": heir.row.place("name").address}
        message = Sentence("承继单位“{heir}”（{there}）在{until}的次日并不存在，其间的事项无人承接", values)
        remedy = Sentence("请核对两个单位的起始日期和终止日期")
        yield fault_at(entry.row, "successor", "successor-absent", message, remedy, severity="warning")
