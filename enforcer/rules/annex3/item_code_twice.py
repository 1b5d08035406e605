from collections.abc import Iterator

from enforcer.annexes.benchmark import Violation, violations
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, rule
from enforcer.language.blanks import bare


@rule(
    "A316",
    "item-code-twice",
    "事项编码重复",
    severity="warning",
    clause="databases",
    annexes=(3,),
    message="事项编码{code}已用于“{other}”（{where}）",
    expected="每个处罚事项有自己的编码",
    remedy="请核对“{violation}”和“{other}”的事项编码，改正重复的一个",
)
def item_code_twice(dossier: Dossier, clause: Clause) -> Iterator[Remark]:
    """要求：行政处罚事项编码不重复，一个事项一个编码。

    依据：桓政办发〔2014〕36号 二（八）。
    错误示例：两项不同的违法行为都编为3703210001。
    正确示例：分别编为3703210001、3703210002。
    """
    seen: dict[str, Violation] = {}
    for violation in violations(dossier):
        if not violation.code:
            continue
        first = seen.setdefault(bare(violation.code), violation)
        if first is not violation:
            where = first.place("item_code")
            values = {
                "code": violation.code,
                "violation": violation.name,
                "other": first.name,
                "where": where.address,
            }
            yield Remark(violation.place("item_code"), values, (where,), value=violation.code)
