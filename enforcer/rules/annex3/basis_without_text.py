from collections.abc import Iterator

from enforcer.annexes.benchmark import violations
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, rule
from enforcer.language.blanks import is_blank


@rule(
    "A313",
    "basis-without-text",
    "法定依据只有条文号",
    severity="info",
    clause="benchmark",
    annexes=(3,),
    message="“{violation}”的法定依据没有引出条文原文，也没有填写法定罚款幅度，各阶次无法与法定幅度核对",
    expected="引出条文中规定处罚的原文，或者填写法定罚款幅度",
    remedy="请在“法定罚款幅度”填写条文规定的罚款，例如：处一万元以上五万元以下罚款",
)
def basis_without_text(dossier: Dossier, clause: Clause) -> Iterator[Remark]:
    """要求：法定依据引出规定处罚的条文原文，或者另填法定罚款幅度，使阶次能与法定幅度核对。

    依据：桓政办发〔2014〕36号 二（六）。
    错误示例：法定依据只写“《安全生产法》第九十四条”，法定罚款幅度空白。
    正确示例：法定依据写“《安全生产法》第九十四条”，法定罚款幅度写“五万元以下”。
    """
    for violation in violations(dossier):
        law = violation.law
        basis = violation.rows[0]["legal_basis"]
        if law.knowledge == "unstated" and not law.quoted and not is_blank(basis):
            yield Remark(violation.place("legal_basis"), {"violation": violation.name}, value=basis)
