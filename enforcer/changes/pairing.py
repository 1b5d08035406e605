"""Which entry of one file is which of the other: by exact keys first, then by likeness, never by position alone.

Both directions find the same pairs: comparing new with old mirrors comparing old with new.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final, Generic, TypeVar

from enforcer.language.blanks import bare

T = TypeVar("T")
Key = Callable[[T], Hashable]
Clash = Callable[[T, T], bool]

_LONGEST: Final = 400
_MOST_LIKENESSES: Final = 60_000
"""So many pairs are weighed at most; rare wordings first."""
_MOST_SHARED: Final = 400
"""A pair of letters that stands in more pairs of entries than this tells nothing."""


@dataclass(frozen=True, slots=True)
class Stage(Generic[T]):
    """One way to tell that two entries are the same: equal keys; None is no key.

    Of several with one key the first goes with the first; with `lone`, only a key that stands once on each side
    counts, and only where the two do not clash.
    """

    key: Key[T]
    lone: bool = False
    clash: Clash[T] | None = None


@dataclass(frozen=True, slots=True)
class Pairs(Generic[T]):
    """Entries of both files that are the same, in the new file's order, and those that have no counterpart."""

    both: tuple[tuple[T, T], ...]
    removed: tuple[T, ...]
    added: tuple[T, ...]
    moved: int


def paired(
    old: Sequence[T], new: Sequence[T], stages: Iterable[Stage[T]], wording: Callable[[T], str] | None = None
) -> Pairs[T]:
    """The pairs by these stages, then by the likeness of `wording` (at least half the letter pairs shared)."""
    left, right = list(range(len(old))), list(range(len(new)))
    made: dict[int, int] = {}
    for stage in stages:
        if not left or not right:
            break
        made |= _by_key(old, new, left, right, stage)
        left, right = _without(left, made.keys()), _without(right, made.values())
    if wording is not None and left and right:
        made |= _by_likeness({at: wording(old[at]) for at in left}, {at: wording(new[at]) for at in right})
        left, right = _without(left, made.keys()), _without(right, made.values())
    order = sorted(made.items(), key=lambda pair: pair[1])
    return Pairs(
        tuple((old[one], new[other]) for one, other in order),
        tuple(old[at] for at in left),
        tuple(new[at] for at in right),
        len(order) - _longest_rise([one for one, _ in order]),
    )


def _by_key(
    old: Sequence[T], new: Sequence[T], left: Sequence[int], right: Sequence[int], stage: Stage[T]
) -> dict[int, int]:
    there: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at in right:
        key = stage.key(new[at])
        if key is not None:
            there[key].append(at)
    here: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at in left:
        key = stage.key(old[at])
        if key is not None and key in there:
            here[key].append(at)
    made: dict[int, int] = {}
    for key, ones in here.items():
        others = there[key]
        if not stage.lone:
            made.update(zip(ones, others, strict=False))
        elif len(ones) == len(others) == 1 and not (stage.clash and stage.clash(old[ones[0]], new[others[0]])):
            made[ones[0]] = others[0]
    return made


def _without(places: Sequence[int], taken: Iterable[int]) -> list[int]:
    gone = set(taken)
    return [at for at in places if at not in gone]


def _by_likeness(old: dict[int, str], new: dict[int, str]) -> dict[int, int]:
    """The most alike pairs first; of equally alike ones those that stand nearest to each other.

    Alike are wordings that share at least half of their letter pairs (Dice), which is the same both ways.
    """
    here = {at: _letters(text) for at, text in old.items()}
    there = {at: _letters(text) for at, text in new.items()}
    ranked = []
    for one, other in _candidates(here, there):
        common, total = len(here[one] & there[other]), len(here[one]) + len(there[other])
        if common and common * 4 >= total:
            ranked.append((Fraction(-common, total), abs(one - other), one + other, one, other))
    made: dict[int, int] = {}
    taken: set[int] = set()
    for *_, one, other in sorted(ranked):
        if one not in made and other not in taken:
            made[one] = other
            taken.add(other)
    return made


def _letters(text: str) -> frozenset[str]:
    plain = bare(text[:_LONGEST])
    return frozenset(map("".join, pairwise(plain))) if len(plain) > 1 else frozenset({plain} - {""})


def _candidates(old: dict[int, frozenset[str]], new: dict[int, frozenset[str]]) -> Iterable[tuple[int, int]]:
    """Pairs worth weighing: those that share a letter pair few others have, up to a bound on the work."""
    if len(old) * len(new) <= _MOST_LIKENESSES:
        return [(one, other) for one in old for other in new]
    here, there = _index(old), _index(new)
    shared = sorted((len(here[pair]) * len(there[pair]), pair) for pair in here.keys() & there.keys())
    found: set[tuple[int, int]] = set()
    for weight, pair in shared:
        if weight > _MOST_SHARED or len(found) + weight > _MOST_LIKENESSES:
            break
        found.update((one, other) for one in here[pair] for other in there[pair])
    return found


def _index(letters: dict[int, frozenset[str]]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for at, pairs in letters.items():
        for pair in pairs:
            index.setdefault(pair, []).append(at)
    return index


def _longest_rise(numbers: Sequence[int]) -> int:
    """The length of the longest ascending choice of these different numbers: what did not move."""
    tails: list[int] = []
    for number in numbers:
        at = bisect_left(tails, number)
        tails[at : at + 1] = [number]
    return len(tails)


def times(keys: Iterable[Hashable]) -> frozenset[tuple[Hashable, int]]:
    """The keys with how often each stands, whatever their order."""
    return frozenset(Counter(keys).items())
