"""What is no entry is left out with its reason, what might be one is read, and row numbers are Excel's."""

from dataclasses import replace
from datetime import date

import pytest

from enforcer.forms import load_form
from enforcer.workbook.reading import read_book

PLAN = ["序号", "检查依据", "检查机构", "检查人员", "检查时间", "检查地点", "检查内容", "检查对象", "备注"]


def entry(number, target="加油站"):
    return [number, "《某法》第八条", "监察大队", "张某、李某", "3月", "全县", "安全设施", target, ""]


TIERS = ["序号", "违法行为", "法定依据", "裁量阶次", "适用条件", "具体标准"]


def numbers(reading):
    return [row.number for row in reading.rows]


def test_rows_are_numbered_as_excel_numbers_them_though_blank_rows_stand_between(read, reasons):
    reading = read(["标题"], [], PLAN, entry(1), [], [" ", "　"], entry(2))
    assert numbers(reading) == [4, 7]
    assert reasons(reading) == {5: "空白行（至第6行）"}


def test_blank_rows_at_the_end_go_unsaid(read, reasons):
    assert reasons(read(PLAN, entry(1), [], [])) == {}


def test_a_table_that_begins_far_from_a1_keeps_its_addresses(book, sheet):
    shifted = replace(sheet(PLAN, entry(1)), first_row=7, first_column=3)
    (reading,) = read_book(book(shifted))
    assert numbers(reading) == [8]
    assert reading.rows[0].place("basis").cell == "D8"


@pytest.mark.parametrize("section", ["一、规划类（12项）", "（一）劳动关系类", "第一部分 日常检查", "日常检查（3项）"])
def test_a_section_row_is_no_entry(read, reasons, section):
    reading = read(PLAN, [section], entry(1))
    assert numbers(reading) == [3]
    assert reasons(reading) == {2: f"小标题：{section}"}


def test_a_text_merged_over_the_table_is_a_section(read, reasons):
    reading = read(PLAN, ["日常监督检查"], entry(1), merges="A2:I2")
    assert numbers(reading) == [3]
    assert reasons(reading) == {2: "小标题：日常监督检查"}


def test_a_section_numbered_in_characters_is_one_where_entries_are_numbered_in_digits(read, reasons):
    reading = read(PLAN, ["一", "劳动关系类"], entry(1))
    assert reasons(reading) == {2: "小标题：一 劳动关系类"}
    unnumbered = read(PLAN, ["一", "《某法》"], entry("二"))
    assert numbers(unnumbered) == [2, 3]


def test_title_and_header_again_on_each_page_are_no_entries(read, reasons):
    title = ["县安监局2014年度行政执法检查计划"]
    reading = read(title, PLAN, entry(1), title, PLAN, entry(2), merges="A1:I1 A4:I4")
    assert numbers(reading) == [3, 6]
    assert reasons(reading) == {4: f"重复的标题：{title[0]}", 5: "重复的表头"}


def test_a_header_spelt_otherwise_on_the_next_page_is_a_header(read):
    assert numbers(read(PLAN, entry(1), ["序 号", "检查\n依据", *PLAN[2:]], entry(2))) == [2, 4]
    starred = ["*序号", "*检查依据", *PLAN[2:]]
    assert numbers(read(starred, entry(1), starred, entry(2), starred, entry(3))) == [2, 4, 6]


def test_contacts_and_header_after_each_item_are_no_entries(read, reasons):
    contact = ["联系人：张某", "", "", "联系电话：123"]
    reading = read(PLAN, entry(1), contact, PLAN, entry(2), contact)
    assert numbers(reading) == [2, 5]
    assert reasons(reading) == {
        3: "表头信息或联系方式：联系人：张某",
        4: "重复的表头",
        6: "表头信息或联系方式：联系人：张某",
    }


@pytest.mark.parametrize(
    "footer",
    [
        ["备注：1.本表一式两份。2.加盖公章。"],
        ["注：本计划由法规科解释"],
        ["填表说明", "一、本表由各单位填写"],
        ["填表说明：一、本表由各单位填写"],
        ["(此件公开发布)"],
        ["（此件主动公开）"],
        ["附注：略"],
    ],
)
def test_notes_below_the_table_are_no_entries(read, reasons, footer):
    reading = read(PLAN, entry(1), footer)
    assert numbers(reading) == [2]
    assert reasons(reading)[3].startswith("备注或说明：")


def test_notes_go_on_line_by_line(read, reasons):
    reading = read(PLAN, entry(1), ["备注：1.本表一式两份。"], ["2.加盖公章。"], ["二、其他"], [])
    assert numbers(reading) == [2]
    assert sorted(reasons(reading)) == [3]


@pytest.mark.parametrize(
    "signature",
    ["2014年6月20日", "二○一四年六月二十日", "（公章）", "单位负责人签字：", "  年  月  日", date(2014, 6, 20)],
)
def test_signature_lines_are_no_entries(read, reasons, signature):
    reading = read(PLAN, entry(1), [], ["", "", "", "", "", "", "", signature])
    assert numbers(reading) == [2]
    assert 4 in reasons(reading)


def test_a_row_with_nothing_but_a_period_is_an_entry(read):
    assert numbers(read(PLAN, entry(1), ["", "", "", "", "2014年6月20日"])) == [2, 3]


@pytest.mark.parametrize("typed", [["合计"], ["合  计", "", "", "", "", "", "3次"], ["总计：2项"]])
def test_totals_are_no_entries(read, reasons, typed):
    reading = read(PLAN, entry(1), typed)
    assert numbers(reading) == [2]


@pytest.mark.parametrize(
    "ordinals", [[1, 2, 3, 4, 5, 6, 7, 8, 9], ["甲", "乙", 1, 2, 3, 4, 5, 6, 7], [f"（{at}）" for at in range(1, 10)]]
)
def test_the_row_that_numbers_the_columns_is_no_entry(read, reasons, ordinals):
    reading = read(PLAN, ordinals, entry(1))
    assert reasons(reading) == {2: "栏次行"}


def test_rows_with_a_number_only_are_no_entries_and_are_said_once(read, reasons):
    reading = read(PLAN, entry(1), *([number] for number in range(2, 30)))
    assert numbers(reading) == [2]
    assert reasons(reading) == {3: "只有序号，没有内容（至第30行）"}


def test_rows_of_strokes_are_no_entries(read, reasons):
    reading = read(PLAN, entry(1), [2, *"////////"], ["——"] * 9, ["　"] * 9)
    assert numbers(reading) == [2]
    assert reasons(reading) == {3: "各栏只有斜杠、横线或空格（至第4行）"}


def test_content_beside_the_table_is_no_entry(read, reasons):
    reading = read([*PLAN, "", "领导批示"], entry(1), [*[""] * 10, "同意"])
    assert reasons(reading) == {3: "内容在表格各栏以外：同意"}


@pytest.mark.parametrize("place", range(1, 8))
def test_a_row_with_one_element_is_an_entry_for_it_might_be_one(read, place):
    typed = [""] * 9
    typed[place] = "某些内容"
    assert numbers(read(PLAN, entry(1), typed)) == [2, 3]


def test_an_entry_that_begins_like_a_note_is_an_entry(read):
    assert numbers(read(PLAN, [1, "说明：依据某法", *entry(1)[2:]])) == [2]


def test_printed_tiers_without_a_violation_are_no_entries(read, reasons):
    ladder = ["从轻", "较轻", "一般", "较重", "严重"]
    filled = [["", "", "", tier, "情形", "罚款"] for tier in ladder]
    filled[0][:3] = [1, "未经许可经营", "《某法》第八条"]
    printed = [["", "", "", tier] for tier in ladder]
    printed[0][0] = 2
    reading = read(TIERS, *filled, *printed, merges="A2:A6 B2:B6 C2:C6 A7:A11 B7:B11 C7:C11")
    assert numbers(reading) == [2, 3, 4, 5, 6]
    assert reasons(reading) == {7: "只有预印的序号和阶次（至第11行）"}
    assert numbers(read(TIERS, *filled, *printed)) == [2, 3, 4, 5, 6]


def test_a_printed_tier_of_a_violation_that_was_filled_in_is_an_entry(read):
    reading = read(
        TIERS,
        [1, "未经许可经营", "《某法》", "从轻", "初次", "罚一千元"],
        ["", "", "", "较轻"],
        merges="A2:A3 B2:B3 C2:C3",
    )
    assert numbers(reading) == [2, 3]
    assert reading.rows[1]["violation"] == "未经许可经营"
    assert reading.rows[1]["conditions"] == ""


def test_a_header_with_its_columns_moved_is_read_by_that_header(read, records):
    moved = [PLAN[0], PLAN[2], PLAN[1], *PLAN[3:]]
    second = [2, "法规科", "《某法》第九条", *entry(2)[3:]]
    reading = read(PLAN, entry(1), moved, second)
    assert [row["body"] for row in reading.rows] == ["监察大队", "法规科"]
    assert reading.rows[1].place("body").cell == "B4"
    assert any("第3行起表头的次序不同" in one.sentence.render() for one in reading.assumptions)


def test_another_annexs_table_below_is_left_out_and_that_is_said_aloud(read):
    steps = ["序号", "步骤", "方式", "时限", "承办机构", "承办人员", "文书名称"]
    reading = read(
        ["案件办理程序"],
        steps,
        [1, "立案", "审批", "7日", "大队", "张某", "立案审批表"],
        ["序号", "姓名", "性别", "职务", "执法证号", "电话"],
        [1, "张某", "男", "科员", "A1", "123"],
        [2, "李某", "男", "科员", "A2", "123"],
    )
    assert reading.annex == 2
    assert numbers(reading) == [3]
    assert "第4行起是另一张表格，没有读" in reading.remarks[0].render()


def test_full_width_digits_stay_as_typed(read):
    assert read(PLAN, entry("１", "２０１４号仓库")).rows[0]["target"] == "２０１４号仓库"


def test_numbers_may_be_text(read):
    for number in ("0001", "xzcf-0001", "JNCF-RB0001", "1-1"):
        assert read(PLAN, entry(number)).rows[0]["number"] == number


@pytest.mark.parametrize("label", ["示例", "（示例）", "样例", "例", "例如", "例1"])
def test_an_example_called_so_is_no_entry_and_is_named(read, label):
    for typed in ([label, *entry(1)[1:]], [*entry(1)[:8], label]):
        reading = read(PLAN, typed, entry(1))
        assert numbers(reading) == [3]
        assert [one.place.row for one in reading.sample_rows] == [2]


@pytest.mark.parametrize("annex", [1, 2, 3, 4])
def test_the_forms_own_example_left_in_is_no_entry_and_is_named(read, annex):
    form = load_form(annex)
    header = [column.header for column in form.columns]
    example = [column.right for column in form.columns]
    reading = read([form.name], header, example, ["某"] * len(header), annex=annex)
    assert numbers(reading) == [4]
    assert [one.place.row for one in reading.sample_rows] == [3]
    assert reading.sample_rows[0].value


def test_an_entry_that_shares_a_few_words_with_the_example_is_an_entry(read):
    form = load_form(2)
    header = [column.header for column in form.columns]
    typed = [column.right if column.key in ("step", "body", "time_limit") else "另有内容" for column in form.columns]
    reading = read(header, typed)
    assert numbers(reading) == [2]
    assert reading.sample_rows == ()


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (5, "按照省裁量标准执行"),
        (5, "单位：处一万元罚款"),
        (4, "时间：超过三日的"),
        (4, "（一）逾期不改正的"),
        (4, "备注：造成后果的"),
        (2, "注：见《某法》第八条"),
    ],
)
def test_an_answer_that_stands_alone_and_sounds_like_furniture_is_an_entry(read, place, text):
    rows = [[1, "未经许可经营", "《某法》", "从轻", "初次", "罚一千元"], ["", "", "", "", "", ""]]
    rows[1][place] = text
    assert numbers(read(TIERS, *rows)) == [2, 3]


def test_a_row_left_out_is_named_even_where_the_header_comes_again_two_rows_deep(read, reasons):
    header = [["序号", "违法行为", "法定依据", "裁量基准", "", ""], ["", "", "", "违法程度", "违法情节", "处罚标准"]]
    moved = [["序号", "法定依据", "违法行为", "裁量基准", "", ""], header[1]]
    reading = read(
        *header, [1, "甲行为", "八条", "一般", "初次", "罚"], *moved, [2, "九条", "乙行为", "一般", "初次", "罚"]
    )
    assert [row["violation"] for row in reading.rows] == ["甲行为", "乙行为"]
    assert sorted(reasons(reading)) == [4, 5]


def test_the_columns_are_numbered_again_under_a_repeated_header(read, reasons):
    ordinals = list(range(1, 10))
    reading = read(PLAN, ordinals, entry(1), entry(2), entry(3), PLAN, ordinals, entry(4))
    assert numbers(reading) == [3, 4, 5, 8]
    assert reasons(reading)[7] == "栏次行"


def test_reading_is_given_up_where_too_many_rows_are_odd_and_that_is_said_aloud(read, monkeypatch):
    monkeypatch.setattr("enforcer.workbook.reading.entries._MOST_LOOKED_AT", 5)
    reading = read(PLAN, entry(1), *([f"{number}、某类"] for number in "一二三四五六七八"), entry(2))
    assert numbers(reading) == [2]
    assert "第7行起没有读" in reading.remarks[0].render()
    assert reading.skipped_rows[-1].place.row == 7


def test_a_header_that_changes_for_ever_is_followed_only_so_far(read, monkeypatch):
    monkeypatch.setattr("enforcer.workbook.reading.sheet_reading._MOST_TABLES", 2)
    moved = [PLAN[0], *reversed(PLAN[1:])]
    reading = read(PLAN, entry(1), moved, entry(2), PLAN, entry(3))
    assert numbers(reading) == [2, 4]
    assert "第5行起是另一张表格，没有读" in reading.remarks[0].render()


def test_an_officer_with_the_posts_and_days_of_the_example_is_an_officer(read):
    form = load_form(4)
    header = [column.header for column in form.columns]
    typed = ["王某某" if column.key == "name" else column.right for column in form.columns]
    reading = read([form.name], header, typed)
    assert numbers(reading) == [3]
    assert reading.sample_rows == ()


@pytest.mark.parametrize("place", [0, 4, 7])
@pytest.mark.parametrize("day", ["2014年6月20日", "2014.6.20", date(2014, 6, 20)])
def test_the_units_name_over_the_day_it_signed_is_no_entry(read, reasons, place, day):
    lead = [""] * place
    reading = read(
        PLAN, entry(1), [*lead, "桓台县安全生产监督管理局"], [], ["", "", day] if place == 4 else [*lead, day]
    )
    assert numbers(reading) == [2]
    assert reasons(reading)[3].startswith("落款" if place else "")


def test_a_units_name_alone_that_nobody_signed_is_an_entry(read):
    assert numbers(read(PLAN, entry(1), [*[""] * 7, "县农业局"], entry(2))) == [2, 3, 4]
