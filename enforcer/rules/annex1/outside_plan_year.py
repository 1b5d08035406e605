from functools import partial

from enforcer.annexes.distinct import rows_where, values_of
from enforcer.annexes.inspection import plans, year_of
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.row import Row
from enforcer.domain.rule import Remark, Remarks, Unsure, rule
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import is_answered
from enforcer.language.periods import read_period


@rule(
    "A103",
    "outside-plan-year",
    "检查时间不在计划年度内",
    severity="warning",
    clause="plan",
    annexes=(1,),
    message={
        "": "检查时间“{value}”不在{year}年度内",
        "part": "检查时间“{value}”有一部分不在{year}年度内（从{start}到{end}）",
    },
    expected={
        "": "{year}年度的检查计划，检查时间应当在{year}年1月1日至12月31日之间",
        "part": "{year}年度的检查计划，检查时间应当在{year}年1月1日至12月31日之间",
    },
    remedy={
        "": "请核对{address}的年份；确属其他年度的检查，请列入那一年的计划",
        "part": "请把{address}改为{year}年度之内的时间；跨年度的部分，请列入另一年的计划",
    },
)
def outside_plan_year(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：年度检查计划列出的检查时间都在计划年度之内。

    依据：桓政办发〔2014〕36号 二（二）“制定本单位年度行政执法检查计划”。
    错误示例：2014年度的计划，检查时间填“2013年3月至10月”或者“2014年11月至2015年2月”。
    正确示例：检查时间填“2014年3月至10月”或者“3月至10月”。
    """
    for reading in plans(dossier):
        year = year_of(dossier, reading)
        if year is None:
            if any(map(is_answered, values_of(reading, "period"))):
                reason = Sentence("不知道计划是哪一年度的，检查时间是否在年度内未作核对")
                yield Unsure("absent", reason, reading.place_of("year"))
            continue
        for row in rows_where(reading, "period", partial(_leaves, year)):
            yield _remark(row, year)


def _leaves(year: int, typed: object) -> bool:
    """Whether the period is not known to lie within the year."""
    period = read_period(typed, year)
    return is_answered(typed) and (period is None or not period.within(year))


def _remark(row: Row, year: int) -> Remark | Unsure:
    at, period = row.place("period"), read_period(row.raw("period"), year)
    if period is None:
        return Unsure("unreadable", Sentence("检查时间读不出来，是否在年度内未作核对"), at)
    outside = period.end.year < year or period.start.year > year
    values = {"year": year, "start": period.start, "end": period.end}
    return Remark(at, values, value=row["period"], case="" if outside else "part")
