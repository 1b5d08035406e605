"""What the office decides on filings and duties: accept, return, waive, extend, void; and that an overlap is none.

A decision is one more entry; nothing is erased. What contradicts the record is refused with a sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Final, NamedTuple

from enforcer.county.decisions.contradictions import Ruling, check_extension, check_receipt, check_words, rule_named
from enforcer.county.duties.one_duty import duty_at
from enforcer.county.ledger.bodies import decided_body
from enforcer.county.ledger.journal import Decision, Journal, journal
from enforcer.county.ledger.store import Ledger
from enforcer.county.workspace import Workspace
from enforcer.domain.duty import Duty
from enforcer.domain.errors import EnforcerError
from enforcer.domain.notice import Obligation
from enforcer.domain.receipt import Receipt
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit

_NUMBER: Final = r"(\d{4})-(\d{1,})"
_KEY: Final = r"X00[3-6]-[0-9a-f]{6}"
_NEAREST: Final = 3


class Decided(NamedTuple):
    """A decision on record, with the ledger's head hash since; the receipt and the duty as they stood before it."""

    decision: Decision
    head: str
    receipt: Receipt | None = None
    duty: Duty | None = None


@dataclass(frozen=True)
class Bench:
    """Where decisions are made: the workspace, its ledger, and the day it is today."""

    workspace: Workspace
    ledger: Ledger
    today: date


def decide_on_receipt(bench: Bench, number: str, ruling: Ruling) -> Decided:
    """Puts a decision on a filing on record: accept, return, waive, extend or void.

    Without `until` a return gives the days of the settings. Raises EnforcerError for a receipt that is not there and
    for what contradicts the record.
    """
    check_words(ruling, bench.today)
    with bench.ledger.writing() as pen:
        whole = journal(bench.ledger, date.max)
        receipt = receipt_named(number, whole)
        ruling = ruling._replace(rule=rule_named(ruling.rule))
        check_receipt(receipt, ruling, whole)
        duty = duty_on(bench, receipt, ruling.day, whole)
        decision = _decision(bench, receipt, ruling, duty)
        entry = pen.append("decided", ruling.day, decided_body(decision))
    return Decided(decision._replace(seq=entry.seq), entry.hash, receipt, duty)


def extend_duty(bench: Bench, unit: Unit, obligation: Obligation, year: int, ruling: Ruling) -> Decided:
    """Puts a later due day (延期) on record, for a duty that nothing came in for yet, or for one that did.

    Raises EnforcerError where the duty has no due day, is none, or the new day is not a later one.
    """
    check_words(ruling, bench.today)
    with bench.ledger.writing() as pen:
        whole = journal(bench.ledger, date.max)
        duty = _duty(bench, unit, obligation, year, day=ruling.day, whole=whole)
        check_extension(duty, ruling)
        decision = ruling.plain._replace(unit=unit.key, obligation=obligation.key, year=year)
        entry = pen.append("decided", ruling.day, decided_body(decision))
    return Decided(decision._replace(seq=entry.seq), entry.hash, None, duty)


def set_apart(bench: Bench, key: str, ruling: Ruling, seen: frozenset[str]) -> Decided:
    """Puts on record that an overlap is none (不是同一事项): it is shown no more. `seen` are the overlaps' keys.

    Raises EnforcerError for a key that is not among them, and for one that was decided before.
    """
    check_words(ruling, bench.today)
    with bench.ledger.writing() as pen:
        whole = journal(bench.ledger, date.max)
        if key in whole.distinct:
            raise EnforcerError("“{key}”已经定为不是同一事项，不用再定一次。", key=key)
        if key not in seen:
            near = get_close_matches(key, sorted(seen), _NEAREST, 0)
            raise EnforcerError(
                "现在没有“{key}”这一处重复。{near}用 enforcer overlaps 查看全部。",
                key=key,
                near=Sentence("相近的有：{keys}。", {"keys": near}) if near else "",
            )
        decision = ruling.plain._replace(overlap=key)
        entry = pen.append("decided", ruling.day, decided_body(decision))
    return Decided(decision._replace(seq=entry.seq), entry.hash)


def is_overlap_key(text: str) -> bool:
    """Whether the words are an overlap's key: X005-3fa9c2."""
    return re.fullmatch(_KEY, text) is not None


def receipt_named(number: str, whole: Journal) -> Receipt:
    """The receipt of that number; 2014-12 is 2014-00012. Raises EnforcerError with the nearest numbers."""
    hit = re.fullmatch(_NUMBER, number.strip())
    wanted = f"{hit[1]}-{int(hit[2]):05d}" if hit else number.strip()
    found = next((one for one in whole.receipts if one.number == wanted), None)
    if found is not None:
        return found
    numbers = [one.number for one in whole.receipts]
    if not numbers:
        raise EnforcerError("台账里还没有任何回执，找不到“{number}”。", number=number)
    near = get_close_matches(wanted, numbers, _NEAREST, 0.8) or numbers[-1:]
    raise EnforcerError(
        "台账里没有回执“{number}”，相近的有{near}。用 enforcer ledger list 查看全部。", number=number, near=near
    )


def duty_on(bench: Bench, receipt: Receipt, day: date, whole: Journal) -> Duty | None:
    """The duty that a receipt is for, as it stood on that day; None where roster or notice know it no more."""
    unit = bench.workspace.roster.by_key(receipt.unit)
    obligation = bench.workspace.settings.notice.obligations.get(receipt.obligation)
    if unit is None or obligation is None:
        return None
    return _duty(bench, unit, obligation, receipt.year, day=day, whole=whole)


def _duty(bench: Bench, unit: Unit, obligation: Obligation, year: int, *, day: date, whole: Journal) -> Duty:
    return duty_at(bench.workspace, unit, obligation, year, day=day, receipts=whole.receipts, decisions=whole.decisions)


def _decision(bench: Bench, receipt: Receipt, ruling: Ruling, duty: Duty | None) -> Decision:
    plain = ruling.plain
    if ruling.action == "return":
        until = ruling.until or ruling.day + timedelta(days=bench.workspace.settings.return_days)
        return plain._replace(receipt=receipt.number, until=until)
    if ruling.action == "extend" and receipt.fate != "returned":
        if duty is not None:
            check_extension(duty, ruling)
        return plain._replace(unit=receipt.unit, obligation=receipt.obligation, year=receipt.year)
    return plain._replace(receipt=receipt.number)


def after(bench: Bench, decided: Decided) -> Iterator[Sentence]:
    """What the decision makes of the duty: which filing counts now, or that none does."""
    decision, receipt = decided.decision, decided.receipt
    if receipt is None or decision.action not in ("accept", "return", "void"):
        return
    duty = duty_on(bench, receipt, bench.today, journal(bench.ledger, date.max))
    if duty is None:
        return
    values = {"unit": duty.unit.name, "title": Sentence(duty.obligation.title), "year": duty.year}
    if duty.counting is None:
        yield Sentence("{unit}{year}年度“{title}”现在没有可以计算的报送", values)
    else:
        values["number"] = duty.counting.number
        yield Sentence("{unit}{year}年度“{title}”现在以“{number}”为准", values)


def keys_seen(bench: Bench) -> frozenset[str]:
    """The keys of the overlaps that are shown today; for them everything that counts is read again."""
    from enforcer.annexes.overlaps import overlaps  # noqa: PLC0415 - other decisions compare no units
    from enforcer.county.standing import standing  # noqa: PLC0415

    county = standing(bench.workspace, bench.ledger, bench.workspace.settings.year, bench.today).county
    return frozenset(one.key for one in overlaps(county))
