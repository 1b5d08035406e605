"""What the ledger already holds, at hand while material is received: kept current without reading it all each time."""

from datetime import date

from enforcer.county.ledger.journal import Decision, journal
from enforcer.county.ledger.store import Ledger
from enforcer.domain.receipt import Receipt

_Duty = tuple[str, str, int]


class Register:
    """The receipts by unit, obligation and year, and the decisions. Ask it inside a transaction, after `refresh`.

    `head` is the ledger's head hash that this is up to.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.head: str | None = None
        self._ledger = ledger
        self._receipts: dict[_Duty, list[Receipt]] = {}
        self.decisions: tuple[Decision, ...] = ()

    def refresh(self) -> None:
        """Reads the ledger again if anybody else has written to it since."""
        if self._ledger.head == self.head:
            return
        whole = journal(self._ledger, date.max)
        self._receipts = {}
        for one in whole.receipts:
            self.add(one)
        self.decisions = whole.decisions
        self.head = whole.head

    def add(self, receipt: Receipt) -> None:
        """One more, just put on record."""
        self._receipts.setdefault((receipt.unit, receipt.obligation, receipt.year), []).append(receipt)

    def forget(self) -> None:
        """Has the next `refresh` read the ledger: what was added may not have been put on record."""
        self.head = None

    def receipts(self, unit: str, obligation: str, year: int) -> tuple[Receipt, ...]:
        """All that came in for it, the oldest fact first."""
        return tuple(sorted(self._receipts.get((unit, obligation, year), ()), key=lambda one: one.day))

    def same(self, unit: str, obligation: str, year: int, sha256: str) -> Receipt | None:
        """The last filing of the same bytes for the same duty that was not voided (F008)."""
        found = [one for one in self.receipts(unit, obligation, year) if one.fate != "void"]
        return next((one for one in reversed(found) if one.sha256 == sha256), None)
