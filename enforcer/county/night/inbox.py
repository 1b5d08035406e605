"""The inbox as it was when it was last looked through: what has not changed since is not opened again.

The state is a cache beside the ledger. Losing it costs reading every file once more, and files nothing twice: the
ledger knows what it has received. It knows on which ledger it rests: in an older one, restored from a backup, what was
received since is missing, and has to be received again.
"""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Final, NamedTuple

from enforcer.domain.errors import EnforcerError
from enforcer.domain.sentence import Sentence

# What systems and programs leave in folders; nobody files it.
_LEFTOVERS: Final = frozenset({"thumbs.db", "desktop.ini"})
_UNFINISHED: Final = (".tmp", ".part", ".crdownload", ".download")
_SCHEMA: Final = (
    """
    CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, size INTEGER, changed INTEGER, sha256 TEXT, done INTEGER)
    """,
    "CREATE TABLE IF NOT EXISTS ledger (one INTEGER PRIMARY KEY, head TEXT)",
)
_ROWS: Final = "SELECT path, size, changed, sha256, done FROM files"
_NAMELESS: Final = Sentence("文件名或文件夹名里有认不出的字符，没有收下。请改名后再放进来")
_NO_FILE: Final = Sentence("不是普通文件，没有收下")


class Found(NamedTuple):
    """A file in the inbox: its path below it, with slashes, its size in bytes, and when it was changed, in ns."""

    path: str
    size: int
    changed: int


class Unread(NamedTuple):
    """What lies in the inbox and cannot be looked at: its path as far as it can be written, and why."""

    path: str
    reason: Sentence


class Inbox(NamedTuple):
    """A walk through the inbox: what is new, changed or not done yet, by path; what cannot be looked at; all files."""

    changed: list[Found]
    unread: list[Unread]
    seen: int


class InboxState:
    """Which files were dealt with, as they were then; a file that was refused is tried again every night.

    `head` is the ledger's when the last of them was on record, "" where none is.
    """

    def __init__(self, connection: sqlite3.Connection, known: dict[str, tuple[int, int, str, int]], head: str) -> None:
        self._connection = connection
        self._known = known
        self.head = head

    @classmethod
    def open(cls, file: Path) -> "InboxState":
        """Opens the state, and begins a new one where there is none or it cannot be read. Raises EnforcerError."""
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            connection = _opened(file)
        except (OSError, sqlite3.Error) as error:
            raise EnforcerError(
                "无法写入“{path}”：{reason}。请检查工作文件夹的权限和磁盘空间。", path=file, reason=error
            ) from error
        return cls(connection, _rows(connection), _head(connection))

    @classmethod
    def glimpsed(cls, file: Path) -> "InboxState":
        """The state as it is, to look and not to keep: no file is made or written, now or later."""
        known: dict[str, tuple[int, int, str, int]] = {}
        head = ""
        with (
            suppress(OSError, sqlite3.Error),
            closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection,
        ):
            known, head = _rows(connection), _head(connection)
        memory = sqlite3.connect(":memory:")
        _make(memory)
        return cls(memory, known, head)

    def changed(self, inbox: Path) -> Inbox:
        """The inbox as it is now, against the state."""
        found: list[Found] = []
        unread: list[Unread] = []
        seen = 0
        known = self._known
        for path, told in walked(inbox):
            if isinstance(told, Sentence):
                unread.append(_unread(path, told))
                continue
            before = known.get(path)
            if before is None or before[0] != told.st_size or before[1] != told.st_mtime_ns or not before[3]:
                reason = _unfit(path, told)
                if reason is not None:
                    unread.append(_unread(path, reason))
                    continue
                found.append(Found(path, told.st_size, told.st_mtime_ns))
            seen += 1
        return Inbox(sorted(found), sorted(unread, key=lambda one: one.path), seen)

    def sha256_of(self, path: str) -> str:
        """The hash of what lay there when it was last dealt with, "" where nothing did."""
        known = self._known.get(path)
        return known[2] if known is not None else ""

    def keep(self, found: Found, sha256: str, *, done: bool) -> None:
        """Remembers what came of a file; on the disk after `save`."""
        now = (found.size, found.changed, sha256, int(done))
        if self._known.get(found.path) == now:
            return
        self._known[found.path] = now
        self._write(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)",
            (found.path, found.size, found.changed, sha256, int(done)),
        )

    def rests_on(self, head: str) -> None:
        """Says that what is kept as done is on record in the ledger of this head, and in all that go on from it."""
        if head != self.head:
            self.head = head
            self._write("INSERT OR REPLACE INTO ledger VALUES (1, ?)", (head,))

    def forget(self) -> None:
        """Begins anew, as if every file were seen for the first time."""
        self._known.clear()
        self._write("DELETE FROM files")
        self.rests_on("")

    def _write(self, statement: str, values: tuple[object, ...] = ()) -> None:
        # A cache that cannot be written is no reason to stop.
        with suppress(sqlite3.Error):
            self._connection.execute(statement, values)

    def save(self) -> None:
        """Has what was kept on the disk, as far as that can be written."""
        with suppress(sqlite3.Error):
            self._connection.commit()

    def close(self) -> None:
        """Saves and closes."""
        self.save()
        self._connection.close()


def walked(inbox: Path) -> Iterator[tuple[str, os.stat_result | Sentence]]:
    """Every path below the inbox that may be a filing, with slashes, in no order, and what the system says of it.

    That is a sentence where it cannot be looked at, as also for a folder that cannot be opened. What begins with a dot,
    and what programs leave behind, is no filing. Links to folders are not followed.
    """
    root = len(str(inbox)) + 1
    waiting = [str(inbox)]
    while waiting:
        folder = waiting.pop()
        try:
            entries = os.scandir(folder)
        except OSError as error:
            yield _slashed(folder[root:]) or inbox.name, _reason(error)
            continue
        with entries:
            for entry in entries:
                name = entry.name
                if name[0] == ".":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif _may_be_filed(name):
                    try:
                        told: os.stat_result | Sentence = entry.stat()
                    except OSError as error:
                        told = _reason(error)
                    yield _slashed(entry.path[root:]), told


def _slashed(path: str) -> str:
    return path if os.sep == "/" else path.replace(os.sep, "/")


def _unfit(path: str, told: os.stat_result) -> Sentence | None:
    """Why something new is nothing to be opened; None where it is a file."""
    if not stat.S_ISREG(told.st_mode):
        # A pipe would wait for ever.
        return _NO_FILE
    try:
        path.encode()
    except UnicodeError:
        # Some systems allow names that no program can write down.
        return _NAMELESS
    return None


def _unread(path: str, reason: Sentence) -> Unread:
    return Unread(path.encode("utf-8", "replace").decode(), reason)


def _reason(error: OSError) -> Sentence:
    return Sentence("打不开（{reason}）", {"reason": error.strerror or error})


def _may_be_filed(name: str) -> bool:
    lower = name.lower()
    return lower not in _LEFTOVERS and not lower.endswith(_UNFINISHED) and not lower.startswith("~$")


def _rows(connection: sqlite3.Connection) -> dict[str, tuple[int, int, str, int]]:
    return {row[0]: row[1:] for row in connection.execute(_ROWS)}


def _head(connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT head FROM ledger").fetchone()
    return row[0] if row else ""


def _make(connection: sqlite3.Connection) -> None:
    for statement in _SCHEMA:
        connection.execute(statement)


def _opened(file: Path) -> sqlite3.Connection:
    for again in (True, False):
        connection = sqlite3.connect(file)
        try:
            # A cache need not survive a power cut.
            connection.execute("PRAGMA synchronous = OFF")
            _make(connection)
            connection.execute(f"{_ROWS} LIMIT 1").fetchone()
            _head(connection)
        except sqlite3.DatabaseError:
            connection.close()
            if not again:
                raise
            file.unlink(missing_ok=True)
        else:
            return connection
    raise AssertionError  # the loop returns or raises
