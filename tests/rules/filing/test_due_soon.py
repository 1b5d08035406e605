"""F009: a few days before the due day, and before the day set in a return, worth knowing and no fault."""

from datetime import date

import pytest

DUE = date(2014, 6, 30)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2014, 6, 22), None),
        (date(2014, 6, 23), "应于2014-06-30前报送，还有7天"),
        (date(2014, 6, 29), "还有1天"),
        (DUE, "今天（2014-06-30）到期，还没有收到"),
        (date(2014, 7, 1), None),
    ],
)
def test_from_seven_days_before_to_the_due_day_itself(said, duty, day, words):
    found = said("F009", duty(day))
    assert [one.severity for one in found] == ["info"] * bool(words)
    if words:
        assert words in found[0].message.render()
        assert found[0].clause.number == "二（二）"


def test_the_county_says_how_many_days_before(said, duty):
    assert said("F009", duty(date(2014, 6, 27), soon_days=2)) == []
    assert len(said("F009", duty(date(2014, 6, 28), soon_days=2))) == 1


def test_what_has_come_is_not_asked_for(said, duty, receipt):
    assert said("F009", duty(DUE, receipt(date(2014, 6, 20)))) == []


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2014, 7, 2), None),
        (date(2014, 7, 3), "已退回，应于2014-07-10前重报，还有7天"),
        (date(2014, 7, 10), "已退回，今天（2014-07-10）重报到期"),
        (date(2014, 7, 11), None),
    ],
)
def test_the_day_set_in_a_return_is_told_ahead_too(said, duty, receipt, day, words):
    found = said("F009", duty(day, receipt(date(2014, 6, 20), fate="returned", until=date(2014, 7, 10))))
    assert len(found) == bool(words)
    if words:
        assert words in found[0].message.render()
        assert found[0].expected.render() == "退回时定的重报期限：2014-07-10（当日报送不算迟）"
