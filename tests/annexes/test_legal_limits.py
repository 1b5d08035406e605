"""A stated limit against the law's: longer or shorter only where it is so in every week."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from enforcer.annexes.legal_limits import compare
from enforcer.language.time_limits import TimeLimit

DAYS = st.integers(1, 60)


def end(start: date, days: int, *, working: bool) -> date:
    """The last day of so many days counted from the day after the start."""
    day = start
    while days:
        day += timedelta(1)
        days -= not working or day.weekday() < 5
    return day


@given(DAYS, DAYS, st.booleans(), st.integers(0, 6))
def test_working_days_are_longer_only_when_every_week_agrees(stated, lawful, working, weekday):
    start = date(2014, 9, 1) + timedelta(weekday)
    outcome = compare(TimeLimit(stated, "working_day"), lawful, working=working)
    own, law = end(start, stated, working=True), end(start, lawful, working=working)
    if outcome == "longer":
        assert own > law
    if outcome == "shorter":
        assert own < law


@given(DAYS, DAYS, st.integers(0, 6), st.booleans())
def test_a_bare_number_of_days_is_judged_as_either_kind(stated, lawful, weekday, meant_working):
    start = date(2022, 8, 1) + timedelta(weekday)
    outcome = compare(TimeLimit(stated, "day"), lawful, working=True)
    own, law = end(start, stated, working=meant_working), end(start, lawful, working=True)
    if outcome == "longer":
        assert own > law
    if outcome == "shorter":
        assert own < law


@given(DAYS, DAYS)
def test_calendar_days_are_compared_exactly(stated, lawful):
    expected = "longer" if stated > lawful else "shorter" if stated < lawful else "fits"
    assert compare(TimeLimit(stated, "day"), lawful, working=False) == expected


def test_a_month_is_neither_thirty_days_nor_thirty_one():
    assert compare(TimeLimit(1, "month"), 30, working=False) == "fits"
    assert compare(TimeLimit(1, "month"), 15, working=False) == "longer"
    assert compare(TimeLimit(3, "month"), 90, working=False) == "fits"
    assert compare(TimeLimit(6, "month"), 90, working=False) == "longer"
