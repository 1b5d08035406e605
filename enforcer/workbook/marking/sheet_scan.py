"""Where things stand in the bytes of a worksheet part: one pass of expat, which keeps only what may be changed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.parsers.expat import ParserCreate

from enforcer.workbook.formats.sheet_facts import LAST_ROW, column_number
from enforcer.workbook.formats.xml_walk import Attributes, attribute
from enforcer.workbook.marking.addresses import CELL
from enforcer.workbook.marking.xml_edits import Unpatchable, is_closed, parse, tag_end

if TYPE_CHECKING:
    from enforcer.workbook.book import Address

_TRUE: Final = frozenset({"1", "true"})
_USUAL_SIZE: Final = 8.43
_LARGEST_SIZE: Final = 500.0


class Span(NamedTuple):
    """A start tag: where it begins and ends, and what its attributes say."""

    start: int
    inner: int
    attributes: Attributes


@dataclass(slots=True)
class Cell:
    """A cell: `start` to `end` with its tags, its start tag to `inner`, the number of its format."""

    column: int
    start: int
    inner: int
    end: int
    style: int


@dataclass(slots=True)
class Row:
    """A row, its start tag to `inner` and its content to `stop`; `style` is the format of its cells that are not there.

    `closed` says that it has no content (<row/>).
    """

    number: int
    start: int
    inner: int
    stop: int
    style: int | None
    closed: bool
    cells: dict[int, Cell] = field(default_factory=dict)


class SheetScan:
    """What a worksheet part holds. `rows` has the wanted rows, and those with a cell of a wanted format.

    `starts` tells of every row its number and where it begins, `top` of the worksheet's own children name, start and
    end, `data` of the cells where the tag begins, where it ends and where the content ends; `coloured` has the cells
    of a wanted format. Raises Unpatchable where the part is not well-formed, has no cells or says two things at once.
    """

    def __init__(self, part: bytes, rows: Iterable[int], formats: Collection[int] = ()) -> None:
        self._part = part
        self._wanted = frozenset(rows)
        self._formats = frozenset(map(str, formats))
        self.prefix = ""
        self.rows: dict[int, Row] = {}
        self.starts: list[tuple[int, int]] = []
        self.top: list[tuple[str, int, int]] = []
        self.cols: list[Span] = []
        self.heights: dict[int, float] = {}
        self.coloured: list[tuple[Address, int]] = []
        self.dimension: Span | None = None
        self.legacy_drawing: str | None = None
        self.data = (0, 0, 0)
        self._row: Row | None = None
        self._cell: Cell | None = None
        self._number = self._column = self._at = self._depth = 0
        self._is_wanted = False
        self._names = ("", "", "")
        self._section = ""
        self._parser = ParserCreate("utf-8")
        self._walk()
        if not self.data[1]:
            raise Unpatchable

    def _walk(self) -> None:
        openers = {1: self._open_root, 2: self._open_own, 3: self._open_small, 4: self._open_cell}
        closers = {2: self._close_own, 3: self._close_row, 4: self._close_cell}

        def opened(name: str, attributes: Attributes) -> None:
            self._depth += 1
            if opener := openers.get(self._depth):
                opener(name, attributes)

        def closed(name: str) -> None:
            if closer := closers.get(self._depth):
                closer(name)
            self._depth -= 1

        self._parser.StartElementHandler, self._parser.EndElementHandler = opened, closed
        parse(self._parser, self._part)

    def _open_root(self, name: str, _: Attributes) -> None:
        self.prefix = name.rpartition(":")[0] + ":" if ":" in name else ""
        self._names = (f"{self.prefix}sheetData", f"{self.prefix}row", f"{self.prefix}c")

    def _open_own(self, name: str, attributes: Attributes) -> None:
        self._section, self._at = name, self._parser.CurrentByteIndex
        local = name.rpartition(":")[2]
        if local == "dimension":
            self.dimension = self._span(attributes)
        elif local == "legacyDrawing":
            self.legacy_drawing = attribute(attributes, "id")

    def _open_small(self, name: str, attributes: Attributes) -> None:
        data, row, _ = self._names
        if self._section == data and name == row:
            self._open_row(attributes)
        elif name.rpartition(":")[2] == "col":
            self.cols.append(self._span(attributes))

    def _open_row(self, attributes: Attributes) -> None:
        start = self._parser.CurrentByteIndex
        number = self._number = whole(attributes["r"]) if "r" in attributes else self._number + 1
        if not 1 <= number <= LAST_ROW:
            raise Unpatchable
        self.starts.append((number, start))
        self._column = 0
        if "ht" in attributes:
            self.heights[number] = size(attributes["ht"])
        self._is_wanted = number in self._wanted
        if self._is_wanted or self._formats:
            inner = tag_end(self._part, start)
            style = whole(attributes.get("s")) if attributes.get("customFormat") in _TRUE else None
            self._row = Row(number, start, inner, inner, style, is_closed(self._part, inner))

    def _open_cell(self, name: str, attributes: Attributes) -> None:
        if self._row is None or name != self._names[2]:
            return
        self._column = self._column_of(attributes)
        style = attributes.get("s")
        is_coloured = style in self._formats
        if not (self._is_wanted or is_coloured):
            return
        start = self._parser.CurrentByteIndex
        self._cell = Cell(self._column, start, tag_end(self._part, start), 0, whole(style))
        if is_coloured:
            self.coloured.append(((self._number, self._column), whole(style)))

    def _column_of(self, attributes: Attributes) -> int:
        address = attributes.get("r")
        if address is None:
            return self._column + 1
        found = CELL.fullmatch(address)
        if found is None or int(found[2]) != self._number:
            raise Unpatchable
        return column_number(found[1])

    def _close_cell(self, name: str) -> None:
        cell, row = self._cell, self._row
        if cell is None or row is None or name != self._names[2]:
            return
        at = self._parser.CurrentByteIndex
        cell.end = cell.inner if is_closed(self._part, cell.inner) else tag_end(self._part, at)
        row.cells[cell.column] = cell
        self._cell = None

    def _close_row(self, name: str) -> None:
        row = self._row
        if row is None or name != self._names[1]:
            return
        row.stop = row.inner if row.closed else self._parser.CurrentByteIndex
        if row.number in self._wanted or row.cells:
            if row.number in self.rows:
                raise Unpatchable
            self.rows[row.number] = row
        self._row = None

    def _close_own(self, name: str) -> None:
        inner = tag_end(self._part, self._at)
        closed = is_closed(self._part, inner)
        stop = inner if closed else self._parser.CurrentByteIndex
        self.top.append((name.rpartition(":")[2], self._at, inner if closed else tag_end(self._part, stop)))
        if name == self._names[0]:
            self.data = (self._at, inner, stop)

    def _span(self, attributes: Attributes) -> Span:
        start = self._parser.CurrentByteIndex
        return Span(start, tag_end(self._part, start), attributes)

    def stretch(self, column: int) -> Span | None:
        """The stretch of columns, as the sheet describes them, that this one lies in."""
        for span in self.cols:
            if whole(span.attributes.get("min")) <= column <= whole(span.attributes.get("max")):
                return span
        return None

    def width(self, column: int) -> float:
        """How wide a column is, in characters; 0 where it is hidden."""
        span = self.stretch(column)
        if span is None:
            return _USUAL_SIZE
        return 0.0 if span.attributes.get("hidden") in _TRUE else size(span.attributes.get("width", ""))

    def style(self, row: int, column: int) -> int:
        """The number of the format that a cell has, by itself, by its row or by its column."""
        known = self.rows.get(row)
        if known and column in known.cells:
            return known.cells[column].style
        if known and known.style is not None:
            return known.style
        span = self.stretch(column)
        return whole(span.attributes.get("style")) if span else 0


def whole(text: str | None) -> int:
    """The whole number that an attribute spells, 0 where it spells none."""
    return int(text) if text and text.isascii() and text.isdigit() else 0


def size(text: str) -> float:
    """The width or height that an attribute spells, the usual width where it spells none."""
    try:
        return max(0.0, min(float(text), _LARGEST_SIZE))
    except ValueError:
        return _USUAL_SIZE
