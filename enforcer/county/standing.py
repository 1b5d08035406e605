"""The county as it stood at the end of a day: what each unit owes, filed and was told. Reports are made of this."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from enforcer.county.settings import Settings
from enforcer.domain.dossier import County, Dossier
from enforcer.domain.duty import Duty, LogClock
from enforcer.domain.unit import Unit
from enforcer.domain.verdict import Verdict


@dataclass(frozen=True)
class UnitStanding:
    """One unit on that day.

    `duties` are in the notice's order. `verdict` has the files that count, with their findings as they stood, and in
    `findings` those without one file (F and X rules). `read` reads the filings that count again, for pictures and for
    rules that look across.
    """

    unit: Unit
    duties: tuple[Duty, ...]
    clock: LogClock
    verdict: Verdict
    read: Callable[[], Dossier] = field(repr=False)

    @cached_property
    def dossier(self) -> Dossier:
        """The filings that count, read once."""
        return self.read()

    def duty(self, obligation: str) -> Duty:
        """The duty of that obligation key. Raises KeyError."""
        return next(one for one in self.duties if one.obligation.key == obligation)


@dataclass(frozen=True)
class Standing:
    """The county. `head` is the ledger's head hash, None where a plain folder was read and there is no ledger."""

    settings: Settings
    year: int
    day: date
    head: str | None
    units: tuple[UnitStanding, ...]
    distinct: frozenset[str] = frozenset()

    @cached_property
    def county(self) -> County:
        """All dossiers, for the rules that look across units."""
        return County(self.settings.county, self.day, tuple(one.dossier for one in self.units), self.distinct)
