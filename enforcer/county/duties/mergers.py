"""Units that end and pass their duties on: who is whose successor, on a day."""

from collections.abc import Sequence
from datetime import date

from enforcer.domain.unit import Unit


def heir_of(unit: Unit, units: Sequence[Unit], day: date) -> Unit | None:
    """The unit that stands for an ended one on that day, through every merger since; None where none does.

    A unit that names itself, or a circle of successors, has no heir.
    """
    known = {one.name: one for one in units}
    passed = {unit.name}
    while _has_ended(unit, day):
        heir = known.get(unit.successor)
        if heir is None or heir.name in passed:
            return None
        passed.add(heir.name)
        unit = heir
    return unit if len(passed) > 1 else None


def predecessors_of(unit: Unit, units: Sequence[Unit], day: date) -> tuple[Unit, ...]:
    """The ended units whose duties have come to this one by that day, in the roster's order."""
    return tuple(one for one in units if _has_ended(one, day) and heir_of(one, units, day) == unit)


def _has_ended(unit: Unit, day: date) -> bool:
    return unit.until is not None and unit.until < day
