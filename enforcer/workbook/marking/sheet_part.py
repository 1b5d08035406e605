"""One worksheet part, changed only at the cells concerned: found in one pass of expat over its bytes."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from xml.parsers.expat import ParserCreate

from enforcer.domain.row import column_letters
from enforcer.workbook.book import Address
from enforcer.workbook.formats.sheet_facts import LAST_COLUMN, LAST_ROW, column_number
from enforcer.workbook.formats.xml_walk import Attributes, attribute
from enforcer.workbook.marking.addresses import CELL
from enforcer.workbook.marking.xml_edits import (
    Edits,
    Unpatchable,
    cell_text,
    closing,
    is_closed,
    opened_tag,
    parse,
    quoted,
    tag_end,
    with_attribute,
)

_SELECTED: Final = rb"""(<(?:[\w.-]+:)?sheetView\b[^<>]*?)\stabSelected\s*=\s*(?:"[^"]*"|'[^']*')"""
_TRUE: Final = frozenset({"1", "true"})
_DEPTH_OF_CELLS: Final = 4
# The worksheet's own children up to the one that refers to the notes' shapes, in the order that the format asks for.
_BEFORE_SHAPES: Final = frozenset(
    {
        *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection"),
        *("protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews"),
        *("mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions"),
        *("pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches"),
        *("ignoredErrors", "smartTags", "drawing"),
    }
)
_BEFORE_COLUMNS: Final = frozenset({"sheetPr", "dimension", "sheetViews", "sheetFormatPr"})


class _Span(NamedTuple):
    """An element that may be changed: where its tag begins and ends, and what its attributes say."""

    start: int
    inner: int
    attributes: Attributes


@dataclass(slots=True)
class _Cell:
    column: int
    start: int
    inner: int
    end: int
    style: int


@dataclass(slots=True)
class _Row:
    number: int
    start: int
    inner: int
    stop: int
    style: int | None
    closed: bool
    cells: dict[int, _Cell] = field(default_factory=dict)


@dataclass(slots=True)
class _Change:
    """What is to become of a cell: None leaves format or text as they are; `dropped` takes the cell away."""

    style: int | None = None
    text: str | None = None
    dropped: bool = False


class SheetPart:
    """A worksheet part in UTF-8; of rows other than `rows` only the cells of a format in `formats` are looked at.

    Raises Unpatchable where the part is not such that cells can be changed in place.
    """

    def __init__(self, part: bytes, rows: Iterable[int], formats: Collection[int] = ()) -> None:
        self._part = part
        self._wanted = frozenset(rows)
        self._formats = {str(one) for one in formats}
        self._rows: dict[int, _Row] = {}
        self._starts: list[tuple[int, int]] = []
        self._top: list[tuple[str, int, int]] = []
        self._cols: list[_Span] = []
        self._dimension: _Span | None = None
        self._data: tuple[int, int, int] | None = None
        self._changes: dict[Address, _Change] = {}
        self._width: tuple[int, str] | None = None
        self._shapes = ""
        self.prefix = ""
        self.heights: dict[int, float] = {}
        self.legacy_drawing: str | None = None
        self.coloured: list[tuple[Address, int]] = []
        self._scan()
        if self._data is None:
            raise Unpatchable

    def _scan(self) -> None:
        """Notes where everything stands."""
        part = self._part
        parser = ParserCreate("utf-8")
        depth = 0
        top, data_name, row_name, cell_name = "", "", "", ""
        row = cell = None
        number = column = 0
        is_wanted = False
        formats, wanted, starts = self._formats, self._wanted, self._starts
        at = 0

        def opened(name: str, attributes: Attributes) -> None:
            nonlocal depth, top, data_name, row_name, cell_name, row, cell, number, column, is_wanted, at
            depth += 1
            if depth == _DEPTH_OF_CELLS:
                if (
                    name == cell_name
                    and top == data_name
                    and (is_wanted or (formats and attributes.get("s") in formats))
                ):
                    column = self._column_of(attributes, number, column)
                    start = parser.CurrentByteIndex
                    cell = _Cell(column, start, tag_end(part, start), 0, _whole(attributes.get("s")))
                    if attributes.get("s") in formats:
                        self.coloured.append(((number, column), cell.style))
                elif name == cell_name and formats and "r" not in attributes:
                    column += 1
            elif depth == 3:  # noqa: PLR2004 - the children of a worksheet's own children
                if name == row_name and top == data_name:
                    start = parser.CurrentByteIndex
                    number = _whole(attributes["r"]) if "r" in attributes else number + 1
                    if not 1 <= number <= LAST_ROW:
                        raise Unpatchable
                    starts.append((number, start))
                    column = 0
                    if "ht" in attributes:
                        self.heights[number] = _size(attributes["ht"])
                    is_wanted = number in wanted
                    if is_wanted or formats:
                        inner = tag_end(part, start)
                        style = _whole(attributes.get("s")) if attributes.get("customFormat") in _TRUE else None
                        row = _Row(number, start, inner, inner, style, is_closed(part, inner))
                else:
                    self._note_small(name.rpartition(":")[2], attributes, parser.CurrentByteIndex)
            elif depth == 2:  # noqa: PLR2004 - the worksheet's own children
                top, at = name, parser.CurrentByteIndex
                self._note_own(name.rpartition(":")[2], attributes, at)
            elif depth == 1:
                self.prefix = name.rpartition(":")[0] + ":" if ":" in name else ""
                data_name, row_name, cell_name = (f"{self.prefix}{one}" for one in ("sheetData", "row", "c"))

        def closed(name: str) -> None:
            nonlocal depth, row, cell
            if depth == _DEPTH_OF_CELLS and cell is not None and name == cell_name:
                end = parser.CurrentByteIndex
                cell.end = cell.inner if is_closed(part, cell.inner) else tag_end(part, end)
                if row is not None:
                    row.cells[cell.column] = cell
                cell = None
            elif depth == 3 and row is not None and name == row_name:  # noqa: PLR2004 - see above
                row.stop = row.inner if row.closed else parser.CurrentByteIndex
                if row.number in wanted or row.cells:
                    if row.number in self._rows:
                        raise Unpatchable
                    self._rows[row.number] = row
                row = None
            elif depth == 2:  # noqa: PLR2004 - see above
                inner = tag_end(part, at)
                stop = inner if is_closed(part, inner) else parser.CurrentByteIndex
                end = inner if is_closed(part, inner) else tag_end(part, stop)
                self._top.append((name.rpartition(":")[2], at, end))
                if name == data_name:
                    self._data = (at, inner, stop)
            depth -= 1

        parser.StartElementHandler, parser.EndElementHandler = opened, closed
        parse(parser, part)

    @staticmethod
    def _column_of(attributes: Attributes, row: int, last: int) -> int:
        address = attributes.get("r")
        if address is None:
            return last + 1
        found = CELL.fullmatch(address)
        if found is None or int(found[2]) != row:
            raise Unpatchable
        return column_number(found[1])

    def _note_own(self, local: str, attributes: Attributes, start: int) -> None:
        if local == "dimension":
            self._dimension = _Span(start, tag_end(self._part, start), attributes)
        elif local == "legacyDrawing":
            self.legacy_drawing = attribute(attributes, "id")

    def _note_small(self, local: str, attributes: Attributes, start: int) -> None:
        if local == "col":
            self._cols.append(_Span(start, tag_end(self._part, start), attributes))

    def width(self, column: int) -> float:
        """How wide a column is, in characters."""
        for span in self._cols:
            if _whole(span.attributes.get("min")) <= column <= _whole(span.attributes.get("max")):
                hidden = span.attributes.get("hidden") in _TRUE
                return 0 if hidden else _size(span.attributes.get("width", ""))
        return 8.43

    def style(self, row: int, column: int) -> int:
        """The number of the format that a cell has, by itself, by its row or by its column."""
        change = self._changes.get((row, column))
        if change and change.style is not None:
            return change.style
        known = self._rows.get(row)
        if known and column in known.cells:
            return known.cells[column].style
        if known and known.style is not None:
            return known.style
        for span in self._cols:
            if _whole(span.attributes.get("min")) <= column <= _whole(span.attributes.get("max")):
                return _whole(span.attributes.get("style"))
        return 0

    def restyle(self, row: int, column: int, style: int) -> None:
        """Gives a cell another format; its content stays. A cell that is not there is put in, empty."""
        self._changes.setdefault((row, column), _Change()).style = style

    def put(self, row: int, column: int, style: int, text: str) -> None:
        """Puts a text into a cell, "" for an empty one."""
        self._changes[row, column] = _Change(style, text)

    def drop(self, row: int, column: int) -> None:
        """Takes a cell away."""
        self._changes[row, column] = _Change(dropped=True)

    def widen(self, column: int, width: str) -> None:
        """Gives a column its own width, and shows it."""
        self._width = (column, width)

    def refer_to_shapes(self, relation: str, namespace: str) -> None:
        """Has the sheet refer to the part with its notes' shapes."""
        self._shapes = f'<{self.prefix}legacyDrawing xmlns:r="{namespace}" r:id="{relation}"/>'

    def result(self) -> bytes:
        """The part with all changes. Raises Unpatchable."""
        edits = Edits(self._part)
        by_row: dict[int, dict[int, _Change]] = {}
        for (row, column), change in self._changes.items():
            by_row.setdefault(row, {})[column] = change
        new: list[tuple[int, bytes]] = []
        for number, changes in sorted(by_row.items()):
            known = self._rows.get(number)
            if known is not None:
                self._change_row(edits, known, changes)
            elif cells := b"".join(self._cell(number, one, change) for one, change in sorted(changes.items())):
                p = self.prefix.encode()
                new.append((number, b'<%srow r="%d">%s</%srow>' % (p, number, cells, p)))
        self._insert_rows(edits, new)
        self._change_columns(edits)
        self._grow(edits)
        if self._shapes:
            before = [end for local, _, end in self._top if local in _BEFORE_SHAPES]
            edits.insert(max(before), self._shapes.encode())
        return edits.result()

    def _tag(self, span: _Span, **attributes: str | None) -> bytes:
        tag = self._part[span.start : span.inner]
        for name, value in attributes.items():
            tag = with_attribute(tag, name, value)
        return tag

    def _change_row(self, edits: Edits, row: _Row, changes: Mapping[int, _Change]) -> None:
        tag = self._part[row.start : row.inner]
        added: dict[int, bytes] = {}
        for column, change in sorted(changes.items()):
            cell = row.cells.get(column)
            if cell is None:
                added[column] = self._cell(row.number, column, change)
            elif change.dropped:
                edits.replace(cell.start, cell.end, b"")
            elif change.text is not None:
                edits.replace(cell.start, cell.end, self._cell(row.number, column, change))
            elif change.style is not None:
                span = self._part[cell.start : cell.inner]
                edits.replace(cell.start, cell.inner, with_attribute(span, "s", str(change.style)))
        if not any(added.values()):
            return
        plain = with_attribute(tag, "spans", None)
        if row.closed:
            content = b"".join(cells for _, cells in sorted(added.items()))
            name = f"{self.prefix}row"
            edits.replace(row.start, row.inner, opened_tag(plain) + content + closing(name))
            return
        if plain != tag:
            edits.replace(row.start, row.inner, plain)
        later = sorted(row.cells.items())
        for column, cells in sorted(added.items()):
            at = next((cell.start for other, cell in later if other > column), row.stop)
            edits.insert(at, cells)

    def _cell(self, row: int, column: int, change: _Change) -> bytes:
        """A cell written anew."""
        if change.dropped:
            return b""
        p = self.prefix
        head = f'<{p}c r="{column_letters(column)}{row}" s="{change.style or 0}"'
        if not change.text:
            return f"{head}/>".encode()
        text = cell_text(change.text)
        return (
            f'{head} t="inlineStr"><{p}is><{p}t xml:space="preserve">'.encode()
            + text
            + f"</{p}t></{p}is></{p}c>".encode()
        )

    def _insert_rows(self, edits: Edits, new: list[tuple[int, bytes]]) -> None:
        start, inner, stop = self._data or (0, 0, 0)
        if not new:
            return
        if is_closed(self._part, inner):
            content = b"".join(row for _, row in new)
            tag = opened_tag(self._part[start:inner])
            edits.replace(start, inner, tag + content + closing(f"{self.prefix}sheetData"))
            return
        for number, row in new:
            at = next((place for other, place in self._starts if other > number), stop)
            edits.insert(at, row)

    def _change_columns(self, edits: Edits) -> None:
        """Splits the stretch of columns that the new width lies in, or adds a stretch for it."""
        if self._width is None:
            return
        column, width = self._width
        p = self.prefix.encode()
        own = b'<%scol min="%d" max="%d" width=%s customWidth="1"/>' % (p, column, column, quoted(width))
        for span in self._cols:
            first, last = _whole(span.attributes.get("min")), _whole(span.attributes.get("max"))
            if first <= column <= last:
                before = self._tag(span, max=str(column - 1)) if first < column else b""
                after = self._tag(span, min=str(column + 1)) if column < last else b""
                edits.replace(span.start, span.inner, before + own + after)
                return
        if self._cols:
            at = next((one.start for one in self._cols if _whole(one.attributes.get("min")) > column), None)
            edits.insert(self._cols[-1].inner if at is None else at, own)
            return
        if any(local == "cols" for local, _, _ in self._top):
            raise Unpatchable
        before_it = [end for local, _, end in self._top if local in _BEFORE_COLUMNS]
        at = max(before_it) if before_it else next(start for local, start, _ in self._top if local == "sheetData")
        edits.insert(at, b"<%scols>%s</%scols>" % (p, own, p))

    def _grow(self, edits: Edits) -> None:
        """Has the sheet's own account of its extent take in the cells that were put in."""
        added = [
            (row, column)
            for (row, column), change in self._changes.items()
            if not change.dropped and (row not in self._rows or column not in self._rows[row].cells)
        ]
        if self._dimension is None or not added:
            return
        corners = [CELL.fullmatch(one) for one in self._dimension.attributes.get("ref", "").split(":")]
        if not all(corners):
            return
        rows = [int(one[2]) for one in corners if one] + [row for row, _ in added]
        columns = [column_number(one[1]) for one in corners if one] + [column for _, column in added]
        ref = f"{column_letters(min(columns))}{min(rows)}:{column_letters(min(max(columns), LAST_COLUMN))}{max(rows)}"
        edits.replace(self._dimension.start, self._dimension.inner, self._tag(self._dimension, ref=ref))


def deselected(part: bytes) -> bytes:
    """A sheet part of any kind, no longer selected: only one may be, or what is typed goes into two."""
    end = part.find(b"sheetData")
    head = part if end < 0 else part[:end]
    return re.sub(_SELECTED, rb"\1", head) + part[len(head) :] if b"tabSelected" in head else part


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.strip().isdigit() else 0


def _size(text: str) -> float:
    try:
        return max(0.0, min(float(text), 500.0))
    except ValueError:
        return 8.43
