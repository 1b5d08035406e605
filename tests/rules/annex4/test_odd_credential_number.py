"""A407: a credential number that breaks the county's pattern, or stands out among all the others of the unit."""

import pytest

from enforcer.domain.unit import Unit


def unit_of(officer, *credentials):
    return [officer(which, credential=credential) for which, credential in enumerate(credentials, 1)]


NINE = [f"C-{number:06}" for number in range(9)]


def test_one_shape_for_all_is_not_accused(register, cells, officer):
    assert cells("A407", register(*unit_of(officer, *NINE))) == []


@pytest.mark.parametrize("odd", ["C-00001", "C000001", "000001", "CC-000001", "C-00001A", "鲁C-000001"])
def test_the_one_that_differs_from_all_others_is_accused(register, judge, officer, odd):
    (finding,) = judge("A407", register(*unit_of(officer, *NINE, odd))).all_findings()
    assert finding.place.cell == "L14"
    assert finding.severity == "info"
    assert finding.message.render() == f"执法证号“{odd}”与本单位其他人的写法不同，其他人多写成“C-000000”这样"


def test_a_second_sort_of_credentials_is_none(register, cells, officer):
    """Some officers hold a ministry's credential: that is no slip."""
    rows = unit_of(officer, *NINE, "1234567", "1234568")
    assert cells("A407", register(*rows)) == []


def test_a_few_credentials_make_no_majority(register, cells, officer):
    assert cells("A407", register(*unit_of(officer, "C-01", "C-02", "C-03", "04"))) == []


@pytest.mark.parametrize("typed", [None, "无", "申领中", "-"])
def test_what_is_no_number_is_not_odd(register, cells, officer, typed):
    assert cells("A407", register(*unit_of(officer, *NINE, typed))) == []


def test_spaces_and_full_width_digits_are_not_odd(register, cells, officer):
    assert cells("A407", register(*unit_of(officer, *NINE, "c - ００００１０"))) == []


def test_words_instead_of_a_number_are_accused_even_alone(register, sentences, officer):
    assert sentences("A407", register(*unit_of(officer, "有证"))) == ["执法证号“有证”里没有数字"]


def test_the_countys_pattern_decides_where_it_is_set(register, judge, officer):
    rows = unit_of(officer, *NINE, "03700001")
    settings = {"credential_pattern": r"0370\d{4}"}
    found = list(judge("A407", register(*rows, settings=settings)).all_findings())
    assert len(found) == len(NINE)
    assert found[0].message.render() == "执法证号“C-000000”不符合本县设定的格式"


def test_a_pattern_that_is_none_leaves_it_unexamined(register, judge, officer):
    verdict = judge("A407", register(*unit_of(officer, *NINE), settings={"credential_pattern": "("}))
    assert list(verdict.all_findings()) == []
    assert [one.cause for one in verdict.all_unexamined()] == ["unreadable"]


def test_an_exempt_unit_is_not_accused(register, cells, officer):
    rows = unit_of(officer, *NINE, "1")
    assert cells("A407", register(*rows, unit=Unit("县某局", exemption="公安"))) == []
