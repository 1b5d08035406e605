"""Who owes what on a day, without the findings: what `status` shows and reminders go by."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from enforcer.county.duties.owed import duties_of, facts_of, log_clock_of
from enforcer.county.ledger.journal import Journal, journal
from enforcer.county.ledger.store import Ledger
from enforcer.county.roster.units import Roster
from enforcer.county.settings.reading import Settings
from enforcer.county.standing import Standing, nothing_on_record
from enforcer.county.workspace import Workspace
from enforcer.domain.duty import Duty, LogClock
from enforcer.domain.errors import EnforcerError
from enforcer.domain.notice import Obligation
from enforcer.domain.unit import Unit


class UnitDuties(NamedTuple):
    """One unit's duties in the notice's order, and its credential clock."""

    unit: Unit
    duties: tuple[Duty, ...]
    clock: LogClock


@dataclass(frozen=True, slots=True)
class Overview:
    """All units of a year as they stood at the end of `day`; `head` is the ledger's, None where nothing is on record.

    `obligations` are those that are shown, in the notice's order.
    """

    settings: Settings
    year: int
    day: date
    head: str | None
    obligations: tuple[Obligation, ...]
    units: tuple[UnitDuties, ...]

    def duties(self) -> Iterator[Duty]:
        """Every duty, unit by unit."""
        return (duty for one in self.units for duty in one.duties)

    def narrowed(self, unit: Unit | None, obligation: Obligation | None) -> "Overview":
        """Only this unit, only this obligation. Raises EnforcerError for a unit that did not exist in that year."""
        units = [one for one in self.units if unit is None or one.unit.key == unit.key]
        if unit is not None and not units:
            raise EnforcerError("{unit}在{year}年度不存在，见单位名录。", unit=unit.name, year=self.year)
        if obligation is None:
            return replace(self, units=tuple(units))
        key = obligation.key
        return replace(
            self,
            obligations=tuple(one for one in self.obligations if one.key == key),
            units=tuple(
                one._replace(duties=tuple(duty for duty in one.duties if duty.obligation.key == key)) for one in units
            ),
        )


def overview_in(workspace: Workspace, day: date, year: int | None = None) -> Overview:
    """The county by the workspace's own ledger; where there is none yet, nothing was received.

    Raises EnforcerError where settings, roster or ledger cannot be read.
    """
    wanted = workspace.settings.year if year is None else year
    if not workspace.has_ledger:
        return overview(workspace.settings, workspace.roster, nothing_on_record(day), wanted)
    ledger = Ledger.open(workspace.ledger_file)
    try:
        return overview(workspace.settings, workspace.roster, journal(ledger, day), wanted)
    finally:
        ledger.close()


def overview(settings: Settings, roster: Roster, facts: Journal, year: int) -> Overview:
    """The county by these facts."""
    known = facts_of(settings, roster, facts)
    units = tuple(
        UnitDuties(unit, duties_of(unit, year, known), log_clock_of(unit, known)) for unit in roster.in_year(year)
    )
    return _made(settings, year, facts.day, facts.head or None, units)


def overview_of(standing: Standing) -> Overview:
    """The same from a standing that is at hand."""
    units = tuple(UnitDuties(one.unit, one.duties, one.clock) for one in standing.units)
    return _made(standing.settings, standing.year, standing.day, standing.head, units)


def _made(settings: Settings, year: int, day: date, head: str | None, units: tuple[UnitDuties, ...]) -> Overview:
    return Overview(settings, year, day, head, tuple(settings.notice.obligations.values()), units)
