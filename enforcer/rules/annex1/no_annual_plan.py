from enforcer.annexes.inspection import ANNUAL, kind_of, plans
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.row import Row
from enforcer.domain.rule import Remark, Remarks, Unsure, rule
from enforcer.domain.sentence import Sentence


@rule(
    "A110",
    "no-annual-plan",
    "没有年度检查计划",
    severity="warning",
    clause="plan",
    annexes=(1,),
    message="报来的计划只有{kinds}计划，没有年度计划",
    expected="先制定本单位年度行政执法检查计划，再根据工作情况制定季度、月度和临时计划",
    remedy="请补报年度检查计划；这份就是年度计划的，请在“检查类型”一栏填“年度”",
)
def no_annual_plan(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：每个单位都有年度检查计划；没有填检查类型的，标题写明“年度”的就是年度计划。

    依据：桓政办发〔2014〕36号 二（二）“制定本单位年度行政执法检查计划”。
    错误示例：全表的检查类型都是“季度”。
    正确示例：检查类型有“年度”的，或者标题是“2014年度行政执法检查计划”。
    """
    first = _first_of_each_kind(dossier)
    unknown = first.pop(None, None)
    if ANNUAL in first:
        return
    if unknown is not None:
        reason = Sentence("看不出计划是年度、季度、月度还是临时的，有没有年度计划未作核对")
        yield Unsure("unreadable" if unknown["kind"] else "absent", reason, unknown.place("kind"))
    elif first:
        row = next(iter(first.values()))
        kinds = tuple(Sentence(kind) for kind in first if kind)
        yield Remark(row.place("kind"), {"kinds": kinds}, value=row["kind"] or None)


def _first_of_each_kind(dossier: Dossier) -> dict[str | None, Row]:
    """The kinds of plan among the rows, each with its first row; None for those that cannot be told."""
    first: dict[str | None, Row] = {}
    for reading in plans(dossier):
        known: dict[object, str | None] = {}
        for row in reading.rows:
            typed = row.raw("kind")
            if typed not in known:
                known[typed] = kind_of(typed, reading)
                first.setdefault(known[typed], row)
    return first
