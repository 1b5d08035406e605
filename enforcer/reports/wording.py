"""Words that several formats of the report share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.domain.sentence import Sentence
from enforcer.verdicts.as_text import GRADES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from enforcer.annexes.overlaps import Kind
    from enforcer.county.settings.points import Number
    from enforcer.domain.finding import State
    from enforcer.domain.rule import Cause, Severity
    from enforcer.domain.sentence import Translate
    from enforcer.reports.contents import Contents
    from enforcer.reports.sections.points import Deduction, UnitPoints

SECTIONS: Final = (
    Sentence("一页纸"),
    Sentence("单位 × 应报事项"),
    Sentence("材料质量"),
    Sentence("裁量基准"),
    Sentence("执法人员"),
    Sentence("疑似多头执法"),
    Sentence("可供认定的事实清单"),
    Sentence("年度考核计分"),
    Sentence("各单位页"),
    Sentence("怎样得出"),
)
CAUSES: Final[Mapping[Cause, Sentence]] = {
    "absent": Sentence("材料不在"),
    "unreadable": Sentence("读不准"),
    "not_applicable": Sentence("不适用"),
    "crashed": Sentence("程序出错"),
}
FINDING_STATES: Final[Mapping[State, Sentence]] = {
    "open": Sentence("未改"),
    "waived": Sentence("已豁免"),
    "explained": Sentence("已说明"),
    "trial": Sentence("试行"),
}
KINDS: Final[Mapping[Kind, Sentence]] = {
    "law": Sentence("疑似同一条款、裁量不同"),
    "violation": Sentence("疑似同一违法行为、几家都管"),
    "target": Sentence("疑似同一对象、几家都查"),
    "officer": Sentence("疑似同一人员、登记在几家"),
}
EVENT_NAMES: Final[Mapping[str, Sentence]] = {
    "late": Sentence("迟报"),
    "late_day": Sentence("迟报天数"),
    "overdue": Sentence("逾期"),
    "missing_copy": Sentence("缺件"),
    "returned": Sentence("退回"),
    "error": Sentence("错误"),
    "warning": Sentence("提醒"),
}
_NAMED: Final = 8


def title_of(contents: Contents, translate: Translate) -> str:
    """The report's title."""
    values = {"county": contents.county, "year": contents.year}
    return Sentence("{county}{year}年度行政执法规范化材料情况报告", values).render(translate)


def issuer_of(contents: Contents) -> str:
    """Who reports, with the county once: 桓台县 and 县法制办 are 桓台县法制办."""
    county, office = contents.county, contents.office
    return office if office.startswith(county) else county + office.removeprefix(county[-1])


def grades(translate: Translate) -> dict[Severity, str]:
    """The grades in words."""
    return {severity: translate(word) for severity, (_, word) in GRADES.items()}


def some(names: Sequence[object]) -> Sentence:
    """The names; of many the first ones and how many there are."""
    if len(names) <= _NAMED:
        return Sentence("{names}", {"names": names})
    return Sentence("{names}等{count}个", {"names": names[:_NAMED], "count": len(names)})


def arithmetic(points: UnitPoints, full: Number) -> Sentence:
    """How a unit's points come about, as people check it: 100－迟报2×3－逾期5×1＝89."""
    steps = [_step(one) for one in points.deductions if one.taken]
    left = full - sum((one.taken for one in points.deductions), start=0)
    values = {"full": str(full), "steps": Sentence("{steps}", {"steps": steps}), "left": str(points.points)}
    if not steps:
        return Sentence("{full}，没有扣分", values)
    return Sentence("{full}，扣{steps}，剩{left}" if left >= 0 else "{full}，扣{steps}，扣完", values)


def _step(one: Deduction) -> Sentence:
    values = {
        "title": EVENT_NAMES[one.event],
        "times": one.times,
        "each": str(one.each),
        "taken": str(one.taken),
    }
    if one.taken != one.each * one.times:
        return Sentence("{title}{each}×{times}（最多{taken}）", values)
    return Sentence("{title}{each}×{times}＝{taken}", values)
