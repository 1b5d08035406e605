"""Files that are either the old one or the whole new one: written beside their place, then put there."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from enforcer.domain.errors import EnforcerError


@contextmanager
def written_atomically(path: str | Path, *, overwrite: bool = True) -> Iterator[Path]:
    """Gives a temporary path in the folder of `path`; what stands there when the block ends takes the place of `path`.

    The temporary file exists and is empty. When the block raises, it is removed and `path` stays as it was.
    A missing folder is made. A symbolic link is followed; a device or pipe gets the bytes written into it.
    Raises EnforcerError where nothing can be written there, and where `overwrite` is False and something is there.
    """
    given = Path(path)
    target = Path(os.path.realpath(given))
    mode = _mode(target)
    if mode is not None and not overwrite:
        raise _exists(given)
    if mode is not None and stat.S_ISDIR(mode):
        raise EnforcerError("“{path}”是文件夹，不能写成文件。请换一个文件名。", path=given)
    stream = mode is not None and not stat.S_ISREG(mode)
    folder = _spare_folder() if stream else target.parent
    temporary = folder / f".enforcer-{os.urandom(8).hex()}.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        temporary.touch(exist_ok=False)
    except OSError as error:
        raise _refused(given, error) from error
    try:
        try:
            yield temporary
        except OSError as error:
            # An error that names another file is about that file, not about this one.
            if error.filename is not None and os.fsdecode(error.filename) != str(temporary):
                raise
            raise _refused(given, error) from error
        try:
            _flush(temporary)
            if stream:
                _pour(temporary, target)
            else:
                _put(temporary, target, given, mode, overwrite=overwrite)
        except OSError as error:
            raise _refused(given, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def _mode(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except OSError:
        return None


def _flush(temporary: Path) -> None:
    """Has the bytes on the disk before the name points at them: a power cut leaves the old file, not an empty one."""
    with temporary.open("r+b") as file:
        os.fsync(file.fileno())


def _spare_folder() -> Path:
    from tempfile import gettempdir  # noqa: PLC0415 - rarely needed, and slow to import

    return Path(gettempdir())


def _pour(temporary: Path, sink: Path) -> None:
    from shutil import copyfileobj  # noqa: PLC0415 - the same

    with temporary.open("rb") as written, sink.open("wb") as opened:
        copyfileobj(written, opened)


def _put(temporary: Path, target: Path, given: Path, mode: int | None, *, overwrite: bool) -> None:
    if mode is not None:
        temporary.chmod(stat.S_IMODE(mode))
    if not overwrite and os.path.lexists(target):
        # Somebody else was quicker while the block ran.
        raise _exists(given)
    temporary.replace(target)


def _refused(path: Path, error: OSError) -> EnforcerError:
    return EnforcerError(
        "无法写入“{path}”：{reason}。请检查文件夹权限和磁盘空间；文件正在其他程序中打开的，请先关闭。",
        path=path,
        reason=error.strerror or error,
    )


def _exists(path: Path) -> EnforcerError:
    return EnforcerError("“{path}”已经存在，没有覆盖。确要覆盖请加 --force。", path=path)
