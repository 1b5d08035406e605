"""Section 5: officers by unit, credentials that lapse within a year, units with fewer than two officers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from enforcer.annexes.officer import ANNEX, Officer, is_applying, is_exempt, officers, officers_in, persons
from enforcer.annexes.spans import read_validity
from enforcer.county.duties.clocks import years_later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enforcer.county.standing import Standing, UnitStanding
    from enforcer.domain.dossier import Dossier
    from enforcer.domain.row import Place
    from enforcer.domain.sentence import Sentence
    from enforcer.domain.unit import Unit

OfficerState: TypeAlias = Literal["valid", "lapsing", "lapsed", "applying", "unread"]
FEWEST: Final = 2
"""Two officers at least: who investigates or inspects may not do so alone."""

_OFFICERS: Final = "officers"


class OfficerLine(NamedTuple):
    """An officer as registered. `valid_until` is None where it cannot be read or the credential is applied for."""

    unit: Unit
    name: str
    credential: str
    valid_until: date | None
    state: OfficerState
    place: Place


class UnitPeople(NamedTuple):
    """One unit's register; `known` is False where none that counts was filed, `exempt` says why none is owed.

    Of a unit that owes none the clean-up list of its own credentials is counted, where it names officers.
    """

    unit: Unit
    known: bool
    exempt: Sentence | None
    officers: tuple[OfficerLine, ...]

    @property
    def is_short(self) -> bool:
        """Whether it is known to have fewer than two officers."""
        return self.known and self.exempt is None and len(self.officers) < FEWEST

    def count(self, state: OfficerState) -> int:
        """How many officers' credentials stand so."""
        return sum(one.state == state for one in self.officers)

    @property
    def expiring(self) -> tuple[OfficerLine, ...]:
        """Those that have lapsed or will within a year, the first to lapse first."""
        soon = [one for one in self.officers if one.state in ("lapsed", "lapsing")]
        return tuple(sorted(soon, key=lambda one: (one.valid_until or date.max, one.name)))


class People(NamedTuple):
    """The section; `until` is the last day of the year looked ahead."""

    units: tuple[UnitPeople, ...]
    until: date

    @property
    def officers(self) -> Iterator[OfficerLine]:
        """Every officer of the county."""
        return (one for unit in self.units for one in unit.officers)

    @property
    def short(self) -> tuple[UnitPeople, ...]:
        """The units with fewer than two officers."""
        return tuple(one for one in self.units if one.is_short)


def people_of(standing: Standing) -> People:
    """The section, of the registers that count, read again; the same person registered twice is one."""
    until = years_later(standing.day, 1)
    return People(tuple(_unit(one, standing.day, until) for one in standing.units), until)


def _unit(one: UnitStanding, day: date, until: date) -> UnitPeople:
    duty = one.duty(_OFFICERS) if any(duty.obligation.key == _OFFICERS for duty in one.duties) else None
    dossier = one.dossier
    exempt = duty.exempt if duty is not None else None
    lines = tuple(_line(one.unit, officer, day, until) for officer in _officers(dossier))
    return UnitPeople(one.unit, bool(lines if exempt is not None else dossier.of(ANNEX)), exempt, lines)


def _officers(dossier: Dossier) -> Iterator[Officer]:
    """Each officer once; of a unit that owes no register those whom its clean-up list names."""
    if not is_exempt(dossier):
        listed, firsts = officers(dossier), persons(dossier)
        yield from (officer for place, officer in enumerate(listed) if firsts[place] == place)
        return
    seen: set[tuple[str, str]] = set()
    for officer in (one for reading in dossier.of(ANNEX) for one in officers_in(reading)):
        key = (officer.number or officer.name, "" if officer.number else officer.credential)
        if key not in seen:
            seen.add(key)
            yield officer


def _line(unit: Unit, officer: Officer, day: date, until: date) -> OfficerLine:
    row = officer.row
    end = read_validity(row.raw("valid_until"))
    if end is None:
        state: OfficerState = "applying" if is_applying(row) else "unread"
    elif end < day:
        state = "lapsed"
    else:
        state = "lapsing" if end <= until else "valid"
    return OfficerLine(unit, row["name"], row["credential"], end, state, row.place("name"))
