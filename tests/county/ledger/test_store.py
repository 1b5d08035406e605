"""The ledger's file: what is appended stays, in order, wholly or not at all."""

import os
import sqlite3
import tempfile
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from enforcer.county.ledger import schema, store
from enforcer.county.ledger.bodies import examined_body
from enforcer.county.ledger.entry import FIRST_PREV, chained
from enforcer.county.ledger.store import ZONE, Ledger
from enforcer.county.ledger.verifying import verify
from enforcer.domain.errors import EnforcerError
from enforcer.validation import validate

SAMPLES = Path(__file__).parents[3] / "samples"
DAY = date(2014, 7, 1)


def test_each_entry_is_hashed_onto_the_one_before(ledger):
    with ledger.writing() as pen:
        first = pen.append("founded", DAY, {"county": "桓台县"})
        second = pen.append("reminded", DAY, {"unit": "AJ"})
    assert (first.prev, second.prev) == (FIRST_PREV, first.hash)
    assert ledger.head == second.hash
    assert list(ledger.entries()) == [first, second]


def test_the_moment_is_the_county_s_and_the_day_of_the_fact_its_own(path):
    with_utc = datetime.fromisoformat("2014-07-01T16:30:00+00:00")
    opened = Ledger.open(path, now=with_utc)
    with opened.writing() as pen:
        pen.append("reminded", date(2014, 6, 30), {})
    (entry,) = opened.entries()
    opened.close()
    assert entry.entered.isoformat() == "2014-07-02T00:30:00+08:00"
    assert entry.day == date(2014, 6, 30)


def test_a_clock_that_goes_back_is_written_as_it_says_and_the_order_stays(path):
    moments = iter([datetime(2014, 7, 2, tzinfo=ZONE), datetime(2014, 7, 1, tzinfo=ZONE)])
    opened = Ledger.open(path, now=lambda: next(moments))
    for first in (True, False):
        with opened.writing() as pen:
            pen.append("reminded", DAY, {"first": first})
    entries = list(opened.entries())
    opened.close()
    assert [one.seq for one in entries] == [1, 2]
    assert entries[0].entered > entries[1].entered
    assert verify(path).is_sound


def test_what_raises_inside_leaves_nothing_on_record(ledger, receive):
    receive(ledger)
    before = ledger.head
    with pytest.raises(ZeroDivisionError), ledger.writing() as pen:
        pen.append("reminded", DAY, {})
        raise ZeroDivisionError
    assert ledger.head == before
    assert receive(ledger) == "2014-00002"


def test_receipt_numbers_run_by_year_and_none_is_used_twice(ledger, receive):
    assert [receive(ledger) for _ in range(3)] == ["2014-00001", "2014-00002", "2014-00003"]
    with ledger.writing() as pen:
        assert pen.next_receipt(2015) == "2015-00001"
        pen.append("received", DAY, {"receipt": "2014-00004"})
        assert pen.next_receipt(2014) == "2014-00005"
    with pytest.raises(EnforcerError, match="只能添加"), ledger.writing() as pen:
        pen.append("received", DAY, {"receipt": "2014-00001"})


def test_numbers_go_on_beyond_five_digits_and_gaps_are_not_filled(ledger):
    with ledger.writing() as pen:
        pen.append("received", DAY, {"receipt": "2014-00007"})
        assert pen.next_receipt(2014) == "2014-00008"
        pen.append("received", DAY, {"receipt": "2014-99999"})
        pen.append("received", DAY, {"receipt": pen.next_receipt(2014)})
        assert pen.next_receipt(2014) == "2014-100001"
    with ledger.writing() as pen:
        assert pen.next_receipt(2014) == "2014-100001"
        assert pen.next_receipt(2015) == "2015-00001"


def test_a_number_that_was_given_in_a_transaction_taken_back_is_given_again(ledger):
    with pytest.raises(ZeroDivisionError), ledger.writing() as pen:
        pen.append("received", DAY, {"receipt": pen.next_receipt(2014)})
        raise ZeroDivisionError
    with ledger.writing() as pen:
        assert pen.next_receipt(2014) == "2014-00001"


def test_inside_a_transaction_what_was_appended_is_read(ledger):
    with ledger.writing() as pen:
        entry = pen.append("reminded", DAY, {"unit": "AJ"})
        assert ledger.head == entry.hash
        assert [one.seq for one in ledger.entries()] == [1]


def test_entries_are_told_apart_by_their_own_day_and_kind(ledger):
    with ledger.writing() as pen:
        pen.append("reminded", date(2014, 8, 1), {"n": 1})
        pen.append("decided", date(2014, 7, 1), {"n": 2})
        pen.append("reminded", date(2014, 7, 1), {"n": 3})
    assert [one.body["n"] for one in ledger.entries(until=date(2014, 7, 31))] == [2, 3]
    assert [one.body["n"] for one in ledger.entries(kinds=("reminded",))] == [1, 3]


@pytest.mark.parametrize("statement", ["UPDATE entries SET day = '2014-01-01'", "DELETE FROM entries"])
def test_the_file_itself_refuses_to_change_or_remove(path, ledger, receive, statement):
    receive(ledger)
    other = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute(statement)
    other.close()


def test_an_entry_cannot_be_slipped_in_at_another_place(path, ledger, receive):
    receive(ledger)
    other = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute("INSERT INTO entries VALUES (7, '', '', '', '', '{}', '', '')")
    other.close()


def test_an_entry_cannot_be_replaced_either(path, ledger, receive):
    receive(ledger)
    before = list(ledger.entries())
    other = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute("INSERT OR REPLACE INTO entries VALUES (1, '', '', 'reminded', '', '{}', '', '')")
    other.close()
    assert list(ledger.entries()) == before


def test_half_a_character_in_a_file_s_name_comes_back_as_it_was(path, ledger):
    with ledger.writing() as pen:
        entry = pen.append("reminded", DAY, {"name": "计划\udce6.xlsx"})
    assert list(ledger.entries()) == [entry]
    assert verify(path).is_sound


def test_the_view_of_findings_has_each_as_it_stood(ledger, receive):
    number = receive(ledger)
    (folder,) = (SAMPLES / "fail").glob("A302-*")
    verdict = validate(folder, today=date(2026, 1, 1))
    (found,) = verdict.all_findings()
    alone = replace(verdict, files=(), findings=(found,))
    with ledger.writing() as pen:
        pen.append("examined", DAY, examined_body(verdict, receipt=number, unit="AJ", year=2014, fingerprint=""))
        pen.append("examined", DAY, examined_body(alone, receipt=None, unit="AJ", year=2014, fingerprint=""))
    rows = list(ledger.query("SELECT seq, receipt, unit, year, code, severity, state, row, typed FROM findings"))
    tail = ("AJ", 2014, "A302", "error", "open", found.place.row, found.value)
    assert rows == [(2, number, *tail), (3, None, *tail)]


def test_the_views_show_analysts_filings_logs_decisions_and_reminders(ledger, receive):
    receive(ledger, obligation="log", day=date(2014, 6, 30))
    with ledger.writing() as pen:
        pen.append("decided", DAY, {"action": "accept", "receipt": "2014-00001", "by": "张三", "why": "齐全"})
        pen.append("reminded", DAY, {"unit": "AJ", "obligation": "plan", "year": 2014, "stage": "overdue"})
    assert list(ledger.query("SELECT receipt, unit, belated FROM filings")) == [("2014-00001", "AJ", 1)]
    assert list(ledger.query("SELECT receipt FROM log_registrations")) == [("2014-00001",)]
    assert list(ledger.query("SELECT action, receipt, by_whom FROM decisions")) == [("accept", "2014-00001", "张三")]
    assert list(ledger.query("SELECT unit, stage FROM reminders")) == [("AJ", "overdue")]


def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path):
    text = tmp_path / "notes.db"
    text.write_text("不是数据库" * 500, encoding="utf-8")
    before = text.read_bytes()
    with pytest.raises(EnforcerError, match="不是台账"):
        Ledger.open(text)
    assert text.read_bytes() == before
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE things (name TEXT)")
    connection.close()
    with pytest.raises(EnforcerError, match="不是本程序的台账"):
        Ledger.open(other)


def test_a_newer_program_s_ledger_is_refused(path, ledger):
    ledger.close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(EnforcerError, match="更新的版本"):
        Ledger.open(path)


def test_an_older_ledger_is_added_to_and_its_chain_still_verifies(path, ledger, receive, monkeypatch):
    number = receive(ledger)
    head = ledger.head
    ledger.close()
    added = (*schema.MIGRATIONS, "CREATE VIEW nils AS SELECT * FROM filings WHERE nil;\n")
    monkeypatch.setattr(schema, "MIGRATIONS", added)
    newer = Ledger.open(path)
    assert list(newer.query("SELECT receipt FROM nils")) == []
    assert [one.body["receipt"] for one in newer.entries()] == [number]
    newer.close()
    assert verify(path, head).is_sound


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(path, ledger, receive, monkeypatch):
    receive(ledger)
    head = ledger.head
    ledger.close()
    monkeypatch.setattr(
        schema, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE extra (n);\nCREATE TABLE entries (n);\n")
    )
    with pytest.raises(EnforcerError):
        Ledger.open(path)
    monkeypatch.undo()
    again = Ledger.open(path)
    assert again.head == head
    assert list(again.query("SELECT name FROM sqlite_master WHERE name = 'extra'")) == []
    again.close()


def test_a_second_writer_waits_and_then_says_that_another_is_writing(path, ledger, monkeypatch):
    monkeypatch.setattr(store, "_PATIENCE_MS", 50)
    other = Ledger.open(path)
    with ledger.writing() as pen:
        pen.append("reminded", DAY, {})
        with pytest.raises(EnforcerError, match="另一个程序正在写"), other.writing():
            pass
    with other.writing() as pen:
        assert pen.append("reminded", DAY, {}).seq == 2
    other.close()


def test_a_full_disk_is_said_and_loses_nothing_that_was_on_record(path, ledger, receive):
    number = receive(ledger)
    head = ledger.head
    ((pages,),) = ledger.query("PRAGMA page_count")
    list(ledger.query(f"PRAGMA max_page_count = {pages}"))
    with pytest.raises(EnforcerError, match="磁盘已满"), ledger.writing() as pen:
        for _ in range(100):
            pen.append("reminded", DAY, {"text": "字" * 500})
            pen.flush()
    assert ledger.head == head
    list(ledger.query("PRAGMA max_page_count = 100000"))
    assert receive(ledger) > number
    assert verify(path).is_sound


@pytest.fixture
def nobody():
    """Has the test run as a user who may write only where everybody may; root may write everywhere."""
    if not hasattr(os, "geteuid"):
        pytest.skip("Windows has other permissions")
    if os.geteuid() == 0:
        os.seteuid(65534)
        yield
        os.seteuid(0)
    else:
        yield


@pytest.fixture
def shelf():
    """A folder that everybody may look into and nobody may write to."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        opened = Ledger.open(folder / "ledger.db", now=datetime(2014, 7, 1, tzinfo=ZONE))
        with opened.writing() as pen:
            pen.append("reminded", DAY, {"unit": "AJ"})
        opened.close()
        (folder / "ledger.db").chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


def test_in_a_folder_that_is_read_only_the_ledger_is_read_proved_and_not_written(shelf, nobody):
    path = shelf / "ledger.db"
    opened = Ledger.open(path)
    assert [one.body for one in opened.entries()] == [{"unit": "AJ"}]
    with pytest.raises(EnforcerError, match="只读"), opened.writing() as pen:
        pen.append("reminded", DAY, {})
    opened.close()
    assert verify(path).is_sound
    with pytest.raises(EnforcerError, match="打不开台账"):
        Ledger.open(shelf / "other.db")


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(EnforcerError, match="打不开台账"):
        Ledger.open(tmp_path / "gone" / "ledger.db")


def test_no_shared_memory_is_needed_so_that_a_network_share_is_as_safe(path, ledger, receive):
    receive(ledger)
    assert list(ledger.query("PRAGMA journal_mode")) == [("delete",)]
    assert sorted(one.name for one in path.parent.iterdir()) == ["ledger.db"]


def test_a_viewer_s_write_ahead_log_is_taken_in_and_left(path, ledger, receive):
    receive(ledger)
    ledger.close()
    viewer = sqlite3.connect(path)
    viewer.execute("PRAGMA journal_mode = WAL")
    viewer.close()
    again = Ledger.open(path)
    assert receive(again) == "2014-00002"
    assert list(again.query("PRAGMA journal_mode")) == [("delete",)]
    again.close()
    assert sorted(one.name for one in path.parent.iterdir()) == ["ledger.db"]


def test_the_hash_is_what_it_is_said_to_be(ledger):
    with ledger.writing() as pen:
        entry = pen.append("reminded", DAY, {"单位": "县安监局", "a": 1})
    text = '{"a":1,"单位":"县安监局"}'
    assert entry.hash == chained(1, FIRST_PREV, "2014-07-01", "2014-07-01T12:00:00+08:00", "reminded", "", text)


def test_a_body_that_json_cannot_hold_is_refused_before_anything_is_written(ledger):
    with pytest.raises(TypeError), ledger.writing() as pen:
        pen.append("reminded", DAY, {"day": timedelta(1)})
    assert ledger.head == FIRST_PREV
