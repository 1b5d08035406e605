"""A duty: when it is in time, late, overdue, sent back; timeliness and quality are two facts."""

from datetime import date, datetime

import pytest

from enforcer.domain.receipt import Receipt

DUE = date(2014, 6, 30)
PAPER, FILE = ("paper",), ("electronic",)


@pytest.mark.parametrize(
    ("day", "state", "days"),
    [
        (date(2014, 6, 22), "not-due", 0),
        (date(2014, 6, 23), "due-soon", 0),
        (DUE, "due-soon", 0),
        (date(2014, 7, 1), "overdue", 1),
        (date(2014, 7, 30), "overdue", 30),
    ],
)
def test_what_has_not_come_is_due_soon_from_seven_days_before_and_overdue_after_the_day(duty, day, state, days):
    one = duty(day)
    assert (one.state, one.days_late) == (state, days)
    assert one.owed_since == (DUE if state == "overdue" else None)


@pytest.mark.parametrize(("received", "state", "days"), [(DUE, "on-time", 0), (date(2014, 7, 1), "late", 1)])
def test_the_due_day_itself_is_in_time_and_the_next_is_late(duty, receipt, received, state, days):
    one = duty(date(2014, 8, 1), receipt(received))
    assert (one.state, one.days_late, one.owed_since) == (state, days, None)


@pytest.mark.parametrize(("first", "second"), [(PAPER, FILE), (FILE, PAPER)])
def test_the_first_copy_stops_the_clock_and_the_other_is_asked_for_after_the_due_day_only(duty, receipt, first, second):
    came = receipt(DUE, forms=first)
    assert duty(DUE, came).missing_forms == second
    assert duty(DUE, came).lacking_forms == ()
    after = duty(date(2014, 7, 1), came)
    assert (after.state, after.lacking_forms, after.owed_since) == ("on-time", second, DUE)
    both = duty(date(2014, 7, 2), came, receipt(date(2014, 7, 2), number="2014-00002", forms=second))
    assert (both.state, both.missing_forms, both.owed_since) == ("on-time", (), None)


def test_a_filing_that_was_sent_back_was_still_in_time(duty, receipt):
    back = receipt(date(2014, 6, 20), fate="returned", until=date(2014, 7, 5))
    one = duty(date(2014, 7, 5), back)
    assert (one.state, one.days_late, one.to_refile_by) == ("returned", 0, date(2014, 7, 5))
    assert not one.is_refiling_overdue
    late = duty(date(2014, 7, 6), back)
    assert late.is_refiling_overdue
    assert late.owed_since == date(2014, 7, 5)
    again = duty(date(2014, 7, 6), back, receipt(date(2014, 7, 4), number="2014-00002"))
    assert (again.state, again.to_refile_by, again.counting.number) == ("on-time", None, "2014-00002")


def test_a_filing_that_came_late_and_was_sent_back_stays_late(duty, receipt):
    one = duty(date(2014, 7, 9), receipt(date(2014, 7, 3), fate="returned", until=date(2014, 7, 9)))
    assert (one.state, one.days_late) == ("returned", 3)


def test_a_return_without_a_day_accuses_nobody(duty, receipt):
    one = duty(date(2015, 7, 9), receipt(date(2014, 6, 3), fate="returned"))
    assert one.pending_return is not None
    assert not one.is_refiling_overdue


def test_what_was_recorded_by_mistake_never_was(duty, receipt):
    one = duty(date(2014, 7, 2), receipt(date(2014, 6, 3), fate="void"))
    assert (one.state, one.counting, one.first_day, one.is_belated) == ("overdue", None, None, False)


def test_a_plan_for_a_quarter_or_an_occasion_closes_nothing(duty, receipt):
    part = receipt(date(2014, 6, 20), plan_kinds=("季度", "临时"))
    assert duty(date(2014, 7, 1), part).state == "overdue"
    whole = receipt(date(2014, 6, 20), number="2014-00002", plan_kinds=("年度", "季度"))
    assert duty(date(2014, 7, 1), part, whole).counting.number == "2014-00002"


def test_a_plan_for_a_quarter_that_was_sent_back_is_not_answered_by_the_annual_one(duty, receipt):
    part = receipt(date(2014, 6, 20), plan_kinds=("季度",), fate="returned", until=date(2014, 6, 27))
    whole = receipt(date(2014, 6, 28), number="2014-00002")
    assert duty(date(2014, 7, 1), part, whole).is_refiling_overdue


def test_the_latest_filing_counts_unless_the_office_chose_another(duty, receipt):
    first = receipt(date(2014, 6, 1))
    second = receipt(date(2014, 6, 2), number="2014-00002")
    assert duty(DUE, second, first).counting.number == "2014-00002"
    assert duty(DUE, first._replace(fate="accepted", chosen=True), second).counting.number == "2014-00001"


def test_sealed_paper_that_comes_later_does_not_replace_the_file(duty, receipt):
    file = receipt(date(2014, 6, 1), forms=FILE)
    paper = receipt(date(2014, 6, 9), number="2014-00002", forms=PAPER)
    assert duty(DUE, file, paper).counting.number == "2014-00001"
    assert duty(DUE, paper).counting.number == "2014-00002"


def test_a_nil_return_is_a_filing_and_owes_no_other_copy(duty, receipt):
    one = duty(date(2014, 7, 1), receipt(DUE, nil=True, forms=FILE))
    assert (one.state, one.is_nil, one.forms, one.lacking_forms) == ("on-time", True, (), ())


def test_both_days_are_kept_where_the_unit_wrote_another(duty, receipt):
    assert duty(DUE, receipt(date(2014, 6, 30), stated=date(2014, 6, 20))).stated_day == date(2014, 6, 20)
    assert duty(DUE, receipt(date(2014, 6, 30), stated=date(2014, 6, 30))).stated_day is None


def test_what_was_put_on_record_later_is_belated(duty, receipt):
    entered = datetime(2014, 7, 3, 9)
    assert duty(DUE, receipt(date(2014, 6, 30), entered=entered)).is_belated
    assert not duty(DUE, receipt(date(2014, 6, 30))).is_belated


@pytest.mark.parametrize(("key", "state"), [("authority", "open"), ("databases", "open"), ("log", "open")])
def test_without_a_due_day_nothing_is_ever_overdue(duty, receipt, key, state):
    assert duty(date(2020, 1, 1), obligation=key).state == state
    assert duty(date(2020, 1, 1), receipt(date(2019, 1, 1), obligation=key), obligation=key).state == "filed"
    alone = duty(date(2020, 1, 1), receipt(date(2014, 1, 1), obligation=key, forms=FILE), obligation=key)
    assert (alone.missing_forms, alone.lacking_forms) == (PAPER, ())


def test_a_receipt_says_itself_whether_it_stands():
    assert [Receipt("1", "1", "plan", 2014, DUE, datetime(2014, 6, 30), (), fate=one).stands for one in FATES] == [
        True,
        True,
        False,
        False,
    ]


FATES = ("filed", "accepted", "returned", "void")
