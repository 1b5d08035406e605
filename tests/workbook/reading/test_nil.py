"""A nil return is stated in a table without entries, or around it; an instruction or a single cell states nothing."""

import pytest

from enforcer.workbook.reading.nil import is_nil_statement

TIERS = ["序号", "违法行为", "法定依据", "裁量阶次", "适用条件", "具体标准", "备注"]
OFFICERS = ["序号", "姓名", "性别", "身份证号", "执法机构", "职务", "执法类别", "执法证号", "有效期至", "备注"]


@pytest.mark.parametrize(
    "text",
    [
        "零报告",
        "零 报 告",
        "无行政处罚权",
        "本单位无行政处罚事项",
        "本镇没有行政处罚权，零报告。",
        "本局不具有行政处罚主体资格",
        "没有执法人员",
        "本年度无检查计划",
        "本局无此项工作",
        "备注：本单位无行政处罚权",
    ],
)
def test_statements_that_there_is_nothing(text):
    assert is_nil_statement(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "无行政处罚权的单位，在第一行填“零报告”",
        "没有执法人员的，请填零报告",
        "未取得行政许可从事经营",
        "当事人无违法所得",
        "未取得执法证件的人员",
        "说明" * 60 + "零报告",
    ],
)
def test_instructions_and_contents_state_nothing(text):
    assert not is_nil_statement(text)


@pytest.mark.parametrize(
    "row",
    [
        ["零报告"],
        ["", "零报告"],
        [1, "零报告", "", "", "", "", "无行政处罚权"],
        [1, "零报告", "/", "/", "/", "/", "/"],
        ["", "本镇无行政处罚权"],
        [1, "无", "无", "无", "无", "无", "无"],
        [1, "", "", "", "", "", "无行政处罚权"],
    ],
)
def test_a_statement_in_a_table_without_entries_is_a_nil_return(read, row):
    reading = read(["行政处罚裁量基准"], TIERS, row)
    assert reading.rows == ()
    assert reading.nil.row == 3


def test_a_statement_merged_over_the_table_is_a_nil_return(read):
    assert read(["行政处罚裁量基准"], TIERS, ["本单位无行政处罚权"], merges="A3:G3").nil.row == 3


def test_the_tiers_printed_in_a_blank_do_not_stand_in_the_way(read):
    ladder = [["", "", "", tier, "", "", ""] for tier in ("从轻", "较轻", "一般", "较重", "严重")] * 2
    ladder[0] = [1, "零报告", "", "从轻", "", "", "无行政处罚权"]
    ladder[5] = [2, "", "", "从轻", "", "", ""]
    reading = read(TIERS, *ladder, merges="A2:A6 B2:B6 C2:C6 A7:A11 B7:B11 C7:C11")
    assert reading.rows == ()
    assert reading.nil.row == 2


@pytest.mark.parametrize("above", [True, False])
def test_a_statement_above_or_below_an_empty_table_is_a_nil_return(read, above):
    stated = ["备注：本单位无行政处罚权，零报告"]
    rows = [stated, TIERS] if above else [TIERS, [], stated]
    reading = read(["行政处罚裁量基准"], *rows)
    assert reading.nil is not None
    assert reading.rows == ()


def test_an_instruction_around_an_empty_table_is_no_nil_return(read):
    reading = read(["行政处罚裁量基准"], TIERS, ["备注：无行政处罚权的单位，在第一行填“零报告”"])
    assert reading.nil is None


def test_a_statement_beside_entries_is_no_nil_return_and_is_said(read, reasons):
    reading = read(
        OFFICERS,
        ["", "零报告"],
        [1, "张某", "男", "3", "大队", "科员", "处罚", "A1", "2015", ""],
    )
    assert reading.nil is None
    assert [row.number for row in reading.rows] == [3]
    assert "未作零报告" in reasons(reading)[2]


def test_an_empty_table_is_no_nil_return(read):
    assert read(TIERS, [1], [2]).nil is None


def test_a_title_and_a_statement_without_any_table_are_a_nil_return(read):
    reading = read(
        ["桓台县某某镇行政处罚事项裁量基准细化量化一览表"], ["填报单位：索镇"], ["本镇无行政处罚权，零报告。"]
    )
    assert reading.annex == 3
    assert reading.nil.row == 3
    assert reading.unit == "索镇"
    assert read(["行政处罚裁量基准"], ["填报单位：索镇"]).annex is None
