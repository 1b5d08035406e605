"""Sections 1 and 2 as plain values: the summary, the obligations, each unit's duties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enforcer.domain.masking import masked
from enforcer.reports.plain.values import day_of, optional, text_of, texts_of, totals_of, unit_of

if TYPE_CHECKING:
    from enforcer.domain.sentence import Translate
    from enforcer.reports.sections.matrix import Cell, Column, Copy, Matrix, MatrixRow
    from enforcer.reports.sections.summary import Call, Summary, Upcoming


def summary_values(summary: Summary, translate: Translate) -> dict[str, Any]:
    """The one page."""
    return {
        "sentences": texts_of(summary.sentences, translate),
        "figures": summary.figures._asdict(),
        "passed": summary.passed._asdict(),
        "most_met": [one.code for one in summary.most_met],
        "calls": [_call(one, translate) for one in summary.calls],
        "upcoming": [_upcoming(one, translate) for one in summary.upcoming],
    }


def obligation_values(matrix: Matrix, translate: Translate) -> list[dict[str, Any]]:
    """The columns of the matrix with their totals."""
    return [_column(one, translate) for one in matrix.columns]


def unit_values(matrix: Matrix, translate: Translate) -> list[dict[str, Any]]:
    """The rows of the matrix: each unit's duties and their totals."""
    return [_row(one, translate) for one in matrix.rows]


def _call(one: Call, translate: Translate) -> dict[str, Any]:
    owed = [
        {"obligation": chase.duty.obligation.key, "what": texts_of(chase.what, translate), "days": chase.days}
        for chase in one.owed
    ]
    contact = {"contact": text_of(one.unit.contact), "phone": text_of(one.unit.phone)}
    return {**unit_of(one.unit), **contact, "days": one.days, "owed": owed}


def _upcoming(one: Upcoming, translate: Translate) -> dict[str, Any]:
    return {
        "day": one.day.isoformat(),
        "days_left": one.days_left,
        "title": one.title.render(translate),
        "units": [masked(name) for name in one.units],
        "own_day": one.own_day,
        "again": one.again,
    }


def _column(one: Column, translate: Translate) -> dict[str, Any]:
    paper, electronic = (
        dict(zip(("owed", "received", "missing"), copies, strict=True)) for copies in (one.paper, one.electronic)
    )
    return {
        "obligation": one.obligation.key,
        "title": translate(one.obligation.title),
        "clause": one.obligation.clause,
        "due": day_of(one.due),
        "own_day": one.own_day,
        "feeds_platform": one.obligation.feeds_platform,
        "owed": one.owed,
        "totals": totals_of(one.totals),
        "paper": paper,
        "electronic": electronic,
    }


def _row(one: MatrixRow, translate: Translate) -> dict[str, Any]:
    duties = [_cell(cell, translate) for cell in one.cells]
    return {**unit_of(one.unit), "totals": totals_of(one.totals), "duties": duties}


def _cell(cell: Cell, translate: Translate) -> dict[str, Any]:
    duty = cell.duty
    return {
        "obligation": duty.obligation.key,
        "state": cell.state,
        "words": cell.words.render(translate),
        "due": day_of(duty.due_day),
        "own_day": duty.is_own_day,
        "received": day_of(duty.first_day),
        "days_late": duty.days_late,
        "paper": _copy(cell.paper),
        "electronic": _copy(cell.electronic),
        "signs": texts_of(cell.signs, translate),
        "exempt": optional(duty.exempt, translate),
    }


def _copy(copy: Copy) -> dict[str, Any]:
    return {"owed": copy.owed, "received": day_of(copy.day)}
