from collections.abc import Iterator

from enforcer.annexes.officer import exempted, officers, persons, row_seen_from
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule


@rule(
    "A405",
    "credential-twice",
    "执法证号重复",
    severity="error",
    clause="officers",
    annexes=(4,),
    message="执法证号“{value}”与{first}的“{other}”相同",
    expected="每人一证，执法证号各不相同",
    remedy="请对照两人的执法证，改正{address}或{first}的执法证号",
    silenced_by=("W005", "W006", "W008"),
)
def credential_twice(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：每名执法人员的执法证号各不相同。

    依据：桓政办发〔2014〕36号 二（七）。
    错误示例：向下填充时把同一执法证号填给了两个人。
    正确示例：两人各填自己的执法证号。
    """
    yield from exempted(dossier)
    registered, firsts = officers(dossier), persons(dossier)
    holders: dict[tuple[str, str], int] = {}
    for position, officer in enumerate(registered):
        if not any(map(str.isdigit, officer.credential)):
            continue
        holder = holders.setdefault((officer.row.table.file, officer.credential), position)
        if firsts[holder] != firsts[position]:
            other = registered[holder].row
            yield Remark(
                officer.row.place("credential"),
                {"first": row_seen_from(other, officer.row), "other": other["name"]},
                related=(other.place("credential"),),
                value=officer.row["credential"],
            )
