"""填写说明 of the roster: what each column means, readable at once, nothing cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.workbook.blank.styles import A4, FOOTER
from enforcer.workbook.blank.text_heights import height
from enforcer.workbook.roster.columns import COLUMNS

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from enforcer.workbook.blank.styles import Style, Styles

_TITLE: Final = "《单位名录》填写说明"
_TOPICS: Final = (
    ("这是什么", "全县行政执法单位的名录，由县法制办填写和保管。谁该报什么、免报什么、催报找谁，都以它为准。"),
    ("怎么填", "一个单位填一行，不合并单元格，不空行。表头底色较深的必须填写。可以排序、筛选，可以在右边自己加栏。"),
    ("简称", "单位的各种叫法都写进“简称”：文件夹名、文件名、表头里的叫法能对上，材料才能记到它名下。"),
    ("合并撤销", "年中合并、撤销的单位不要删除，填“终止日期”和“承继单位”；没有报完的事项转给承继单位。"),
    ("检查", "改完以后运行 enforcer roster check，有错误的先改好，再做别的。"),
    ("保存", "在原来的文件夹里保存为roster.xlsx，不要加密，不要改名。"),
)
_HEADINGS: Final = ("栏目", "是否必填", "填什么", "正确示例", "错误示例")
_WIDTHS: Final = (18, 9, 58, 24, 20)
_TITLE_HEIGHT: Final = 32
_MARGINS: Final = {"left": 0.5, "right": 0.5, "top": 0.6, "bottom": 0.7}


def write_guide(sheet: Worksheet, styles: Styles) -> None:
    """Writes the page onto an empty sheet."""
    last = len(_WIDTHS) - 1
    for number, width in enumerate(_WIDTHS):
        sheet.set_column(number, number, width)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(**_MARGINS)
    sheet.center_horizontally()
    sheet.set_footer(FOOTER)
    sheet.set_row(0, _TITLE_HEIGHT)
    sheet.merge_range(0, 0, 0, last, "", styles["title"])
    sheet.write_string(0, 0, _TITLE, styles["title"])
    row = _topics(sheet, styles)
    for number, heading in enumerate(_HEADINGS):
        sheet.write_string(row, number, heading, styles["required_header"])
    sheet.repeat_rows(row)
    row = _columns(sheet, row + 1, styles)
    sheet.print_area(0, 0, row - 1, last)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _topics(sheet: Worksheet, styles: Styles) -> int:
    """Writes the paragraphs below the title and returns the row below them."""
    room = sum(_WIDTHS[1:])
    for row, (name, text) in enumerate(_TOPICS, 1):
        sheet.set_row(row, height([(text, room)]))
        sheet.write_string(row, 0, name, styles["topic"])
        sheet.merge_range(row, 1, row, len(_WIDTHS) - 1, "", styles["paragraph"])
        sheet.write_string(row, 1, text, styles["paragraph"])
    return len(_TOPICS) + 1


def _columns(sheet: Worksheet, row: int, styles: Styles) -> int:
    """Writes a line for each column of the roster and returns the row below them."""
    for column in COLUMNS:
        said = f"{column.help}填：{'、'.join(column.choices)}。" if column.choices else column.help
        required = "必填" if column.required else "选填"
        texts = (column.header, required, said, column.right, column.wrong)
        sheet.set_row(row, height(zip(texts, _WIDTHS, strict=True)))
        for number, text in enumerate(texts):
            style: Style = "centred_cell" if number == 1 else "cell"
            sheet.write_string(row, number, text, styles[style])
        row += 1
    return row
