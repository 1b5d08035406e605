from enforcer.annexes.step import GENERAL, UNKNOWN, asked_steps, blocks, not_owed
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Remarks, Unsure, rule
from enforcer.domain.sentence import Sentence


@rule(
    "A201",
    "missing-step",
    "一般程序缺少步骤",
    severity="error",
    clause="procedure",
    annexes=(2,),
    message="{procedure}缺少步骤：{missing}",
    expected="一般程序要有{asked}这些步骤，中间可以有告知、听证等其他步骤",
    remedy="请在这一程序中补上“{missing}”；已经写在别的名称下的，请把步骤名称改明确",
)
def missing_step(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：一般程序（2021年起称普通程序）要有检查登记、立案、调查、决定、送达五个步骤；简易程序和听证程序不要求。

    依据：桓政办发〔2014〕36号 二（三）“按照执法检查登记、立案、调查、决定、送达等步骤，规范行政处罚案件办理流程”。
    错误示例：检查登记、立案、调查、决定，没有送达。
    正确示例：检查登记、立案、调查取证、处罚告知、作出决定、送达。
    """
    yield from not_owed(dossier)
    asked = asked_steps(clause)
    for block in blocks(dossier):
        if block.procedure == UNKNOWN:
            reason = Sentence("程序类别不是一般程序、简易程序或者听证程序，步骤是否齐全未作核对")
            yield Unsure("unreadable", reason, block.place)
        if block.procedure != GENERAL:
            continue
        missing = []
        for anchor in asked:
            if any(step.names(anchor) for step in block.steps):
                continue
            doubtful = next((step for step in block.steps if not step.name or step.may_be(anchor)), None)
            if doubtful is None:
                missing.append(anchor)
            elif doubtful.name:
                reason = Sentence(
                    "步骤“{typed}”可能就是“{step}”，名称不明确，未作核对",
                    {"typed": doubtful.name, "step": Sentence(anchor)},
                )
                yield Unsure("unreadable", reason, doubtful.row.place("step"))
            else:
                reason = Sentence("有步骤名称空白，是否缺少“{step}”未作核对", {"step": Sentence(anchor)})
                yield Unsure("absent", reason, doubtful.row.place("step"))
        if missing:
            values = {
                "procedure": block.label or Sentence(GENERAL),
                "missing": tuple(map(Sentence, missing)),
                "asked": tuple(map(Sentence, asked)),
            }
            yield Remark(block.place, values)
