"""Dates, months and years as the days they may mean, and the last day of a credential."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.annexes.spans import Span, read_span, read_validity


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2013-08-15", date(2013, 8, 15), date(2013, 8, 15)),
        (date(2013, 8, 15), date(2013, 8, 15), date(2013, 8, 15)),
        (datetime(2013, 8, 15, 9, 30), date(2013, 8, 15), date(2013, 8, 15)),
        ("2013年8月", date(2013, 8, 1), date(2013, 8, 31)),
        ("2012.2", date(2012, 2, 1), date(2012, 2, 29)),
        ("2013年", date(2013, 1, 1), date(2013, 12, 31)),
        (2013, date(2013, 1, 1), date(2013, 12, 31)),
        (2013.0, date(2013, 1, 1), date(2013, 12, 31)),
        ("二○一三年", date(2013, 1, 1), date(2013, 12, 31)),
    ],
)
def test_a_day_a_month_and_a_year_mean_the_days_they_may_mean(typed, first, last):
    assert read_span(typed) == Span(first, last)


@pytest.mark.parametrize(
    "typed", [None, "", "3年", "85.1", "不详", "2013年13月", "2013年2月30日", 1985.1, True, "去年"]
)
def test_what_is_not_sure_is_no_span(typed):
    assert read_span(typed) is None


@pytest.mark.parametrize(
    ("typed", "end"),
    [
        ("2015-05-31", date(2015, 5, 31)),
        ("2015年12月底", date(2015, 12, 31)),
        ("2013-6-1\n2015-5-31", date(2015, 5, 31)),
        ("2013年6月 2015年5月", date(2015, 5, 31)),
        (date(2015, 5, 31), date(2015, 5, 31)),
        ("2015年5月", date(2015, 5, 31)),
        ("2015年5月31日止", date(2015, 5, 31)),
        ("2015-05-31止", date(2015, 5, 31)),
        ("2015年5月31日前", date(2015, 5, 31)),
        ("至2015年5月31日", date(2015, 5, 31)),
        ("截至2015.5.31", date(2015, 5, 31)),
        ("有效期至2015.5.31", date(2015, 5, 31)),
        ("2013.6.1-2015.5.31", date(2015, 5, 31)),
        ("2013.6.1—2015.5.31", date(2015, 5, 31)),
        ("2013年6月至2015年5月", date(2015, 5, 31)),
        ("2013-06-01至2015-05-31", date(2015, 5, 31)),
        ("自2013年6月1日起至2015年5月31日", date(2015, 5, 31)),
        ("从2013年6月1日到2015年5月31日止", date(2015, 5, 31)),
    ],
)
def test_the_last_valid_day_is_read(typed, end):
    assert read_validity(typed) == end


@pytest.mark.parametrize(
    "typed",
    [
        None,
        "",
        "两年",
        "长期",
        "长期有效",
        "2年",
        "2015年",
        2015,
        "2015.5.31-2013.6.1",
        "2015.5.31\n2013.6.1",
        "2015-2016",
        "6月30日",
        "见证件",
        "2013年6月至次年5月",
        5,
    ],
)
def test_an_end_that_is_not_sure_is_not_read(typed):
    assert read_validity(typed) is None


@given(
    st.one_of(
        st.none(),
        st.text("2013456789年月日至到-~.长期止前 ", max_size=30),
        st.integers(),
        st.floats(allow_nan=False),
        st.dates(),
    )
)
def test_any_cell_is_read_without_breaking_down(value):
    end = read_validity(value)
    assert end is None or isinstance(end, date)
