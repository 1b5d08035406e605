"""The 台账 as the office prints it: a row a receipt, with what was found in it and what was decided on it."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from enforcer.county.duty_words import BELATED, COPIES, short_title
from enforcer.county.ledger.facts import ACTIONS, Decision
from enforcer.county.ledger.journal import Journal
from enforcer.county.roster.units import Roster
from enforcer.county.settings.reading import Settings
from enforcer.domain.receipt import Fate, Receipt
from enforcer.domain.sentence import Sentence, Translate
from enforcer.domain.verdict import Verdict

SHOWN_HASH: Final = 12
"""How much of a hash people are shown where they only compare it."""

FATES: Final[Mapping[Fate, Sentence]] = {
    "filed": Sentence("已收"),
    "accepted": Sentence("已接受"),
    "returned": Sentence("已退回"),
    "void": Sentence("已冲正"),
}
HEADS: Final = (
    Sentence("回执编号"),
    Sentence("收到日期"),
    Sentence("单位"),
    Sentence("事项"),
    Sentence("所属年度"),
    Sentence("形式"),
    Sentence("文件"),
    Sentence("SHA-256"),
    Sentence("错误处数"),
    Sentence("提醒处数"),
    Sentence("未核项数"),
    Sentence("状态"),
    Sentence("决定"),
    Sentence("经手人"),
    Sentence("备注"),
)


def heading(label: Sentence, translate: Translate) -> str:
    """A label as it heads a column or a line: in English, where it is a word of other sentences too, with a capital."""
    text = label.render(translate)
    return text[:1].upper() + text[1:]


class Listed(NamedTuple):
    """One receipt. `unit` and `title` are as roster and notice have them now, else the ledger's own keys.

    `verdict` has the findings as they stood on the day asked for; None for what no rule reads.
    """

    receipt: Receipt
    unit: str
    title: Sentence
    verdict: Verdict | None
    decisions: tuple[Decision, ...]

    @property
    def unexamined(self) -> int | None:
        """How many things were not examined, as the receipt counts them; None for what no rule reads."""
        if self.verdict is None:
            return None
        return len({(one.code, one.reason.render()) for one in self.verdict.all_unexamined()})

    @property
    def waived(self) -> int | None:
        """How many findings the office let pass; None for what no rule reads."""
        if self.verdict is None:
            return None
        return sum(one.count for one in self.verdict.all_findings() if one.state == "waived")

    def cells(self, shown_hash: int | None = None) -> tuple[object, ...]:
        """The row under HEADS, of the file's hash the first `shown_hash` characters or all."""
        one = self.receipt
        return (
            one.number,
            one.day,
            self.unit,
            self.title,
            one.year,
            [COPIES[form] for form in one.forms],
            one.name,
            one.sha256[:shown_hash],
            self.verdict.count("error") if self.verdict else None,
            self.verdict.count("warning") if self.verdict else None,
            self.unexamined,
            FATES[one.fate],
            [decision_words(decision) for decision in self.decisions],
            one.by,
            [*remarks_on(one), *([one.note] if one.note else [])],
        )


def listed(
    facts: Journal,
    roster: Roster,
    settings: Settings,
    *,
    unit: str | None = None,
    obligation: str | None = None,
    year: int | None = None,
) -> Iterator[Listed]:
    """The receipts on record by the journal's day, in the order of their entry; keys that are given narrow them."""
    rulings: dict[str, list[Decision]] = {}
    for decision in facts.decisions:
        rulings.setdefault(decision.receipt or "", []).append(decision)
    for one in facts.receipts:
        if (unit or one.unit, obligation or one.obligation, year or one.year) != (one.unit, one.obligation, one.year):
            continue
        known, named = roster.by_key(one.unit), settings.notice.obligations.get(one.obligation)
        yield Listed(
            one,
            known.name if known else one.unit,
            Sentence(short_title(named) if named else one.obligation),
            facts.verdict_of(one.number),
            tuple(rulings.get(one.number, ())),
        )


def beside(
    facts: Journal, *, unit: str | None = None, obligation: str | None = None, year: int | None = None
) -> tuple[Decision, ...]:
    """What was decided on duties and on overlaps, not on one receipt; narrowed as `listed` is."""
    asked = {"unit": unit, "obligation": obligation, "year": year}
    wanted = {key: value for key, value in asked.items() if value is not None}
    return tuple(
        one
        for one in facts.decisions
        if one.receipt is None and all(getattr(one, key) == value for key, value in wanted.items())
    )


def decision_words(decision: Decision) -> Sentence:
    """2014-07-20 退回，期限2014-07-30（张三，理由：数额有误）."""
    act = ACTIONS[decision.action]
    if decision.rule:
        act = Sentence("{act}{rule}一项", {"act": act, "rule": decision.rule})
    values = {
        "day": decision.day,
        "act": act,
        "by": decision.by,
        "why": decision.why,
        "until": decision.until,
    }
    if decision.until is None:
        return Sentence("{day} {act}（{by}，理由：{why}）", values)
    return Sentence("{day} {act}，期限{until}（{by}，理由：{why}）", values)


def remarks_on(receipt: Receipt) -> Iterator[Sentence]:
    """What else is to be known of a receipt: put on record later, a nil return, the same bytes as an earlier one."""
    if receipt.is_belated:
        yield BELATED
    if receipt.nil:
        yield Sentence("零报告")
    if receipt.same_as:
        yield Sentence("与{number}内容相同", {"number": receipt.same_as})
    if receipt.plan_kinds and not receipt.fulfils:
        yield Sentence("{kinds}计划", {"kinds": receipt.plan_kinds})
