"""Section 7, 可供认定的事实清单: what the notice's own days and forms show; judging is left to people (四)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from enforcer.county.duty_words import clock_words, short_title, what_is_owed
from enforcer.domain.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from enforcer.county.standing import Standing
    from enforcer.domain.clause import Clause
    from enforcer.domain.duty import Duty, LogClock
    from enforcer.domain.unit import Unit
    from enforcer.reports.gathering import Found

_FILING = "F"


class Fact(NamedTuple):
    """One duty: due, received, by how many days too late or overdue, what is owed, how many errors it carries.

    Whether it hindered the platform is for people to say: there is no such value here.
    """

    unit: Unit
    title: Sentence
    clause: Clause
    due: date | None
    received: date | None
    days: int
    owed: tuple[Sentence, ...]
    errors: int
    faults: tuple[Sentence, ...]
    feeds_platform: bool
    duty: Duty


class Clock(NamedTuple):
    """The credential clock of 二（四） at one unit, worded as 请核实."""

    unit: Unit
    clock: LogClock
    words: Sentence
    is_past: bool


class Facts(NamedTuple):
    """The section. `own_days` are obligations left out because the county set their day itself."""

    rows: tuple[Fact, ...]
    clocks: tuple[Clock, ...]
    own_days: tuple[Sentence, ...]


def facts_of(standing: Standing, found: Iterable[Found]) -> Facts:
    """What was late, is overdue, lacks a copy, was not filed again, or carries errors; waived ones never."""
    by_duty: dict[tuple[str, str | None], list[Found]] = {}
    for one in found:
        finding = one.finding
        if finding.counts and finding.severity == "error" and not finding.code.startswith(_FILING):
            by_duty.setdefault((one.unit.key, one.obligation), []).append(one)
    duties = [duty for unit in standing.units for duty in unit.duties if duty.exempt is None]
    rows = tuple(
        row
        for duty in duties
        if not duty.is_own_day
        for row in _fact(duty, by_duty.get((duty.unit.key, duty.obligation.key), ()))
    )
    own = {short_title(duty.obligation) for duty in duties if duty.is_own_day}
    return Facts(rows, tuple(_clocks(standing)), tuple(Sentence(title) for title in sorted(own)))


def _fact(duty: Duty, errors: Iterable[Found]) -> Iterator[Fact]:
    listed = list(errors)
    owed = what_is_owed(duty)
    if not duty.days_late and not owed and not listed:
        return
    titles = tuple(Sentence(title) for title in dict.fromkeys(one.finding.title for one in listed))
    count = sum(one.finding.count for one in listed)
    yield Fact(
        duty.unit,
        Sentence(short_title(duty.obligation)),
        duty.clause,
        duty.due_day,
        duty.first_day,
        duty.days_late,
        owed,
        count,
        titles,
        duty.obligation.feeds_platform,
        duty,
    )


def _clocks(standing: Standing) -> Iterator[Clock]:
    """The longest silent first, then those nobody knows of, then the exempt."""
    units = sorted(standing.units, key=lambda one: (one.clock.exempt is not None, one.clock.since is None))
    known = [one for one in units if one.clock.since is not None]
    rest = [one for one in units if one.clock.since is None]
    for one in (*sorted(known, key=lambda unit: str(unit.clock.since)), *rest):
        clock = one.clock
        past = clock.one_year is not None and standing.day > clock.one_year
        yield Clock(one.unit, clock, clock_words(clock, standing.day), past)
