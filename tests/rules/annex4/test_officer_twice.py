"""A404: an officer registered twice; two officers of one name are two people."""

from dataclasses import replace

import pytest

from enforcer.domain.unit import Unit


def test_different_officers_are_not_accused(register, cells, officer):
    assert cells("A404", register(officer(1), officer(2), officer(3))) == []


def test_the_same_id_is_accused_at_the_second_with_the_first_beside_it(register, judge, officer):
    (finding,) = judge("A404", register(officer(1), officer(2), officer(1))).all_findings()
    assert (finding.place.cell, [place.cell for place in finding.related]) == ("E7", ["E5"])
    assert finding.message.render() == "“甲1”已在第5行登记过"
    assert finding.severity == "error"


def test_the_same_id_under_another_name_asks_which_is_wrong(register, judge, officer, made_id):
    rows = [officer(1), officer(2, id_number=made_id("001"))]
    (finding,) = judge("A404", register(*rows)).all_findings()
    assert finding.message.render() == "身份证号与第5行的“甲1”相同"
    assert made_id("001") not in (finding.value or "")


def test_each_further_row_points_to_the_first(register, judge, officer):
    found = list(judge("A404", register(*[officer(1)] * 3)).all_findings())
    assert [one.place.cell for one in found] == ["E6", "E7"]
    assert {place.cell for one in found for place in one.related} == {"E5"}


def test_namesakes_are_two_people(register, cells, officer):
    assert cells("A404", register(officer(1, name="张三"), officer(2, name="张三"))) == []


def test_namesakes_without_ids_are_two_people(register, cells, officer):
    rows = [officer(1, name="张三", id_number=None), officer(2, name="张三", id_number=None)]
    assert cells("A404", register(*rows)) == []


def test_without_an_id_name_and_credential_are_the_officer(register, cells, officer):
    assert cells("A404", register(officer(1), officer(1, id_number=None, name="甲 1"))) == ["B6"]


@pytest.mark.parametrize("credential", [None, "无", "申领中"])
def test_without_id_and_credential_nobody_is_accused(register, cells, officer, credential):
    rows = [officer(1, id_number=None, credential=credential)] * 2
    assert cells("A404", register(*rows)) == []


def test_lost_digits_make_nobody_the_same(register, cells, officer):
    rows = [officer(1, id_number=3.7032119010203e17), officer(2, id_number=3.7032119010203e17)]
    assert cells("A404", register(*rows)) == []


def test_broken_placeholders_make_nobody_the_same(register, cells, officer):
    rows = [officer(1, id_number="1" * 18), officer(2, id_number="1" * 18)]
    assert cells("A404", register(*rows)) == []


def test_an_exempt_unit_is_not_accused(register, cells, officer):
    exempt = register(officer(1), officer(1), unit=Unit("县某局", exemption="公安"))
    assert cells("A404", exempt) == []


def test_on_another_sheet_the_sheet_is_named(reading, dossier, sentences, officer):
    one, other = reading(4, [officer(1)]), reading(4, [officer(1)])
    sheet = other.table._replace(sheet="大队")
    moved = other._replace(table=sheet, rows=tuple(replace(row, table=sheet) for row in other.rows))
    assert sentences("A404", dossier(one, moved)) == ["“甲1”已在工作表“执法人员”第5行登记过"]
