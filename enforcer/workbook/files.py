"""Takes a file's bytes from the disk, whatever the path turns out to be."""

import errno
import os
import stat
from pathlib import Path

from enforcer.workbook.causes import Refusal
from enforcer.workbook.limits import MEBIBYTE, Limits

_SHARING_VIOLATION = 32


def content(path: Path, limits: Limits) -> bytes:
    """The bytes of a regular file.

    Raises Refusal `not_a_file` (nothing else is opened at all: a pipe would wait for ever), `too_large`,
    `vanished`, `denied`, `in_use`, `disk`.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Refusal("not_a_file")
        # The path may have become a pipe since: opened without waiting, and looked at again.
        flags = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_BINARY", "O_CLOEXEC", "O_NOCTTY"))
        with open(os.open(path, flags), "rb") as file:  # noqa: PTH123 - a descriptor, not a path
            seen = os.fstat(file.fileno())
            if not stat.S_ISREG(seen.st_mode):
                raise Refusal("not_a_file")
            if seen.st_size > limits.size:
                raise _too_large(seen.st_size, limits.size)
            taken = file.read(limits.size + 1)
    except FileNotFoundError:
        raise Refusal("vanished") from None
    except PermissionError as trouble:
        raise Refusal("in_use" if getattr(trouble, "winerror", 0) == _SHARING_VIOLATION else "denied") from None
    except OSError as trouble:
        gone = trouble.errno in (errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL)
        raise Refusal("vanished" if gone else "disk") from None
    except ValueError:
        # A null character in the name.
        raise Refusal("vanished") from None
    if len(taken) > limits.size:
        raise _too_large(len(taken), limits.size)
    return taken


def _too_large(size: int, limit: int) -> Refusal:
    return Refusal("too_large", size=-(-size // MEBIBYTE), limit=limit // MEBIBYTE)
