"""Writes the marked copies of a verdict's files into a folder, and never over an original."""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

from enforcer.domain.notice import Notice
from enforcer.domain.sentence import Translate
from enforcer.domain.verdict import Examined, Verdict
from enforcer.workbook.atomic import written_atomically
from enforcer.workbook.marking.copies import marked_copy
from enforcer.workbook.naming import safe_name

ENDING: Final = "_退改"
_MARKED_BEFORE: Final = rf"{ENDING}(?:\(\d+\))?$"


def write_marked_copies(
    verdict: Verdict,
    notice: Notice,
    folder: Path,
    *,
    due_day: date | None = None,
    office: str = "",
    contact: str = "",
    translate: Translate = str,
    overwrite: bool = False,
) -> Iterator[tuple[str, Path | None]]:
    """Writes into `folder` a marked copy of each workbook of the verdict that has something to mend.

    Yields each workbook's name with the path of its copy, None where there is nothing to mend. The rest is as in
    `marked_copy`. Raises EnforcerError where a copy cannot be written, or is there already and `overwrite` is False.
    """
    groups = _by_file(verdict.files)
    # A copy that was filed again may lie beside its original, and is an original itself.
    taken = {os.path.realpath(_source(name)).casefold() for name in groups}
    for name, examined in groups.items():
        if not any(one.counts for part in examined for one in part.findings):
            yield name, None
            continue
        copy = marked_copy(
            _source(name), examined, notice, due_day=due_day, office=office, contact=contact, translate=translate
        )
        target = _target(folder / copy_name(name, copy.extension), taken)
        with written_atomically(target, overwrite=overwrite) as temporary:
            temporary.write_bytes(copy.content)
        yield name, target


def copy_name(name: str, extension: str) -> str:
    """附件1.xlsx -> 附件1_退改.xlsx; the copy of a copy is named like the copy."""
    stem = Path(name.replace("\\", "/")).stem
    return f"{safe_name(re.sub(_MARKED_BEFORE, '', stem))}{ENDING}{extension}"


def _by_file(examined: Iterable[Examined]) -> dict[str, list[Examined]]:
    groups: dict[str, list[Examined]] = {}
    for one in examined:
        if one.reading.skip is None:
            groups.setdefault(one.reading.file, []).append(one)
    return groups


def _source(name: str) -> Path:
    """The file that a workbook's name leads to: itself, or the archive that it is in."""
    path = Path(name)
    return next((one for one in (path, *path.parents) if one.is_file()), path)


def _target(wanted: Path, taken: set[str]) -> Path:
    """Where the copy goes: never where an original of this run is, nor where another copy went."""
    target, number = wanted, 2
    while (real := os.path.realpath(target).casefold()) in taken:
        target = wanted.with_name(f"{wanted.stem}({number}){wanted.suffix}")
        number += 1
    taken.add(real)
    return target
