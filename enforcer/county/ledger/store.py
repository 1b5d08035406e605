"""The ledger's file: opening, appending, reading. Nothing is ever changed or removed."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, TypeAlias
from zoneinfo import ZoneInfo

from enforcer.county.ledger import schema
from enforcer.county.ledger.entry import FIRST_PREV, Entry, Kind, chained, matter_of, written
from enforcer.county.ledger.shares import check_locks
from enforcer.county.ledger.troubles import translated

Clock: TypeAlias = datetime | Callable[[], datetime]

ZONE: Final = ZoneInfo("Asia/Shanghai")
NUMBER: Final = "{year}-{count:05d}"
_PATIENCE_MS: Final = 30_000
_AT_ONCE: Final = 1_000
_FIVE_DIGITS: Final = 99_999
# A failure ends the transaction anyway: without OR FAIL, SQLite would prepare each row to be taken back by itself.
_INSERT: Final = "INSERT OR FAIL INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


class Pen:
    """What may be done inside one transaction; all of it is on record when the block ends, or nothing is.

    It is put on record together, so all of it bears the one moment in which the transaction began.
    """

    def __init__(self, connection: sqlite3.Connection, moment: datetime) -> None:
        self._connection = connection
        self._entered = moment.replace(microsecond=0)
        self._moment = self._entered.isoformat()
        last = connection.execute("SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1").fetchone()
        self._seq: int = last[0] if last else 0
        self._head: str = last[1] if last else FIRST_PREV
        self._counts: dict[int, int] = {}
        self._waiting: list[tuple[object, ...]] = []

    def append(self, kind: Kind, day: date, body: Mapping[str, Any]) -> Entry:
        """One more entry, hashed onto the last; entered when the clock says, even where the clock has gone back.

        Raises TypeError or ValueError for a body that JSON cannot hold.
        """
        text, fact, about = written(body), day.isoformat(), matter_of(kind, body)
        seq, prev = self._seq + 1, self._head
        head = chained(seq, prev, fact, self._moment, kind, about, text)
        self._waiting.append((seq, fact, self._moment, kind, about, text, prev, head))
        if len(self._waiting) >= _AT_ONCE:
            self.flush()
        self._seq, self._head = seq, head
        if kind == "received":
            self._count(about)
        return Entry(seq, day, self._entered, kind, body, prev, head)

    def flush(self) -> None:
        """Hands over to SQLite what was appended since: done before anything is read, and at the end."""
        if self._waiting:
            self._connection.executemany(_INSERT, self._waiting)
            self._waiting.clear()

    def next_receipt(self, year: int) -> str:
        """The next free receipt number of that year: 2014-00001. As nothing is ever removed, none is used twice."""
        if year not in self._counts:
            self.flush()
            self._counts[year] = _last_count(self._connection, year)
        return NUMBER.format(year=year, count=self._counts[year] + 1)

    def _count(self, number: str) -> None:
        """Has a number that was just given counted, so that the next one need not be looked up."""
        year, _, count = number.partition("-")
        if year.isdigit() and count.isdigit() and int(year) in self._counts:
            self._counts[int(year)] = max(self._counts[int(year)], int(count))


def _last_count(connection: sqlite3.Connection, year: int) -> int:
    """The highest count among that year's receipt numbers, 0 where there is none."""
    within = "FROM entries WHERE kind = 'received' AND about >= ? AND about < ?"
    bounds = (f"{year}-", f"{year}.")
    last = connection.execute(f"SELECT about {within} ORDER BY about DESC LIMIT 1", bounds).fetchone()
    count = int(last[0].partition("-")[2]) if last else 0
    if count < _FIVE_DIGITS:
        return count
    # As text, 2014-100000 stands before 2014-99999.
    counts = connection.execute(f"SELECT MAX(CAST(substr(about, 6) AS INTEGER)) {within}", bounds)
    return int(counts.fetchone()[0])


class Ledger:
    """An open ledger. Moments are Asia/Shanghai's.

    The file keeps a rollback journal: write-ahead logging needs memory shared between processes, which a network share
    has not, and a ledger must be as safe there as on a disk of one's own. Nothing is written to a share whose locks
    other computers would not see.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, now: Callable[[], datetime]) -> None:
        self.path = path
        self._connection = connection
        self._now = now
        self._pen: Pen | None = None
        self._locks_hold = False

    @classmethod
    def open(cls, path: Path, *, now: Clock | None = None) -> "Ledger":
        """Opens the ledger, making it where there is none, and brings an older one up to date.

        `now` stands in for the clock. Raises EnforcerError where the file is no ledger, is a newer program's, or cannot
        be opened or made.
        """
        with translated(path):
            connection = sqlite3.connect(path, timeout=_PATIENCE_MS / 1000, isolation_level=None)
            try:
                _prepare(connection, path)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection, _clock(now))

    @contextmanager
    def writing(self) -> Iterator[Pen]:
        """One writer at a time: waits for another's transaction to end; an exception inside leaves nothing on record.

        `head`, `entries` and all that rests on them may be asked inside and know what was appended so far.
        Raises EnforcerError (busy, disk full, write-protected, a share without locks).
        """
        if not self._locks_hold:
            check_locks(self.path)
            self._locks_hold = True
        with translated(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._pen = Pen(self._connection, self._now())
                yield self._pen
                self._pen.flush()
                self._connection.execute("COMMIT")
            except BaseException:
                # Some errors, such as a full disk, have ended the transaction already.
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._pen = None

    def entries(self, *, until: date | None = None, kinds: tuple[Kind, ...] = ()) -> Iterator[Entry]:
        """The entries, in their order; `until`: only facts of that day and before. Raises EnforcerError."""
        return map(_entry, self.rows(until=until, kinds=kinds))

    def entry(self, seq: int) -> Entry | None:
        """The entry of that number, None where there is none. Raises EnforcerError."""
        query = "SELECT seq, day, entered, kind, body, prev, hash FROM entries WHERE seq = ?"
        return next(map(_entry, self.query(query, (seq,))), None)

    def rows(self, *, until: date | None = None, kinds: tuple[Kind, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """As `entries`, in the order of Entry's fields but as they stand in the file: texts, the body not decoded."""
        conditions, values = [], []
        if until is not None:
            conditions.append("day <= ?")
            values.append(until.isoformat())
        if kinds:
            conditions.append(f"kind IN ({', '.join('?' * len(kinds))})")
            values += kinds
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        query = f"SELECT seq, day, entered, kind, body, prev, hash FROM entries {where} ORDER BY seq"  # noqa: S608
        yield from self.query(query, tuple(values))

    def query(self, query: str, values: tuple[object, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a reading query. Raises EnforcerError."""
        with translated(self.path):
            if self._pen is not None:
                self._pen.flush()
            yield from self._connection.execute(query, values)

    @property
    def head(self) -> str:
        """The hash of the last entry, which vouches for all before it. Raises EnforcerError."""
        last = next(self.query("SELECT hash FROM entries ORDER BY seq DESC LIMIT 1"), None)
        return last[0] if last else FIRST_PREV

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()


def _entry(row: tuple[Any, ...]) -> Entry:
    seq, day, entered, kind, body, prev, head = row
    return Entry(seq, date.fromisoformat(day), datetime.fromisoformat(entered), kind, json.loads(body), prev, head)


def _clock(now: Clock | None) -> Callable[[], datetime]:
    if now is None:
        return lambda: datetime.now(ZONE)
    said = now
    return lambda: (said() if callable(said) else said).astimezone(ZONE)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Settings of the connection, and the schema where it is missing or older."""
    version = schema.check_identity(connection, path, may_be_new=True)
    # EXTRA also has the journal's removal on the disk before a commit is acknowledged: a power cut takes nothing back.
    connection.execute("PRAGMA synchronous = EXTRA")
    # Viewers of SQLite files may leave a file with write-ahead logging on.
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    if mode == "wal":
        connection.execute("PRAGMA journal_mode = DELETE")
    if version < len(schema.MIGRATIONS):
        schema.migrate(connection)
