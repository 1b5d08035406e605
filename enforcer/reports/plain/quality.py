"""Section 3 as plain values: rules, units, what was not examined; and every finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enforcer.domain.masking import masked
from enforcer.reports.plain.values import clause_of, day_of, place_of, text_of, unit_of

if TYPE_CHECKING:
    from enforcer.domain.sentence import Translate
    from enforcer.reports.contents import Contents
    from enforcer.reports.gathering import Found
    from enforcer.reports.sections.quality import NotExamined, Quality, RuleFaults, UnitQuality


def quality_values(quality: Quality, translate: Translate) -> dict[str, Any]:
    """The section; a later report compares itself with `rules` and `units`."""
    return {
        "passed": quality.passed._asdict(),
        "earlier": day_of(quality.earlier.day) if quality.earlier is not None else None,
        "rules": [_rule(one, translate) for one in quality.rules],
        "units": [_unit(one) for one in quality.units],
        "unexamined": [_unexamined(one, translate) for one in quality.unexamined],
    }


def finding_values(contents: Contents, translate: Translate) -> list[dict[str, Any]]:
    """All findings, in the order of the units."""
    return [_finding(one, translate) for one in contents.findings]


def _rule(one: RuleFaults, translate: Translate) -> dict[str, Any]:
    return {
        "code": one.code,
        "title": one.title.render(translate),
        "severity": one.severity,
        "clause": clause_of(one.clause),
        "asks": one.asks.render(translate),
        "open": one.open,
        "waived": one.waived,
        "explained": one.explained,
        "trial": one.trial,
        "in_units": one.units,
        "earlier": one.earlier,
    }


def _unit(one: UnitQuality) -> dict[str, Any]:
    return {
        **unit_of(one.unit),
        "files": one.files,
        "errors": one.errors,
        "warnings": one.warnings,
        "infos": one.infos,
        "set_aside": one.set_aside,
        "unexamined": one.unexamined,
        "earlier": one.earlier,
    }


def _unexamined(one: NotExamined, translate: Translate) -> dict[str, Any]:
    return {
        "code": one.code,
        "title": one.title.render(translate),
        "cause": one.cause,
        "reason": one.reason.render(translate),
        "units": [masked(name) for name in one.units],
        "places": one.places,
    }


def _finding(one: Found, translate: Translate) -> dict[str, Any]:
    finding = one.finding
    return {
        **unit_of(one.unit),
        "obligation": one.obligation,
        "annex": one.annex,
        "code": finding.code,
        "rule": finding.name,
        "title": translate(finding.title),
        "severity": finding.severity,
        "state": finding.state,
        "count": finding.count,
        "clause": clause_of(finding.clause),
        **place_of(finding.place),
        "path": masked(one.file) or None,
        "field": finding.field,
        "value": text_of(finding.value),
        "message": finding.message.render(translate),
        "expected": finding.expected.render(translate),
        "remedy": finding.remedy.render(translate),
        "explanation": text_of(finding.explanation),
    }
