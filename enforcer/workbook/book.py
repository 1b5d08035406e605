"""What the opening stair hands on: a workbook as it was read, cell by cell, nothing interpreted."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple

from enforcer.domain.sentence import Sentence

Value = str | int | float | bool | date | datetime | time | timedelta | None
Address = tuple[int, int]
Kind = Literal["xlsx", "xlsm", "xls", "xlsb", "ods", "xml", "html", "csv", "tsv"]
Visibility = Literal["visible", "hidden", "very hidden"]


class Merge(NamedTuple):
    """A merged range, its corners included, in Excel's own numbers (row 1, column 1 is A1)."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet as read. Every row and column number and every address is Excel's, counted from 1.

    `rows[0][0]` is the cell at (`first_row`, `first_column`); all rows are equally long. A blank cell, an error
    cell and a formula without a value are all None in `rows`; `errors` and `uncalculated` tell them apart.
    Numbers come as the file stores them (an 18-digit number is a float that has lost its last digits).
    A fact that the format does not tell (formulas of an .xls, say) is left empty, never invented.
    """

    name: str
    index: int
    visibility: Visibility = "visible"
    rows: list[list[Value]] = field(default_factory=list)
    first_row: int = 1
    first_column: int = 1
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    errors: dict[Address, str] = field(default_factory=dict)
    formulas: frozenset[Address] = frozenset()
    uncalculated: frozenset[Address] = frozenset()
    validations: int = 0

    def at(self, row: int, column: int) -> Value:
        """The value in Excel's row and column, None where nothing was read."""
        across, down = column - self.first_column, row - self.first_row
        if 0 <= down < len(self.rows) and 0 <= across < len(self.rows[down]):
            return self.rows[down][across]
        return None


class Book(NamedTuple):
    """One workbook as read.

    `name` is the path as it was given; for a file inside an archive, archive and inner name joined by a slash.
    `sha256` and `size` (bytes) are those of the workbook's own file. `properties` are the custom document
    properties. `sheets` are the worksheets in the workbook's order; chart, macro and dialogue sheets are left out.
    `notes` say what is worth knowing about the file that was read (an extension that lies, say).
    """

    name: str
    kind: Kind
    sha256: str
    size: int
    sheets: tuple[Sheet, ...]
    properties: dict[str, str]
    notes: tuple[Sentence, ...] = ()
