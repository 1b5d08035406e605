"""The same article, claimed by two units (X005), and there with different ladders (X004)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple, TypeAlias

from enforcer.annexes.benchmark import Violation
from enforcer.annexes.bounds import Bounds
from enforcer.annexes.limbs import Limb, base_key
from enforcer.annexes.overlaps.actors import Actor, pairs_of
from enforcer.annexes.overlaps.claims import Claim, claims
from enforcer.annexes.overlaps.record import Draft, Party, Seen, recorded
from enforcer.annexes.sums import brief, whom
from enforcer.annexes.tier_words import Level
from enforcer.domain.dossier import County
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import bare

_Slot: TypeAlias = tuple[object, ...]
"""A tier for one addressee on one scale: what two ladders must share to be compared."""

_COMPARED: Final = frozenset(
    (Level.MITIGATED, Level.LENIENT, Level.LIGHTER, Level.ORDINARY, Level.HEAVIER, Level.SEVERE)
)


class _Range(NamedTuple):
    """A tier's range, and the range of the law that it refines, None where that is not known for sure."""

    statute: Bounds | None
    bounds: Bounds


class _Shared(NamedTuple):
    """Claims of several units to one place in a law; an item is named where all claims are to items."""

    subject: str
    claims: tuple[Claim, ...]


def same_violations(county: County) -> Seen:
    """Each place in a law that two units punish by."""
    return Seen(recorded("violation", (_claimed(one) for one in _shared(county))))


def different_ladders(county: County) -> Seen:
    """Each place in a law for which two units that punish by it have ladders that differ."""
    return Seen(recorded("law", (draft for one in _shared(county) if (draft := _compared(one)) is not None)))


def _shared(county: County) -> tuple[_Shared, ...]:
    return county.once(_shared, lambda: tuple(_joined(_grouped(claims(county)))))


def _joined(made: Iterable[_Shared]) -> Iterator[_Shared]:
    """Places that the very same violations cite together (第二十六条第一、二款) are one overlap."""
    alike: dict[tuple[object, ...], list[_Shared]] = {}
    for one in made:
        key = (one.claims[0].punished.law, *(id(claim.violation) for claim in one.claims))
        alike.setdefault(key, []).append(one)
    for same in alike.values():
        places = (one.subject.partition("》")[2] for one in same[1:])
        yield same[0]._replace(subject="、".join((same[0].subject, *places)))


def _grouped(made: Iterable[Claim]) -> Iterator[_Shared]:
    """The claims by law, article and paragraph. 第一项 and 第二项 of a paragraph are no overlap.

    Where a unit names no item it claims the whole paragraph, and so meets everybody there.
    """
    places: dict[tuple[object, ...], list[Claim]] = {}
    for claim in made:
        places.setdefault((claim.punished.law, claim.punished.place), []).append(claim)
    for same in places.values():
        if not _of_several(same):
            continue
        subject = same[0].punished.subject
        if any(not claim.punished.items for claim in same):
            yield _Shared(subject, tuple(same))
            continue
        items: dict[int, list[Claim]] = {}
        for claim in same:
            for item in claim.punished.items:
                items.setdefault(item, []).append(claim)
        for item, own in sorted(items.items()):
            if _of_several(own):
                place = same[0].punished.place._replace(item=item)
                yield _Shared(f"《{same[0].punished.law}》{place}", tuple(own))


def _of_several(some: Iterable[Claim]) -> bool:
    return len({claim.actor.group for claim in some}) > 1


def _claimed(shared: _Shared) -> Draft:
    return Draft(
        shared.subject,
        [_party(claim, Sentence("法定依据：{basis}", {"basis": _cited(claim)})) for claim in _once(shared.claims)],
        frozenset(claim.actor.identity for claim in shared.claims),
        _pairs(shared.claims),
    )


def _pairs(some: Sequence[Claim]) -> frozenset[tuple[str, str]]:
    """Who meets whom: those who claim the same item, and those who claim the whole with everybody."""
    whole = {claim.actor.unit for claim in some if not claim.punished.items}
    if not whole:
        return pairs_of(claim.actor for claim in some)
    with_whole = {pair for pair in pairs_of(claim.actor for claim in some) if whole.intersection(pair)}
    items: dict[int, list[Actor]] = {}
    for claim in some:
        for item in claim.punished.items:
            items.setdefault(item, []).append(claim.actor)
    return frozenset(chain(with_whole, *map(pairs_of, items.values())))


def _once(some: Iterable[Claim]) -> Iterable[Claim]:
    """One claim for each unit and violation in the same words: a corrected filing repeats the first."""
    return {(claim.actor.unit, bare(claim.violation.name)): claim for claim in reversed(tuple(some))}.values()


def _party(claim: Claim, detail: Sentence) -> Party:
    return Party(claim.actor.unit, claim.violation.name, claim.violation.place("violation"), detail)


def _cited(claim: Claim) -> str:
    items = sorted(claim.punished.items)
    return claim.punished.subject + "".join(f"第{item}项" for item in items)


def _compared(shared: _Shared) -> Draft | None:
    """The units whose ladders differ, side by side; None where all that can be compared are alike.

    Those who punish the same violation in the same words are compared first. Else two units differ only where no
    ladder of the one agrees with any of the other.
    """
    differing = _differing(shared.claims)
    by_words: dict[str, list[Claim]] = {}
    for claim in shared.claims:
        by_words.setdefault(bare(claim.violation.name), []).append(claim)
    for same in by_words.values():
        if len(same) < len(shared.claims) and _of_several(same):
            differing |= _differing(same)
    if not differing:
        return None
    units = {unit for pair in differing for unit in pair}
    shown = [claim for claim in shared.claims if claim.actor.unit in units]
    return Draft(
        shared.subject,
        [_party(claim, _ladder_in_words(claim.violation)) for claim in _once(shown)],
        frozenset(claim.actor.identity for claim in shown),
        frozenset(differing),
    )


def _differing(some: Sequence[Claim]) -> set[tuple[str, str]]:
    """The units that have no range in common for a tier which both refine within the same range of the law."""
    slots: dict[_Slot, dict[str, set[_Range]]] = {}
    actors = {claim.actor.unit: claim.actor for claim in some}
    for claim in some:
        for slot, range_ in _slots(claim.violation):
            slots.setdefault(slot, {}).setdefault(claim.actor.unit, set()).add(range_)
    found: set[tuple[str, str]] = set()
    for by_unit in slots.values():
        if len({frozenset(one) for one in by_unit.values()}) > 1:
            pairs = pairs_of(actors[unit] for unit in by_unit)
            found |= {(one, other) for one, other in pairs if _differ(by_unit[one], by_unit[other])}
    return found


def _differ(some: Iterable[_Range], others: Iterable[_Range]) -> bool:
    """Whether ranges can be compared at all, and none of the one's agrees with any of the other's."""
    comparable = [
        one.bounds == other.bounds
        for one in some
        for other in others
        if one.statute == other.statute or one.statute is None or other.statute is None
    ]
    return bool(comparable) and not any(comparable)


def _slots(violation: Violation) -> Iterator[tuple[_Slot, _Range]]:
    for tier in violation.tiers:
        if tier.level in _COMPARED and not tier.unread:
            for limb in tier.limbs:
                statute = next((match.sure for match in tier.matches if match.limb is limb), None)
                yield (tier.level, *_track(limb, statute)), _Range(statute.bounds if statute else None, limb.bounds)


def _track(limb: Limb, statute: Limb | None) -> tuple[object, ...]:
    """Whom the range strikes and what it is counted on, as the tier says it, else as the law does."""
    base = limb.base or (statute.base if statute else None)
    addressee = limb.addressee if limb.addressee != "any" or statute is None else statute.addressee
    return (limb.scale, addressee, base_key(base), limb.per, limb.bands, limb.case)


def _ladder_in_words(violation: Violation) -> Sentence:
    """从轻：10000-20000元、较轻：…; a tier without a fine in its own words."""
    tiers = [
        Sentence(
            "{tier}：{fine}", {"tier": tier.name or "—", "fine": [_fine(limb) for limb in tier.limbs] or tier.standard}
        )
        for tier in violation.tiers
    ]
    return Sentence("{tiers}", {"tiers": tiers})


def _fine(limb: Limb) -> Sentence:
    return Sentence("{whom}{range}", {"whom": whom(limb), "range": brief(limb, limb.bounds)})
