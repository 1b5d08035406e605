from collections.abc import Iterator

from enforcer.annexes.due_days import limit_of, place_of, title_of
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, rule


@rule(
    "F001",
    "overdue",
    "逾期未报",
    severity="error",
    clause="accountability",
    message="“{title}”应于{due}前报送，到{day}还没有收到，已逾期{days}天",
    expected="{limit}",
    remedy="请尽快报送；已经报过的，请把回执号告诉县法制办核对",
)
def overdue(dossier: Dossier, clause: Clause) -> Iterator[Remark]:
    """要求：各项材料在规定的日期前报送。期限当日24时（北京时间）以前收到的都算按期；纸质件和电子版先到的一份就停止计时。

    免报的、经同意延期还没有到期的、已报零报告的不算逾期。本县自己约定的期限只作提醒，不列入通报的事实。
    依据：桓政办发〔2014〕36号 四；各项材料对应的条款。
    错误示例：年度检查计划应于6月30日前报送，7月10日还没有收到。
    正确示例：6月30日先收到电子版，盖章的纸质件7月2日送到（另按F003核对）。
    """
    for duty in dossier.duties:
        if duty.state == "overdue":
            values = {
                "title": title_of(duty),
                "due": duty.due_day,
                "day": duty.day,
                "days": duty.days_late,
                "limit": limit_of(duty),
            }
            own = duty.is_own_day
            yield Remark(
                place_of(duty),
                values,
                severity="warning" if own else None,
                clause=duty.clause if own else None,
            )
