from enforcer.annexes.elements import unanswered
from enforcer.annexes.step import ANNEX, is_owed, not_owed
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remarks, rule


@rule(
    "A203",
    "missing-element",
    "办理程序要素缺项",
    severity="error",
    clause="procedure",
    annexes=(2,),
    message={"": "“{field}”没有填写", "empty": "表中没有填写任何步骤"},
    expected={
        "": "每个步骤都要明确方式（内容）、时限、承办机构和承办人员",
        "empty": "按办案顺序逐行填写步骤，或者注明“无行政处罚权”",
    },
    remedy={
        "": "请在{address}填写“{field}”，例如：{example}",
        "empty": "请逐行填写办案步骤后重新报送；本单位没有行政处罚权的，在第一行填写“无行政处罚权”",
    },
    silenced_by=("W005", "W006"),
)
def missing_element(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：行政处罚案件办理程序的每个步骤，都要写明步骤名称、方式（内容）、时限、承办机构、承办人员。

    依据：桓政办发〔2014〕36号 二（三）“明确具体步骤、方式、顺序、时限等，填写《行政处罚案件办理程序及人员信息表》”。
    错误示例：“送达”一行的时限空白。
    正确示例：“送达”一行的时限填“7日内”。
    """
    yield from not_owed(dossier)
    if is_owed(dossier):
        for reading in dossier.of(ANNEX):
            yield from unanswered(reading)
