from collections.abc import Iterator

from enforcer.annexes import doubts
from enforcer.annexes.ladder import ladders
from enforcer.annexes.sums import span, whom
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule
from enforcer.domain.sentence import Sentence


@rule(
    "A304",
    "tiers-not-ascending",
    "阶次加重而处罚没有加重",
    severity="error",
    clause="law:proportion",
    annexes=(3,),
    message={
        "falling": "{whom}“{upper}”为{higher}，反而轻于“{lower}”的{lesser}",
        "equal": "{whom}“{upper}”与“{lower}”同为{higher}，没有区分轻重",
    },
    expected="阶次越重，处罚越重",
    remedy={
        "falling": "请核对“{lower}”“{upper}”两个阶次的金额，使罚款由轻到重",
        "equal": "请把“{upper}”的罚款改为高于“{lower}”，或者并入同一阶次",
    },
)
def tiers_not_ascending(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：处罚与违法行为的事实、性质、情节和社会危害程度相当，阶次越重，罚款越重。

    罚款相同而另有更重处罚（如责令停产停业、吊销许可证）的，视为加重；罚款较低而另有更重处罚的，不作判断。执行省、市标准的不适用本条。

    依据：《行政处罚法》（2009年修正）第四条第二款；桓政办发〔2014〕36号 二（六）。
    错误示例：一般处三万元，较重处二万元。
    正确示例：一般处二万元以上三万元以下，较重处三万元以上四万元以下。
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
                lower, upper = step.lower.tier, step.upper.tier
                if step.relation == "unjudged" and step.lower.sound and step.upper.sound:
                    reason = Sentence("较重的阶次罚款较低而另有更重的处罚，轻重请人工核对")
                    yield Unsure("unreadable", reason, upper.place("standard"))
                elif step.relation in ("falling", "equal"):
                    values = {
                        "whom": whom(ladder.sample),
                        "upper": upper.name,
                        "lower": lower.name,
                        "higher": span(step.upper.limb),
                        "lesser": span(step.lower.limb),
                    }
                    related = (lower.place("standard"),)
                    yield Remark(upper.place("standard"), values, related, value=upper.standard, case=step.relation)
