"""What no decision may be: without a name or a reason, before its time, or against what is on record."""

from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from enforcer.county.ledger.journal import Action, Decision, Journal
from enforcer.domain.duty import Duty
from enforcer.domain.errors import EnforcerError
from enforcer.domain.finding import Finding
from enforcer.domain.masking import masked
from enforcer.domain.receipt import Receipt
from enforcer.rules import find_rule
from enforcer.workbook.marking.points import OFFICE_ONLY

_LONGEST_TEXT: Final = 500


class Ruling(NamedTuple):
    """What the office says: which action, by whom, why, on which day, and what the action needs besides."""

    action: Action
    by: str
    why: str
    day: date
    rule: str | None = None
    until: date | None = None

    @property
    def plain(self) -> Decision:
        """As a decision on nothing yet; id numbers are masked before anything is stored."""
        by, why = masked(self.by.strip()), masked(self.why.strip())
        return Decision(0, self.action, self.day, by, why, rule=self.rule, until=self.until)


def check_words(ruling: Ruling, today: date) -> None:
    """Raises EnforcerError without a name or a reason, for a day to come, and for options that do not belong here."""
    for name, text in (("--by", ruling.by), ("--why", ruling.why)):
        if not text.strip():
            raise EnforcerError("请用{name}写明：决定要有经办人（--by）和理由（--why）。", name=name)
        if len(text) > _LONGEST_TEXT:
            raise EnforcerError(
                "{name}后面的文字有{count}个字，请写在{most}个字以内。", name=name, count=len(text), most=_LONGEST_TEXT
            )
    if ruling.day > today:
        raise EnforcerError("决定的日期{day}还没有到（今天是{today}）。", day=ruling.day, today=today)
    if ruling.rule is not None and ruling.action != "waive":
        raise EnforcerError("--rule只用于豁免（waive）。")
    if ruling.until is not None and ruling.action not in ("return", "waive", "extend"):
        raise EnforcerError("--until只用于退回（return）、豁免（waive）和延期（extend）。")
    if ruling.until is not None and ruling.until < ruling.day:
        raise EnforcerError("--until写的{until}早于决定的日期{day}。", until=ruling.until, day=ruling.day)
    if ruling.action == "extend" and ruling.until is None:
        raise EnforcerError("延期请用--until写明延到哪一天。")


def rule_named(text: str | None) -> str | None:
    """The rule's code, however it was written; None where none was. Raises EnforcerError for a rule there is not."""
    if text is None:
        return None
    rule = find_rule(text.strip())
    if rule is None:
        raise EnforcerError("没有“{rule}”这条规则。用 enforcer rules 查看全部规则。", rule=text)
    return rule.code


def check_receipt(receipt: Receipt, ruling: Ruling, whole: Journal) -> None:
    """Raises EnforcerError where the receipt's own record forbids the decision."""
    if ruling.day < receipt.day:
        raise EnforcerError(
            "“{number}”在{received}才收到，决定不能早于那一天（{day}）。",
            number=receipt.number,
            received=receipt.day,
            day=ruling.day,
        )
    last = max((one.day for one in whole.decisions if one.receipt == receipt.number), default=None)
    if last is not None and ruling.day < last:
        raise EnforcerError(
            "“{number}”在{last}已经有过决定，新的决定不能早于那一天（{day}）。",
            number=receipt.number,
            last=last,
            day=ruling.day,
        )
    if receipt.fate == "void":
        raise EnforcerError("“{number}”已经冲正，不能再作决定。材料要重新接收。", number=receipt.number)
    if ruling.action == "accept":
        _accept(receipt)
    elif ruling.action == "return":
        _return(receipt)
    elif ruling.action == "waive":
        _waive(receipt, ruling.rule, replace(whole, day=ruling.day))
    elif ruling.action == "extend" and receipt.fate == "returned":
        _extend(receipt, ruling.until)


def check_extension(duty: Duty, ruling: Ruling) -> None:
    """Raises EnforcerError where there is no due day to move, or the new one is not later."""
    title = duty.obligation.title
    if duty.exempt is not None:
        raise EnforcerError(
            "{unit}免报“{title}”（{reason}），不用延期。", unit=duty.unit.name, title=title, reason=duty.exempt
        )
    if duty.due_day is None:
        raise EnforcerError("“{title}”没有规定哪一天报，不用延期。", title=title)
    if ruling.until is not None and ruling.until <= duty.due_day:
        raise EnforcerError(
            "“{title}”的期限本来就是{due}，--until写的{until}并不更晚。",
            title=title,
            due=duty.due_day,
            until=ruling.until,
        )


def _accept(receipt: Receipt) -> None:
    if receipt.chosen:
        raise EnforcerError("“{number}”已经接受，并且以它为准，不用再定一次。", number=receipt.number)


def _return(receipt: Receipt) -> None:
    if receipt.fate == "returned":
        raise EnforcerError(
            "“{number}”已经退回，限{until}前重报。要改日期，请用 extend。",
            number=receipt.number,
            until=receipt.until,
        )


def _waive(receipt: Receipt, code: str | None, whole: Journal) -> None:
    """The rule exists, found something on this filing, and is not waived yet."""
    if code is None:
        raise EnforcerError("豁免请用--rule写明哪条规则，如--rule A302。")
    if code in OFFICE_ONLY:
        raise EnforcerError(
            "{code}说的是几个单位之间的疑点，不在哪一份材料上。"
            "不是同一事项的，请用 enforcer overlaps 查到编号，再用 enforcer decide 编号 distinct。",
            code=code,
        )
    found = [one for one in findings_on(receipt, whole) if one.code == code]
    if not found:
        raise EnforcerError("{code}在“{number}”上没有发现问题，没有可以豁免的。", code=code, number=receipt.number)
    if all(one.state == "waived" for one in found):
        raise EnforcerError("{code}在“{number}”上已经豁免，不用再定一次。", code=code, number=receipt.number)


def _extend(receipt: Receipt, until: date | None) -> None:
    if receipt.until is not None and until is not None and until <= receipt.until:
        raise EnforcerError(
            "“{number}”退回后重报的期限本来就是{due}，--until写的{until}并不更晚。",
            number=receipt.number,
            due=receipt.until,
            until=until,
        )


def findings_on(receipt: Receipt, whole: Journal) -> tuple[Finding, ...]:
    """What was found on this filing, by itself and beside the unit's other annexes, as waived on the journal's day."""
    verdict = whole.verdict_of(receipt.number)
    return (*(verdict.all_findings() if verdict is not None else ()), *findings_across(receipt, whole))


def findings_across(receipt: Receipt, whole: Journal) -> tuple[Finding, ...]:
    """What the unit's annexes showed together that stands in this filing's file, or in a workbook of its archive."""
    verdict = whole.crossed_verdict(receipt.unit, receipt.year)
    if verdict is None or not receipt.name:
        return ()
    return tuple(one for one in verdict.findings if f"{one.place.file}/".startswith(f"{receipt.name}/"))
