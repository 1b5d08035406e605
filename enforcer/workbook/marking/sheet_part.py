"""One worksheet part, changed only at the cells concerned."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from enforcer.domain.row import column_letters
from enforcer.workbook.formats.sheet_facts import column_number
from enforcer.workbook.marking.addresses import CELL
from enforcer.workbook.marking.sheet_scan import Row, SheetScan, Span, whole
from enforcer.workbook.marking.xml_edits import (
    Edits,
    Unpatchable,
    cell_text,
    closing,
    is_closed,
    opened_tag,
    quoted,
    with_attribute,
)

if TYPE_CHECKING:
    from enforcer.workbook.book import Address

_SELECTED: Final = rb"""(<(?:[\w.-]+:)?sheetView\b[^<>]*?)\stabSelected\s*=\s*(?:"[^"]*"|'[^']*')"""
_BEFORE_COLUMNS: Final = frozenset({"sheetPr", "dimension", "sheetViews", "sheetFormatPr"})
# The worksheet's own children up to the one that refers to the notes' shapes, in the order that the format asks for.
_BEFORE_SHAPES: Final = _BEFORE_COLUMNS | {
    *("cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState"),
    *("dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations"),
    *("hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks"),
    *("customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing"),
}


@dataclass(slots=True)
class _Change:
    """What is to become of a cell: None leaves format or text as they are; `dropped` takes the cell away."""

    style: int | None = None
    text: str | None = None
    dropped: bool = False


class SheetPart:
    """A worksheet part in UTF-8. Of rows other than `rows` only cells of a format in `formats` can be changed.

    Raises Unpatchable where the part is not such that cells can be changed in place.
    """

    def __init__(self, part: bytes, rows: Iterable[int], formats: Collection[int] = ()) -> None:
        self._part = part
        self.scan = SheetScan(part, rows, formats)
        self._changes: dict[Address, _Change] = {}
        self._width: tuple[int, str] | None = None
        self._shapes = ""

    def style(self, row: int, column: int) -> int:
        """The number of the format that a cell has now."""
        change = self._changes.get((row, column))
        return self.scan.style(row, column) if change is None or change.style is None else change.style

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
        self._shapes = f'<{self.scan.prefix}legacyDrawing xmlns:r="{namespace}" r:id="{relation}"/>'

    def result(self) -> bytes:
        """The part with all changes. Raises Unpatchable."""
        edits = Edits(self._part)
        by_row: dict[int, dict[int, _Change]] = {}
        for (row, column), change in sorted(self._changes.items()):
            by_row.setdefault(row, {})[column] = change
        p = self.scan.prefix.encode()
        new: list[tuple[int, bytes]] = []
        for number, changes in by_row.items():
            known = self.scan.rows.get(number)
            if known is not None:
                self._change_row(edits, known, changes)
            elif cells := b"".join(self._cell(number, column, change) for column, change in changes.items()):
                new.append((number, b'<%srow r="%d">%s</%srow>' % (p, number, cells, p)))
        self._insert_rows(edits, new)
        self._change_columns(edits)
        self._grow(edits)
        if self._shapes:
            before = [end for local, _, end in self.scan.top if local in _BEFORE_SHAPES]
            edits.insert(max(before), self._shapes.encode())
        return edits.result()

    def _tag(self, span: Span, **attributes: str | None) -> bytes:
        tag = self._part[span.start : span.inner]
        for name, value in attributes.items():
            tag = with_attribute(tag, name, value)
        return tag

    def _change_row(self, edits: Edits, row: Row, changes: Mapping[int, _Change]) -> None:
        added: dict[int, bytes] = {}
        for column, change in changes.items():
            cell = row.cells.get(column)
            if cell is None:
                added[column] = self._cell(row.number, column, change)
            elif change.dropped or change.text is not None:
                edits.replace(cell.start, cell.end, self._cell(row.number, column, change))
            elif change.style is not None:
                tag = self._part[cell.start : cell.inner]
                edits.replace(cell.start, cell.inner, with_attribute(tag, "s", str(change.style)))
        if not any(added.values()):
            return
        # The columns that a row says it spans are a hint that would now be wrong.
        tag = with_attribute(self._part[row.start : row.inner], "spans", None)
        if row.closed:
            content = opened_tag(tag) + b"".join(added.values()) + closing(f"{self.scan.prefix}row")
            edits.replace(row.start, row.inner, content)
            return
        edits.replace(row.start, row.inner, tag)
        known = sorted(row.cells.items())
        for column, content in added.items():
            edits.insert(next((cell.start for other, cell in known if other > column), row.stop), content)

    def _cell(self, row: int, column: int, change: _Change) -> bytes:
        """A cell written anew, nothing for one that is taken away."""
        if change.dropped:
            return b""
        p = self.scan.prefix
        head = f'<{p}c r="{column_letters(column)}{row}" s="{change.style or 0}"'
        if not change.text:
            return f"{head}/>".encode()
        text = f'{head} t="inlineStr"><{p}is><{p}t xml:space="preserve">'.encode() + cell_text(change.text)
        return text + f"</{p}t></{p}is></{p}c>".encode()

    def _insert_rows(self, edits: Edits, new: list[tuple[int, bytes]]) -> None:
        start, inner, stop = self.scan.data
        if not new:
            return
        if is_closed(self._part, inner):
            content = opened_tag(self._part[start:inner]) + b"".join(row for _, row in new)
            edits.replace(start, inner, content + closing(f"{self.scan.prefix}sheetData"))
            return
        for number, row in new:
            edits.insert(next((place for other, place in self.scan.starts if other > number), stop), row)

    def _change_columns(self, edits: Edits) -> None:
        """Splits the stretch of columns that the new width lies in, or adds a stretch for it."""
        if self._width is None:
            return
        column, width = self._width
        p = self.scan.prefix.encode()
        own = b'<%scol min="%d" max="%d" width=%s customWidth="1"/>' % (p, column, column, quoted(width))
        span = self.scan.stretch(column)
        if span is not None:
            is_first = whole(span.attributes.get("min")) == column
            is_last = whole(span.attributes.get("max")) == column
            end = self._end_of(span)
            rest = self._part[span.inner : end]
            before = b"" if is_first else self._tag(span, max=str(column - 1)) + rest
            after = b"" if is_last else self._tag(span, min=str(column + 1)) + rest
            edits.replace(span.start, end, before + own + after)
        elif self.scan.cols:
            later = (one.start for one in self.scan.cols if whole(one.attributes.get("min")) > column)
            edits.insert(next(later, self._end_of(self.scan.cols[-1])), own)
        elif any(local == "cols" for local, _, _ in self.scan.top):
            raise Unpatchable
        else:
            head = [end for local, _, end in self.scan.top if local in _BEFORE_COLUMNS]
            edits.insert(max(head, default=self.scan.data[0]), b"<%scols>%s</%scols>" % (p, own, p))

    def _end_of(self, span: Span) -> int:
        """Where a stretch of columns ends, its end tag included where it has one."""
        return span.inner if is_closed(self._part, span.inner) else self._part.find(b">", span.inner) + 1

    def _grow(self, edits: Edits) -> None:
        """Has the sheet's own account of its extent take in the cells that were put in."""
        span, rows = self.scan.dimension, self.scan.rows
        added = [
            (row, column)
            for (row, column), change in self._changes.items()
            if not change.dropped and (row not in rows or column not in rows[row].cells)
        ]
        if span is None or not added:
            return
        corners = [CELL.fullmatch(one) for one in span.attributes.get("ref", "").split(":")]
        known = [(int(one[2]), column_number(one[1])) for one in corners if one]
        if len(known) < len(corners):
            return
        (top, bottom), (left, right) = ((min(one), max(one)) for one in zip(*known, *added, strict=True))
        ref = f"{column_letters(left)}{top}:{column_letters(right)}{bottom}"
        edits.replace(span.start, span.inner, self._tag(span, ref=ref))


def deselected(part: bytes) -> bytes:
    """A sheet part of any kind, no longer selected: only one may be, or what is typed goes into two."""
    end = part.find(b"sheetData")
    head = part if end < 0 else part[:end]
    return re.sub(_SELECTED, rb"\1", head) + part[len(head) :] if b"tabSelected" in head else part
