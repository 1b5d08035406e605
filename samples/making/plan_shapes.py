"""Annexes 1 and 2 in the shapes in which they come, none of them made from a blank of ours."""

from itertools import groupby

from enforcer.forms import load_form
from making.content import Cells, Unit
from making.habits import broken, dittoed, spaced, title_of
from making.sheets import Sheet, line, set_widths, table

_PLAN_WORDS = {
    "basis": "制定任务依据",
    "body": "责任科室",
    "inspectors": "执法人员",
    "period": "任务日期",
    "place": "检查地域",
    "matter": "检查内容（项目）",
    "target": "抽查对象范围",
}


def plan_with_spaced_headers(unit: Unit) -> Sheet:
    """A plan with header lines in cells of their own, spaced and broken headers, 同上, notes below."""
    form, header = load_form(1), unit.header(1)
    keys = ("number", "kind", "basis", "body", "inspectors", "period", "place", "matter", "target", "remarks")
    sheet = Sheet("Sheet1")
    sheet.add(["附件1"])
    sheet.band(title_of(unit, 1), len(keys))
    sheet.skip()
    sheet.add(["单 位：", None, unit.full, None, "文号：", header["document_number"], "公布日期：", "2014.6.20"])
    sheet.add(["上级主管部门：", None, header["superior"], None, "报上级备案时间：", "2014年6月25日"])
    sheet.add(
        ["填表人：", None, header["preparer"], None, "电话：", header["phone"], "报送日期：", "二○一四年六月二十六日"]
    )
    words = (broken(form.column(key).header) if len(form.column(key).header) == 2 else key for key in keys)  # noqa: PLR2004
    sheet.add(spaced(form.column(key).header) if word == key else word for key, word in zip(keys, words, strict=True))
    for row in dittoed(unit.plan, "body"):
        sheet.add(row[key] for key in keys)
    sheet.skip()
    sheet.add(["备注：1.本计划经局长办公会研究通过；2.检查人员因工作需要可以调整。"])
    set_widths(sheet, form, keys)
    return sheet


def plan_by_synonyms(unit: Unit) -> Sheet:
    """A plan in other words for its headers, two lines of header lines above it."""
    keys = ("number", "basis", "body", "inspectors", "target", "matter", "period", "place", "kind")
    sheet = table(load_form(1), title_of(unit, 1), _plan_lines(unit), unit.plan, keys=keys, headers=_PLAN_WORDS)
    sheet.name = "年度计划"
    return sheet


def plan_of_a_quarter(unit: Unit) -> Sheet:
    """A quarterly plan whose period stands in two columns, where it begins and where it ends."""
    form = load_form(1)
    keys = ("number", "kind", "basis", "body", "inspectors", "target", "matter", "place")
    sheet = Sheet("三季度计划")
    sheet.band(title_of(unit, 1).replace("年度", "年第三季度"), len(keys) + 2)
    for text in _plan_lines(unit):
        sheet.band(text, len(keys) + 2)
    sheet.add((*(_PLAN_WORDS.get(key, form.column(key).header) for key in keys), "检查时间自", "检查时间至"))
    for row in unit.quarter:
        sheet.add((*(row[key] for key in keys), *str(row["period"]).removeprefix("自").split("至")))
    set_widths(sheet, form, keys)
    return sheet


def _plan_lines(unit: Unit) -> tuple[str, str]:
    form, header = load_form(1), unit.header(1)
    first = line(form, header, "unit", "year", "document_number", "published")
    return first, line(form, header, "superior", "filed_superior", "filed", "preparer", "phone")


def steps_on_two_pages(unit: Unit) -> Sheet:
    """Annex 2 as printed: 程序 merged down each page, title and header on both, notes and signature below."""
    form, header = load_form(2), unit.header(2)
    words = {"procedure": "程序", "step": "办理步骤", "manner": "工作内容", "time_limit": "办理时限"}
    words |= {"body": "责任科室", "handlers": "办案人员", "credential": "证件编号", "document": "使用文书"}
    keys = ("number", "procedure", "step", "manner", "time_limit", "body", "handlers", "credential", "document")
    sheet = Sheet("办案程序")
    sheet.add(["附件2"])
    told = {
        "填报单位（盖章）": unit.full,
        "填报人": header["preparer"],
        "联系电话": header["phone"],
        "填报日期": "2014.7.10",
    }
    lines = "    ".join(f"{label}：{value}" for label, value in told.items())
    half = (len(unit.steps) + 1) // 2
    for page in (unit.steps[:half], unit.steps[half:]):
        sheet.band(title_of(unit, 2), len(keys))
        sheet.band(lines, len(keys))
        sheet.add(words.get(key, form.column(key).header) for key in keys)
        first = sheet.row + 1
        for row in page:
            sheet.add(row[key] if key != "procedure" or sheet.row + 1 == first else None for key in keys)
        sheet.merge(first, 2, sheet.row, 2)
    sheet.band("注：时限中没有写明工作日的，为自然日。", len(keys))
    sheet.add([None] * 6 + [unit.full])
    sheet.add([None] * 6 + ["2014年7月10日"])
    set_widths(sheet, form, keys)
    return sheet


def steps_in_one_header_cell(unit: Unit) -> Sheet:
    """Annex 2 with all header lines in one cell, the procedure typed once for each block, further blanks below it."""
    form = load_form(2)
    rows: list[Cells] = []
    for _, group in groupby(unit.steps, key=lambda row: row["procedure"]):
        rows.extend({**row, "procedure": None} if place else row for place, row in enumerate(group))
    header = {**unit.header(2), "unit": unit.full, "filed": "2014/7/10"}
    lines = ("\n".join(line(form, header, key) for key in ("unit", "year", "filed", "preparer", "phone")),)
    return table(form, title_of(unit, 2), lines, rows)


def numbered_steps(unit: Unit) -> Sheet:
    """Annex 2 with the number in front of each step's name, no 序号, and a trailing column without a header."""
    form = load_form(2)
    keys = ("step", "manner", "time_limit", "body", "handlers", "document", "procedure")
    rows = [{**row, "step": f"{row['number']}.{row['step']}"} for row in unit.steps]
    header = {**unit.header(2), "filed": "2014年7月10日"}
    sheet = table(
        form, title_of(unit, 2), (line(form, header),), rows, keys=keys, headers={"step": "环节", "document": "文书"}
    )
    sheet.put(sheet.row - len(rows), len(keys) + 1, "　")
    return sheet


def steps_without_procedure(unit: Unit) -> Sheet:
    """Annex 2 where the first procedure's cells are left empty: 一般程序 by the notice."""
    rows = [{**row, "procedure": None if row["procedure"] == "一般程序" else row["procedure"]} for row in unit.steps]
    form = load_form(2)
    return table(form, title_of(unit, 2), (line(form, {**unit.header(2), "filed": "20140710"}),), rows)
