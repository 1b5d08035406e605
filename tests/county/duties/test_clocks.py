"""The credential clock of 二（四）: where it starts, when years are up, and whom it must not accuse."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.county.duties.clocks import clock_of, years_later
from enforcer.domain.unit import Unit
from enforcer.notices import load_notice

NOTICE = load_notice()
DAY = date(2014, 7, 1)
OLD = Unit("县安监局", code="001")


def clock(unit=OLD, day=DAY, receipts=(), notice=NOTICE):
    return clock_of(unit, notice, day, receipts)


@pytest.mark.parametrize(
    ("start", "one", "two"),
    [
        (date(2012, 6, 30), date(2013, 6, 30), date(2014, 6, 30)),
        (date(2012, 2, 29), date(2013, 2, 28), date(2014, 2, 28)),
        (date(2014, 2, 28), date(2015, 2, 28), date(2016, 2, 28)),
        (date(2011, 12, 31), date(2012, 12, 31), date(2013, 12, 31)),
    ],
)
def test_a_year_is_up_on_its_day_and_after_a_leap_day_on_the_last_of_february(start, one, two):
    found = clock(OLD._replace(last_log=start), day=date(2015, 1, 1))
    assert (found.since, found.one_year, found.two_years) == (start, one, two)


@given(st.dates(date(2000, 1, 1), date(2200, 1, 1)), st.integers(0, 9))
def test_years_later_is_the_same_day_or_the_month_s_last(day, years):
    later = years_later(day, years)
    assert (later.year, later.month) == (day.year + years, day.month)
    assert later.day == day.day or (later + timedelta(days=1)).month != later.month


def test_it_runs_from_the_last_receipt_of_a_log_whatever_came_of_it(receipt):
    came = [
        receipt(date(2014, 1, 10), obligation="log"),
        receipt(date(2014, 3, 10), obligation="log", number="2014-00002", fate="returned"),
        receipt(date(2014, 5, 10), obligation="log", number="2014-00003", fate="void"),
        receipt(date(2014, 6, 10), obligation="case-reports", number="2014-00004"),
        receipt(date(2014, 6, 11), obligation="log", number="2014-00005", unit="002"),
        receipt(date(2014, 7, 2), obligation="log", number="2014-00006"),
    ]
    assert clock(receipts=came)[:2] == (date(2014, 3, 10), "received")
    assert clock(receipts=came, day=date(2014, 7, 2)).since == date(2014, 7, 2)


def test_logs_of_other_years_feed_it_too(receipt):
    came = receipt(date(2013, 12, 30), obligation="log", year=2013)
    assert clock(receipts=[came]).since == date(2013, 12, 30)


def test_the_opening_entry_holds_where_nothing_later_was_received(receipt):
    opened = OLD._replace(last_log=date(2013, 6, 30))
    assert clock(opened)[:2] == (date(2013, 6, 30), "opening")
    earlier, later = date(2013, 5, 1), date(2013, 7, 1)
    assert clock(opened, receipts=[receipt(earlier, obligation="log", year=2013)]).source == "opening"
    assert clock(opened, receipts=[receipt(later, obligation="log", year=2013)])[:2] == (later, "received")
    assert clock(opened, day=date(2013, 6, 29)).since is None


@pytest.mark.parametrize("since", [date(2011, 8, 1), date(2013, 5, 1)])
def test_a_unit_younger_than_the_duty_starts_on_its_own_first_day(since):
    assert clock(OLD._replace(since=since))[:2] == (since, "confirmed")


@pytest.mark.parametrize("since", [None, date(2011, 7, 31), date(2001, 1, 1)])
def test_without_receipt_and_opening_entry_an_older_unit_is_unexamined_never_accused(since):
    found = clock(OLD._replace(since=since))
    assert found == (None, None, None, None, None)


@pytest.mark.parametrize(
    ("unit", "why"),
    [
        (OLD._replace(reporter="县农业局"), "由县农业局报送"),
        (OLD._replace(until=date(2014, 6, 30)), "2014-06-30以后不再存在"),
        (OLD._replace(since=date(2014, 7, 2)), "2014-07-02才设立"),
    ],
)
def test_who_owes_no_log_has_no_clock(unit, why):
    assert why in clock(unit._replace(last_log=date(2011, 9, 1))).exempt.render()


def test_police_and_tax_keep_the_log_like_everybody():
    police = OLD._replace(exemption="公安", last_log=date(2013, 1, 1))
    assert clock(police).since == date(2013, 1, 1)


def test_a_notice_without_the_clause_s_figures_has_no_clock():
    bare = NOTICE._replace(clauses={**NOTICE.clauses, "log": NOTICE.clauses["log"]._replace(figures={})})
    assert clock(OLD._replace(last_log=date(2011, 9, 1)), notice=bare).since is None
    without = NOTICE._replace(obligations={})
    assert clock(OLD._replace(last_log=date(2011, 9, 1)), notice=without).since is None
