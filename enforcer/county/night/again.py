"""What was filed is judged again when the rules have changed, and units are looked across when their filings have."""

import logging
from datetime import date
from typing import NamedTuple

from enforcer.county.intake.across import cross_examine
from enforcer.county.intake.again import recorded_again
from enforcer.county.intake.desk import Desk
from enforcer.county.intake.rereading import checked_original, judged_again
from enforcer.county.ledger.journal import Journal, journal
from enforcer.county.night.since import Entered
from enforcer.county.night.taking import Refused
from enforcer.domain.errors import EnforcerError
from enforcer.domain.receipt import Receipt
from enforcer.domain.verdict import Verdict


class Rejudged(NamedTuple):
    """What judging again came to: the originals that could not be read, and whether a rule broke down."""

    refused: tuple[Refused, ...] = ()
    crashed: bool = False


def judge_again(desk: Desk, day: date, log: logging.Logger) -> Rejudged:
    """Judges by today's rules each filing that stands and was last judged by others, as a new entry of that day.

    One original that is gone or was changed stops no other. Raises EnforcerError where the ledger cannot be written.
    """
    facts = journal(desk.ledger, day)
    refused: list[Refused] = []
    crashed = False
    for receipt in facts.receipts:
        if not receipt.stands or not receipt.stored:
            continue
        before = facts.examination(receipt.number)
        if before is None or before["fingerprint"] == desk.ruleset:
            continue
        try:
            verdict = _judged(desk, receipt, day, facts)
        except EnforcerError as error:
            refused.append(Refused(f"filings/{receipt.stored}", (error.sentence,)))
            continue
        if verdict is not None:
            log.info("%s judged again", receipt.number)
            crashed = crashed or bool(verdict.crashed)
    return Rejudged(tuple(refused), crashed)


def _judged(desk: Desk, receipt: Receipt, day: date, facts: Journal) -> Verdict | None:
    """The verdict of today's rules, on record; None where unit or obligation are no longer known.

    Raises EnforcerError where the original is not what was received, or its table is not found in it any more.
    """
    unit = desk.workspace.roster.by_key(receipt.unit)
    obligation = desk.workspace.settings.notice.obligations.get(receipt.obligation)
    if unit is None or obligation is None or obligation.annex is None:
        return None
    checked_original(desk.workspace, receipt)
    looked = judged_again(desk.workspace, receipt, unit, obligation)
    if looked is None:
        raise EnforcerError("“{number}”按现在的规则没有重新核对成，仍以原来的核对结果为准", number=receipt.number)
    return recorded_again(desk, receipt, looked, day, facts)


def look_across(desk: Desk, entered: Entered, facts: Journal) -> None:
    """Runs the rules across the annexes of each unit and year that these receipts are of, once. Raises EnforcerError.

    That goes by what was entered, by whomever: a night that was killed may have left it undone.
    """
    for key, year in sorted({(one.unit, one.year) for one in facts.receipts if one.number in entered}):
        unit = desk.workspace.roster.by_key(key)
        if unit is not None:
            cross_examine(desk, unit, year, facts.day, facts)
