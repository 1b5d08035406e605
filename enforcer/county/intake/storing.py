"""Keeps originals as they were received: copied whole, compared by hash, and on the disk before anything says so."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from time import time
from typing import Final

from enforcer.county.intake.looking import digest_of
from enforcer.domain.errors import EnforcerError
from enforcer.workbook.atomic import written_atomically
from enforcer.workbook.naming import safe_name

_CHUNK: Final = 1 << 20
_TEMPORARY: Final = ".enforcer-*.tmp"
_LONGEST_EXTENSION: Final = 10
_STALE_SECONDS: Final = 3600


def kept(source: Path, folder: Path, number: str, name: str, sha256: str) -> tuple[Path, bool]:
    """Copies the original into `folder` as <number>_<name>; says where it is and whether it is new there.

    It is on the disk then. What stands there already is left alone: a copy of the same bytes, from a run that was
    killed, is used again; other bytes are another original, and this one gets a name of its own. Raises EnforcerError
    where the file is no longer the one that was examined, and where it cannot be written.
    """
    target = _free(folder, f"{number}_{_stored_name(name)}", sha256)
    is_new = not target.exists()
    if is_new:
        try:
            with written_atomically(target, overwrite=False) as temporary:
                _copy(source, temporary, sha256)
        except OSError as error:
            raise EnforcerError(
                "无法读取“{file}”：{reason}。请确认文件还在原处、没有被其他程序占用，再接收一次。",
                file=source.name,
                reason=error.strerror or error,
            ) from error
    for one in (target.parent, target.parent.parent):
        _settle(one)
    return target, is_new


def sweep(filings: Path, outbox: Path) -> None:
    """Removes what killed runs left half-written. Call it while writing: nobody else copies into `filings` then.

    Whole files are never removed, whether or not the ledger knows them.
    """
    now = time()
    for folder, is_ours in ((filings, True), (outbox, False)):
        for left in folder.rglob(_TEMPORARY):
            with suppress(OSError):
                # In the outbox another run may be writing at this moment.
                if is_ours or now - left.stat().st_mtime > _STALE_SECONDS:
                    left.unlink()


def _free(folder: Path, name: str, sha256: str) -> Path:
    """The name, or with (2), (3) before its extension where other bytes have it."""
    target, again = folder / name, 2
    while os.path.lexists(target) and not (target.is_file() and digest_of(target) == sha256):
        target = folder / f"{Path(name).stem}({again}){Path(name).suffix}"
        again += 1
    return target


def _stored_name(name: str) -> str:
    """A safe name that keeps its extension, however long it is."""
    path = Path(name)
    if not 1 < len(path.suffix) <= _LONGEST_EXTENSION:
        return safe_name(name)
    return f"{safe_name(path.stem)}.{safe_name(path.suffix[1:])}"


def _copy(source: Path, target: Path, sha256: str) -> None:
    digest = hashlib.sha256()
    with source.open("rb") as original, target.open("wb") as copy:
        while piece := original.read(_CHUNK):
            digest.update(piece)
            copy.write(piece)
    if digest.hexdigest() != sha256 or digest_of(target) != sha256:
        raise _changed(source)


def _changed(source: Path) -> EnforcerError:
    return EnforcerError("“{file}”在核对之后又变了，没有登记。请等文件保存、复制完毕，再接收一次。", file=source.name)


def _settle(folder: Path) -> None:
    """Has the folder's own entries on the disk; some systems cannot, and need not."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
