"""The roster (单位名录): which units there are, what each is, and who is meant by a name."""

from dataclasses import dataclass
from pathlib import Path

from enforcer.domain.unit import Unit


@dataclass(frozen=True, slots=True)
class Roster:
    """The county's units, in the roster's order."""

    county: str
    units: tuple[Unit, ...]

    def find(self, name: str) -> Unit | None:
        """The unit of that code, name or short name, also with the county before it; None where none or several."""
        raise NotImplementedError

    def get(self, name: str) -> Unit:
        """As `find`. Raises EnforcerError with the nearest names."""
        raise NotImplementedError

    def by_key(self, key: str) -> Unit | None:
        """The unit that the ledger calls so (Unit.key)."""
        raise NotImplementedError

    def on(self, day: object) -> "tuple[Unit, ...]":
        """The units that exist on that day."""
        raise NotImplementedError


def read_roster(path: Path, county: str) -> Roster:
    """roster.xlsx as a Roster. Raises EnforcerError where it cannot be read."""
    raise NotImplementedError
