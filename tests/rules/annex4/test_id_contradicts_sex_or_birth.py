"""A403: sex and birth must agree with the id number; what cannot be compared is not accused."""

from datetime import date, datetime

import pytest

from enforcer.domain.unit import Unit


def test_what_agrees_is_not_accused(register, cells, officer, made_id):
    woman = officer(2, sex="女", id_number=made_id("002"))
    assert cells("A403", register(officer(1), woman)) == []


def test_the_other_sex_is_accused_at_the_sex_with_the_id_beside_it(register, judge, officer):
    (finding,) = judge("A403", register(officer(sex="女"))).all_findings()
    assert (finding.place.cell, [place.cell for place in finding.related]) == ("C5", ["E5"])
    assert finding.message.render() == "性别填“女”，与身份证号不符"
    assert finding.severity == "warning"


@pytest.mark.parametrize("typed", ["男性", " 男 ", "M", None, "", "不详"])
def test_other_words_for_the_sex_and_none_are_not_accused(register, cells, officer, typed):
    assert cells("A403", register(officer(sex=typed))) == []


@pytest.mark.parametrize(
    "typed",
    ["1901-02", "1901.02.03", "1901年2月", "1901年2月3日", "1901", "190102", None, "无", "85.1", "见身份证"],
)
def test_a_birth_that_agrees_or_cannot_be_read_is_not_accused(register, cells, officer, typed):
    assert cells("A403", register(officer(birth=typed))) == []


@pytest.mark.parametrize(
    "typed", ["1901-01", "1901-03", "1901.02.04", "1902年2月", "1902", date(1901, 3, 1), datetime(1901, 2, 4, 0, 0)]
)
def test_another_birth_is_accused_at_the_birth(register, judge, officer, typed):
    (finding,) = judge("A403", register(officer(birth=typed))).all_findings()
    assert (finding.place.cell, [place.cell for place in finding.related]) == ("D5", ["E5"])
    assert finding.message.render().endswith("与身份证号中的出生日期不符")


def test_the_birth_in_the_id_is_not_told(register, judge, officer):
    (finding,) = judge("A403", register(officer(birth="1902-05"))).all_findings()
    said = "".join(one.render() for one in (finding.message, finding.expected, finding.remedy))
    assert "1901" not in said
    assert "19010203" not in said


def test_a_retired_number_is_compared_as_well(register, cells, officer, made_id):
    number = made_id()
    assert cells("A403", register(officer(sex="女", id_number=number[:6] + number[8:17]))) == ["C5"]


def test_a_broken_number_leaves_it_unexamined(register, judge, officer, made_id):
    verdict = judge("A403", register(officer(sex="女", id_number=made_id()[:-1])))
    assert list(verdict.all_findings()) == []
    assert [(one.cause, one.places[0].cell) for one in verdict.all_unexamined()] == [("unreadable", "E5")]


def test_a_blank_id_is_left_to_a401(register, judge, officer):
    verdict = judge("A403", register(officer(sex="女", id_number=None)))
    assert [*verdict.all_findings(), *verdict.all_unexamined()] == []


def test_an_exempt_unit_is_not_accused(register, cells, officer):
    exempt = register(officer(sex="女"), unit=Unit("县某局", exemption="税务"))
    assert cells("A403", exempt) == []
