"""Reads OpenDocument spreadsheets in one pass of expat.

python-calamine reads them too, but tells neither merges nor hidden rows nor errors, drops line breaks and untyped
text, and repeats cells as often as a file asks; one pass of our own gives all of it within bounds.
"""

import math
import re
from datetime import date, datetime, time, timedelta

from enforcer.workbook.book import Sheet, Value, Visibility
from enforcer.workbook.causes import Refusal
from enforcer.workbook.formats.cell_rows import CellRows
from enforcer.workbook.formats.contents import Contents
from enforcer.workbook.formats.package import Package
from enforcer.workbook.formats.xml_walk import Attributes, attribute, utf8, walk
from enforcer.workbook.limits import Budget

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_DURATION = re.compile(
    r"(-?)P(?:([0-9]{1,6})D)?(?:T(?:([0-9]{1,7})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9}(?:\.[0-9]+)?)S)?)?"
)
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|Err:[0-9]{3}")
_HOURS_OF_A_DAY = 24
_BLANKS = re.compile(r"[ \t\r\n]+")
# What may stand in a cell without being its content.
_ASIDE = frozenset({"annotation", "frame", "custom-shape", "g", "tracked-changes", "shapes", "dde-links"})


def read(package: Package, budget: Budget) -> Contents:
    """The contents of the workbook. Raises Refusal."""
    manifest = package.find("META-INF/manifest.xml")
    if manifest and b"encryption-data" in package.read(manifest):
        raise Refusal("encrypted")
    content = package.find("content.xml")
    if content is None:
        raise Refusal("broken")
    reader = _Reader(budget)
    walk(utf8(package.read(content)), budget, reader.start, reader.end, reader.text)
    meta = package.find("meta.xml")
    properties = _properties(utf8(package.read(meta)), budget) if meta else {}
    return Contents("ods", tuple(reader.sheets), properties)


def read_flat(part: bytes, budget: Budget) -> Contents:
    """The contents of a workbook whose parts all stand in one XML file, given in UTF-8. Raises Refusal."""
    if b"office:spreadsheet" not in part:
        raise Refusal("word" if b"office:text" in part else "not_spreadsheet")
    reader = _Reader(budget)
    walk(part, budget, reader.start, reader.end, reader.text)
    return Contents("ods", tuple(reader.sheets), _properties(part, budget))


def _properties(part: bytes, budget: Budget) -> dict[str, str]:
    properties: dict[str, str] = {}
    name = ""

    def start(element: str, attributes: Attributes) -> None:
        nonlocal name
        name = attribute(attributes, "name") if element == "user-defined" else ""

    def text(piece: str) -> None:
        if name:
            properties[name] = properties.get(name, "") + piece

    def end(_: str) -> None:
        nonlocal name
        name = ""

    walk(part, budget, start, end, text)
    return properties


class _Reader:
    """Takes the events of content.xml and collects its sheets."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.sheets: list[Sheet] = []
        self.hidden_styles: set[str] = set()
        self.style = ""
        self.cells: CellRows | None = None
        self.name, self.visibility = "", "visible"
        self.aside = self.nested = 0
        self.row = self.column = 0
        self.row_repeats = self.cell_repeats = 1
        self.row_hidden = False
        self.row_cells: list[tuple[int, int, Value, str, bool, bool]] = []
        self.row_merges: list[tuple[int, int, int]] = []
        self.validation_names: set[str] = set()
        self.attributes: Attributes = {}
        self.in_cell = False
        self.paragraphs: list[list[str]] = []
        self.in_paragraph = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if self.aside or name in _ASIDE:
            self.aside += 1
            return
        # An error is told under calcext: after the plain type of office:, and so comes out on top.
        attributes = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if name == "table":
            self._open_table(attributes)
        elif self.cells is None:
            self._style(name, attributes)
        elif not self.nested:
            self._in_table(name, attributes)

    def _style(self, name: str, attributes: Attributes) -> None:
        if name == "style":
            self.style = attributes.get("name", "")
        elif name == "table-properties" and attributes.get("display") == "false":
            self.hidden_styles.add(self.style)

    def _in_table(self, name: str, attributes: Attributes) -> None:
        if name == "table-row":
            self._open_row(attributes)
        elif name in ("table-cell", "covered-table-cell"):
            self.attributes, self.in_cell = attributes, True
            self.paragraphs = []
        elif name == "table-column":
            self._column(attributes)
        elif self.in_cell:
            self._inside(name, attributes)

    def _open_table(self, attributes: Attributes) -> None:
        if self.cells is not None:
            self.nested += 1
            return
        count, limit = len(self.sheets) + 1, self.budget.limits.sheets
        if count > limit:
            raise Refusal("too_many_sheets", count=count, limit=limit)
        self.cells = CellRows(self.budget)
        self.name = attributes.get("name", "")
        self.visibility = "hidden" if attributes.get("style-name", "") in self.hidden_styles else "visible"
        self.row = self.column = 0
        self.validation_names = set()

    def _column(self, attributes: Attributes) -> None:
        first = self.column + 1
        self.column += min(_times(attributes, "number-columns-repeated"), _LAST_COLUMN)
        if self.cells and attributes.get("visibility", "") in ("collapse", "filter"):
            self.cells.hide_columns(first, min(self.column, _LAST_COLUMN))

    def _open_row(self, attributes: Attributes) -> None:
        self.column = 0
        self.row_repeats = _times(attributes, "number-rows-repeated")
        self.row_hidden = attributes.get("visibility", "") in ("collapse", "filter")
        self.row_cells.clear()
        self.row_merges.clear()

    def _inside(self, name: str, attributes: Attributes) -> None:
        if name in ("p", "h"):
            self.paragraphs.append([])
            self.in_paragraph += 1
        elif self.in_paragraph:
            if name == "s":
                self.text(" " * min(_times(attributes, "c"), 1024))
            elif name == "tab":
                self.text("\t")
            elif name == "line-break":
                self.text("\n")

    def text(self, text: str) -> None:
        if self.in_paragraph and not self.aside and not self.nested:
            self.paragraphs[-1].append(text)

    def end(self, name: str) -> None:
        if self.aside:
            self.aside -= 1
        elif name == "table":
            self._close_table()
        elif self.cells is None or self.nested:
            return
        elif name in ("p", "h"):
            self.in_paragraph = max(0, self.in_paragraph - 1)
        elif name in ("table-cell", "covered-table-cell"):
            self._close_cell()
        elif name == "table-row":
            self._close_row()

    def _close_cell(self) -> None:
        self.in_cell = False
        attributes = self.attributes
        repeats = _times(attributes, "number-columns-repeated")
        column, self.column = self.column + 1, self.column + repeats
        text = "\n".join(map("".join, self.paragraphs))
        formula = bool(attributes.get("formula", ""))
        value, error = _value(attributes, text, formula=formula)
        if value not in (None, "") or error or formula:
            if self.column > _LAST_COLUMN:
                raise Refusal("far_cells", cell="XFD1", limit=self.budget.limits.cells // 10_000)
            uncalculated = formula and not error and not text and not attributes.get("value-type", "")
            self.row_cells.append((column, self.column, value, error, formula, uncalculated))
        rows, columns = _times(attributes, "number-rows-spanned"), _times(attributes, "number-columns-spanned")
        if rows > 1 or columns > 1:
            self.row_merges.append((column, min(rows, _LAST_ROW), min(columns, _LAST_COLUMN)))
        if validation := attributes.get("content-validation-name", ""):
            self.validation_names.add(validation)

    def _close_row(self) -> None:
        cells = self.cells
        if cells is None:
            return
        first, self.row = self.row + 1, self.row + self.row_repeats
        # Rows that hold nothing are repeated to the sheet's end as a matter of course.
        last = min(self.row, _LAST_ROW) if self.row_cells else first
        if self.row_cells and self.row > _LAST_ROW:
            raise Refusal("far_cells", cell=f"A{self.row}"[:12], limit=self.budget.limits.cells // 10_000)
        if self.row_cells:
            cells.reach(first, self.row_cells[0][0], last, self.row_cells[-1][1])
        for row in range(first, last + 1):
            for start, end, value, error, formula, uncalculated in self.row_cells:
                for column in range(start, end + 1):
                    cells.put(row, column, value, error, formula=formula, uncalculated=uncalculated)
            for column, rows, columns in self.row_merges:
                cells.merge(row, column, rows, columns)
        # Blank rows are hidden by the hundred thousand; only one that stands alone may have been meant.
        if self.row_hidden and (self.row_cells or self.row_repeats == 1):
            cells.hide_rows(first, last)

    def _close_table(self) -> None:
        if self.nested:
            self.nested -= 1
        elif self.cells is not None:
            self.cells.validations = len(self.validation_names)
            visibility: Visibility = "hidden" if self.visibility == "hidden" else "visible"
            self.sheets.append(self.cells.sheet(self.name, len(self.sheets), visibility))
            self.cells = None


def _value(attributes: Attributes, text: str, *, formula: bool) -> tuple[Value, str]:
    """The cell's value, and its error where it is one; text stands for what cannot be read as its type."""
    kind = attributes.get("value-type", "")
    if kind == "error":
        return None, text.strip() or "#N/A"
    if formula and _ERROR.fullmatch(text.strip()):
        return None, text.strip()
    try:
        return (_typed(kind, attributes, text), "")
    except (ValueError, OverflowError):
        return text, ""


def _typed(kind: str, attributes: Attributes, text: str) -> Value:
    """The value of that kind. Raises ValueError, OverflowError where it is not what it claims to be."""
    if kind in ("float", "percentage", "currency"):
        number = float(attributes.get("value", ""))
        return number if math.isfinite(number) else text
    if kind == "boolean":
        return attributes.get("boolean-value") == "true"
    if kind == "date":
        return _day(attributes.get("date-value", ""))
    if kind == "time":
        return _span(attributes.get("time-value", ""))
    return (attributes.get("string-value") or text) if kind == "string" else text


def _day(written: str) -> Value:
    """2014-06-30 or 2014-06-30T10:11:12, a day where the time is midnight."""
    if "T" not in written:
        return date.fromisoformat(written)
    moment = datetime.fromisoformat(written.rstrip("Z"))
    return moment.date() if moment.time() == time() else moment


def _span(written: str) -> Value:
    """PT10H11M12S as a time of day; a timedelta beyond a day. Raises ValueError."""
    match = _DURATION.fullmatch(written)
    if not match:
        raise ValueError(written)
    sign, days, hours, minutes, seconds = match.groups()
    span = timedelta(int(days or 0), float(seconds or 0), 0, 0, int(minutes or 0), int(hours or 0))
    if sign or span >= timedelta(hours=_HOURS_OF_A_DAY):
        return -span if sign else span
    return (datetime.min + span).time()  # noqa: DTZ901 - only its time of day is used


def _times(attributes: Attributes, name: str) -> int:
    """How often something is repeated, 1 where it does not say."""
    number = attributes.get(name, "")
    return max(1, int(number[:9])) if number.isascii() and number.isdigit() else 1
