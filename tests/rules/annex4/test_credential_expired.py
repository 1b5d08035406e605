"""A406: a credential is valid through its last day; a month counts to its end."""

from datetime import date

import pytest

from enforcer.domain.unit import Unit


def on(register, officer, typed, day=date(2014, 7, 15), **more):
    return register(officer(valid_until=typed, **more), day=day)


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("2014-07-15", date(2014, 7, 15)),
        (date(2014, 7, 15), date(2014, 7, 15)),
        ("2014年7月", date(2014, 7, 31)),
        ("2012.2", date(2012, 2, 29)),
        ("2012.7.16-2014.7.15", date(2014, 7, 15)),
        ("2014年7月15日止", date(2014, 7, 15)),
    ],
)
def test_it_is_valid_through_its_last_day_and_not_longer(register, cells, officer, typed, last):
    assert cells("A406", on(register, officer, typed, day=last)) == []
    assert cells("A406", on(register, officer, typed, day=date.fromordinal(last.toordinal() + 1))) == ["O5"]


def test_the_sentence_tells_both_days(register, sentences, officer):
    assert sentences("A406", on(register, officer, "2014年6月")) == ["执法证有效期至2014-06-30，到2014-07-15已经过期"]


@pytest.mark.parametrize("typed", [None, "", "-", "无"])
def test_a_blank_is_left_to_a401(register, judge, officer, typed):
    verdict = judge("A406", on(register, officer, typed))
    assert [*verdict.all_findings(), *verdict.all_unexamined()] == []


@pytest.mark.parametrize("typed", ["长期", "两年", "2014", "见证件"])
def test_what_cannot_be_read_is_unexamined_at_its_cell(register, judge, officer, typed):
    verdict = judge("A406", on(register, officer, typed))
    assert list(verdict.all_findings()) == []
    assert [(one.cause, one.places[0].cell) for one in verdict.all_unexamined()] == [("unreadable", "O5")]


def test_a_renewal_under_way_is_not_accused(register, cells, officer):
    assert cells("A406", on(register, officer, "2014-06-30", remarks="换证申领中")) == []


def test_an_exempt_unit_is_not_accused(register, cells, officer):
    expired = register(officer(valid_until="2010-01-01"), unit=Unit("县某局", exemption="公安"))
    assert cells("A406", expired) == []
