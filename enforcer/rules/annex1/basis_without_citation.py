from enforcer.annexes.distinct import rows_where
from enforcer.annexes.inspection import cites, plans
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.row import text_of
from enforcer.domain.rule import Remark, Remarks, rule
from enforcer.language.blanks import is_answered


@rule(
    "A102",
    "basis-without-citation",
    "检查依据没有引用法律文件",
    severity="warning",
    clause="plan",
    annexes=(1,),
    message="检查依据“{value}”没有写明是哪一部法律、法规、规章或者哪一份规范性文件",
    expected="检查依据要写明法律、法规、规章或者规范性文件的名称，最好写到条款，如“《安全生产法》第五十六条”",
    remedy="请在{address}写明依据的名称和条款；依据是上级文件的，写明文件名称或者文号",
    silenced_by=("W005", "W006"),
)
def basis_without_citation(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：检查计划依据法律法规、规章、规范性文件规定制定，检查依据要写出名称、条款或者文号；只写名称没有条款的，不算错误。

    依据：桓政办发〔2014〕36号 二（二）“依据法律法规、规章、规范性文件规定，制定本单位年度行政执法检查计划”。
    错误示例：检查依据填“上级部署”或者“有关法律法规”。
    正确示例：检查依据填“《安全生产法》第五十六条”、“安全生产法”或者“鲁安监发〔2013〕45号”。
    """
    for reading in plans(dossier):
        for row in rows_where(reading, "basis", _cites_nothing):
            yield Remark(row.place("basis"), value=row["basis"])


def _cites_nothing(basis: object) -> bool:
    return is_answered(basis) and not cites(text_of(basis))
