import re
from collections.abc import Mapping

from enforcer.annexes.legal_limits import (
    BOUNDS,
    DECIDING,
    EVIDENCE,
    HEARING_NOTICE,
    HEARING_REQUEST,
    PAYMENT,
    SERVING,
    Stated,
    compare,
    stated_limits,
)
from enforcer.annexes.step import GENERAL, SERVICE, Step, blocks, not_owed
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Remarks, Unsure, rule
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import is_blank, is_none_word
from enforcer.language.time_limits import read_time_limits

_MATTERS = {
    SERVING: Sentence("送达处罚决定书"),
    EVIDENCE: Sentence("处理先行登记保存的证据"),
    HEARING_REQUEST: Sentence("当事人要求听证"),
    HEARING_NOTICE: Sentence("听证前通知当事人"),
    PAYMENT: Sentence("当事人缴纳罚款"),
    DECIDING: Sentence("立案后作出处罚决定"),
}
_OWN_RULES = re.compile(r"另有规定|从其规定|《(?![^》]*(?:行政处罚法|民事诉讼法)》)[^》]*》")


@rule(
    "A204",
    "time-limit-beyond-law",
    "时限与法定时限不符",
    severity="error",
    clause=SERVING,
    further=(EVIDENCE, HEARING_REQUEST, HEARING_NOTICE, PAYMENT, DECIDING),
    annexes=(2,),
    message={
        "longer": "{matter}的时限写成“{stated}”，超过法定的{days}{unit}",
        "shorter": "{matter}的时限写成“{stated}”，比法定的{days}{unit}短",
        "notice": "{matter}写成“{stated}”，不足法定的{days}{unit}",
    },
    expected={
        "longer": "{law}：“{quote}”",
        "shorter": "{law}：“{quote}”",
        "notice": "{law}：“{quote}”",
    },
    remedy={
        "longer": "请把{address}的时限改为{days}{unit}以内；其他法律、法规、规章另有规定的，请在备注写明依据",
        "shorter": "请把{address}的时限改为{days}{unit}；其他法律、法规、规章另有规定的，请在备注写明依据",
        "notice": "请把{address}改为听证的{days}{unit}以前通知；其他法律、法规、规章另有规定的，请在备注写明依据",
    },
)
def time_limit_beyond_law(dossier: Dossier, clause: Clause, further: Mapping[str, Clause]) -> Remarks:
    """要求：办案步骤的时限不突破当日有效的行政处罚法。

    送达处罚决定书七日，先行登记保存七日内处理，听证七日前通知，2021年7月15日起立案后九十日内作出决定；当事人提出听证三日（2021年7月15日起五日），
    缴纳罚款十五日。2021年7月15日起，二日、三日、五日、七日指工作日。送达、处理、决定比法定时限短的，不算错误；当事人的时限，短于、长于法定的都不符合规定。

    依据：《行政处罚法》（2009年修正）第四十条、第三十七条、第四十二条、第四十六条；（2021年修订）第六十一条、第五十六条、第六十四条、第六十七条、第六十条、第八十五条。
    错误示例：“送达”的时限填“15日内”。
    正确示例：“送达”的时限填“7日内”。
    """
    yield from not_owed(dossier)
    laws = {SERVING: clause, **further}
    for block in blocks(dossier):
        for step in block.steps:
            for stated in stated_limits(step):
                law = laws.get(stated.law)
                if law is not None and (stated.law != DECIDING or block.procedure == GENERAL):
                    yield from _judged(step, stated, law)
            yield from _unread(step)


def _judged(step: Step, stated: Stated, law: Clause) -> Remarks:
    """The remark on one stated limit, if it leaves the law's."""
    days, working = law.figure("days"), bool(law.figures.get("working_days"))
    outcome, bound = compare(stated.limit, days, working=working), BOUNDS[stated.law]
    if outcome == "fits" or (outcome, bound) in (("shorter", "most"), ("longer", "least")):
        return
    at = step.row.place(stated.field)
    if any(_OWN_RULES.search(step.row[key]) for key in ("time_limit", "manner", "remarks")):
        reason = Sentence("时限另有法律、法规、规章依据的，请人工核对")
        yield Unsure("not_applicable", reason, at)
        return
    values = {
        "matter": _MATTERS[stated.law],
        "stated": stated.text,
        "days": days,
        "unit": Sentence("个工作日") if working else Sentence("日"),
        "law": Sentence(law.number),
        "quote": Sentence(law.quote),
    }
    case = "notice" if bound == "least" else outcome
    yield Remark(at, values, value=step.row[stated.field], case=case, clause=law)


def _unread(step: Step) -> Remarks:
    """Says so where service, which always has a legal limit, is given a time that cannot be read."""
    typed = step.row["time_limit"]
    if step.kinds != {SERVICE} or is_blank(typed) or is_none_word(typed) or read_time_limits(typed):
        return
    reason = Sentence("送达的时限读不出天数，是否超过法定时限未作核对")
    yield Unsure("unreadable", reason, step.row.place("time_limit"))
