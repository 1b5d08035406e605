from collections.abc import Iterator

from enforcer.annexes.due_days import place_of, title_of
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, rule


@rule(
    "F010",
    "returned-not-refiled",
    "退回后未重报",
    severity="error",
    clause="accountability",
    message="“{title}”{received}报送的（回执{number}）已退回，应于{until}前重报，到{day}还没有收到，已超过{days}天",
    expected="退回时定的重报期限：{until}（当日报送不算迟）",
    remedy="请按退回意见改好后尽快重报；已经重报的，请把回执号告诉县法制办核对",
)
def returned_not_refiled(dossier: Dossier, clause: Clause) -> Iterator[Remark]:
    """要求：不合要求被退回的材料，在退回时定的日期前改正重报。报得及时与报得合格是两件事：退回的不算没有按期报。

    重报日期以县法制办收到为准，当日收到不算超期；退回时没有定日期的不作判断。
    依据：桓政办发〔2014〕36号 四（不按要求完成任务）。
    错误示例：裁量基准8月1日退回，要求8月10日前重报，8月11日还没有收到。
    正确示例：8月10日收到了改好的裁量基准。
    """
    for duty in dossier.duties:
        sent, until = duty.pending_return, duty.to_refile_by
        if sent is not None and until is not None and duty.is_refiling_overdue:
            values = {
                "title": title_of(duty),
                "received": sent.day,
                "number": sent.number,
                "until": until,
                "day": duty.day,
                "days": (duty.day - until).days,
            }
            yield Remark(place_of(duty), values)
