from collections.abc import Iterator

from enforcer.annexes.benchmark import Tier, Violation, violations
from enforcer.annexes.sanctions import names_sanction
from enforcer.annexes.statutes import fines_in
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, rule
from enforcer.language.blanks import is_blank


@rule(
    "A308",
    "unreadable-standard",
    "罚款没有读懂",
    severity="info",
    clause="benchmark",
    annexes=(3,),
    message={
        "": "“{words}”没有读懂，这一阶次未作核对",
        "no-fine": "具体标准中没有读出罚款或者其他处罚，这一阶次未作核对",
        "statute": "法定罚款中的“{words}”没有读懂，有关阶次未作核对",
    },
    expected="写明罚款数额或者倍数的上下限，例如：处一万元以上二万元以下罚款",
    remedy="表述无误的不必修改，由人工核对；也可以改写为“……以上……以下罚款”",
)
def unreadable_standard(dossier: Dossier, clause: Clause) -> Iterator[Remark]:
    """要求：罚款写明数额或者倍数的上下限。本软件读不懂的，在此说明，不作判断，也不视为通过。

    依据：桓政办发〔2014〕36号 二（六）。
    错误示例：按情节处以适当罚款。
    正确示例：处一万元以上二万元以下罚款。
    """
    for violation in violations(dossier):
        yield from _of_statute(violation)
        fined = bool(violation.law.limbs) or any(tier.limbs for tier in violation.tiers)
        for tier in violation.tiers:
            if tier.unread and tier.followed is None:
                words = tuple(one.text for one in tier.unread)
                yield Remark(tier.place("standard"), {"words": words}, value=tier.standard)
            elif fined and _says_nothing(tier):
                yield Remark(tier.place("standard"), value=tier.standard, case="no-fine")


def _of_statute(violation: Violation) -> Iterator[Remark]:
    if not violation.law.partial:
        return
    key = violation.law.source
    firsts = {row[key]: row for row in reversed(violation.rows)}
    for text, row in reversed(firsts.items()):
        unread = fines_in(text, bare=key == "statutory_fine").unread
        if unread:
            words = tuple(one.text for one in unread)
            yield Remark(row.place(key), {"words": words}, value=text, case="statute")


def _says_nothing(tier: Tier) -> bool:
    if tier.limbs or tier.waives or tier.reference or is_blank(tier.standard):
        return False
    return not names_sanction(tier.standard) and "不予" not in tier.standard
