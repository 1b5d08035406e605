from collections.abc import Iterator

from enforcer.annexes.officer import exempted, officers, persons, row_seen_from
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule


@rule(
    "A404",
    "officer-twice",
    "同一人员重复登记",
    severity="error",
    clause="officers",
    annexes=(4,),
    message={
        "same": "“{name}”已在{first}登记过",
        "other-name": "身份证号与{first}的“{other}”相同",
    },
    expected={
        "same": "每名执法人员只登记一行",
        "other-name": "每人的身份证号各不相同",
    },
    remedy={
        "same": "请删除重复的一行；有多个执法类别的，写在同一行",
        "other-name": "请对照身份证核对两行：是同一人的删去一行，不是同一人的改正身份证号",
    },
    silenced_by=("W005", "W006", "W008"),
)
def officer_twice(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：同一名执法人员只登记一次。身份证号相同的是同一人；没有可用的身份证号时，姓名和执法证号都相同的是同一人。

    依据：桓政办发〔2014〕36号 二（七）。
    错误示例：同一身份证号出现在第5行和第9行。
    正确示例：两名同名同姓的人员，身份证号不同，各登记一行。
    """
    yield from exempted(dossier)
    registered = officers(dossier)
    for position, first in enumerate(persons(dossier)):
        if first == position:
            continue
        officer, other = registered[position], registered[first]
        key = "id_number" if officer.number and officer.number == other.number else "name"
        yield Remark(
            officer.row.place(key),
            {"name": officer.row["name"], "other": other.row["name"], "first": row_seen_from(other.row, officer.row)},
            related=(other.row.place(key),),
            value=officer.row[key],
            case="same" if officer.name == other.name else "other-name",
        )
