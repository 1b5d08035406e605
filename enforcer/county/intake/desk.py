"""The desk where material is taken in: the workspace, its ledger, what is on record already, what is handed out."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from enforcer.county.intake.looked import Part
from enforcer.county.intake.register import Register
from enforcer.county.intake.storing import sweep
from enforcer.county.ledger.store import Ledger
from enforcer.county.workspace import Workspace
from enforcer.domain.duty import Duty
from enforcer.domain.receipt import CopyForm, Receipt
from enforcer.domain.sentence import Sentence, Translate
from enforcer.domain.verdict import Verdict


class Delivery(NamedTuple):
    """How the material came in: on which day, in which forms, by whom it was taken in."""

    day: date
    forms: tuple[CopyForm, ...] = ("electronic",)
    nil: bool = False
    by: str = ""
    note: str = ""


class Receipted(NamedTuple):
    """One receipt, on record, and all there is to say about it.

    `head` is the ledger's head hash with it. `letter` is the 回执, None where it could not be written; `troubles` say
    what went wrong after it was on record.
    """

    receipt: Receipt
    part: Part
    verdict: Verdict | None
    duty: Duty
    head: str
    remarks: tuple[Sentence, ...] = ()
    letter: Path | None = None
    copies: tuple[Path, ...] = ()
    troubles: tuple[Sentence, ...] = ()

    @property
    def missing(self) -> tuple[CopyForm, ...]:
        """The copies still owed for it; none for a plan that only covers a part of the year."""
        return self.duty.missing_forms if self.receipt.fulfils else ()


@dataclass
class Desk:
    """`ruleset` is the fingerprint of the rules that judge; letters are in the language of `translate`."""

    workspace: Workspace
    ledger: Ledger
    ruleset: str
    translate: Translate = str
    register: Register = field(init=False)
    _is_swept: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        """Begins with a register that has read nothing yet."""
        self.register = Register(self.ledger)

    def ready(self) -> None:
        """Inside a transaction: knows what is on record, and has removed what killed runs left half-written."""
        self.register.refresh()
        if not self._is_swept:
            sweep(self.workspace.filings, self.workspace.outbox)
            self._is_swept = True
