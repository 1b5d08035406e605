"""The 台账 on a screen: the list, one receipt in full, and one entry as it stands."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from enforcer.county.duty_words import COPIES
from enforcer.county.ledger.entry import FIRST_PREV, Entry, Kind
from enforcer.county.ledger.listing import FATES, SHOWN_HASH, Listed, decision_words, heading, remarks_on
from enforcer.county.letters import verdict_words
from enforcer.domain.sentence import Sentence, Translate, words
from enforcer.verdicts.columns import padded, width
from enforcer.verdicts.grouping import ordered
from enforcer.verdicts.lines import Line, Style, line, span

KINDS: Final[Mapping[Kind, Sentence]] = {
    "founded": Sentence("建账"),
    "received": Sentence("收件"),
    "examined": Sentence("核对"),
    "decided": Sentence("决定"),
    "reminded": Sentence("催报"),
}


def list_lines(rows: Iterable[Listed], head: str, translate: Translate) -> Iterator[Line]:
    """A line or two a receipt, and the ledger's head below."""
    t = translate
    found = list(rows)
    widest = max((width(words(one.unit)) for one in found), default=0)
    for one in found:
        receipt = one.receipt
        yield line(
            span(receipt.number, "title"),
            f"  {receipt.day}  {padded(words(one.unit), widest)}  {one.title.render(t)}  ",
            span(FATES[receipt.fate].render(t), _style(one)),
            f"  {_verdict(one, t)}",
        )
        more = [words([COPIES[form] for form in receipt.forms], t)]
        if receipt.sha256:
            more.append(f"{receipt.name} {receipt.sha256[:SHOWN_HASH]}")
        more += [remark.render(t) for remark in remarks_on(receipt)]
        more += [decision_words(decision).render(t) for decision in one.decisions]
        yield line(span("　".join(words(text) for text in more), "dim"), indent=len(receipt.number) + 2)
    yield line(Sentence("共{count}件。", {"count": len(found)}).render(t))
    yield line(span(Sentence("台账校验值：{head}", {"head": head}).render(t), "dim"))


def receipt_lines(one: Listed, translate: Translate) -> Iterator[Line]:
    """One receipt with all that is on record about it, its findings as they stood."""
    t = translate
    receipt = one.receipt
    yield line(span(receipt.number, "title"), "  ", span(FATES[receipt.fate].render(t), _style(one)))
    told: list[tuple[Sentence, object]] = [
        (Sentence("报送单位"), one.unit),
        (Sentence("报送事项"), one.title),
        (Sentence("所属年度"), receipt.year),
        (Sentence("收到日期"), receipt.day),
        (Sentence("登记时间"), f"{receipt.entered:%Y-%m-%d %H:%M}"),
        (Sentence("表内所填日期"), receipt.stated),
        (Sentence("收到形式"), [COPIES[form] for form in receipt.forms]),
        (Sentence("文件"), receipt.name),
        (Sentence("文件SHA-256"), receipt.sha256),
        (Sentence("原件"), receipt.stored),
        (Sentence("经手人"), receipt.by),
        (Sentence("备注"), [*remarks_on(receipt), *([receipt.note] if receipt.note else [])]),
        (Sentence("核对结果"), _verdict(one, t)),
    ]
    for label, value in told:
        if value not in (None, "", []):
            yield line(f"{heading(label, t)}{t('：')}{words(value, t)}", indent=2)
    for decision in one.decisions:
        yield line(decision_words(decision).render(t), indent=2)
    if one.verdict is not None:
        for finding in ordered(one.verdict.all_findings()):
            state = "" if finding.counts else t(_STATES[finding.state])
            text = f"{finding.code} {finding.place.address}  {finding.message.render(t)}"
            yield line(span(text, finding.severity if finding.counts else "dim"), span(state, "dim"), indent=4)


_STATES = {
    "waived": Sentence("（已豁免）").template,
    "explained": Sentence("（已说明）").template,
    "trial": Sentence("（试行）").template,
}


def entry_lines(entry: Entry, translate: Translate) -> Iterator[Line]:
    """One entry as it stands in the file."""
    values = {"seq": entry.seq, "day": entry.day, "entered": entry.entered.isoformat(" ", "seconds")}
    text = Sentence("第{seq}条　{kind}　发生日期{day}　入账时间{entered}", {**values, "kind": KINDS[entry.kind]})
    yield line(span(text.render(translate), "title"))
    for row in json.dumps(entry.body, ensure_ascii=False, indent=1).splitlines():
        yield line(row, indent=2)
    if entry.prev != FIRST_PREV:
        yield line(span(Sentence("前一条：{hash}", {"hash": entry.prev}).render(translate), "dim"))
    yield line(span(Sentence("本条：{hash}", {"hash": entry.hash}).render(translate), "dim"))


def _verdict(one: Listed, translate: Translate) -> str:
    said = verdict_words(one.verdict, one.receipt).render(translate)
    if not one.waived:
        return said
    return said + translate("，") + Sentence("已豁免{waived}处", {"waived": one.waived}).render(translate)


def _style(one: Listed) -> Style:
    if one.receipt.fate == "returned":
        return "warning"
    return "dim" if one.receipt.fate == "void" else "good"
