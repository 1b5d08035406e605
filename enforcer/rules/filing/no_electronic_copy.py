from collections.abc import Iterator

from enforcer.annexes.due_days import limit_of, place_of, title_of
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, rule


@rule(
    "F004",
    "no-electronic-copy",
    "缺电子版",
    severity="error",
    clause="material",
    message="“{title}”{received}收到了纸质件，到{day}还没有收到电子版",
    expected="电子版与加盖公章的纸质件一并报送；{limit}",
    remedy="请补送电子版；有表样的用发下去的空白表填写",
)
def no_electronic_copy(dossier: Dossier, clause: Clause) -> Iterator[Remark]:
    """要求：材料的电子版和加盖公章的纸质件都要报。只收到纸质件的，期限过后仍缺电子版就指出。

    期限以前不提；零报告不再要求另一份；书面总结只要纸质件，不要求电子版。
    依据：桓政办发〔2014〕36号 二（八）。
    错误示例：责任制盖章的纸质件7月10日收到，7月20日还没有电子版。
    正确示例：纸质件和电子版在7月15日前都已收到。
    """
    for duty in dossier.duties:
        if "electronic" in duty.lacking_forms:
            values = {
                "title": title_of(duty),
                "received": duty.first_day,
                "day": duty.day,
                "limit": limit_of(duty),
            }
            yield Remark(place_of(duty), values, severity="warning" if duty.is_own_day else None)
