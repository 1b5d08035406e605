"""The county as it stood at the end of a day: what each unit owes, filed and was told. Reports are made of this."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from typing import Final

from enforcer.county.duties.filing_verdict import filing_verdict, joined
from enforcer.county.duties.owed import Facts, duties_of, facts_of, log_clock_of
from enforcer.county.ledger.journal import Journal, journal
from enforcer.county.ledger.store import Ledger
from enforcer.county.settings.reading import Settings
from enforcer.county.workspace import Workspace
from enforcer.domain.dossier import County, Dossier
from enforcer.domain.duty import Duty, LogClock
from enforcer.domain.reading import Reading
from enforcer.domain.receipt import Receipt
from enforcer.domain.unit import Unit
from enforcer.domain.verdict import Verdict

_REGISTER: Final = 4


@dataclass(frozen=True)
class UnitStanding:
    """One unit on that day.

    `duties` are in the notice's order. `verdict` has the files that count, with their findings as they stood, and in
    `findings` those without one file (F and X rules). `read` reads the filings that count again, for pictures and for
    rules that look across.
    """

    unit: Unit
    duties: tuple[Duty, ...]
    clock: LogClock
    verdict: Verdict
    read: Callable[[], Dossier] = field(repr=False)

    @cached_property
    def dossier(self) -> Dossier:
        """The filings that count, read once."""
        return self.read()

    def duty(self, obligation: str) -> Duty:
        """The duty of that obligation key. Raises KeyError."""
        return self._by_key[obligation]

    @cached_property
    def _by_key(self) -> dict[str, Duty]:
        return {one.obligation.key: one for one in self.duties}


@dataclass(frozen=True)
class Standing:
    """The county. `head` is the ledger's head hash, None where a plain folder was read and there is no ledger."""

    settings: Settings
    year: int
    day: date
    head: str | None
    units: tuple[UnitStanding, ...]
    distinct: frozenset[str] = frozenset()

    @cached_property
    def county(self) -> County:
        """All dossiers, for the rules that look across units."""
        return County(self.settings.county, self.day, tuple(one.dossier for one in self.units), self.distinct)


def standing(workspace: Workspace, ledger: Ledger, year: int, day: date) -> Standing:
    """Every unit that exists in that year, as the ledger's facts of `day` and before tell it.

    What was put on record later about an earlier day is in it; what happened later is not, whatever was filed since.
    Raises EnforcerError where the roster or the ledger cannot be read.
    """
    return standing_by(workspace, journal(ledger, day), year)


def standing_in(workspace: Workspace, day: date, year: int | None = None) -> Standing:
    """As `standing`, with the workspace's own ledger, opened and closed; one without a ledger has received nothing."""
    wanted = workspace.settings.year if year is None else year
    if not workspace.has_ledger:
        return standing_by(workspace, nothing_on_record(day), wanted)
    ledger = Ledger.open(workspace.ledger_file)
    try:
        return standing(workspace, ledger, wanted, day)
    finally:
        ledger.close()


def nothing_on_record(day: date) -> Journal:
    """The journal of a county that has no ledger yet."""
    return Journal(day, "", (), (), (), {}, {}, lambda _: {})


def standing_by(workspace: Workspace, facts: Journal, year: int) -> Standing:
    """As `standing`, by a journal that was read already."""
    known = facts_of(workspace.settings, workspace.roster, facts)
    duties = {unit.key: duties_of(unit, year, known) for unit in workspace.roster.in_year(year)}
    passed = {
        duty.counting.number
        for key, own in duties.items()
        for duty in own
        if duty.counting is not None and duty.counting.unit != key
    }
    units = tuple(
        _unit_standing(workspace, facts, known, duties[unit.key], passed) for unit in workspace.roster.in_year(year)
    )
    return Standing(workspace.settings, year, facts.day, facts.head or None, units, facts.distinct)


def _unit_standing(
    workspace: Workspace, facts: Journal, known: Facts, duties: tuple[Duty, ...], passed: set[str]
) -> UnitStanding:
    """One unit; what has `passed` to an heir counts there alone, so that no finding is counted twice."""
    settings, unit = known.settings, duties[0].unit
    clock = log_clock_of(unit, known)
    dossier = Dossier(
        name=unit.name,
        year=duties[0].year,
        day=facts.day,
        day_source="as-of",
        readings=(),
        unit=unit,
        duties=duties,
        clock=clock,
        settings=settings.rules,
    )
    number = settings.notice.number
    counting = {
        key: receipt
        for key, receipt in _counting(duties).items()
        if receipt.unit != unit.key or receipt.number not in passed
    }
    verdicts = {key: facts.verdict_of(receipt.number) for key, receipt in counting.items()}
    crossed = facts.crossed_verdict(unit.key, duties[0].year) or Verdict(number, None, ())
    filing = filing_verdict(dossier, settings, facts.decisions)
    return UnitStanding(
        unit,
        duties,
        clock,
        joined({key: one for key, one in verdicts.items() if one is not None}, filing, crossed, number, facts.day),
        partial(_read, workspace, known, dossier, tuple(counting.values())),
    )


def _counting(duties: tuple[Duty, ...]) -> dict[str, Receipt]:
    """Obligation key -> the filing that counts."""
    return {duty.obligation.key: duty.counting for duty in duties if duty.counting is not None}


def _read(workspace: Workspace, known: Facts, dossier: Dossier, counting: tuple[Receipt, ...]) -> Dossier:
    """The dossier with the tables of every filing that counts."""
    receipts = (*counting, *_earlier_register(known, dossier))
    return replace(dossier, readings=tuple(one for receipt in receipts for one in _tables(workspace, receipt)))


def _earlier_register(known: Facts, dossier: Dossier) -> Iterator[Receipt]:
    """The officers of an earlier year where none of this year count: that register holds until a newer one comes."""
    register = next((duty for duty in dossier.duties if duty.obligation.annex == _REGISTER), None)
    if register is None or register.counting is not None:
        return
    key, unit = register.obligation.key, register.unit
    years = {one.year for one in known.receipts if one.obligation == key and one.year < register.year}
    for year in sorted(years, reverse=True):
        before = next(duty for duty in duties_of(unit, year, known) if duty.obligation.key == key)
        if before.counting is not None:
            yield before.counting
            return


def _tables(workspace: Workspace, receipt: Receipt) -> tuple[Reading, ...]:
    from enforcer.county.intake.rereading import readings_of  # noqa: PLC0415 - most standings read no file again

    unit = workspace.roster.by_key(receipt.unit)
    return readings_of(workspace, receipt, unit) if unit is not None else ()
