"""可供认定的事实清单: what is said of it in the text, and 附件2. It never says what the notice leaves to people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enforcer.domain.sentence import Sentence
from enforcer.reports.docx.record import Item, Part, Section, day_words, said, shortened
from enforcer.reports.punctuation import ended, labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enforcer.domain.sentence import Translate
    from enforcer.reports.sections.facts import Fact, Facts


def facts_section(facts: Facts, translate: Translate) -> Section:
    """The section; the credential clocks that have run a year are told as 请核实."""
    return Section(said(_lead(facts), translate), (), tuple(_parts(facts, translate)))


def _lead(facts: Facts) -> Iterator[Sentence]:
    if facts.rows:
        units = len({one.unit.key for one in facts.rows})
        values = {"units": units, "count": len(facts.rows)}
        yield Sentence("按通知规定的期限和份数，有{units}个单位{count}项列入清单，见附件2。", values)
        yield Sentence(
            "清单只列事实。是否影响市行政执法监督网络运行平台建设进程，由法制机构核实后填写，本报告不作认定。"
        )
    else:
        yield Sentence("没有列入清单的事项。")
    if facts.own_days:
        yield Sentence("本县约定期限的事项（{titles}）不列入清单。", {"titles": facts.own_days})


def _parts(facts: Facts, translate: Translate) -> Iterator[Part]:
    past = [one for one in facts.clocks if one.is_past]
    if past:
        items = tuple(Item(ended(labelled(one.unit.name, one.words, translate), translate)) for one in past)
        rest = Sentence("其余{count}个单位见报告的工作簿。")
        yield Part(translate("执法检查登记表报备情况（请核实）"), (), shortened(items, rest, translate))


def facts_attachment(facts: Facts, number: int, year: int, translate: Translate) -> dict[str, Any] | None:
    """附件2, with the column 是否影响平台建设进程 empty; None where nothing is on the list."""
    if not facts.rows:
        return None
    notes = [translate("末栏由法制机构核实后填写。已豁免的问题不计入。")]
    return {
        "number": number,
        "title": translate("可供认定的事实清单"),
        "caption": translate("逾期、迟报、缺件和错误"),
        "paragraphs": [],
        "rows": [_row(one, year, translate) for one in facts.rows],
        "notes": notes,
    }


def _row(one: Fact, year: int, translate: Translate) -> dict[str, object]:
    faults = [one.render(translate) for one in one.owed]
    if one.errors:
        faults.append(Sentence("错误{count}处", {"count": one.errors}).render(translate))
    return {
        "unit": one.unit.name,
        "title": one.title.render(translate),
        "due": day_words(one.due, year).render(translate) if one.due else "—",
        "received": day_words(one.received, year).render(translate) if one.received else translate("未收到"),
        "days": one.days or "—",
        "faults": "\n".join(faults) or "—",
        "platform": translate("是") if one.feeds_platform else translate("否"),
    }
