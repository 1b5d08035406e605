"""Findings as people and machines want them listed: a rule's together, the same fault once, not more than asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from enforcer.domain.finding import Finding
from enforcer.domain.rule import SEVERITIES
from enforcer.domain.sentence import Translate

SHOWN_CELLS = 5


class Options(NamedTuple):
    """How much is listed: at most `max_per_rule` findings of a rule and file (None: all)."""

    max_per_rule: int | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """The same sentence at several places, with the same answer of the unit: said once, with its cells."""

    message: str
    expected: str
    remedy: str
    findings: tuple[Finding, ...]

    @property
    def count(self) -> int:
        """How many times it was found."""
        return sum(finding.count for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Block:
    """All findings of one rule in one file."""

    code: str
    findings: tuple[Finding, ...]
    faults: tuple[Fault, ...]

    @property
    def first(self) -> Finding:
        """The finding that lends the block its title, grade and clause."""
        return self.findings[0]

    @property
    def count(self) -> int:
        """How many times the rule found a fault."""
        return sum(finding.count for finding in self.findings)


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Errors first, then by code, sheet and cell."""
    return sorted(findings, key=_rank)


def _rank(finding: Finding) -> tuple[int, str, str, int, int]:
    place = finding.place
    return (SEVERITIES.index(finding.severity), finding.code, place.sheet or "", place.row or 0, place.column or 0)


def blocks(findings: Iterable[Finding], translate: Translate) -> Iterator[Block]:
    """One block a rule and grade, errors first; in it one entry for each sentence, in the order of the cells."""
    for (_, code), group in groupby(ordered(findings), key=lambda one: (one.severity, one.code)):
        found = tuple(group)
        said: dict[tuple[str, str | None], list[Finding]] = {}
        for finding in found:
            said.setdefault((finding.message.render(translate), finding.explanation), []).append(finding)
        faults = tuple(
            Fault(message, same[0].expected.render(translate), same[0].remedy.render(translate), tuple(same))
            for (message, _), same in said.items()
        )
        yield Block(code, found, faults)


def limited(findings: Iterable[Finding], most: int | None) -> Iterator[Finding]:
    """At most that many findings of each rule; the last one listed counts for those left out."""
    for _, group in groupby(ordered(findings), key=lambda one: (one.severity, one.code)):
        found = tuple(group)
        if most is None or len(found) <= most:
            yield from found
        else:
            left_out = sum(one.count for one in found[most:])
            yield from found[: most - 1]
            yield replace(found[most - 1], count=found[most - 1].count + left_out)
