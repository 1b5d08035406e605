"""A101: each of the seven elements must be answered in each row of the plan."""

import pytest

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
