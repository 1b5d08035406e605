"""The lines above the table, what is odd about a pair, and what cannot be compared at all."""

from datetime import date

import pytest

from enforcer.changes import changes_between
from enforcer.domain.errors import EnforcerError
from enforcer.domain.reading import Failure, HeaderLine, Mark, Reading
from enforcer.domain.row import Place
from enforcer.domain.sentence import Sentence
from enforcer.domain.verdict import Examined, Verdict

ROW = {"target": "企业", "matter": "安全"}


def notes(annex):
    return [note.render() for note in annex.notes]


def test_a_changed_header_line_is_told_with_its_label(changed):
    annex = changed(1, [ROW], [ROW], old_header={"preparer": "张三"}, new_header={"preparer": "李四"})
    (line,) = annex.header
    assert (line.label, line.old, line.new) == ("填表人", "张三", "李四")


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        ("filed", "2014-06-20", "2014年6月20日"),
        ("document_number", "桓安监发〔2014〕3号", "桓安监发[2014] 3 号"),
        ("unit", "县安监局", "县 安监局"),
        ("preparer", "", "　"),
    ],
)
def test_another_spelling_of_a_header_line_is_no_change(changed, key, old, new):
    assert changed(1, [ROW], [ROW], old_header={key: old}, new_header={key: new}).same


def test_a_line_that_was_left_out_is_filled_in(changed):
    (line,) = changed(1, [ROW], [ROW], new_header={"published": "2014-06-20"}).header
    assert (line.old, line.new) == ("", "2014-06-20")


def test_another_title_is_a_change(changed):
    titles = [HeaderLine(text, text, Place("x", "y", 1, 1)) for text in ("甲局 2013年度计划", "甲局2014年度计划")]
    (line,) = changed(1, [ROW], [ROW], old_title=titles[0], new_title=titles[1]).header
    assert line.label == "标题"
    assert changed(1, [ROW], [ROW], old_title=titles[1], new_title=titles[1]).same


def test_other_days_of_judgement_are_said_on_top(changed):
    annex = changed(1, [ROW], [ROW], old_day=date(2014, 6, 1), new_day=date(2014, 7, 1))
    assert notes(annex) == ["核对问题时，旧表按2014-06-01、新表按2014-07-01判断法律和期限"]


def test_other_editions_of_the_form_are_said_on_top(changed):
    marks = [Mark(1, edition, None, None) for edition in ("2013.1", "2014.1")]
    assert notes(changed(1, [ROW], [ROW], old_mark=marks[0], new_mark=marks[1])) == [
        "表样版本不同：旧表2013.1，新表2014.1"
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (Place("a", "b", 5), None, "旧表是零报告，新表填了1行"),
        (None, Place("a", "b", 5), "新表改为零报告，旧表填了1行"),
        (Place("a", "b", 5), Place("a", "b", 5), "两份都是零报告"),
    ],
)
def test_nil_returns_are_said_on_top(changed, old, new, said):
    rows = [[] if nil else [ROW] for nil in (old, new)]
    assert notes(changed(1, *rows, old_nil=old, new_nil=new)) == [said]


def test_a_column_that_came_is_said_once_and_not_in_every_row(changed):
    rows = [{**ROW, "basis": "《安全生产法》"}, {**ROW, "target": "商场", "basis": "《消防法》"}]
    annex = changed(1, rows, rows, old_missing=["basis"])
    assert annex.same
    assert notes(annex) == ["旧表没有“检查依据”一栏，新表填了2行；这一栏不逐行比较"]
    assert notes(changed(1, rows, rows, new_missing=["basis"]))[0].startswith("新表没有“检查依据”一栏，旧表填了2行")
    assert notes(changed(1, rows, rows, new_missing=["remarks"])) == []


def verdict(*readings, unit="县安监局", year=2014):
    day = date(2014, 8, 1)
    files = tuple(Examined(one, unit, year, day, "today", (), ()) for one in readings)
    return Verdict("号", None, files)


def test_other_units_and_years_are_said_on_top(reading):
    old, new = verdict(reading(1, [ROW])), verdict(reading(1, [ROW]), unit="县农业局", year=2015)
    assert notes(changes_between(old, new).annexes[0]) == [
        "两份表的单位不同：旧表“县安监局”，新表“县农业局”",
        "两份表的年度不同：旧表2014，新表2015",
    ]


def test_a_units_full_and_short_name_are_one_unit(reading):
    old, new = verdict(reading(1, [ROW])), verdict(reading(1, [ROW]), unit="桓台县安监局")
    assert notes(changes_between(old, new).annexes[0]) == []


def test_two_annexes_in_one_workbook_are_compared_each_by_itself(reading):
    old = verdict(reading(1, [ROW]), reading(4, [{"name": "张三"}]))
    new = verdict(reading(4, [{"name": "李四"}]), reading(1, [ROW]))
    found = changes_between(old, new)
    assert [(annex.form.annex, annex.same) for annex in found.annexes] == [(1, True), (4, False)]


def test_an_annex_that_only_one_file_has_is_said_and_not_compared(reading):
    old, new = verdict(reading(1, [ROW]), reading(4, [])), verdict(reading(1, [ROW]), reading(2, []))
    found = changes_between(old, new)
    assert len(found.annexes) == 1
    assert [note.render() for note in found.notes] == ["只有旧表有附件4，没有比较", "只有新表有附件2，没有比较"]


def test_two_sheets_of_one_annex_are_compared_together(reading):
    found = changes_between(
        verdict(reading(1, [ROW]), reading(1, [{**ROW, "target": "商场"}])),
        verdict(reading(1, [{**ROW, "target": "商场"}, ROW])),
    )
    assert found.same


def test_a_file_compared_with_itself_is_said_to_be_the_same(reading):
    one = verdict(reading(1, [ROW], sha256="a" * 64))
    assert [note.render() for note in changes_between(one, one).notes] == ["两个文件一个字节也不差"]


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (Reading("b.xlsx"), "看不出“b.xlsx”是哪个附件，无法比较。可以用--annex指明附件号。"),
        (Reading("b.xlsx", skip=Sentence("临时文件")), "没有读“b.xlsx”，无法比较：临时文件"),
        (
            Reading("b.xlsx", failure=Failure("broken", Sentence("文件损坏。"), Sentence("请重新保存。"))),
            "读不了“b.xlsx”，无法比较：文件损坏。请重新保存。",
        ),
    ],
)
def test_what_could_not_be_read_is_an_error_in_words(reading, new, said):
    old = verdict(reading(1, [ROW]))
    for sides in ((old, verdict(new)), (verdict(new), old)):
        with pytest.raises(EnforcerError) as raised:
            changes_between(*sides)
        assert str(raised.value) == said


def test_different_annexes_are_an_error_in_words(reading):
    with pytest.raises(EnforcerError) as raised:
        changes_between(verdict(reading(1, [])), verdict(reading(4, [])))
    assert "不是同一个附件，无法比较：“annex1.xlsx”是附件1，“annex4.xlsx”是附件4" in str(raised.value)


def test_a_broken_part_beside_a_sound_one_is_said(reading):
    broken = Reading("包.zip/坏.xlsx", failure=Failure("broken", Sentence("文件损坏"), Sentence("")))
    found = changes_between(verdict(reading(1, [ROW]), broken), verdict(reading(1, [ROW])))
    assert [note.render() for note in found.notes] == ["旧表中的“包.zip/坏.xlsx”没有读，没有比较：文件损坏"]
