"""The ladder of a violation: its tiers as steps on one scale, with the gaps and overlaps between them."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final, Literal, NamedTuple, TypeAlias

from enforcer.annexes.benchmark import Tier, Violation, violations
from enforcer.annexes.bounds import Bounds, Number, exact, joined
from enforcer.annexes.coverage import coverage
from enforcer.annexes.limbs import Limb, base_key
from enforcer.annexes.matching import Match
from enforcer.annexes.sanctions import heavier
from enforcer.annexes.tier_words import FIVE, Level
from enforcer.domain.dossier import Dossier

Relation: TypeAlias = Literal["rising", "gap", "overlap", "falling", "equal", "unjudged"]

_YUAN: Final = 1
_PERCENT: Final = 100


class Stand(NamedTuple):
    """A tier's limb as it stands on a ladder."""

    tier: Tier
    match: Match

    @property
    def bounds(self) -> Bounds:
        """Its range."""
        return self.match.limb.bounds


class Rung(NamedTuple):
    """One tier on a ladder, in one row or several.

    `bounds` is the range that all its rows name, None where they differ. `sound`: it can be compared with others,
    being one range, read whole, within the law, and narrower than the law's, which leaves a choice.
    """

    order: int
    level: Level | None
    stands: tuple[Stand, ...]
    bounds: Bounds | None
    sound: bool

    @property
    def tier(self) -> Tier:
        """Its first row."""
        return self.stands[0].tier

    @property
    def limb(self) -> Limb:
        """The limb that its first row names."""
        return self.stands[0].match.limb


class Step(NamedTuple):
    """From one rung to the next. `stretch` is the gap or the overlap between them."""

    lower: Rung
    upper: Rung
    relation: Relation
    stretch: Bounds | None = None


class Ladder(NamedTuple):
    """The tiers of a violation for one target on one scale; `limbs` are the statute's, none where it is not known."""

    violation: Violation
    limbs: tuple[Limb, ...]
    rungs: tuple[Rung, ...]
    steps: tuple[Step, ...]

    @property
    def sample(self) -> Limb:
        """A limb that says the ladder's target, base, measure and unit."""
        return self.limbs[0] if self.limbs else self.rungs[0].stands[0].match.limb

    @property
    def statutory(self) -> tuple[Bounds, ...]:
        """The law's ranges, those that touch made one."""
        return tuple(joined([limb.bounds for limb in self.limbs]))


def ladders(dossier: Dossier) -> tuple[tuple[Violation, tuple[Ladder, ...]], ...]:
    """Each violation of the dossier with the ladders on which a fault may be, in reading order.

    Where the tiers are, word for word, those of an earlier violation without any fault, no ladder is drawn again.
    """
    return dossier.once(ladders, lambda: tuple(_drawn(violations(dossier))))


def _drawn(items: Iterable[Violation]) -> Iterator[tuple[Violation, tuple[Ladder, ...]]]:
    faultless: set[Hashable] = set()
    for item in items:
        words = _words(item)
        own = () if words in faultless else ladders_of(item)
        if words is not None and own and all(map(_is_faultless, own)):
            faultless.add(words)
        yield item, own


def _words(violation: Violation) -> Hashable | None:
    """All that the ladders of a violation are made of; None where other rows have a say in it."""
    tiers = violation.tiers
    if any(tier.followed for tier in tiers):
        return None
    cells = tuple([(tier.cell, tier.standard, tier.matches) for tier in tiers])
    return violation.is_own, cells


def _is_faultless(ladder: Ladder) -> bool:
    rising = all(step.relation == "rising" for step in ladder.steps)
    return rising and all(rung.bounds is not None for rung in ladder.rungs)


def ladders_of(violation: Violation) -> tuple[Ladder, ...]:
    """The ladders of one violation: one for each target, base and measure.

    Where a tier has a range in several limbs of the law (value bands, a ladder anew for 逾期不改正), one for each limb.
    """
    made = [_ladder(violation, stands) for track in _tracks(violation) for stands in _single(track)]
    rises = {
        (s.lower.order, s.upper.order)
        for one in made
        for s in one.steps
        if s.relation not in ("falling", "equal", "unjudged")
    }
    return tuple(_with_equals_excused(ladder, rises) for ladder in made)


def share_of(match: Match) -> Fraction | None:
    """How much of the law's range a tier leaves open, 0 for a fixed value; None where the law's limb is not sure."""
    limb = match.sure
    if limb is None or not limb.bounds.width or match.limb.bounds.width is None:
        return None
    return Fraction(match.limb.bounds.width) / Fraction(limb.bounds.width)


def floor_of(limb: Limb, percent: int) -> Number | None:
    """The least that a lenient tier may start at under a maximum-only limb, on the limb's scale; else None."""
    if not limb.maximum_only or limb.bounds.high is None:
        return None
    return exact(Fraction(limb.bounds.high) * percent / _PERCENT)


def _with_equals_excused(ladder: Ladder, rises: set[tuple[int, int]]) -> Ladder:
    """The ladder, where a fine that stays the same is no fault if the tier is heavier on another ladder."""
    if all(step.relation != "equal" for step in ladder.steps):
        return ladder
    steps = []
    for step in ladder.steps:
        more = len(step.upper.tier.matches) > len(step.lower.tier.matches)
        excused = step.relation == "equal" and (more or (step.lower.order, step.upper.order) in rises)
        steps.append(Step(step.lower, step.upper, "rising") if excused else step)
    return ladder._replace(steps=tuple(steps))


def _tracks(violation: Violation) -> Iterable[list[Stand]]:
    found: dict[tuple[object, ...], list[Stand]] = {}
    for tier in violation.tiers:
        if tier.standing is not None:
            for match in tier.matches:
                found.setdefault(_track(match), []).append(Stand(tier, match))
    return found.values()


def _track(match: Match) -> tuple[object, ...]:
    """What ranges must have in common to be compared: as the law says it, else as the tier does."""
    keys = {(one.scale, one.target, base_key(one.base), one.per) for one in match.candidates}
    if len(keys) == 1:
        return (True, *keys.pop())
    limb = match.limb
    return (False, limb.scale, limb.target, base_key(limb.base), limb.per)


def _single(track: list[Stand]) -> Iterable[list[Stand]]:
    """The track as a whole where each tier has one range in it, else by the limbs of the law."""
    ranges: dict[int, set[Bounds]] = {}
    for stand in track:
        ranges.setdefault(stand.tier.standing.order, set()).add(stand.bounds)  # type: ignore[union-attr]
    if all(len(found) == 1 for found in ranges.values()):
        return (track,)
    parts: dict[tuple[object, ...], list[Stand]] = {}
    for stand in track:
        limb = stand.match.sure or stand.match.limb
        key = limb.terms if stand.match.sure else (limb.bands, limb.case)
        parts.setdefault(key, []).append(stand)
    return parts.values()


def _ladder(violation: Violation, stands: Sequence[Stand]) -> Ladder:
    by_order: dict[int, list[Stand]] = {}
    for stand in stands:
        by_order.setdefault(stand.tier.standing.order, []).append(stand)  # type: ignore[union-attr]
    rungs = tuple(_rung(order, by_order[order]) for order in sorted(by_order))
    limbs = {limb.terms: limb for stand in stands for limb in stand.match.candidates}
    ordered = sorted(limbs.values(), key=lambda limb: (limb.bounds.low or 0, limb.bounds.high or 0))
    return Ladder(violation, tuple(ordered), rungs, _explained(list(_steps(violation, rungs))))


def _rung(order: int, stands: Sequence[Stand]) -> Rung:
    first = stands[0]
    bounds = first.bounds if all(stand.bounds == first.bounds for stand in stands) else None
    match, law = first.match, first.match.sure
    unfit = match.whole or match.above or match.below or (law and law.bounds.fixed)
    # 处一万元，每增加一处加罚二千元: what was not read may be what seems to be missing.
    unfit = unfit or any(stand.tier.unread for stand in stands)
    return Rung(order, first.tier.level, tuple(stands), bounds, sound=bounds is not None and not unfit)


def _steps(violation: Violation, rungs: Sequence[Rung]) -> Iterator[Step]:
    orders = sorted({tier.standing.order for tier in violation.tiers if tier.standing and not tier.waives})
    ranges = [rung.bounds for rung in rungs if rung.bounds and rung.level is not Level.MITIGATED]
    only_sums = all(bounds.fixed for bounds in ranges)
    for lower, upper in pairwise(rungs):
        adjacent = orders.index(upper.order) == orders.index(lower.order) + 1
        step = _step(lower, upper)
        if lower.level is Level.MITIGATED:
            excused = step.relation in ("gap", "overlap")
        else:
            excused = step.relation == "gap" and (only_sums or not adjacent or _hole(violation, lower, upper))
        yield Step(lower, upper, "rising") if excused else step


def _explained(steps: list[Step]) -> tuple[Step, ...]:
    """The steps, where a gap beside a tier that does not rise is no second fault."""
    fallen = {
        rung.order for step in steps if step.relation in ("falling", "equal") for rung in (step.lower, step.upper)
    }
    return tuple(
        Step(step.lower, step.upper, "rising")
        if step.relation == "gap" and fallen & {step.lower.order, step.upper.order}
        else step
        for step in steps
    )


def _hole(violation: Violation, lower: Rung, upper: Rung) -> bool:
    """Whether a tier is missing between the two: then the gap is its absence."""
    if not violation.is_own or lower.level is None or upper.level is None:
        return False
    between = [level for level in FIVE if lower.level < level < upper.level]
    return bool(between) and any(level in coverage(violation).missing for level in between)


def _step(lower: Rung, upper: Rung) -> Step:
    below, above = lower.bounds, upper.bounds
    if below is None or above is None or not lower.sound or not upper.sound:
        return Step(lower, upper, "unjudged")
    if below.same_ends(above):
        relation: Relation = "rising" if heavier(upper.tier.standard, lower.tier.standard) else "equal"
        return Step(lower, upper, relation, None if relation == "rising" else above)
    if _falls(below.low, above.low) or _falls(below.high, above.high):
        # A lower fine beside detention or a lost licence may well be the heavier penalty: people weigh that.
        return Step(lower, upper, "unjudged" if heavier(upper.tier.standard, lower.tier.standard) else "falling")
    shared = below.shared(above)
    if shared is not None:
        return Step(lower, upper, "overlap", shared)
    whole_yuan = _YUAN if lower.stands[0].match.limb.scale == "sum" else 0
    gap = below.gap_before(above, whole_yuan)
    return Step(lower, upper, "gap", gap) if gap else Step(lower, upper, "rising")


def _falls(low: Number | None, high: Number | None) -> bool:
    return low is not None and high is not None and high < low
