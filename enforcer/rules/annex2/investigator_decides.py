import re

from enforcer.annexes.people import in_both
from enforcer.annexes.step import DECISION, INVESTIGATION, OPENING, REGISTRATION, SUMMARY, Block, Step, blocks, not_owed
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Remarks, rule
from enforcer.language.blanks import bare

_HEAD = r"负责人|局长|主任|镇长|书记|队长|所长|领导|首长|集体|局务会|办公会|委员会|案审会"
_APPROVES = r"审批|批准|审定|决定|讨论|研究|签发|审查"
_APPROVED = re.compile(rf"(?:{_HEAD})[^,;。]*(?:{_APPROVES})|(?:{_APPROVES})[^,;。]{{0,4}}(?:{_HEAD})")


@rule(
    "A206",
    "investigator-decides",
    "调查人员又作处罚决定",
    severity="warning",
    clause="law:decision",
    annexes=(2,),
    message="{names}既承办“{investigation}”（第{row}行），又承办“{decision}”",
    expected="调查终结后，由行政机关负责人对调查结果进行审查并作出决定",
    remedy="请确认决定由负责人审批；是负责人审批的，请在{address}或者这一行的方式（内容）中写明审批人",
)
def investigator_decides(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：调查与决定分开，调查人员不自己作出处罚决定；写明由负责人审批或者集体讨论的，以及简易程序，不作提示。

    依据：《行政处罚法》（2009年修正）第三十八条“调查终结，行政机关负责人应当对调查结果进行审查，根据不同情况，分别作出如下决定”。
    错误示例：“调查”和“决定”的承办人员都填“张三、李四”。
    正确示例：“调查”填“张三、李四”，“决定”填“局长王五”。
    """
    yield from not_owed(dossier)
    for block in blocks(dossier):
        if block.procedure == SUMMARY or any(_is_approval(step) for step in block.steps):
            continue
        for decision in block.steps:
            if DECISION in decision.kinds:
                yield from _of(decision, block)


def _of(decision: Step, block: Block) -> Remarks:
    """The people of one deciding step who also investigated, said once."""
    for investigation in block.steps:
        if INVESTIGATION in investigation.kinds:
            names = in_both(decision.handlers, investigation.handlers)
            if names:
                values = {
                    "names": names,
                    "investigation": investigation.row["step"],
                    "row": investigation.row.number,
                    "decision": decision.row["step"],
                }
                at = decision.row.place("handlers")
                related = (investigation.row.place("handlers"),)
                yield Remark(at, values, related=related, value=decision.row["handlers"])
                return


def _is_approval(step: Step) -> bool:
    """Whether a step after the investigation says that a head, or several together, approve the decision."""
    if step.kinds & {REGISTRATION, OPENING, INVESTIGATION} and DECISION not in step.kinds:
        return False
    return _APPROVED.search(",".join(bare(step.row[key]) for key in ("step", "manner", "remarks"))) is not None
