from collections.abc import Iterator

from enforcer.annexes.due_days import limit_of, place_of, title_of
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, rule


@rule(
    "F003",
    "no-sealed-paper",
    "缺盖章纸质件",
    severity="error",
    clause="material",
    message="“{title}”{received}收到了电子版，到{day}还没有收到加盖公章的纸质件",
    expected="纸质件加盖公章，与电子版一并报送；{limit}",
    remedy="请补送加盖公章的纸质件；已经送到的，请把收到的日期补录进台账",
)
def no_sealed_paper(dossier: Dossier, clause: Clause) -> Iterator[Remark]:
    """要求：材料加盖公章的纸质件和电子版都要报。只收到电子版的，期限过后仍缺纸质件就指出。

    期限以前不提；执行省、市裁量标准的裁量基准只报电子版；零报告不再要求另一份；书面总结只要纸质件。
    依据：桓政办发〔2014〕36号 二（八）。
    错误示例：责任制电子版7月10日收到，7月20日还没有盖章的纸质件。
    正确示例：电子版和盖章的纸质件在7月15日前都已收到。
    """
    for duty in dossier.duties:
        if "paper" in duty.lacking_forms:
            values = {
                "title": title_of(duty),
                "received": duty.first_day,
                "day": duty.day,
                "limit": limit_of(duty),
            }
            yield Remark(place_of(duty), values, severity="warning" if duty.is_own_day else None)
