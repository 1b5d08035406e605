from enforcer.annexes.step import blocks, not_owed
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Remarks, rule
from enforcer.language.blanks import is_blank


@rule(
    "A207",
    "step-without-document",
    "步骤没有对应文书",
    severity="info",
    clause="procedure",
    annexes=(2,),
    message="步骤“{step}”没有写明使用什么文书",
    expected="每个步骤写明使用的行政处罚文书；不使用文书的填“无”",
    remedy="请在{address}填写文书名称，如“立案审批表”；这一步骤不使用文书的，填“无”",
    silenced_by=("W005", "W006"),
)
def step_without_document(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：制定和规范行政处罚文书，每个步骤写明使用的文书；表中没有“文书名称”一栏的，不作提示。

    依据：桓政办发〔2014〕36号 二（三）“制定和规范行政处罚文书”。
    错误示例：“立案”一行的文书名称空白。
    正确示例：“立案”一行的文书名称填“立案审批表”。
    """
    yield from not_owed(dossier)
    for block in blocks(dossier):
        for step in block.steps:
            if step.name and step.row.has("document") and is_blank(step.row.raw("document")):
                yield Remark(step.row.place("document"), {"step": step.row["step"]})
