"""The record of an overlap: what is claimed, by whom, in which words, at which cells; and a key that lasts."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final, Literal, NamedTuple, TypeAlias

from enforcer.domain.row import Place
from enforcer.domain.sentence import Sentence
from enforcer.language.dates import Month

Kind: TypeAlias = Literal["law", "violation", "target", "officer"]
KINDS: Final[tuple[Kind, ...]] = ("law", "violation", "target", "officer")
CODES: Final[dict[Kind, str]] = {"officer": "X003", "law": "X004", "violation": "X005", "target": "X006"}

_DIGITS: Final = 6


class Party(NamedTuple):
    """One claim: the unit, its words as typed, the cell, and what tells the rest: citation, ladder, period, credential.

    `months` are those that an inspection touches.
    """

    unit: str
    words: str
    place: Place
    detail: Sentence
    months: tuple[Month, ...] = ()


class Overlap(NamedTuple):
    """What several units claim. `pairs` are the units that meet each other: of three, two may not.

    `key` is made of kind, subject and units alone: it stays when cells move, and changes when another unit joins.
    """

    kind: Kind
    key: str
    subject: str
    parties: tuple[Party, ...]
    pairs: tuple[tuple[str, str], ...]

    @property
    def code(self) -> str:
        """The rule that speaks of it."""
        return CODES[self.kind]

    @property
    def units(self) -> tuple[str, ...]:
        """Who claims it, each once."""
        return tuple(dict.fromkeys(party.unit for party in self.parties))


class Doubt(NamedTuple):
    """What could not be compared, and why."""

    reason: Sentence
    place: Place


class Seen(NamedTuple):
    """What was looked for in a county, found or not to be told."""

    overlaps: tuple[Overlap, ...]
    doubts: tuple[Doubt, ...] = ()


class Draft(NamedTuple):
    """An overlap before it has its key. `identity` are the units' lasting names, in any order."""

    subject: str
    parties: Sequence[Party]
    identity: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def recorded(kind: Kind, drafts: Iterable[Draft]) -> tuple[Overlap, ...]:
    """The drafts as overlaps, by subject and units; parties by unit and cell, so that the order of files is nothing."""
    taken: dict[str, int] = {}
    made = []
    for draft in sorted(drafts, key=lambda one: (one.subject, sorted(one.identity), _cells(one.parties))):
        digest = sha256("\n".join((kind, draft.subject, *sorted(draft.identity))).encode()).hexdigest()[:_DIGITS]
        key = f"{CODES[kind]}-{digest}"
        taken[key] = taken.get(key, 0) + 1
        if taken[key] > 1:
            key = f"{key}-{taken[key]}"
        pairs = sorted({(min(pair), max(pair)) for pair in draft.pairs})
        made.append(Overlap(kind, key, draft.subject, tuple(sorted(draft.parties, key=_rank)), tuple(pairs)))
    return tuple(made)


def _cells(parties: Iterable[Party]) -> list[tuple[str, str, str, int, int]]:
    return sorted(map(_rank, parties))


def _rank(party: Party) -> tuple[str, str, str, int, int]:
    place = party.place
    return (party.unit, place.file, place.sheet or "", place.row or 0, place.column or 0)
