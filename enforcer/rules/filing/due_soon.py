from collections.abc import Iterator

from enforcer.annexes.due_days import limit_of, place_of, title_of
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, rule
from enforcer.domain.sentence import Sentence


@rule(
    "F009",
    "due-soon",
    "临近期限",
    severity="info",
    clause="accountability",
    message={
        "days": "“{title}”应于{due}前报送，还有{days}天",
        "today": "“{title}”今天（{due}）到期，还没有收到",
        "refile": "“{title}”已退回，应于{due}前重报，还有{days}天",
        "refile-today": "“{title}”已退回，今天（{due}）重报到期，还没有收到",
    },
    expected="{limit}",
    remedy="请按期报送",
)
def due_soon(dossier: Dossier, clause: Clause) -> Iterator[Remark]:
    """要求：各项材料在规定的日期前报送。快到期还没有报的，以及退回后快到重报期限的，提示一下，不是问题。

    提前几天提示由本县设置（soon_days），不设是7天。免报的、已报的不提示。
    依据：各项材料对应的条款。
    错误示例：年度检查计划6月30日到期，6月25日还没有收到。
    正确示例：6月20日已收到。
    """
    for duty in dossier.duties:
        if duty.state == "due-soon" and duty.due_day is not None:
            last, limit, case = duty.due_day, limit_of(duty), ""
        elif duty.to_refile_by is not None and 0 <= (duty.to_refile_by - duty.day).days <= duty.soon_days:
            last, case = duty.to_refile_by, "refile"
            limit = Sentence("退回时定的重报期限：{due}（当日报送不算迟）", {"due": last})
        else:
            continue
        days = (last - duty.day).days
        values = {"title": title_of(duty), "due": last, "days": days, "limit": limit}
        yield Remark(place_of(duty), values, case=_case(case, days), clause=duty.clause)


def _case(kind: str, days: int) -> str:
    if kind:
        return kind if days else f"{kind}-today"
    return "days" if days else "today"
