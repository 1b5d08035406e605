"""A401: each of the required eight must be answered for each officer; an application answers the credential."""

import pytest

from enforcer.domain.unit import Unit

REQUIRED = ["name", "sex", "id_number", "body", "post", "category", "credential", "valid_until"]
OPTIONAL = ["birth", "education", "staffing", "area", "issuer", "issued", "joined", "training", "phone", "remarks"]


def test_a_complete_officer_is_not_accused(register, cells, officer):
    assert cells("A401", register(officer(1), officer(2))) == []


@pytest.mark.parametrize("field", REQUIRED)
@pytest.mark.parametrize("typed", [None, "　", "-", "无"])
def test_a_required_field_left_unanswered_is_accused_at_its_cell(register, judge, officer, field, typed):
    (finding,) = judge("A401", register(officer(1), officer(2, **{field: typed}))).all_findings()
    assert (finding.place.row, finding.field) == (6, field)


@pytest.mark.parametrize("field", OPTIONAL)
@pytest.mark.parametrize("typed", [None, "无"])
def test_an_optional_field_may_stay_empty(register, cells, officer, field, typed):
    assert cells("A401", register(officer(**{field: typed}))) == []


@pytest.mark.parametrize("words", ["申领中", "执法证正在办理"])
def test_an_application_answers_credential_and_end_both(register, cells, officer, words):
    applying = officer(credential=None, valid_until=None, remarks=words)
    assert cells("A401", register(applying)) == []


def test_an_application_typed_for_the_credential_answers_the_end_too(register, cells, officer):
    assert cells("A401", register(officer(credential="申领中", valid_until=None))) == []


@pytest.mark.parametrize("words", [None, "未在申领中", "已申领", "2013年入职"])
def test_other_remarks_answer_neither(register, cells, officer, words):
    row = officer(credential=None, valid_until=None, remarks=words)
    assert cells("A401", register(row)) == ["L5", "O5"]


def test_an_application_answers_nothing_else(register, cells, officer):
    row = officer(name=None, credential=None, valid_until=None, remarks="申领中")
    assert cells("A401", register(row)) == ["B5"]


def test_an_application_of_one_officer_does_not_answer_for_the_next(register, cells, officer):
    rows = [officer(1, credential=None, remarks="申领中"), officer(2, credential=None)]
    assert cells("A401", register(*rows)) == ["L6"]


def test_a_column_that_is_missing_is_left_to_w003(reading, dossier, cells, officer):
    assert cells("A401", dossier(reading(4, [officer()], missing=["category"]))) == []


def test_a_table_without_officers_is_accused_once_and_a_nil_return_never(reading, dossier, sentences):
    assert sentences("A401", dossier(reading(4))) == ["表中没有登记任何执法人员"]
    assert sentences("A401", dossier(reading(4, nil=reading(4).place))) == []


@pytest.mark.parametrize("kind", ["公安", "税务"])
def test_an_exempt_unit_is_not_accused_but_unexamined(register, judge, officer, kind):
    exempt = register(officer(name=None), unit=Unit("县某局", exemption=kind))
    verdict = judge("A401", exempt)
    assert list(verdict.all_findings()) == []
    assert [one.cause for one in verdict.all_unexamined()] == ["not_applicable"]


def test_the_sentence_names_the_field_and_the_way_out(register, judge, officer):
    (finding,) = judge("A401", register(officer(credential=None))).all_findings()
    assert finding.message.render() == "“执法证号”没有填写"
    assert "执法人员!L5" in finding.remedy.render()
    assert "申领中" in finding.remedy.render()
    assert finding.clause.number == "二（七）"


def test_an_application_is_no_way_out_for_other_fields(register, judge, officer):
    (finding,) = judge("A401", register(officer(post=None))).all_findings()
    assert finding.message.render() == "“职务”没有填写"
    assert "申领中" not in finding.remedy.render()
