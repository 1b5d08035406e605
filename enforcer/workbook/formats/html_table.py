"""Reads HTML tables, which web systems like to export under the name .xls; meant to run confined, in a child."""

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Literal

from enforcer.workbook.causes import Refusal
from enforcer.workbook.formats.cell_rows import CellRows
from enforcer.workbook.formats.contents import Contents
from enforcer.workbook.limits import Budget

if TYPE_CHECKING:
    from enforcer.workbook.book import Sheet

# As browsers bound them (HTML Standard, 4.9.11).
_MOST_COLUMNS, _MOST_ROWS = 1_000, 65_534
_SILENT = frozenset({"script", "style", "head", "title", "noscript", "template"})
# Elements after which a line of text is at its end.
_LINES = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_DEEPEST_TABLE = 20


def read(text: str, budget: Budget) -> Contents:
    """The contents of an HTML page: each table a sheet. Raises Refusal `no_table`, `far_cells`, `too_deep`."""
    parser = _Parser(budget)
    parser.feed(text)
    parser.close()
    while parser.tables:
        parser.close_table()
    sheets = [sheet for sheet in parser.sheets if sheet.rows]
    if not sheets:
        raise Refusal("no_table")
    return Contents("html", tuple(sheets), {})


class _Table:
    """A table while it is being read."""

    def __init__(self, budget: Budget, order: int) -> None:
        self.cells = CellRows(budget)
        self.order = order
        self.row = self.column = 0
        self.taken: dict[int, int] = {}
        self.hidden = False
        self.pieces: list[str] | None = None
        self.span = (1, 1)

    def open_row(self, *, hidden: bool) -> None:
        self.close_cell()
        self.row += 1
        self.column = 0
        self.taken = {column: left - 1 for column, left in self.taken.items() if left > 1}
        if hidden:
            self.cells.hide_rows(self.row, self.row)

    def open_cell(self, rows: int, columns: int) -> None:
        self.close_cell()
        if not self.row:
            self.open_row(hidden=False)
        self.column += 1
        while self.column in self.taken:
            self.column += 1
        self.span = (rows, columns)
        self.pieces = []

    def close_cell(self) -> None:
        if self.pieces is None:
            return
        rows, columns = self.span
        self.cells.put(self.row, self.column, _text(self.pieces))
        self.cells.merge(self.row, self.column, rows, columns)
        if rows > 1:
            # Counted down at each new row, so that one more than the rows below keeps this row's place too.
            self.taken.update(dict.fromkeys(range(self.column, self.column + columns), rows))
        self.column += columns - 1
        self.pieces = None


class _Parser(HTMLParser):
    """Takes the tags of a page and collects its tables; a table inside a cell becomes a sheet of its own."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(convert_charrefs=True)
        self.budget = budget
        self.sheets: list[Sheet] = []
        self.tables: list[_Table] = []
        self.count = self.seen = 0
        self.silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens what the tag opens; closes what HTML lets go unclosed."""
        if self.silent:
            return
        if tag in _SILENT:
            self.silent = tag
        elif tag == "table":
            self._open_table()
        elif self.tables:
            table = self.tables[-1]
            if tag == "tr":
                table.open_row(hidden=_is_hidden(attrs))
            elif tag == "caption":
                table.open_row(hidden=False)
                table.open_cell(1, 1)
            elif tag in ("td", "th"):
                named = dict(attrs)
                table.open_cell(_span(named, "rowspan", _MOST_ROWS), _span(named, "colspan", _MOST_COLUMNS))
            elif tag in _LINES and table.pieces is not None:
                table.pieces.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """HTML knows no empty cells written <td/>; spreadsheets that write them mean one."""
        self.handle_starttag(tag, attrs)
        if self.silent == tag:
            self.silent = ""

    def _open_table(self) -> None:
        if len(self.tables) >= _DEEPEST_TABLE:
            raise Refusal("too_deep")
        self.count += 1
        if self.count > self.budget.limits.sheets:
            raise Refusal("too_many_sheets", count=self.count, limit=self.budget.limits.sheets)
        self.tables.append(_Table(self.budget, self.count))

    def handle_endtag(self, tag: str) -> None:
        """Closes what the tag closes."""
        if self.silent:
            if tag == self.silent:
                self.silent = ""
        elif tag == "table" and self.tables:
            self.close_table()
        elif self.tables:
            table = self.tables[-1]
            if tag in ("td", "th", "tr", "caption"):
                table.close_cell()
            elif tag in _LINES and table.pieces is not None:
                table.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Text inside a cell; white space is one space, as a browser shows it."""
        if self.tables and not self.silent and self.tables[-1].pieces is not None:
            self.tables[-1].pieces.append(_collapsed(data))

    def close_table(self) -> None:
        """Finishes the innermost table."""
        table = self.tables.pop()
        table.close_cell()
        self.sheets.append(table.cells.sheet(f"表{table.order}", table.order - 1))
        self.sheets.sort(key=lambda sheet: sheet.index)


def _is_hidden(attrs: list[tuple[str, str | None]]) -> bool:
    style = dict(attrs).get("style") or ""
    return "display:none" in style.replace(" ", "").lower()


def _span(named: dict[str, str | None], key: Literal["rowspan", "colspan"], most: int) -> int:
    number = (named.get(key) or "").strip()
    return min(max(1, int(number[:9])), most) if number.isascii() and number.isdigit() else 1


def _collapsed(data: str) -> str:
    """The text with runs of ASCII white space as one space; an ideographic space is kept."""
    kept = data.translate(_SPACES)
    while "  " in kept:
        kept = kept.replace("  ", " ")
    return kept


_SPACES = dict.fromkeys(map(ord, "\t\n\r\f"), " ")


def _text(pieces: list[str]) -> str:
    lines = "".join(pieces).replace("\xa0", " ").split("\n")
    return "\n".join(line.strip(" ") for line in lines).strip("\n")
