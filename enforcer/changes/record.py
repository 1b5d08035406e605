"""What a comparison comes to: changed header lines and entries, and what became of each finding. Ids are masked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from enforcer.domain.finding import Finding, Unexamined
from enforcer.domain.form import Form
from enforcer.domain.row import Place
from enforcer.domain.sentence import Sentence

Kind: TypeAlias = Literal["added", "removed", "changed"]
KINDS: tuple[Kind, ...] = ("added", "removed", "changed")
Subject: TypeAlias = Literal["inspection", "procedure", "step", "violation", "tier", "officer"]
State: TypeAlias = Literal["mended", "remains", "new", "unexamined"]
STATES: tuple[State, ...] = ("mended", "remains", "new", "unexamined")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that says something else: what was typed in both files, "" where nothing was, and where.

    `details` say it in the field's own terms (罚款下限由8000元改为10000元), where both sides could be read. `hidden`
    tells that the difference lies in digits that are masked.
    """

    key: str
    label: str
    old: str
    new: str
    old_at: Place | None
    new_at: Place | None
    details: tuple[Sentence, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that came, went, or says something else; `parts` are the tiers or steps of it that did.

    `old` and `new` are where it stands in both files, None where it does not. `notes` say what no single field tells.
    """

    kind: Kind
    subject: Subject
    name: Sentence
    old: Place | None
    new: Place | None
    fields: tuple[FieldChange, ...] = ()
    parts: tuple["Change", ...] = ()
    notes: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a finding: mended, still there, new, or of the old file and not examined in the new one.

    `reason` says what else there is to know: that the row is gone, or why it was not examined.
    """

    state: State
    old: Finding | None
    new: Finding | None
    reason: Sentence | None = None

    @property
    def finding(self) -> Finding:
        """The finding as it stands in the newer file that has it."""
        found = self.new or self.old
        if found is None:
            raise ValueError(self.state)
        return found


@dataclass(frozen=True, slots=True)
class Stand:
    """One annex in one of the two files: whose it is, how many rows, judged on which day, what was not examined."""

    places: tuple[Place, ...]
    unit: str | None
    year: int | None
    day: date
    rows: int
    nil: bool
    unexamined: tuple[Unexamined, ...]


@dataclass(frozen=True, slots=True)
class AnnexChanges:
    """The changes of one annex. `moved` is how many entries only stand in another order, which is no change."""

    form: Form
    old: Stand
    new: Stand
    notes: tuple[Sentence, ...]
    header: tuple[FieldChange, ...]
    changes: tuple[Change, ...]
    moved: int
    outcomes: tuple[Outcome, ...]

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """The entries that were added, removed or changed."""
        return tuple(change for change in self.changes if change.kind == kind)

    def in_state(self, state: State) -> tuple[Outcome, ...]:
        """The findings of which that became."""
        return tuple(outcome for outcome in self.outcomes if outcome.state == state)

    @property
    def same(self) -> bool:
        """Whether nothing was changed: neither an entry nor a header line."""
        return not self.changes and not self.header


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two files compared, annex by annex; `notes` say what was not compared, and what is odd about the pair."""

    notice: str
    as_of: date | None
    old_file: str
    new_file: str
    old_sha256: str
    new_sha256: str
    notes: tuple[Sentence, ...]
    annexes: tuple[AnnexChanges, ...]

    def count(self, kind: Kind) -> int:
        """How many entries were added, removed or changed."""
        return sum(len(annex.of(kind)) for annex in self.annexes)

    def count_state(self, state: State) -> int:
        """Of how many findings that became."""
        return sum(len(annex.in_state(state)) for annex in self.annexes)

    def header(self) -> Iterator[FieldChange]:
        """All changed header lines."""
        for annex in self.annexes:
            yield from annex.header

    @property
    def same(self) -> bool:
        """Whether nothing was changed in any annex."""
        return all(annex.same for annex in self.annexes)
