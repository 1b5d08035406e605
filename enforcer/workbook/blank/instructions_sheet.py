"""Writes 填表说明: everything readable at once, no text cut off, also where a program does not fit row heights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enforcer.workbook.blank.styles import A4, FOOTER
from enforcer.workbook.blank.text_heights import height

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xlsxwriter.worksheet import Worksheet

    from enforcer.workbook.blank.instructions import Guide, Instructions
    from enforcer.workbook.blank.styles import Style, Styles

_WIDTHS = (18, 8, 44, 34, 34, 10)
_TITLE_HEIGHT, _SECTION_HEIGHT = 32, 22
_HEADINGS = ("栏目", "是否必填", "填什么", "正确示例", "错误示例", "依据")
_MARGINS = {"left": 0.5, "right": 0.5, "top": 0.6, "bottom": 0.7}


def write_instructions_sheet(sheet: Worksheet, page: Instructions, styles: Styles) -> None:
    """Writes the page onto an empty sheet."""
    for number, width in enumerate(_WIDTHS):
        sheet.set_column(number, number, width)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(**_MARGINS)
    sheet.center_horizontally()
    sheet.set_footer(FOOTER)
    last = len(_WIDTHS) - 1
    sheet.set_row(0, _TITLE_HEIGHT)
    sheet.merge_range(0, 0, 0, last, "", styles["title"])
    sheet.write_string(0, 0, page.title, styles["title"])
    row = _topics(sheet, 1, page.topics, styles)
    row = _topics(sheet, row, page.quotes, styles)
    sheet.set_row(row, _SECTION_HEIGHT)
    for number, heading in enumerate(_HEADINGS):
        sheet.write_string(row, number, heading, styles["required_header"])
    sheet.repeat_rows(row)
    row = _guides(sheet, row + 1, "表格上方各项", page.header, styles)
    row = _guides(sheet, row, "表格各栏", page.columns, styles)
    sheet.print_area(0, 0, row - 1, last)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _topics(sheet: Worksheet, row: int, topics: Iterable[tuple[str, str]], styles: Styles) -> int:
    room = sum(_WIDTHS[1:])
    for name, text in topics:
        sheet.set_row(row, height([(text, room)]))
        sheet.write_string(row, 0, name, styles["topic"])
        sheet.merge_range(row, 1, row, len(_WIDTHS) - 1, "", styles["paragraph"])
        sheet.write_string(row, 1, text, styles["paragraph"])
        row += 1
    return row


def _guides(sheet: Worksheet, row: int, section: str, guides: Iterable[Guide], styles: Styles) -> int:
    sheet.set_row(row, _SECTION_HEIGHT)
    sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, "", styles["section"])
    sheet.write_string(row, 0, section, styles["section"])
    for guide in guides:
        row += 1
        sheet.set_row(row, height(zip(guide, _WIDTHS, strict=True)))
        for number, (name, text) in enumerate(guide._asdict().items()):
            style: Style = "centred_cell" if name in {"required", "clause"} else "cell"
            sheet.write_string(row, number, text, styles[style])
    return row + 1
