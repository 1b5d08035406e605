"""下一步到期事项, 年度考核计分 and 说明: what is next, the county's points, and how the report was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.domain.sentence import Sentence, words
from enforcer.reports.docx.record import Item, Part, Section, day_words, said, shortened
from enforcer.reports.punctuation import ended, labelled, noted
from enforcer.reports.xlsx.points_sheet import arithmetic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enforcer.domain.sentence import Translate
    from enforcer.reports.sections.making import Making
    from enforcer.reports.sections.points import PointsTable
    from enforcer.reports.sections.summary import Call, Summary, Upcoming

_NAMED: Final = 6
_HASH: Final = 16


def next_section(summary: Summary, year: int, translate: Translate) -> Section:
    """What falls due next, and whom to ring before that."""
    upcoming = summary.upcoming
    lead = Sentence("下列事项即将或将要到期，见表5。") if upcoming else Sentence("没有将要到期的事项。")
    rows = tuple(_row(one, year, translate) for one in upcoming)
    parts = (_calls(summary.calls, translate),) if summary.calls else ()
    return Section(said((lead,), translate), rows, parts)


def _row(one: Upcoming, year: int, translate: Translate) -> dict[str, object]:
    note = translate("退回重报") if one.again else translate("本县约定期限") if one.own_day else ""
    few = len(one.units) <= _NAMED
    missing: object = one.units if few else Sentence("{count}个单位", {"count": len(one.units)})
    return {
        "due": day_words(one.day, year).render(translate),
        "title": noted(one.title, note, translate),
        "missing": words(missing, translate),
    }


def _calls(calls: Sequence[Call], translate: Translate) -> Part:
    """Without phone numbers: the document leaves the office."""
    items = tuple(
        Item(
            Sentence(
                "{unit}：{count}项，最长已过{days}天。",
                {"unit": one.unit.name, "count": len(one.owed), "days": one.days},
            ).render(translate)
        )
        for one in calls
    )
    rest = Sentence("其余{count}个单位见附件1。")
    return Part(translate("需要催办的单位"), (), shortened(items, rest, translate))


def points_section(points: PointsTable, translate: Translate) -> Section:
    """The county's own points, with the arithmetic of each unit."""
    events = tuple(
        Sentence("{title}扣{each}分", {"title": title, "each": str(each)})
        if most is None
        else Sentence("{title}扣{each}分、最多{most}分", {"title": title, "each": str(each), "most": str(most)})
        for title, each, most in points.rules
    )
    listed = translate("；").join(said(events, translate))
    lead = Sentence("本县计分标准：满分{full}分；{events}。", {"full": str(points.full), "events": listed})
    items = tuple(
        Item(ended(labelled(one.unit.name, arithmetic(points.full, one.deductions, one.points), translate), translate))
        for one in points.units
    )
    rest = Sentence("其余{count}个单位见报告的工作簿。")
    part = Part(translate("各单位得分"), (), shortened(items, rest, translate))
    return Section(said((lead,), translate), (), (part,))


def making_section(making: Making, *, has_points: bool, translate: Translate) -> Section:
    """How the report was made, so that anybody can make it again."""
    return Section(said(_lead(making, has_points=has_points), translate))


def _lead(making: Making, *, has_points: bool) -> Iterator[Sentence]:
    notice = making.notice
    values = {"title": notice.title, "number": notice.number, "laws": len(making.laws), "day": day_words(making.day)}
    yield Sentence("本报告依据《{title}》（{number}）和{day}有效的{laws}条法律条文核对。", values)
    tool = {"version": making.version, "ruleset": making.ruleset, "files": len(making.files)}
    yield Sentence("由enforcer {version}（规则版本{ruleset}）根据台账和{files}份电子文件生成，供审定后使用。", tool)
    if making.head is None:
        yield Sentence("没有台账，收到日期以材料所写为准，纸质件没有核对。")
    else:
        yield Sentence("台账校验值{head}。", {"head": making.head[:_HASH]})
    if making.unread:
        yield Sentence("没有读、没有计入的材料{count}处，见报告的工作簿。", {"count": len(making.unread)})
    if not has_points:
        yield Sentence("年度考核计分：未设置计分标准。")
