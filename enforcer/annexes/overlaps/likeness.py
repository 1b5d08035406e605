"""Violations and targets that two units put in other words: a listing by likeness, never a finding."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

from enforcer.annexes.benchmark import violations
from enforcer.annexes.inspection import inspections
from enforcer.annexes.overlaps.actors import Actor, actors
from enforcer.annexes.overlaps.record import Overlap, Party
from enforcer.domain.dossier import County
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import bare, is_answered
from enforcer.language.inspection_targets import read_targets
from enforcer.language.patterns import pattern

Likened: TypeAlias = Literal["violation", "target"]

LEAST: Final = 80
_SHORTEST: Final = 4
_LONGEST: Final = 200
_COMMON: Final = 60
"""A pair of characters that stands in more texts than this tells too little to compare all of them by it."""
_SHARE: Final = 0.5
_SIGNS: Final = r"[^0-9a-z\u4e00-\u9fff]"


class Likeness(NamedTuple):
    """Two units' words that are alike: how much (0 to 100), and both claims."""

    kind: Likened
    score: int
    one: Party
    other: Party


class _Text(NamedTuple):
    """Words in one spelling, with the claims made in them, one a unit."""

    words: str
    claims: tuple[tuple[Actor, Party], ...]


def likenesses(
    county: County, kind: Likened, known: Iterable[Overlap] = (), least: int = LEAST
) -> tuple[Likeness, ...]:
    """Words of two units that score `least` or more by RapidFuzz's ratio, the likest first.

    Only texts that share half of the shorter one's character pairs are compared at all; pairs that stand everywhere
    (企业, 未按) open no comparison. Claims that stand together in a `known` overlap are left out.
    """
    together = {
        frozenset((one.place, other.place)) for overlap in known for one in overlap.parties for other in overlap.parties
    }
    texts = _texts(county, kind)
    found = (
        _ordered(Likeness(kind, score, mine, theirs))
        for one, other, score in _alike(texts, least)
        for my_actor, mine in one.claims
        for their_actor, theirs in other.claims
        if my_actor.group != their_actor.group and frozenset((mine.place, theirs.place)) not in together
    )
    return tuple(sorted({(one.one.place, one.other.place): one for one in found}.values(), key=_rank))


def _texts(county: County, kind: Likened) -> list[_Text]:
    made: dict[str, dict[str, tuple[Actor, Party]]] = {}
    for actor in actors(county):
        for words, party in _violations(actor) if kind == "violation" else _targets(actor):
            if _SHORTEST <= len(words) <= _LONGEST:
                made.setdefault(words, {}).setdefault(actor.unit, (actor, party))
    return [_Text(words, tuple(claims.values())) for words, claims in sorted(made.items())]


def _violations(actor: Actor) -> Iterator[tuple[str, Party]]:
    for one in violations(actor.dossier):
        if is_answered(one.name):
            basis = Sentence("法定依据：{basis}", {"basis": "；".join(one.law.bases)})
            yield _plain(one.name), Party(actor.unit, one.name, one.place("violation"), basis)


def _targets(actor: Actor) -> Iterator[tuple[str, Party]]:
    for one in inspections(actor.dossier):
        detail = Sentence(
            "检查时间：{period}；检查内容：{matter}", {"period": one.row["period"], "matter": one.row["matter"]}
        )
        for target in read_targets(one.target):
            yield _plain(target.words), Party(actor.unit, one.target, one.row.place("target"), detail)


def _plain(text: str) -> str:
    return pattern(_SIGNS).sub("", bare(text))


def _alike(texts: list[_Text], least: int) -> Iterator[tuple[_Text, _Text, int]]:
    """Pairs of texts that score enough; a text with itself too, where several units use the very words."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - only this listing needs it

    pairs = [_pairs(text.words) for text in texts]
    where: dict[str, list[int]] = {}
    for index, own in enumerate(pairs):
        for pair in own:
            where.setdefault(pair, []).append(index)
    for index, text in enumerate(texts):
        if len(text.claims) > 1:
            yield text, text, 100
        shared = Counter(
            other for pair in pairs[index] if len(where[pair]) <= _COMMON for other in where[pair] if other > index
        )
        rare = sum(len(where[pair]) <= _COMMON for pair in pairs[index])
        for other, count in shared.items():
            if count >= _SHARE * min(rare, len(pairs[other])):
                score = round(ratio(text.words, texts[other].words, score_cutoff=least - 0.5))
                if score >= least:
                    yield text, texts[other], score


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[place : place + 2] for place in range(len(words) - 1))


def _ordered(one: Likeness) -> Likeness:
    first, second = sorted((one.one, one.other), key=lambda party: (party.unit, party.place.file, party.place.address))
    return one._replace(one=first, other=second)


def _rank(one: Likeness) -> tuple[object, ...]:
    return (-one.score, one.one.unit, one.one.words, one.other.unit, one.other.words)
