"""A file's marked copy: patched where it can be, else a new workbook with the same values, else the findings alone."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from enforcer.domain.notice import Notice
from enforcer.domain.sentence import Sentence, Translate
from enforcer.domain.verdict import Examined, Verdict
from enforcer.workbook import files
from enforcer.workbook.atomic import written_atomically
from enforcer.workbook.book import Book, Kind
from enforcer.workbook.causes import Refusal
from enforcer.workbook.formats.package import Package
from enforcer.workbook.limits import DEFAULT, Budget, Limits
from enforcer.workbook.marking.front_text import Covering, due_text
from enforcer.workbook.marking.memory import MEMORY_SHEET, memory_of, unmarked
from enforcer.workbook.marking.patching import has_macros, patched
from enforcer.workbook.marking.points import Point, points
from enforcer.workbook.marking.rebuilt import empty_workbook, is_affordable, rebuilt
from enforcer.workbook.marking.xml_edits import Unpatchable, readable
from enforcer.workbook.naming import safe_name
from enforcer.workbook.opening import outcomes

ENDING: Final = "_退改"
_MARKED_BEFORE: Final = re.compile(rf"{ENDING}(?:\(\d+\))?$")
_PATCHABLE: Final[frozenset[Kind]] = frozenset({"xlsx", "xlsm"})
_SECONDS: Final = 60.0
_REBUILT: Final = Sentence(
    "原文件是{kind}格式，本文件按读出的内容另行生成：值和合并单元格照旧，原来的字体、公式、图片等没有保留。请在本文件里改。"
)
_BROKEN: Final = Sentence(
    "原文件内部结构特殊，不能直接在上面标注，本文件按读出的内容另行生成：值和合并单元格照旧，原来的字体、公式、图片等没有保留。"
)
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
    """The marked copy of one workbook; `examined` is what examining it came to, `path` its file or the archive it is in.

    `due_day` is the day by which it is to be filed again, `office` (the notice's where empty) and `contact` say whom
    to ask. What the guard refused has a copy with nothing but the front sheet. Raises ValueError without `examined`.
    """
    if not examined:
        raise ValueError(examined)
    # Marking reads the file up to three times; each reading alone keeps within the limits of reading.
    limits = replace(limits, seconds=max(limits.seconds, _SECONDS))
    covering = Covering(notice, due_day, office, contact, due_text(examined, notice), translate)
    name = examined[0].reading.file
    content = _content(Path(path), examined[0], limits)
    book = _opened(name, content, limits) if content is not None else None
    if book is not None and content is not None:
        found = points(examined, book)
        if book.kind in _PATCHABLE:
            marked = _attempt(content, book, examined, found, covering, limits)
            if marked is not None:
                extension = ".xlsm" if has_macros(marked, Budget(limits)) else ".xlsx"
                return MarkedCopy(marked, extension, True)
        marked = _anew(book, examined, covering, limits)
        if marked is not None:
            return MarkedCopy(marked, ".xlsx", False)
    remarks = (*covering.remarks, _ALONE) if book is not None else covering.remarks
    covering = covering._replace(remarks=remarks, has_cells=False)
    nothing = Book(name, "xlsx", examined[0].reading.sha256, 0, (), {})
    alone = patched(empty_workbook(), nothing, examined, points(examined, book), covering, Budget(limits))
    return MarkedCopy(alone, ".xlsx", False)


def _content(path: Path, examined: Examined, limits: Limits) -> bytes | None:
    """The bytes of the workbook: of the file, or of the file in the archive that was examined; None where unread."""
    try:
        content = files.content(path, limits)
        if os.fspath(path) == examined.reading.file:
            return content
        import hashlib  # noqa: PLC0415 - archives are few

        package = Package(content, Budget(limits))
        for part in package.parts:
            inner = package.read(part)
            if hashlib.sha256(inner).hexdigest() == examined.reading.sha256:
                return inner
    except Refusal:
        return None
    return None


def _opened(name: str, content: bytes, limits: Limits) -> Book | None:
    found = outcomes(name, content, Budget(limits))
    return found[0] if len(found) == 1 and isinstance(found[0], Book) else None


def _attempt(
    content: bytes, book: Book, examined: Sequence[Examined], found: Sequence[Point], covering: Covering, limits: Limits
) -> bytes | None:
    """The patched file, looked at before it is given out; None where it cannot be patched."""
    try:
        marked = patched(content, book, examined, found, covering, Budget(limits))
        return marked if _is_sound(marked, book, limits) else None
    except (Unpatchable, Refusal, MemoryError, RecursionError):
        return None


def _anew(book: Book, examined: Sequence[Examined], covering: Covering, limits: Limits) -> bytes | None:
    """The book written anew and marked; None where it is too large for that."""
    if not is_affordable(book):
        return None
    memory = memory_of(book)
    if memory is not None:
        kept = tuple(sheet for sheet in book.sheets if sheet.name not in (memory.front, MEMORY_SHEET))
        # The answers stay: only the sheets that are ours go.
        book = replace(book, sheets=kept)
    content, names = rebuilt(book)
    remark = _BROKEN if book.kind in _PATCHABLE else _REBUILT.__class__(_REBUILT.template, {"kind": book.kind})
    covering = covering._replace(remarks=(*covering.remarks, remark))
    found = [one._replace(sheet=names.get(one.sheet or "", one.sheet)) for one in points(examined, book)]
    again = _opened("new.xlsx", content, limits)
    if again is None:
        return None
    return _attempt(content, replace(again, sha256=book.sha256), _renamed(examined, names), found, covering, limits)


def _renamed(examined: Sequence[Examined], names: dict[str, str]) -> Sequence[Examined]:
    """What was examined, with its tables on the sheets' new names."""
    renamed = []
    for one in examined:
        table = one.reading.table
        if table is not None and names.get(table.sheet, table.sheet) != table.sheet:
            table = replace(table, sheet=names[table.sheet])
            renamed.append(replace(one, reading=replace(one.reading, table=table)))
        else:
            renamed.append(one)
    return renamed


def _is_sound(marked: bytes, before: Book, limits: Limits) -> bool:
    """Whether the copy opens, says it is marked, and holds every value, merge and formula of the original."""
    after = _opened("marked.xlsx", marked, limits)
    memory = memory_of(after) if after is not None else None
    if after is None or memory is None:
        return False
    known = memory_of(before)
    was = unmarked(before, known) if known else before
    is_ = unmarked(after, memory)
    if [sheet.name for sheet in was.sheets] != [sheet.name for sheet in is_.sheets]:
        return False
    for old, new in zip(was.sheets, is_.sheets, strict=True):
        if (old.merges, old.formulas, old.errors, old.visibility) != (
            new.merges,
            new.formulas,
            new.errors,
            new.visibility,
        ):
            return False
        if (old.first_row, old.first_column, old.rows) == (new.first_row, new.first_column, new.rows):
            continue
        if any(one != other for one, other in zip(_values(old), _values(new), strict=False)) or (
            sum(1 for _ in _values(old)) != sum(1 for _ in _values(new))
        ):
            return False
    return True


def _values(sheet: object) -> Iterator[tuple[int, int, object]]:
    from enforcer.workbook.book import Sheet  # noqa: PLC0415

    assert isinstance(sheet, Sheet)
    for row, values in enumerate(sheet.rows, sheet.first_row):
        for column, value in enumerate(values, sheet.first_column):
            if value is not None:
                yield row, column, value


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

    Yields each workbook's name with the path of its copy, None where there is nothing to mend. The original is never
    written to. Raises EnforcerError where a copy cannot be written, or is there already and `overwrite` is False.
    """
    taken: set[str] = set()
    for name, examined in _by_file(verdict.files):
        if not any(one.counts for part in examined for one in part.findings):
            yield name, None
            continue
        source = _source(name)
        copy = marked_copy(
            source, examined, notice, due_day=due_day, office=office, contact=contact, translate=translate
        )
        target = _target(folder, name, copy.extension, source, taken)
        with written_atomically(target, overwrite=overwrite) as temporary:
            temporary.write_bytes(copy.content)
        yield name, target


def _by_file(examined: Iterable[Examined]) -> list[tuple[str, list[Examined]]]:
    groups: dict[str, list[Examined]] = {}
    for one in examined:
        if one.reading.skip is None:
            groups.setdefault(one.reading.file, []).append(one)
    return list(groups.items())


def _source(name: str) -> Path:
    """The file that a workbook's name leads to: itself, or the archive that it is in."""
    path = Path(name)
    return next((one for one in (path, *path.parents) if one.is_file()), path)


def copy_name(name: str, extension: str) -> str:
    """附件1.xlsx -> 附件1_退改.xlsx; the copy of a copy is named like the copy."""
    stem = Path(name.replace("\\", "/")).stem
    return f"{safe_name(_MARKED_BEFORE.sub('', stem))}{ENDING}{extension}"


def _target(folder: Path, name: str, extension: str, source: Path, taken: set[str]) -> Path:
    """Where the copy goes: never where the original is, nor where another copy of this run went."""
    target = folder / copy_name(name, extension)
    stem, number = target.stem, 2
    while target.name.casefold() in taken or _is_same(target, source):
        target = target.with_name(f"{stem}({number}){extension}")
        number += 1
    taken.add(target.name.casefold())
    return target


def _is_same(target: Path, source: Path) -> bool:
    try:
        return target.samefile(source)
    except OSError:
        return False
