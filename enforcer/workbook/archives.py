"""Reads the workbooks in a .zip, in memory; no path is ever made from a name in it."""

import unicodedata

from enforcer.workbook.attempts import Outcome, attempt, is_lock
from enforcer.workbook.book import Book
from enforcer.workbook.causes import COMPANIONS, Refusal, Unreadable, companion, skipped
from enforcer.workbook.formats.package import Package
from enforcer.workbook.limits import Budget

_SYSTEM_FOLDERS = frozenset({"__macosx"})
_SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_NESTED = frozenset({"archive_format", "empty_archive", "nested_archive"})


def outcomes(name: str, package: Package, budget: Budget) -> list[Outcome]:
    """An outcome for each file in the archive, named archive/inner.

    Raises Refusal where the archive as a whole cannot be read: `encrypted_archive`, `too_many_members`,
    `empty_archive`.
    """
    members = [part for part in package.parts if not part.name.endswith(("/", "\\"))]
    if any(part.encrypted for part in members):
        raise Refusal("encrypted_archive")
    if len(members) > budget.limits.members:
        raise Refusal("too_many_members", count=len(members), limit=budget.limits.members)
    found: list[Outcome] = []
    for part in members:
        inner = _shown(part.name)
        full = f"{name}/{inner}"
        if _is_system(inner):
            continue
        if is_lock(inner):
            found.append(skipped(full, "lock_file"))
            continue
        try:
            content = package.read(part)
        except Refusal as refusal:
            found.append(Unreadable(full, refusal.cause, refusal.values, size=part.size))
            continue
        found += attempt(full, content, budget, _refused)
    return _without_companions(found)


def _refused(_: Package) -> list[Outcome]:
    raise Refusal("nested_archive")


def _without_companions(found: list[Outcome]) -> list[Outcome]:
    """A scan or a letter beside workbooks is company, no fault; alone it was sent in place of one."""
    found = [
        Unreadable(one.name, "nested_archive", {}, one.sha256, one.size)
        if isinstance(one, Unreadable) and one.cause in _NESTED
        else one
        for one in found
    ]
    if any(isinstance(one, Book) for one in found):
        return [
            companion(one.name, one.cause) if isinstance(one, Unreadable) and one.cause in COMPANIONS else one
            for one in found
        ]
    if not any(isinstance(one, Unreadable) for one in found):
        raise Refusal("empty_archive")
    return found


def _shown(name: str) -> str:
    """The name as it may be shown: no steps upwards, no drive, nothing that cannot be seen."""
    steps = [step for step in name.replace("\\", "/").split("/") if step not in ("", ".", "..")]
    if steps and steps[0].endswith(":"):
        del steps[0]
    visible = "/".join(steps) or "?"
    return "".join(letter if unicodedata.category(letter)[0] != "C" else "?" for letter in visible)[:300]


def _is_system(inner: str) -> bool:
    *folders, last = inner.lower().split("/")
    return last in _SYSTEM_FILES or last.startswith("._") or not _SYSTEM_FOLDERS.isdisjoint(folders)
