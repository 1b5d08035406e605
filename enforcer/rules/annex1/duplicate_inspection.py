from collections.abc import Hashable, Iterator

from enforcer.annexes.distinct import values_of
from enforcer.annexes.inspection import Inspection, plans, year_of
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.reading import Reading
from enforcer.domain.row import Row, text_of
from enforcer.domain.rule import Remark, Remarks, rule
from enforcer.language.blanks import bare, is_answered

_SAME = ("target", "matter", "place", "period")


@rule(
    "A106",
    "duplicate-inspection",
    "同一检查列了两次",
    severity="warning",
    clause="plan",
    annexes=(1,),
    message="对“{value}”的这项检查与第{first}行重复：对象、内容、时间、地点都相同",
    expected="同一检查在计划里只列一次，避免重复检查",
    remedy="请删去重复的一行，或者与第{first}行合并；确是两次检查的，请写清各自的时间、地点或者内容",
)
def duplicate_inspection(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：同一份计划里，对象、内容、时间、地点都相同的检查只列一次。年度计划与季度、月度计划之间不算重复。

    依据：桓政办发〔2014〕36号 二（二）；引言“切实解决多头执法、交叉执法、重复执法问题”。
    错误示例：第5行和第9行都是3月至10月在全县检查危险化学品企业的安全生产责任制。
    正确示例：一行是上半年，一行是下半年。
    """
    for reading in plans(dossier):
        firsts: dict[Hashable, Inspection] = {}
        year = year_of(dossier, reading)
        for row in _with_a_shared_target(reading):
            one = Inspection(row, reading, year)
            key = _key(one)
            first = firsts.setdefault(key, one)
            if key is not None and first is not one:
                yield Remark(
                    one.row.place("target"),
                    {"first": first.row.number},
                    related=(first.row.place("target"),),
                    value=one.row["target"],
                )


def _with_a_shared_target(plan: Reading) -> Iterator[Row]:
    """The rows of which the target, in one spelling, stands in several rows: the others need no comparing."""
    spelled = {target: bare(text_of(target)) for target in values_of(plan, "target")}
    by_target: dict[str, list[Row]] = {}
    for row in plan.rows:
        by_target.setdefault(spelled[row.raw("target")], []).append(row)
    for same in by_target.values():
        if len(same) > 1:
            yield from same


def _key(one: Inspection) -> Hashable | None:
    """What makes two rows the same inspection; None where one of the four elements is unanswered."""
    raw = [one.row.raw(key) for key in _SAME]
    if not all(map(is_answered, raw)):
        return None
    *same, period = (bare(text_of(value)) for value in raw)
    read = one.period
    when = period if read is None or read.recurring else read.stretches
    return one.kind, tuple(same), when
