"""Header lines are found wherever clerks put them, with their value and its place."""

import pytest

PLAN = ["序号", "检查依据", "检查机构", "检查人员", "检查时间", "检查地点", "检查内容", "检查对象"]
ENTRY = [1, "《某法》", "大队", "张某、李某", "3月", "全县", "安全", "加油站"]


def lines(reading):
    return {key: (line.text, line.place.cell) for key, line in reading.header.items()}


def test_one_cell_may_hold_several_lines(read):
    typed = "填报单位（盖章）：县农业局  填报人：张某  联系电话：0533-0000000  填报日期：2014年6月20日"
    reading = read([typed], PLAN, ENTRY)
    assert lines(reading) == {
        "unit": ("县农业局", "A1"),
        "preparer": ("张某", "A1"),
        "phone": ("0533-0000000", "A1"),
        "filed": ("2014年6月20日", "A1"),
    }


def test_a_value_may_stand_in_the_next_cell_and_is_kept_raw(read):
    reading = read(["填报单位（盖章）：", "县农业局", "", "年度：", 2014, "联系电话：", 5330000000], PLAN, ENTRY)
    assert lines(reading) == {"unit": ("县农业局", "B1"), "year": ("2014", "E1"), "phone": ("5330000000", "G1")}
    assert reading.header["year"].value == 2014


def test_a_label_over_merged_cells_has_its_value_behind_them(read):
    reading = read(["填报单位：", "", "", "县农业局"], PLAN, ENTRY, merges="A1:C1")
    assert lines(reading)["unit"] == ("县农业局", "D1")


def test_a_label_without_a_colon_is_one_where_it_fills_its_cell(read):
    reading = read(["填报单位", "县农业局", "发文字号", "桓农发〔2014〕3号"], PLAN, ENTRY)
    assert lines(reading) == {"unit": ("县农业局", "B1"), "document_number": ("桓农发〔2014〕3号", "D1")}


@pytest.mark.parametrize(
    "label",
    [
        "单 位：",
        "单位:",
        "填 报 单 位：",
        "填报单位 ：",
        "填报单位（盖章）：",
        "填报单位(盖章",
        "制定单位：",
        "单位名称：",
    ],
)
def test_spaced_and_bracketed_labels_are_labels(read, label):
    typed = label if label.endswith(("：", ":")) else f"{label}："
    assert lines(read([f"{typed}县农业局"], PLAN, ENTRY))["unit"] == ("县农业局", "A1")


def test_labels_that_touch_the_value_before_them_are_found(read):
    reading = read(["填报人：张某联系电话：123 填报日期：2014-6-1"], PLAN, ENTRY)
    assert lines(reading) == {"preparer": ("张某", "A1"), "phone": ("123", "A1"), "filed": ("2014-6-1", "A1")}


def test_an_unknown_label_ends_a_value_and_is_no_field(read):
    reading = read(["填报人：张某  传真：456  报市局备案日期：2014-5-1"], PLAN, ENTRY)
    assert lines(reading) == {"preparer": ("张某", "A1")}


@pytest.mark.parametrize("blank", ["", "______", "　　", "    年  月  日"])
def test_a_line_that_was_not_filled_in_is_blank_and_has_its_place(read, blank):
    reading = read([f"填报日期：{blank}", "", "填报人：张某"], PLAN, ENTRY)
    assert reading.header_text("filed") == ""
    assert reading.header["filed"].value is None
    assert reading.place_of("filed").row == 1


def test_a_label_alone_points_to_the_cell_where_its_value_belongs(read):
    reading = read(["填报单位：", "", "填报日期："], PLAN, ENTRY)
    assert reading.place_of("unit").cell == "B1"
    beside = read(["填报单位：", "填报日期："], PLAN, ENTRY)
    assert beside.place_of("unit").cell == "A1"


def test_a_seal_in_brackets_is_no_part_of_the_name(read):
    assert lines(read(["填报单位：县农业局（公章）"], PLAN, ENTRY))["unit"] == ("县农业局", "A1")


def test_a_unit_of_measure_is_no_unit(read):
    assert "unit" not in lines(read(["单位：万元"], PLAN, ENTRY))


def test_a_bracket_that_never_closes_does_no_harm(read):
    reading = read(["（有效期：2014年1月1日至2014年12月31日"], ["填报单位：县农业局"], PLAN, ENTRY)
    assert lines(reading)["unit"] == ("县农业局", "A2")
    assert len(reading.rows) == 1


def test_header_lines_below_the_table_are_found(read):
    reading = read(
        PLAN, ENTRY, ["填表人：张某", "", "审核人：李某", "", "联系电话：", "123"], ["填报日期：2014年6月20日"]
    )
    assert lines(reading) == {
        "preparer": ("张某", "A3"),
        "reviewer": ("李某", "C3"),
        "phone": ("123", "F3"),
        "filed": ("2014年6月20日", "A4"),
    }
    assert len(reading.rows) == 1


def test_a_line_that_says_something_wins_over_one_that_is_blank(read):
    reading = read(["填报日期："], PLAN, ENTRY, ["填报日期：2014年6月20日"])
    assert lines(reading)["filed"] == ("2014年6月20日", "A4")


def test_a_field_that_was_not_found_is_placed_on_the_sheet(read):
    reading = read(PLAN, ENTRY)
    assert reading.place_of("filed").address == "Sheet1"


def test_a_time_of_day_is_no_label(read):
    assert lines(read(["填报日期：2014年6月20日 10:30"], PLAN, ENTRY))["filed"][0] == "2014年6月20日 10:30"


def test_a_paragraph_above_the_table_holds_no_lines(read):
    assert lines(read(["说明：" + "单位：县农业局，" * 60], PLAN, ENTRY)) == {}


def test_a_label_that_ends_like_one_of_ours_is_another(read):
    assert lines(read(["报市局备案日期：2014-5-1"], PLAN, ENTRY)) == {}


@pytest.mark.parametrize("typed", ["桓安监发〔2014〕12号", "（桓安监发〔2014〕12号）", "桓安监发(2014)12号"])
def test_a_document_number_alone_above_the_table_is_the_plans(read, typed):
    reading = read(["", "", typed], ["2014年度行政执法检查计划"], PLAN, ENTRY)
    assert reading.header_text("document_number") == typed.strip("（）")
    assert reading.place_of("document_number").cell == "C1"


def test_a_labelled_document_number_wins_over_one_that_stands_alone(read):
    reading = read(["桓政办发〔2014〕36号"], ["发文字号：桓安监发〔2014〕12号"], PLAN, ENTRY)
    assert reading.header_text("document_number") == "桓安监发〔2014〕12号"


def test_a_document_number_in_a_sentence_is_nobodys(read):
    reading = read(["根据桓政办发〔2014〕36号文件要求制定"], PLAN, ENTRY)
    assert reading.header_text("document_number") == ""


@pytest.mark.parametrize("label", ["填报时间", "上报日期", "报县法制办备案时间", "报法制办日期", "制表日期"])
def test_the_filing_day_has_many_labels(read, label):
    assert lines(read([f"{label}：2014年7月3日"], PLAN, ENTRY))["filed"] == ("2014年7月3日", "A1")
