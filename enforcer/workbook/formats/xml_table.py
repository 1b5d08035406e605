"""Reads XML spreadsheets of 2003 (SpreadsheetML), which web systems like to export under the name .xls."""

from datetime import datetime

from enforcer.workbook.book import Sheet, Value, Visibility
from enforcer.workbook.causes import Refusal, note
from enforcer.workbook.formats.cell_rows import CellRows
from enforcer.workbook.formats.contents import Contents
from enforcer.workbook.formats.xml_walk import Attributes, walk
from enforcer.workbook.limits import Budget

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_STATES: dict[str, Visibility] = {"SheetHidden": "hidden", "SheetVeryHidden": "very hidden"}


def read(part: bytes, budget: Budget) -> Contents:
    """The contents of a workbook given as XML in UTF-8. Raises Refusal."""
    reader = _Reader(budget)
    walk(part, budget, reader.start, reader.end, reader.text)
    return Contents("xml", tuple(reader.sheets), reader.properties, (note("xml"),))


class _Reader:
    """Takes the events of the workbook and collects its sheets."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.sheets: list[Sheet] = []
        self.properties: dict[str, str] = {}
        self.cells: CellRows | None = None
        self.name = ""
        self.visibility: Visibility = "visible"
        self.row = self.down = self.column = self.across = 0
        self.kind = ""
        self.formula = False
        self.pieces: list[str] = []
        self.taking = self.in_properties = False
        self.aside = 0

    def start(self, name: str, attributes: Attributes) -> None:
        # A cell's comment has a <Data> of its own.
        if self.aside or name == "Comment":
            self.aside += 1
            return
        attributes = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if name == "Worksheet":
            count, limit = len(self.sheets) + 1, self.budget.limits.sheets
            if count > limit:
                raise Refusal("too_many_sheets", count=count, limit=limit)
            self.cells = CellRows(self.budget)
            self.name, self.visibility = attributes.get("Name", ""), "visible"
            self.row = self.down = 0
        elif name == "CustomDocumentProperties":
            self.in_properties = True
        elif self.in_properties or name == "Visible":
            self._take()
        elif self.cells:
            self._inside(self.cells, name, attributes)

    def _take(self) -> None:
        self.taking = True
        self.pieces.clear()

    def _inside(self, cells: CellRows, name: str, attributes: Attributes) -> None:
        if name == "Row":
            self.row = _number(attributes, "Index") or self.row + self.down + 1
            self.column = self.across = 0
            # A row may stand for several that look alike and hold nothing.
            self.down = min(_number(attributes, "Span"), _LAST_ROW)
            if attributes.get("Hidden") == "1":
                cells.hide_rows(self.row, self.row)
        elif name == "Column":
            first = _number(attributes, "Index") or self.column + 1
            self.column = first + _number(attributes, "Span")
            if attributes.get("Hidden") == "1":
                cells.hide_columns(first, min(self.column, _LAST_COLUMN))
        elif name == "Cell":
            self._open_cell(cells, attributes)
        elif name == "Data":
            self.kind = attributes.get("Type", "String")
            self._take()
        elif name == "DataValidation":
            cells.validations += 1

    def _open_cell(self, cells: CellRows, attributes: Attributes) -> None:
        self.column = _number(attributes, "Index") or self.column + self.across + 1
        self.across, down = _number(attributes, "MergeAcross"), _number(attributes, "MergeDown")
        if self.column > _LAST_COLUMN or self.row > _LAST_ROW:
            raise Refusal("broken")
        cells.merge(self.row, self.column, min(down, _LAST_ROW) + 1, min(self.across, _LAST_COLUMN) + 1)
        self.formula = "Formula" in attributes
        self.kind = ""
        self.pieces.clear()

    def text(self, text: str) -> None:
        if self.taking and not self.aside:
            self.pieces.append(text)

    def end(self, name: str) -> None:
        if self.aside:
            self.aside -= 1
        elif name == "CustomDocumentProperties":
            self.in_properties = False
        elif self.in_properties:
            self.properties[name] = "".join(self.pieces)
            self.taking = False
        elif self.cells and name == "Cell":
            self._close_cell(self.cells)
        elif name == "Data":
            self.taking = False
        elif name == "Table":
            self.column = 0
        elif name == "Visible":
            self.visibility = _STATES.get("".join(self.pieces).strip(), "visible")
            self.taking = False
        elif self.cells and name == "Worksheet":
            self.sheets.append(self.cells.sheet(self.name, len(self.sheets), self.visibility))
            self.cells = None

    def _close_cell(self, cells: CellRows) -> None:
        text = "".join(self.pieces)
        error = text.strip() if self.kind == "Error" else ""
        value = None if error else _value(self.kind, text)
        uncalculated = self.formula and not self.kind
        cells.put(self.row, self.column, value, error, formula=self.formula, uncalculated=uncalculated)


def _value(kind: str, text: str) -> Value:
    """The value of that kind; the text where it is not what it claims to be."""
    try:
        if kind == "Number":
            number = float(text)
            return number if number - number == 0 else text
        if kind == "Boolean":
            return text.strip() in ("1", "true")
        if kind == "DateTime":
            moment = datetime.fromisoformat(text.strip())
            return moment.date() if not (moment.hour or moment.minute or moment.second) else moment
    except (ValueError, OverflowError):
        return text
    return text


def _number(attributes: Attributes, name: str) -> int:
    number = attributes.get(name, "")
    return int(number[:9]) if number.isascii() and number.isdigit() else 0
