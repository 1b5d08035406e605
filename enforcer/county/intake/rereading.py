"""Originals read again: a filing's tables for the rules that look across, its verdict by the rules of today."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from enforcer.county.intake.known import Known, known_in
from enforcer.county.intake.looked import Looked, Part
from enforcer.county.intake.looking import digest_of, look
from enforcer.county.intake.whose import resolved, unit_told, year_told
from enforcer.county.intake.workbooks import read_books
from enforcer.county.workspace import Workspace
from enforcer.domain.errors import EnforcerError
from enforcer.domain.notice import Obligation
from enforcer.domain.reading import Reading
from enforcer.domain.receipt import Receipt
from enforcer.domain.unit import Unit
from enforcer.validation import stated_day
from enforcer.workbook import files
from enforcer.workbook.book import Book
from enforcer.workbook.causes import Refusal
from enforcer.workbook.limits import Budget
from enforcer.workbook.opening import outcomes

_REGISTER: Final = 4


def original_of(workspace: Workspace, receipt: Receipt) -> Path | None:
    """Where the original of a filing lies, None for one without a file."""
    return workspace.filings / receipt.stored if receipt.stored else None


def checked_original(workspace: Workspace, receipt: Receipt) -> Path | None:
    """As `original_of`. Raises EnforcerError where the original is gone or is no longer what was received."""
    path = original_of(workspace, receipt)
    if path is None:
        return None
    try:
        found = digest_of(path)
    except OSError as error:
        raise EnforcerError(
            "“{number}”的原件“{path}”打不开（{reason}）。请从备份中恢复filings文件夹。",
            number=receipt.number,
            path=receipt.stored,
            reason=error.strerror or error,
        ) from error
    if found != receipt.sha256:
        raise EnforcerError(
            "“{number}”的原件“{path}”被改动过，与回执上的SHA-256不符。请从备份中恢复filings文件夹。",
            number=receipt.number,
            path=receipt.stored,
        )
    return path


def readings_of(workspace: Workspace, receipt: Receipt, unit: Unit) -> tuple[Reading, ...]:
    """The tables of a filing's annex as they were received, under the file's own name; none of a document.

    From an archive, those of this unit and year alone. The clean-up list of a unit's own credentials is read as the
    register that it is. Nothing that the file may be raises.
    """
    path, annex = original_of(workspace, receipt), _annex(workspace, receipt)
    if path is None or annex is None:
        return ()
    known = known_in(workspace, receipt.day)._replace(folder="")
    try:
        content = files.content(path, known.limits)
    except Refusal:
        return ()
    books = [one for one in outcomes(receipt.name, content, Budget(known.limits)) if isinstance(one, Book)]
    read = read_books(books, path, known)
    given = known._replace(unit=unit, year=receipt.year)
    found = _tables(read, unit, receipt, known) or _tables(read, unit, receipt, given)
    return tuple(one for one in found if one.annex == annex)


def judged_again(
    workspace: Workspace, receipt: Receipt, unit: Unit, obligation: Obligation, *, marks: bool = False
) -> Looked | None:
    """The filing as `look` takes it in by the rules and the notice of today, judged on its own day of receipt.

    It has the one part that the receipt is for. None for a filing without a file, and for a document that no rule
    reads. First the file speaks for itself, as it may hold other units' material; then as the office received it.
    """
    path = original_of(workspace, receipt)
    if path is None or obligation.annex is None:
        return None
    alone = known_in(workspace, receipt.day, marks=marks)._replace(folder="")
    for known in (alone, alone._replace(unit=unit, year=receipt.year, obligation=obligation)):
        looked = look(path, known, receipt.name)
        own = [part for part in looked.parts if _is_for(part, receipt)]
        if own:
            return looked._replace(parts=tuple(own), copies=tuple(one for one in looked.copies if one.unit == unit))
    return None


def _annex(workspace: Workspace, receipt: Receipt) -> int | None:
    """The annex on which the filing's obligation is filed, None where it is filed on none."""
    obligation = workspace.settings.notice.obligations.get(receipt.obligation)
    if obligation is None:
        return None
    return _REGISTER if obligation.own_credentials_only else obligation.annex


def _is_for(part: Part, receipt: Receipt) -> bool:
    return (part.unit.key, part.year, part.obligation.key) == (receipt.unit, receipt.year, receipt.obligation)


def _tables(read: Iterable[tuple[Reading, ...]], unit: Unit, receipt: Receipt, known: Known) -> tuple[Reading, ...]:
    """The tables that are this unit's and of the receipt's year, with unit and year settled."""
    found: list[Reading] = []
    for readings in read:
        owner = unit_told(readings, known)
        if owner.unit is None or owner.unit.key != unit.key:
            continue
        stated = next((day.year for one in readings if (day := stated_day(one)) is not None), None)
        for reading in readings:
            told = year_told(reading, readings, stated, known)
            if told.year == receipt.year and reading.annex is not None:
                found.append(resolved(reading, owner, told))
    return tuple(found)
