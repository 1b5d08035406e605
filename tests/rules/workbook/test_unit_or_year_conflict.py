"""W012: whoever says whose form this is, and of which year, must say the same; --unit and --year end all doubt."""

import pytest

from enforcer.domain.reading import Witness
from enforcer.domain.row import Place

FILE = "县农业局/2014/annex1.xlsx"
PLACES = {
    "given": Place(FILE),
    "mark": Place(FILE),
    "folder": Place(FILE),
    "title": Place(FILE, "检查计划", 1, 1),
    "header": Place(FILE, "检查计划", 2, 2, "unit"),
    "row": Place(FILE, "检查计划", 9, 1),
    "office": Place(FILE, "检查计划"),
}


def witnesses(**said):
    return tuple(Witness(source, text, PLACES[source]) for source, text in said.items())


def units(**said):
    return {"unit_witnesses": witnesses(**said)}


def years(**said):
    return {"year_witnesses": witnesses(**said)}


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"header": "县农业局"},
        {"header": "县农业局", "title": "县农业局", "folder": "县农业局", "mark": "县农业局"},
        {"header": "县农业局", "title": "桓台县农业局"},
    ],
)
def test_witnesses_that_agree_are_not_accused(filled, cells, said):
    assert cells("W012", filled(1, {}, **units(**said))) == []


@pytest.mark.parametrize("source", ["title", "mark", "folder", "row"])
def test_a_witness_that_differs_is_accused_at_the_header(filled, judge, source):
    said = {source: "县环保局", "header": "县农业局"}
    (finding,) = judge("W012", filled(1, {}, **units(**said))).all_findings()
    assert finding.place == PLACES["header"]
    assert finding.related == (PLACES[source],)
    assert finding.severity == "error"


def test_the_sentence_tells_who_says_what(filled, sentences):
    said = {"title": "桓台县环保局", "header": "县农业局", "folder": "县水务局", "mark": "县农业局"}
    assert sentences("W012", filled(1, {}, **units(**said))) == [
        "单位前后不一致：表头填的是“县农业局”、标题写的是“桓台县环保局”、文件夹是“县水务局”"
    ]


def test_several_units_in_one_sheet_are_told_with_their_rows(filled, sentences):
    rows = tuple(Witness("row", f"县{name}局", Place(FILE, "汇总", number)) for number, name in enumerate("农水林", 5))
    assert sentences("W012", filled(1, {}, unit_witnesses=rows)) == [
        "单位前后不一致：第5行写的是“县农局”、第6行写的是“县水局”、第7行写的是“县林局”"
    ]


def test_a_sheet_of_fifty_units_is_told_in_one_sentence(filled, sentences):
    rows = tuple(Witness("row", f"第{number}局", Place(FILE, "汇总", number)) for number in range(5, 55))
    (sentence,) = sentences("W012", filled(1, {}, unit_witnesses=rows))
    assert sentence.count("行写的是") == 5


def test_what_was_given_decides_and_silences(filled, cells):
    said = {"given": "县安监局", "header": "县农业局", "title": "县环保局"}
    assert cells("W012", filled(1, {}, **units(**said))) == []
    assert cells("W012", filled(1, {}, **years(given="2014", header="2013", title="2012"))) == []


@pytest.mark.parametrize("said", [{"header": "2014"}, {"header": "2014年度", "title": "2014", "folder": "２０１４"}])
def test_years_that_agree_are_not_accused(filled, cells, said):
    assert cells("W012", filled(1, {}, **years(**said))) == []


def test_years_that_differ_are_accused(filled, sentences):
    assert sentences("W012", filled(1, {}, **years(title="2013", header="2014"))) == [
        "年度前后不一致：表头填的是“2014”、标题写的是“2013”"
    ]


def test_unit_and_year_are_two_findings(filled, judge):
    both = units(title="县农业局", header="县环保局") | years(title="2013", header="2014")
    assert len(list(judge("W012", filled(1, {}, **both)).all_findings())) == 2


def test_a_unit_that_the_reader_settled_is_not_judged_again(filled, cells):
    assert cells("W012", filled(1, {}, unit="县农业局", **units(title="农业部门", header="县农业局"))) == []


def test_names_that_only_the_roster_can_tell_apart_are_unexamined(filled, judge):
    said = {"header": "县安监局", "title": "县安全生产监督管理局"}
    verdict = judge("W012", filled(1, {}, **units(**said)))
    assert list(verdict.all_findings()) == []
    assert [one.cause for one in verdict.all_unexamined()] == ["absent"]
    assert "单位名录" in verdict.files[0].unexamined[0].reason.render()


@pytest.mark.parametrize("text", ["ＸＸ局", "单位名称", ""])
def test_a_placeholder_names_no_unit(filled, judge, text):
    verdict = judge("W012", filled(1, {}, **units(header="县农业局", title=text)))
    assert [*verdict.all_findings(), *verdict.all_unexamined()] == []


@pytest.mark.parametrize("name", ["县安监局", "安监局"])
def test_the_offices_word_against_the_files_is_accused_at_the_header_even_if_names_look_alike(
    filled, cells, sentences, name
):
    received = filled(1, **units(header=name, office="桓台县安全生产监督管理局"))
    assert cells("W012", received) == ["B2"]
    assert sentences("W012", received) == [f"单位前后不一致：表头填的是“{name}”、按“桓台县安全生产监督管理局”收下"]
    assert cells("W012", filled(1, **years(header="2013年", office="2014"))) == ["B2"]
