from collections.abc import Iterator

from enforcer.annexes.benchmark import Tier, violations
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, rule
from enforcer.language.blanks import bare


@rule(
    "A307",
    "same-conditions-twice",
    "两个阶次的适用条件相同",
    severity="warning",
    clause="benchmark",
    annexes=(3,),
    message="“{tier}”与“{other}”的适用条件相同，无法区分适用哪个阶次",
    expected="每个阶次有自己的适用条件",
    remedy="请按事实、性质、情节和主观过错，分别写明“{other}”“{tier}”的适用条件",
)
def same_conditions_twice(dossier: Dossier, clause: Clause) -> Iterator[Remark]:
    """要求：同一违法行为的各个阶次，适用条件各不相同。

    依据：桓政办发〔2014〕36号 二（六）。
    错误示例：较轻、一般两个阶次的适用条件都写“造成一定影响”。
    正确示例：较轻写“影响一户居民”，一般写“影响两户以上五户以下居民”。
    """
    for violation in violations(dossier):
        seen: dict[str, Tier] = {}
        for tier in violation.tiers:
            words = bare(tier.conditions).strip("。；;，,")
            if not words:
                continue
            first = seen.setdefault(words, tier)
            if first is not tier and bare(first.name) != bare(tier.name) and tier.followed is None:
                yield Remark(
                    tier.place("conditions"),
                    {"tier": tier.name, "other": first.name},
                    (first.place("conditions"),),
                    value=tier.conditions,
                )
