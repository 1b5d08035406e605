"""Error cells, lost formulas, hidden content and alterations are told where they matter, and nowhere else."""

import pytest

from enforcer.forms import load_form
from enforcer.workbook.reading import read_book

PLAN = ["序号", "检查依据", "检查机构", "检查人员", "检查时间", "检查地点", "检查内容", "检查对象", "备注"]
ENTRY = [1, "《某法》", "大队", "张某、李某", "3月", "全县", "安全", "加油站", ""]
MARK = {"enforcer.annex": "1", "enforcer.edition": "2014.1"}


def cells(facts):
    return [(one.place.cell, one.place.field, one.value) for one in facts]


def test_error_cells_of_the_table_and_above_it_are_told(read):
    errors = {(1, 2): "#NAME?", (3, 1): "#REF!", (3, 3): "#REF!", (3, 20): "#N/A", (9, 3): "#N/A"}
    rows = [["填报单位：", ""], PLAN, [1, "《某法》", "", *ENTRY[3:]]]
    reading = read(*rows, facts={"errors": errors})
    assert cells(reading.error_cells) == [
        ("B1", None, "#NAME?"),
        ("A3", "number", "#REF!"),
        ("C3", "body", "#REF!"),
    ]


def test_lost_formulas_are_told_in_entries_and_under_elements(read):
    lost = frozenset({(2, 1), (2, 3), (2, 9), (3, 1), (3, 9)})
    reading = read(PLAN, [1, "《某法》", "", *ENTRY[3:]], [], facts={"uncalculated": lost})
    assert cells(reading.empty_formulas) == [("C2", "body", ""), ("I2", "remarks", "")]


def test_an_entry_whose_elements_are_all_lost_is_an_entry(read):
    lost = frozenset((3, column) for column in range(2, 9))
    reading = read(PLAN, ENTRY, [2], facts={"uncalculated": lost})
    assert [row.number for row in reading.rows] == [2, 3]
    assert len(reading.empty_formulas) == 7


def test_a_row_with_one_lost_cell_and_nothing_else_is_left_out_and_told(read, reasons):
    reading = read(PLAN, ENTRY, [], facts={"errors": {(3, 4): "#REF!"}})
    assert [row.number for row in reading.rows] == [2]
    assert reasons(reading) == {3: "只有错误值或者没有算出结果的公式"}
    assert cells(reading.error_cells) == [("D3", "inspectors", "#REF!")]


def test_hidden_rows_and_columns_with_content_are_told_in_stretches(read):
    reading = read(
        PLAN,
        ENTRY,
        ENTRY,
        ENTRY,
        [],
        facts={"hidden_rows": frozenset({2, 3, 5, 90}), "hidden_columns": frozenset({6, 7, 40})},
    )
    assert [(one.place.address, one.value) for one in reading.hidden] == [("Sheet1!2", "2:3"), ("Sheet1!F1", "F:G")]
    assert len(reading.rows) == 3


def test_hidden_sheets_with_content_are_told_but_for_the_mark(book, sheet):
    readings = read_book(
        book(
            sheet(PLAN, ENTRY),
            sheet(["旧"], name="去年", visibility="hidden"),
            sheet([], name="空", visibility="hidden"),
            sheet(["annex", "1"], name="_enforcer", visibility="very hidden"),
        )
    )
    assert [(one.place.sheet, one.value) for one in readings[0].hidden] == [("去年", "去年")]
    assert "隐藏的工作表，没有读" in readings[0].skipped_sheets[0].reason.render()


def marked(book, sheet, header, validations=3, kind="xlsx"):
    mark = sheet(["validations", "3"], name="_enforcer", visibility="very hidden")
    table = sheet(header, ["某"] * len(header), validations=validations)
    (reading,) = read_book(book(table, mark, properties=MARK, kind=kind))
    return [(one.place.cell, one.sentence.render()) for one in reading.alterations]


OWN = [column.header for column in load_form(1).columns]


def test_an_unaltered_blank_has_no_alterations(book, sheet):
    assert marked(book, sheet, OWN) == []


def test_a_deleted_column_is_told(book, sheet):
    assert marked(book, sheet, OWN[:-1]) == [("1", "缺少“备注”一栏")]


def test_an_added_column_is_told(book, sheet):
    assert marked(book, sheet, [*OWN, "领导批示"]) == [("K1", "增加了“领导批示”一栏")]


def test_a_renamed_header_is_told(book, sheet):
    header = ["责任科室" if one == "检查机构" else one for one in OWN]
    assert marked(book, sheet, header) == [("D1", "“检查机构”一栏的表头改成了“责任科室”")]


@pytest.mark.parametrize(("kind", "told"), [("xlsx", True), ("xlsm", True), ("xls", False), ("ods", False)])
def test_lost_restrictions_are_told_where_the_format_tells_them(book, sheet, kind, told):
    found = marked(book, sheet, OWN, validations=1, kind=kind)
    assert bool(found) is told


def test_an_unmarked_file_has_no_alterations(read):
    assert read(PLAN[:5], ENTRY[:5]).alterations == ()
