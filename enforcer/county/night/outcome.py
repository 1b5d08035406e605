"""What a night came to: for the page, for the summary, for the exit code."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from enforcer.county.intake.desk import Receipted
from enforcer.county.night.summary import Change, Document, document_of, unit_entry
from enforcer.county.night.taking import Intake
from enforcer.county.night.tallies import Tally
from enforcer.county.post.delivery import Delivered
from enforcer.county.post.reminders import Letter
from enforcer.county.status.overview import Overview
from enforcer.domain.masking import masked
from enforcer.domain.sentence import Sentence

NOT_DONE = 2


@dataclass
class Outcome:
    """The night.

    `due` are the letters that are to be sent, `delivered` says what became of them; in a dry run (`is_foreseen`)
    nothing. `earlier` is the summary that an earlier run of the same night left. `later` is a later day of which the
    ledger knows already: then the night looks back, and nobody is written to. `is_replaced`: the ledger is not the one
    that the last night saw, nor what goes on from it. `elsewhere` counts what was put on record since the last night,
    not by this one. `crashed`: a rule broke down on what was judged again. `report`: the county report was made anew;
    `stale` says why it was not. `unsent` says why the office's own letter did not go out.
    """

    overview: Overview
    taken: Intake
    tallies: tuple[Tally, ...]
    changes: tuple[Change, ...]
    due: tuple[Letter, ...] = ()
    delivered: tuple[Delivered, ...] = ()
    head: str = ""
    earlier: Document | None = None
    later: date | None = None
    elsewhere: int = 0
    crashed: bool = False
    is_foreseen: bool = False
    is_replaced: bool = False
    report: bool = False
    stale: Sentence | None = None
    unsent: Sentence | None = None

    @property
    def errors(self) -> int:
        """How many errors are open, in what counts and in the duties."""
        return sum(one.errors for one in self.tallies)

    @cached_property
    def is_news(self) -> bool:
        """Whether this run found anything that an earlier run of the same night had not."""
        if self.earlier is None:
            return True
        quiet = self.earlier["head"] == self.head and self.earlier["refused"] == self._refused
        return not quiet or self.earlier["units"] != [unit_entry(one) for one in self.tallies]

    @property
    def has_crashed(self) -> bool:
        """Whether a rule broke down on what came in, or on what was judged again."""
        return self.crashed or any(one.verdict is not None and one.verdict.crashed for one in self.taken.receipted)

    @property
    def is_undone(self) -> bool:
        """Whether something of the night's work is left: a record, a letter, the page, the report."""
        unposted = any(one.way == "failed" for one in self.delivered)
        return self.taken.failed or unposted or self.unsent is not None or self.stale is not None

    def exit_code(self) -> int:
        """0 no open error and nothing refused, 1 at least one, 2 something could not be done or a rule broke down.

        A ledger that was replaced is for people to look at: 1.
        """
        if self.is_undone or self.has_crashed:
            return NOT_DONE
        return 1 if self.errors or self.taken.refused or self.is_replaced else 0

    def document(self, ruleset: str, entries: int) -> Document:
        """The summary by the schema nightly-1.json; an earlier run of the same night is in it."""
        earlier: dict[str, Any] = self.earlier or {}
        return document_of(
            self.overview.day,
            self.overview.year,
            self.head,
            ruleset,
            entries=entries,
            errors=self.errors,
            files=self.taken.seen,
            receipts=[*earlier.get("receipts", ()), *self._receipts()],
            refused=self._refused,
            changes=[one._asdict() for one in self.changes],
            letters=[*earlier.get("letters", ()), *self._letters()],
            units=[unit_entry(one) for one in self.tallies],
        )

    @cached_property
    def _refused(self) -> list[dict[str, Any]]:
        return [
            {"path": masked(one.path), "reasons": [reason.render() for reason in one.reasons]}
            for one in self.taken.refused
        ]

    def _receipts(self) -> Iterator[dict[str, Any]]:
        for one in self.taken.receipted:
            yield {
                "receipt": one.receipt.number,
                "unit": one.receipt.unit,
                "obligation": one.receipt.obligation,
                "year": one.receipt.year,
                "day": one.receipt.day.isoformat(),
                "file": one.receipt.name,
                **counts_of(one),
            }

    def _letters(self) -> Iterator[dict[str, Any]]:
        for one in self.delivered:
            if one.way in ("sent", "draft"):
                yield {"unit": one.letter.unit.key, "way": one.way, "stages": list(one.letter.stages())}


def counts_of(receipted: Receipted) -> dict[str, int]:
    """How many errors and warnings were found in what was received."""
    verdict = receipted.verdict
    return {grade + "s": verdict.count(grade) if verdict else 0 for grade in ("error", "warning")}
