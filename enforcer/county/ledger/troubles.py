"""What SQLite says when it cannot, as sentences that say what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from enforcer.domain.errors import EnforcerError
from enforcer.domain.sentence import Sentence

_REASONS: Final = {
    "SQLITE_BUSY": Sentence("另一个程序正在写台账“{path}”，等了一会儿还没有写完。请稍后再试。"),
    "SQLITE_LOCKED": Sentence("另一个程序正在写台账“{path}”，等了一会儿还没有写完。请稍后再试。"),
    "SQLITE_FULL": Sentence("磁盘已满，台账“{path}”没有写入。请腾出空间后再试；已入账的没有丢。"),
    "SQLITE_READONLY": Sentence("台账“{path}”不能写：文件或文件夹是只读的。请检查权限。"),
    "SQLITE_CANTOPEN": Sentence("打不开台账“{path}”。请检查文件夹是否存在、有没有权限。"),
    "SQLITE_NOTADB": Sentence("“{path}”不是台账文件，或者已经损坏。请从备份中恢复。"),
    "SQLITE_CORRUPT": Sentence("台账“{path}”已经损坏。请不要再写，从备份中恢复。"),
    "SQLITE_CONSTRAINT": Sentence("台账“{path}”只能添加，不能修改或删除；这次没有写入。"),
    "SQLITE_PROTOCOL": Sentence(
        "台账“{path}”所在的网络文件夹不支持文件锁，几台电脑同时写会出错，所以没有写入。请把工作文件夹放到本机磁盘上。"
    ),
    "SQLITE_IOERR_LOCK": Sentence(
        "台账“{path}”所在的网络文件夹不支持文件锁，几台电脑同时写会出错，所以没有写入。请把工作文件夹放到本机磁盘上。"
    ),
}
_OTHER: Final = Sentence("台账“{path}”读写出错（{reason}）。请检查磁盘是否已满、网络是否正常；已入账的没有丢。")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Has every error of SQLite inside the block raised as an EnforcerError that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        # SQLITE_BUSY_SNAPSHOT is a kind of SQLITE_BUSY; the first two words name the kind.
        sentence = _REASONS.get(name) or _REASONS.get("_".join(name.split("_")[:2])) or _OTHER
        raise EnforcerError(sentence.template, path=path, reason=str(error)) from error
