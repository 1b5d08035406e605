"""The inbox as it was when it was last looked through: what has not changed since is not opened again.

The state is a cache beside the ledger. Losing it costs reading every file once more, and files nothing twice: the
ledger knows what it has received.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from enforcer.domain.errors import EnforcerError

# What systems and programs leave in folders; nobody files it.
_LEFTOVERS: Final = frozenset({"thumbs.db", "desktop.ini"})
_UNFINISHED: Final = (".tmp", ".part", ".crdownload", ".download")
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, size INTEGER, changed INTEGER, sha256 TEXT, done INTEGER)
"""


class Found(NamedTuple):
    """A file in the inbox: its path below it, with slashes, its size in bytes, and when it was changed, in ns."""

    path: str
    size: int
    changed: int


class InboxState:
    """Which files were dealt with, as they were then; a file that was refused is tried again every night."""

    def __init__(self, file: Path) -> None:
        """Opens the state, and begins a new one where there is none or it cannot be read. Raises EnforcerError."""
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _opened(file)
        except (OSError, sqlite3.Error) as error:
            raise EnforcerError(
                "无法写入“{path}”：{reason}。请检查工作文件夹的权限和磁盘空间。", path=file, reason=error
            ) from error
        self._known: dict[str, tuple[int, int, str, int]] = {
            row[0]: row[1:] for row in self._connection.execute("SELECT path, size, changed, sha256, done FROM files")
        }

    def changed(self, inbox: Path) -> tuple[list[Found], int]:
        """The files that are new, changed or not done yet, sorted by path; and how many files there are in all."""
        found, count = [], 0
        known = self._known
        for one in walked(inbox):
            count += 1
            before = known.get(one.path)
            if before is None or before[0] != one.size or before[1] != one.changed or not before[3]:
                found.append(one)
        return sorted(found), count

    def keep(self, found: Found, sha256: str, *, done: bool) -> None:
        """Remembers what came of a file; on the disk after `save`."""
        self._known[found.path] = (found.size, found.changed, sha256, int(done))
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


def walked(inbox: Path) -> Iterator[Found]:
    """Every file that may be a filing, below the inbox, in no order; what cannot be looked at is left out."""
    root = str(inbox)
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            entries = os.scandir(folder)
        except OSError:
            continue
        with entries:
            for entry in entries:
                if entry.name[0] == ".":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif _may_be_filed(entry.name):
                    with suppress(OSError):
                        told = entry.stat()
                        path = entry.path[len(root) + 1 :]
                        yield Found(
                            path if os.sep == "/" else path.replace(os.sep, "/"), told.st_size, told.st_mtime_ns
                        )


def _may_be_filed(name: str) -> bool:
    lower = name.lower()
    return lower not in _LEFTOVERS and not lower.endswith(_UNFINISHED) and not lower.startswith("~$")


def _opened(file: Path) -> sqlite3.Connection:
    for again in (True, False):
        connection = sqlite3.connect(file)
        try:
            # A cache need not survive a power cut.
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(_SCHEMA)
            connection.execute("SELECT path, size, changed, sha256, done FROM files LIMIT 1").fetchone()
        except sqlite3.DatabaseError:
            connection.close()
            if not again:
                raise
            file.unlink(missing_ok=True)
        else:
            return connection
    raise AssertionError  # the loop returns or raises
