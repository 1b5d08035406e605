"""What a county or a run makes of the rules: which are shown, how they are graded, which are on trial."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from enforcer.domain.finding import Finding
from enforcer.domain.rule import Severity


class Policy(NamedTuple):
    """`select` and `ignore` are code prefixes (A3); no `select` means all. `trials` has a code's last day on trial."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = MappingProxyType({})
    trials: Mapping[str, date] = MappingProxyType({})

    def selects(self, code: str) -> bool:
        """Whether findings of that code are shown."""
        if self.ignore and code.startswith(self.ignore):
            return False
        return not self.select or code.startswith(self.select)

    def graded(self, finding: Finding, day: date) -> Finding:
        """The finding with the county's grade, and on trial where the county tries the rule until a later day."""
        severity = self.severities.get(finding.code, finding.severity)
        until = self.trials.get(finding.code)
        state = "trial" if until is not None and day <= until else finding.state
        if severity == finding.severity and state == finding.state:
            return finding
        return replace(finding, severity=severity, state=state)


EVERYTHING = Policy()
