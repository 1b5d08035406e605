"""What changed between two filings of the same annex: entries matched by meaning, and what became of the findings."""

from enforcer.changes.comparing import changes_between
from enforcer.changes.record import AnnexChanges, Change, Comparison, FieldChange, Outcome

__all__ = ["AnnexChanges", "Change", "Comparison", "FieldChange", "Outcome", "changes_between"]
