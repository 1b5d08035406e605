"""What examining came to: for each file its findings and what was not examined."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from enforcer.domain.dossier import DaySource
from enforcer.domain.finding import Finding, Unexamined
from enforcer.domain.reading import Reading
from enforcer.domain.rule import Severity


class Examined(NamedTuple):
    """One annex of one file, examined on a day."""

    reading: Reading
    unit: str | None
    year: int | None
    day: date
    day_source: DaySource
    findings: tuple[Finding, ...]
    unexamined: tuple[Unexamined, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a run; `findings` beside `files` are those without one file (filing, across).

    `observed` is what was seen across the county's units, `unobserved` what could not be compared: suspicions for the
    office alone. They weigh in no count and no exit code, and stand on no unit's page.
    """

    notice: str
    as_of: date | None
    files: tuple[Examined, ...]
    findings: tuple[Finding, ...] = ()
    unexamined: tuple[Unexamined, ...] = ()
    observed: tuple[Finding, ...] = ()
    unobserved: tuple[Unexamined, ...] = ()

    def all_findings(self) -> Iterator[Finding]:
        """Every finding, file by file, then those without one file."""
        for examined in self.files:
            yield from examined.findings
        yield from self.findings

    def all_unexamined(self) -> Iterator[Unexamined]:
        """Everything that was not examined."""
        for examined in self.files:
            yield from examined.unexamined
        yield from self.unexamined

    def count(self, severity: Severity) -> int:
        """How many open findings of that grade, each counted as many times as it stands for."""
        return sum(one.count for one in self.all_findings() if one.counts and one.severity == severity)

    def by_rule(self) -> dict[str, int]:
        """Code -> how many open findings."""
        tally: Counter[str] = Counter()
        for finding in self.all_findings():
            if finding.counts:
                tally[finding.code] += finding.count
        return dict(sorted(tally.items()))

    @property
    def crashed(self) -> bool:
        """Whether a rule broke down: the work could not be done as asked."""
        return any(one.cause == "crashed" for one in (*self.all_unexamined(), *self.unobserved))

    def exit_code(self, *, strict: bool = False) -> int:
        """0 no open error, 1 at least one (a warning too when strict), 2 a rule crashed."""
        if self.crashed:
            return 2
        return 1 if self.count("error") or (strict and self.count("warning")) else 0

    @classmethod
    def joined(cls, verdicts: Iterable["Verdict"], notice: str, as_of: date | None) -> "Verdict":
        """Several verdicts as one."""
        parts = tuple(verdicts)
        return cls(
            notice,
            as_of,
            tuple(one for part in parts for one in part.files),
            tuple(one for part in parts for one in part.findings),
            tuple(one for part in parts for one in part.unexamined),
            tuple(one for part in parts for one in part.observed),
            tuple(one for part in parts for one in part.unobserved),
        )
