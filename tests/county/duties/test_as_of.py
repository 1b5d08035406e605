"""The past's answer: what is filed, decided or put on record later does not change how a day stood."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enforcer.county.duties.owed import duties_of, facts_of, log_clock_of
from enforcer.county.ledger.bodies import decided_body, received_body
from enforcer.county.ledger.journal import Decision, journal
from enforcer.county.ledger.store import Ledger
from enforcer.county.roster.units import Roster
from enforcer.county.settings.reading import without_workspace
from enforcer.domain.receipt import Receipt
from enforcer.domain.unit import Unit

SHANGHAI = ZoneInfo("Asia/Shanghai")
FIRST, LAST = date(2014, 6, 20), date(2014, 8, 10)
UNITS = (
    Unit("县安监局", code="001"),
    Unit("县林业局", code="006", until=date(2014, 7, 10), successor="县农林局"),
    Unit("县农林局", code="007", since=date(2014, 7, 11)),
)
ROSTER = Roster("桓台县", UNITS)

days = st.dates(FIRST, LAST)
received = st.tuples(
    st.just("received"),
    days,
    st.sampled_from([unit.key for unit in UNITS]),
    st.sampled_from(["plan", "officers", "log"]),
    st.sampled_from([("paper",), ("electronic",), ("paper", "electronic")]),
    st.sampled_from([(), ("年度",), ("季度",)]),
    st.booleans(),
)
decided = st.tuples(
    st.sampled_from(["accept", "return", "void", "extend", "extend-duty"]), days, st.integers(1, 8), days
)
acts = st.lists(st.one_of(received, decided), max_size=12)


def enter(ledger, act, number=None):
    """Puts one act on record, as the office's commands do; the receipt's number is the next one unless told."""
    kind, day, *rest = act
    with ledger.writing() as pen:
        if kind == "received":
            unit, obligation, forms, kinds, nil = rest
            number = number or pen.next_receipt(2014)
            entered = datetime.combine(day, time(), SHANGHAI)
            filed = Receipt(number, unit, obligation, 2014, day, entered, forms, nil=nil, plan_kinds=kinds)
            pen.append("received", day, received_body(filed))
            return
        receipt, until = rest
        if kind == "extend-duty":
            ruling = Decision(0, "extend", day, "张三", "汛期", unit="001", obligation="plan", year=2014, until=until)
        else:
            ruling = Decision(0, kind, day, "张三", "缺页", receipt=f"2014-{receipt:05}", until=until)
        pen.append("decided", day, decided_body(ruling))


def standing_of(ledger, day):
    """All that the county owes on `day`, and its clocks, without the moment of entry."""
    known = facts_of(without_workspace(), ROSTER, journal(ledger, day))
    moment = datetime(2014, 1, 1, tzinfo=SHANGHAI)
    duties = [
        duty._replace(receipts=tuple(one._replace(entered=moment) for one in duty.receipts))
        for unit in UNITS
        for duty in duties_of(unit, 2014, known)
    ]
    return (
        [(duty, duty.state, duty.days_late, duty.owed_since, duty.missing_forms) for duty in duties],
        [log_clock_of(unit, known) for unit in UNITS],
    )


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts=acts, day=days)
def test_how_a_day_stood_rests_on_facts_of_that_day_and_before_alone(acts, day, tmp_path_factory):
    folder = tmp_path_factory.mktemp("ledger")
    whole, part = Ledger.open(folder / "whole.db"), Ledger.open(folder / "part.db")
    try:
        for place, act in enumerate(acts, 1):
            # In any order: an older fact may be put on record after a later one. Numbers mean the same in both.
            number = f"2014-{place:05}"
            enter(whole, act, number)
            if act[1] <= day:
                enter(part, act, number)
        assert standing_of(whole, day) == standing_of(part, day)
    finally:
        whole.close()
        part.close()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts=acts, day=days)
def test_no_history_makes_a_duty_contradict_itself(acts, day, tmp_path_factory):
    ledger = Ledger.open(tmp_path_factory.mktemp("ledger") / "ledger.db")
    try:
        for act in acts:
            enter(ledger, act)
        for duty, state, late, owed, missing in standing_of(ledger, day)[0]:
            assert (late > 0) <= (duty.due_day is not None and duty.exempt is None)
            assert (state == "exempt") == (duty.exempt is not None)
            assert owed is None or (owed < day and state != "exempt")
            assert (state in {"overdue", "due-soon", "not-due", "open"}) <= (not missing)
            assert all(one.day <= day for one in duty.receipts)
    finally:
        ledger.close()


@pytest.fixture
def ledger(tmp_path):
    opened = Ledger.open(tmp_path / "ledger.db", now=datetime(2014, 7, 10, 9, tzinfo=SHANGHAI))
    yield opened
    opened.close()


def plan_on(ledger, day):
    known = facts_of(without_workspace(), ROSTER, journal(ledger, day))
    return next(one for one in duties_of(UNITS[0], 2014, known) if one.obligation.key == "plan")


def filed(day):
    return ("received", day, "001", "plan", ("paper", "electronic"), (), False)


def test_what_came_in_later_leaves_the_day_as_it_was(ledger):
    enter(ledger, filed(date(2014, 7, 3)))
    assert (plan_on(ledger, date(2014, 7, 2)).state, plan_on(ledger, date(2014, 7, 2)).days_late) == ("overdue", 2)
    assert (plan_on(ledger, date(2014, 7, 3)).state, plan_on(ledger, date(2014, 7, 9)).days_late) == ("late", 3)


def test_an_older_fact_put_on_record_later_counts_by_its_own_day_and_shows_as_belated(ledger):
    enter(ledger, filed(date(2014, 6, 27)))
    one = plan_on(ledger, date(2014, 6, 28))
    assert (one.state, one.is_belated) == ("on-time", True)
    assert one.receipts[0].entered.date() == date(2014, 7, 10)


def test_a_return_decided_later_leaves_the_day_as_it_was(ledger):
    enter(ledger, filed(date(2014, 6, 27)))
    enter(ledger, ("return", date(2014, 7, 8), 1, date(2014, 7, 18)))
    assert [plan_on(ledger, date(2014, 7, day)).state for day in (7, 8)] == ["on-time", "returned"]


def test_a_clock_that_went_back_makes_nothing_late_or_lost(tmp_path):
    moments = iter([datetime(2014, 6, 30, 9, tzinfo=SHANGHAI), datetime(2014, 6, 28, 9, tzinfo=SHANGHAI)])
    ledger = Ledger.open(tmp_path / "ledger.db", now=lambda: next(moments))
    try:
        enter(ledger, filed(date(2014, 6, 30)))
        enter(ledger, filed(date(2014, 6, 30)))
        one = plan_on(ledger, date(2014, 6, 30))
        assert (one.state, len(one.receipts), one.is_belated) == ("on-time", 2, False)
        assert one.counting.number == "2014-00002"
    finally:
        ledger.close()


def test_at_the_year_s_turn_the_old_year_s_duties_stay_and_the_new_ones_begin(ledger):
    enter(ledger, filed(date(2014, 6, 27)))
    day = date(2014, 12, 31)
    for after in (day, day + timedelta(days=1)):
        known = facts_of(without_workspace(), ROSTER, journal(ledger, after))
        old = {one.obligation.key: one for one in duties_of(UNITS[0], 2014, known)}
        new = {one.obligation.key: one for one in duties_of(UNITS[0], 2015, known)}
        assert (old["plan"].state, old["summary"].days_late) == ("on-time", (after - date(2014, 12, 1)).days)
        assert (new["plan"].state, new["plan"].due_day) == ("not-due", date(2015, 1, 31))
