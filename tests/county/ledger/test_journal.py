"""The ledger read as facts: what was decided on a filing, what it was found to be, and all of it as of a day."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from enforcer.county.ledger.bodies import decided_body, examined_body, received_body, reminded_body
from enforcer.county.ledger.facts import Decision, Reminder
from enforcer.county.ledger.journal import journal
from enforcer.county.ledger.store import ZONE, Ledger
from enforcer.domain.receipt import Receipt
from enforcer.validation import validate

SAMPLES = Path(__file__).parents[3] / "samples"
JULY = date(2014, 7, 1)
END = date(2014, 12, 31)
NOW = datetime(2014, 12, 1, tzinfo=ZONE)


@pytest.fixture
def decide(ledger):
    def decided(action, number=None, day=JULY, **more):
        with ledger.writing() as pen:
            pen.append("decided", day, decided_body(Decision(0, action, day, "王五", "已核实", number, **more)))

    return decided


@pytest.fixture
def found(ledger):
    """found(number, sample) records what validating a failing sample came to."""

    def recorded(number, sample, day=JULY, unit="AJ", fingerprint="a"):
        (folder,) = (SAMPLES / "fail").glob(f"{sample}-*")
        verdict = validate(folder, today=date(2026, 1, 1))
        with ledger.writing() as pen:
            pen.append(
                "examined", day, examined_body(verdict, receipt=number, unit=unit, year=2014, fingerprint=fingerprint)
            )

    return recorded


def fates(ledger, day=END):
    return {one.number[-1]: (one.fate, one.until, one.chosen) for one in journal(ledger, day).receipts}


def test_a_filing_has_the_fate_that_was_decided_last(ledger, receive, decide):
    for _ in range(4):
        receive(ledger)
    decide("return", "2014-00001", until=date(2014, 7, 20))
    decide("accept", "2014-00002")
    decide("void", "2014-00003")
    decide("return", "2014-00004", until=date(2014, 7, 20))
    decide("extend", "2014-00004", day=date(2014, 7, 5), until=date(2014, 8, 1))
    assert fates(ledger) == {
        "1": ("returned", date(2014, 7, 20), False),
        "2": ("accepted", None, True),
        "3": ("void", None, False),
        "4": ("returned", date(2014, 8, 1), False),
    }
    decide("accept", "2014-00001", day=date(2014, 7, 6))
    assert fates(ledger)["1"] == ("accepted", None, True)
    assert fates(ledger)["2"] == ("accepted", None, False), "one filing is the one that counts"


def test_what_is_void_stays_void(ledger, receive, decide):
    receive(ledger)
    decide("void", "2014-00001")
    decide("accept", "2014-00001", day=date(2014, 7, 9))
    assert fates(ledger)["1"][0] == "void"


def test_a_day_in_the_past_knows_nothing_of_later_facts_and_all_of_belated_ones(ledger, receive, decide):
    receive(ledger, date(2014, 7, 10))
    receive(ledger, date(2014, 6, 20))
    decide("return", "2014-00002", day=date(2014, 7, 15), until=date(2014, 7, 25))
    assert [one.number for one in journal(ledger, date(2014, 6, 30)).receipts] == ["2014-00002"]
    assert fates(ledger, date(2014, 7, 14))["2"][0] == "filed"
    assert fates(ledger, date(2014, 7, 15))["2"][0] == "returned"
    belated = {one.number: one.is_belated for one in journal(ledger, END).receipts}
    assert belated == {"2014-00001": False, "2014-00002": True}


def test_the_latest_examination_counts_and_is_decoded_when_asked_for(ledger, receive, found):
    number = receive(ledger)
    assert journal(ledger, END).verdict_of(number) is None
    found(number, "A302")
    found(number, "A101", day=date(2014, 8, 1), fingerprint="b")
    assert [one.code for one in journal(ledger, END).verdict_of(number).all_findings()] == ["A101"]
    assert [one.code for one in journal(ledger, JULY).verdict_of(number).all_findings()] == ["A302"]
    assert journal(ledger, END).examination(number)["fingerprint"] == "b"


def test_a_waived_finding_stays_visible_as_waived_while_the_waiver_holds(ledger, receive, found, decide):
    number, other = receive(ledger), receive(ledger)
    found(number, "A302")
    found(other, "A302")
    decide("waive", number, day=date(2014, 7, 2), rule="A302", until=date(2014, 7, 31))
    states = {
        day: [one.state for one in journal(ledger, day).verdict_of(number).all_findings()]
        for day in (JULY, date(2014, 7, 2), date(2014, 7, 31), date(2014, 8, 1))
    }
    assert list(states.values()) == [["open"], ["waived"], ["waived"], ["open"]]
    assert [one.state for one in journal(ledger, date(2014, 7, 2)).verdict_of(other).all_findings()] == ["open"]


def test_findings_across_a_unit_s_filings_are_kept_by_unit_and_year(ledger, receive, found, decide):
    receive(ledger)
    found(None, "X001")
    facts = journal(ledger, END)
    assert facts.crossed_verdict("AJ", 2015) is None
    assert facts.crossed_verdict("AJ", 2014) is not None
    assert facts.verdict_of("2014-00001") is None


def test_overlaps_that_were_set_apart_and_reminders_are_told(ledger, decide):
    decide("distinct", overlap="X005-3fa9c2")
    reminder = Reminder(JULY, "AJ", "plan", 2014, "overdue 2014-06-30")
    with ledger.writing() as pen:
        pen.append("reminded", JULY, reminded_body(reminder))
    facts = journal(ledger, END)
    assert facts.distinct == {"X005-3fa9c2"}
    assert facts.reminders == (reminder,)
    assert journal(ledger, date(2014, 6, 30)).distinct == frozenset()


steps = some.lists(
    some.tuples(
        some.sampled_from(["receive", "accept", "return", "void", "extend"]),
        some.integers(0, 40),
        some.integers(0, 3),
    ),
    max_size=14,
)


@settings(max_examples=40, deadline=None)
@given(steps, some.integers(0, 45))
def test_the_past_s_answer_is_the_same_whatever_was_put_on_record_since(tmp_path_factory, acts, cut):
    """As of a day, the whole ledger says what a ledger of the facts up to that day alone would have said."""
    folder, day = tmp_path_factory.mktemp("past"), JULY + timedelta(cut)
    facts = list(put_on_record(acts))
    told = []
    for name, known in (("whole", facts), ("part", [one for one in facts if one[1] <= day])):
        ledger = Ledger.open(folder / f"{name}.db", now=NOW)
        with ledger.writing() as pen:
            for kind, fact, body in known:
                pen.append(kind, fact, body)
        told.append([(one.number, one.day, one.fate, one.until, one.chosen) for one in journal(ledger, day).receipts])
        ledger.close()
    assert told[0] == told[1]


def put_on_record(acts):
    """Kind, day and body of what was received and decided; nothing is decided on a filing before it came in."""
    received: list[tuple[str, date]] = []
    for action, offset, which in acts:
        fact = JULY + timedelta(offset)
        if action == "receive":
            number = f"2014-{len(received) + 1:05d}"
            received.append((number, fact))
            yield "received", fact, received_body(Receipt(number, "AJ", "plan", 2014, fact, NOW, ("paper",)))
        elif received and fact >= received[which % len(received)][1]:
            until = fact + timedelta(10) if action in ("return", "extend") else None
            number = received[which % len(received)][0]
            yield "decided", fact, decided_body(Decision(0, action, fact, "王五", "因", number, until=until))
