"""W006: an error value is no content."""

import pytest

from enforcer.domain.reading import Fact
from enforcer.domain.row import Place

AT = Place("annex1.xlsx", "检查计划", 6, 3, "basis")
OTHER_FACTS = ["empty_formulas", "sample_rows", "hidden"]


def test_each_is_a_finding_at_its_place(filled, judge):
    facts = (Fact(AT, "#REF!"), Fact(AT._replace(row=7), "#REF!"))
    found = list(judge("W006", filled(1, {}, error_cells=facts)).all_findings())
    assert [one.place for one in found] == [fact.place for fact in facts]
    assert {one.severity for one in found} == {"error"}


def test_the_sentence_says_what_is_there_and_the_remedy_what_to_do(filled, judge):
    (finding,) = judge("W006", filled(1, {}, error_cells=(Fact(AT, "#REF!"),))).all_findings()
    assert finding.message.render() == "单元格显示的是错误值#REF!，不是内容"
    assert "改填" in finding.remedy.render()


def test_an_ordinary_table_is_not_accused(filled, cells):
    assert cells("W006", filled(1, {})) == []


@pytest.mark.parametrize("other", OTHER_FACTS)
def test_other_facts_are_left_to_their_own_rules(filled, cells, other):
    assert cells("W006", filled(1, {}, **{other: (Fact(AT, "x"),)})) == []


@pytest.mark.parametrize(
    ("annex", "key"), [(1, "basis"), (2, "step"), (3, "violation"), (4, "name"), (4, "valid_until")]
)
def test_a_lost_value_is_told_once_and_not_as_missing(filled, codes_at, annex, key):
    place = filled(annex, {}).rows(annex)[0].place(key)
    assert codes_at(filled(annex, {}, error_cells=(Fact(place, "#REF!"),)), place) == {"W006"}


@pytest.mark.parametrize("key", ["id_number", "sex", "valid_until", "joined", "credential", "phone"])
def test_an_error_that_came_out_as_text_is_told_once(filled, codes_at, key):
    typed = {key: "#REF!"}
    place = filled(4, typed).rows(4)[0].place(key)
    assert codes_at(filled(4, typed, error_cells=(Fact(place, "#REF!"),)), place) == {"W006"}
