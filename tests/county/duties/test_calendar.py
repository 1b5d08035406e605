"""Days: which one a moment belongs to in the county, and where a due day goes that falls on a holiday."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.county.calendar import day_of, settled_day, today
from enforcer.notices import load_notice

NOTICE = load_notice()
SHANGHAI = ZoneInfo("Asia/Shanghai")


def test_the_last_second_of_a_due_day_belongs_to_it_and_the_next_to_the_next_day():
    last = datetime(2014, 6, 30, 23, 59, 59, 999999, tzinfo=SHANGHAI)
    assert day_of(last) == date(2014, 6, 30)
    assert day_of(last + timedelta(microseconds=1)) == date(2014, 7, 1)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2014, 6, 30, 15, 59, 59, tzinfo=UTC), date(2014, 6, 30)),
        (datetime(2014, 6, 30, 16, 0, 0, tzinfo=UTC), date(2014, 7, 1)),
        (datetime(2014, 6, 30, 12, 0, 0, tzinfo=timezone(-timedelta(hours=5))), date(2014, 7, 1)),
        (datetime(2014, 12, 31, 16, 0, 0, tzinfo=UTC), date(2015, 1, 1)),
        (datetime(2014, 6, 30, 23, 59, 59), date(2014, 6, 30)),
    ],
)
def test_wherever_the_computer_stands_the_county_s_day_counts(moment, day):
    assert day_of(moment) == day


def test_today_is_the_county_s_day_of_this_moment():
    before = day_of(datetime.now(UTC))
    said = today()
    assert said in {before, day_of(datetime.now(UTC))}


@pytest.mark.parametrize(
    ("named", "ends"),
    [
        (date(2014, 6, 30), date(2014, 6, 30)),  # a Monday
        (date(2015, 1, 31), date(2015, 2, 2)),  # a Saturday
        (date(2014, 10, 1), date(2014, 10, 8)),  # National Day, seven days off
        (date(2014, 9, 28), date(2014, 9, 28)),  # a Sunday that was worked
        (date(2014, 10, 11), date(2014, 10, 11)),  # a Saturday that was worked
        (date(2014, 12, 31), date(2014, 12, 31)),
        (date(2012, 12, 30), date(2012, 12, 31)),  # a Sunday
        (date(2011, 12, 31), date(2011, 12, 31)),  # a Saturday that was worked
    ],
)
def test_with_the_policy_on_a_day_off_moves_to_the_next_working_day(named, ends):
    day, remark = settled_day(named, "next-workday", NOTICE)
    assert day == ends
    assert (remark is None) == (named == ends)
    if remark is not None:
        assert named.isoformat() in remark.render()
        assert ends.isoformat() in remark.render()


def test_what_moved_the_day_is_quoted_as_it_was_in_force():
    _, of_2015 = settled_day(date(2015, 1, 31), "next-workday", NOTICE)
    assert "《民事诉讼法》（2012年修正）第八十二条" in of_2015.render()
    _, of_2023 = settled_day(date(2023, 1, 22), "next-workday", NOTICE)
    assert "第八十五条" in of_2023.render()
    _, of_2011 = settled_day(date(2011, 10, 1), "next-workday", NOTICE)
    assert "民事诉讼法" not in of_2011.render()


def test_by_default_no_day_moves():
    assert settled_day(date(2015, 1, 31), "none", NOTICE) == (date(2015, 1, 31), None)


@pytest.mark.parametrize("year", [2003, 2099])
def test_a_year_that_the_calendar_does_not_know_moves_nothing_and_says_so(year):
    day, remark = settled_day(date(year, 1, 31), "next-workday", NOTICE)
    assert day == date(year, 1, 31)
    assert f"没有{year}年的放假安排" in remark.render()


def test_the_year_s_turn_into_an_unknown_year_is_told_too(monkeypatch):
    import chinese_calendar  # noqa: PLC0415 - as the county imports it

    def knows_2014_alone(day):
        if day.year != 2014:
            raise NotImplementedError
        return False

    monkeypatch.setattr(chinese_calendar, "is_workday", knows_2014_alone)
    day, remark = settled_day(date(2014, 12, 31), "next-workday", NOTICE)
    assert day == date(2014, 12, 31)
    assert "没有2015年的放假安排" in remark.render()


@given(st.dates(date(1990, 1, 1), date(2120, 12, 31)))
def test_no_day_crashes_and_none_moves_back_or_far(named):
    day, _ = settled_day(named, "next-workday", NOTICE)
    assert timedelta(0) <= day - named <= timedelta(days=12)
