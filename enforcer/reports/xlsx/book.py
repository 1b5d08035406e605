"""How a sheet of the report is written: heads that stay, columns with a kind, colours for states, a print set-up.

Text goes in as text: whatever a cell of a unit's file begins with, no formula starts here.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from enforcer.domain.sentence import Translate, words
from enforcer.reports.legible import legible
from enforcer.reports.zips import repacked
from enforcer.workbook.blank.styles import A4, FONT, FONT_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Kind = Literal["text", "word", "number", "day", "share"]
Tint = tuple[str, str]

_LONGEST_TEXT: Final = 32_767
_LINE: Final = "#7F7F7F"
_HEAD: Final = "#D6DCE4"
_KINDS: Final[dict[Kind, dict[str, Any]]] = {
    "text": {"align": "left", "text_wrap": True, "num_format": "@"},
    "word": {"align": "center", "text_wrap": True, "num_format": "@"},
    "number": {"align": "right", "num_format": "#,##0"},
    "day": {"align": "center", "num_format": "yyyy-mm-dd"},
    "share": {"align": "right", "num_format": "0%"},
}
_OTHERS: Final[dict[str, dict[str, Any]]] = {
    "title": {"font_size": 16, "bold": True, "align": "left", "valign": "vcenter"},
    "note": {"align": "left", "valign": "vcenter", "italic": True},
    "warning": {"align": "left", "valign": "vcenter", "bold": True, "font_color": "#C00000"},
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

    def sheet(self, name: str, *, landscape: bool = True, footer: str = "") -> Worksheet:
        """A new sheet of that name, set up for A4 and one page wide, its name at the head of each page."""
        made = self._workbook.add_worksheet(name)
        made.set_paper(A4)
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

    def tints(self, sheet: Worksheet, area: tuple[int, int, int, int], tints: Iterable[tuple[str, Tint]]) -> None:
        """Colours the cells of `area` that hold exactly one of these words: (word, (behind, letters))."""
        for word, (behind, letters) in tints:
            tint = self._workbook.add_format({"bg_color": behind, "font_color": letters})
            sheet.conditional_format(*area, {"type": "cell", "criteria": "==", "value": _quoted(word), "format": tint})

    def write(self, sheet: Worksheet, row: int, column: int, value: object, kind: str) -> None:
        """One cell. Numbers and days are such; everything else is text, masked, and never a formula."""
        form = self.format(kind)
        if isinstance(value, bool) or value is None:
            sheet.write_blank(row, column, None, form)
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, form)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, datetime.combine(value, time()), form)
        else:
            text = legible(words(value, self.translate))[:_LONGEST_TEXT]
            sheet.write_string(row, column, text, form) if text else sheet.write_blank(row, column, None, form)

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
        `keep` first columns stay too, and the widths are its own.
        """
        for number, column in enumerate(columns):
            if only:
                sheet.set_column(number, number, column.width)
            self.write(sheet, top, number, column.head, "head")
        after = top + 1
        for row in rows:
            for number, (column, value) in enumerate(zip(columns, row, strict=True)):
                self.write(sheet, after, number, value, column.kind)
            after += 1
        if only:
            sheet.freeze_panes(top + 1, keep)
            sheet.repeat_rows(top)
            sheet.autofilter(top, 0, max(after - 1, top), len(columns) - 1)
        return after

    def chart(self, kind: str, subtype: str | None = None) -> Any:
        """A native chart, still empty."""
        return self._workbook.add_chart({"type": kind, **({"subtype": subtype} if subtype else {})})


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


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
