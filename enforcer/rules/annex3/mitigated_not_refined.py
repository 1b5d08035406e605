from collections.abc import Iterator

from enforcer.annexes import doubts
from enforcer.annexes.benchmark import violations
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule


@rule(
    "A310",
    "mitigated-not-refined",
    "法定减轻处罚没有细化",
    severity="info",
    clause="benchmark-mitigated",
    annexes=(3,),
    message="法定依据规定了减轻处罚，“{violation}”没有列出减轻阶次",
    expected="法定有减轻处罚的，一并细化量化",
    remedy="请加一行“减轻”阶次，写明适用条件和具体标准",
)
def mitigated_not_refined(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：这一违法行为的法定依据本身规定减轻处罚的，减轻处罚一并细化量化。

    依据：桓政办发〔2014〕36号 二（六）。
    错误示例：法定依据写有“主动消除危害后果的，减轻处罚”，阶次中没有减轻。
    正确示例：另列“减轻”一行，写明适用条件和具体标准。
    """
    for violation in violations(dossier):
        says_so = any("减轻" in row[key] for row in violation.rows for key in ("legal_basis", "statutory_fine"))
        if not says_so or any(tier.mitigates for tier in violation.tiers):
            continue
        yield doubts.of_source(violation) or Remark(violation.place("legal_basis"), {"violation": violation.name})
