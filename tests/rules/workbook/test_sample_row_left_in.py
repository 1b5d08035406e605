"""W009: the form"s example is not the unit"s content."""

import pytest

from enforcer.domain.reading import Fact
from enforcer.domain.row import Place

AT = Place("annex1.xlsx", "检查计划", 6, 3, "basis")
OTHER_FACTS = ["empty_formulas", "error_cells", "hidden"]


def test_each_is_a_finding_at_its_place(filled, judge):
    facts = (Fact(AT, "示例"), Fact(AT._replace(row=7), "示例"))
    found = list(judge("W009", filled(1, {}, sample_rows=facts)).all_findings())
    assert [one.place for one in found] == [fact.place for fact in facts]
    assert {one.severity for one in found} == {"error"}


def test_the_sentence_says_what_is_there_and_the_remedy_what_to_do(filled, judge):
    (finding,) = judge("W009", filled(1, {}, sample_rows=(Fact(AT, "示例"),))).all_findings()
    assert finding.message.render() == "表样里的示例行还留在表中：示例"
    assert "删除" in finding.remedy.render()


def test_an_ordinary_table_is_not_accused(filled, cells):
    assert cells("W009", filled(1, {})) == []


@pytest.mark.parametrize("other", OTHER_FACTS)
def test_other_facts_are_left_to_their_own_rules(filled, cells, other):
    assert cells("W009", filled(1, {}, **{other: (Fact(AT, "x"),)})) == []
