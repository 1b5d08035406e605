"""A101: each of the seven elements must be answered in each row of the plan."""

import pytest

from enforcer.domain.reading import Fact
from enforcer.examine import examine
from enforcer.notices import load_notice
from enforcer.rules import find_rule

ROW = {
    "kind": "年度",
    "basis": "《安全生产法》第五十六条",
    "body": "监察大队",
    "inspectors": "张某、李某",
    "period": "3月至10月",
    "place": "全县",
    "matter": "安全生产责任制落实情况",
    "target": "危险化学品企业",
}
ELEMENTS = ["basis", "body", "inspectors", "period", "place", "matter", "target"]


def test_a_complete_row_is_not_accused(reading, dossier, cells):
    assert cells("A101", dossier(reading(1, [ROW]))) == []


@pytest.mark.parametrize("field", ELEMENTS)
@pytest.mark.parametrize("typed", [None, " ", "　", "-", "/", "无"])
def test_an_element_left_unanswered_is_accused_at_its_cell(reading, dossier, judge, field, typed):
    verdict = judge("A101", dossier(reading(1, [ROW, {**ROW, field: typed}])))
    (finding,) = verdict.all_findings()
    assert (finding.place.row, finding.field) == (6, field)
    assert verdict.exit_code() == 1


def test_an_optional_field_may_stay_empty(reading, dossier, cells):
    assert cells("A101", dossier(reading(1, [{**ROW, "remarks": ""}]))) == []


def test_a_column_that_is_missing_is_left_to_w003(reading, dossier, cells):
    assert cells("A101", dossier(reading(1, [ROW], missing=["target"]))) == []


def test_the_sentence_names_the_field_and_an_example(reading, dossier, judge):
    (finding,) = judge("A101", dossier(reading(1, [{**ROW, "period": ""}]))).all_findings()
    assert finding.message.render() == "“检查时间”没有填写"
    assert "检查计划!F5" in finding.remedy.render()


def test_a_table_without_rows_is_accused_once_as_a_whole(reading, dossier, judge):
    (finding,) = judge("A101", dossier(reading(1))).all_findings()
    assert finding.message.render() == "表中没有填写任何检查事项"
    assert finding.place.sheet == "检查计划"
    assert "零报告" in finding.remedy.render()


def test_a_nil_return_owes_no_rows(reading, dossier, cells):
    assert cells("A101", dossier(reading(1, nil=reading(1).place))) == []


def test_a_value_that_a_formula_lost_is_left_to_w005(reading, dossier):
    bare = reading(1, [{**ROW, "period": None}])
    lost = Fact(bare.rows[0].place("period"), "=Sheet2!A1")
    plan = reading(1, [{**ROW, "period": None}], empty_formulas=(lost,))
    verdict = examine(dossier(plan), load_notice(), (find_rule("W005"), find_rule("A101")))
    assert [one.code for one in verdict.all_findings()] == ["W005"]
