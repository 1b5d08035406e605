from collections.abc import Iterator

from enforcer.annexes import doubts
from enforcer.annexes.benchmark import Tier, Violation, violations
from enforcer.annexes.bounds import exact
from enforcer.annexes.ladder import floor_of
from enforcer.annexes.limbs import Limb
from enforcer.annexes.matching import Match
from enforcer.annexes.sums import amount, whom
from enforcer.annexes.tier_words import Level
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule
from enforcer.domain.sentence import Sentence


@rule(
    "A302",
    "lenient-below-floor",
    "从轻处罚下限过低",
    severity="error",
    clause="benchmark-floor",
    annexes=(3,),
    message={
        "": "{whom}从轻处罚下限{low}，法定最高{high}，{percent}%为{floor}，少{short}",
        "no-low": "{whom}从轻处罚没有下限，法定最高{high}，{percent}%为{floor}",
        "no-fine": "从轻处罚只有警告而没有罚款，法定依据没有规定警告；法定最高{high}，{percent}%为{floor}",
    },
    expected="法定罚款只有最高限值或倍数的，从轻处罚不低于最高限值或倍数的{percent}%，即{floor}",
    remedy={
        "": "请把从轻阶次的罚款下限改为{floor}以上",
        "no-low": "请写明从轻阶次的罚款下限，不低于{floor}",
        "no-fine": "法律规定了警告的，请在法定依据中抄录；没有规定的，请写明从轻阶次的罚款，下限不低于{floor}",
    },
)
def lenient_below_floor(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：法定罚款只有最高限值或者最高倍数的，从轻处罚不得低于最高限值或者倍数的20%。

    每个处罚对象、每个数额段分别计算；恰好20%符合要求，没有下限视为低于。法律同时规定警告的，从轻处罚可以只给警告。
    执行省、市标准的不适用本条。

    依据：桓政办发〔2014〕36号 二（六）。
    错误示例：法定五万元以下，从轻处罚八千元以上一万元以下。
    正确示例：法定五万元以下，从轻处罚一万元以上一万五千元以下。
    """
    percent = clause.figure("lenient_floor_percent")
    for violation in violations(dossier):
        lenient = [tier for tier in violation.tiers if tier.level is Level.LENIENT and not tier.waives]
        if not lenient:
            continue
        unsure = doubts.of_source(violation)
        if unsure is not None:
            yield unsure
            continue
        yield from doubts.of_violation(violation)
        for tier in lenient:
            yield from _of_tier(violation, tier, percent)


def _of_tier(violation: Violation, tier: Tier, percent: int) -> Iterator[Remark | Unsure]:
    if not tier.limbs and not tier.unread:
        yield from _of_no_fine(violation, tier, percent)
    for match in tier.matches:
        below = [one for one in match.candidates if _is_below(match.limb, one, percent)]
        if not below:
            unsure = doubts.of_match(tier, match) if match.doubt else None
            if unsure is not None and any(limb.maximum_only for limb in violation.law.limbs):
                yield unsure
        elif len(below) < len(match.candidates) or match.uncertain:
            yield Unsure(
                "unreadable",
                Sentence("法定罚款有几个幅度，无法确定从轻处罚对应哪一个最高限值"),
                tier.place("standard"),
            )
        else:
            yield _remark(tier, match, min(below, key=lambda one: one.bounds.high or 0), percent)


def _is_below(limb: Limb, statute: Limb, percent: int) -> bool:
    floor = floor_of(statute, percent)
    return floor is not None and (limb.bounds.low is None or limb.bounds.low < floor)


def _remark(tier: Tier, match: Match, statute: Limb, percent: int) -> Remark:
    low, floor = match.limb.bounds.low, floor_of(statute, percent) or 0
    values = {**_ceiling(statute, percent), "whom": whom(statute)}
    if low is None:
        return Remark(tier.place("standard"), values, value=tier.standard, case="no-low")
    values |= {"low": amount(statute, low), "short": amount(statute, exact(floor - low))}
    return Remark(tier.place("standard"), values, value=tier.standard)


def _of_no_fine(violation: Violation, tier: Tier, percent: int) -> Iterator[Remark | Unsure]:
    """A lenient tier without any fine: right where the law itself offers less, or leaves the fine to discretion."""
    law = violation.law
    capped = [limb for limb in law.limbs if limb.maximum_only]
    if not capped or law.partial or law.offers_warning or law.optional:
        return
    if not law.quoted:
        yield Unsure("absent", Sentence("法定依据没有引出原文，无法核对法律是否规定了警告"), tier.place("standard"))
    elif "警告" in tier.standard and len(capped) == len(law.limbs) and not any(limb.case for limb in capped):
        values = _ceiling(min(capped, key=lambda one: one.bounds.high or 0), percent)
        yield Remark(tier.place("standard"), values, value=tier.standard, case="no-fine")
    elif tier.standard:
        yield Unsure("unreadable", Sentence("从轻阶次没有写罚款，无法与最高限值比较"), tier.place("standard"))


def _ceiling(statute: Limb, percent: int) -> dict[str, object]:
    high, floor = statute.bounds.high or 0, floor_of(statute, percent) or 0
    return {"high": amount(statute, high), "floor": amount(statute, floor), "percent": percent}
