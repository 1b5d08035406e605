"""The proof: whatever is done to the file after a hash was printed shows, and what it cannot show it does not claim."""

import sqlite3
from datetime import date

import pytest

from enforcer.county.ledger.entry import chained
from enforcer.county.ledger.schema import MIGRATIONS
from enforcer.county.ledger.verifying import verify
from enforcer.domain.errors import EnforcerError


@pytest.fixture
def filled(path, ledger):
    """A closed ledger of five entries, and its head."""
    with ledger.writing() as pen:
        for number in range(5):
            pen.append("reminded", date(2014, 7, 1 + number), {"n": number})
    head = ledger.head
    ledger.close()
    return path, head


def tampered(path, *statements):
    connection = sqlite3.connect(path, isolation_level=None)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_sound_ledger_is_proved_up_to_a_printed_head_or_its_beginning(filled):
    path, head = filled
    assert verify(path) == (5, head, None, None, None)
    assert verify(path, head).found_at == 5
    assert verify(path, head[:8].upper()).found_at == 5


@pytest.mark.parametrize(
    ("statement", "seq"),
    [
        ("UPDATE entries SET body = '{\"n\":9}' WHERE seq = 3", 3),
        ("UPDATE entries SET day = '2014-01-01' WHERE seq = 2", 2),
        ("UPDATE entries SET entered = '2014-01-01T00:00:00+08:00' WHERE seq = 1", 1),
        ("UPDATE entries SET kind = 'decided' WHERE seq = 5", 5),
        ("DELETE FROM entries WHERE seq = 3", 4),
        ("DELETE FROM entries WHERE seq = 1", 2),
        ("UPDATE entries SET seq = 9 WHERE seq = 5", 9),
        ("UPDATE entries SET about = '2014-00001' WHERE seq = 4", 4),
        ("UPDATE entries SET prev = hash WHERE seq = 4", 4),
        ("UPDATE entries SET hash = prev WHERE seq = 5", 5),
        ("UPDATE entries SET body = x'ff00' WHERE seq = 2", 2),
        ("UPDATE entries SET body = CAST(x'ff00' AS TEXT) WHERE seq = 2", 2),
        ("UPDATE entries SET hash = x'00' WHERE seq = 2", 2),
        ("INSERT INTO entries SELECT 0, day, entered, kind, about, body, prev, hash FROM entries WHERE seq = 1", 0),
        ("INSERT INTO entries SELECT -3, day, entered, kind, about, body, prev, hash FROM entries WHERE seq = 1", -3),
        ("INSERT INTO entries SELECT 6, day, entered, kind, about, body, hash, hash FROM entries WHERE seq = 5", 6),
    ],
)
def test_the_first_entry_that_does_not_fit_is_named(filled, statement, seq):
    path, head = filled
    tampered(path, statement)
    proof = verify(path, head)
    assert not proof.is_sound
    assert proof.seq == seq


def test_a_table_that_was_dropped_shows(filled):
    path, head = filled
    tampered(path, "DROP VIEW findings", "DROP TABLE entries")
    assert not verify(path, head).is_sound
    assert not verify(path).is_sound


def test_a_newer_program_s_ledger_is_not_judged(filled):
    path, _ = filled
    tampered(path, f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(EnforcerError, match="更新的版本"):
        verify(path)


def test_what_was_added_behind_a_printed_head_leaves_it_proved(filled):
    path, head = filled
    tampered(
        path, "INSERT INTO entries SELECT 6, day, entered, kind, about, body, hash, hash FROM entries WHERE seq = 5"
    )
    proof = verify(path, head)
    assert (proof.seq, proof.found_at, proof.entries) == (6, 5, 5)


def test_an_entry_rewritten_with_its_own_hash_breaks_the_next(filled):
    path, head = filled
    connection = sqlite3.connect(path)
    prev, day, entered = connection.execute("SELECT prev, day, entered FROM entries WHERE seq = 3").fetchone()
    connection.close()
    forged = chained(3, prev, day, entered, "reminded", "", '{"n":9}')
    tampered(path, f"UPDATE entries SET body = '{{\"n\":9}}', hash = '{forged}' WHERE seq = 3")
    assert verify(path, head).seq == 4


def test_a_tail_that_was_cut_off_shows_only_to_who_holds_a_later_hash(filled):
    path, head = filled
    tampered(path, "DELETE FROM entries WHERE seq = 5")
    assert verify(path).is_sound
    proof = verify(path, head)
    assert not proof.is_sound
    assert head in proof.fault.render()


def test_a_whole_new_chain_does_not_hold_the_printed_hash(filled):
    path, head = filled
    statements, prev = [], "0" * 64
    for seq in range(1, 6):
        moment = "2014-07-01T12:00:00+08:00"
        forged = chained(seq, prev, "2014-07-01", moment, "reminded", "", "{}")
        statements.append(
            f"UPDATE entries SET day = '2014-07-01', entered = '{moment}', body = '{{}}', prev = '{prev}', "
            f"hash = '{forged}' WHERE seq = {seq}"
        )
        prev = forged
    tampered(path, *statements)
    assert verify(path).is_sound
    assert not verify(path, head).is_sound


@pytest.mark.parametrize("head", ["", "1234567", "zzzzzzzzzz", "12345678 9"])
def test_what_is_no_hash_is_said(filled, head):
    path, _ = filled
    if head:
        with pytest.raises(EnforcerError, match="--head"):
            verify(path, head)
    else:
        assert verify(path, head).is_sound


def test_verifying_writes_nothing(filled):
    path, _ = filled
    before = path.read_bytes()
    verify(path)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == ["ledger.db"]


def test_a_ledger_that_is_not_there_is_said_and_not_made(tmp_path):
    with pytest.raises(EnforcerError, match="找不到台账"):
        verify(tmp_path / "ledger.db")
    assert list(tmp_path.iterdir()) == []
