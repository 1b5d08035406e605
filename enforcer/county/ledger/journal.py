"""The ledger read as facts: receipts with what was decided on them, examinations, waivers, extensions, reminders."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

from enforcer.county.ledger.store import Ledger
from enforcer.domain.receipt import Receipt
from enforcer.domain.verdict import Verdict

Action = Literal["accept", "return", "waive", "extend", "void", "distinct"]


class Decision(NamedTuple):
    """What the office decided: on a receipt, on a duty (unit, obligation, year), or on an overlap's key."""

    seq: int
    action: Action
    day: date
    by: str
    why: str
    receipt: str | None = None
    unit: str | None = None
    obligation: str | None = None
    year: int | None = None
    rule: str | None = None
    until: date | None = None
    overlap: str | None = None


class Reminder(NamedTuple):
    """That a unit was reminded of a duty, once for each stage."""

    day: date
    unit: str
    obligation: str
    year: int
    stage: str


@dataclass(frozen=True, slots=True)
class Journal:
    """The ledger's facts up to the end of a day.

    `examined` has for each receipt number its latest examination; `crossed` for each (unit key, year) the latest one
    across its filings. They are kept as stored, and decoded by `verdict_of` when asked.
    """

    day: date
    head: str
    receipts: tuple[Receipt, ...]
    decisions: tuple[Decision, ...]
    reminders: tuple[Reminder, ...]
    examined: Mapping[str, Mapping[str, Any]]
    crossed: Mapping[tuple[str, int], Mapping[str, Any]]

    @property
    def distinct(self) -> frozenset[str]:
        """The keys of overlaps that were decided to be none."""
        return frozenset(one.overlap for one in self.decisions if one.action == "distinct" and one.overlap)

    def verdict_of(self, receipt: str) -> Verdict | None:
        """The findings on a filing as they stood, with waivers applied; None where it was never examined."""
        raise NotImplementedError


def journal(ledger: Ledger, until: date) -> Journal:
    """The ledger's facts of that day and before, whenever they were entered."""
    raise NotImplementedError
