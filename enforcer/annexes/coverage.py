"""Which of the five tiers a violation lacks."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from enforcer.annexes.benchmark import Tier, Violation
from enforcer.annexes.tier_words import FIVE, Degree, Level

Outcome: TypeAlias = Literal["complete", "missing", "too-few", "unclear"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """`missing` names the tiers that are not there; with "too-few" they cannot be named, with "unclear" not be told.

    `named` are the tiers as typed; `unread` the rows whose tier cell names no tier.
    """

    outcome: Outcome
    missing: tuple[Level, ...]
    named: tuple[str, ...]
    unread: tuple[Tier, ...]


def has_all_five(violation: Violation) -> bool:
    """Whether each of the five tiers is there, so that nothing more needs to be asked."""
    levels = [tier.standing.level for tier in violation.tiers if tier.standing]
    return all(level in levels for level in FIVE)


def coverage(violation: Violation) -> Coverage:
    """How far the tiers of a violation are the five that the notice asks for.

    减轻 and 不予处罚 count for none. Words of another scale (轻微、一般、较重、严重、特别严重) that are five in number
    may well mean the five: that is unclear, never missing.
    """
    tiers = [tier for tier in violation.tiers if tier.level not in (Level.WAIVED, Level.MITIGATED)]
    placed = {tier.standing.order: tier for tier in tiers if tier.standing}
    unread = tuple(tier for tier in tiers if not tier.standing)
    levels = {tier.level for tier in placed.values()}
    named = (*(placed[order].name for order in sorted(placed)), *(one.name for one in unread if one.name))
    missing = tuple(level for level in FIVE if level not in levels)
    numbered = any(tier.word and tier.word.number is not None for tier in placed.values())
    if not missing or (numbered and len(placed) >= len(FIVE)):
        return Coverage("complete", (), named, unread)
    words = [tier.row["tier"] for tier in unread]
    possible = len(placed) + len(set(words) - {""}) + words.count("")
    if possible < len(FIVE):
        return Coverage("too-few" if numbered or unread else "missing", missing, named, unread)
    by_the_notice = any(tier.word and tier.word.degree is Degree.LENIENT for tier in tiers)
    if unread or not by_the_notice:
        return Coverage("unclear", missing, named, unread)
    return Coverage("missing", missing, named, unread)
