"""Who is reminded: units that owe something, once at each stage, of nothing that is not theirs."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from enforcer.county.ledger.bodies import decided_body, received_body
from enforcer.county.ledger.journal import Decision
from enforcer.county.ledger.store import Ledger
from enforcer.county.post.reminders import points_of
from enforcer.domain.receipt import Receipt
from enforcer.domain.sentence import Sentence

BOTH = ("paper", "electronic")


def on_record(workspace, day, kind, body):
    ledger = Ledger.open(
        workspace.ledger_file, now=datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    )
    with ledger.writing() as pen:
        pen.append(kind, day, body)
    ledger.close()


def filed(workspace, day, unit, forms=BOTH, number="2014-00001", **more):
    moment = datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    receipt = Receipt(number, unit, more.pop("obligation", "plan"), 2014, day, moment, forms, **more)
    on_record(workspace, day, "received", received_body(receipt))


def reminded(outcome):
    return {(one.letter.unit.code, stage) for one in outcome.delivered for stage in one.letter.stages()}


def test_units_that_owe_something_are_reminded_and_no_others(county, night):
    workspace = county()
    filed(workspace, date(2014, 6, 20), "001")
    assert reminded(night(workspace, "2014-06-25")) == {
        (code, "plan due-soon 2014-06-30") for code in ("002", "003", "005")
    }


def test_each_stage_is_told_once(county, night):
    workspace = county()
    filed(workspace, date(2014, 6, 20), "001")
    filed(workspace, date(2014, 6, 20), "003", number="2014-00002")
    filed(workspace, date(2014, 6, 20), "005", number="2014-00003")
    told = {day: reminded(night(workspace, day)) for day in ("2014-06-25", "2014-06-26", "2014-07-01", "2014-07-02")}
    assert told == {
        "2014-06-25": {("002", "plan due-soon 2014-06-30")},
        "2014-06-26": set(),
        "2014-07-01": {("002", "plan overdue 2014-06-30")},
        "2014-07-02": set(),
    }


def test_an_exempt_unit_is_never_reminded_of_what_it_need_not_file(county, night):
    workspace = county()
    told = reminded(night(workspace, "2014-12-31"))
    assert told
    assert not {stage for code, stage in told if code == "003" and stage.startswith("officers ")}, (
        "公安 has no register"
    )
    assert not {code for code, _ in told if code == "008"}, "its principal files for it"


def test_an_extended_day_and_another_return_begin_stages_of_their_own(county, night):
    workspace = county()
    night(workspace, "2014-07-01")
    extended = Decision(0, "extend", date(2014, 7, 2), "王五", "审计", unit="001", obligation="plan", year=2014,
                        until=date(2014, 7, 10))  # fmt: skip
    on_record(workspace, date(2014, 7, 2), "decided", decided_body(extended))
    assert ("001", "plan due-soon 2014-07-10") in reminded(night(workspace, "2014-07-04"))
    filed(workspace, date(2014, 7, 5), "001")
    returned = Decision(
        0, "return", date(2014, 7, 6), "王五", "没有写时间", receipt="2014-00001", until=date(2014, 7, 8)
    )
    on_record(workspace, date(2014, 7, 6), "decided", decided_body(returned))
    assert ("001", "plan returned 2014-00001 2014-07-08") in reminded(night(workspace, "2014-07-06"))
    assert not {stage for code, stage in reminded(night(workspace, "2014-07-07")) if code == "001"}
    assert ("001", "plan refiling overdue 2014-00001 2014-07-08") in reminded(night(workspace, "2014-07-09"))


def test_a_copy_that_is_still_missing_is_asked_for_after_the_due_day(county, night):
    workspace = county()
    filed(workspace, date(2014, 6, 20), "001", forms=("electronic",))
    assert not {stage for code, stage in reminded(night(workspace, "2014-06-30")) if code == "001"}
    assert ("001", "plan lacking paper 2014-06-30") in reminded(night(workspace, "2014-07-01"))


def test_the_county_s_own_day_is_said_to_be_one(duty):
    due = duty(date(2014, 7, 1))
    (point,) = points_of(due._replace(due=due.due._replace(own=True)))
    assert point.words.render() == "“检查计划”2014-06-30已经到期（本县约定期限），过了1天，还没有收到"
    (plain,) = points_of(due)
    assert plain.words.render() == "“检查计划”2014-06-30已经到期，过了1天，还没有收到"


def test_nothing_is_said_of_an_exempt_duty_whatever_was_filed(duty, receipt):
    owed = duty(date(2014, 7, 20), receipt(date(2014, 6, 20), forms=("paper",)))
    assert list(points_of(owed))
    assert list(points_of(owed._replace(exempt=Sentence("免报")))) == []


@pytest.mark.parametrize("day", ["2014-06-22", "2014-06-23"])
def test_seven_days_before_the_due_day_is_soon_enough(county, night, day):
    told = reminded(night(county(), day))
    assert bool(told) == (day == "2014-06-23")
