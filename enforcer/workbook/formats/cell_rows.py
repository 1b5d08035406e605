"""Collects the cells that a reader of ours meets, one after another, into the rows of a sheet."""

from enforcer.domain.row import column_letters
from enforcer.workbook.book import Address, Merge, Sheet, Value, Visibility
from enforcer.workbook.causes import Refusal
from enforcer.workbook.limits import Budget


class CellRows:
    """The filled cells of a sheet by row and column, counted from 1, and what else is told about it.

    Raises Refusal `far_cells` as soon as the rectangle they span is too large, `too_much_text`.
    """

    __slots__ = (
        "_bottom", "_budget", "_left", "_right", "_rows", "_top",
        "errors", "formulas", "hidden_columns", "hidden_rows", "merges", "uncalculated", "validations",
    )  # fmt: skip

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._rows: dict[int, dict[int, Value]] = {}
        self._top = self._left = 1 << 30
        self._bottom = self._right = 0
        self.errors: dict[Address, str] = {}
        self.formulas: set[Address] = set()
        self.uncalculated: set[Address] = set()
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merges: list[Merge] = []
        self.validations = 0

    def reach(self, top: int, left: int, bottom: int, right: int) -> None:
        """Makes sure that there may be cells in all of this rectangle, before they are put one by one."""
        self._check(min(self._top, top), min(self._left, left), max(self._bottom, bottom), max(self._right, right))

    def put(
        self,
        row: int,
        column: int,
        value: Value,
        error: str = "",
        *,
        formula: bool = False,
        uncalculated: bool = False,
    ) -> None:
        """Notes what a cell holds; a cell that holds nothing is no cell."""
        if row > self._bottom or column > self._right or row < self._top or column < self._left:
            if value in (None, "") and not error and not formula:
                return
            self._top, self._bottom = min(self._top, row), max(self._bottom, row)
            self._left, self._right = min(self._left, column), max(self._right, column)
            self._check(self._top, self._left, self._bottom, self._right)
        if error or formula:
            self._budget.tell()
        if error:
            self.errors[row, column] = error
        elif value not in (None, ""):
            if isinstance(value, str):
                self._budget.write(len(value))
            self._rows.setdefault(row, {})[column] = value
        if formula:
            self.formulas.add((row, column))
        if uncalculated:
            self.uncalculated.add((row, column))

    def _check(self, top: int, left: int, bottom: int, right: int) -> None:
        limit = self._budget.limits.cells
        if (bottom - top + 1) * (right - left + 1) > limit:
            cell = f"{column_letters(right)}{bottom}"
            raise Refusal("far_cells", cell=cell, limit=limit // 10_000)

    def merge(self, top: int, left: int, rows: int, columns: int) -> None:
        """Notes a merged range by its first cell and its extent; a range of one cell is none."""
        if rows > 1 or columns > 1:
            self._budget.tell()
            self.merges.append(Merge(top, left, top + rows - 1, left + columns - 1))

    def hide_rows(self, first: int, last: int) -> None:
        """Notes rows as hidden, both ends included."""
        self._budget.tell(max(0, last - first + 1))
        self.hidden_rows.update(range(first, last + 1))

    def hide_columns(self, first: int, last: int) -> None:
        """Notes columns as hidden, both ends included."""
        self._budget.tell(max(0, last - first + 1))
        self.hidden_columns.update(range(first, last + 1))

    def sheet(self, name: str, index: int, visibility: Visibility = "visible") -> Sheet:
        """The sheet of all cells put so far."""
        rows: list[list[Value]] = []
        if self._bottom:
            width = self._right - self._left + 1
            corner = f"{column_letters(self._right)}{self._bottom}"
            self._budget.span(self._bottom - self._top + 1, width, corner)
            for number in range(self._top, self._bottom + 1):
                row: list[Value] = [None] * width
                for column, value in self._rows.get(number, {}).items():
                    row[column - self._left] = value
                rows.append(row)
        return Sheet(
            name,
            index,
            visibility,
            rows,
            self._top if rows else 1,
            self._left if rows else 1,
            tuple(self.merges),
            frozenset(self.hidden_rows),
            frozenset(self.hidden_columns),
            self.errors,
            frozenset(self.formulas),
            frozenset(self.uncalculated),
            self.validations,
        )
