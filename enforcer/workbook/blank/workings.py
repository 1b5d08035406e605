"""The very hidden sheet beside the mark: lists and arithmetic that the cells of a blank refer to by name.

Validations and conditional formats may hold neither arrays of constants nor other sheets' cells, but names: so all
that is longer than a comparison stands here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enforcer.domain.row import column_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

# Columns A and B belong to the mark, C keeps them apart.
_LAST_TAKEN = 3
# Written as the result of each formula: LibreOffice then calculates it on opening; Excel does so anyway.
UNCALCULATED = ""


class Workings:
    """Hands out the columns of the hidden sheet, one for each list or line of arithmetic, and names them."""

    def __init__(self, workbook: Workbook, sheet: Worksheet) -> None:
        self._workbook = workbook
        self._sheet = sheet
        self._column = _LAST_TAKEN

    def refer(self, name: str, sheet: str, cells: str) -> str:
        """Names cells of any sheet: `cells` with dollar signs, $C$6:$C$96."""
        quoted = sheet.replace("'", "''")
        self._workbook.define_name(name, f"='{quoted}'!{cells}")
        return name

    def put(self, name: str, items: Sequence[str | int]) -> str:
        """Names a column with these items, top to bottom."""
        letters = self._next()
        for row, item in enumerate(items):
            if isinstance(item, int):
                self._sheet.write_number(row, self._column - 1, item)
            else:
                self._sheet.write_string(row, self._column - 1, item)
        return self._named(name, letters, len(items))

    def calculate(self, name: str, formulas: Sequence[str]) -> str:
        """Names a column of formulas, one a row from row 1; they may refer to the column that `next_column` tells."""
        letters = self._next()
        column, last = self._column - 1, len(formulas) - 1
        for row in {0, last}:
            self._sheet.write_formula(row, column, f"={formulas[row]}", None, UNCALCULATED)
        # write_formula searches each for thirty functions that none of them has: two thirds of the time of a blank.
        table = self._sheet.table
        written = table[0][column]
        for row in range(1, last):
            table[row][column] = written._replace(formula=formulas[row])
        return self._named(name, letters, len(formulas))

    @property
    def next_column(self) -> str:
        """The letters of the column that comes next, for formulas that refer to their neighbours above or below."""
        return column_letters(self._column + 1)

    def _next(self) -> str:
        self._column += 1
        return column_letters(self._column)

    def _named(self, name: str, letters: str, rows: int) -> str:
        last = f":${letters}${rows}" if rows > 1 else ""
        return self.refer(name, self._sheet.get_name(), f"${letters}$1{last}")
