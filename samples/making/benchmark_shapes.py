"""Annex 3 in the shapes in which it comes, none of them made from a blank of ours."""

from collections.abc import Callable, Iterator, Sequence

from enforcer.forms import load_form
from making.content import Item, Unit
from making.habits import FULL_WIDTH, spaced, title_of
from making.sheets import Sheet, line, set_widths


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
    sheet.add(
        [
            "填报单位：",
            None,
            unit.full,
            None,
            "公布文号：",
            unit.header(3)["published_number"],
            "公布日期：",
            "2014.7.24",
        ]
    )
    sheet.add(
        ["填报日期：", None, "2014.7.25", None, "填报人：", unit.people[0].name, "联系电话：", unit.header(3)["phone"]]
    )
    sheet.add(words)
    for _, first in _items(
        sheet, unit, lambda item: (f"{item.number:04}", item.code, item.violation, item.basis, item.fine)
    ):
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
