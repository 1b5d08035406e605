"""A finding: a remark with its rule's grade, clause and words; the same object wherever it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from enforcer.domain.clause import Clause
from enforcer.domain.row import Place
from enforcer.domain.rule import Cause, Severity
from enforcer.domain.sentence import Sentence

State = Literal["open", "waived", "explained", "trial"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at a place: what was typed, what is expected, how to mend it, and the clause that asks for it.

    `explanation` is what the unit answered in writing, where that makes the finding explained.
    """

    code: str
    name: str
    title: str
    severity: Severity
    clause: Clause
    place: Place
    field: str | None
    value: str | None
    message: Sentence
    expected: Sentence
    remedy: Sentence
    related: tuple[Place, ...] = ()
    values: Mapping[str, object] | None = None
    state: State = "open"
    count: int = 1
    explanation: str | None = None

    @property
    def counts(self) -> bool:
        """Whether it weighs in the verdict: open, neither waived nor on trial."""
        return self.state == "open"


class Unexamined(NamedTuple):
    """What a rule did not judge: never shown as passed."""

    code: str
    cause: Cause
    reason: Sentence
    places: tuple[Place, ...] = ()
