"""One short page for cron's mail: what came in, what changed, who is late, what went out, and the ledger's head."""

from collections.abc import Iterator, Sequence
from typing import Final

from enforcer.county.duty_words import short_title, what_is_owed
from enforcer.county.letters import verdict_words
from enforcer.county.night.outcome import Outcome
from enforcer.county.night.summary import Change
from enforcer.county.post.delivery import Way
from enforcer.county.status.chase import chased
from enforcer.domain.sentence import Sentence, Translate
from enforcer.rules import find_rule
from enforcer.verdicts.lines import Line, Span, Style, line, span

_MOST: Final = 10
_TITLES: Final = {
    "new": Sentence("新发现的问题"),
    "mended": Sentence("已经没有的问题（改正了、豁免了，或退回后不再计算）"),
    "overdue": Sentence("新逾期"),
    "due-soon": Sentence("新临期"),
}
_STYLES: Final[dict[str, Style]] = {"new": "error", "mended": "good", "overdue": "error", "due-soon": "warning"}
_WAYS: Final[dict[Way, Sentence]] = {
    "sent": Sentence("已发出"),
    "draft": Sentence("已写成草稿，在outbox里"),
    "no-address": Sentence("名录里没有邮箱，请打电话"),
    "failed": Sentence("没有发出，下一次再试"),
}


def page_lines(outcome: Outcome, translate: Translate) -> Iterator[Line]:
    """The page of a night that was run."""
    yield from _heading(outcome, translate)
    if not outcome.is_news:
        yield line(translate("与上一次运行相比没有变化。"))
    yield from _received(outcome, translate)
    yield from _refused(outcome, translate)
    yield from _changes(outcome, translate)
    yield from _owed(outcome, translate)
    yield from _delivered(outcome, translate)
    yield from _report(outcome, translate)
    if outcome.unsent is not None:
        unsent = Sentence("这一页没有发到法制办的邮箱：{why}", {"why": outcome.unsent})
        yield line(span(unsent.render(translate), "error"))
    if outcome.has_crashed:
        crashed = translate("有规则在核对时出错，有的内容没有核对；用 enforcer validate 看是哪一条，并联系维护人员。")
        yield line(span(crashed, "error"))
    yield line("")
    if outcome.errors:
        yield line(
            span(Sentence("目前还有错误{count}处没有改正。", {"count": outcome.errors}).render(translate), "error")
        )
    else:
        yield line(span(translate("目前没有未改正的错误。"), "good"))
    yield line(span(Sentence("台账校验值：{head}", {"head": outcome.head}).render(translate), "dim"))


def foreseen_lines(outcome: Outcome, translate: Translate) -> Iterator[Line]:
    """The page of a dry run: what would be looked at, and each letter that would go out."""
    yield from _heading(outcome, translate)
    yield line(translate("试运行：没有接收、没有发信、没有记入台账。"))
    yield from _waiting(outcome, translate)
    yield from _refused(outcome, translate)
    yield from _changes(outcome, translate)
    for letter in outcome.due:
        yield line("")
        to = translate("、").join(letter.addresses) or _WAYS["no-address"].render(translate)
        yield line(span(letter.unit.name, "title"), "　", to)
        for point in letter.points:
            yield line(point.words.render(translate), indent=2)
    if not outcome.due and outcome.later is None:
        yield line(translate("没有要发的提醒。"))


def _heading(outcome: Outcome, translate: Translate) -> Iterator[Line]:
    shown = outcome.overview
    values = {"county": shown.settings.county, "year": shown.year, "day": shown.day}
    yield line(span(Sentence("{county}{year}年度夜间核对（截至{day}）", values).render(translate), "title"))
    figures = {"seen": outcome.taken.seen, "new": len(outcome.taken.receipted), "waiting": len(outcome.taken.waiting)}
    if outcome.is_foreseen:
        came = Sentence("inbox里有{seen}个文件，其中{waiting}个等着接收。", figures)
    else:
        came = Sentence("inbox里有{seen}个文件，新收下{new}件。", figures)
    yield line(came.render(translate))
    if outcome.taken.not_yet:
        yield line(
            Sentence("另有{count}个文件的收到日期还没有到。", {"count": outcome.taken.not_yet}).render(translate)
        )
    if outcome.elsewhere:
        elsewhere = Sentence(
            "上一次夜间核对之后，另外登记了{count}件（人工登记的，或上次没有跑完时收下的）。",
            {"count": outcome.elsewhere},
        )
        yield line(elsewhere.render(translate))
    if outcome.is_replaced:
        replaced = translate(
            "台账里没有上一次夜间核对记下的校验值：台账换过了，或者是从更早的备份恢复的。"
            "inbox里的文件已经全部重新对过，缺的已经补登；人工登记和决定如有缺失，请照回执补录。"
        )
        yield line(span(replaced, "error"))
    if outcome.later is not None:
        back = Sentence("台账里已经有{later}的记录，这一次是回看过去，没有发提醒。", {"later": outcome.later})
        yield line(back.render(translate))


def _received(outcome: Outcome, translate: Translate) -> Iterator[Line]:
    found = outcome.taken.receipted
    if not found:
        return
    yield line("")
    yield line(span(translate("新收下"), "title"))
    for one in found[:_MOST]:
        values = {
            "number": one.receipt.number,
            "unit": one.part.unit.name,
            "title": Sentence(short_title(one.part.obligation)),
            "verdict": verdict_words(one.verdict, one.receipt),
        }
        yield line(Sentence("{number}　{unit}　{title}　{verdict}", values).render(translate), indent=2)
    yield from _more(len(found), translate)


def _waiting(outcome: Outcome, translate: Translate) -> Iterator[Line]:
    found = outcome.taken.waiting
    if not found:
        return
    yield line("")
    yield line(span(translate("等着接收"), "title"))
    for path in found[:_MOST]:
        yield line(Sentence("{path}", {"path": path}).render(translate), indent=2)
    yield from _more(len(found), translate)


def _refused(outcome: Outcome, translate: Translate) -> Iterator[Line]:
    found = outcome.taken.refused
    if not found:
        return
    yield line("")
    yield line(span(translate("没有收下，或者没有办完"), "title"))
    for one in found[:_MOST]:
        for reason in one.reasons:
            values = {"path": one.path, "reason": reason}
            yield line(span(Sentence("{path}　{reason}", values).render(translate), "error"), indent=2)
    yield from _more(len(found), translate)


def _changes(outcome: Outcome, translate: Translate) -> Iterator[Line]:
    for kind, title in _TITLES.items():
        found = [one for one in outcome.changes if one.kind == kind]
        if not found:
            continue
        yield line("")
        yield line(span(title.render(translate), "title"))
        for one in found[:_MOST]:
            yield line(span(_change(outcome, one).render(translate), _STYLES[kind]), indent=2)
        yield from _more(len(found), translate)


def _change(outcome: Outcome, one: Change) -> Sentence:
    obligation = outcome.overview.settings.notice.obligations.get(one.obligation)
    title = Sentence(short_title(obligation)) if obligation is not None else Sentence("几个附件之间")
    values: dict[str, object] = {"unit": one.name, "title": title}
    if one.code is None:
        return Sentence("{unit}　{title}", values)
    rule = find_rule(one.code)
    values |= {"code": one.code, "fault": Sentence(rule.title) if rule else "", "count": one.number}
    return Sentence("{unit}　{title}　{code} {fault}，{count}处", values)


def _owed(outcome: Outcome, translate: Translate) -> Iterator[Line]:
    rows = chased(outcome.overview.duties())
    if not rows:
        return
    units = len({one.duty.unit.key for one in rows})
    yield line("")
    title = Sentence("要催的：{units}个单位、{duties}项", {"units": units, "duties": len(rows)})
    yield line(span(title.render(translate), "title"))
    for one in rows[:_MOST]:
        values = {
            "unit": one.duty.unit.name,
            "title": Sentence(short_title(one.duty.obligation)),
            "what": what_is_owed(one.duty),
            "days": one.days,
        }
        yield line(Sentence("{unit}　{title}　{what}，过了{days}天", values).render(translate), indent=2)
    yield from _more(len(rows), translate, translate("用 enforcer status --chase 看全部和电话。"))


def _delivered(outcome: Outcome, translate: Translate) -> Iterator[Line]:
    if not outcome.delivered:
        return
    yield line("")
    yield line(span(translate("发给单位的提醒"), "title"))
    for way, words in _WAYS.items():
        found = [one for one in outcome.delivered if one.way == way]
        if found:
            names = _names([one.letter.unit.name for one in found]).render(translate)
            parts: list[str | Span] = [names, translate("："), words.render(translate)]
            why = next((one.why for one in found if one.why is not None), None)
            if why is not None:
                parts += [translate("；"), span(Sentence("原因：{why}", {"why": why}).render(translate), "error")]
            yield line(*parts, indent=2)


def _report(outcome: Outcome, translate: Translate) -> Iterator[Line]:
    if outcome.report:
        yield line("")
        yield line(translate("全县报告已经重新生成。"))
    elif outcome.stale is not None:
        yield line("")
        stale = Sentence("全县报告没有重新生成，还是以前的：{why}", {"why": outcome.stale})
        yield line(span(stale.render(translate), "error"))


def _names(names: Sequence[str]) -> Sentence:
    shown = list(names[:_MOST])
    if len(names) <= _MOST:
        return Sentence("{names}", {"names": shown})
    return Sentence("{names}等{count}个单位", {"names": shown, "count": len(names)})


def _more(count: int, translate: Translate, where: str = "") -> Iterator[Line]:
    if count > _MOST:
        text = Sentence("……共{count}项。{where}", {"count": count, "where": where}).render(translate)
        yield line(text, indent=2)
