"""The first stair: a path becomes workbooks as they were read, or the reason why one could not be."""

import os
from pathlib import Path

from enforcer.workbook import files
from enforcer.workbook.attempts import Outcome, attempt, is_lock
from enforcer.workbook.causes import Refusal, Unreadable, skipped
from enforcer.workbook.formats.package import Package
from enforcer.workbook.limits import DEFAULT, Budget, Limits


def open_books(path: str | os.PathLike[str], limits: Limits = DEFAULT) -> list[Outcome]:
    """Opens whatever stands at `path` without harm: one outcome for a file, one for each file in an archive.

    A `Book` for a workbook, an `Unreadable` with its cause for what could not be read, a `Skipped` for what is
    left alone on purpose (a ~$ lock file). Never raises for anything that a file or a path can be, and keeps
    within `limits`, of memory and time too. What a file is, is decided by its first bytes, never by its name.
    """
    name = os.fspath(path)
    if is_lock(name):
        return [skipped(name, "lock_file")]
    try:
        taken = files.content(Path(path), limits)
    except Refusal as refusal:
        return [Unreadable(name, refusal.cause, refusal.values)]
    return outcomes(name, taken, Budget(limits))


def outcomes(name: str, content: bytes, budget: Budget) -> list[Outcome]:
    """The outcomes for a file held in memory."""

    def archived(package: Package) -> list[Outcome]:
        from enforcer.workbook import archives  # noqa: PLC0415 - few files are archives

        return archives.outcomes(name, package, budget)

    return attempt(name, content, budget, archived)
