from collections.abc import Iterator

from enforcer.annexes.due_days import place_of, title_of
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, rule


@rule(
    "F008",
    "unchanged-refiling",
    "重报未改动",
    severity="info",
    clause="material",
    message={
        "again": "“{title}”{received}报送的文件（回执{number}）与回执{first}的文件完全相同",
        "returned": "“{title}”{received}重报的文件（回执{number}）与已退回的文件（回执{first}）完全相同，没有改动",
    },
    expected="重报的文件与原来的不同",
    remedy="请核对是不是发错了文件；只是重复报送的，不必处理",
)
def unchanged_refiling(dossier: Dossier, clause: Clause) -> Iterator[Remark]:
    """要求：退回后重报的材料应已改正。与以前报送的文件一字不差的，提示核对。

    依据：桓政办发〔2014〕36号 二（八）。
    错误示例：裁量基准退回后重报，文件与退回的那一份完全相同。
    正确示例：重报的文件已按退回意见改过。原来的登记已冲正的，重新登记同一文件不提示。
    """
    for duty in dossier.duties:
        known = {one.number: one for one in duty.receipts}
        for one in duty.receipts:
            first = known.get(one.same_as) if one.same_as else None
            if first is not None and "void" not in (one.fate, first.fate):
                values = {
                    "title": title_of(duty),
                    "received": one.day,
                    "number": one.number,
                    "first": first.number,
                }
                yield Remark(
                    place_of(duty),
                    values,
                    case="returned" if first.fate == "returned" else "again",
                    clause=duty.clause,
                )
