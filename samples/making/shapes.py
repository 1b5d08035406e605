"""The shapes in which real tables come: nothing here was made by a blank of ours, and all of it must be read."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from enforcer.domain.form import Form
from enforcer.forms import load_form
from enforcer.workbook.naming import form_title
from making.content import YEAR, Cells, Item, Unit
from making.sheets import Sheet, line, set_widths, table

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_SAME = "同上"


def title_of(unit: Unit, annex: int) -> str:
    """The title over the table, with the unit's full name."""
    return form_title(load_form(annex), "桓台县", unit.full, YEAR)


def spaced(text: str) -> str:
    """检 查 依 据."""
    return " ".join(text)


def broken(text: str) -> str:
    """检查 over 依据, as a narrow column breaks it."""
    half = (len(text) + 1) // 2
    return f"{text[:half]}\n{text[half:]}"


def dittoed(rows: Sequence[Cells], key: str) -> list[Cells]:
    """The rows with 同上 where a field says what the row above says."""
    return [
        {**row, key: _SAME} if place and row[key] == rows[place - 1][key] else row for place, row in enumerate(rows)
    ]


def plan_with_spaced_headers(unit: Unit) -> Sheet:
    """A plan with 附件1 above its title, header lines in cells of their own, spaced and broken headers, 同上, a footer."""
    form, header = load_form(1), unit.header(1)
    keys = ("number", "kind", "basis", "body", "inspectors", "period", "place", "matter", "target", "remarks")
    sheet = Sheet("Sheet1")
    sheet.add(["附件1"])
    sheet.band(title_of(unit, 1), len(keys))
    sheet.skip()
    sheet.add(["单 位：", None, unit.full, None, "文号：", header["document_number"], "公布日期：", "2014.6.20"])
    sheet.add(["上级主管部门：", None, header["superior"], None, "报上级备案时间：", "2014年6月25日"])
    sheet.add(["填表人：", None, header["preparer"], None, "电话：", header["phone"], "报送日期：", "二○一四年六月二十六日"])
    words = (broken(form.column(key).header) if len(form.column(key).header) == 2 else key for key in keys)  # noqa: PLR2004
    sheet.add(spaced(form.column(key).header) if word == key else word for key, word in zip(keys, words, strict=True))
    for row in dittoed(unit.plan, "body"):
        sheet.add(row[key] for key in keys)
    sheet.skip()
    sheet.add(["备注：1.本计划经局长办公会研究通过；2.检查人员因工作需要可以调整。"])
    set_widths(sheet, form, keys)
    return sheet


def plan_by_synonyms(unit: Unit, rows: Sequence[Cells] | None = None, name: str = "计划", kind: str = "年度") -> Sheet:
    """A plan in other words for its headers, the period in two columns where all of it can be cut in two."""
    form = load_form(1)
    words = {"basis": "制定任务依据", "body": "责任科室", "inspectors": "执法人员", "period": "任务日期"}
    words |= {"place": "检查地域", "matter": "检查内容（项目）", "target": "抽查对象范围"}
    keys = ("number", "basis", "body", "inspectors", "target", "matter", "period", "place", "kind")
    header = unit.header(1)
    lines = (line(form, header, "unit", "year", "document_number", "published"),)
    lines += (line(form, header, "superior", "filed_superior", "filed", "preparer", "phone"),)
    title = title_of(unit, 1).replace("年度", f"{kind}", 1) if kind != "年度" else title_of(unit, 1)
    sheet = table(form, title, lines, unit.plan if rows is None else rows, keys=keys, headers=words)
    sheet.name = name
    return sheet


def steps_on_two_pages(unit: Unit) -> Sheet:
    """Annex 2 as printed: 程序 merged down the page, title and header again on the next one, notes and signature below."""
    form, header = load_form(2), unit.header(2)
    words = {"procedure": "程序", "step": "办理步骤", "manner": "工作内容", "time_limit": "办理时限"}
    words |= {"body": "责任科室", "handlers": "办案人员", "credential": "证件编号", "document": "使用文书"}
    keys = ("number", "procedure", "step", "manner", "time_limit", "body", "handlers", "credential", "document")
    sheet = Sheet("办案程序")
    sheet.add(["附件2"])
    lines = f"填报单位（盖章）：{unit.full}    填报人：{header['preparer']}    联系电话：{header['phone']}    填报日期：2014.7.10"
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
    sheet = table(form, title_of(unit, 2), (line(form, header),), rows, keys=keys, headers={"step": "环节", "document": "文书"})
    sheet.put(5, len(keys) + 1, "")
    return sheet


def steps_without_procedure(unit: Unit) -> Sheet:
    """Annex 2 where the first procedure's cells are left empty: 一般程序 by the notice."""
    rows = [{**row, "procedure": None if row["procedure"] == "一般程序" else row["procedure"]} for row in unit.steps]
    form = load_form(2)
    sheet = table(form, title_of(unit, 2), (line(form, {**unit.header(2), "filed": "20140710"}),), rows)
    return sheet


def benchmark_with_two_header_rows(unit: Unit) -> Sheet:
    """Annex 3 with 法定依据 over 违法依据 and 处罚依据, 裁量基准 over three more, all left of the tier merged."""
    sheet = Sheet("裁量基准")
    sheet.add(["附件3"])
    sheet.band(title_of(unit, 3), 8)
    header = {**unit.header(3), "unit": unit.full, "filed": "2014年7月25日"}
    sheet.band(line(load_form(3), header), 8)
    top = sheet.add(["序号", "事项名称", "法定依据", None, "裁量基准", None, None, "备注"])
    sheet.add([None, None, "违法依据", "处罚依据", "违法程度", "违法情节", "处罚标准", None])
    for column in (1, 2, 8):
        sheet.merge(top, column, top + 1, column)
    sheet.merge(top, 3, top, 4)
    sheet.merge(top, 5, top, 7)
    for item, first in _items(sheet, unit, lambda item: (item.number, item.violation, item.basis, item.penalty)):
        for column in (1, 2, 3, 4):
            sheet.merge(first, column, first + len(item.tiers) - 1, column)
    sheet.band("（此件公开发布）", 8)
    sheet.widths = {1: 6, 2: 20, 3: 28, 4: 36, 5: 9, 6: 30, 7: 30, 8: 10}
    return sheet


def benchmark_in_sections(unit: Unit) -> Sheet:
    """Annex 3 with section rows and the header again under each, merged cells left of the tier."""
    form = load_form(3)
    keys = ("number", "item_code", "violation", "legal_basis", "statutory_fine", "tier", "conditions", "standard")
    sheet = Sheet("裁量基准")
    sheet.band(title_of(unit, 3), len(keys))
    header = {**unit.header(3), "filed": "2014-7-25"}
    sheet.band(line(form, header, "unit", "applied_standard", "published_number", "published"), len(keys))
    sheet.band(line(form, header, "filed", "preparer", "reviewer", "phone"), len(keys))
    told: Callable[[Item], Sequence[object]]
    told = lambda item: (item.number, item.code, item.violation, item.basis, item.fine)  # noqa: E731 - one line says it
    for start, text in unit.sections.items():
        sheet.band(text, len(keys))
        sheet.add(spaced(form.column(key).header) for key in keys)
        ends = [one for one in unit.sections if one > start]
        for item, first in _items(sheet, unit, told, start, ends[0] if ends else None):
            for column in range(1, 6):
                sheet.merge(first, column, first + len(item.tiers) - 1, column)
    set_widths(sheet, form, keys)
    return sheet


def benchmark_with_blanks(unit: Unit) -> Sheet:
    """Annex 3 unmerged: what belongs to the item is typed in its first row; 处罚标准 is the statute's word here."""
    words = ("序号", "编码", "具体违法行为", "法律依据", "处罚标准", "违法程度", "违法情节", "处罚裁量标准", "备注")
    sheet = Sheet("Sheet1")
    sheet.band(title_of(unit, 3), len(words))
    sheet.add(["填报单位：", None, unit.full, None, "公布文号：", unit.header(3)["published_number"], "公布日期：", "2014.7.24"])
    sheet.add(["填报日期：", None, "2014.7.25", None, "填报人：", unit.people[0].name, "联系电话：", unit.header(3)["phone"]])
    sheet.add(words)
    for item, first in _items(sheet, unit, lambda item: (f"{item.number:04}", item.code, item.violation, item.basis, item.fine)):
        sheet.put(first, len(words), "无")
    sheet.skip()
    sheet.add(["填表说明　一、罚款数额以人民币计算。"])
    sheet.widths = {1: 6, 2: 12, 3: 20, 4: 38, 5: 18, 6: 9, 7: 30, 8: 30, 9: 10}
    return sheet


def benchmark_with_contact_rows(unit: Unit) -> Sheet:
    """Annex 3 with tier and condition in one cell, full-width digits, a contact row and the header after each item."""
    words = ("*序号", "*违法行为", "*处罚依据", "法定幅度", "*阶次及适用条件", "*具体标准")
    sheet = Sheet("裁量标准")
    sheet.band(title_of(unit, 3), len(words))
    sheet.band(line(load_form(3), {**unit.header(3), "filed": "２０１４年７月２５日"}), len(words))
    for item in unit.items:
        sheet.add(words)
        first = sheet.row + 1
        for place, tier in enumerate(item.tiers):
            shared = (item.number, item.violation, item.basis, item.fine) if place == 0 else (None,) * 4
            standard = str(tier["standard"]).translate(FULL_WIDTH)
            sheet.add([*shared, f"{tier['tier']}：{tier['conditions']}", standard])
        for column in (1, 2, 3, 4):
            sheet.merge(first, column, sheet.row, column)
        sheet.band(f"联系人：{unit.people[-1].name}　联系电话：{unit.header(3)['phone']}", len(words))
    sheet.widths = {1: 6, 2: 20, 3: 38, 4: 24, 5: 36, 6: 40}
    return sheet


def benchmark_half_merged(unit: Unit) -> Sheet:
    """Annex 3 merged in some columns only: the basis stands in the first row of an item, the blanks below unmerged."""
    words = ("序 号", "处罚事项", "处罚依据", "法定罚款幅度", "裁量档次", "适用情形", "裁量标准")
    sheet = Sheet("裁量基准")
    sheet.band(title_of(unit, 3), len(words))
    sheet.band(line(load_form(3), {**unit.header(3), "unit": unit.full}), len(words))
    sheet.add(words)
    for item, first in _items(sheet, unit, lambda item: (item.number, item.violation, item.basis, item.fine)):
        for column in (1, 2):
            sheet.merge(first, column, first + len(item.tiers) - 1, column)
    sheet.widths = {1: 6, 2: 20, 3: 38, 4: 24, 5: 9, 6: 30, 7: 36}
    return sheet


def officers_in_other_words(unit: Unit, *, digits: bool = False) -> Sheet:
    """Annex 4 with stars and synonyms in its headers; with `digits`, ids and dates in full-width digits."""
    words = {"name": "*姓 名", "sex": "*性 别", "id_number": "*公民身份号码", "education": "文化程度", "body": "*所在机构"}
    words |= {"credential": "*执法证编号", "valid_until": "*证件有效期", "joined": "到岗时间", "category": "*执法种类"}
    keys = ("number", "name", "sex", "birth", "id_number", "education", "body", "post", "staffing", "category")
    keys += ("credential", "valid_until", "joined", "phone", "remarks")
    form = load_form(4)
    rows: list[Mapping[str, object]] = list(unit.officers())
    if digits:
        wide = ("id_number", "valid_until")
        rows = [{**row, **{key: str(row[key]).translate(FULL_WIDTH) for key in wide}} for row in rows]
    header = {**unit.header(4), "filed": "2014年7月11日"}
    return table(form, title_of(unit, 4), (line(form, header),), rows, keys=keys, headers=words)


def phone_list(unit: Unit) -> Sheet:
    """A sheet that is no annex: it is skipped, with the reason."""
    sheet = Sheet("值班表")
    sheet.band("7月份值班安排", 3)
    sheet.add(["日期", "值班人", "电话"])
    for day, person in enumerate(unit.people[:5], 1):
        sheet.add([f"7月{day}日", person.name, person.phone])
    return sheet


def nil_statement(unit: Unit, annex: int) -> Sheet:
    """A nil return without any table: title, unit, statement, day."""
    form: Form = load_form(annex)
    sheet = Sheet("Sheet1")
    sheet.add([f"附件{annex}"])
    sheet.band(title_of(unit, annex), 4)
    sheet.band(line(form, {**unit.header(annex), "unit": unit.full}, "unit", "year", "filed", "preparer", "phone"), 4)
    sheet.band("本镇无行政处罚权，零报告。", 4)
    sheet.widths = {1: 20, 2: 20, 3: 20, 4: 20}
    return sheet


def _items(
    sheet: Sheet,
    unit: Unit,
    shared: Callable[[Item], Sequence[object]],
    start: int = 0,
    end: int | None = None,
) -> Iterator[tuple[Item, int]]:
    """Adds the tiers of each item, what they share in the first row alone; gives the item and its first row."""
    for item in unit.items[start:end]:
        first, left = sheet.row + 1, shared(item)
        for place, tier in enumerate(item.tiers):
            values = left if place == 0 else (None,) * len(left)
            sheet.add([*values, tier["tier"], tier["conditions"], tier["standard"]])
        yield item, first
