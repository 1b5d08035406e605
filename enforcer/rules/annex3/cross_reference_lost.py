from collections.abc import Iterator

from enforcer.annexes.benchmark import violations
from enforcer.annexes.references import number_key
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule
from enforcer.domain.sentence import Sentence


@rule(
    "A314",
    "cross-reference-lost",
    "所指的序号找不到",
    severity="warning",
    clause="benchmark",
    annexes=(3,),
    message={
        "": "具体标准指向序号{number}，表中没有这个序号",
        "tier": "具体标准指向序号{number}，那里没有“{tier}”阶次的具体标准",
    },
    expected="所指的序号在本表中，并有相应的阶次",
    remedy="请核对所写的序号，或者直接写明具体标准",
)
def cross_reference_lost(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：具体标准写“按照序号X的裁量基准执行”的，本表中有这个序号和相应的阶次。

    找到的，按所指的标准核对，并在读表说明中注明。

    依据：桓政办发〔2014〕36号 二（六）。
    错误示例：全表只有30项，具体标准写“按照序号50的裁量基准执行”。
    正确示例：按照序号5的裁量基准执行，序号5分五个阶次写明标准。
    """
    listed: dict[tuple[int, str], int] = {}
    for violation in violations(dossier):
        key = (id(violation.reading), number_key(violation.number))
        listed[key] = listed.get(key, 0) + 1
    for violation in violations(dossier):
        for tier in violation.tiers:
            if not tier.leads_nowhere:
                continue
            count = listed.get((id(violation.reading), tier.reference or ""), 0)
            if count > 1:
                reason = Sentence("表中有几个相同的序号，无法确定具体标准指向哪一个")
                yield Unsure("unreadable", reason, tier.place("standard"))
            else:
                values = {"number": tier.reference, "tier": tier.name}
                yield Remark(tier.place("standard"), values, value=tier.standard, case="tier" if count else "")
