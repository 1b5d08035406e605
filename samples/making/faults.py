"""Faults that no table can spell: broken files, formulas, hidden rows, a form that was tampered with."""

import io
import struct
from collections.abc import Mapping
from copy import deepcopy

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from making import formats
from making.blanks import filled_blank
from making.content import YEAR, load_unit
from making.formats import steady
from making.sheets import Sheet

_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512


def workbooks(plan: Sheet, officer: Sheet) -> Mapping[str, Mapping[str, bytes]]:
    """Folder -> files, made from a sound annex 1 and a sound annex 4 of one row each."""
    return {
        "W001-unreadable-file": unreadable(formats.xlsx([plan])),
        "W002-unrecognised-annex": {"annex1.xlsx": formats.xlsx([_attendance()])},
        "W005-uncalculated-formula": {"annex1.xlsx": _with_formula(plan, calculated=None)},
        "W006-error-cell": {"annex1.xlsx": _with_formula(plan, calculated="#REF!")},
        "W008-truncated-number": {"annex4.xlsx": formats.xlsx([_with_number(officer)])},
        "W010-hidden-content": {"annex1.xlsx": _with_hidden_row()},
        "W011-altered-form": {"annex1.xlsx": _without_validations()},
    }


def unreadable(sound: bytes) -> Mapping[str, bytes]:
    """Files that cannot be opened, each for a reason of its own."""
    return {
        "cut-short.xlsx": sound[: len(sound) // 2],
        "empty.xlsx": b"",
        "encrypted.xlsx": _compound("EncryptedPackage", bytes(4096)),
        "packed.rar": b"Rar!\x1a\x07\x00" + bytes(64),
        "photo.xls": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01" + bytes(64) + b"\xff\xd9",
    }


def _attendance() -> Sheet:
    """A list that is no annex."""
    sheet = Sheet("签到表")
    sheet.band("行政执法规范化建设年活动动员会签到表", 3)
    sheet.add(["姓名", "职务", "签名"])
    for person in load_unit("safety").people[:2]:
        sheet.add([person.name, person.post])
    return sheet


def _cell(sheet: Sheet, header: str) -> tuple[int, int]:
    """The cell under this header in the last row."""
    column = next(place for (_, place), value in sheet.cells.items() if value == header)
    return sheet.row, column


def _with_formula(plan: Sheet, calculated: str | None) -> bytes:
    """检查机构 as a formula: without a result where openpyxl writes it, else with this error as its result."""
    row, column = _cell(plan, "检查机构")
    if calculated is None:
        book = load_workbook(io.BytesIO(formats.xlsx([plan])))
        book[plan.name].cell(row, column).value = "=LEFT(J3,4)"
        return _saved(book)
    sheet = deepcopy(plan)
    sheet.cells[row, column] = formats.Formula("=#REF!", calculated)
    return formats.xlsx([sheet])


def _with_number(officer: Sheet) -> Sheet:
    """身份证号 typed into a cell that was not text: a number, of which fifteen digits are kept."""
    sheet = deepcopy(officer)
    cell = _cell(sheet, "身份证号")
    sheet.cells[cell] = float(str(sheet.cells[cell])[:15] + "000")
    return sheet


def _with_hidden_row() -> bytes:
    """A plan whose second inspection is hidden, not deleted."""
    return _blank_plan(lambda _, sheet: sheet.row_dimensions[_last_row(sheet)].__setattr__("hidden", True))


def _without_validations() -> bytes:
    """A blank whose choices and restrictions were pasted over."""
    return _blank_plan(lambda _, sheet: sheet.data_validations.dataValidation.clear())


def _blank_plan(change: object) -> bytes:
    unit = load_unit("safety")
    return filled_blank(1, unit.name, YEAR, unit.header(1), unit.plan[:2], change=change)  # type: ignore[arg-type]


def _last_row(sheet: Worksheet) -> int:
    return max(cell.row for row in sheet.iter_rows(min_col=3, max_col=3) for cell in row if cell.value is not None)


def _saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return steady(stream.getvalue())


def _compound(name: str, content: bytes) -> bytes:
    """An OLE2 container of one stream, such as a password makes of a workbook."""
    count = len(content) // _SECTOR
    chain = [*range(1, count), _END, _END, _TABLE]
    table = struct.pack(f"<{_SECTOR // 4}L", *chain, *([_FREE] * (_SECTOR // 4 - len(chain))))
    entries = _entry("Root Entry", 5, _END, 0, child=1) + _entry(name, 2, 0, len(content), child=_FREE)
    numbers = (0, 1, count, 0, 4096, _END, 0, _END, 0)
    head = struct.pack("<8s16s5H6x9L", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, *numbers)
    head += struct.pack("<109L", count + 1, *([_FREE] * 108))
    return head + content + entries.ljust(_SECTOR, b"\0") + table


def _entry(name: str, kind: int, start: int, size: int, *, child: int) -> bytes:
    raw = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBLLL16sL16sLQ", raw, len(raw) + 2, kind, 1, _FREE, _FREE, child, bytes(16), 0, bytes(16), start, size
    )
