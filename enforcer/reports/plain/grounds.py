"""Sections 7 and 9 and the points as plain values: facts, arithmetic, how the report was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enforcer.domain.masking import masked
from enforcer.reports.plain.values import clause_of, day_of, number_of, optional, texts_of, unit_of

if TYPE_CHECKING:
    from enforcer.domain.sentence import Translate
    from enforcer.reports.sections.facts import Clock, Fact, Facts
    from enforcer.reports.sections.making import Making
    from enforcer.reports.sections.points import PointsTable, UnitPoints


def facts_values(facts: Facts, translate: Translate) -> dict[str, Any]:
    """The list of facts; `hindered_platform` is null in each: people fill it in."""
    return {
        "rows": [_fact(one, translate) for one in facts.rows],
        "clocks": [_clock(one, translate) for one in facts.clocks],
        "own_days": texts_of(facts.own_days, translate),
    }


def points_values(points: PointsTable | None, translate: Translate) -> dict[str, Any] | None:
    """The county's table of points with its arithmetic; None where none is set."""
    if points is None:
        return None
    rules = [
        {"title": title.render(translate), "each": number_of(each), "most": None if most is None else number_of(most)}
        for title, each, most in points.rules
    ]
    return {
        "full": number_of(points.full),
        "rules": rules,
        "units": [_points(one, translate) for one in points.units],
    }


def making_values(making: Making, translate: Translate) -> dict[str, Any]:
    """What the report was made of, and what was not read."""
    notice = making.notice
    return {
        "notice": {"key": notice.key, "number": notice.number, "title": notice.title},
        "laws": [{**clause_of(one.clause), "since": one.since.isoformat()} for one in making.laws],
        "version": making.version,
        "ruleset": making.ruleset,
        "head": making.head,
        "files": [
            {
                **unit_of(one.unit),
                "title": one.title.render(translate),
                "path": masked(one.name),
                "sha256": one.sha256,
                "receipt": one.number or None,
                "received": one.received.isoformat(),
            }
            for one in making.files
        ],
        "unread": [
            {**unit_of(one.unit), "what": masked(one.what), "reason": one.reason.render(translate)}
            for one in making.unread
        ],
    }


def _fact(one: Fact, translate: Translate) -> dict[str, Any]:
    return {
        **unit_of(one.unit),
        "obligation": one.duty.obligation.key,
        "title": one.title.render(translate),
        "clause": clause_of(one.clause),
        "due": day_of(one.due),
        "received": day_of(one.received),
        "days": one.days,
        "owed": texts_of(one.owed, translate),
        "errors": one.errors,
        "faults": texts_of(one.faults, translate),
        "feeds_platform": one.feeds_platform,
        "hindered_platform": None,
    }


def _clock(one: Clock, translate: Translate) -> dict[str, Any]:
    clock = one.clock
    return {
        **unit_of(one.unit),
        "since": day_of(clock.since),
        "one_year": day_of(clock.one_year),
        "two_years": day_of(clock.two_years),
        "exempt": optional(clock.exempt, translate),
        "past": one.is_past,
        "words": one.words.render(translate),
    }


def _points(one: UnitPoints, translate: Translate) -> dict[str, Any]:
    deductions = [
        {
            "event": each.event,
            "title": each.title.render(translate),
            "times": each.times,
            "each": number_of(each.each),
            "most": None if each.most is None else number_of(each.most),
            "taken": number_of(each.taken),
        }
        for each in one.deductions
    ]
    return {**unit_of(one.unit), "points": number_of(one.points), "deductions": deductions}
