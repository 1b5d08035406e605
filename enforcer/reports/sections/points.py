"""The points for 年度考核, where the county set a table of them: computed, with the arithmetic."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from enforcer.county.settings.points import EVENTS, Number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from enforcer.county.settings.points import Points
    from enforcer.county.standing import Standing, UnitStanding
    from enforcer.domain.sentence import Sentence
    from enforcer.domain.unit import Unit


class Deduction(NamedTuple):
    """One kind of event: how often, what each takes off, the cap, and what was taken off in the end."""

    event: str
    title: Sentence
    times: int
    each: Number
    most: Number | None
    taken: Number


class UnitPoints(NamedTuple):
    """One unit's points with what was taken off; never below 0."""

    unit: Unit
    deductions: tuple[Deduction, ...]
    points: Number


class PointsTable(NamedTuple):
    """The county's table and what it comes to for each unit."""

    full: Number
    rules: tuple[tuple[Sentence, Number, Number | None], ...]
    units: tuple[UnitPoints, ...]


def points_of(standing: Standing) -> PointsTable | None:
    """The table, None where the county set none."""
    table = standing.settings.points
    if table is None:
        return None
    rules = tuple((EVENTS[key], each, table.most.get(key)) for key, each in table.deductions.items())
    return PointsTable(table.full, rules, tuple(_unit(one, table) for one in standing.units))


def _unit(standing: UnitStanding, table: Points) -> UnitPoints:
    deductions = tuple(_deductions(_events(standing), table))
    left = table.full - sum((one.taken for one in deductions), start=0)
    return UnitPoints(standing.unit, deductions, max(_plain(left), 0))


def _deductions(events: Mapping[str, int], table: Points) -> Iterable[Deduction]:
    for key, each in table.deductions.items():
        times, most = events.get(key, 0), table.most.get(key)
        if times:
            taken = each * times
            capped = taken if most is None else min(taken, most)
            yield Deduction(key, EVENTS[key], times, each, most, _plain(capped))


def _events(standing: UnitStanding) -> Mapping[str, int]:
    events: Counter[str] = Counter()
    for duty in standing.duties:
        if duty.exempt is not None:
            continue
        late = duty.first_day is not None and duty.days_late > 0
        events["late"] += late
        events["late_day"] += duty.days_late if late else 0
        events["overdue"] += duty.state == "overdue"
        events["missing_copy"] += len(duty.lacking_forms)
        events["returned"] += sum(one.fate == "returned" for one in duty.receipts)
    for severity in ("error", "warning"):
        events[severity] = sum(
            one.count
            for one in standing.verdict.all_findings()
            if one.counts and one.severity == severity and not one.code.startswith("F")
        )
    return events


def _plain(value: Number) -> Number:
    return value if isinstance(value, int) or value != int(value) else int(value)
