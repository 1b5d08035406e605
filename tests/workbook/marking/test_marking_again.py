"""A marked copy that is filed back is known as one; marking it again replaces the marks."""

import openpyxl
import pytest
from stdnum.cn import ric

import enforcer
from enforcer.forms import load_form
from enforcer.notices import load_notice
from enforcer.workbook.marking.writing import write_marked_copies


def made_id(number: int) -> str:
    body = f"37990019700101{number * 2 + 1:03}"
    return body + ric.calc_check_digit(f"{body}0")


@pytest.fixture
def filed(tmp_path):
    """An annex 4 with a wrong check digit in row 4 and a sex that is not the id's in row 5."""
    form = load_form(4)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = form.sheet
    sheet.append([f"桓台县安监局2014年度{form.name}"])
    sheet.append(["填报单位：", "县安监局", "年度：", "2014", "报县法制办日期：", "2014-07-10"])
    sheet.append([column.header for column in form.columns])
    for number in range(4):
        cells = {
            "number": number + 1,
            "name": "张" + "甲乙丙丁"[number],
            "sex": "女" if number == 1 else "男",
            "id_number": made_id(number) if number else made_id(0)[:-1] + "?",
            "body": "执法大队",
            "post": "科员",
            "category": "安全生产",
            "credential": f"150300{number}",
            "valid_until": "2015-02-28",
        }
        sheet.append([cells.get(column.key) for column in form.columns])
    path = tmp_path / "附件4.xlsx"
    book.save(path)
    return path


def mark(path, folder):
    ((_, target),) = write_marked_copies(enforcer.validate(path), load_notice(), folder, overwrite=True)
    return target


def answer_column(sheet):
    return next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == "说明（由单位填写）")


def states(verdict):
    return {(one.code, one.place.cell): one.state for one in verdict.all_findings()}


def test_a_copy_filed_back_unchanged_reads_as_the_original(filed, tmp_path):
    before, after = enforcer.validate(filed), enforcer.validate(mark(filed, tmp_path / "out"))
    assert states(before) == states(after)
    old, new = before.files[0].reading, after.files[0].reading
    assert [row.values for row in old.rows] == [row.values for row in new.rows]
    assert (old.unread_columns, old.hidden, old.skipped_sheets) == (new.unread_columns, new.hidden, new.skipped_sheets)


def test_an_answer_makes_a_soft_finding_explained_and_stays_with_it_when_rows_move(filed, tmp_path):
    target = mark(filed, tmp_path / "out")
    book = openpyxl.load_workbook(target)
    sheet = book.worksheets[0]
    sheet.cell(5, answer_column(sheet)).value = "户籍登记有误，正在更正"
    sheet.insert_rows(4)
    book.save(target)
    verdict = enforcer.validate(target)
    found = {one.code: one for one in verdict.all_findings()}
    assert (found["A403"].state, found["A403"].place.row) == ("explained", 6)
    assert found["A403"].explanation == "户籍登记有误，正在更正"
    assert verdict.count("warning") == 0


def test_an_answer_counts_no_longer_when_the_cell_was_changed(filed, tmp_path):
    target = mark(filed, tmp_path / "out")
    book = openpyxl.load_workbook(target)
    sheet = book.worksheets[0]
    sheet.cell(5, answer_column(sheet)).value = "属实"
    sex = [column.key for column in load_form(4).columns].index("sex") + 1
    sheet.cell(5, sex).value = "女 "
    book.save(target)
    assert set(states(enforcer.validate(target)).values()) >= {"open"}
    sheet.cell(5, sex).value = "女性"
    book.save(target)
    assert "explained" not in states(enforcer.validate(target)).values()


def test_an_error_cannot_be_explained_away(filed, tmp_path):
    target = mark(filed, tmp_path / "out")
    book = openpyxl.load_workbook(target)
    sheet = book.worksheets[0]
    for row in range(4, 8):
        sheet.cell(row, answer_column(sheet)).value = "就是这样"
    book.save(target)
    verdict = enforcer.validate(target)
    assert {one.state for one in verdict.all_findings() if one.severity == "error"} == {"open"}
    assert verdict.exit_code() == 1


def test_marking_again_replaces_marks_and_keeps_the_answer(filed, tmp_path):
    first = mark(filed, tmp_path / "one")
    book = openpyxl.load_workbook(first)
    sheet = book.worksheets[0]
    column = answer_column(sheet)
    sheet.cell(5, column).value = "属实"
    id_column = [one.key for one in load_form(4).columns].index("id_number") + 1
    sheet.cell(4, id_column).value = made_id(0)
    sheet.cell(7, id_column).value = "37"
    book.save(first)
    second = mark(first, tmp_path / "two")
    assert second.name == "附件4_退改.xlsx"
    after = openpyxl.load_workbook(second)
    assert after.sheetnames.count("审核意见") == 1
    assert len(after.sheetnames) == 3
    sheet = after.worksheets[0]
    coloured = {c.coordinate for r in sheet.iter_rows() for c in r if c.fill.fgColor.rgb[:4] == "FFFF"}
    noted = {c.coordinate for r in sheet.iter_rows() for c in r if c.comment}
    wrong = sheet.cell(7, id_column).coordinate
    assert coloured == noted == {wrong}
    assert answer_column(sheet) == column
    assert sheet.cell(5, column).value == "属实"


def test_marking_twice_without_a_change_gives_the_same_marks(filed, tmp_path):
    first = mark(filed, tmp_path / "one")
    second = mark(first, tmp_path / "two")
    for name in openpyxl.load_workbook(first).sheetnames:
        old, new = openpyxl.load_workbook(first)[name], openpyxl.load_workbook(second)[name]
        for row in old.iter_rows():
            for cell in row:
                twin = new[cell.coordinate]
                assert twin.fill.fgColor.rgb == cell.fill.fgColor.rgb, (name, cell.coordinate)
                assert (twin.comment and twin.comment.text) == (cell.comment and cell.comment.text)


def test_the_hidden_sheet_holds_no_id_number(filed, tmp_path):
    book = openpyxl.load_workbook(mark(filed, tmp_path / "out"))
    text = "".join(str(cell.value) for row in book["_enforcer_marks"].iter_rows() for cell in row)
    assert not any(made_id(number)[:17] in text for number in range(4))
