from collections.abc import Iterator

from enforcer.annexes import doubts
from enforcer.annexes.benchmark import Tier, violations
from enforcer.annexes.matching import Match
from enforcer.annexes.sums import amount, span, whom
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule


@rule(
    "A303",
    "outside-statute",
    "超出法定罚款幅度",
    severity="error",
    clause="law:statutory-range",
    annexes=(3,),
    message={
        "": "{whom}“{tier}”为{range}，法定最高{high}，超出{excess}",
        "no-high": "{whom}“{tier}”为{range}，没有上限，法定最高{high}",
        "end": "{whom}“{tier}”为{range}，法定为{statute}，不含{high}本数",
        "cap": "{whom}“{tier}”最高不超过{cap}元，法定最高不超过{limit}元",
        "kind": "“{tier}”规定了罚款，所列法定依据没有规定罚款",
    },
    expected={
        "": "在法定幅度（{statute}）以内",
        "no-high": "在法定幅度（{statute}）以内",
        "end": "在法定幅度（{statute}）以内",
        "cap": "不超过法定的最高限额",
        "kind": "只规定法律设定的处罚种类",
    },
    remedy={
        "": "请把罚款上限改为不超过{high}",
        "no-high": "请写明罚款上限，不超过{high}",
        "end": "请把罚款上限改为不满{high}",
        "cap": "请把最高限额改为不超过{limit}元",
        "kind": "请核对法定依据：有罚款规定的，在“法定罚款幅度”写明原文；没有的，删去罚款",
    },
)
def outside_statute(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：裁量阶次的罚款不得超出法律、法规、规章规定的种类和幅度。

    百分比折成倍数比较（5%即0.05倍）。法定有几个幅度的，落在其中之一即可。低于法定下限的，见A309；罚款方式不同的，见A312。

    依据：《行政处罚法》（2009年修正）第十条至第十四条。
    错误示例：法定一万元以上五万元以下，严重阶次处五万元以上六万元以下。
    正确示例：法定一万元以上五万元以下，严重阶次处四万元以上五万元以下。
    """
    for violation in violations(dossier):
        yield from doubts.of_violation(violation)
        for tier in violation.tiers:
            for match in tier.matches:
                yield from _of_match(tier, match)


def _of_match(tier: Tier, match: Match) -> Iterator[Remark | Unsure]:
    if match.doubt == "without-fine":
        yield Remark(tier.place("standard"), {"tier": tier.name}, value=tier.standard, case="kind")
        return
    if match.doubt or match.astray or (match.above and match.uncertain):
        doubt = doubts.of_match(tier, match)
        if doubt is not None:
            yield doubt
            return
    statute = match.above
    values: dict[str, object]
    limb = match.limb
    if statute is not None:
        ceiling = statute.bounds.high or 0
        values = {
            "whom": whom(statute),
            "tier": tier.name,
            "range": span(limb),
            "statute": span(statute),
            "high": amount(statute, ceiling),
        }
        high = limb.bounds.high
        case = "no-high" if high is None else "end" if high == ceiling else ""
        if high is not None and high > ceiling:
            values["excess"] = amount(statute, high - ceiling)
        yield Remark(tier.place("standard"), values, value=tier.standard, case=case)
    elif match.sure and limb.fine.cap and match.sure.fine.cap and limb.fine.cap > match.sure.fine.cap:
        values = {
            "whom": whom(match.sure),
            "tier": tier.name,
            "cap": limb.fine.cap,
            "limit": match.sure.fine.cap,
        }
        yield Remark(tier.place("standard"), values, value=tier.standard, case="cap")
