"""Whose file it is and of which year is what all witnesses agree on; what was said decides."""

import pytest

from enforcer.workbook.reading import read_book

PLAN = ["序号", "检查依据", "检查机构", "检查人员", "检查时间", "检查地点", "检查内容", "检查对象"]
ENTRY = [1, "《某法》", "大队", "张某、李某", "3月", "全县", "安全", "加油站"]
TITLE = ["桓台县农业局2014年度行政执法检查计划"]
MARK = {"enforcer.annex": "1", "enforcer.edition": "2014.1", "enforcer.unit": "县农业局", "enforcer.year": "2014"}


def units(reading):
    return [(one.source, one.text, one.place.cell) for one in reading.unit_witnesses]


def years(reading):
    return [(one.source, one.text) for one in reading.year_witnesses]


def test_header_and_title_agree_though_one_names_the_county(read):
    reading = read(TITLE, ["填报单位：县农业局", "", "年度：2014"], PLAN, ENTRY, county="桓台县")
    assert reading.unit == "县农业局"
    assert reading.year == 2014
    assert units(reading) == [("header", "县农业局", "A2"), ("title", "桓台县农业局", "A1")]
    assert years(reading) == [("header", "2014"), ("title", "2014")]


def test_witnesses_that_differ_leave_unit_and_year_open(read):
    reading = read(TITLE, ["填报单位：县卫生局", "", "年度：2013"], PLAN, ENTRY, county="桓台县")
    assert reading.unit is None
    assert reading.year is None
    assert len(reading.unit_witnesses) == 2


def test_what_was_said_decides_and_the_others_are_still_heard(read):
    reading = read(TITLE, PLAN, ENTRY, unit="县卫生局", year=2015, county="桓台县")
    assert (reading.unit, reading.year) == ("县卫生局", 2015)
    assert units(reading)[0][:2] == ("given", "县卫生局")
    assert units(reading)[1][:2] == ("title", "桓台县农业局")


def test_the_mark_is_a_witness(book, sheet):
    (reading,) = read_book(book(sheet(PLAN, ENTRY), properties=MARK))
    assert (reading.unit, reading.year) == ("县农业局", 2014)
    assert [one.source for one in (*reading.unit_witnesses, *reading.year_witnesses)] == ["mark", "mark"]


def test_names_that_may_be_one_do_not_differ(read):
    reading = read(["桓台县安全生产监督管理局2014年度检查计划"], ["填报单位：县安监局"], PLAN, ENTRY, county="桓台县")
    assert reading.unit == "县安监局"


def test_a_title_that_was_not_filled_in_says_nothing(read):
    reading = read(["桓台县ＸＸ局ＸＸ年度行政执法检查计划"], PLAN, ENTRY)
    assert (reading.unit_witnesses, reading.year_witnesses) == ((), ())
    assert reading.title.text == "桓台县ＸＸ局ＸＸ年度行政执法检查计划"


def test_a_unit_over_the_title_is_part_of_it(read):
    reading = read(["附件1"], ["桓台县农业局"], ["二〇一四年度行政执法检查计划"], PLAN, ENTRY)
    assert units(reading) == [("title", "桓台县农业局", "A2")]
    assert reading.year == 2014
    assert reading.title.place.cell == "A3"


@pytest.mark.parametrize(
    ("folder", "unit", "year"),
    [
        ("inbox/县农业局", "县农业局", None),
        ("inbox/县农业局/2014", "县农业局", 2014),
        ("filings/2014/县农业局", "县农业局", 2014),
        ("inbox/县农业局/2014-07-10", "县农业局", None),
        ("home/下载", None, None),
        ("县农业局/a/b/c", None, None),
        ("", None, None),
    ],
)
def test_a_folder_speaks_only_when_it_is_named_after_a_unit_or_a_year(read, folder, unit, year):
    reading = read(PLAN, ENTRY, folder=folder)
    assert (reading.unit, reading.year) == (unit, year)


def test_the_files_own_folder_speaks_where_none_is_given(book, sheet):
    (reading,) = read_book(book(sheet(PLAN, ENTRY), name="inbox/县农业局/计划.xlsx"))
    assert [one.source for one in reading.unit_witnesses] == ["folder"]


def test_several_units_in_one_sheet_are_each_a_witness(read):
    reading = read(
        ["填报单位：县农业局"], PLAN, ENTRY, ["填报单位：县卫生局"], PLAN, ENTRY, ["填报单位：县农业局"], PLAN, ENTRY
    )
    assert units(reading) == [("header", "县农业局", "A1"), ("row", "县卫生局", "A4")]
    assert reading.unit is None
    assert len(reading.rows) == 3


def test_a_heading_that_is_another_units_name_is_a_witness(read):
    reading = read(["填报单位：县农业局"], PLAN, ["县卫生局"], ENTRY, ["一、日常检查"], ENTRY, merges="A3:H3 A5:H5")
    assert [one[:2] for one in units(reading)] == [("header", "县农业局"), ("row", "县卫生局")]


@pytest.mark.parametrize("typed", [2014, 2014.0, "2014", "2014年", "2014年度", "二〇一四年", "二○一四年度"])
def test_a_year_is_read_as_clerks_type_it(read, typed):
    assert read(["年度：", typed], PLAN, ENTRY).year == 2014


@pytest.mark.parametrize("typed", ["14年", "今年", 14, 20140630])
def test_what_is_no_year_is_no_witness(read, typed):
    assert read(["年度：", typed], PLAN, ENTRY).year_witnesses == ()


@pytest.mark.parametrize("heading", ["监察大队", "执法大队", "稽查局", "唐山镇", "县人民医院", "一、综合执法中队"])
def test_a_heading_that_is_a_part_of_the_unit_or_a_place_is_no_witness(read, heading):
    reading = read(["填报单位：县农业局"], PLAN, [heading], ENTRY, merges="A3:H3")
    assert units(reading) == [("header", "县农业局", "A1")]
    assert reading.unit == "县农业局"


def test_a_heading_names_another_unit_behind_its_numeral_too(read):
    reading = read(["填报单位：县农业局"], PLAN, ["二、县卫生局"], ENTRY, merges="A3:H3")
    assert units(reading)[1:] == [("row", "县卫生局", "3")]


@pytest.mark.parametrize("folder", ["县法制办", "法制办", "县司法局", "桓台县人民政府办公室", "市局", "监察大队"])
def test_a_folder_of_the_receiver_or_of_a_part_of_the_unit_says_nothing(read, folder):
    assert read(PLAN, ENTRY, folder=f"inbox/{folder}").unit_witnesses == ()


@pytest.mark.parametrize("folder", ["索镇", "城区街道办事处", "县水务局", "环保局", "索镇人民政府"])
def test_a_folder_of_a_unit_that_files_is_a_witness(read, folder):
    assert [one.text for one in read(PLAN, ENTRY, folder=f"inbox/{folder}").unit_witnesses] == [folder]
