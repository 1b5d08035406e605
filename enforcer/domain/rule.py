"""A rule: a code, its words, and one generator that remarks on what it reads."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from enforcer.domain.clause import Clause
from enforcer.domain.row import Place
from enforcer.domain.sentence import Sentence

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")

Cause = Literal["absent", "unreadable", "not_applicable", "crashed"]

Words: TypeAlias = str | Mapping[str, str]


class Remark(NamedTuple):
    """What a rule found: where, the values for its sentence, and related cells. No sentence, no severity.

    `case` picks among a rule's several wordings. `value` is what was typed there. `severity` is set only by
    the few rules whose table entry grades by circumstance, `clause` only by those that rest on several.
    """

    at: Place
    values: Mapping[str, object] = MappingProxyType({})
    related: tuple[Place, ...] = ()
    value: object = None
    case: str = ""
    severity: Severity | None = None
    clause: Clause | None = None


class Unsure(NamedTuple):
    """What a rule could not judge, and why; never a guess, never shown as passed."""

    cause: Cause
    reason: Sentence
    at: Place | None = None


Remarks: TypeAlias = Iterator[Remark | Unsure]


class Rule(NamedTuple):
    """A rule in force. `examine` is its generator; `subject` the type that its first parameter reads.

    `message`, `expected` and `remedy` are templates, or templates by case. `clause` is a key of the notice,
    `law:` and a key of the laws, or "annex": the clause that asks for the annex at hand.
    `silenced_by` names codes whose finding at the same cell leaves this rule nothing to say.
    `further` has the keys of other clauses that single remarks may rest on: those in force are handed to `examine`
    as a third argument, by key, and a remark that rests on one of them carries it.
    """

    code: str
    name: str
    title: str
    severity: Severity
    clause: str
    annexes: tuple[int, ...]
    message: Words
    expected: Words
    remedy: Words
    silenced_by: tuple[str, ...]
    examine: Callable[..., Remarks]
    subject: type
    explanation: str
    further: tuple[str, ...] = ()

    def templates(self) -> Iterator[str]:
        """Every template that the rule may speak, and its title."""
        yield self.title
        for wording in (self.message, self.expected, self.remedy):
            yield from (wording,) if isinstance(wording, str) else wording.values()


def worded(wording: Words, case: str) -> str:
    """The template for a case. Raises KeyError for a case that the rule does not know."""
    return wording if isinstance(wording, str) else wording[case]


def rule(
    code: str,
    name: str,
    title: str,
    *,
    severity: Severity,
    clause: str,
    annexes: tuple[int, ...] = (),
    message: Words,
    expected: Words,
    remedy: Words,
    silenced_by: tuple[str, ...] = (),
    further: tuple[str, ...] = (),
) -> Callable[[Callable[..., Remarks]], Rule]:
    """Makes a generator function the rule of that code; its docstring is the rule's explanation, in Chinese."""

    def made(examine: Callable[..., Remarks]) -> Rule:
        subject = next(iter(examine.__annotations__.values()))
        explanation = inspect.cleandoc(examine.__doc__ or "")
        return Rule(
            code,
            name,
            title,
            severity,
            clause,
            annexes,
            message,
            expected,
            remedy,
            silenced_by,
            examine,
            subject,
            explanation,
            further,
        )

    return made
