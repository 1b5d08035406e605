"""Ugly files in three formats, typed cell by cell by other programs' writers, are read as a person reads them."""

from datetime import date

import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from enforcer.workbook.opening import open_books
from enforcer.workbook.reading import read_book


def reading_of(path, **known):
    (book,) = open_books(path)
    (reading,) = read_book(book, **known)
    return reading


BENCHMARK = [
    ["附件3"],
    ["桓台县环保局行政处罚裁量基准一览表"],
    ["填报单位（盖章）：县环保局   填报日期：2014年7月25日"],
    ["序\n号", "违 法 行 为", "法定依据", "", "裁量基准", "", "", ""],
    ["", "", "违法依据", "处罚依据", "违法程度", "违法情节", "处罚标准", ""],
    ["一、大气类（1项）"],
    [1, "拒绝现场检查", "第五条", "第八条：处二万元以下罚款", "从轻", "拒绝十分钟以内", "处四千元罚款"],
    ["", "", "", "", "较轻", "拒绝半小时以内", "处八千元罚款"],
    ["", "", "", "", "一般", "拒绝一小时以内", "处一万二千元罚款"],
    ["", "", "", "", "较重", "拒绝二小时以内", "处一万六千元罚款"],
    ["", "", "", "", "严重", "暴力抗拒", "处二万元罚款"],
    ["备注：本表由县环保局负责解释。"],
]
BENCHMARK_MERGES = [
    "A2:H2",
    "A3:H3",
    "C4:D4",
    "E4:G4",
    "A4:A5",
    "B4:B5",
    "A6:H6",
    "A7:A11",
    "B7:B11",
    "C7:C11",
    "D7:D11",
]


def write_xlsx(path, rows, merges, first_row=1, first_column=1):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for down, row in enumerate(rows):
        for across, value in enumerate(row):
            if value != "":
                sheet.cell(first_row + down, first_column + across, value)
    for merge in merges:
        sheet.merge_cells(merge)
    workbook.save(path)


def write_xls(path, rows, merges):
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("表")
    spans = {}
    for merge in merges:
        left, top, right, bottom = openpyxl.utils.range_boundaries(merge)
        spans[top, left] = (top - 1, bottom - 1, left - 1, right - 1)
    days = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for down, row in enumerate(rows, 1):
        for across, value in enumerate(row, 1):
            style = days if isinstance(value, date) else xlwt.Style.default_style
            if (down, across) in spans:
                sheet.write_merge(*spans[down, across], value, style)
            elif value != "":
                sheet.write(down - 1, across - 1, value, style)
    workbook.save(str(path))


def write_ods(path, rows, merges):
    document = OpenDocumentSpreadsheet()
    table = Table(name="表")
    spans, covered = {}, set()
    for merge in merges:
        left, top, right, bottom = openpyxl.utils.range_boundaries(merge)
        spans[top, left] = {"numberrowsspanned": bottom - top + 1, "numbercolumnsspanned": right - left + 1}
        covered |= {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
    width = max(map(len, rows))
    for down, row in enumerate(rows, 1):
        line = TableRow()
        for across, value in enumerate([*row, *[""] * (width - len(row))], 1):
            span = spans.get((down, across))
            hidden = span is None and (down, across) in covered
            line.addElement(CoveredTableCell() if hidden else ods_cell(value, span or {}))
        table.addElement(line)
    document.spreadsheet.addElement(table)
    document.save(str(path))


def ods_cell(value, span):
    kind = {"valuetype": "string"} if value != "" else {}
    if isinstance(value, date):
        kind = {"valuetype": "date", "datevalue": value.isoformat()}
    elif isinstance(value, int):
        kind = {"valuetype": "float", "value": str(value)}
    cell = TableCell(**kind, **span)
    for text in str(value).split("\n") if value != "" else ():
        cell.addElement(P(text=text))
    return cell


WRITERS = {".xlsx": write_xlsx, ".xls": write_xls, ".ods": write_ods}


@pytest.fixture(params=WRITERS)
def written(request, tmp_path):
    def write(rows, merges=()):
        path = tmp_path / f"报送{request.param}"
        WRITERS[request.param](path, rows, merges)
        return path

    return write


def test_a_benchmark_with_a_two_row_header_and_merges(written):
    reading = reading_of(written(BENCHMARK, BENCHMARK_MERGES), county="桓台县")
    assert reading.annex == 3
    assert reading.header_rows == (4, 5)
    assert [row.number for row in reading.rows] == [7, 8, 9, 10, 11]
    assert {row["violation"] for row in reading.rows} == {"拒绝现场检查"}
    assert {row["legal_basis"] for row in reading.rows} == {"第五条\n第八条：处二万元以下罚款"}
    assert [row["tier"] for row in reading.rows] == ["从轻", "较轻", "一般", "较重", "严重"]
    assert reading.rows[4]["standard"] == "处二万元罚款"
    assert reading.rows[4].place("violation").cell == "B7"
    assert reading.unit == "县环保局"
    assert reading.header_text("filed") == "2014年7月25日"
    assert [one.place.row for one in reading.skipped_rows] == [6, 12]


def test_a_plan_with_dates_ditto_and_a_footer(written):
    rows = [
        ["桓台县农业局2014年度行政执法检查计划"],
        [],
        ["填报单位：", "县农业局", "", "", "填报日期：", date(2014, 6, 20)],
        ["序号", "检查\n时间", "责任科室", "检查人员（2人以上）", "检查依据", "检查范围", "检查事项", "检查对象", ""],
        [1, "3月", "执法大队", "张某、李某", "《农药管理条例》第六条", "全县", "农药经营", "农药经营户"],
        [2, "4月", "同上", "〃", "《种子法》第三十条", "全县", "种子经营", "种子经营户"],
        [],
        ["注：以上计划可根据需要调整。"],
        ["", "", "", "", "", "", "", "2014年6月20日"],
    ]
    reading = reading_of(written(rows, ["A1:I1"]), county="桓台县")
    assert reading.annex == 1
    assert (reading.unit, reading.year) == ("县农业局", 2014)
    assert [row.number for row in reading.rows] == [5, 6]
    assert reading.rows[1]["body"] == "执法大队"
    assert reading.rows[1]["inspectors"] == "张某、李某"
    filed = reading.header["filed"]
    assert (filed.text, filed.place.cell) == ("2014-06-20", "F3")


def test_an_officers_list_with_starred_headers_and_long_numbers(written):
    rows = [
        ["桓台县公路局行政执法人员信息登记表"],
        [
            "序号",
            "*姓名",
            "*性别",
            "*身份证号码",
            "文化程度",
            "*所在科室",
            "*职务",
            "*执法种类",
            "*执法证编号",
            "*有效期限",
        ],
        ["１", "张 三", "男", 370301198001010000, "本科", "路政科", "科员", "处罚", "A001", date(2015, 12, 31)],
    ]
    reading = reading_of(written(rows), county="桓台县")
    assert reading.annex == 4
    row = reading.rows[0]
    assert isinstance(row.raw("id_number"), float)
    assert row["name"] == "张 三"
    assert row["valid_until"] == "2015-12-31"
    assert row["number"] == "１"


def test_a_nil_return(written):
    rows = [
        ["索镇行政处罚裁量基准"],
        ["序号", "违法行为", "法定依据", "裁量阶次", "适用条件", "具体标准"],
        ["", "零报告"],
    ]
    reading = reading_of(written(rows))
    assert reading.nil.address.endswith("!3")


def test_a_table_far_from_the_corner_keeps_its_addresses(tmp_path):
    path = tmp_path / "计划.xlsx"
    header = ["序号", "检查依据", "检查机构", "检查人员", "检查时间", "检查地点", "检查内容", "检查对象"]
    write_xlsx(
        path, [header, [1, "《某法》", "大队", "张某", "3月", "县", "安全", "站"]], [], first_row=12, first_column=5
    )
    reading = reading_of(path)
    assert reading.rows[0].number == 13
    assert reading.rows[0].place("target").cell == "L13"


def test_a_csv_is_read_like_any_other(tmp_path):
    path = tmp_path / "执法人员登记表.csv"
    header = "序号,姓名,性别,身份证号,执法机构,职务,执法类别,执法证号,有效期至"
    path.write_bytes(f"{header}\n1,张三,男,370301198001010000,大队,科员,处罚,A1,2015-12-31\n".encode("gbk"))
    reading = reading_of(path)
    assert reading.annex == 4
    assert reading.rows[0]["id_number"] == "370301198001010000"


def test_a_hidden_row_and_an_error_cell_are_told(tmp_path):
    path = tmp_path / "计划.xlsx"
    header = ["序号", "检查依据", "检查机构", "检查人员", "检查时间", "检查地点", "检查内容", "检查对象"]
    write_xlsx(
        path, [header, *([number, "《某法》", "大队", "张某", "3月", "县", "安全", "站"] for number in (1, 2))], []
    )
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.active
    sheet.row_dimensions[3].hidden = True
    sheet["C2"] = "#REF!"
    sheet["C2"].data_type = "e"
    sheet["D2"] = "=A1&B1"
    workbook.save(path)
    reading = reading_of(path)
    assert [(one.place.cell, one.value) for one in reading.error_cells] == [("C2", "#REF!")]
    assert [one.place.cell for one in reading.empty_formulas] == ["D2"]
    assert [one.value for one in reading.hidden] == ["3:3"]
    assert [row.number for row in reading.rows] == [2, 3]
