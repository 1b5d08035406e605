"""W005: a formula whose value was never stored has lost it."""

import pytest

from enforcer.domain.reading import Fact
from enforcer.domain.row import Place

AT = Place("annex1.xlsx", "检查计划", 6, 3, "basis")
OTHER_FACTS = ["error_cells", "sample_rows", "hidden"]


def test_each_is_a_finding_at_its_place(filled, judge):
    facts = (Fact(AT, "=B6"), Fact(AT._replace(row=7), "=B6"))
    found = list(judge("W005", filled(1, {}, empty_formulas=facts)).all_findings())
    assert [one.place for one in found] == [fact.place for fact in facts]
    assert {one.severity for one in found} == {"error"}


def test_the_sentence_says_what_is_there_and_the_remedy_what_to_do(filled, judge):
    (finding,) = judge("W005", filled(1, {}, empty_formulas=(Fact(AT, "=B6"),))).all_findings()
    assert finding.message.render() == "公式没有保存计算结果，读不到内容"
    assert "打开文件" in finding.remedy.render()


def test_an_ordinary_table_is_not_accused(filled, cells):
    assert cells("W005", filled(1, {})) == []


@pytest.mark.parametrize("other", OTHER_FACTS)
def test_other_facts_are_left_to_their_own_rules(filled, cells, other):
    assert cells("W005", filled(1, {}, **{other: (Fact(AT, "x"),)})) == []


@pytest.mark.parametrize(
    ("annex", "key"), [(1, "basis"), (2, "step"), (3, "violation"), (4, "name"), (4, "valid_until")]
)
def test_a_lost_value_is_told_once_and_not_as_missing(filled, codes_at, annex, key):
    place = filled(annex, {}).rows(annex)[0].place(key)
    assert codes_at(filled(annex, {}, empty_formulas=(Fact(place, "=B6"),)), place) == {"W005"}
