from collections.abc import Iterator

from enforcer.annexes import doubts
from enforcer.annexes.ladder import ladders
from enforcer.annexes.sums import stretch, whom
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule


@rule(
    "A315",
    "overlapping-tiers",
    "相邻阶次的罚款幅度重叠",
    severity="warning",
    clause="benchmark",
    annexes=(3,),
    message="{whom}“{lower}”与“{upper}”在{stretch}重叠",
    expected="相邻阶次首尾相接，互不重叠",
    remedy="请调整“{lower}”的上限或“{upper}”的下限，使两个阶次只在端点相接",
)
def overlapping_tiers(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：相邻阶次的罚款幅度不重叠，同样的罚款只对应一个阶次。

    首尾数额相同（二万元以下、二万元以上）是通常写法，不算重叠。执行省、市标准的不适用本条。

    依据：桓政办发〔2014〕36号 二（六）。
    错误示例：从轻一万元以上三万元以下，较轻二万元以上四万元以下。
    正确示例：从轻一万元以上二万元以下，较轻二万元以上四万元以下。
    """
    for violation, own in ladders(dossier):
        if len(violation.tiers) < 2:  # noqa: PLR2004 - one tier is no ladder
            continue
        unsure = doubts.of_source(violation)
        if unsure is not None:
            yield unsure
            continue
        yield from doubts.of_neighbours(violation, own)
        for ladder in own:
            for step in ladder.steps:
                if step.relation == "overlap" and step.stretch is not None:
                    lower, upper = step.lower.tier, step.upper.tier
                    values = {
                        "whom": whom(ladder.sample),
                        "upper": upper.name,
                        "lower": lower.name,
                        "stretch": stretch(step.upper.limb, step.stretch),
                    }
                    related = (lower.place("standard"),)
                    yield Remark(upper.place("standard"), values, related, value=upper.standard)
