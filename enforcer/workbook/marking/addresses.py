"""Addresses of cells as they stand in parts of a workbook, and as links name them."""

import re
from typing import Final

from enforcer.domain.row import column_letters

CELL: Final = re.compile(r"\s*\$?([A-Za-z]{1,3})\$?([0-9]{1,7})\s*")


def cell_name(row: int, column: int) -> str:
    """(12, 6) -> F12."""
    return f"{column_letters(column)}{row}"


def location(sheet: str, row: int, column: int) -> str:
    """Where a link inside the workbook leads: '裁量基准'!F12, quotes in the sheet's name doubled."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{cell_name(row, column)}"
