"""W010: what is hidden is told, for the paper copy does not show it."""

import pytest

from enforcer.domain.reading import Fact
from enforcer.domain.row import Place

SHEET = Place("annex1.xlsx", "检查计划")


@pytest.mark.parametrize(
    ("place", "value", "sentence"),
    [
        (Place("annex1.xlsx", "旧表"), "旧表", "工作表“旧表”是隐藏的，里面有内容"),
        (SHEET._replace(row=5), "5:7", "第5至7行是隐藏的，里面有内容"),
        (SHEET._replace(row=5), "5:5", "第5行是隐藏的，里面有内容"),
        (SHEET._replace(row=1, column=6), "F:G", "第F至G列是隐藏的，里面有内容"),
    ],
)
def test_a_hidden_sheet_stretch_of_rows_or_columns_is_told_at_its_place(filled, judge, place, value, sentence):
    (finding,) = judge("W010", filled(1, {}, hidden=(Fact(place, value),))).all_findings()
    assert finding.message.render() == sentence
    assert finding.place == place
    assert finding.severity == "info"
    assert finding.value == (None if place.row else value)
    assert "取消隐藏" in finding.remedy.render()


def test_an_ordinary_table_is_not_accused(filled, cells):
    assert cells("W010", filled(1, {})) == []


@pytest.mark.parametrize("other", ["empty_formulas", "error_cells", "sample_rows"])
def test_other_facts_are_left_to_their_own_rules(filled, cells, other):
    assert cells("W010", filled(1, {}, **{other: (Fact(SHEET._replace(row=5), "x"),)})) == []
