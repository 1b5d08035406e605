"""The one matching of a tier's limbs with the statute's: which limb of the law each range of a standard belongs to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from enforcer.annexes.bands import Band, read_bands
from enforcer.annexes.bounds import joined
from enforcer.annexes.limbs import Limb, affinity, same_base, same_measure
from enforcer.annexes.statutes import Law

Doubt: TypeAlias = Literal["unstated", "unread", "without-fine", "scale", "base", "measure", "target", "case"]
Fit: TypeAlias = Literal["within", "across", "outside"]

_KEPT: Final = 4096
_CASES: Final = (
    *("逾期", "拒不", "再次", "屡", "情节严重", "情节特别严重", "情节较轻", "情节轻微"),
    *("造成严重后果", "造成事故", "重大"),
)
_NEGATED: Final = "(?<![未不没尚无非])(?<!没有)(?<!尚未)(?<!未有)"


@dataclass(frozen=True, eq=False)
class Match:
    """A limb of a tier and the statute's limbs that it may belong to; one candidate is for sure.

    `doubt` says why there is no candidate: the law's fine is not stated or unread, or none of its limbs has the
    same scale (sum or ratio), base, measure (每日), target or value band. `fit` tells whether the tier's range lies
    within a candidate, across several that together hold it, or outside. `loose` marks an addressee guessed in a
    standard that tells several apart; `partial` a law with unread words beside its limbs. `whole`: the tier repeats the
    law's range from end to end, though that leaves a choice.
    """

    limb: Limb
    candidates: tuple[Limb, ...] = ()
    doubt: Doubt | None = None
    fit: Fit = "outside"
    loose: bool = False
    partial: bool = False
    whole: bool = False

    @cached_property
    def sure(self) -> Limb | None:
        """The one limb of the law it belongs to, None where that cannot be said for sure."""
        return self.candidates[0] if len(self.candidates) == 1 and not self.partial else None

    @property
    def uncertain(self) -> bool:
        """Whether a fault against the candidates could be none against what is not known."""
        return self.loose or self.partial

    @cached_property
    def above(self) -> Limb | None:
        """The law's highest limb, where the tier reaches above every candidate."""
        if self.fit != "outside" or not self.candidates:
            return None
        if not all(self.limb.bounds.exceeds(one.bounds) for one in self.candidates):
            return None
        return max(self.candidates, key=lambda one: one.bounds.high or 0)

    @cached_property
    def below(self) -> Limb | None:
        """The law's lowest limb, where the tier reaches below every candidate."""
        if self.fit != "outside" or not self.candidates:
            return None
        if not all(self.limb.bounds.undercuts(one.bounds) for one in self.candidates):
            return None
        return min(self.candidates, key=lambda one: one.bounds.low or 0)

    @cached_property
    def astray(self) -> bool:
        """Whether it is outside in a way that depends on the candidate: which fault it is cannot be said."""
        return self.fit == "outside" and bool(self.candidates) and self.above is None and self.below is None


def match_limbs(limbs: Sequence[Limb], law: Law, conditions: str) -> tuple[Match, ...]:
    """Each limb of a tier matched with the law's; `conditions` are the tier's 适用条件."""
    if not law.limbs:
        doubt: Doubt = "unstated" if law.knowledge == "read" else law.knowledge
        return _doubted(tuple(limbs), doubt)
    return _matched(tuple(limbs), _Statute(law.limbs, law.partial), conditions if law.tells_cases else "")


class _Statute(NamedTuple):
    """What of a law a tier is matched with."""

    limbs: tuple[Limb, ...]
    partial: bool


@lru_cache(maxsize=_KEPT)
def _doubted(limbs: tuple[Limb, ...], doubt: Doubt) -> tuple[Match, ...]:
    return tuple(Match(limb, doubt=doubt) for limb in limbs)


@lru_cache(maxsize=_KEPT)
def _matched(limbs: tuple[Limb, ...], law: _Statute, conditions: str) -> tuple[Match, ...]:
    tells_apart = len({limb.addressee for limb in limbs}) > 1
    return tuple(_match(limb, _crowded(limb, limbs), tells_apart, law, conditions) for limb in limbs)


def _match(limb: Limb, crowded: bool, tells_apart: bool, law: _Statute, conditions: str) -> Match:
    comparable, doubt = _comparable(limb, law.limbs)
    found: Sequence[Limb] = comparable
    if doubt is None:
        found, closeness = _addressed(limb, comparable, crowded)
        if not found and not tells_apart and _goes_without_saying(limb, law):
            found = comparable
        if not found:
            doubt = "target"
    if doubt is not None:
        return Match(limb, doubt="unread" if law.partial else doubt, partial=law.partial)
    found = _in_band(found, limb.bands or read_bands(conditions))
    if not found:
        return Match(limb, doubt="case", partial=law.partial)
    within = [one for one in found if limb.bounds.within(one.bounds)]
    if within:
        chosen = tuple(_by_case(within, f"{limb.case or ''}\n{conditions}"))
        whole = len(chosen) == 1 and not law.partial and _repeats(limb, chosen[0], found)
        return Match(limb, chosen, fit="within", partial=law.partial, whole=whole)
    spanned = joined([one.bounds for one in found])
    fit: Fit = "across" if any(limb.bounds.within(one) for one in spanned) else "outside"
    return Match(limb, tuple(found), None, fit, loose=tells_apart and closeness == 1, partial=law.partial)


def _goes_without_saying(limb: Limb, law: _Statute) -> bool:
    """Whether a tier that names nobody can only strike whom the law strikes: its head alone, its staff alone."""
    return limb.target is None and not law.partial and len({one.addressee for one in law.limbs}) == 1


def _comparable(limb: Limb, limbs: Sequence[Limb]) -> tuple[Sequence[Limb], Doubt | None]:
    found = [one for one in limbs if one.scale == limb.scale]
    if not found:
        return (), "scale"
    if limb.scale == "ratio":
        found = [one for one in found if same_base(limb.base, one.base)]
        if not found:
            return (), "base"
    found = [one for one in found if same_measure(limb, one)]
    return found, None if found else "measure"


def _addressed(limb: Limb, limbs: Sequence[Limb], crowded: bool) -> tuple[list[Limb], int]:
    """The limbs that address whom the tier's limb addresses, and how surely."""
    if crowded and len({one.addressee for one in limbs}) > 1:
        return list(limbs), 1
    closeness = [affinity(limb, one) for one in limbs]
    best = max(closeness)
    return [one for one, close in zip(limbs, closeness, strict=True) if close == best and best], best


def _crowded(limb: Limb, siblings: Sequence[Limb]) -> bool:
    """Whether the standard names several ranges alike without saying whom each strikes."""
    alike = [
        one
        for one in siblings
        if (one.scale, one.per, one.target, one.bands, one.case) == (limb.scale, limb.per, None, limb.bands, limb.case)
    ]
    return len(alike) > 1 and limb.target is None


def _in_band(limbs: Sequence[Limb], bands: Sequence[Band]) -> list[Limb]:
    return [one for one in limbs if not any(mine.apart_from(theirs) for mine in bands for theirs in one.bands)]


def _by_case(limbs: list[Limb], words: str) -> Iterator[Limb]:
    """Of several limbs that all hold the range: those whose case the tier names, else those that set no case."""
    named = [one for one in limbs if one.case and _names(words, one.case)]
    plain = [one for one in limbs if not one.case and not one.bands]
    yield from named or plain or limbs


def _repeats(limb: Limb, statute: Limb, beside: Sequence[Limb]) -> bool:
    """Whether a tier repeats a limb of the law; one for a graver case, set apart by the law itself, may be repeated."""
    if statute.bounds.fixed or statute.bounds.high is None or not limb.bounds.covers_ends_of(statute.bounds):
        return False
    return not statute.case or all(one.case for one in beside)


def _names(words: str, case: str) -> bool:
    keys = [key for key in _CASES if key in case] or [case]
    return any(re.search(_NEGATED + re.escape(key), words) for key in keys)
