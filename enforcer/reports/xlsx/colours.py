"""Colours of states and grades. The word always stands in the cell: a print in black and white says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from enforcer.domain.duty import DutyState
    from enforcer.domain.finding import State
    from enforcer.domain.rule import Severity
    from enforcer.reports.xlsx.book import Tint

DUTY_TINTS: Final[Mapping[DutyState, Tint]] = {
    "on-time": ("#E2EFDA", "#375623"),
    "filed": ("#EAF4E4", "#375623"),
    "late": ("#FFE699", "#7F6000"),
    "returned": ("#FCE4D6", "#9C4A00"),
    "overdue": ("#F8CBAD", "#9C0006"),
    "due-soon": ("#DDEBF7", "#1F4E78"),
    "open": ("#F2F2F2", "#404040"),
    "exempt": ("#D9D9D9", "#404040"),
}
"""What is not due yet has no colour: nothing is to be said of it."""

CHART_COLOURS: Final[Mapping[DutyState, str]] = {
    "on-time": "#548235",
    "filed": "#A9D18E",
    "late": "#FFC000",
    "returned": "#C55A11",
    "overdue": "#C00000",
    "due-soon": "#2E75B6",
    "not-due": "#BDD7EE",
    "open": "#A6A6A6",
    "exempt": "#D9D9D9",
}

GRADE_TINTS: Final[Mapping[Severity, Tint]] = {
    "error": ("#F8CBAD", "#9C0006"),
    "warning": ("#FFE699", "#7F6000"),
    "info": ("#DDEBF7", "#1F4E78"),
}
FINDING_TINTS: Final[Mapping[State, Tint]] = {
    "waived": ("#D9D9D9", "#404040"),
    "explained": ("#E2EFDA", "#375623"),
    "trial": ("#F2F2F2", "#404040"),
}
