"""Network shares whose file locks other computers do not see: two that write there at once would ruin a ledger."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath, PurePosixPath
from typing import Final

from enforcer.domain.errors import EnforcerError
from enforcer.domain.sentence import Sentence

_MOUNTS: Final = Path("/proc/self/mounts")
_UNLOCKED_OPTIONS: Final[Mapping[str, frozenset[str]]] = {
    "nfs": frozenset({"nolock", "local_lock=all", "local_lock=posix"}),
    "nfs4": frozenset({"local_lock=all", "local_lock=posix"}),
    "cifs": frozenset({"nobrl"}),
    "smb3": frozenset({"nobrl"}),
}
"""By kind of file system, the mount options with which locks stay on this computer."""

_UNLOCKED: Final = frozenset({"fuse.sshfs", "fuse.rclone", "fuse.davfs", "davfs", "fuse.s3fs", "fuse.curlftpfs"})
"""Kinds of file systems that never pass locks on."""


def check_locks(path: Path) -> None:
    """Raises EnforcerError where it can be told that locks on this file hold on this computer alone.

    Windows' shares pass locks on, and so do those of Linux unless they are mounted otherwise, which Linux alone tells.
    """
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return
    trouble = lock_trouble(path.resolve(), mounts)
    if trouble is not None:
        raise EnforcerError(trouble.template, **trouble.values)


def lock_trouble(path: PurePath, mounts: str) -> Sentence | None:
    """What is wrong with the mount on which an absolute path lies, None if nothing is.

    `mounts` is what /proc/self/mounts says.
    """
    kind, options = _mount_of(path, mounts)
    unlocked = sorted(_UNLOCKED_OPTIONS.get(kind, frozenset()) & set(options))
    if unlocked:
        return Sentence(
            "台账“{path}”在网络文件夹上，挂载选项{option}使别的电脑看不到文件锁，几台电脑同时写会写坏，所以没有写入。"
            "请去掉这个选项重新挂载，或者把工作文件夹放到本机磁盘上。",
            {"path": path, "option": unlocked[0]},
        )
    if kind in _UNLOCKED:
        return Sentence(
            "台账“{path}”在网络文件夹（{kind}）上，这种文件夹的文件锁别的电脑看不到，几台电脑同时写会写坏，所以没有写入。"
            "请把工作文件夹放到本机磁盘上。",
            {"path": path, "kind": kind},
        )
    return None


def _mount_of(path: PurePath, mounts: str) -> tuple[str, list[str]]:
    """Kind and options of the mount that is nearest above the path; of several at one place, the last covers."""
    best, found = -1, ("", list[str]())
    for point, kind, options in _parsed(mounts):
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, found = len(point.parts), (kind, options)
    return found


def _parsed(mounts: str) -> Iterator[tuple[PurePosixPath, str, list[str]]]:
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) >= 4:  # noqa: PLR2004 - device, place, kind, options
            yield PurePosixPath(_unescaped(fields[1])), fields[2], fields[3].split(",")


def _unescaped(text: str) -> str:
    """The text with its spaces and the like, which stand there as bytes in octal."""
    return re.sub(r"\\([0-7]{3})", lambda code: os.fsdecode(bytes([int(code[1], 8)])), text)
