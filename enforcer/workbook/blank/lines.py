"""Lines of arithmetic on the hidden sheet: one formula for each row of the form's table, counted from its header.

The formulas go by the row's place below the header, not by its address: so they stay right when rows are inserted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from enforcer.workbook.blank.workings import Workings

# Stand in the formula of a line for the row's number in this sheet, the rows above and below it, and its place in a
# range that begins with the header.
HERE, ABOVE, BELOW, PLACE = "{here}", "{above}", "{below}", "{place}"


def cell(key: str) -> str:
    """The row's cell in the column of this key."""
    return f"INDEX(_{key},{PLACE})"


def flag(condition: str, otherwise: int = 0) -> str:
    """1 where the condition holds, else 0; `otherwise` where a cell that it needs is an error."""
    return f"IFERROR(IF({condition},1,0),{otherwise})"


class Lines:
    """Writes lines of `rows` formulas each and remembers where they stand."""

    def __init__(self, workings: Workings, rows: int) -> None:
        self._workings = workings
        self._letters: dict[str, str] = {}
        self.rows: Final = rows

    def write(self, name: str, formula: str, *, first: str | None = None, last: str | None = None) -> str:
        """A line of this formula, named; the first or the last row may have another one. Gives `own(name)`.

        `name!` in the formula is the line itself, to be followed by ABOVE or BELOW.
        """
        self._letters[name] = self._workings.next_column
        formula = formula.replace(f"{name}!", self._letters[name])
        made = [self._for_row(formula, row) for row in range(1, self.rows + 1)]
        if first is not None:
            made[0] = self._for_row(first, 1)
        if last is not None:
            made[-1] = self._for_row(last, self.rows)
        self._workings.calculate(name, made)
        return self.own(name)

    def put(self, name: str, items: Sequence[str]) -> None:
        """A list that the lines look in."""
        self._workings.put(name, items)

    def own(self, name: str, row: str = HERE) -> str:
        """The cell of a line that was written, in the same row, or in the row above or below."""
        return self._letters[name] + row

    @staticmethod
    def _for_row(formula: str, row: int) -> str:
        return (
            formula.replace(PLACE, str(row + 1))
            .replace(HERE, str(row))
            .replace(ABOVE, str(row - 1))
            .replace(BELOW, str(row + 1))
        )
