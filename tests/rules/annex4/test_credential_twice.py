"""A405: two officers with one credential number; the same officer twice is A404's."""

import pytest

from enforcer.domain.unit import Unit


def test_different_credentials_are_not_accused(register, cells, officer):
    assert cells("A405", register(officer(1), officer(2))) == []


@pytest.mark.parametrize("typed", ["3703000001", " 3703000001 ", "３７０３０００００１", 3703000001, 3703000001.0])
def test_one_number_of_two_officers_is_accused_with_the_other_beside_it(register, judge, officer, typed):
    (finding,) = judge("A405", register(officer(1), officer(2, credential=typed))).all_findings()
    assert (finding.place.cell, [place.cell for place in finding.related]) == ("L6", ["L5"])
    assert finding.message.render().endswith("与第5行的“甲1”相同")
    assert finding.severity == "error"


def test_letters_are_compared_whatever_their_case(register, cells, officer):
    assert cells("A405", register(officer(1, credential="鲁c-01"), officer(2, credential="鲁C-01"))) == ["L6"]


def test_the_same_officer_twice_is_left_to_a404(register, cells, officer):
    twice = register(officer(1), officer(1))
    assert cells("A405", twice) == []
    assert cells("A404", twice) == ["E6"]


@pytest.mark.parametrize("typed", [None, "无", "-", "申领中", "有证", 3.7032119010203e17])
def test_what_is_no_number_is_no_repetition(register, cells, officer, typed):
    assert cells("A405", register(officer(1, credential=typed), officer(2, credential=typed))) == []


def test_the_sentence_quotes_the_number(register, sentences, officer):
    rows = [officer(1, credential="C-0001"), officer(2, credential="C-0001")]
    assert sentences("A405", register(*rows)) == ["执法证号“C-0001”与第5行的“甲1”相同"]


def test_an_exempt_unit_is_not_accused(register, cells, officer):
    rows = [officer(1, credential="1"), officer(2, credential="1")]
    assert cells("A405", register(*rows, unit=Unit("县某局", exemption="税务"))) == []
