"""Compliance toolkit for a county's administrative-enforcement paperwork.

>>> import enforcer
>>> verdict = enforcer.validate("plan.xlsx")  # doctest: +SKIP
>>> enforcer.frame(verdict)  # doctest: +SKIP
"""

from typing import TYPE_CHECKING

__version__ = "0.2.0"
__all__ = [
    "EnforcerError",
    "Finding",
    "Fine",
    "Policy",
    "Unit",
    "Verdict",
    "__version__",
    "frame",
    "read_fines",
    "report",
    "validate",
]

_HOMES = {
    "EnforcerError": "enforcer.domain.errors",
    "Finding": "enforcer.domain.finding",
    "Fine": "enforcer.domain.fine",
    "Policy": "enforcer.domain.policy",
    "Unit": "enforcer.domain.unit",
    "Verdict": "enforcer.domain.verdict",
    "frame": "enforcer.reports.frames",
    "read_fines": "enforcer.language.fines",
    "report": "enforcer.reports.analysis",
    "validate": "enforcer.validation",
}

if TYPE_CHECKING:
    from enforcer.domain.errors import EnforcerError
    from enforcer.domain.finding import Finding
    from enforcer.domain.fine import Fine
    from enforcer.domain.policy import Policy
    from enforcer.domain.unit import Unit
    from enforcer.domain.verdict import Verdict
    from enforcer.language.fines import read_fines
    from enforcer.reports.analysis import report
    from enforcer.reports.frames import frame
    from enforcer.validation import validate


def __getattr__(name: str) -> object:
    """Names of the Python interface are imported when they are first used: a command pays only for what it needs."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - the start stays lean

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
