"""The inbox as it was when it was last looked through: what has not changed since is not opened again.

The state is a cache beside the ledger. Losing it costs reading every file once more, and files nothing twice: the
ledger knows what it has received.
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
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, size INTEGER, changed INTEGER, sha256 TEXT, done INTEGER)
"""
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
    """Which files were dealt with, as they were then; a file that was refused is tried again every night."""

    def __init__(self, connection: sqlite3.Connection, known: dict[str, tuple[int, int, str, int]]) -> None:
        self._connection = connection
        self._known = known

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
        return cls(connection, _rows(connection))

    @classmethod
    def glimpsed(cls, file: Path) -> "InboxState":
        """The state as it is, to look and not to keep: no file is made or written, now or later."""
        known: dict[str, tuple[int, int, str, int]] = {}
        with (
            suppress(OSError, sqlite3.Error),
            closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection,
        ):
            known = _rows(connection)
        memory = sqlite3.connect(":memory:")
        memory.execute(_SCHEMA)
        return cls(memory, known)

    def changed(self, inbox: Path) -> Inbox:
        """The inbox as it is now, against the state."""
        found, unread, count = [], [], 0
        known = self._known
        for one in walked(inbox):
            if isinstance(one, Unread):
                unread.append(one)
                continue
            count += 1
            before = known.get(one.path)
            if before is None or before[0] != one.size or before[1] != one.changed or not before[3]:
                found.append(one)
        return Inbox(sorted(found), sorted(unread, key=lambda one: one.path), count)

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
        self._connection.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)",
            (found.path, found.size, found.changed, sha256, int(done)),
        )

    def save(self) -> None:
        """Has what was kept on the disk. A cache that cannot be written is no reason to stop."""
        with suppress(sqlite3.Error):
            self._connection.commit()

    def close(self) -> None:
        """Saves and closes."""
        self.save()
        self._connection.close()


def walked(inbox: Path) -> Iterator[Found | Unread]:
    """Every file that may be a filing, below the inbox, in no order, and every folder that cannot be opened.

    What begins with a dot, and what programs leave behind, is no filing. Links to folders are not followed.
    """
    root = str(inbox)
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            entries = os.scandir(folder)
        except OSError as error:
            yield _unread(folder[len(root) + 1 :] or inbox.name, _reason(error))
            continue
        with entries:
            for entry in entries:
                if entry.name[0] == ".":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif _may_be_filed(entry.name):
                    yield _found(entry, entry.path[len(root) + 1 :])


def _found(entry: "os.DirEntry[str]", path: str) -> Found | Unread:
    try:
        told = entry.stat()
        # Some systems allow names that no program can write down.
        path.encode()
    except UnicodeError:
        return _unread(path, _NAMELESS)
    except OSError as error:
        return _unread(path, _reason(error))
    if not stat.S_ISREG(told.st_mode):
        # A pipe would wait for ever.
        return _unread(path, _NO_FILE)
    return Found(path if os.sep == "/" else path.replace(os.sep, "/"), told.st_size, told.st_mtime_ns)


def _unread(path: str, reason: Sentence) -> Unread:
    return Unread(path.replace(os.sep, "/").encode("utf-8", "replace").decode(), reason)


def _reason(error: OSError) -> Sentence:
    return Sentence("打不开（{reason}）", {"reason": error.strerror or error})


def _may_be_filed(name: str) -> bool:
    lower = name.lower()
    return lower not in _LEFTOVERS and not lower.endswith(_UNFINISHED) and not lower.startswith("~$")


def _rows(connection: sqlite3.Connection) -> dict[str, tuple[int, int, str, int]]:
    return {row[0]: row[1:] for row in connection.execute(_ROWS)}


def _opened(file: Path) -> sqlite3.Connection:
    for again in (True, False):
        connection = sqlite3.connect(file)
        try:
            # A cache need not survive a power cut.
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(_SCHEMA)
            connection.execute(f"{_ROWS} LIMIT 1").fetchone()
        except sqlite3.DatabaseError:
            connection.close()
            if not again:
                raise
            file.unlink(missing_ok=True)
        else:
            return connection
    raise AssertionError  # the loop returns or raises
