"""Section 8: one page a unit that can be cut off and sent: nothing of any other unit is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from enforcer.county.duty_words import short_title
from enforcer.county.status.chase import Chase, chased
from enforcer.domain.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from enforcer.county.standing import Standing, UnitStanding
    from enforcer.domain.duty import DutyState
    from enforcer.domain.unit import Unit
    from enforcer.reports.sections.discretion import UnitDiscretion
    from enforcer.reports.sections.facts import Clock
    from enforcer.reports.sections.matrix import Cell, MatrixRow
    from enforcer.reports.sections.people import UnitPeople
    from enforcer.reports.sections.points import UnitPoints
    from enforcer.reports.sections.quality import RuleAtUnit, UnitQuality

_ELSEWHERE = Sentence("由名录登记的报送单位统一报送")
_HEIR = Sentence("该单位已不再存在，未报的由承继单位报送")


class DutyLine(NamedTuple):
    """One duty on the unit's page; `exempt` says why nothing is owed without naming another unit."""

    title: Sentence
    due: date | None
    cell: Cell
    received: date | None
    exempt: Sentence | None
    remarks: tuple[Sentence, ...]


class UnitPage(NamedTuple):
    """All that concerns one unit, and nothing else."""

    unit: Unit
    anchor: str
    lines: tuple[DutyLine, ...]
    totals: Mapping[DutyState, int]
    owed: tuple[Chase, ...]
    quality: UnitQuality
    faults: tuple[RuleAtUnit, ...]
    discretion: UnitDiscretion
    people: UnitPeople
    clock: Clock
    points: UnitPoints | None


def pages_of(
    standing: Standing,
    rows: Iterable[MatrixRow],
    faults: Iterable[RuleAtUnit],
    parts: Mapping[str, tuple[UnitQuality, UnitDiscretion, UnitPeople, Clock]],
    points: Mapping[str, UnitPoints],
) -> tuple[UnitPage, ...]:
    """A page for each unit, in the roster's order; `parts` and `points` are by unit key."""
    by_unit: dict[str, list[RuleAtUnit]] = {}
    for one in faults:
        by_unit.setdefault(one.unit.key, []).append(one)
    made = []
    for number, (unit, row) in enumerate(zip(standing.units, rows, strict=True), 1):
        key = unit.unit.key
        quality, discretion, people, clock = parts[key]
        made.append(
            UnitPage(
                unit.unit,
                f"u{number}",
                tuple(_line(cell, unit) for cell in row.cells),
                row.totals,
                tuple(chased(unit.duties)),
                quality,
                tuple(by_unit.get(key, ())),
                discretion,
                people,
                clock,
                points.get(key),
            )
        )
    return tuple(made)


def _line(cell: Cell, standing: UnitStanding) -> DutyLine:
    duty = cell.duty
    exempt = duty.exempt
    if exempt is not None and standing.unit.reporter and standing.unit.reporter in exempt.render():
        exempt = _ELSEWHERE
    elif exempt is not None and duty.unit.until is not None and duty.day > duty.unit.until:
        exempt = _HEIR
    title = Sentence(short_title(duty.obligation))
    return DutyLine(title, duty.due_day, cell, duty.first_day, exempt, duty.remarks)
