"""Looks through the records of an .xlsb workbook ([MS-XLSB]) and reads it; meant to run confined, in a child."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from enforcer.domain.row import column_letters
from enforcer.workbook.book import Address, Merge, Sheet, Visibility
from enforcer.workbook.causes import Refusal
from enforcer.workbook.formats import calamine, opc
from enforcer.workbook.formats.biff import ERRORS
from enforcer.workbook.formats.contents import Contents
from enforcer.workbook.formats.package import Package, stored
from enforcer.workbook.limits import Budget

_ROW_HEADER, _COLUMN, _MERGE, _SHEET_LISTED, _VALIDATION = 0, 60, 176, 156, 64
_DATA_BEGINS, _DATA_ENDS = 145, 146
# Cells that hold something: number, error, truth, text, shared text, and the results of formulas.
_CELLS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
_FORMULAS = frozenset({8, 9, 10, 11})
_ERROR, _ERROR_OF_FORMULA = 3, 11
_HIDDEN_ROW_BIT, _HIDDEN_COLUMN_BIT = 0x10, 0x01
_LAST_ROW, _LAST_COLUMN = 1_048_575, 16_383
_STATES: dict[int, Visibility] = {1: "hidden", 2: "very hidden"}
_LOOK_EVERY = 0xFFF
_BOOK_BEGINS, _BOOK_ENDS, _SHEETS_BEGIN, _SHEETS_END, _BOOK_PROPERTIES = 131, 132, 143, 144, 153
_LONGEST_PROPERTIES = 1_000
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
_LINE = (
    '<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>'
)


class _Entry(NamedTuple):
    """A sheet as the workbook part lists it; `key` is its relationship."""

    key: str
    name: str
    order: int
    visibility: Visibility


class _Book(NamedTuple):
    """What the workbook part says; `properties` is the record that tells, among others, where days are counted from."""

    sheets: list[_Entry]
    properties: bytes


@dataclass(slots=True)
class _Seen:
    """What the records of one sheet tell. Rows and columns are Excel's."""

    errors: dict[Address, str] = field(default_factory=dict)
    formulas: set[Address] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    validations: int = 0


def read(package: Package, root: dict[str, opc.Relationship], main: str, budget: Budget) -> Contents:
    """The contents of the workbook whose part is `main`. Raises Refusal."""
    related = opc.relationships(package, main, budget)
    book = _listed(opc.needed(package, main), budget)
    entries = [
        (entry, related[entry.key].target)
        for entry in book.sheets
        if entry.key in related and related[entry.key].kind == "worksheet"
    ]
    parts: dict[str, tuple[bytes, ...]] = {}
    lines, seen = [], []
    for position, (_, target) in enumerate(entries):
        content = opc.needed(package, target)
        seen.append(_examined(content, budget))
        parts[f"xl/worksheets/s{position}.bin"] = (content,)
        lines.append(_LINE % (f"s{position}", "worksheet", f"worksheets/s{position}.bin"))
    for one in related.values():
        part = package.find(one.target) if one.kind in ("sharedStrings", "styles") else None
        if part:
            parts[f"xl/{one.kind}.bin"] = (package.read(part),)
            lines.append(_LINE % (one.kind, one.kind, f"{one.kind}.bin"))
    opened = calamine.opened(
        stored(
            {
                "[Content_Types].xml": (b"<Types/>",),
                "_rels/.rels": ((_RELATIONS % (_LINE % ("book", "officeDocument", "xl/workbook.bin"))).encode(),),
                "xl/workbook.bin": (_plain_book(book.properties, len(entries)),),
                "xl/_rels/workbook.bin.rels": ((_RELATIONS % "".join(lines)).encode(),),
                **parts,
            }
        )
    )
    sheets = tuple(
        _sheet(calamine.grid(opened, position, budget, binary=True), seen[position], entry)
        for position, (entry, _) in enumerate(entries)
    )
    return Contents("xlsb", sheets, opc.custom_properties(package, root, budget))


def _plain_book(properties: bytes, sheets: int) -> bytes:
    """A workbook part that lists so many worksheets and nothing else, day system as in the original."""
    listed = b"".join(
        _record(_SHEET_LISTED, struct.pack("<LL", 0, position + 1) + _written(f"s{position}") * 2)
        for position in range(sheets)
    )
    return b"".join(
        (
            _record(_BOOK_BEGINS, b""),
            _record(_BOOK_PROPERTIES, properties) if properties else b"",
            _record(_SHEETS_BEGIN, b""),
            listed,
            _record(_SHEETS_END, b""),
            _record(_BOOK_ENDS, b""),
        )
    )


def _record(number: int, content: bytes) -> bytes:
    size = len(content)
    return bytes((number & 0x7F | 0x80, number >> 7, size & 0x7F | 0x80, size >> 7)) + content


def _written(text: str) -> bytes:
    return struct.pack("<L", len(text)) + text.encode("utf-16-le")


def _sheet(grid: calamine.Grid, seen: _Seen, entry: _Entry) -> Sheet:
    return Sheet(
        entry.name,
        entry.order,
        entry.visibility,
        *grid,
        merges=tuple(seen.merges),
        hidden_rows=frozenset(seen.hidden_rows),
        hidden_columns=frozenset(seen.hidden_columns),
        errors=seen.errors,
        formulas=frozenset(seen.formulas),
        validations=seen.validations,
    )


def _records(part: bytes, budget: Budget) -> Iterator[tuple[int, bytes]]:
    """(number, content) of each record; both number and length are written in groups of seven bits."""
    at, end, count = 0, len(part), 0
    while at < end:
        number = part[at]
        at += 1
        if number & 0x80 and at < end:
            number = (number & 0x7F) | (part[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        for shift in (0, 7, 14, 21):
            if at >= end:
                raise Refusal("truncated")
            byte = part[at]
            at += 1
            size |= (byte & 0x7F) << shift
            if not byte & 0x80:
                break
        if at + size > end:
            raise Refusal("truncated")
        yield number, part[at : at + size]
        at += size
        count += 1
        if not count & _LOOK_EVERY:
            _ = budget.seconds


def _listed(workbook: bytes, budget: Budget) -> _Book:
    """The sheets that the workbook part lists, and its properties. Raises Refusal `too_many_sheets`."""
    sheets: list[_Entry] = []
    properties = b""
    for number, record in _records(workbook, budget):
        if number == _BOOK_PROPERTIES:
            properties = record[:_LONGEST_PROPERTIES]
        elif number == _SHEET_LISTED:
            key, at = _text(record, 8)
            name, _ = _text(record, at)
            state = _STATES.get(int.from_bytes(record[:4], "little"), "visible")
            sheets.append(_Entry(key, name, len(sheets), state))
            if len(sheets) > budget.limits.sheets:
                raise Refusal("too_many_sheets", count=len(sheets), limit=budget.limits.sheets)
    return _Book(sheets, properties)


def _text(record: bytes, at: int) -> tuple[str, int]:
    size = int.from_bytes(record[at : at + 4], "little")
    end = at + 4 + size * 2
    if size > len(record):
        return "", at + 4
    return record[at + 4 : end].decode("utf-16-le", "replace"), end


def _examined(part: bytes, budget: Budget) -> _Seen:
    """What the records of a sheet tell. Raises Refusal `far_cells`, `broken`, `truncated`, `timeout`."""
    seen = _Seen()
    row, inside = 0, False
    top, left, bottom, right = _LAST_ROW, _LAST_COLUMN, -1, -1
    for number, record in _records(part, budget):
        if number in (_DATA_BEGINS, _DATA_ENDS):
            inside = number == _DATA_BEGINS
        elif not inside:
            _layout(seen, number, record, budget)
        elif number == _ROW_HEADER and len(record) >= 12:  # noqa: PLR2004 - up to the flags
            row = int.from_bytes(record[:4], "little")
            if record[11] & _HIDDEN_ROW_BIT:
                budget.tell()
                seen.hidden_rows.add(row + 1)
        elif number in _CELLS and len(record) >= 8:  # noqa: PLR2004 - column and style
            column = int.from_bytes(record[:4], "little")
            top, left, bottom, right = min(top, row), min(left, column), max(bottom, row), max(right, column)
            _value(seen, number, record, (row + 1, column + 1), budget)
    if bottom > _LAST_ROW or right > _LAST_COLUMN:
        raise Refusal("broken")
    if bottom >= 0 and (bottom - top + 1) * (right - left + 1) > budget.limits.cells:
        corner = f"{column_letters(right + 1)}{bottom + 1}"
        raise Refusal("far_cells", cell=corner, limit=budget.limits.cells // 10_000)
    return seen


def _value(seen: _Seen, number: int, record: bytes, address: Address, budget: Budget) -> None:
    if number in _FORMULAS:
        budget.tell()
        seen.formulas.add(address)
    if number in (_ERROR, _ERROR_OF_FORMULA) and len(record) > 8:  # noqa: PLR2004 - the error itself
        seen.errors[address] = ERRORS.get(record[8], "#N/A")


def _layout(seen: _Seen, number: int, record: bytes, budget: Budget) -> None:
    if number == _COLUMN and len(record) >= 18:  # noqa: PLR2004 - up to the flags
        first, last = struct.unpack_from("<LL", record)
        if record[16] & _HIDDEN_COLUMN_BIT and first <= last:
            columns = range(first + 1, min(last, _LAST_COLUMN) + 2)
            budget.tell(len(columns))
            seen.hidden_columns.update(columns)
    elif number == _MERGE and len(record) >= 16:  # noqa: PLR2004 - four numbers
        top, bottom, left, right = struct.unpack_from("<4L", record)
        budget.tell()
        seen.merges.append(Merge(top + 1, left + 1, bottom + 1, right + 1))
    elif number == _VALIDATION:
        seen.validations += 1
