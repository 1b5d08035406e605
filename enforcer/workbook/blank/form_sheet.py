"""The sheet a clerk fills in: title, header lines, column headers, numbered entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enforcer.workbook.layout import ANNEX_ROW, TITLE_ROW, Layout, Span, label_text
from enforcer.workbook.naming import form_title
from enforcer.workbook.blank.styles import A4, FOOTER

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from enforcer.domain.form import Column, Form
    from enforcer.workbook.blank.refusals import Refusals
    from enforcer.workbook.blank.styles import Styles

_NUMBER = "number"
_TIER = "tier"
# Words that the law itself sets beside the five tiers: below the statutory minimum, and no penalty at all.
_LIGHTEST, _NO_PENALTY = "减轻", "不予处罚"

_ANNEX_HEIGHT, _TITLE_HEIGHT, _LINE_HEIGHT, _HEADER_HEIGHT = 18, 30, 21, 33
_MARGINS = {"left": 0.35, "right": 0.35, "top": 0.5, "bottom": 0.6}

Content = str | int | None


@dataclass(frozen=True, slots=True)
class FormSheet:
    """The form on its sheet, with `entries` numbered, otherwise empty entries; tiers that the form sets stand written.

    Entry rows get no height of their own, so that they grow with what is typed.
    """

    sheet: Worksheet
    form: Form
    layout: Layout
    styles: Styles
    refusals: Refusals
    entries: int

    def write(self, county: str, unit: str | None, year: int | None) -> None:
        """Writes everything; unit and year stand in title and header lines as far as they are known."""
        self._set_up()
        self.sheet.set_row(ANNEX_ROW - 1, _ANNEX_HEIGHT)
        self._put(ANNEX_ROW, 1, f"附件{self.form.annex}", self.styles["annex"])
        self.sheet.set_row(TITLE_ROW - 1, _TITLE_HEIGHT)
        title = form_title(self.form, county, unit, year)
        self._write(Span(TITLE_ROW, 1, len(self.form.columns)), title, self.styles["title"])
        self._write_header_lines({"unit": unit, "year": year})
        self.sheet.set_row(self.layout.header_row - 1, _HEADER_HEIGHT)
        for column in self.form.columns:
            heading = self.styles["required_header" if column.required else "header"]
            self._put(self.layout.header_row, self.layout.columns[column.key], column.header, heading)
            self._write_entries(column)
            self._refuse(column)

    def _set_up(self) -> None:
        sheet, first_row = self.sheet, self.layout.first_row
        for number, column in enumerate(self.form.columns):
            sheet.set_column(number, number, column.width)
        sheet.freeze_panes(self.layout.header_row, 0)
        sheet.set_selection(first_row - 1, 1, first_row - 1, 1)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(**_MARGINS)
        sheet.center_horizontally()
        sheet.repeat_rows(self.layout.header_row - 1)
        sheet.print_area(0, 0, self.layout.last_row(self.entries) - 1, len(self.form.columns) - 1)
        sheet.set_footer(FOOTER)

    def _write_header_lines(self, known: dict[str, Content]) -> None:
        for field in self.form.header:
            label, value = self.layout.header_cells[field.key]
            self.sheet.set_row(label.row - 1, _LINE_HEIGHT)
            self._write(label, label_text(field), self.styles["required_label" if field.required else "label"])
            self._write(value, known.get(field.key), self.styles.value(field.kind))
            self.refusals.add(field.kind, field.label, field.choices, value)

    def _write_entries(self, column: Column) -> None:
        number, step = self.layout.columns[column.key], self.layout.entry_rows
        numbered = column.key == _NUMBER
        tiers = self.form.tiers if column.key == _TIER else ()
        style = self.styles.entry("number" if numbered else column.kind, column.width)
        merged = column.block and step > 1
        for entry in range(self.entries):
            top = self.layout.first_row + entry * step
            if merged:
                self.sheet.merge_range(top - 1, number - 1, top + step - 2, number - 1, "", style)
            for row in range(1 if merged else step):
                self._put(top + row, number, entry + 1 if numbered else tiers[row] if tiers else None, style)

    def _refuse(self, column: Column) -> None:
        number, last_row = self.layout.columns[column.key], self.layout.last_row(self.entries)
        cells = Span(self.layout.first_row, number, number)
        if column.key == _TIER and self.form.tiers:
            self.refusals.suggest(column.header, (_LIGHTEST, *self.form.tiers, _NO_PENALTY), cells, last_row)
        else:
            self.refusals.add(column.kind, column.header, column.choices, cells, last_row)

    def _write(self, span: Span, content: Content, style: Format) -> None:
        if span.last > span.first:
            self.sheet.merge_range(span.row - 1, span.first - 1, span.row - 1, span.last - 1, "", style)
        self._put(span.row, span.first, content, style)

    def _put(self, row: int, column: int, content: Content, style: Format) -> None:
        """One cell. Text is written as text, whatever it begins with."""
        if isinstance(content, int):
            self.sheet.write_number(row - 1, column - 1, content, style)
        elif content:
            self.sheet.write_string(row - 1, column - 1, content, style)
        else:
            self.sheet.write_blank(row - 1, column - 1, None, style)
