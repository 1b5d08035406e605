"""Looks through the records of an .xls workbook for what python-calamine does not tell, and for its extents."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from enforcer.domain.row import column_letters
from enforcer.workbook.book import Address, Merge
from enforcer.workbook.causes import Refusal
from enforcer.workbook.limits import Budget

BOF, EOF, FILEPASS, BOUNDSHEET = 0x0809, 0x000A, 0x002F, 0x0085
_ROW, _COLINFO, _MERGED, _VALIDATIONS = 0x0208, 0x007D, 0x00E5, 0x01B2
_FORMULA, _BOOLERR, _MULRK = 0x0006, 0x0205, 0x00BD
# Records of cells that hold something; each begins with its row and column.
_CELLS = frozenset({_FORMULA, _BOOLERR, _MULRK, 0x0203, 0x0204, 0x027E, 0x00FD, 0x00D6})
_BOF_OF_ANY_AGE = frozenset({0x0009, 0x0209, 0x0409, BOF})
_OLD = {0x0009: "Excel 2.0", 0x0209: "Excel 3.0", 0x0409: "Excel 4.0"}
_WORKSHEET = 0
_LONGEST_RECORD = 8_228
_LOOK_EVERY = 0xFFF
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


@dataclass(slots=True)
class BiffSheet:
    """What the records of one sheet tell. Rows and columns are Excel's."""

    index: int
    is_worksheet: bool
    position: int
    errors: dict[Address, str] = field(default_factory=dict)
    formulas: set[Address] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    validations: int = 0


def sheets(stream: bytes, budget: Budget) -> list[BiffSheet]:
    """The sheets of a workbook stream, in its order.

    Raises Refusal `encrypted`, `old_format`, `broken`, `truncated`, `far_cells`, `too_many_sheets`, `timeout`.
    """
    found: list[BiffSheet] = []
    records = _records(stream, 0, budget)
    number, _ = next(records, (0, b""))
    if number in _OLD:
        raise Refusal("old_format", version=_OLD[number])
    if number != BOF:
        raise Refusal("broken")
    for number, record in records:
        if number == FILEPASS:
            raise Refusal("encrypted")
        if number == BOUNDSHEET and len(record) > 6:  # noqa: PLR2004 - position, state, kind, name
            position, kind = struct.unpack_from("<LxB", record)
            found.append(BiffSheet(len(found), kind == _WORKSHEET, position))
            if len(found) > budget.limits.sheets:
                raise Refusal("too_many_sheets", count=len(found), limit=budget.limits.sheets)
        elif number == EOF:
            break
    for sheet in found:
        if sheet.is_worksheet:
            _examine(sheet, stream, budget)
    return found


def _records(stream: bytes, at: int, budget: Budget) -> Iterator[tuple[int, bytes]]:
    """(number, content) of each record from a position on. Raises Refusal `truncated`, `timeout`."""
    end, count = len(stream), 0
    unpack = struct.Struct("<HH").unpack_from
    while at + 4 <= end:
        number, size = unpack(stream, at)
        at += 4
        if at + size > end:
            raise Refusal("truncated")
        yield number, stream[at : at + size]
        at += size
        count += 1
        if not count & _LOOK_EVERY:
            _ = budget.seconds


def _own_records(sheet: BiffSheet, stream: bytes, budget: Budget) -> Iterator[tuple[int, bytes]]:
    """The records of a sheet, without those of the charts embedded in it. Raises Refusal `broken`, `truncated`."""
    if sheet.position >= len(stream):
        raise Refusal("truncated")
    records = _records(stream, sheet.position, budget)
    if next(records, (0, b""))[0] not in _BOF_OF_ANY_AGE:
        raise Refusal("broken")
    depth = 1
    for number, record in records:
        if number in _BOF_OF_ANY_AGE:
            depth += 1
        elif number == EOF:
            depth -= 1
            if depth == 0:
                return
        elif depth == 1:
            yield number, record


def _examine(sheet: BiffSheet, stream: bytes, budget: Budget) -> None:
    top, left, bottom, right = 0xFFFF, 0xFFFF, -1, -1
    for number, record in _own_records(sheet, stream, budget):
        if number not in _CELLS:
            _layout(sheet, number, record, budget)
        elif len(record) >= 6:  # noqa: PLR2004 - row, column, style
            row, column = struct.unpack_from("<HH", record)
            last = struct.unpack_from("<H", record, len(record) - 2)[0] if number == _MULRK else column
            top, left, bottom, right = min(top, row), min(left, column), max(bottom, row), max(right, last)
            _value(sheet, number, record, (row + 1, column + 1), budget)
    if bottom >= 0 and (bottom - top + 1) * (right - left + 1) > budget.limits.cells:
        corner = f"{column_letters(right + 1)}{bottom + 1}"
        raise Refusal("far_cells", cell=corner, limit=budget.limits.cells // 10_000)


def _value(sheet: BiffSheet, number: int, record: bytes, address: Address, budget: Budget) -> None:
    if number == _BOOLERR and len(record) >= 8 and record[7]:  # noqa: PLR2004 - value and whether it is an error
        sheet.errors[address] = ERRORS.get(record[6], "#N/A")
    elif number == _FORMULA:
        budget.tell()
        sheet.formulas.add(address)
        # A result that is no number is marked by two full bytes; the first byte tells what it is instead.
        if record[12:14] == b"\xff\xff" and record[6] == 2:  # noqa: PLR2004 - an error
            sheet.errors[address] = ERRORS.get(record[8], "#N/A")


def _layout(sheet: BiffSheet, number: int, record: bytes, budget: Budget) -> None:
    if number == _ROW and len(record) >= 14:  # noqa: PLR2004 - up to the options
        if record[12] & 0x20:
            sheet.hidden_rows.add(int.from_bytes(record[:2], "little") + 1)
    elif number == _COLINFO and len(record) >= 10:  # noqa: PLR2004 - up to the options
        first, last, _, _, options = struct.unpack_from("<5H", record)
        if options & 1:
            sheet.hidden_columns.update(range(first + 1, min(last, 255) + 2))
    elif number == _MERGED and len(record) >= 2:  # noqa: PLR2004 - their count
        budget.tell(len(record) // 8)
        for at in range(2, len(record) - 7, 8):
            top, bottom, left, right = struct.unpack_from("<4H", record, at)
            sheet.merges.append(Merge(top + 1, left + 1, bottom + 1, right + 1))
    elif number == _VALIDATIONS and len(record) >= 18:  # noqa: PLR2004 - up to the count
        sheet.validations = int.from_bytes(record[14:18], "little")
