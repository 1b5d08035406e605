"""One night at a time: a lock that the system takes back when a process dies, however it dies."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from enforcer.domain.errors import EnforcerError

_HELD: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Holds the lock until the block ends. The file stays: only the system's lock on it counts, not that it is there.

    Raises EnforcerError where another process holds it, and where the file cannot be made or locked.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+b")
    except OSError as error:
        raise EnforcerError(
            "无法写入“{path}”：{reason}。请检查工作文件夹的权限。", path=path, reason=error.strerror or error
        ) from error
    with file:
        try:
            _lock(file)
        except OSError as error:
            if error.errno in _HELD:
                raise EnforcerError("另一个夜间核对正在运行，这一次没有开始。请等它结束再试。") from error
            raise EnforcerError(
                "“{path}”所在的磁盘不能加锁（{reason}），两个程序同时写会出错，夜间核对没有开始。"
                "请把工作文件夹放在本机磁盘或支持加锁的共享文件夹里。",
                path=path,
                reason=error.strerror or error,
            ) from error
        yield


if os.name == "nt":

    def _lock(file: IO[bytes]) -> None:
        import msvcrt  # noqa: PLC0415 - Windows alone has it

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:

    def _lock(file: IO[bytes]) -> None:
        import fcntl  # noqa: PLC0415 - Windows lacks it

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
