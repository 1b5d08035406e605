"""How a sheet of the report is written: heads that stay, columns with a kind, colours for states, a print set-up.

Text goes in as text: whatever a cell of a unit's file begins with, no formula starts here.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from enforcer.domain.masking import masked
from enforcer.domain.sentence import Translate, words
from enforcer.reports.legible import legible
from enforcer.reports.zips import repacked
from enforcer.workbook.blank.styles import A4, FONT, FONT_SIZE
from enforcer.workbook.blank.text_heights import height

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

A3: Final = 8
"""For tables with many columns."""

Kind = Literal["text", "word", "number", "day", "share", "points"]
Tint = tuple[str, str]

_LONGEST_TEXT: Final = 32_767
_HIGHEST: Final = 155.0
_NARROWEST: Final = 4
_LINE: Final = "#7F7F7F"
_HEAD: Final = "#D6DCE4"
_KINDS: Final[dict[Kind, dict[str, Any]]] = {
    "text": {"align": "left", "text_wrap": True, "num_format": "@"},
    "word": {"align": "center", "text_wrap": True, "num_format": "@"},
    "number": {"align": "right", "num_format": "#,##0"},
    "day": {"align": "center", "num_format": "yyyy-mm-dd"},
    "share": {"align": "right", "num_format": "0%"},
    "points": {"align": "right", "num_format": "0.##"},
}
_OTHERS: Final[dict[str, dict[str, Any]]] = {
    "title": {"font_size": 16, "bold": True, "align": "left", "valign": "vcenter"},
    "note": {"align": "left", "valign": "vcenter", "text_wrap": True},
    "warning": {"align": "left", "valign": "vcenter", "text_wrap": True, "bold": True, "font_color": "#C00000"},
    "topic": {"bold": True, "align": "left", "valign": "top", "border": 1, "border_color": _LINE, "text_wrap": True},
    "head": {
        "bold": True,
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
        "border": 1,
        "border_color": _LINE,
        "bg_color": _HEAD,
    },
}


class Column(NamedTuple):
    """A column: its head, its width in characters, and what kind of value its cells hold."""

    head: str
    width: float
    kind: Kind = "text"


class Book:
    """A workbook under way: formats made once, sheets written row by row, so that memory does not grow with them."""

    def __init__(self, workbook: Workbook, translate: Translate) -> None:
        self._workbook = workbook
        self.translate = translate
        self._formats: dict[str, Format] = {}

    def sheet(self, name: str, *, landscape: bool = True, footer: str = "", paper: int = A4) -> Worksheet:
        """A new sheet of that name, set up to print one page wide on A4, its name at the head of each page."""
        made = self._workbook.add_worksheet(name)
        made.set_paper(paper)
        if landscape:
            made.set_landscape()
        made.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.75)
        made.set_header(f"&C{name.replace('&', '&&')}")
        made.set_footer(f"{self.translate('&C第&P页　共&N页')}{footer}")
        made.fit_to_pages(1, 0)
        made.hide_gridlines(2)
        return made

    def format(self, name: str) -> Format:
        """The format of that kind or name."""
        if name not in self._formats:
            properties = _OTHERS.get(name) or {
                **_KINDS[name],  # type: ignore[index]
                "valign": "vcenter",
                "border": 1,
                "border_color": _LINE,
            }
            self._formats[name] = self._workbook.add_format({"font_name": FONT, "font_size": FONT_SIZE, **properties})
        return self._formats[name]

    def tints(
        self,
        sheet: Worksheet,
        area: tuple[int, int, int, int],
        tints: Iterable[tuple[str, Tint]],
        *,
        begins: bool = False,
    ) -> None:
        """Colours the cells of `area` that are one of these words, or begin with it: (word, (behind, letters))."""
        for word, (behind, letters) in tints:
            tint = self._workbook.add_format({"bg_color": behind, "font_color": letters})
            rule: dict[str, Any] = {"type": "cell", "criteria": "==", "value": _quoted(word), "format": tint}
            if begins:
                rule = {"type": "text", "criteria": "begins with", "value": word, "format": tint}
            sheet.conditional_format(*area, rule)

    def write(self, sheet: Worksheet, row: int, column: int, value: object, kind: str) -> str:
        """One cell; gives the text that it shows, "" for numbers and days.

        Numbers and days are such; everything else is text, masked, and never a formula.
        """
        form = self.format(kind)
        text = ""
        if isinstance(value, bool) or value is None:
            sheet.write_blank(row, column, None, form)
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, form)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, datetime.combine(value, time()), form)
        else:
            said = masked(value) if type(value) is str else words(value, self.translate)
            text = legible(said)[:_LONGEST_TEXT]
            sheet.write_string(row, column, text, form) if text else sheet.write_blank(row, column, None, form)
        return text

    def line(self, sheet: Worksheet, row: int, value: object, kind: str, widths: Sequence[float]) -> int:
        """A line of text across columns of these widths, as high as it needs; gives the row after it."""
        if len(widths) > 1:
            sheet.merge_range(row, 0, row, len(widths) - 1, "", self.format(kind))
        text = self.write(sheet, row, 0, value, kind)
        sheet.set_row(row, _height([(text, sum(widths))], self._size(kind)))
        return row + 1

    def table(
        self,
        sheet: Worksheet,
        columns: Sequence[Column],
        rows: Iterable[Sequence[object]],
        top: int = 0,
        *,
        only: bool = True,
        keep: int = 0,
    ) -> int:
        """A head and its rows from `top` on; gives the row after the last.

        Where it is the sheet's `only` table the head stays in sight, prints on each page and can be filtered by, the
        `keep` first columns stay too, and the widths are its own. No text is cut off, up to the height of ten lines.
        """
        if only:
            for number, column in enumerate(columns):
                sheet.set_column(number, number, column.width)
        self.row(sheet, top, [(column.head, "head", column.width) for column in columns])
        after = top + 1
        for row in rows:
            cells = zip(row, columns, strict=True)
            self.row(sheet, after, [(value, column.kind, column.width) for value, column in cells])
            after += 1
        if only:
            sheet.freeze_panes(top + 1, keep)
            sheet.repeat_rows(top)
            sheet.autofilter(top, 0, max(after - 1, top), len(columns) - 1)
        return after

    def row(self, sheet: Worksheet, row: int, cells: Iterable[tuple[object, str, float]]) -> int:
        """One row of (value, format, width), as high as its texts need; gives the row after it."""
        texts = [
            (self.write(sheet, row, number, value, kind), width) for number, (value, kind, width) in enumerate(cells)
        ]
        sheet.set_row(row, _height(texts, FONT_SIZE))
        return row + 1

    def _size(self, kind: str) -> float:
        size: float = _OTHERS.get(kind, {}).get("font_size", FONT_SIZE)
        return size

    def chart(self, kind: str, subtype: str | None = None) -> Any:
        """A native chart, still empty."""
        return self._workbook.add_chart({"type": kind, **({"subtype": subtype} if subtype else {})})

    def finish(self, chart: Any, title: str, size: tuple[int, int], *, legend: bool = True) -> None:
        """Title, size in pixels and legend; the first row of the table is the uppermost bar."""
        chart.set_title({"name": title, "name_font": {"name": FONT, "size": 12}})
        chart.set_y_axis({"reverse": True, "interval_unit": 1, "num_font": {"name": FONT, "size": 8}})
        chart.set_x_axis({"num_font": {"size": 9}, "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}})
        chart.set_legend({"position": "bottom"} if legend else {"none": True})
        chart.set_size({"width": size[0], "height": size[1]})


@contextmanager
def book(day: date, title: str, author: str, translate: Translate) -> Iterator[tuple[Book, io.BytesIO]]:
    """A workbook whose only time is `day`; its bytes stand in the second when the block has ended."""
    import xlsxwriter  # noqa: PLC0415 - only a report pays for it

    buffer = io.BytesIO()
    # Texts stand in their cells, rows go to disk as they come: 20,000 findings need no more memory than 200.
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "nan_inf_to_errors": True,
    }
    with xlsxwriter.Workbook(buffer, options) as workbook:
        workbook.set_properties({"title": title, "author": author, "created": datetime.combine(day, time())})
        yield Book(workbook, translate), buffer
    content = repacked(buffer.getvalue())
    buffer.seek(0)
    buffer.truncate()
    buffer.write(content)


def _height(texts: Iterable[tuple[str, float]], size: float) -> float:
    """The height at which none of these texts is cut off in a column of its width; ten lines at most."""
    scale = size / FONT_SIZE
    # Most texts are short: whether they fit on a line is seen without measuring each of their characters.
    long = [(text, width) for text, width in texts if len(text) * 2 * scale > width - 2 or "\n" in text]
    needed = height([(text, max(int(width / scale), _NARROWEST)) for text, width in long] or [("", _NARROWEST)])
    return min(needed * scale, _HIGHEST)


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
