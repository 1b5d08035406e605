"""Writes a doubtful OOXML sheet anew, in the plain way, with nothing in it that a reader could stumble over.

Prefixes, comments, odd attributes and addresses left to be counted are gone afterwards; cells that hold nothing
no longer stretch the sheet; error cells are taken out and told apart; what is no number is kept as text.
"""

import re
from typing import TYPE_CHECKING

from enforcer.domain.row import column_letters
from enforcer.workbook.causes import Refusal
from enforcer.workbook.formats.sheet_facts import LAST_COLUMN, LAST_ROW, Facts, column_number, is_number, merge
from enforcer.workbook.formats.xml_walk import Attributes, walk
from enforcer.workbook.limits import Budget

if TYPE_CHECKING:
    from enforcer.workbook.book import Address, Merge

_ADDRESS = re.compile(r"\s*\$?([A-Za-z]{1,3})\$?([0-9]{1,7})\s*\Z")
_TRUE = frozenset({"1", "true"})
_TEXT = frozenset({"str", "inlineStr"})
# Beyond it no day can be meant, and readers overflow when they try.
_LARGEST_DAY = 1e9


def rewritten(sheet: bytes, budget: Budget) -> Facts:
    """The facts of a sheet part given in UTF-8; their `part` is the sheet's cells in the plain way.

    Raises Refusal `broken`, `far_cells`, `hostile_xml`, `too_deep`, `timeout`.
    """
    writer = _Writer(budget)
    walk(sheet, budget, writer.start, writer.end, writer.text)
    return writer.facts()


class _Writer:
    """Takes the events of one sheet part and collects the plain one."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.data, self.cells_of_row = bytearray(b"<sheetData>"), bytearray()
        self.validations = 0
        self.errors: dict[Address, str] = {}
        self.formulas: set[Address] = set()
        self.uncalculated: set[Address] = set()
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merges: list[Merge] = []
        self.inside = self.done = False
        self.row = self.column = 0
        self.attributes: Attributes = {}
        self.field = ""
        self.value: list[str] = []
        self.inline: list[str] = []
        self.has_formula = self.has_value = self.phonetic = False
        self.top, self.left, self.bottom, self.right = LAST_ROW, LAST_COLUMN, 0, 0
        self.far: Address = (0, 0)

    def start(self, name: str, attributes: Attributes) -> None:
        if not self.inside:
            self._outside(name, attributes)
        elif name == "row":
            self._open_row(attributes)
        elif name == "c":
            self._open_cell(attributes)
        elif name == "f":
            self.has_formula, self.field = True, name
        elif name == "v":
            self.has_value, self.field = True, name
        elif name == "t" and not self.phonetic:
            self.field = name
        elif name == "rPh":
            self.phonetic = True

    def _outside(self, name: str, attributes: Attributes) -> None:
        if name == "sheetData":
            self.inside, self.done = not self.done, True
        elif name == "col" and attributes.get("hidden") in _TRUE:
            first, last = _whole(attributes.get("min")), _whole(attributes.get("max"))
            columns = range(first, min(last, LAST_COLUMN) + 1)
            self.budget.tell(len(columns))
            self.hidden_columns.update(columns)
        elif name == "mergeCell":
            corners = [_ADDRESS.match(corner) for corner in attributes.get("ref", "").split(":")]
            if len(corners) == 2 and corners[0] and corners[1]:  # noqa: PLR2004 - a range has two corners
                (left, top), (right, bottom) = corners[0].groups(), corners[1].groups()
                self.budget.tell()
                self.merges.append(merge(column_number(left), int(top), column_number(right), int(bottom)))
        elif name == "dataValidation":
            self.validations += 1

    def _open_row(self, attributes: Attributes) -> None:
        self.row = _whole(attributes["r"]) if "r" in attributes else self.row + 1
        self.column = 0
        if not 1 <= self.row <= LAST_ROW:
            raise Refusal("broken")
        if attributes.get("hidden") in _TRUE:
            self.budget.tell()
            self.hidden_rows.add(self.row)

    def _open_cell(self, attributes: Attributes) -> None:
        self.attributes = attributes
        address = attributes.get("r")
        if address is None:
            self.column += 1
        elif match := _ADDRESS.match(address):
            # Where cell and row disagree, readers believe the cell.
            self.column, self.row = column_number(match[1]), int(match[2])
        else:
            raise Refusal("broken")
        if not (1 <= self.column <= LAST_COLUMN and 1 <= self.row <= LAST_ROW):
            raise Refusal("broken")
        self.value.clear()
        self.inline.clear()
        self.has_formula = self.has_value = False
        self.field = ""

    def text(self, text: str) -> None:
        if self.field == "v":
            self.value.append(text)
        elif self.field == "t":
            self.inline.append(text)

    def end(self, name: str) -> None:
        if not self.inside:
            return
        if name == "c":
            self._close_cell()
        elif name in ("row", "sheetData"):
            self.inside = name == "row"
            if self.cells_of_row:
                self.data += b'<row r="%d">%s</row>' % (self.row, self.cells_of_row)
                self.cells_of_row.clear()
        elif name == "rPh":
            self.phonetic = False
        elif name == self.field:
            self.field = ""

    def _close_cell(self) -> None:
        kind = self.attributes.get("t", "n")
        value, inline = "".join(self.value), "".join(self.inline)
        address = (self.row, self.column)
        if self.has_formula or kind == "e":
            self.budget.tell()
        if self.has_formula:
            self.formulas.add(address)
            if not value and not inline and not (kind == "str" and self.has_value):
                self.uncalculated.add(address)
        if kind == "e":
            if value:
                self.errors[address] = value.strip()
        elif inline or (kind in _TEXT and value):
            self._write(b' t="inlineStr"', b'<is><t xml:space="preserve">%s</t></is>', inline or value)
        elif kind in ("s", "b", "d") and value.strip():
            self._write(b' t="%s"' % kind.encode(), b"<v>%s</v>", value.strip())
        elif kind not in _TEXT and value.strip():
            self._write_number(value.strip())

    def _write_number(self, value: str) -> None:
        if not is_number(value):
            self._write(b' t="inlineStr"', b"<is><t>%s</t></is>", value)
            return
        style = _whole(self.attributes.get("s")) if abs(float(value)) < _LARGEST_DAY else 0
        self._write(b' s="%d"' % style if style else b"", b"<v>%s</v>", value)

    def _write(self, attributes: bytes, form: bytes, text: str) -> None:
        if self.row >= self.bottom or self.column > self.right:
            self.far = (self.row, self.column)
        self.top, self.bottom = min(self.top, self.row), max(self.bottom, self.row)
        self.left, self.right = min(self.left, self.column), max(self.right, self.column)
        content = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode("utf-8", "replace")
        reference = f"{column_letters(self.column)}{self.row}".encode()
        self.cells_of_row += b'<c r="%s"%s>%s</c>' % (reference, attributes, form % content)

    def facts(self) -> Facts:
        limit = self.budget.limits.cells
        if self.bottom and (self.bottom - self.top + 1) * (self.right - self.left + 1) > limit:
            cell = f"{column_letters(self.far[1])}{self.far[0]}"
            raise Refusal("far_cells", cell=cell, limit=limit // 10_000)
        return Facts(
            bytes(self.data),
            0,
            len(self.data),
            tuple(self.merges),
            frozenset(self.hidden_rows),
            frozenset(self.hidden_columns),
            self.errors,
            frozenset(self.formulas),
            frozenset(self.uncalculated),
            self.validations,
        )


def _whole(number: str | None) -> int:
    """The number as written, 0 where it is none."""
    number = (number or "").strip()
    return int(number[:9]) if number.isascii() and number.isdigit() else 0
