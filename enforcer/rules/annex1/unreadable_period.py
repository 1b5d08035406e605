from functools import partial

from enforcer.annexes.distinct import rows_where
from enforcer.annexes.inspection import names_time, plans, year_of
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Remarks, rule
from enforcer.language.blanks import is_answered


@rule(
    "A105",
    "unreadable-period",
    "检查时间读不出具体时间",
    severity="warning",
    clause="plan",
    annexes=(1,),
    message="检查时间“{value}”读不出是哪一天、哪个月或者哪个季度",
    expected="检查时间要让人看得出什么时候检查，如“3月至10月”、“第二季度”、“每季度一次”、“2014年6月10日至20日”",
    remedy="请在{address}写明检查的月份、季度或者起止日期；只写“适时”、“不定期”的，请写明大致安排在哪几个月",
    silenced_by=("W005", "W006"),
)
def unreadable_period(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：检查计划列明检查时间，要看得出在什么时候检查。

    依据：桓政办发〔2014〕36号 二（二）“制定执法检查计划应列明检查依据、机构、人员、时间、地点（范围）、内容、对象”。
    错误示例：检查时间填“适时”。
    正确示例：检查时间填“3月至10月”或者“每季度一次”。
    """
    for reading in plans(dossier):
        for row in rows_where(reading, "period", partial(_names_no_time, year_of(dossier, reading))):
            yield Remark(row.place("period"), value=row["period"])


def _names_no_time(year: int | None, typed: object) -> bool:
    return is_answered(typed) and not names_time(typed, year)
