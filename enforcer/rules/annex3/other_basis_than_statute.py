from collections.abc import Iterator

from enforcer.annexes import doubts
from enforcer.annexes.benchmark import violations
from enforcer.annexes.sums import span
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule


@rule(
    "A312",
    "other-basis-than-statute",
    "罚款方式与法定不同",
    severity="warning",
    clause="law:statutory-range",
    annexes=(3,),
    message={
        "scale": "“{tier}”为{range}，法定为{statute}，一个按数额，一个按倍数或者比例",
        "base": "“{tier}”按{base}的倍数或者比例计算，法定按{bases}计算",
    },
    expected="罚款方式与法定一致",
    remedy={
        "scale": "请改为与法定相同的罚款方式；确系按法定换算的，请在备注写明换算方法",
        "base": "请改为按{bases}计算；两种说法指同一事项的，请统一用法定的说法",
    },
)
def other_basis_than_statute(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：阶次的罚款方式（数额、倍数、比例）和计算基数与法定的一致。

    依据：《行政处罚法》（2009年修正）第十条至第十四条。
    错误示例：法定处违法所得一倍以上三倍以下罚款，从轻阶次处五千元罚款。
    正确示例：法定处违法所得一倍以上三倍以下罚款，从轻阶次处违法所得一倍以上一点五倍以下罚款。
    """
    for violation in violations(dossier):
        yield from doubts.of_violation(violation)
        limbs = violation.law.limbs
        for tier in violation.tiers:
            for match in tier.matches:
                if match.doubt not in ("scale", "base"):
                    continue
                values = {
                    "tier": tier.name,
                    "range": span(match.limb),
                    "statute": tuple({limb.bounds: span(limb) for limb in limbs}.values()),
                    "base": match.limb.base,
                    "bases": tuple(dict.fromkeys(limb.base for limb in limbs if limb.base)),
                }
                yield Remark(
                    tier.place("standard"), values, (violation.law_place,), value=tier.standard, case=match.doubt
                )
