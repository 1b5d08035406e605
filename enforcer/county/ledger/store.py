"""The ledger's file: opening, appending, reading. Nothing is ever changed or removed."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from enforcer.county.ledger.entry import Entry, Kind


class Pen:
    """What may be done inside one transaction; all of it is on record when the block ends, or nothing is."""

    def append(self, kind: Kind, day: date, body: Mapping[str, Any]) -> Entry:
        """One more entry, hashed onto the last."""
        raise NotImplementedError

    def next_receipt(self, year: int) -> str:
        """The next free receipt number of that year: 2014-00001."""
        raise NotImplementedError


class Ledger:
    """An open ledger."""

    @classmethod
    def open(cls, path: Path, *, now: "datetime | None" = None) -> "Ledger":
        """Opens the ledger, making it where there is none; `now` stands in for the clock. Raises EnforcerError."""
        raise NotImplementedError

    @contextmanager
    def writing(self) -> Iterator[Pen]:
        """One writer at a time: waits for another's transaction to end. Raises EnforcerError (busy, full, refused)."""
        raise NotImplementedError
        yield

    def entries(self, *, until: date | None = None, kinds: tuple[Kind, ...] = ()) -> Iterator[Entry]:
        """The entries, in their order; `until`: only facts of that day and before."""
        raise NotImplementedError

    @property
    def head(self) -> str:
        """The hash of the last entry, which vouches for all before it."""
        raise NotImplementedError

    def close(self) -> None:
        """Closes the file."""
