from enforcer.annexes.people import counted, crews
from enforcer.annexes.step import SUMMARY, Block, Step, blocks, not_owed
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Remarks, rule


@rule(
    "A205",
    "too-few-handlers",
    "承办人员不足法定人数",
    severity="error",
    clause="law:two-officers",
    annexes=(2,),
    message="步骤“{step}”的承办人员“{value}”只有{count}人",
    expected="办理这一步骤，执法人员不得少于{people}人",
    remedy="请在{address}补足承办人员，写明至少{people}名执法人员；由一个机构的人员轮流承办的，可以填该机构全体执法人员",
)
def too_few_handlers(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：检查登记和调查的承办人员不少于两人；2021年7月15日起，告知、送达、执行等步骤也不少于两人。

    只写机构、数不出人数的，不作判断；简易程序在2021年7月15日以前不作判断；不论人员是否登记在册，都计入人数。

    依据：《行政处罚法》（2009年修正）第三十七条“行政机关在调查或者进行检查时，执法人员不得少于两人”；（2021年修订）第四十二条。
    错误示例：“调查取证”的承办人员填“张三”。
    正确示例：“调查取证”的承办人员填“张三、李四”。
    """
    yield from not_owed(dossier)
    people = clause.figure("people")
    for block in blocks(dossier):
        if _is_free(block, dossier, clause):
            continue
        together = crews([step.row for step in block.steps], "handlers", ("step",))
        for step in block.steps:
            typed = step.row["handlers"]
            count = counted(together.get(step.row.number, typed)) if _needs_two(step, clause) else None
            if count is not None and count < people:
                values = {"step": step.row["step"], "count": count, "people": people}
                yield Remark(step.row.place("handlers"), values, value=typed)


def _needs_two(step: Step, clause: Clause) -> bool:
    """Whether the article asks for two people at this step: its figures name the steps, 检查 being 检查登记."""
    words = clause.figures["steps"]
    return isinstance(words, list | tuple) and any(kind.startswith(str(word)) for kind in step.kinds for word in words)


def _is_free(block: Block, dossier: Dossier, clause: Clause) -> bool:
    """Whether the article leaves the procedure out: fines on the spot, before 2021 for all, since then for 公安 alone.

    The 1996 law asks for two people in the section on the general procedure; the 2021 law asks for them everywhere
    unless another statute provides otherwise, as that on public security does.
    """
    if block.procedure != SUMMARY:
        return False
    police = dossier.unit is not None and dossier.unit.exemption == "公安"
    return police or not clause.figures.get("summary", True)
