"""Which article punishes a violation: read from its 法定依据, the law under one title, the article in numbers."""

from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from enforcer.annexes.benchmark import Violation, violations
from enforcer.annexes.overlaps.actors import Actor, actors
from enforcer.domain.dossier import County
from enforcer.language.blanks import fold
from enforcer.language.citations import Citation, read_citations
from enforcer.language.law_names import law_key
from enforcer.language.patterns import pattern
from enforcer.language.provisions import Provision

_KEPT: Final = 8192
_PUNISHES: Final = (
    r"罚款|罚金|警告|没收|吊销|暂扣|拘留|责令(?:停产|停业|关闭)|处以?.{0,30}?[元倍]|给予.{0,6}处罚|依法处罚"
)
_FORBIDS: Final = r"(?:违反了?|不符合|未按照?|未依照)[^。;,，；]{0,4}$"
_REACH: Final = 10


class Punished(NamedTuple):
    """A place in a law that punishes: the law's key, the paragraph or the article as a whole, and the items named."""

    law: str
    place: Provision
    items: frozenset[int]

    @property
    def subject(self) -> str:
        """《安全生产法》第94条第1款."""
        return f"《{self.law}》{self.place}"


class Claim(NamedTuple):
    """A unit's claim to punish a violation by a place in a law."""

    actor: Actor
    violation: Violation
    punished: Punished


def claims(county: County) -> tuple[Claim, ...]:
    """The claims of all benchmarks, in reading order."""
    return county.once(claims, lambda: _claims(county))


@lru_cache(maxsize=_KEPT)
def punishing_places(basis: str) -> tuple[Punished, ...]:
    """The places that punish, among those that a 法定依据 cites; () where none is told for sure.

    A citation after 违反 forbids, and 本法第十条 within quoted words refers: neither punishes. Where the cell quotes
    the law, the place is the one whose words speak of a penalty; where it gives numbers alone, the last article of
    each law, penalties standing at a law's end. A range of articles is no one place.
    """
    text = fold(basis)
    heads = [one for one in read_citations(basis) if one.provision and not one.reference and _law_of(one)]
    punishing = [one for one in heads if not _forbids(text, one)]
    ends = {id(one): following.span[0] for one, following in pairwise(heads)}
    said = [
        one
        for one in punishing
        if pattern(_PUNISHES).search(text, one.span[1], max(ends.get(id(one), len(text)), one.span[1]))
    ]
    chosen = [_narrowed(one, heads) for one in said] or _last_articles(punishing)
    places: dict[tuple[str, Provision], set[int]] = {}
    for one in chosen:
        if one.provision is not None and one.through is None:
            whole = one.provision._replace(item=None, subitem=None)
            items = places.setdefault((_law_of(one), whole), set())
            items.add(one.provision.item or 0)
    narrowed = {(law, place._replace(paragraph=None)) for law, place in places if place.paragraph is not None}
    return tuple(
        Punished(law, place, frozenset(items - {0}))
        for (law, place), items in places.items()
        if place.paragraph is not None or (law, place) not in narrowed
    )


def _claims(county: County) -> tuple[Claim, ...]:
    named = _orders(county)
    made = []
    for actor in actors(county):
        for violation in violations(actor.dossier):
            found = dict.fromkeys(place for basis in violation.law.bases for place in punishing_places(basis))
            made += [Claim(actor, violation, one._replace(law=named.get(one.law, one.law))) for one in found]
    return tuple(made)


def _orders(county: County) -> dict[str, str]:
    """An order's number (国务院令第591号) -> the title that some cell of the county gives beside it."""
    known: dict[str, set[str]] = {}
    for actor in actors(county):
        for violation in violations(actor.dossier):
            for basis in violation.law.bases:
                if "令" in basis:
                    for one in read_citations(basis):
                        if one.order and one.title:
                            known.setdefault(one.order, set()).add(law_key(one.title))
    return {order: titles.pop() for order, titles in known.items() if len(titles) == 1}


def _law_of(one: Citation) -> str:
    return law_key(one.title) if one.title else one.order or ""


def _forbids(text: str, one: Citation) -> bool:
    start = one.span[0]
    return pattern(_FORBIDS).search(text, max(0, start - _REACH), start) is not None


def _narrowed(one: Citation, heads: list[Citation]) -> Citation:
    """第三十一条 at the head of the quoted words, where 第三十一条第（一）项 was cited before them: that item."""
    mine = one.provision
    if mine is None or mine != Provision(mine.article, mine.suffix):
        return one
    earlier = (
        other
        for other in heads
        if other.provision is not None
        and other.provision != mine
        and other.span < one.span
        and (_law_of(other), other.provision.article, other.provision.suffix)
        == (_law_of(one), mine.article, mine.suffix)
    )
    return next(earlier, one)


def _last_articles(cited: list[Citation]) -> list[Citation]:
    last: dict[str, tuple[int, int]] = {}
    for one in cited:
        if one.provision is not None:
            number = (one.provision.article, one.provision.suffix)
            last[_law_of(one)] = max(number, last.get(_law_of(one), number))
    return [
        one
        for one in cited
        if one.provision is not None and (one.provision.article, one.provision.suffix) == last[_law_of(one)]
    ]
