"""Marks a workbook in its own container: only the parts that must change are changed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from enforcer.domain.finding import Finding
from enforcer.domain.sentence import Sentence
from enforcer.workbook.book import Address, Book, Sheet
from enforcer.workbook.formats import opc
from enforcer.workbook.limits import Budget
from enforcer.workbook.marking.container import Container
from enforcer.workbook.marking.front_sheet import front_sheet
from enforcer.workbook.marking.front_text import Covering, front_lines
from enforcer.workbook.marking.memory import (
    ANSWER_HEADER,
    FRONT_SHEET,
    MEMORY_SHEET,
    AnswerColumn,
    Memory,
    Remembered,
    answers,
    fingerprint,
    memory_of,
)
from enforcer.workbook.marking.memory_sheet import Remembering, memory_sheet
from enforcer.workbook.marking.notes import Geometry, Notes, with_shapes, without_shapes
from enforcer.workbook.marking.points import Point, answerable, note, spots, worst
from enforcer.workbook.marking.sheet_part import SheetPart, deselected
from enforcer.workbook.marking.style_sheet import Look, StyleSheet
from enforcer.workbook.marking.workbook_part import STYLES_TYPE, WorkbookPart
from enforcer.workbook.marking.xml_edits import Unpatchable


class _Kind(NamedTuple):
    """A kind of part that a sheet refers to: how the reference is called, how new ones are named and declared."""

    relation: str
    pattern: str
    content_type: str


_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_COMMENTS: Final = _Kind("comments", "xl/comments%d.xml", f"{_OFFICE}spreadsheetml.comments+xml")
_SHAPES: Final = _Kind("vmlDrawing", "xl/drawings/vmlDrawing%d.vml", f"{_OFFICE}vmlDrawing")
_MOST_NOTES: Final = 2_000
_ANSWER_WIDTH: Final = "30.7"
_FARTHEST: Final = 200
_FORMAT_NUMBER: Final = rb"""\s(?:s|style)\s*=\s*["']([0-9]{1,9})["']"""
_UNNOTED: Final = Sentence("有的工作表写不进批注，问题和改法请看本页。")
_HEADER_LOOK: Final = Look(bold=True, border=True, across="center", fill="E2EFDA")
_ANSWER_LOOK: Final = Look(border=True, locked=False, text=True)
# A template opens as another, unnamed workbook; what is sent back is a workbook.
_TEMPLATES: Final = ("template.main+xml", "template.macroEnabled.main+xml")


@dataclass(slots=True)
class _Marking:
    """One marking of one workbook: what is known of it, and what is gathered on the way."""

    container: Container
    workbook: WorkbookPart
    styles: StyleSheet
    book: Book
    memory: Memory | None
    found: Sequence[Point]
    covering: Covering
    bases: Mapping[int, int] = field(default_factory=dict)
    own: frozenset[int] = frozenset()
    palette: dict[tuple[int, int], None] = field(default_factory=dict)
    columns: list[AnswerColumn] = field(default_factory=list)
    remembered: set[Remembered] = field(default_factory=set)
    noted: int = 0
    unnoted: bool = False

    @property
    def salt(self) -> str:
        """The key of the hashes: the file itself."""
        return self.book.sha256[:16] or "0"


def patched(content: bytes, book: Book, found: Sequence[Point], covering: Covering, budget: Budget) -> bytes:
    """The bytes of the marked workbook. `book` is the same file as read.

    Raises Unpatchable where a part cannot be changed in place, Refusal where the guard refuses one.
    """
    container = Container(content, budget)
    main = opc.workbook_part(container.package, container.relations(""))
    if main is None:
        raise Unpatchable
    workbook = WorkbookPart(container, main.name)
    styles_part = workbook.related_part("styles")
    styles = StyleSheet(container.read(styles_part) if styles_part else None, _highest_format(container, workbook))
    memory = memory_of(book)
    marking = _Marking(container, workbook, styles, book, memory, found, covering)
    if memory is not None:
        marking.bases, marking.own = _earlier(container, workbook, memory)
    front = memory.front if memory and workbook.part_of(memory.front) else workbook.free_name(FRONT_SHEET)
    sheets = {sheet.name: sheet for sheet in book.sheets}
    for listed in workbook.sheets:
        if listed.name in (front, MEMORY_SHEET):
            continue
        if listed.is_worksheet and listed.name in sheets:
            _mark_sheet(marking, listed.part, sheets[listed.name])
        else:
            _deselect(container, listed.part)
    if marking.unnoted:
        covering = covering._replace(remarks=(*covering.remarks, _UNNOTED))
    lines = front_lines(found, covering)
    workbook.place(front, front_sheet(lines, styles, strict=workbook.strict))
    own = [styles.own(_HEADER_LOOK), styles.own(_ANSWER_LOOK)]
    known = Remembering(marking.salt, front, list(marking.palette), own, marking.columns, marking.remembered)
    workbook.place(MEMORY_SHEET, memory_sheet(known, strict=workbook.strict), state="veryHidden")
    workbook.show_first(front)
    _write_styles(marking, styles_part)
    spoken = container.content_type(main.name)
    if spoken.endswith(_TEMPLATES):
        container.redeclare(main.name, spoken.replace("template.", "sheet."))
    return container.packed()


def has_macros(content: bytes, budget: Budget) -> bool:
    """Whether the workbook says of itself that it holds macros, which its file name must then say too."""
    container = Container(content, budget)
    main = opc.workbook_part(container.package, container.relations(""))
    return main is not None and "macroenabled" in container.content_type(main.name).lower()


def _highest_format(container: Container, workbook: WorkbookPart) -> int:
    """The highest number of a format that a cell, row or column of any sheet bears."""
    found: set[bytes] = set()
    for listed in workbook.sheets:
        part = container.read(listed.part) if listed.is_worksheet else None
        found.update(re.findall(_FORMAT_NUMBER, part) if part else ())
    return max(map(int, found), default=0)


def _earlier(container: Container, workbook: WorkbookPart, memory: Memory) -> tuple[dict[int, int], frozenset[int]]:
    """The formats of an earlier marking with those that they hid, and those of its answer cells."""
    name = workbook.part_of(MEMORY_SHEET)
    part = container.read(name) if name else None
    if part is None:
        return {}, frozenset()
    sheet = SheetPart(part, (*memory.palette, *memory.own))
    bases = {sheet.style(row, 2): sheet.style(row, 3) for row in memory.palette}
    own = frozenset(sheet.style(row, 2) for row in memory.own) - {0}
    # A format that marks and hides itself, or hides another mark, was tampered with and restores nothing.
    return {marked: base for marked, base in bases.items() if marked and base not in bases}, own


def _deselect(container: Container, name: str) -> None:
    part = container.read(name) if name else None
    if part is not None and (plain := deselected(part)) != part:
        container.write(name, plain)


def _mark_sheet(marking: _Marking, name: str, sheet: Sheet) -> None:
    """Colours, notes and answer cells of one sheet; the marks of an earlier marking go."""
    container = marking.container
    part = container.read(name)
    if part is None:
        raise Unpatchable
    at = spots(marking.found, sheet.name)
    if not at and marking.memory is None and not any(one.sheet == sheet.name for one in marking.found):
        _deselect(container, name)
        return
    column = _answer_column(marking, sheet)
    asked = _asked(marking, sheet, column)
    rows = {row for row, _ in at} | asked | ({column.header_row} if column else set())
    patch = SheetPart(deselected(part), rows, (*marking.bases, *marking.own))
    _unmark(marking, patch, sheet)
    for (row, place), findings in at.items():
        base = patch.style(row, place)
        style = marking.styles.marked(base, worst(findings))
        marking.palette[style, base] = None
        patch.restyle(row, place, style)
    if column is not None:
        _offer_answers(marking, patch, sheet, column, asked)
    _remember(marking, sheet, column)
    _write_notes(marking, name, patch, at)
    container.write(name, patch.result())


def _unmark(marking: _Marking, patch: SheetPart, sheet: Sheet) -> None:
    """Gives coloured cells their old formats back, and takes away answer cells that nobody wrote into."""
    column = marking.memory.column_of(sheet.name) if marking.memory else None
    for (row, place), style in patch.scan.coloured:
        if style in marking.bases:
            patch.restyle(row, place, marking.bases[style])
        elif column and place == column.column and (sheet.at(row, place) is None or row == column.header_row):
            patch.drop(row, place)


def _answer_column(marking: _Marking, sheet: Sheet) -> AnswerColumn | None:
    """The column for written answers: the one that is there, else the first one right of the table that is free."""
    known = marking.memory.column_of(sheet.name) if marking.memory else None
    soft = [one for one in marking.found if one.sheet == sheet.name and one.address and answerable(one.finding)]
    if known is not None:
        return known if soft or answers(sheet, known) else None
    header = next((one for one in _headers(marking, sheet.name)), None)
    if header is None or not soft:
        return None
    row, right = header
    for column in range(right + 1, right + _FARTHEST):
        if _is_free(sheet, column):
            return AnswerColumn(sheet.name, row, column)
    return None


def _is_free(sheet: Sheet, column: int) -> bool:
    """Whether nothing at all stands in a column: no value, no formula, no error, no merged range."""
    place = column - sheet.first_column
    if any(place < len(values) and values[place] is not None for values in sheet.rows):
        return False
    if any(merge.left <= column <= merge.right for merge in sheet.merges):
        return False
    return all(at != column for cells in (sheet.formulas, sheet.errors) for _, at in cells)


def _headers(marking: _Marking, sheet: str) -> Iterator[tuple[int, int]]:
    """The last header row of the table on a sheet, and its last column."""
    for one in marking.covering.examined:
        reading = one.reading
        if reading.table and reading.table.sheet == sheet and reading.header_rows:
            columns = [*reading.table.columns.values(), *(match.column for match in reading.columns)]
            unread = [line.place.column or 0 for line in reading.unread_columns]
            yield reading.header_rows[-1], max((*columns, *unread), default=1)


def _asked(marking: _Marking, sheet: Sheet, column: AnswerColumn | None) -> set[int]:
    """The rows in which an answer may be written."""
    if column is None:
        return set()
    rows = {
        one.finding.place.row
        for one in marking.found
        if one.sheet == sheet.name and one.address and answerable(one.finding)
    }
    return {row for row in rows if row and row != column.header_row}


def _offer_answers(marking: _Marking, patch: SheetPart, sheet: Sheet, column: AnswerColumn, asked: set[int]) -> None:
    marking.columns.append(column)
    patch.put(column.header_row, column.column, marking.styles.own(_HEADER_LOOK), ANSWER_HEADER)
    patch.widen(column.column, _ANSWER_WIDTH)
    style = marking.styles.own(_ANSWER_LOOK)
    for row in asked:
        if sheet.at(row, column.column) is None:
            patch.put(row, column.column, style, "")


def _remember(marking: _Marking, sheet: Sheet, column: AnswerColumn | None) -> None:
    """Keeps of each soft finding what its cell held, as a hash."""
    if column is None:
        return
    for point in marking.found:
        place = point.finding.place
        if point.sheet == sheet.name and place.row and answerable(point.finding):
            at = place.column or 0
            seen = fingerprint(marking.salt, point.finding.code, sheet, place.row, at, beside=column.column)
            marking.remembered.add(Remembered(point.finding.code, at, seen))


def _write_notes(marking: _Marking, name: str, patch: SheetPart, at: Mapping[Address, Sequence[Finding]]) -> None:
    """The notes of a sheet; where its parts for notes cannot be changed they stay as they are, and that is said."""
    texts = {
        address: note(findings, marking.covering.notice, marking.covering.translate)
        for address, findings in sorted(at.items())[: max(0, _MOST_NOTES - marking.noted)]
    }
    marking.noted += len(texts)
    if not texts and marking.memory is None:
        return
    container = marking.container
    related = container.relations(name)
    comments = next((one.target for one in related.values() if one.kind == "comments"), None)
    legacy = patch.scan.legacy_drawing
    drawing = related[legacy].target if legacy in related else None
    try:
        notes = container.read(comments) if comments else None
        shapes = _needed(container, drawing) if legacy else None
        if notes is not None and marking.memory is not None:
            notes, gone = Notes(notes).cleared()
            shapes = without_shapes(shapes, gone) if shapes is not None else None
        if texts:
            notes, boxes = Notes(notes, strict=marking.workbook.strict).written(texts)
            shapes = with_shapes(shapes, texts, boxes, _geometry(patch, texts)) if boxes else shapes
    except Unpatchable:
        marking.unnoted = True
        return
    if notes is not None:
        _place_related(marking, name, comments, _COMMENTS, notes)
    if shapes is not None:
        relation = _place_related(marking, name, drawing, _SHAPES, shapes)
        if relation:
            patch.refer_to_shapes(relation, marking.workbook.namespace)


def _needed(container: Container, name: str | None) -> bytes:
    part = container.read(name) if name else None
    if part is None:
        raise Unpatchable
    return part


def _place_related(marking: _Marking, source: str, name: str | None, kind: _Kind, content: bytes) -> str:
    """Writes a part that a sheet refers to; returns the id of the reference where it is a new one."""
    container = marking.container
    if name is not None:
        container.write(name, content)
        return ""
    name = container.fresh(kind.pattern)
    container.write(name, content)
    container.declare(name, kind.content_type)
    return container.relate(source, kind.relation, name, strict=marking.workbook.strict)


def _geometry(patch: SheetPart, texts: Mapping[Address, str]) -> Geometry:
    last = max(column for _, column in texts) + 40
    widths = {
        column: int(patch.scan.width(column) * 7 + 5) if patch.scan.width(column) else 0 for column in range(1, last)
    }
    heights = {row: int(points * 4 / 3) for row, points in patch.scan.heights.items()}
    return Geometry(widths, heights)


def _write_styles(marking: _Marking, name: str | None) -> None:
    container, workbook = marking.container, marking.workbook
    content = marking.styles.result()
    if name is not None and container.has(name):
        container.write(name, content)
        return
    # Some programs look for the styles nowhere but here.
    name = "xl/styles.xml" if not container.has("xl/styles.xml") else container.fresh("xl/styles%d.xml")
    container.write(name, content)
    container.declare(name, STYLES_TYPE)
    container.relate(workbook.name, "styles", name, strict=workbook.strict)
