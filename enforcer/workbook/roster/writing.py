"""Writes 单位名录 as a workbook: choices that refuse, codes and phones kept as text, and a page that explains it."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Final

from enforcer.workbook.blank.styles import A4, FONT, FONT_SIZE, FOOTER, Styles
from enforcer.workbook.naming import clean_name
from enforcer.workbook.roster.columns import COLUMNS, GUIDE_SHEET, ROSTER_SHEET, UNCONFIRMED
from enforcer.workbook.roster.guide_sheet import write_guide
from enforcer.workbook.roster.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from enforcer.domain.form import Kind
    from enforcer.domain.unit import Unit
    from enforcer.workbook.roster.columns import ColumnKind, RosterColumn

TITLE_ROW, HEADER_ROW, FIRST_ROW = 1, 2, 3
LAST_ROW: Final = 502
"""Down to here cells refuse and keep text as text: more units than any county has."""

_FEWEST_LINES, _SPARE_LINES = 30, 10
_TITLE_HEIGHT, _HEADER_HEIGHT, _LINE_HEIGHT = 30, 48, 21
_MARGINS: Final = {"left": 0.3, "right": 0.3, "top": 0.5, "bottom": 0.6}
_KINDS: Final[Mapping[ColumnKind, Kind]] = {
    "code": "credential",
    "text": "document_number",
    "choice": "choice",
    "date": "date",
    "phone": "phone",
}


def roster_bytes(county: str, made: date, units: Sequence[Unit] = ()) -> bytes:
    """A roster with these units, or none yet, as the bytes of an .xlsx; the same inputs give the same bytes.

    `made` stands as the day on which the file was made.
    """
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415 - only who makes a roster pays for it

    stream = BytesIO()
    settings = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
        "default_format_properties": {"font_name": FONT, "font_size": FONT_SIZE},
    }
    title = f"{clean_name(county)}行政执法单位名录"
    with Workbook(stream, settings) as workbook:
        workbook.set_properties({"title": title, "created": datetime.combine(made, time())})
        sheet = workbook.add_worksheet(ROSTER_SHEET)
        guide = workbook.add_worksheet(GUIDE_SHEET)
        styles = Styles(workbook)
        _write(workbook, sheet, title, units, styles)
        write_guide(guide, styles)
    return stream.getvalue()


def _write(workbook: Workbook, sheet: Worksheet, title: str, units: Sequence[Unit], styles: Styles) -> None:
    last = len(COLUMNS) - 1
    lines = max(len(units) + _SPARE_LINES, _FEWEST_LINES)
    _set_up(sheet, FIRST_ROW + lines - 1)
    sheet.set_row(TITLE_ROW - 1, _TITLE_HEIGHT)
    sheet.merge_range(TITLE_ROW - 1, 0, TITLE_ROW - 1, last, "", styles["title"])
    sheet.write_string(TITLE_ROW - 1, 0, title, styles["title"])
    sheet.set_row(HEADER_ROW - 1, _HEADER_HEIGHT)
    for row in range(FIRST_ROW, FIRST_ROW + lines):
        sheet.set_row(row - 1, _LINE_HEIGHT)
    for number, column in enumerate(COLUMNS):
        kept = workbook.add_format({"num_format": _format(styles, column).num_format, "valign": "vcenter"})
        # Rows beyond the drawn ones keep codes and phones as text, too.
        sheet.set_column(number, number, column.width, kept)
        sheet.write_string(
            HEADER_ROW - 1, number, column.header, styles["required_header" if column.required else "header"]
        )
        sheet.data_validation(FIRST_ROW - 1, number, LAST_ROW - 1, number, refusal(column, number, FIRST_ROW, LAST_ROW))
        for row in range(FIRST_ROW, FIRST_ROW + lines):
            place = row - FIRST_ROW
            content = _content(units[place], column.key) if place < len(units) else None
            _put(sheet, row, number, content, _format(styles, column))


def _set_up(sheet: Worksheet, last_row: int) -> None:
    last = len(COLUMNS) - 1
    sheet.freeze_panes(HEADER_ROW, 2)
    sheet.set_selection(FIRST_ROW - 1, 0, FIRST_ROW - 1, 0)
    sheet.autofilter(HEADER_ROW - 1, 0, last_row - 1, last)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(**_MARGINS)
    sheet.center_horizontally()
    sheet.repeat_rows(HEADER_ROW - 1)
    sheet.set_footer(FOOTER)


def _format(styles: Styles, column: RosterColumn) -> Format:
    return styles.entry(_KINDS[column.kind], column.width)


def _put(sheet: Worksheet, row: int, number: int, content: str | date | None, style: Format) -> None:
    """One cell. Text is written as text, whatever it begins with."""
    if isinstance(content, date):
        sheet.write_datetime(row - 1, number, content, style)
    elif content:
        sheet.write_string(row - 1, number, content, style)
    else:
        sheet.write_blank(row - 1, number, None, style)


def _content(unit: Unit, key: str) -> str | date | None:
    """What stands in that column for the unit."""
    match key:
        case "short_names":
            return "、".join(unit.short_names)
        case "exemption":
            return unit.exemption or "无"
        case "penalty_power":
            return "有" if unit.penalty_power else "无"
        case "own_credentials":
            return "是" if unit.own_credentials else "否"
        case "confirmation":
            return unit.confirmation if unit.confirmed else UNCONFIRMED
        case _:
            found: str | date | None = getattr(unit, key)
            return found
