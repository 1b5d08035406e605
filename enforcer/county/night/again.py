"""What was filed is judged again when the rules have changed, and units are looked across when their filings have."""

import logging
from collections.abc import Iterable
from datetime import date

from enforcer.county.intake.across import cross_examine
from enforcer.county.intake.again import recorded_again
from enforcer.county.intake.desk import Desk
from enforcer.county.intake.rereading import judged_again
from enforcer.county.ledger.journal import journal

UnitYear = tuple[str, int]


def judge_again(desk: Desk, day: date, log: logging.Logger) -> list[UnitYear]:
    """Judges by today's rules each filing that stands and was last judged by others, as a new entry of that day.

    Returns the units and years concerned. Raises EnforcerError where the ledger cannot be written.
    """
    facts = journal(desk.ledger, day)
    touched = []
    for receipt in facts.receipts:
        if not receipt.stands or not receipt.stored:
            continue
        before = facts.examination(receipt.number)
        if before is None or before["fingerprint"] == desk.ruleset:
            continue
        unit = desk.workspace.roster.by_key(receipt.unit)
        obligation = desk.workspace.settings.notice.obligations.get(receipt.obligation)
        if unit is None or obligation is None:
            continue
        looked = judged_again(desk.workspace, receipt, unit, obligation)
        if looked is not None and recorded_again(desk, receipt, looked, day, facts) is not None:
            log.info("%s judged again", receipt.number)
            touched.append((receipt.unit, receipt.year))
    return touched


def look_across(desk: Desk, touched: Iterable[UnitYear], day: date) -> None:
    """Runs the rules across the annexes of each of these units, once. Raises EnforcerError."""
    wanted = sorted(set(touched))
    if not wanted:
        return
    facts = journal(desk.ledger, day)
    for key, year in wanted:
        unit = desk.workspace.roster.by_key(key)
        if unit is not None:
            cross_examine(desk, unit, year, day, facts)
