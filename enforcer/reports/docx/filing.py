"""报送情况 in official prose, with the table of obligations; and 附件1, 单位 × 事项."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enforcer.county.duty_words import COPIES, OWN_DAY, STATES, short_title
from enforcer.domain.sentence import Sentence
from enforcer.reports.docx.record import Item, Part, Section, counts, day_words, said, shortened
from enforcer.reports.punctuation import ended, labelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from enforcer.domain.duty import Duty, DutyState
    from enforcer.domain.sentence import Translate
    from enforcer.reports.sections.matrix import Cell, Column, Matrix


def filing_section(matrix: Matrix, year: int, translate: Translate, *, has_ledger: bool) -> Section:
    """The section: what came in of what is owed, then what is late, overdue, sent back, incomplete, exempt."""
    duties = [cell.duty for row in matrix.rows for cell in row.cells]
    totals = matrix.totals
    owed = sum(count for state, count in totals.items() if state != "exempt")
    values = {"units": len(matrix.rows), "owed": owed, "states": _states(totals, has_ledger=has_ledger)}
    first = Sentence("{units}个单位应报事项共{owed}项：{states}。", values)
    more = [Sentence("各事项完成情况见表1，各单位情况见附件1。")]
    if any(one.own_day and one.due is not None for one in matrix.columns):
        more.append(Sentence("表1中带*的期限是本县约定期限。"))
    parts = (
        _overdue(duties, year, translate),
        _late(duties, year, translate),
        _returned(duties, year, translate),
        _incomplete(duties, translate),
        _exempt(matrix, translate),
    )
    rows = tuple(_row(one, year, translate) for one in matrix.columns)
    return Section(said((first, *more), translate), rows, tuple(one for one in parts if one is not None))


def matrix_attachment(matrix: Matrix, day: date, number: int, translate: Translate) -> dict[str, Any]:
    """附件1: each unit's state of each obligation in words, and how many are overdue."""
    overdue = STATES["overdue"].render(translate)
    legend = Sentence("“缺纸”“缺电”指另一份已报、纸质件或电子版未报；免报原因见正文。")
    rows = [
        {"unit": row.unit.name, "cells": [*(_word(one, translate) for one in row.cells), row.totals["overdue"]]}
        for row in matrix.rows
    ]
    total = [*(one.totals["overdue"] for one in matrix.columns), matrix.totals["overdue"]]
    rows.append({"unit": Sentence("{state}合计", {"state": overdue}).render(translate), "cells": total})
    return {
        "number": number,
        "title": translate("各单位应报事项报送情况表"),
        "paragraphs": [Sentence("（截至{day}）", {"day": day_words(day)}).render(translate)],
        "heads": [*(one.title.render(translate) for one in matrix.columns), overdue],
        "rows": rows,
        "notes": [legend.render(translate)],
    }


def _states(totals: Mapping[DutyState, int], *, has_ledger: bool) -> tuple[Sentence, ...]:
    unfiled = Sentence("没有规定期限未报{count}项")
    if not has_ledger:
        unfiled = Sentence("文件夹里没有、不能判断是否已报{count}项")
    return counts(
        (Sentence("按期报送{count}项"), totals["on-time"]),
        (Sentence("迟报{count}项"), totals["late"]),
        (Sentence("逾期未报{count}项"), totals["overdue"]),
        (Sentence("退回待重报{count}项"), totals["returned"]),
        (Sentence("临近期限未报{count}项"), totals["due-soon"]),
        (Sentence("尚未到期{count}项"), totals["not-due"]),
        (Sentence("没有规定期限已报{count}项"), totals["filed"]),
        (unfiled, totals["open"]),
    )


def _row(one: Column, year: int, translate: Translate) -> dict[str, object]:
    totals = one.totals
    other = counts(
        (Sentence("退回{count}"), totals["returned"]),
        (Sentence("未到期{count}"), totals["due-soon"] + totals["not-due"]),
        (Sentence("已报{count}"), totals["filed"]),
        (Sentence("未报{count}"), totals["open"]),
    )
    due = day_words(one.due, year).render(translate) if one.due is not None else "—"
    return {
        "title": translate(one.obligation.title),
        "due": due + ("*" if one.own_day and one.due is not None else ""),
        "owed": one.owed,
        "on_time": totals["on-time"],
        "late": totals["late"],
        "overdue": totals["overdue"],
        "other": translate("、").join(said(other, translate)) or "—",
        "exempt": totals["exempt"],
    }


def _overdue(duties: Sequence[Duty], year: int, translate: Translate) -> Part | None:
    chosen = [one for one in duties if one.state == "overdue"]
    return _part(
        Sentence("逾期未报"),
        Sentence("{units}个单位{count}项逾期未报。"),
        chosen,
        lambda one: Sentence("{title}，期限{due}{own}，已逾期{days}天", _values(one, year)),
        translate,
    )


def _late(duties: Sequence[Duty], year: int, translate: Translate) -> Part | None:
    chosen = [one for one in duties if one.state == "late"]
    return _part(
        Sentence("迟报"),
        Sentence("{units}个单位{count}项在期限以后报送。"),
        chosen,
        lambda one: Sentence("{title}，期限{due}{own}，{received}收到，迟{days}天", _values(one, year)),
        translate,
    )


def _returned(duties: Sequence[Duty], year: int, translate: Translate) -> Part | None:
    def sentence(one: Duty) -> Sentence:
        if one.to_refile_by is None:
            return Sentence("{title}，没有定重报期限", _values(one, year))
        values = {**_values(one, year), "until": day_words(one.to_refile_by, year)}
        if one.is_refiling_overdue:
            return Sentence("{title}，应于{until}前重报，已超过期限", values)
        return Sentence("{title}，应于{until}前重报", values)

    chosen = [one for one in duties if one.pending_return is not None]
    heading, lead = Sentence("退回待重报"), Sentence("{units}个单位{count}项材料已退回，还没有重报。")
    return _part(heading, lead, chosen, sentence, translate)


def _incomplete(duties: Sequence[Duty], translate: Translate) -> Part | None:
    """One line a unit: these are many and short."""
    by_unit: dict[str, list[Sentence]] = {}
    for one in duties:
        if one.lacking_forms:
            copies = tuple(COPIES[form] for form in one.lacking_forms)
            values = {"title": Sentence(short_title(one.obligation)), "copies": copies}
            by_unit.setdefault(one.unit.name, []).append(Sentence("{title}缺{copies}", values))
    if not by_unit:
        return None
    items = tuple(Item(ended(labelled(unit, lines, translate), translate)) for unit, lines in by_unit.items())
    total = {"units": len(by_unit), "count": sum(len(lines) for lines in by_unit.values())}
    lead = Sentence("{units}个单位{count}项只报了一种，期限已过。", total).render(translate)
    rest = Sentence("其余{count}个单位见附件1。")
    return Part(translate("缺纸质件或电子版"), (lead,), shortened(items, rest, translate))


def _exempt(matrix: Matrix, translate: Translate) -> Part | None:
    lines = [
        Sentence("{units}：{titles}。原因：{reason}。", {"units": units, "titles": titles, "reason": reason.sentence})
        for reason in matrix.reasons
        for units, titles in reason.lines
    ]
    if not lines:
        return None
    items = tuple(Item(one.render(translate)) for one in lines)
    return Part(translate("免报"), (), shortened(items, Sentence("其余{count}种情形见报告的工作簿。"), translate))


def _part(
    heading: Sentence,
    lead: Sentence,
    duties: Sequence[Duty],
    sentence: Callable[[Duty], Sentence],
    translate: Translate,
) -> Part | None:
    """A unit with one duty is one line; with several, its duties stand below it."""
    by_unit: dict[str, list[Duty]] = {}
    for one in duties:
        by_unit.setdefault(one.unit.name, []).append(one)
    if not by_unit:
        return None
    items = tuple(_items(by_unit, sentence, translate))
    paragraph = lead._replace(values={"units": len(by_unit), "count": len(duties)}).render(translate)
    rest = Sentence("其余{count}个单位见附件1。")
    return Part(heading.render(translate), (paragraph,), shortened(items, rest, translate))


def _items(
    by_unit: Mapping[str, Sequence[Duty]], sentence: Callable[[Duty], Sentence], translate: Translate
) -> Iterator[Item]:
    for unit, own in by_unit.items():
        lines = [sentence(one) for one in own]
        if len(lines) == 1:
            yield Item(ended(labelled(unit, lines[0], translate), translate))
        else:
            head = Sentence("{unit}（{count}项）", {"unit": unit, "count": len(lines)}).render(translate)
            yield Item(head, tuple(ended(one, translate) for one in lines))


def _values(duty: Duty, year: int) -> dict[str, object]:
    own = Sentence("，属{own}", {"own": OWN_DAY}) if duty.is_own_day and not duty.extended else ""
    return {
        "title": Sentence(duty.obligation.title),
        "due": day_words(duty.due_day, year) if duty.due_day else "",
        "received": day_words(duty.first_day, year) if duty.first_day else "",
        "own": own,
        "days": duty.days_late,
    }


def _word(cell: Cell, translate: Translate) -> str:
    """The state without its days, and a copy that is missing in two characters."""
    short = {"paper": Sentence("缺纸"), "electronic": Sentence("缺电")}
    missing = [
        short[copy.form].render(translate)
        for copy in (cell.paper, cell.electronic)
        if copy.is_missing and cell.duty.first_day is not None
    ]
    return "\n".join((STATES[cell.state].render(translate), *missing))
