from collections.abc import Iterator

from enforcer.annexes import doubts
from enforcer.annexes.benchmark import Tier, violations
from enforcer.annexes.matching import Match
from enforcer.annexes.statutes import Law
from enforcer.annexes.sums import amount, span, whom
from enforcer.annexes.tier_words import Level
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule
from enforcer.domain.sentence import Sentence


@rule(
    "A309",
    "below-minimum-not-mitigated",
    "低于法定最低罚款而未注明减轻",
    severity="error",
    clause="law:mitigation",
    annexes=(3,),
    message={
        "": "{whom}“{tier}”为{range}，法定最低{low}，低{short}",
        "no-low": "{whom}“{tier}”为{range}，没有下限，法定最低{low}",
        "end": "{whom}“{tier}”为{range}，法定为{statute}，不含{low}本数",
    },
    expected={
        "": "不低于法定最低罚款{low}；依法减轻处罚的，单列“减轻”阶次",
        "no-low": "不低于法定最低罚款{low}；依法减轻处罚的，单列“减轻”阶次",
        "end": "在法定幅度（{statute}）以内；依法减轻处罚的，单列“减轻”阶次",
    },
    remedy={
        "": "请把罚款下限改为{low}以上；确属减轻处罚的，请另列一行“减轻”",
        "no-low": "请写明罚款下限，不低于{low}；确属减轻处罚的，请另列一行“减轻”",
        "end": "请把罚款下限改为超过{low}；确属减轻处罚的，请另列一行“减轻”",
    },
)
def below_minimum_not_mitigated(
    dossier: Dossier,
    clause: Clause,
) -> Iterator[Remark | Unsure]:
    """要求：罚款低于法定最低限值的，必须是依法减轻处罚，并注明“减轻”。

    从轻处罚是在法定幅度以内从轻，不得低于法定最低限值。法定有几个幅度的，落在其中之一即可。

    依据：《行政处罚法》（2009年修正）第二十七条。
    错误示例：法定一万元以上五万元以下，从轻阶次处五千元以上一万元以下。
    正确示例：法定一万元以上五万元以下，减轻阶次处五千元以上不满一万元，从轻阶次处一万元以上二万元以下。
    """
    for violation in violations(dossier):
        yield from doubts.of_violation(violation)
        for tier in violation.tiers:
            if tier.mitigates:
                continue
            if tier.level is Level.LENIENT and _leaves_out_the_fine(tier, violation.law):
                yield Unsure(
                    "unreadable", Sentence("从轻阶次没有写罚款，无法与法定最低罚款比较"), tier.place("standard")
                )
            for match in tier.matches:
                yield from _of_match(tier, match)


def _leaves_out_the_fine(tier: Tier, law: Law) -> bool:
    """Whether a tier that punishes has no fine, though the law sets a least one in every case and offers no warning."""
    if tier.limbs or tier.unread or tier.waives or tier.reference or not tier.standard:
        return False
    if not law.limbs or law.partial or law.offers_warning or law.optional:
        return False
    return all(limb.bounds.low is not None and not limb.case and not limb.bands for limb in law.limbs)


def _of_match(tier: Tier, match: Match) -> Iterator[Remark | Unsure]:
    if match.doubt or match.astray or (match.below and match.uncertain):
        doubt = doubts.of_match(tier, match)
        if doubt is not None:
            yield doubt
            return
    statute = match.below
    if statute is None or statute.bounds.low is None:
        return
    minimum, low = statute.bounds.low, match.limb.bounds.low
    values = {
        "whom": whom(statute),
        "tier": tier.name,
        "range": span(match.limb),
        "statute": span(statute),
        "low": amount(statute, minimum),
    }
    case = "no-low" if low is None else "end" if low == minimum else ""
    if low is not None and low < minimum:
        values["short"] = amount(statute, minimum - low)
    yield Remark(tier.place("standard"), values, value=tier.standard, case=case)
