"""Which files a command line means: files, folders walked through, patterns that a shell left alone."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from enforcer.domain.errors import EnforcerError

_MAGIC = frozenset("*?[")
# What clerks send, readable or not: a plan filed as .docx must be answered, not passed over.
FILED = frozenset(
    f".{suffix}"
    for suffix in (
        *("xlsx", "xlsm", "xltx", "xls", "xlt", "et", "xlsb", "ods", "csv", "tsv", "htm", "html", "zip"),
        *("rar", "7z", "doc", "docx", "wps", "pdf", "jpg", "jpeg", "png"),
    )
)


def find_files(paths: Iterable[str | Path]) -> tuple[Path, ...]:
    """The files meant, each once, in the order named; in folders those that may be filings, sorted.

    Raises EnforcerError for a path that does not exist and a folder or pattern in which nothing was found.
    """
    found: dict[Path, None] = {}
    for named in paths:
        matched = dict.fromkeys(_matches(Path(named)))
        if not matched:
            raise EnforcerError("“{path}”里没有可核对的表格文件。请检查路径。", path=named)
        found |= matched
    return tuple(found)


def _matches(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from _walk(path)
    elif path.exists() or path.is_symlink():
        yield path
    elif _MAGIC.intersection(str(path)):
        import glob  # noqa: PLC0415 - most shells have resolved the patterns

        for name in sorted(glob.glob(str(path), recursive=True)):  # noqa: PTH207 - a pattern may begin at a drive or root
            yield from _walk(Path(name)) if Path(name).is_dir() else (Path(name),)
    else:
        raise EnforcerError("找不到“{path}”。请检查路径和文件名。", path=path)


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder, onerror=_refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in FILED:
                yield Path(parent, name)


def _refused(error: OSError) -> None:
    raise EnforcerError("打不开文件夹“{path}”：{error}", path=error.filename, error=error.strerror) from error
