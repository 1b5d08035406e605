"""What is examined together: a unit's material of a year, and the county's."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple, TypeVar

from enforcer.domain.clause import Clause
from enforcer.domain.duty import Duty, LogClock
from enforcer.domain.notice import Due, Obligation
from enforcer.domain.reading import Reading
from enforcer.domain.row import Place, Row
from enforcer.domain.unit import Unit

T = TypeVar("T")

DaySource = Literal["as-of", "receipt", "filed", "year-end", "today"]


class Filing(NamedTuple):
    """That a reading was filed: for which obligation, due when, received when.

    `received` is the day that decides; `source` says whether the office gave it or the form's header states it.
    `clause` is the obligation's own, whose number is quoted beside the due day.
    """

    obligation: Obligation
    due: Due | None
    due_day: date | None
    received: date | None
    source: Literal["receipt", "stated"]
    place: Place
    clause: Clause | None = None


@dataclass(frozen=True)
class Dossier:
    """A unit's readings of a year, judged on `day`. `unit` is the roster's entry, None without a roster.

    `name` and `year` are what the witnesses said. `duties` and `clock` are what the county's ledger knows, none
    without one. Records are made once and kept in `made`.
    """

    name: str | None
    year: int | None
    day: date
    day_source: DaySource
    readings: tuple[Reading, ...]
    unit: Unit | None = None
    filings: tuple[Filing, ...] = ()
    duties: tuple[Duty, ...] = ()
    clock: LogClock | None = None
    settings: Mapping[str, object] = field(default_factory=dict)
    made: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    def of(self, annex: int) -> tuple[Reading, ...]:
        """The readings of one annex."""
        return tuple(reading for reading in self.readings if reading.annex == annex)

    def rows(self, annex: int) -> tuple[Row, ...]:
        """All rows of one annex, in reading order."""
        return tuple(row for reading in self.of(annex) for row in reading.rows)

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What `make` returns, made at the first call with this key and kept: rules share their records."""
        if key not in self.made:
            self.made[key] = make()
        return self.made[key]  # type: ignore[return-value]


@dataclass(frozen=True)
class County:
    """All units' dossiers, for the rules that look across them.

    `distinct` has the keys of overlaps that the office decided to be none (不是同一事项).
    """

    name: str
    day: date
    dossiers: tuple[Dossier, ...]
    distinct: frozenset[str] = frozenset()
    made: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What `make` returns, made at the first call with this key and kept: rules and pages share their records."""
        if key not in self.made:
            self.made[key] = make()
        return self.made[key]  # type: ignore[return-value]
