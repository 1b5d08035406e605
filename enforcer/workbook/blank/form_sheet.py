"""The sheet a clerk fills in: title, header lines, column headers, entries; everything else is protected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from enforcer.workbook.blank.checks import stands_once
from enforcer.workbook.blank.entries import NUMBER, TIER, Content, Entry
from enforcer.workbook.blank.styles import A4, FOOTER
from enforcer.workbook.layout import ANNEX_ROW, TITLE_ROW, Layout, Span, label_text
from enforcer.workbook.naming import form_title

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from enforcer.domain.form import Column, Form
    from enforcer.workbook.blank.refusals import Refusals
    from enforcer.workbook.blank.styles import Styles

# Words that the law itself sets beside the five tiers: below the statutory minimum, and no penalty at all.
_LIGHTEST, _NO_PENALTY = "减轻", "不予处罚"

_ANNEX_HEIGHT, _TITLE_HEIGHT, _LINE_HEIGHT, _HEADER_HEIGHT = 18, 30, 21, 33
_MARGINS = {"left": 0.35, "right": 0.35, "top": 0.5, "bottom": 0.6}
# What a clerk may still do to the protected sheet.
_FREE = (
    "format_columns",
    "format_rows",
    "insert_rows",
    "delete_rows",
    "sort",
    "autofilter",
    "select_locked_cells",
    "select_unlocked_cells",
)


@dataclass(frozen=True, slots=True)
class FormSheet:
    """The form on its sheet with these entries.

    Entry rows get no height of their own, so that they grow with what is typed.
    """

    sheet: Worksheet
    form: Form
    layout: Layout
    styles: Styles
    refusals: Refusals
    entries: Sequence[Entry]

    @property
    def last_row(self) -> int:
        """The last row of the last entry."""
        return self.layout.first_row + sum(map(len, self.entries)) - 1

    def write(self, title_names: tuple[str, str | None, int | None], known: Mapping[str, Content]) -> None:
        """Writes everything. `title_names` are county, unit and year, `known` the header lines by their keys."""
        self._set_up()
        self.sheet.set_row(ANNEX_ROW - 1, _ANNEX_HEIGHT)
        self._put(ANNEX_ROW, 1, f"附件{self.form.annex}", self.styles["annex"])
        self.sheet.set_row(TITLE_ROW - 1, _TITLE_HEIGHT)
        title = form_title(self.form, *title_names)
        self._write(Span(TITLE_ROW, 1, len(self.form.columns)), title, self.styles["title"])
        self._write_header_lines(known)
        self.sheet.set_row(self.layout.header_row - 1, _HEADER_HEIGHT)
        unlocked = self.styles["entry_row"]
        for row in range(self.layout.first_row, self.last_row + 1):
            # Whole rows are unlocked: only such rows can be deleted on a protected sheet.
            self.sheet.set_row(row - 1, None, unlocked)
        for column in self.form.columns:
            heading = self.styles["required_header" if column.required else "header"]
            self._put(self.layout.header_row, self.layout.columns[column.key], column.header, heading)
            self._write_entries(column)
            self._refuse(column)
        self.sheet.protect("", dict.fromkeys(_FREE, True))

    def _set_up(self) -> None:
        sheet, header_row, last_row = self.sheet, self.layout.header_row, self.last_row
        last = len(self.form.columns) - 1
        for number, column in enumerate(self.form.columns):
            sheet.set_column(number, number, column.width)
        sheet.freeze_panes(header_row, 0)
        sheet.set_selection(header_row, 1, header_row, 1)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(**_MARGINS)
        sheet.center_horizontally()
        sheet.repeat_rows(header_row - 1)
        sheet.print_area(0, 0, last_row - 1, last)
        sheet.set_footer(FOOTER)
        if not self.form.tiers:
            # A filter would tear blocks of merged cells apart; without one the sheet's protection allows none.
            sheet.autofilter(header_row - 1, 0, last_row - 1, last)

    def _write_header_lines(self, known: Mapping[str, Content]) -> None:
        for field in self.form.header:
            label, value = self.layout.header_cells[field.key]
            self.sheet.set_row(label.row - 1, _LINE_HEIGHT)
            self._write(label, label_text(field), self.styles["required_label" if field.required else "label"])
            self._write(value, known.get(field.key), self.styles.value(field.kind))
            self.refusals.add(field, field.label, value, value.row)

    def _write_entries(self, column: Column) -> None:
        number, top = self.layout.columns[column.key], self.layout.first_row
        style = self.styles.entry("number" if column.key == NUMBER else column.kind, column.width)
        for entry in self.entries:
            contents = [row.get(column.key) for row in entry]
            if column.block and len(entry) > 1 and not any(contents[1:]):
                self.sheet.merge_range(top - 1, number - 1, top + len(entry) - 2, number - 1, "", style)
                contents = contents[:1]
            for row, content in enumerate(contents, top):
                self._put(row, number, content, style)
            top += len(entry)

    def _refuse(self, column: Column) -> None:
        number = self.layout.columns[column.key]
        cells = Span(self.layout.first_row, number, number)
        if column.key == TIER and self.form.tiers:
            self.refusals.suggest(column, (_LIGHTEST, *self.form.tiers, _NO_PENALTY), cells, self.last_row)
        else:
            once = stands_once(column, self.form)
            self.refusals.add(column, column.header, cells, self.last_row, once=once)

    def _write(self, span: Span, content: Content, style: Format) -> None:
        if span.last > span.first:
            self.sheet.merge_range(span.row - 1, span.first - 1, span.row - 1, span.last - 1, "", style)
        self._put(span.row, span.first, content, style)

    def _put(self, row: int, column: int, content: Content, style: Format) -> None:
        """One cell. Text is written as text, whatever it begins with."""
        if isinstance(content, int | float):
            self.sheet.write_number(row - 1, column - 1, content, style)
        elif isinstance(content, date):
            self.sheet.write_datetime(row - 1, column - 1, content, style)
        elif content:
            self.sheet.write_string(row - 1, column - 1, content, style)
        else:
            self.sheet.write_blank(row - 1, column - 1, None, style)
