"""A203: each step says how, within what time, by which body and by whom."""

import pytest

from enforcer.domain.unit import Unit

CODE = "A203"
ELEMENTS = {"step": "步骤", "manner": "方式（内容）", "time_limit": "时限", "body": "承办机构", "handlers": "承办人员"}


@pytest.mark.parametrize("field", ELEMENTS)
@pytest.mark.parametrize("typed", [None, "", "　", "—", "无"])
def test_an_element_left_unanswered_is_accused_at_its_cell(procedure, judge, field, typed):
    verdict = judge(CODE, procedure("检查登记", ("立案", {field: typed})))
    (finding,) = verdict.all_findings()
    assert (finding.place.row, finding.place.field) == (6, field)
    assert finding.message.render() == f"“{ELEMENTS[field]}”没有填写"
    assert finding.place.address in finding.remedy.render()
    assert verdict.exit_code() == 1


def test_a_sound_table_is_not_accused(procedure, cells):
    assert cells(CODE, procedure()) == []


@pytest.mark.parametrize("field", ["procedure", "credential", "document", "remarks", "number"])
def test_optional_fields_may_stay_empty(procedure, cells, field):
    assert cells(CODE, procedure(("立案", {field: None}))) == []


@pytest.mark.parametrize("label", ["简易程序", "听证程序"])
def test_every_procedure_owes_the_elements(procedure, cells, label):
    assert cells(CODE, procedure(("决定", {"time_limit": ""}), label=label)) == ["E5"]


def test_a_column_that_is_missing_is_left_to_w003(procedure, cells):
    assert cells(CODE, procedure(missing=["time_limit"])) == []


def test_a_table_without_rows_is_accused_once_unless_it_is_a_nil_return(reading, dossier, sentences):
    assert sentences(CODE, dossier(reading(2))) == ["表中没有填写任何步骤"]
    assert sentences(CODE, dossier(reading(2, nil=reading(2).place))) == []


def test_a_unit_without_penalty_power_owes_no_rows(reading, dossier, judge):
    verdict = judge(CODE, dossier(reading(2), unit=Unit("某镇", penalty_power=False)))
    assert not list(verdict.all_findings())
    assert [one.cause for one in verdict.all_unexamined()] == ["not_applicable"]
