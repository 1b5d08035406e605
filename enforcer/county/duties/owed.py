"""What each unit owes in a year, obligation by obligation, and how it stands on a day: roster x notice x ledger."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from enforcer.county.calendar import settled_day
from enforcer.county.duties.clocks import LOG, clock_of
from enforcer.county.duties.exemptions import freed, no_longer, not_yet, outside_its_years
from enforcer.county.duties.mergers import heir_of, predecessors_of
from enforcer.county.ledger.journal import Decision, Journal
from enforcer.county.roster.units import Roster
from enforcer.county.settings.reading import Settings
from enforcer.domain.duty import Duty, LogClock
from enforcer.domain.notice import Due, Obligation
from enforcer.domain.receipt import COPY_FORMS, CopyForm, Receipt
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit


@dataclass(frozen=True)
class Facts:
    """What duties rest on: the settings with their notice, the roster, and what the ledger knows up to `day`."""

    settings: Settings
    roster: Roster
    day: date
    receipts: tuple[Receipt, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @cached_property
    def by_duty(self) -> Mapping[tuple[str, str, int], tuple[Receipt, ...]]:
        """(unit key, obligation key, year) -> what came in for it."""
        found: dict[tuple[str, str, int], list[Receipt]] = defaultdict(list)
        for one in self.receipts:
            found[one.unit, one.obligation, one.year].append(one)
        return {duty: tuple(receipts) for duty, receipts in found.items()}

    @cached_property
    def logs(self) -> Mapping[str, tuple[Receipt, ...]]:
        """Unit key -> its 登记表 of all years."""
        found: dict[str, list[Receipt]] = defaultdict(list)
        for one in self.receipts:
            if one.obligation == LOG:
                found[one.unit].append(one)
        return {unit: tuple(receipts) for unit, receipts in found.items()}

    @cached_property
    def extensions(self) -> Mapping[tuple[str | None, str | None, int | None], tuple[Decision, ...]]:
        """(unit key, obligation key, year) -> the extensions of that duty; one of a receipt moves its return alone."""
        found: dict[tuple[str | None, str | None, int | None], list[Decision]] = defaultdict(list)
        for one in self.decisions:
            if one.action == "extend" and one.receipt is None:
                found[one.unit, one.obligation, one.year].append(one)
        return {duty: tuple(decisions) for duty, decisions in found.items()}

    @cached_property
    def rulings(self) -> Mapping[str, tuple[Decision, ...]]:
        """Receipt number -> what was decided on it."""
        found: dict[str, list[Decision]] = defaultdict(list)
        for one in self.decisions:
            if one.receipt is not None:
                found[one.receipt].append(one)
        return {number: tuple(decisions) for number, decisions in found.items()}


def facts_of(settings: Settings, roster: Roster, journal: Journal) -> Facts:
    """The ledger's facts of a day, beside the roster and the settings."""
    return Facts(settings, roster, journal.day, journal.receipts, journal.decisions)


def duties_of(unit: Unit, year: int, facts: Facts) -> tuple[Duty, ...]:
    """Every obligation of the notice for that unit and year, in the notice's order; exempt ones say why."""
    units = facts.roster.units
    before = predecessors_of(unit, units, facts.day)
    heir = heir_of(unit, units, facts.day)
    return tuple(
        _duty(facts, unit, obligation, year, before=before, heir=heir)
        for obligation in facts.settings.notice.obligations.values()
    )


def _duty(
    facts: Facts, unit: Unit, obligation: Obligation, year: int, *, before: tuple[Unit, ...], heir: Unit | None
) -> Duty:
    named = [(one.key, obligation.key, year) for one in (unit, *before)]
    receipts = [receipt for one in named for receipt in facts.by_duty.get(one, ())]
    decisions = [decision for one in named for decision in facts.extensions.get(one, ())]
    decisions += [decision for receipt in receipts for decision in facts.rulings.get(receipt.number, ())]
    return duty_of(
        facts.settings,
        unit,
        obligation,
        year,
        day=facts.day,
        receipts=receipts,
        decisions=decisions,
        predecessors=before,
        heir=heir,
    )


def log_clock_of(unit: Unit, facts: Facts) -> LogClock:
    """The unit's credential clock on the day of the facts."""
    heir = heir_of(unit, facts.roster.units, facts.day)
    return clock_of(unit, facts.settings.notice, facts.day, facts.logs.get(unit.key, ()), heir)


def duty_of(
    settings: Settings,
    unit: Unit,
    obligation: Obligation,
    year: int,
    *,
    day: date,
    receipts: Iterable[Receipt],
    decisions: Sequence[Decision],
    predecessors: tuple[Unit, ...] = (),
    heir: Unit | None = None,
) -> Duty:
    """One duty on `day`. `receipts` are those of the unit and of its `predecessors` for it; `decisions` may be any.

    Extensions, the county's own days, the calendar, exemptions and the copies owed are settled in it. A predecessor's
    filing counts where the unit did not exist yet when it came in, and where it came in after the predecessor's end.
    """
    notice = settings.notice
    clause = notice.clauses[obligation.clause]
    receipts = tuple(receipts)
    predecessors = tuple(one for one in predecessors if _was_there(one, year))
    ended = {one.key: one for one in predecessors}
    own = tuple(
        sorted(
            (one for one in receipts if one.day <= day and _counts_for(one, unit, ended, obligation, year)),
            key=lambda one: one.day,
        )
    )
    due = obligation.due_in(year, notice.year)
    named, last_day, remarks = _last_day(due, year, settings)
    duties = {(key, obligation.key, year) for key in (unit.key, *ended)}
    extension = _extension(duties, (one for one in decisions if one.day <= day))
    extended = extension is not None and last_day is not None and extension > last_day
    if extended:
        last_day, remarks = extension, ()
    owing = tuple(one for one in predecessors if freed(one, obligation, clause) is None)
    remarks += tuple(_left_behind(owing, receipts))
    exempt = (
        outside_its_years(notice, obligation, year)
        or freed(unit, obligation, clause)
        or not_yet(unit, day, last_day, owing)
    )
    duty = Duty(
        unit=unit,
        obligation=obligation,
        clause=clause,
        year=year,
        day=day,
        due=due,
        due_day=last_day,
        named_day=named,
        extended=extended,
        exempt=exempt,
        receipts=own,
        heirs_of=tuple(one.name for one in owing),
        soon_days=settings.soon_days,
        remarks=remarks,
        sent_back=frozenset(_sent_back(own, decisions)),
    )
    if exempt is None and duty.counting is None:
        duty = duty._replace(exempt=no_longer(unit, day, heir))
    return duty._replace(forms=_forms_owed(duty))


def _was_there(unit: Unit, year: int) -> bool:
    """Whether an ended unit was there on some day of the year: only then it had duties to pass on."""
    return unit.until is not None and unit.until.year >= year and (unit.since is None or unit.since.year <= year)


def _counts_for(receipt: Receipt, unit: Unit, ended: Mapping[str, Unit], obligation: Obligation, year: int) -> bool:
    if (receipt.obligation, receipt.year) != (obligation.key, year):
        return False
    if receipt.unit == unit.key:
        return True
    before = ended.get(receipt.unit)
    if before is None:
        return False
    return not unit.exists_on(receipt.day) or (before.until is not None and receipt.day > before.until)


def _last_day(due: Due, year: int, settings: Settings) -> tuple[date | None, date | None, tuple[Sentence, ...]]:
    """The day as it is named, the day on which it ends by the county's calendar, and what is to be said of it."""
    named = due.on(year)
    if named is None:
        return None, None, ()
    last_day, remark = settled_day(named, settings.calendar, settings.notice)
    return named, last_day, () if remark is None else (remark,)


def _extension(duties: set[tuple[str, str, int]], decisions: Iterable[Decision]) -> date | None:
    """The day that the office's latest extension of one of these duties gives."""
    granted = [
        one
        for one in decisions
        if one.action == "extend" and one.receipt is None and (one.unit, one.obligation, one.year) in duties
    ]
    return max(granted, key=lambda one: (one.day, one.seq)).until if granted else None


def _left_behind(predecessors: Iterable[Unit], receipts: Iterable[Receipt]) -> Iterator[Sentence]:
    """Which predecessors never filed it: the heir's filing is to cover them too."""
    filed = {one.unit for one in receipts if one.fate != "void" and one.fulfils}
    for one in predecessors:
        if one.key not in filed:
            yield Sentence("{unit}（存续到{until}）没有报过此项，由本单位承继", {"unit": one.name, "until": one.until})


def _sent_back(receipts: Sequence[Receipt], decisions: Iterable[Decision]) -> Iterator[str]:
    """The numbers that a return covers: the filing itself, and the sealed paper of it that had come in by then."""
    returned = {one.number: one for one in receipts if one.fate == "returned"}
    for one in decisions:
        sent = returned.get(one.receipt) if one.action == "return" and one.receipt else None
        if sent is not None and sent.forms != ("paper",):
            yield from (
                paper.number
                for paper in receipts
                if paper.forms == ("paper",)
                and not (paper.nil or paper.chosen)
                and paper.day <= one.day
                and paper.fulfils == sent.fulfils
            )
    yield from returned


def _forms_owed(duty: Duty) -> tuple[CopyForm, ...]:
    """Both copies, or only the electronic one of a benchmark that applies provincial or city standards.

    A nil return is complete by itself; who is exempt or no longer there owes none.
    """
    if duty.exempt is not None or duty.is_nil or not duty.unit.exists_on(duty.day):
        return ()
    counting = duty.counting
    higher = counting is not None and counting.higher_standard
    named = duty.obligation.forms_with_higher_standard if higher else duty.obligation.forms
    return tuple(form for form in COPY_FORMS if form in named)
