from collections.abc import Iterator

from enforcer.annexes.elements import unanswered
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, rule


@rule(
    "A101",
    "missing-element",
    "检查计划要素缺项",
    severity="error",
    clause="plan",
    annexes=(1,),
    message={"": "“{field}”没有填写", "empty": "表中没有填写任何检查事项"},
    expected={
        "": "每项检查都要列明依据、机构、人员、时间、地点（范围）、内容、对象",
        "empty": "至少填写一项检查，或者注明“零报告”",
    },
    remedy={
        "": "请在{address}填写“{field}”，例如：{example}",
        "empty": "请逐项填写检查计划后重新报送；确无检查事项的，在第一行填写“零报告”",
    },
    silenced_by=("W005", "W006"),
)
def missing_element(dossier: Dossier, clause: Clause) -> Iterator[Remark]:
    """要求：年度检查计划的每一项都要列明检查依据、机构、人员、时间、地点（范围）、内容、对象。

    依据：桓政办发〔2014〕36号 二（二）。
    错误示例：检查人员一栏空白。
    正确示例：检查人员填“张某、李某”。
    """
    for reading in dossier.of(1):
        yield from unanswered(reading)
