"""Why a tier cannot be judged by the statute: said with its cell, never passed over."""

from collections.abc import Iterable, Iterator
from typing import Final

from enforcer.annexes.benchmark import Tier, Violation
from enforcer.annexes.ladder import Ladder
from enforcer.annexes.matching import Match
from enforcer.domain.rule import Cause, Unsure
from enforcer.domain.sentence import Sentence

_REASONS: Final = {
    "unstated": Sentence("表中没有法定罚款的原文（法定罚款幅度未填，法定依据也没有引出罚款条文），无法对照"),
    "unread": Sentence("法定罚款的原文未能全部读懂，无法对照"),
    "measure": Sentence("具体标准与法定罚款的计算单位不同（如按每平方米、每日计算），无法对照"),
    "target": Sentence("具体标准的处罚对象在法定罚款中找不到，无法对照"),
    "case": Sentence("具体标准所说的数额段在法定罚款中找不到，无法对照"),
    "several": Sentence("法定罚款有几个幅度，无法确定对应哪一个"),
}
_TIER_UNREAD: Final = Sentence("具体标准中的罚款未能读懂，无法对照")
_TIER_UNNAMED: Final = Sentence("裁量阶次未能识别，无法比较")
_TIER_DIVIDED: Final = Sentence("同一阶次有几个不同的罚款幅度，没有与其他阶次比较")
_HIGHER: Final = Sentence("执行省市标准，仅核对引用")
_ODD_SOURCE: Final = Sentence("标准来源既不是本单位，也不是省、市，无法确定是否应当细化")


def of_source(violation: Violation) -> Unsure | None:
    """Why a rule on refining does not apply to a standard that the unit did not set; None where it did."""
    if violation.is_own:
        return None
    if violation.source == "other":
        return Unsure("not_applicable", _ODD_SOURCE, violation.place("source"))
    return Unsure("not_applicable", _HIGHER, violation.place("violation"))


def of_violation(violation: Violation) -> Iterator[Unsure]:
    """What no tier of a violation can be judged for: its statute tells nothing, or its standards cannot be read."""
    known = violation.law.knowledge
    if known == "unread" or (known == "unstated" and any(t.limbs for t in violation.tiers)):
        cause: Cause = "unreadable" if known == "unread" else "absent"
        yield Unsure(cause, _REASONS[known], violation.law_place)
    for tier in violation.tiers:
        if tier.unread:
            yield Unsure("unreadable", _TIER_UNREAD, tier.place("standard"))


def of_match(tier: Tier, match: Match) -> Unsure | None:
    """Why this limb of a tier cannot be set beside the statute; None where it can, or `of_violation` said it.

    A sum against a multiple and another base are a fault (A312), no doubt.
    """
    if match.doubt in ("scale", "base", "unstated", "without-fine") or (match.doubt == "unread" and not match.partial):
        return None
    reason = _REASONS["several"] if match.doubt is None else _REASONS[match.doubt]
    return Unsure("unreadable", reason, tier.place("standard"))


def of_neighbours(violation: Violation, ladders: Iterable[Ladder]) -> Iterator[Unsure]:
    """The rows that cannot be compared with their neighbours: unread, of no tier, or at odds with others of theirs."""
    for tier in violation.tiers:
        if tier.unread:
            yield Unsure("unreadable", _TIER_UNREAD, tier.place("standard"))
        if tier.standing is None and tier.limbs:
            yield Unsure("unreadable", _TIER_UNNAMED, tier.place("tier"))
    for rung in (rung for ladder in ladders for rung in ladder.rungs):
        if rung.bounds is None:
            yield Unsure("unreadable", _TIER_DIVIDED, rung.tier.place("standard"))
