"""The roster (单位名录): which units there are, what each is, and who is meant by a name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Final

from enforcer.county.roster.checking import faults_between
from enforcer.county.roster.entries import Entry, read_entries
from enforcer.county.roster.faults import RosterFault
from enforcer.county.roster.unit_names import spellings
from enforcer.domain.errors import EnforcerError
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit
from enforcer.workbook.roster.reading import RosterSheet, read_roster_sheet

_SHOWN: Final = 3
_NEAREST: Final = 3
_ALIKE: Final = 0.4


@dataclass(frozen=True)
class Roster:
    """The county's units, in the roster's order."""

    county: str
    units: tuple[Unit, ...]

    def find(self, name: str) -> Unit | None:
        """The unit of that code, name or short name, also with the county before it; None where none or several."""
        meant = self.meant_by(name)
        return meant[0] if len(meant) == 1 else None

    def meant_by(self, name: str) -> tuple[Unit, ...]:
        """Every unit that the name may mean, each once."""
        found: dict[str, Unit] = {}
        for spelling in spellings(name, self.county):
            found.update((unit.key, unit) for unit in self._named.get(spelling, ()))
        return tuple(found.values())

    def get(self, name: str) -> Unit:
        """As `find`. Raises EnforcerError with the nearest names."""
        meant = self.meant_by(name)
        if len(meant) == 1:
            return meant[0]
        if meant:
            raise EnforcerError(
                "“{name}”在单位名录里不止一个：{units}。请写单位代码或全称。",
                name=name,
                units=[one.name for one in meant],
            )
        if not self.units:
            raise EnforcerError("单位名录里还没有单位，找不到“{name}”。请先把各单位填进名录。", name=name)
        near = self.nearest(name)
        if near:
            raise EnforcerError(
                "单位名录里没有“{name}”，是不是{near}？单位可以写代码、名称或简称。",
                name=name,
                near=[Sentence("“{unit}”", {"unit": one}) for one in near],
            )
        raise EnforcerError("单位名录里没有“{name}”。单位可以写代码、名称或简称；新单位请先填进名录。", name=name)

    def nearest(self, name: str) -> list[str]:
        """Names of units that look like this one, the likest first."""
        known = {text: unit.name for unit in self.units for text in (unit.name, unit.code, *unit.short_names) if text}
        close = get_close_matches(name, list(known), _NEAREST, _ALIKE)
        return list(dict.fromkeys(known[one] for one in close))

    def by_key(self, key: str) -> Unit | None:
        """The unit that the ledger calls so (Unit.key)."""
        return self._keyed.get(key)

    def on(self, day: date) -> tuple[Unit, ...]:
        """The units that exist on that day."""
        return tuple(unit for unit in self.units if unit.exists_on(day))

    def in_year(self, year: int) -> tuple[Unit, ...]:
        """The units that exist on some day of that year."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        return tuple(
            one
            for one in self.units
            if (one.since is None or one.since <= last) and (one.until is None or first <= one.until)
        )

    @cached_property
    def _keyed(self) -> Mapping[str, Unit]:
        return {unit.key: unit for unit in self.units}

    @cached_property
    def _named(self) -> Mapping[str, tuple[Unit, ...]]:
        """Every spelling by which a unit is found -> the units that it may mean."""
        named: dict[str, dict[str, Unit]] = {}
        for unit in self.units:
            for name in (unit.code, unit.name, *unit.short_names):
                for spelling in spellings(name, self.county) if name else ():
                    named.setdefault(spelling, {})[unit.key] = unit
        return {spelling: tuple(units.values()) for spelling, units in named.items()}


@dataclass(frozen=True)
class CheckedRoster:
    """The roster as its file holds it: the units, and everything that is wrong with them, by row and column."""

    roster: Roster
    sheet: RosterSheet
    faults: tuple[RosterFault, ...]
    entries: tuple[Entry, ...] = field(repr=False, default=())

    @property
    def errors(self) -> tuple[RosterFault, ...]:
        """What makes the roster ambiguous: nothing is done with it until this is mended."""
        return tuple(one for one in self.faults if one.severity == "error")


def check_roster(path: Path, county: str) -> CheckedRoster:
    """The roster with its faults. Raises EnforcerError where the file cannot be read at all."""
    sheet = read_roster_sheet(path)
    faults: list[RosterFault] = []
    entries = tuple(read_entries(sheet.rows, faults.append))
    faults.extend(faults_between(sheet, entries, county))
    faults.sort(key=lambda one: (one.place.row or 0, one.place.column or 0))
    units = tuple(_resolved(entries, county))
    return CheckedRoster(Roster(county, units), sheet, tuple(faults), entries)


def read_roster(path: Path, county: str) -> Roster:
    """roster.xlsx as a Roster.

    `reporter` and `successor` of its units are names of units, however they were typed. Raises EnforcerError where the
    file cannot be read, and where a fault leaves open who is meant: what rests on such a roster would be a guess.
    """
    checked = check_roster(path, county)
    if checked.errors:
        raise EnforcerError(
            "单位名录有{count}处错误，改好以前不能使用：{faults}。用 enforcer roster check 查看全部。",
            count=len(checked.errors),
            faults=[
                Sentence("{cell} {message}", {"cell": one.place.address, "message": one.message})
                for one in checked.errors[:_SHOWN]
            ],
        )
    return checked.roster


def _resolved(entries: tuple[Entry, ...], county: str) -> Iterator[Unit]:
    """The units, with the reporter and the successor under their names in the roster."""
    known = Roster(county, tuple(entry.unit for entry in entries))

    def named(text: str) -> str:
        unit = known.find(text) if text else None
        return unit.name if unit else text

    for unit in known.units:
        yield unit._replace(reporter=named(unit.reporter), successor=named(unit.successor))
