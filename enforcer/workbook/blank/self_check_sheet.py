"""自检: how much is missing or wrong, column by column, with a link to the first place; calculated while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from enforcer.domain.row import column_letters
from enforcer.workbook.blank.checks import BEGUN, FILED_DAY, NIL_RETURN, SPARE_ROWS, Check
from enforcer.workbook.blank.formulas import nothing, said
from enforcer.workbook.blank.styles import A4, FAULTY, FOOTER, GOOD
from enforcer.workbook.blank.text_heights import height
from enforcer.workbook.blank.workings import UNCALCULATED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from enforcer.domain.form import Form, HeaderField
    from enforcer.workbook.blank.styles import Style, Styles
    from enforcer.workbook.layout import Layout

SELF_CHECK_SHEET: Final = "自检"
READY: Final = "可以报送"

_WIDTHS: Final = (20, 40, 8, 12, 66)
_HEADINGS: Final = ("栏目", "查什么", "处数", "第一处", "怎么改")
_TITLE_HEIGHT, _SUMMARY_HEIGHT, _SECTION_HEIGHT = 30, 36, 21
_SUMMARY_ROW: Final = 2
_MARGINS = {"left": 0.5, "right": 0.5, "top": 0.6, "bottom": 0.7}
_SECTIONS: Final = ("表格上方各项", "表格各栏")
_INTRODUCTION: Final = (
    "填表时自动计算，不用填写。表中浅黄色的格是没有填的，浅红色的格是填错的；点“第一处”可以跳到那一格。"
    "自检只看得出下面这些毛病，“可以报送”不等于审核通过。"
)
_UNSEEN: Final = "自检看不出来、要自己核对的"

_WORDS: Final = {
    "missing": "必填栏没有填写（“无”、横线不算填写）",
    "invalid": "号码有误：不是18位，或者地区、出生日期、末位校验码不对",
    "contradicts": "与身份证号第17位不符（单数为男，双数为女）",
    "twice": "与上面某一行重复",
    "expired": "到报送日期已经过期",
    "choice": "不是列表中的选项",
    "date": "不是完整的日期",
    "tiers": "一项违法行为没有五个阶次",
}
_REMEDIES: Final = {
    "invalid": "对照身份证重新输入18位号码。",
    "contradicts": "对照身份证，改正性别或者身份证号。",
    "twice": "删去重复的一行，或者改正填错的号码。",
    "expired": "先换证再填写；正在换证、申领的，这一栏和证号空着，在“备注”填“申领中”。",
    "choice": "点单元格右边的箭头，从列表中选择。",
    "date": "写成2014-06-30这样的日期，年、月、日都要写。",
    "tiers": "补齐从轻、较轻、一般、较重、严重五个阶次；执行省、市标准的，把“标准来源”或“执行标准”选为省或市。",
}


class Line(NamedTuple):
    """A line of 自检: where, what, how many as a formula, the first place as a formula, how to mend it."""

    name: str
    says: str
    number: str
    first: str
    remedy: str


def write_self_check(
    workbook: Workbook, sheet: Worksheet, form: Form, layout: Layout, *, checks: Sequence[Check], styles: Styles
) -> None:
    """Writes the page onto an empty sheet and protects it."""
    _set_up(sheet)
    last = len(_WIDTHS) - 1
    sheet.set_row(0, _TITLE_HEIGHT)
    sheet.merge_range(0, 0, 0, last, "", styles["title"])
    sheet.write_string(0, 0, f"《{form.name}》自检", styles["title"])
    sheet.set_row(1, _SUMMARY_HEIGHT)
    sheet.set_row(2, height([(_INTRODUCTION, sum(_WIDTHS))]))
    sheet.merge_range(2, 0, 2, last, "", styles["paragraph"])
    sheet.write_string(2, 0, _INTRODUCTION, styles["paragraph"])
    for number, heading in enumerate(_HEADINGS):
        sheet.write_string(3, number, heading, styles["required_header"])
    sheet.repeat_rows(3)
    row = 4
    sections = (list(_header_lines(form, layout)), list(_table_lines(form, layout, checks)))
    for title, lines in zip(_SECTIONS, sections, strict=True):
        _section(sheet, row, title, styles)
        for line in lines:
            row += 1
            _write_line(sheet, row, line, styles)
        row += 1
    counts = f"$C$5:$C${row}"
    _summarise(workbook, sheet, counts, styles)
    _section(sheet, row, _UNSEEN, styles)
    for number, unseen in enumerate(form.unseen, 1):
        text = f"{number}．{unseen}"
        sheet.set_row(row + number, height([(text, sum(_WIDTHS))]))
        sheet.merge_range(row + number, 0, row + number, last, "", styles["cell"])
        sheet.write_string(row + number, 0, text, styles["cell"])
    sheet.print_area(0, 0, row + len(form.unseen), last)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _set_up(sheet: Worksheet) -> None:
    for number, width in enumerate(_WIDTHS):
        sheet.set_column(number, number, width)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 1)
    sheet.set_margins(**_MARGINS)
    sheet.center_horizontally()
    sheet.set_footer(FOOTER)
    sheet.freeze_panes(4, 0)


def _section(sheet: Worksheet, row: int, title: str, styles: Styles) -> None:
    sheet.set_row(row, _SECTION_HEIGHT)
    sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, "", styles["section"])
    sheet.write_string(row, 0, title, styles["section"])


def _write_line(sheet: Worksheet, row: int, line: Line, styles: Styles) -> None:
    sheet.set_row(row, height(zip((line.name, line.says, "", "", line.remedy), _WIDTHS, strict=True)))
    formats: tuple[Style, ...] = ("cell", "cell", "count", "centred_cell", "cell")
    for number, (text, style) in enumerate(zip(line, formats, strict=True)):
        if style in ("count", "centred_cell"):
            formula = f'=IF(C{row + 1}=0,"",{text})' if style == "centred_cell" else f"={text}"
            sheet.write_formula(row, number, formula, styles[style], UNCALCULATED)
        else:
            sheet.write_string(row, number, text, styles[style])


def _summarise(workbook: Workbook, sheet: Worksheet, counts: str, styles: Styles) -> None:
    """可以报送, or how much there is to mend; green or red, like the counts."""
    row = _SUMMARY_ROW - 1
    sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, "", styles["summary"])
    total = f"SUM({counts})"
    formula = f'=IF({total}=0,"{READY}","还有 "&{total}&" 处要补正")'
    sheet.write_formula(row, 0, formula, styles["summary"], UNCALCULATED)
    good = workbook.add_format({"bg_color": GOOD})
    faulty = workbook.add_format({"bg_color": FAULTY})
    for criteria, colour in ((f"={total}=0", good), (f"={total}>0", faulty)):
        options = {"type": "formula", "criteria": criteria, "format": colour}
        sheet.conditional_format(row, 0, row, len(_WIDTHS) - 1, options)
    sheet.conditional_format(counts.replace("$", ""), {"type": "cell", "criteria": ">", "value": 0, "format": faulty})


def _header_lines(form: Form, layout: Layout) -> Iterator[Line]:
    for field in form.header:
        cell = f"_h_{field.key}"
        where = layout.header_cells[field.key].value
        first = _link(form, f'"{column_letters(where.first)}{where.row}"', f'"第{where.row}行"')
        if field.required:
            owed = f"{NIL_RETURN}=0," if field.kind == "document_number" else ""
            yield Line(field.label, "没有填写", f"IF(AND({owed}{nothing(cell)}),1,0)", first, field.help)
        if wrong := _wrong_in_header(field, cell):
            words = _WORDS["choice" if field.choices else "date"]
            remedy = _REMEDIES["choice" if field.choices else "date"]
            yield Line(field.label, words, f"IF(AND(NOT({nothing(cell)}),{wrong}),1,0)", first, remedy)


def _wrong_in_header(field: HeaderField, cell: str) -> str | None:
    if field.choices:
        return f"ISERROR(FIND({said(cell)},_among_{field.key}))"
    return f"NOT(ISNUMBER({FILED_DAY}))" if field.key == "filed" else None


def _table_lines(form: Form, layout: Layout, checks: Sequence[Check]) -> Iterator[Line]:
    begin = _link(form, f'"A{layout.first_row}"', f'"第{layout.first_row}行"')
    yield Line(
        "整个表格",
        "一行也没有填写，也没有填“零报告”",
        f"IF(AND(SUM({BEGUN})=0,{NIL_RETURN}=0),1,0)",
        begin,
        "从第一行起填写；确实没有内容的，按填表说明填“零报告”。",
    )
    lead = f"_{form.elements[0]}"
    rows = f"ROWS({BEGUN})"
    beyond = f"INDEX({lead},{rows}+1):INDEX({lead},ROWS({lead}))"
    yield Line(
        "整个表格",
        "行太多，后面的行自检不到",
        f"IF(ROWS({lead})>{rows}+1,COUNTA({beyond}),0)",
        f'"第"&ROW(INDEX({lead},1))+{rows}&"行以后"',
        f"插入的行超过了{SPARE_ROWS}行。请让县法制办另发一份行数更多的空白表。",
    )
    for check in sorted(checks, key=lambda one: layout.columns[one.column.key]):
        letters = column_letters(layout.columns[check.column.key])
        row = f"MATCH(1,{check.flags},0)+ROW(INDEX({lead},1))"
        first = _link(form, f'"{letters}"&{row}', f'"第"&{row}&"行"')
        remedy = _REMEDIES.get(check.fault, check.column.help)
        yield Line(check.column.header, _WORDS[check.fault], f"SUM({check.flags})", first, remedy)


def _link(form: Form, address: str, text: str) -> str:
    quoted = form.sheet.replace("'", "''").replace('"', '""')
    return f"HYPERLINK(\"#'{quoted}'!\"&{address},{text})"
