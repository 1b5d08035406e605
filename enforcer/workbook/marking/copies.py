"""A file's marked copy: patched where it can be, else a new workbook with the same values, else the findings alone."""

import hashlib
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from enforcer.domain.notice import Notice
from enforcer.domain.sentence import Sentence, Translate
from enforcer.domain.verdict import Examined
from enforcer.workbook import files
from enforcer.workbook.book import Book, Kind
from enforcer.workbook.causes import Refusal
from enforcer.workbook.formats.package import Package
from enforcer.workbook.limits import DEFAULT, Budget, Limits
from enforcer.workbook.marking.front_text import Covering, due_text
from enforcer.workbook.marking.memory import MEMORY_SHEET, memory_of
from enforcer.workbook.marking.patching import has_macros, patched
from enforcer.workbook.marking.points import Point, points
from enforcer.workbook.marking.rebuilt import empty_workbook, is_affordable, rebuilt
from enforcer.workbook.marking.soundness import is_sound, opened
from enforcer.workbook.marking.xml_edits import Unpatchable

_PATCHABLE: Final[frozenset[Kind]] = frozenset({"xlsx", "xlsm"})
_SECONDS: Final = 60.0
_LOST: Final = "本文件按读出的内容另行生成：值和合并单元格照旧，原来的字体、公式、图片等没有保留。请在本文件里改。"
_REBUILT: Final = "原文件是{kind}格式。" + _LOST
_BROKEN: Final = "原文件内部结构特殊，不能直接在上面标注。" + _LOST
_ALONE: Final = Sentence("原文件不能照样标注，这里只列出审核意见，请在原文件中修改。")


class MarkedCopy(NamedTuple):
    """The bytes of a marked copy, its file name's ending, and whether it is the unit's own file, patched."""

    content: bytes
    extension: str
    is_patched: bool


def marked_copy(
    path: str | os.PathLike[str],
    examined: Sequence[Examined],
    notice: Notice,
    *,
    due_day: date | None = None,
    office: str = "",
    contact: str = "",
    translate: Translate = str,
    limits: Limits = DEFAULT,
) -> MarkedCopy:
    """The marked copy of one workbook.

    `examined` is what examining it came to, `path` its file or the archive that it is in. `due_day` is the day by
    which it is to be filed again; `office` (the notice's where empty) and `contact` say whom to ask. What the guard
    refused has a copy with nothing but the front sheet. Raises ValueError without `examined`.
    """
    if not examined:
        raise ValueError(examined)
    # Marking reads the file up to three times; each reading by itself keeps within the limits of reading.
    limits = limits._replace(seconds=max(limits.seconds, _SECONDS))
    covering = Covering(examined, notice, due_day, office, contact, due_text(examined, notice), translate)
    name = examined[0].reading.file
    content = _content(Path(path), examined[0], limits)
    book = opened(name, content, limits) if content is not None else None
    if book is not None and content is not None:
        if book.kind in _PATCHABLE:
            marked = _attempt(content, book, points(examined, book), covering, limits)
            if marked is not None:
                return MarkedCopy(marked, ".xlsm" if has_macros(marked, Budget(limits)) else ".xlsx", True)
        marked = _anew(book, covering, limits)
        if marked is not None:
            return MarkedCopy(marked, ".xlsx", False)
        covering = covering._replace(remarks=(*covering.remarks, _ALONE))
    nothing = Book(name, "xlsx", examined[0].reading.sha256, 0, (), {})
    covering = covering._replace(has_cells=False)
    alone = patched(empty_workbook(), nothing, points(examined, book), covering, Budget(limits))
    return MarkedCopy(alone, ".xlsx", False)


def _content(path: Path, examined: Examined, limits: Limits) -> bytes | None:
    """The bytes of the workbook that was examined: the file, or one in the archive; None where it is there no more."""
    try:
        content = files.content(path, limits)
        if hashlib.sha256(content).hexdigest() == examined.reading.sha256:
            return content
        package = Package(content, Budget(limits))
        inner = (package.read(part) for part in package.parts)
        return next((one for one in inner if hashlib.sha256(one).hexdigest() == examined.reading.sha256), None)
    except Refusal:
        return None


def _attempt(content: bytes, book: Book, found: Sequence[Point], covering: Covering, limits: Limits) -> bytes | None:
    """The patched file, looked at before it is given out; None where it cannot be patched."""
    try:
        marked = patched(content, book, found, covering, Budget(limits))
        return marked if is_sound(marked, book, limits) else None
    except (Unpatchable, Refusal, MemoryError):
        return None


def _anew(book: Book, covering: Covering, limits: Limits) -> bytes | None:
    """The book written anew and marked; None where it is too large for that."""
    if not is_affordable(book):
        return None
    memory = memory_of(book)
    ours = (memory.front, MEMORY_SHEET) if memory else ()
    # Answers that were written stay: only the sheets that are ours go.
    book = book._replace(sheets=tuple(sheet for sheet in book.sheets if sheet.name not in ours))
    content, names = rebuilt(book)
    again = opened("rebuilt", content, limits)
    if again is None:
        return None
    remark = Sentence(_BROKEN if book.kind in _PATCHABLE else _REBUILT, {"kind": book.kind})
    renamed = tuple(_renamed(one, names) for one in covering.examined)
    found = [one._replace(sheet=names.get(one.sheet or "", one.sheet)) for one in points(covering.examined, book)]
    covering = covering._replace(remarks=(*covering.remarks, remark), examined=renamed)
    return _attempt(content, again._replace(sha256=book.sha256), found, covering, limits)


def _renamed(examined: Examined, names: dict[str, str]) -> Examined:
    """What was examined, with its table on the sheet's new name."""
    reading = examined.reading
    if reading.table is None or names.get(reading.table.sheet, reading.table.sheet) == reading.table.sheet:
        return examined
    table = reading.table._replace(sheet=names[reading.table.sheet])
    return examined._replace(reading=reading._replace(table=table))
