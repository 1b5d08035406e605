"""Each unit in figures, as a night compares them with the last: how each duty stands, which faults are open."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from enforcer.county.duties.filing_verdict import filing_verdict
from enforcer.county.ledger.journal import Journal
from enforcer.county.status.overview import Overview, UnitDuties
from enforcer.domain.dossier import Dossier
from enforcer.domain.duty import Duty
from enforcer.domain.finding import Finding
from enforcer.domain.unit import Unit

ACROSS: Final = "across"
"""Under this key stand the faults that show only across a unit's annexes, and its log's."""

_QUIET: Final = frozenset({"exempt", "on-time", "late", "filed", "not-due", "open"})

Faults = dict[str, dict[str, int]]


class Tally(NamedTuple):
    """One unit: `states` by obligation, `faults` by obligation and code (open ones alone), `errors` how many of these.

    `basis` stands for all that the faults rest on: while it is the same, they are.
    """

    unit: Unit
    basis: str
    states: Mapping[str, str]
    faults: Faults
    errors: int


def tallies(overview: Overview, facts: Journal, before: Mapping[str, Mapping[str, Any]]) -> tuple[Tally, ...]:
    """Every unit's figures.

    `before` has the entries of an earlier summary, by the same rules, by unit key: what has not changed since is taken
    from there, so that a night on which nothing came in decodes no verdict.
    """
    waived: dict[str, list[str]] = {}
    for one in facts.decisions:
        if one.action == "waive" and one.rule and (one.until is None or facts.day <= one.until):
            waived.setdefault(one.receipt or one.unit or "", []).append(one.rule)
    return tuple(_tally(one, overview, facts, waived, before.get(one.unit.key)) for one in overview.units)


def _tally(
    one: UnitDuties,
    overview: Overview,
    facts: Journal,
    waived: Mapping[str, Sequence[str]],
    before: Mapping[str, Any] | None,
) -> Tally:
    states = {duty.obligation.key: duty.state for duty in one.duties}
    basis = _basis(one, overview, facts, waived)
    if before is not None and before["basis"] == basis:
        return Tally(one.unit, basis, states, before["faults"], before["errors"])
    findings = list(_findings(one, overview, facts))
    faults: Faults = {}
    for key, finding in findings:
        codes = faults.setdefault(key, {})
        codes[finding.code] = codes.get(finding.code, 0) + finding.count
    errors = sum(finding.count for _, finding in findings if finding.severity == "error")
    ordered = {key: dict(sorted(codes.items())) for key, codes in sorted(faults.items())}
    return Tally(one.unit, basis, states, ordered, errors)


def _basis(one: UnitDuties, overview: Overview, facts: Journal, waived: Mapping[str, Sequence[str]]) -> str:
    """What counts, by which examination, what was let pass, and what the rules on filing look at."""
    parts: list[object] = [overview.year, one.unit, waived.get(one.unit.key, ())]
    for duty in one.duties:
        counting = duty.counting
        if counting is not None:
            parts.append((counting.number, facts.examined.get(counting.number), waived.get(counting.number, ())))
        if _speaks(duty):
            parts.append((duty.obligation.key, duty.state, duty.lacking_forms, duty.is_refiling_overdue))
    clock = one.clock
    parts.append([clock.one_year and facts.day > clock.one_year, clock.two_years and facts.day > clock.two_years])
    crossed = facts.crossed.get((one.unit.key, overview.year))
    if crossed is not None:
        parts.append(crossed)
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _speaks(duty: Duty) -> bool:
    """Whether a rule on filing may have something to say of the duty: of most it has not."""
    return duty.state not in _QUIET or bool(duty.lacking_forms) or duty.is_refiling_overdue


def _findings(one: UnitDuties, overview: Overview, facts: Journal) -> Iterable[tuple[str, Finding]]:
    """The unit's open findings, each under the key of its obligation."""
    for duty in one.duties:
        verdict = facts.verdict_of(duty.counting.number) if duty.counting is not None else None
        if verdict is not None:
            yield from ((duty.obligation.key, finding) for finding in verdict.all_findings() if finding.counts)
    crossed = facts.crossed_verdict(one.unit.key, overview.year)
    if crossed is not None:
        yield from ((ACROSS, finding) for finding in crossed.all_findings() if finding.counts)
    keys = {duty.obligation.key for duty in one.duties}
    for finding in filing_verdict(_dossier(one, overview), overview.settings, facts.decisions).findings:
        # A filing that came late says so itself, at its cell.
        if finding.counts and finding.code != "F002":
            yield (finding.place.field or "") if finding.place.field in keys else ACROSS, finding


def _dossier(one: UnitDuties, overview: Overview) -> Dossier:
    return Dossier(
        name=one.unit.name,
        year=overview.year,
        day=overview.day,
        day_source="as-of",
        readings=(),
        unit=one.unit,
        duties=tuple(duty for duty in one.duties if _speaks(duty)),
        clock=one.clock,
        settings=overview.settings.rules,
    )
