"""Tells the ledger on which the program's own notes rest from one that took its place, as an older backup does."""

from enforcer.county.ledger.entry import FIRST_PREV
from enforcer.county.ledger.store import Ledger


def holds(ledger: Ledger, head: str) -> bool:
    """Whether this was once the ledger's head: then all that was on record at that time still is.

    "" stands for notes that rest on nothing. Raises EnforcerError.
    """
    # From the end: in the ledger that was not replaced it is among the last.
    query = "SELECT 1 FROM entries WHERE hash = ? ORDER BY seq DESC LIMIT 1"
    return head in ("", FIRST_PREV) or next(ledger.query(query, (head,)), None) is not None
