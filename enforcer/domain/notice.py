"""The notice as data: its clauses, its obligations, and the articles of law that stand behind them."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from enforcer.domain.clause import Clause

LAW = "law:"

DueKind = Literal["day", "running", "none"]


class Due(NamedTuple):
    """When an obligation falls due in a year: by the end of a day, running, or at no day.

    `own` marks a day that the county set for itself and the notice does not name.
    """

    kind: DueKind
    month: int = 0
    day: int = 0
    own: bool = False

    def on(self, year: int) -> date | None:
        """The due day in that year; it counts to its end."""
        return date(year, self.month, self.day) if self.kind == "day" else None


class Obligation(NamedTuple):
    """One duty of the units: what is filed, on which annex, by when, to whom, in which forms, and who is exempt.

    `file_names` are the words by which clerks name a file that is filed for it.
    """

    key: str
    title: str
    clause: str
    annex: int | None
    act: str
    recipients: tuple[str, ...]
    forms: tuple[str, ...]
    forms_with_higher_standard: tuple[str, ...]
    exempt: tuple[str, ...]
    needs_penalty_power: bool
    own_credentials_only: bool
    feeds_platform: bool
    recurring: bool
    due: Due
    later: Due
    file_names: tuple[str, ...] = ()

    def due_in(self, year: int, first: int) -> Due:
        """The due rule for a year, `first` being the notice's own; what does not recur has no day in later ones."""
        if year == first:
            return self.due
        return self.later if self.recurring else Due("none")


class Article(NamedTuple):
    """An article of a law, in force from one day to another (inclusive; None: still in force)."""

    clause: Clause
    since: date
    until: date | None

    def in_force(self, day: date) -> bool:
        """Whether the article was law on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


class Notice(NamedTuple):
    """A county's notice: 桓政办发〔2014〕36号 is the first."""

    key: str
    year: int
    number: str
    title: str
    county: str
    office: str
    issued: date
    clauses: Mapping[str, Clause]
    obligations: Mapping[str, Obligation]
    articles: Mapping[str, tuple[Article, ...]]

    def clause(self, key: str, day: date) -> Clause | None:
        """The clause of the notice, or with `law:` the article in force on that day; None where there is none."""
        if not key.startswith(LAW):
            return self.clauses.get(key)
        articles = self.articles.get(key.removeprefix(LAW), ())
        return next((article.clause for article in articles if article.in_force(day)), None)

    def obligation_of(self, annex: int) -> Obligation:
        """The obligation that is filed on this annex. Raises KeyError where there is none."""
        for obligation in self.obligations.values():
            if obligation.annex == annex:
                return obligation
        raise KeyError(annex)
