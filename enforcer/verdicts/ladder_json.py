"""The ladder of a violation as plain values: exact numbers in the law's own unit, places as cells."""

from fractions import Fraction
from typing import Any

from enforcer.annexes.benchmark import Tier, Violation
from enforcer.annexes.bounds import Bounds, Number
from enforcer.annexes.ladder import Ladder, Rung, Stand, Step, floor_of, ladders_of, share_of
from enforcer.annexes.limbs import Limb
from enforcer.annexes.tier_words import Level
from enforcer.domain.row import Place

_PERCENT = 100
_DECIMALS = 2


def ladder_values(violation: Violation, floor_percent: int) -> dict[str, Any]:
    """One violation: its statute and its ladders.

    A range is {low, low_inclusive, high, high_inclusive} in the ladder's `unit` (元, 倍 or %, for each `per`), null an
    end that is not named. `floor` is the least that a lenient tier of the unit's own may start at. `share_percent`
    says how much of the law's range a tier leaves open, rounded to two decimals; `width` and `statutory_width` are
    exact.
    """
    law = violation.law
    return {
        "number": violation.number,
        "item_code": violation.code or None,
        "violation": violation.name,
        "cell": _cell(violation.place("violation")),
        "source": violation.source,
        "statute": {"knowledge": law.knowledge, "cell": _cell(violation.law_place), "partly_unread": law.partial},
        "ladders": [_ladder(one, floor_percent) for one in ladders_of(violation)],
        "without_fine": [_bare(tier) for tier in violation.tiers if not tier.limbs],
    }


def plain_number(value: Number) -> int | float:
    """A number as JSON writes it; one with decimals is printed in full by Python's shortest float."""
    if isinstance(value, Fraction) and value.denominator != 1:
        return float(value)
    return int(value)


def _ladder(ladder: Ladder, percent: int) -> dict[str, Any]:
    sample = ladder.sample
    return {
        "target": sample.target,
        "unit": sample.fine.unit,
        "base": sample.base,
        "per": sample.per,
        "statutory": [
            {
                **_range(sample, limb.bounds),
                "condition": limb.fine.condition,
                "floor": _floor(ladder, limb, percent),
            }
            for limb in ladder.limbs
        ],
        "tiers": [_tier(sample, rung, stand) for rung in ladder.rungs for stand in rung.stands],
        "gaps": _between(ladder, "gap"),
        "overlaps": _between(ladder, "overlap"),
        "not_ascending": [*_between(ladder, "falling"), *_between(ladder, "equal")],
    }


def _floor(ladder: Ladder, limb: Limb, percent: int) -> int | float | None:
    floor = floor_of(limb, percent) if ladder.violation.is_own else None
    return None if floor is None else _value(ladder.sample, floor)


def _tier(sample: Limb, rung: Rung, stand: Stand) -> dict[str, Any]:
    share, sure = share_of(stand.match), stand.match.sure
    return {
        "tier": stand.tier.name,
        "level": _level(rung.level),
        "cell": _cell(stand.tier.place("standard")),
        **_range(sample, stand.bounds),
        "above_statute": stand.match.above is not None,
        "below_statute": stand.match.below is not None,
        "width": None if stand.bounds.width is None else _value(sample, stand.bounds.width),
        "statutory_width": None if sure is None or sure.bounds.width is None else _value(sample, sure.bounds.width),
        "share_percent": None if share is None else plain_number(round(share * _PERCENT, _DECIMALS)),
    }


def _between(ladder: Ladder, relation: str) -> list[dict[str, Any]]:
    return [_step(ladder.sample, step) for step in ladder.steps if step.relation == relation]


def _step(sample: Limb, step: Step) -> dict[str, Any]:
    made: dict[str, Any] = {
        "lower": step.lower.tier.name,
        "upper": step.upper.tier.name,
        "cell": _cell(step.upper.tier.place("standard")),
    }
    return {**made, **_range(sample, step.stretch)} if step.stretch else made


def _bare(tier: Tier) -> dict[str, Any]:
    return {
        "tier": tier.name,
        "level": _level(tier.level),
        "cell": _cell(tier.place("standard")),
        "standard": tier.standard,
        "unread": [one.text for one in tier.unread],
    }


def _range(sample: Limb, bounds: Bounds) -> dict[str, Any]:
    return {
        "low": None if bounds.low is None else _value(sample, bounds.low),
        "low_inclusive": bounds.low_inclusive,
        "high": None if bounds.high is None else _value(sample, bounds.high),
        "high_inclusive": bounds.high_inclusive,
    }


def _value(sample: Limb, value: Number) -> int | float:
    return plain_number(sample.in_own_unit(value))


def _level(level: Level | None) -> str | None:
    return None if level is None else level.name.lower()


def _cell(place: Place) -> str:
    return place.address
