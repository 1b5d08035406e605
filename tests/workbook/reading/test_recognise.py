"""A sheet is an annex by its mark or by its headers, and nothing else is ever called one."""

import pytest

from enforcer.forms import load_form
from enforcer.workbook.mark import read_mark
from enforcer.workbook.reading import read_book

PLAN = ["序号", "检查依据", "检查机构", "检查人员", "检查时间", "检查地点", "检查内容", "检查对象"]
STEPS = ["序号", "步骤", "方式（内容）", "时限", "承办机构", "承办人员", "文书名称"]
TIERS = ["序号", "违法行为", "法定依据", "裁量阶次", "适用条件", "具体标准"]
OFFICERS = ["序号", "姓名", "性别", "身份证号", "执法机构", "职务", "执法类别", "执法证号", "有效期至"]
HEADERS = {1: PLAN, 2: STEPS, 3: TIERS, 4: OFFICERS}
MARK = {"enforcer.annex": "1", "enforcer.edition": "2014.1", "enforcer.unit": "县安监局", "enforcer.year": "2014"}


def refusal(readings):
    assert [reading.annex for reading in readings] == [None]
    assert readings[0].table is None
    return [one.reason.render() for one in readings[0].skipped_sheets]


@pytest.mark.parametrize("annex", [1, 2, 3, 4])
def test_each_annex_is_known_by_its_headers(read, annex):
    reading = read(HEADERS[annex], [f"某{place}" for place, _ in enumerate(HEADERS[annex])])
    assert reading.annex == annex
    assert reading.recognised_by == "headers"


@pytest.mark.parametrize(
    "rows",
    [
        [["序号", "时间", "地点", "内容", "参加人员", "主持人"], [1, "6月", "会议室", "动员会", "全体", "王某"]],
        [["序号", "时间", "地点", "内容", "人员", "对象", "机构"], [1, "6月", "会议室", "培训", "全体", "科员", "办"]],
        [["姓名", "性别", "出生年月", "身份证号", "学历", "工作单位", "职务", "联系电话"], ["张某", "男"]],
        [["环节", "办理内容", "办理时限", "承办机构", "承办人"], ["受理", "收件", "1日", "窗口", "王某"]],
        [
            ["序号", "检查时间", "检查地点", "检查内容", "检查人员", "检查结果"],
            [1, "6月1日", "加油站", "消防", "王某", "合格"],
        ],
        [
            ["2014年执法检查登记表"],
            ["检查时间", "检查对象", "检查内容", "检查人员", "检查地点"],
            ["1日", "站", "消防", "王", "县"],
        ],
        [
            ["执法人员考试成绩"],
            ["姓名", "性别", "身份证号", "工作单位", "执法证号", "成绩"],
            ["张某", "男", "1", "局", "A", 90],
        ],
        [["品名", "数量", "单价", "金额"], ["纸", 1, 2, 2]],
        [["关于召开会议的通知"], ["各单位："], ["定于6月召开会议，请准时参加。"]],
        [["附件：1．行政执法检查计划"], ["2．行政处罚案件办理程序及人员信息表"]],
    ],
    ids=["meeting", "training", "staff", "licence", "inspections done", "register", "marks", "goods", "notice", "list"],
)
def test_a_table_of_another_kind_is_no_annex(read, rows):
    assert read(*rows).annex is None


def test_bare_words_are_an_annex_under_its_title(read):
    reading = read(
        ["2014年度行政执法检查计划"],
        ["序号", "依据", "机构", "人员", "时间", "地点", "内容", "对象"],
        [1, "《某法》", "大队", "张某、李某", "3月", "全县", "安全", "加油站"],
    )
    assert reading.annex == 1


def test_a_title_lets_a_third_of_the_elements_do(read):
    rows = [["序号", "检查时间", "检查内容", "检查对象"], [1, "3月", "安全", "加油站"]]
    assert read(*rows).annex is None
    assert read(["县安监局2014年度执法检查计划"], *rows).annex == 1
    assert read(*rows, name="执法检查计划").annex == 1


def test_what_was_said_is_not_argued_with(read):
    rows = [["序号", "检查时间", "检查内容", "检查对象"], [1, "3月", "安全", "加油站"]]
    reading = read(*rows, annex=1)
    assert (reading.annex, reading.recognised_by) == (1, "given")
    missed = read(*rows, annex=4)
    assert missed.annex == 4
    assert missed.table is None
    assert "没有找到附件4的表头" in missed.skipped_sheets[0].reason.render()


def test_a_tie_is_no_annex_and_the_reason_says_so(book, sheet):
    both = sheet(
        ["步骤", "方式", "时限", "文书名称", "违法行为", "法定依据", "裁量阶次"],
        ["立案", "审批", "7日", "表", "无证", "八条", "从轻"],
    )
    assert refusal(read_book(book(both))) == ["表头与附件2、附件3同样相符，分不清是哪一个"]


def test_a_title_decides_a_tie(read):
    reading = read(
        ["行政处罚裁量基准"],
        ["步骤", "方式", "时限", "文书名称", "违法行为", "法定依据", "裁量阶次"],
        ["立案", "审批", "7日", "表", "无证", "八条", "从轻"],
    )
    assert reading.annex == 3


def test_the_reason_names_what_was_found(book, sheet):
    reasons = refusal(read_book(book(sheet(["姓名", "性别", "电话"], ["张某", "男", "1"]))))
    assert reasons == ["表头只有“姓名、性别”与附件4相符，不足以认定"]


def test_an_empty_workbook_is_no_annex(book, sheet):
    assert refusal(read_book(book(sheet([])))) == []
    assert refusal(read_book(book())) == []


def test_every_sheet_that_is_an_annex_is_read_and_the_others_are_named(book, sheet):
    readings = read_book(
        book(
            sheet(["会议通知"], name="封面"),
            sheet(PLAN, [1, "八条", "大队", "张某", "3月", "县", "安全", "站"], name="计划"),
            sheet([], name="Sheet3"),
            sheet(OFFICERS, [1, "张某", "男", "1", "大队", "科员", "处罚", "A", "2015"], name="人员"),
        )
    )
    assert [(one.annex, one.table.sheet) for one in readings] == [(1, "计划"), (4, "人员")]
    assert [one.place.sheet for one in readings[0].skipped_sheets] == ["封面"]
    assert readings[1].skipped_sheets == ()


def test_our_own_sheets_are_left_out_by_name(book, sheet):
    explained = sheet(["步骤", "方式", "时限", "承办机构", "承办人员"], ["立案"] * 5, name="填表说明")
    readings = read_book(book(sheet(PLAN, ["某"] * 8), explained))
    assert [one.annex for one in readings] == [1]
    assert [one.place.sheet for one in readings[0].skipped_sheets] == ["填表说明"]


def test_a_hidden_sheet_is_read_only_where_no_other_is_an_annex(book, sheet):
    hidden = sheet(PLAN, ["某"] * 8, name="旧", visibility="hidden")
    assert [one.table.sheet for one in read_book(book(sheet(PLAN, ["某"] * 8), hidden))] == ["Sheet1"]
    assert [one.table.sheet for one in read_book(book(hidden))] == ["旧"]


def test_the_mark_is_trusted_before_the_headers(book, sheet):
    marked = book(sheet(PLAN[:4], ["某"] * 4), properties=MARK)
    (reading,) = read_book(marked)
    assert (reading.annex, reading.recognised_by) == (1, "mark")
    assert reading.mark.unit == "县安监局"
    assert {match.by for match in reading.columns} == {"mark"}


def test_the_mark_on_the_very_hidden_sheet_does_where_the_properties_are_lost(book, sheet):
    mark = sheet(
        ["annex", "1"], ["edition", "2014.1"], ["unit", "县安监局"], ["year", 2014.0], ["validations", "9"],
        name="_enforcer", visibility="very hidden",
    )  # fmt: skip
    (reading,) = read_book(book(sheet(PLAN, ["某"] * 8), mark))
    assert reading.recognised_by == "mark"
    assert reading.mark == read_mark(book(mark))
    assert (reading.mark.year, reading.mark.validations) == (2014, 9)
    assert reading.skipped_sheets == ()
    assert reading.hidden == ()


def test_only_the_form_that_the_mark_names_is_loaded(book, sheet):
    asked = []

    def forms(annex):
        asked.append(annex)
        return load_form(annex)

    read_book(book(sheet(PLAN, ["某"] * 8), properties=MARK), forms)
    assert set(asked) == {1}


def test_a_mark_that_the_table_contradicts_gives_way_and_that_is_said(book, sheet):
    (reading,) = read_book(book(sheet(OFFICERS, ["某"] * 9), properties=MARK))
    assert (reading.annex, reading.recognised_by) == (4, "headers")
    assert "标记为附件1" in reading.remarks[0].render()


@pytest.mark.parametrize("annex", ["", "九", "1x"])
def test_a_mark_without_an_annex_marks_nothing(book, sheet, annex):
    assert read_mark(book(sheet([]), properties={**MARK, "enforcer.annex": annex})) is None


def test_an_emptied_header_of_a_marked_form_is_known_by_its_place(book, sheet):
    header = [column.header for column in load_form(1).columns]
    header[5] = ""
    (reading,) = read_book(book(sheet(header, ["某"] * 10), properties=MARK))
    assert reading.table.columns["period"] == 6
    (unmarked,) = read_book(book(sheet(header, ["某"] * 10)))
    assert "period" not in unmarked.table.columns


def test_an_overwritten_header_of_a_marked_form_is_not_guessed(book, sheet):
    header = [column.header for column in load_form(1).columns]
    header[5] = "领导批示"
    (reading,) = read_book(book(sheet(header, ["某"] * 10), properties=MARK))
    assert "period" not in reading.table.columns
    assert any("改成了“领导批示”" in one.sentence.render() for one in reading.alterations)


def test_a_plan_by_its_title_is_one_though_it_has_a_column_for_results(read):
    header = [*PLAN, "检查结果"]
    assert read(header, ["某"] * 9).annex is None
    assert read(["县安监局2014年度检查计划"], header, ["某"] * 9).annex == 1


def test_a_blank_header_is_not_placed_where_no_neighbour_kept_its_own_place(book, sheet):
    moved = sheet([*PLAN[:4], "", "", "检查内容"], ["某"] * 7)
    (reading,) = read_book(book(moved, properties=MARK))
    assert "period" not in reading.table.columns
