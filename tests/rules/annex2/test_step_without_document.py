"""A207: a step names its document."""

import pytest

CODE = "A207"


@pytest.mark.parametrize("typed", [None, "", "　", "/"])
def test_a_step_without_a_document_is_worth_knowing(procedure, judge, typed):
    verdict = judge(CODE, procedure(over={"立案": {"document": typed}}))
    (finding,) = verdict.all_findings()
    assert finding.message.render() == "步骤“立案”没有写明使用什么文书"
    assert (finding.place.field, finding.place.row) == ("document", 6)
    assert (finding.severity, verdict.exit_code(strict=True)) == ("info", 0)


@pytest.mark.parametrize("typed", ["立案审批表", "无", "不需要"])
def test_a_document_or_the_word_none_is_an_answer(procedure, cells, typed):
    assert cells(CODE, procedure(over={"立案": {"document": typed}})) == []


def test_a_table_without_the_column_is_not_remarked_on(procedure, cells):
    assert cells(CODE, procedure(missing=["document"])) == []


def test_a_row_without_a_step_is_left_to_a203(procedure, cells):
    assert cells(CODE, procedure(("", {"document": ""}))) == []
