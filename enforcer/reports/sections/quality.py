"""Section 3: what the rules found, by rule and by unit; waived as waived, unexamined as unexamined."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from enforcer.domain.rule import SEVERITIES
from enforcer.domain.sentence import Sentence
from enforcer.rules import find_rule
from enforcer.verdicts.rule_pages import explanation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from enforcer.county.standing import Standing, UnitStanding
    from enforcer.domain.clause import Clause
    from enforcer.domain.finding import Finding
    from enforcer.domain.rule import Cause, Severity
    from enforcer.domain.sentence import Translate
    from enforcer.domain.unit import Unit
    from enforcer.reports.earlier import Earlier
    from enforcer.reports.gathering import Found, Gathered, Left

FEWEST_CELLS = 5


class Requirement(NamedTuple):
    """What a rule asks, in the words of its page."""

    code: str

    def render(self, translate: Translate = str) -> str:
        """The sentence after 要求, in the reader's language; "" for a rule that is no more."""
        return _asked(self.code, translate)


@cache
def _asked(code: str, translate: Translate) -> str:
    rule = find_rule(code)
    if rule is None:
        return ""
    first = explanation(rule, translate).strip().split("\n", 1)[0]
    head, mark, rest = first.partition("：" if "：" in first[:4] else ": ")
    return rest.strip() if mark else head


class RuleFaults(NamedTuple):
    """One rule: what it asks, its clause, how often it found something, in how many units, and in the earlier report.

    `severity` is the worst that it found; `earlier` None where there is no earlier report.
    """

    code: str
    title: Sentence
    severity: Severity
    clause: Clause
    asks: Requirement
    open: int
    waived: int
    explained: int
    trial: int
    units: int
    earlier: int | None


class RuleAtUnit(NamedTuple):
    """What one rule found at one unit: all findings, the open ones first, each at its cell."""

    unit: Unit
    code: str
    title: Sentence
    severity: Severity
    clause: Clause
    asks: Requirement
    findings: tuple[Found, ...]

    @property
    def open(self) -> int:
        """How many weigh."""
        return sum(one.finding.count for one in self.findings if one.finding.counts)

    @property
    def set_aside(self) -> int:
        """How many were waived, explained or are on trial."""
        return sum(one.finding.count for one in self.findings if not one.finding.counts)

    @property
    def total(self) -> int:
        """How many in all."""
        return self.open + self.set_aside

    @property
    def first_cells(self) -> tuple[Found, ...]:
        """The first five."""
        return self.findings[:FEWEST_CELLS]


class UnitQuality(NamedTuple):
    """One unit: open findings by grade, those set aside, what was not examined, and in the earlier report."""

    unit: Unit
    files: int
    errors: int
    warnings: int
    infos: int
    set_aside: int
    unexamined: int
    earlier: int | None

    @property
    def open(self) -> int:
        """Errors and warnings."""
        return self.errors + self.warnings


class NotExamined(NamedTuple):
    """What a rule did not judge for one cause: for how many units, at how many places, and why."""

    code: str
    title: Sentence
    cause: Cause
    units: tuple[str, ...]
    places: int
    reason: Sentence


class Passed(NamedTuple):
    """Filings whose first version carried no error: of how many that were examined, and how many with parts unjudged.

    What was sent back, or replaced by a later version, did not pass as filed.
    """

    filings: int
    passed: int
    with_unexamined: int


class Quality(NamedTuple):
    """The section. `by_unit_and_rule` is in the roster's order, worst rules first."""

    rules: tuple[RuleFaults, ...]
    units: tuple[UnitQuality, ...]
    by_unit_and_rule: tuple[RuleAtUnit, ...]
    unexamined: tuple[NotExamined, ...]
    passed: Passed
    earlier: Earlier | None

    @property
    def most_met(self) -> tuple[RuleFaults, ...]:
        """The three faults met most in what was filed: errors and warnings by the number of units, then by count."""
        faults = [one for one in self.rules if one.open and one.severity != "info" and one.code[0] != "F"]
        return tuple(sorted(faults, key=lambda one: (-one.units, -one.open, one.code))[:3])


def quality_of(
    standing: Standing, known: Gathered, by_rule: pd.DataFrame, by_grade: pd.DataFrame, earlier: Earlier | None
) -> Quality:
    """The section; its counts are those of the frames."""
    groups = tuple(_groups(known.findings))
    aside: Counter[str] = Counter()
    for group in groups:
        aside[group.unit.key] += group.set_aside
    left = Counter(one.unit.key for one in known.left if one.unexamined.cause != "not_applicable")
    rows = by_grade[list(SEVERITIES)].to_numpy().tolist()
    graded = dict(zip(map(str, by_grade.index), rows, strict=True))
    return Quality(
        rules=_rules(groups, by_rule, earlier),
        units=tuple(_unit(one, aside, left, graded, earlier) for one in standing.units),
        by_unit_and_rule=groups,
        unexamined=_unexamined(known.left),
        passed=_passed(standing),
        earlier=earlier,
    )


def _groups(found: Sequence[Found]) -> Iterable[RuleAtUnit]:
    """A unit's findings rule by rule; they come sorted so."""
    for _, same in groupby(found, key=lambda one: (one.unit.key, one.finding.severity, one.finding.code)):
        findings = tuple(sorted(same, key=lambda one: not one.finding.counts))
        first = findings[0].finding
        yield RuleAtUnit(
            findings[0].unit,
            first.code,
            title_of(first),
            first.severity,
            first.clause,
            Requirement(first.code),
            findings,
        )


def title_of(finding: Finding) -> Sentence:
    """The rule's short name as a sentence."""
    return Sentence(finding.title)


def _rules(groups: Iterable[RuleAtUnit], by_rule: pd.DataFrame, earlier: Earlier | None) -> tuple[RuleFaults, ...]:
    firsts: dict[str, RuleAtUnit] = {}
    for one in groups:
        known = firsts.get(one.code)
        if known is None or SEVERITIES.index(one.severity) < SEVERITIES.index(known.severity):
            firsts[one.code] = one
    made = []
    for code, row in zip(by_rule.index, by_rule.to_dict("records"), strict=True):
        first = firsts[code]
        made.append(
            RuleFaults(
                code,
                first.title,
                first.severity,
                first.clause,
                first.asks,
                int(row["open"]),
                int(row["waived"]),
                int(row["explained"]),
                int(row["trial"]),
                int(row["units"]),
                None if earlier is None else earlier.rules.get(code, 0),
            )
        )
    return tuple(sorted(made, key=lambda one: (SEVERITIES.index(one.severity), one.code)))


def _unit(
    one: UnitStanding,
    aside: Mapping[str, int],
    left: Mapping[str, int],
    graded: Mapping[str, Sequence[int]],
    earlier: Earlier | None,
) -> UnitQuality:
    key = one.unit.key
    errors, warnings, infos = graded[key]
    return UnitQuality(
        unit=one.unit,
        files=len({examined.reading.file for examined in one.verdict.files}),
        errors=errors,
        warnings=warnings,
        infos=infos,
        set_aside=aside.get(key, 0),
        unexamined=left.get(key, 0),
        earlier=None if earlier is None else earlier.units.get(key),
    )


def _unexamined(left: Iterable[Left]) -> tuple[NotExamined, ...]:
    """By rule and cause; what does not apply is left out, for nothing is missing there."""
    found: dict[tuple[str, Cause, str], list[Left]] = {}
    for one in left:
        if one.unexamined.cause != "not_applicable":
            found.setdefault((one.unexamined.code, one.unexamined.cause, one.unexamined.reason.template), []).append(
                one
            )
    made = []
    for (code, cause, _), same in sorted(found.items()):
        rule = find_rule(code)
        first = same[0].unexamined
        units = tuple(dict.fromkeys(one.unit.name for one in same))
        places = sum(max(len(one.unexamined.places), 1) for one in same)
        made.append(NotExamined(code, Sentence(rule.title if rule else code), cause, units, places, first.reason))
    return tuple(made)


def _passed(standing: Standing) -> Passed:
    filings = passed = unsure = 0
    for unit in standing.units:
        for duty in unit.duties:
            own = [
                one
                for one in unit.verdict.files
                if duty.obligation.annex is not None and one.reading.annex == duty.obligation.annex
            ]
            # Sealed paper that comes beside a file is no version of it.
            files = [one for one in duty.fulfilling if one.sha256]
            first = min(files, key=lambda one: one.day, default=None)
            if first is None or (not own and first.stands):
                continue
            filings += 1
            faults = any(f.counts and f.severity == "error" and f.code[0] != "F" for one in own for f in one.findings)
            counting = duty.counting
            if faults or counting is None or counting.number != first.number:
                continue
            passed += 1
            unsure += any(left.cause != "not_applicable" for one in own for left in one.unexamined)
    return Passed(filings, passed, unsure)
