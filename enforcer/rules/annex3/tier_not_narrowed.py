from collections.abc import Iterator

from enforcer.annexes import doubts
from enforcer.annexes.benchmark import violations
from enforcer.annexes.sums import span, whom
from enforcer.annexes.tier_words import Level
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule


@rule(
    "A311",
    "tier-not-narrowed",
    "阶次没有压缩裁量空间",
    severity="warning",
    clause="benchmark-narrow",
    annexes=(3,),
    message="{whom}“{tier}”为{range}，与法定幅度相同，没有细化",
    expected="每个阶次只占法定幅度（{statute}）的一部分",
    remedy="请按阶次缩小“{tier}”的罚款幅度",
)
def tier_not_narrowed(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：每个阶次都要压缩自由裁量空间，不得照抄法定幅度。

    只列一个阶次的，见A301；从轻处罚没有下限的，见A302。执行省、市标准的不适用本条。

    依据：桓政办发〔2014〕36号 二（六）。
    错误示例：法定一万元以上五万元以下，一般阶次处一万元以上五万元以下。
    正确示例：法定一万元以上五万元以下，一般阶次处二万元以上三万元以下。
    """
    for violation in violations(dossier):
        if len({tier.standing for tier in violation.tiers if tier.standing}) < 2:  # noqa: PLR2004 - no ladder at all
            continue
        unsure = doubts.of_source(violation)
        if unsure is not None:
            yield unsure
            continue
        yield from doubts.of_violation(violation)
        for tier in violation.tiers:
            for match in tier.matches:
                statute = match.sure
                floorless = tier.level is Level.LENIENT and match.limb.bounds.low is None
                if statute is None or floorless or not match.whole:
                    continue
                values = {
                    "whom": whom(statute),
                    "tier": tier.name,
                    "range": span(match.limb),
                    "statute": span(statute),
                }
                yield Remark(tier.place("standard"), values, (violation.law_place,), value=tier.standard)
