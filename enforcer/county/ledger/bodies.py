"""What the entries of each kind hold, as JSON; `journal` reads them back. No id number gets in unmasked."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from enforcer.county.ledger.facts import Decision, Reminder
from enforcer.county.ledger.stored import verdict_body
from enforcer.domain.masking import masked
from enforcer.domain.receipt import Receipt
from enforcer.domain.verdict import Verdict

Body = dict[str, Any]


def received_body(receipt: Receipt) -> Body:
    """Of a filing as it came in; what is decided later is no part of it. Its moment is the entry's own."""
    return {
        "receipt": receipt.number,
        "unit": receipt.unit,
        "obligation": receipt.obligation,
        "year": receipt.year,
        "forms": list(receipt.forms),
        "nil": receipt.nil,
        "name": masked(receipt.name),
        "sha256": receipt.sha256,
        "stored": receipt.stored,
        "stated": _day(receipt.stated),
        "by": masked(receipt.by),
        "note": masked(receipt.note),
        "same_as": receipt.same_as,
        "plan_kinds": list(receipt.plan_kinds),
        "higher_standard": receipt.higher_standard,
    }


def receipt_of(body: Mapping[str, Any], day: date, entered: datetime) -> Receipt:
    """The receipt of a `received` body, before anything was decided on it."""
    stated = body.get("stated")
    return Receipt(
        number=body["receipt"],
        unit=body["unit"],
        obligation=body["obligation"],
        year=body["year"],
        day=day,
        entered=entered,
        forms=tuple(body["forms"]),
        nil=body["nil"],
        name=body["name"],
        sha256=body["sha256"],
        stored=body["stored"],
        stated=date.fromisoformat(stated) if stated else None,
        by=body["by"],
        note=body["note"],
        same_as=body["same_as"],
        plan_kinds=tuple(body["plan_kinds"]),
        higher_standard=body["higher_standard"],
    )


def examined_body(verdict: Verdict, *, receipt: str | None, unit: str, year: int, fingerprint: str) -> Body:
    """Of an examination, on a filing or (`receipt` None) across a unit's filings; `fingerprint` is the rule set's."""
    body = {
        "receipt": receipt,
        "unit": unit,
        "year": year,
        "fingerprint": fingerprint,
        "verdict": verdict_body(verdict),
    }
    made: Body = json.loads(json.dumps(body, ensure_ascii=False))  # as it will be read: lists, no tuples
    return made


def decided_body(decision: Decision) -> Body:
    """Of a decision; its day is the entry's own."""
    return {
        "action": decision.action,
        "by": masked(decision.by),
        "why": masked(decision.why),
        "receipt": decision.receipt,
        "unit": decision.unit,
        "obligation": decision.obligation,
        "year": decision.year,
        "rule": decision.rule,
        "until": _day(decision.until),
        "overlap": decision.overlap,
    }


def decision_of(seq: int, body: Mapping[str, Any], day: date) -> Decision:
    """The decision of a `decided` body."""
    until = body.get("until")
    return Decision(
        seq,
        body["action"],
        day,
        body["by"],
        body["why"],
        body["receipt"],
        body["unit"],
        body["obligation"],
        body["year"],
        body["rule"],
        date.fromisoformat(until) if until else None,
        body["overlap"],
    )


def reminded_body(reminder: Reminder) -> Body:
    """Of a reminder; its day is the entry's own."""
    return {
        "unit": reminder.unit,
        "obligation": reminder.obligation,
        "year": reminder.year,
        "stage": reminder.stage,
    }


def reminder_of(body: Mapping[str, Any], day: date) -> Reminder:
    """The reminder of a `reminded` body."""
    return Reminder(day, body["unit"], body["obligation"], body["year"], body["stage"])


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
