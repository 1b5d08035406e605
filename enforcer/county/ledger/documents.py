"""The 台账 for programs: JSON by the shipped schema ledger-1.json, and CSV that Excel opens."""

import csv
import io
from collections.abc import Iterable
from typing import Any, Final

from enforcer.county.ledger.facts import Decision
from enforcer.county.ledger.journal import Journal
from enforcer.county.ledger.listing import HEADS, Listed, heading
from enforcer.domain.sentence import Translate, words
from enforcer.verdicts.as_csv import BOM, inert
from enforcer.verdicts.as_json import tool

SCHEMA: Final = "enforcer/ledger/1"


def document(
    rows: Iterable[Listed], decisions: Iterable[Decision], facts: Journal, notice: str, translate: Translate
) -> dict[str, Any]:
    """Every receipt with its findings in figures and what was decided on it; `decisions` on all else beside."""
    return {
        "schema": SCHEMA,
        "tool": tool(notice),
        "as_of": facts.day.isoformat(),
        "head": facts.head,
        "receipts": [_receipt(one, translate) for one in rows],
        "decisions": [_decision(one) for one in decisions],
    }


def table(rows: Iterable[Listed], translate: Translate) -> str:
    """A row a receipt, under a header row; no cell starts a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([heading(head, translate) for head in HEADS])
    for one in rows:
        writer.writerow([inert(words(cell, translate)) for cell in one.cells()])
    return BOM + text.getvalue()


def _receipt(one: Listed, translate: Translate) -> dict[str, Any]:
    receipt, verdict = one.receipt, one.verdict
    return {
        "receipt": receipt.number,
        "unit": receipt.unit,
        "name": words(one.unit),
        "obligation": receipt.obligation,
        "title": one.title.render(translate),
        "year": receipt.year,
        "received": receipt.day.isoformat(),
        "entered": receipt.entered.isoformat(),
        "belated": receipt.is_belated,
        "stated": receipt.stated.isoformat() if receipt.stated else None,
        "forms": list(receipt.forms),
        "nil": receipt.nil,
        "file": words(receipt.name) or None,
        "sha256": receipt.sha256 or None,
        "stored": receipt.stored or None,
        "same_as": receipt.same_as,
        "state": receipt.fate,
        "refile_by": receipt.until.isoformat() if receipt.until else None,
        "by": words(receipt.by) or None,
        "note": words(receipt.note) or None,
        "errors": verdict.count("error") if verdict else None,
        "warnings": verdict.count("warning") if verdict else None,
        "waived": one.waived,
        "unexamined": one.unexamined,
        "by_rule": verdict.by_rule() if verdict else {},
        "decisions": [_decision(decision) for decision in one.decisions],
    }


def _decision(one: Decision) -> dict[str, Any]:
    return {
        "entry": one.seq,
        "action": one.action,
        "day": one.day.isoformat(),
        "by": words(one.by),
        "why": words(one.why),
        "unit": one.unit,
        "obligation": one.obligation,
        "year": one.year,
        "rule": one.rule,
        "until": one.until.isoformat() if one.until else None,
        "overlap": one.overlap,
    }
