"""填表说明: what a clerk reads before filling in the form."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from enforcer.forms import ANNEXES, load_form
from enforcer.notices import load_notice
from enforcer.workbook.blank import INSTRUCTIONS_SHEET, blank_bytes
from enforcer.workbook.blank.instructions import due_sentence, instructions
from enforcer.workbook.layout import display_width


def topics(annex: int, year: int | None = None) -> dict[str, str]:
    """Topic -> its text; further paragraphs of a topic follow it in one text."""
    joined: dict[str, str] = {}
    last = ""
    for name, text in instructions(load_form(annex), load_notice(), year).topics:
        last = name or last
        joined[last] = joined.get(last, "") + text
    return joined


@pytest.mark.parametrize("annex", ANNEXES)
def test_it_says_what_the_form_is_by_the_notices_number(annex):
    form = load_form(annex)
    assert topics(annex)["这是什么"].startswith(f"《{form.name}》，桓政办发〔2014〕36号")
    assert f"附件{annex}" in topics(annex)["这是什么"]


@pytest.mark.parametrize(("annex", "day"), [(1, "6月30日"), (2, "7月15日"), (3, "7月30日"), (4, "7月15日")])
def test_it_says_by_when_and_that_the_day_itself_counts(annex, day):
    assert topics(annex)["什么时候报"] == f"2014年{day}前（含当天）。这是通知规定的期限。"
    assert topics(annex, 2014) == topics(annex)


def test_a_countys_own_day_is_called_so():
    assert topics(1, 2015)["什么时候报"].startswith("2015年1月31日前（含当天）。这是本县约定的期限")


@pytest.mark.parametrize(("annex", "year"), [(2, 2015), (3, 2016), (1, 2013)])
def test_a_year_without_a_day_in_the_notice_gets_none(annex, year):
    assert topics(annex, year)["什么时候报"] == f"通知没有规定{year}年的报送日期，以县法制办当年的要求为准。"


def test_an_obligation_without_a_day_gets_none_either():
    notice = load_notice()
    assert "没有规定" in due_sentence(notice.obligations["authority"], notice, 2014)


@pytest.mark.parametrize(
    ("annex", "recipients"),
    [(1, "报县法制办和上级业务主管单位备案。"), (2, "报县法制办审查。"), (3, "报县法制办备案。"), (4, "报县法制办。")],
)
def test_it_says_to_whom_and_as_what(annex, recipients):
    assert topics(annex)["报给谁"] == recipients


def test_it_says_who_need_not_file():
    assert topics(1)["谁来报"] == "各行政执法单位。"
    assert "没有行政处罚权的单位报零报告" in topics(2)["谁来报"]
    assert "公安、税务除外" in topics(4)["谁来报"]


@pytest.mark.parametrize("annex", ANNEXES)
def test_paper_and_electronic_copy_are_both_asked_for_under_seal(annex):
    said = topics(annex)["报什么"]
    assert "纸质件和电子版（本表格文件）都要报" in said
    assert "（二（八）：以上材料（含电子版）加盖公章后报县法制办）" in said
    assert ("只报电子版" in said) == (annex == 3)


@pytest.mark.parametrize("annex", ANNEXES)
def test_it_shows_what_a_nil_return_looks_like(annex):
    assert "零报告：" in topics(annex)["本表要点"]
    assert "填“零报告”" in topics(annex)["本表要点"]


@pytest.mark.parametrize("annex", ANNEXES)
def test_it_teaches_the_habits_of_such_forms(annex):
    said = topics(annex)["通用要求"]
    for habit in ("填“无”", "半角", "不要合并或拆分", "不要增加、删除", "不要加密"):
        assert habit in said


@pytest.mark.parametrize("annex", ANNEXES)
def test_it_explains_every_field_with_examples(annex):
    form = load_form(annex)
    page = instructions(form, load_notice())
    assert [guide.name for guide in page.columns] == [column.header for column in form.columns]
    assert [guide.name for guide in page.header] == [field.label for field in form.header]
    for guide, field in zip((*page.header, *page.columns), (*form.header, *form.columns), strict=True):
        assert guide.required == ("必填" if field.required else "选填")
        assert guide.help
        assert guide.right
        assert guide.wrong
        assert all(choice in guide.help for choice in field.choices)


def test_an_element_shows_its_clause_and_the_clause_its_own_words():
    notice = load_notice()
    page = instructions(load_form(3), notice)
    clause = {guide.name: guide.clause for guide in page.columns}
    assert (clause["违法行为"], clause["事项编码"], clause["备注"]) == ("二（六）", "二（八）", "—")
    quoted = [quote for _, quote in page.quotes]
    assert f"“{notice.clauses['benchmark'].quote}”" in quoted
    assert [name for name, _ in page.quotes if name] == list(dict.fromkeys(name for name, _ in page.quotes if name))


@pytest.mark.parametrize("annex", ANNEXES)
def test_every_clause_shown_is_quoted_below(annex):
    page = instructions(load_form(annex), load_notice())
    shown = {guide.clause for guide in (*page.header, *page.columns)} - {"—"}
    assert shown <= {name.removeprefix("依据") for name, _ in page.quotes}
    assert shown


def test_a_clause_that_a_notice_lacks_is_left_out():
    notice = load_notice()
    fewer = notice._replace(clauses={key: one for key, one in notice.clauses.items() if key != "databases"})
    assert {guide.name: guide.clause for guide in instructions(load_form(3), fewer).columns}["事项编码"] == "—"


@pytest.mark.parametrize("annex", ANNEXES)
def test_the_sheet_has_room_for_every_text(annex):
    """Rows are as high as their longest text needs: merged cells do not grow by themselves in any program."""
    sheet = load_workbook(BytesIO(blank_bytes(load_form(annex), load_notice())))[INSTRUCTIONS_SHEET]
    widths = {}
    for dimension in sheet.column_dimensions.values():
        widths |= dict.fromkeys(range(dimension.min, dimension.max + 1), dimension.width)
    merged = {(one.min_row, one.min_col): one.max_col for one in sheet.merged_cells.ranges}
    seen = 0
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            if cell.value:
                last = merged.get((cell.row, cell.column), cell.column)
                # Eight pixels a unit of width, 7.33 half a character of 宋体 11, 13.5 points a line.
                room = sum(widths[column] for column in range(cell.column, last + 1)) * 8 / 7.34
                lines = -(-display_width(str(cell.value)) // room)
                assert sheet.row_dimensions[cell.row].height >= 13.5 * lines, cell.coordinate
                seen += 1
    assert seen > 60


@pytest.mark.parametrize("annex", ANNEXES)
def test_the_headings_come_again_on_each_printed_page(annex):
    sheet = load_workbook(BytesIO(blank_bytes(load_form(annex), load_notice())))[INSTRUCTIONS_SHEET]
    row = int(sheet.print_title_rows.split(":")[0].strip("$"))
    assert [cell.value for cell in sheet[row]] == ["栏目", "是否必填", "填什么", "正确示例", "错误示例", "依据"]
