from datetime import date

from enforcer.annexes.inspection import ANNUAL, Inspection, announced, plans, year_of
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Remarks, Unsure, rule
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import is_blank, is_none_word
from enforcer.language.dates import read_date


@rule(
    "A108",
    "public-after-start",
    "检查开始以后才公布计划",
    severity="warning",
    clause="plan-public",
    annexes=(1,),
    message="计划{published}公布，晚于最早一项检查的时间“{period}”（第{row}行）",
    expected="年度检查计划在年初制定，对外公布以后才实施",
    remedy="请核对公布日期和第{row}行的检查时间；确实先检查后公布的，请在备注说明原因，公布以前的检查不再作为计划内检查",
)
def public_after_start(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：从2015年起，年度检查计划对外公布以后才实施；检查时间只写到月份的，从宽按当月最后一天起算。

    依据：桓政办发〔2014〕36号 二（二）“今后，各行政执法单位要在每年年初制定当年行政执法检查计划，并对外公布后实施”。
    错误示例：2015年度的计划2015年6月1日公布，第一项检查的时间是“3月至10月”。
    正确示例：2015年度的计划2015年1月20日公布，第一项检查的时间是“3月至10月”。
    """
    for reading in plans(dossier):
        year = year_of(dossier, reading)
        if year is None or year < clause.figure("first_year"):
            continue
        annual = [one for one in announced(dossier, reading) if one.kind == ANNUAL and not is_blank(one.row["period"])]
        if not annual:
            continue
        line = reading.header.get("published")
        if line is None or is_blank(line.value) or is_none_word(line.text):
            reason = Sentence("没有填写公布日期，是否先公布后实施未作核对")
            yield Unsure("absent", reason, reading.place_of("published"))
            continue
        published = read_date(line.value, year=year)
        if published is None:
            yield Unsure("unreadable", Sentence("公布日期读不出来，是否先公布后实施未作核对"), line.place)
            continue
        for one in annual:
            if one.period is None:
                reason = Sentence("检查时间读不出来，是否在公布以后未作核对")
                yield Unsure("unreadable", reason, one.row.place("period"))
        first = _first(annual)
        if first is not None and first[0] < published:
            row = first[1].row
            yield Remark(
                line.place,
                {"published": published, "period": row["period"], "row": row.number},
                related=(row.place("period"),),
                value=line.text,
            )


def _first(annual: list[Inspection]) -> tuple[date, Inspection] | None:
    """The inspection that starts before all others, and the day by which it must."""
    dated = ((one.starts_by, one) for one in annual)
    return min(((day, one) for day, one in dated if day is not None), key=lambda pair: pair[0], default=None)
