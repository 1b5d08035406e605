"""W004: what was typed but cannot be read for sure is told; blanks, 无 and the usual other words are not."""

from datetime import date, datetime

import pytest

from enforcer.domain.reading import Fact
from enforcer.domain.row import Row
from enforcer.forms import load_forms

JUDGED = {"date", "month", "choice", "year", "phone"}
COLUMNS = [(form.annex, column) for form in load_forms() for column in form.columns if column.kind in JUDGED]
LINES = [(form.annex, line) for form in load_forms() for line in form.header if line.kind in JUDGED]


@pytest.mark.parametrize(("annex", "column"), COLUMNS, ids=lambda it: getattr(it, "key", str(it)))
def test_the_guide_s_right_example_is_read_and_its_wrong_one_is_not(filled, cells, annex, column):
    made = filled(annex, {column.key: column.right}, {column.key: column.wrong})
    accused = cells("W004", made)
    assert accused == ([made.rows(annex)[1].place(column.key).cell] if column.wrong else [])


@pytest.mark.parametrize(("annex", "line"), LINES, ids=lambda it: getattr(it, "key", str(it)))
def test_the_guide_s_examples_hold_for_header_lines_too(filled, judge, annex, line):
    assert list(judge("W004", filled(annex, header={line.key: line.right})).all_findings()) == []
    (finding,) = judge("W004", filled(annex, header={line.key: line.wrong})).all_findings()
    assert finding.field == line.key


@pytest.mark.parametrize(("annex", "column"), COLUMNS, ids=lambda it: getattr(it, "key", str(it)))
@pytest.mark.parametrize("typed", [None, "", "　", "-", "/", "无", "暂无"])
def test_blanks_and_none_are_not_accused(filled, cells, annex, column, typed):
    assert cells("W004", filled(annex, {column.key: typed})) == []


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("issued", "2013年2月30日", "“发证日期”填的“2013年2月30日”读不准是哪一天"),
        ("issued", "13年夏", "“发证日期”填的“13年夏”读不准是哪一天"),
        ("valid_until", "两年", "“有效期至”填的“两年”没有写明到哪一天为止"),
        ("valid_until", "2015年", "“有效期至”填的“2015年”没有写明到哪一天为止"),
        ("birth", 1985.1, "“出生年月”填的“1985.1”读不准是哪年哪月"),
        ("joined", "3年", "“到本单位工作时间”填的“3年”读不准是哪年哪月"),
        ("sex", "不详", "“性别”填的“不详”不在可选的范围内"),
        ("phone", "1380000000", "“联系电话”填的“1380000000”不像完整的电话号码"),
    ],
)
def test_the_sentence_quotes_what_was_typed(filled, sentences, key, typed, sentence):
    assert sentences("W004", filled(4, {key: typed})) == [sentence]


def test_the_choices_are_named(filled, judge):
    (finding,) = judge("W004", filled(4, {"staffing": "正式"})).all_findings()
    assert finding.expected.render() == "从“公务员、参公、事业、合同制、借调”中选填一个"
    assert "执法人员!I5" in finding.remedy.render()


@pytest.mark.parametrize(
    ("annex", "key", "typed"),
    [
        (4, "sex", "男性"),
        (4, "staffing", "参公管理"),
        (4, "staffing", "事业编制"),
        (4, "staffing", "机关工勤"),
        (4, "education", "大学本科"),
        (2, "procedure", "普通程序"),
        (1, "kind", "年度计划"),
        (3, "source", "省级"),
        (4, "issued", date(2013, 6, 1)),
        (4, "issued", datetime(2013, 6, 1, 0, 0)),
        (4, "issued", 41426),
        (4, "issued", "2013.6.1"),
        (4, "issued", "2013年6月"),
        (4, "valid_until", "2013.6.1-2015.5.31"),
        (4, "valid_until", "2015年5月"),
        (4, "valid_until", "申领中"),
        (4, "birth", "1985年10月5日"),
        (4, "birth", "1985"),
        (4, "joined", "2001年"),
        (4, "phone", "办公室8210000，手机13800000000"),
        (4, "phone", 13800000000.0),
    ],
)
def test_the_usual_other_ways_are_read(filled, cells, annex, key, typed):
    assert cells("W004", filled(annex, {key: typed})) == []


@pytest.mark.parametrize(
    ("annex", "key", "typed"),
    [
        (1, "period", "适时"),
        (1, "inspectors", "若干"),
        (3, "standard", "从重"),
        (4, "id_number", "见附件"),
        (4, "number", "xzcf-01"),
    ],
)
def test_what_other_rules_read_is_left_to_them(filled, cells, annex, key, typed):
    assert cells("W004", filled(annex, {key: typed})) == []


@pytest.mark.parametrize("typed", [2014, "2014", "2014年", "2014年度", "２０１４", "二○一四年", "二〇一四"])
def test_a_year_is_read(filled, cells, typed):
    assert cells("W004", filled(1, header={"year": typed})) == []


@pytest.mark.parametrize("typed", [1014, 3014, "20144", "14", "2014-2015", "今年", "1914"])
def test_a_year_out_of_range_or_unclear_is_accused(filled, sentences, typed):
    assert sentences("W004", filled(1, header={"year": typed})) == [f"“年度”填的“{typed}”读不准是哪一年"]


@pytest.mark.parametrize(
    "typed", ["2014-06-30", "2014年6月30日星期一", "（2014年6月30日）填报", date(2014, 6, 30), 41820]
)
def test_a_filing_day_is_read(filled, cells, typed):
    assert cells("W004", filled(1, header={"filed": typed})) == []


@pytest.mark.parametrize("typed", ["2014年6月", "6月30日", "2014年6月31日", "已报"])
def test_a_filing_day_without_day_or_year_is_accused(filled, cells, typed):
    assert cells("W004", filled(1, header={"filed": typed})) == ["B2"]


def test_the_same_value_is_accused_at_each_of_its_cells(filled, cells):
    rows = [{"sex": "不详"}, {"sex": "男"}, {"sex": "不详"}]
    assert cells("W004", filled(4, *rows)) == ["C5", "C7"]


def test_what_was_filled_down_is_accused_once_where_it_was_typed(reading, dossier, cells):
    made = reading(3, [{"source": "部颁"}, {"source": "部颁"}])
    first, second = made.rows
    filled = Row(second.table, second.number, second.values, {"source": first.number})
    assert cells("W004", dossier(made._replace(rows=(first, filled)))) == [first.place("source").cell]


def test_an_error_cell_is_left_to_w006(reading, dossier, codes_at):
    made = reading(4, [{"sex": "#REF!"}])
    place = made.rows[0].place("sex")
    broken = reading(4, [{"sex": "#REF!"}], error_cells=(Fact(place, "#REF!"),))
    assert codes_at(dossier(broken), place) == {"W006"}


def test_a_file_that_is_no_annex_is_left_to_w002(dossier, cells):
    from enforcer.domain.reading import Reading  # noqa: PLC0415

    assert cells("W004", dossier(Reading("x.xlsx"))) == []
