"""Looks at one file as it was received: whose it is, of which year, for which obligation, and what is wrong with it."""

import hashlib
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Final

from enforcer.county.intake.known import Known
from enforcer.county.intake.looked import Looked, Part
from enforcer.county.intake.marks import with_copies
from enforcer.county.intake.naming import obligations_named, own_name, unrecognised
from enforcer.county.intake.whose import unit_told, year_of_document
from enforcer.county.intake.workbooks import judged_alone, read_books, taken_apart
from enforcer.domain.masking import masked
from enforcer.domain.notice import Obligation
from enforcer.domain.reading import Reading
from enforcer.domain.sentence import Sentence
from enforcer.workbook import files
from enforcer.workbook.attempts import Outcome, is_lock
from enforcer.workbook.book import Book
from enforcer.workbook.causes import CAUSES, Refusal, Skipped, Unreadable, skipped
from enforcer.workbook.limits import Budget
from enforcer.workbook.opening import outcomes

_CHUNK: Final = 1 << 20
_TOO_LARGE: Final = "too_large"
_NOBODYS: Final = Sentence("看不出是哪个单位的：表头、标题和文件夹都没有写明单位。请用 --unit 写明")


def look(path: Path, known: Known, name: str | None = None) -> Looked:
    """Reads and judges one file; nothing is written, and nothing that a file may be raises.

    The file is read once: its hash is that of the bytes that were judged. `name` is the file's own, where it is kept
    under another.
    """
    looked = Looked(path, masked(name or own_name(path.name)))
    if is_lock(path.name):
        return looked._replace(skip=skipped(path.name, "lock_file").reason)
    try:
        return _looked_at(looked, known)
    except Exception as error:  # noqa: BLE001 - a fault of ours on one file must not stop the files after it
        values = {"kind": type(error).__name__, "error": str(error)}
        return looked.refused(Sentence("读这份文件时程序出错（{kind}：{error}），没有收下；请联系维护人员", values))


def _looked_at(looked: Looked, known: Known) -> Looked:
    path = looked.path
    try:
        content = files.content(path, known.limits)
    except Refusal as refusal:
        return _large(looked, known, refusal) if refusal.cause == _TOO_LARGE else looked.refused(_sentence(refusal))
    if not content:
        return looked.refused(_sentence(Refusal("empty")))
    looked = looked._replace(sha256=hashlib.sha256(content).hexdigest())
    if known.obligation is not None and known.obligation.annex is None:
        return _document(looked, known.obligation, known)
    return _opened(looked, outcomes(looked.name, content, Budget(known.limits)), known)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, read piece by piece. Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            digest.update(piece)
    return digest.hexdigest()


def _large(looked: Looked, known: Known, refusal: Refusal) -> Looked:
    """A file too large to be read as a table; a scanned document may be as large as it likes."""
    try:
        looked = looked._replace(sha256=digest_of(looked.path))
    except OSError:
        return looked.refused(_sentence(Refusal("disk")))
    if known.obligation is not None and known.obligation.annex is None:
        return _document(looked, known.obligation, known)
    return _opened(looked, [Unreadable(looked.name, refusal.cause, refusal.values, looked.sha256)], known)


def _document(looked: Looked, obligation: Obligation, known: Known) -> Looked:
    """A file that no rule reads: it is what the office, or its name, says it is."""
    unit = known.unit or known.roster.find(known.folder_of(looked.path))
    if unit is None:
        return looked.refused(_NOBODYS)
    year, remarks = year_of_document(looked.name, known)
    return looked.remarked(*remarks)._replace(parts=(Part(unit, year, obligation),))


def _opened(looked: Looked, found: Sequence[Outcome], known: Known) -> Looked:
    """The file as the workbooks in it; where none is an annex, as what its name says it is."""
    books = [one for one in found if isinstance(one, Book)]
    read = read_books(books, looked.path, known)
    annexes = [readings for readings in read if any(one.annex for one in readings)]
    others = [readings for readings in read if readings not in annexes]
    unread = [one.reading for one in found if isinstance(one, Unreadable)]
    if not annexes:
        return _nameless(looked, [*(one for readings in others for one in readings), *unread], known)
    for readings in annexes:
        looked = taken_apart(looked, readings, known)
    lost = [PurePath(one.file).name for one in (*(readings[0] for readings in others), *unread)]
    if lost:
        looked = looked.refused(Sentence("压缩包里的{names}没有认出是哪个附件，没有登记；请单独接收", {"names": lost}))
    return looked.remarked(*(one.reason for one in found if isinstance(one, Skipped))).joined()


def _nameless(looked: Looked, readings: Sequence[Reading], known: Known) -> Looked:
    """A file in which no annex was found: filed for the obligation that was given, or that its name speaks of.

    One that should have been a table is received all the same, and returned for it: when it came is a fact.
    """
    named = (known.obligation,) if known.obligation else obligations_named(looked.name, known.notice)
    if len(named) != 1:
        return looked.refused(unrecognised(named, known.notice))
    (obligation,) = named
    if obligation.annex is None:
        return _document(looked, obligation, known)
    unit = unit_told(readings, known).unit or known.roster.find(known.folder_of(looked.path))
    if unit is None:
        return looked.refused(_NOBODYS)
    year, remarks = year_of_document(looked.name, known)
    verdict = judged_alone(readings, unit, year, known)
    return with_copies(looked.remarked(*remarks), verdict, unit, known)._replace(
        parts=(Part(unit, year, obligation, verdict),)
    )


def _sentence(refusal: Refusal) -> Sentence:
    wording = CAUSES[refusal.cause]
    values = {"what": Sentence(wording.message, refusal.values), "remedy": Sentence(wording.remedy, refusal.values)}
    return Sentence("{what}{remedy}", values)
