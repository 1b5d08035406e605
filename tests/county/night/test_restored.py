"""A ledger restored from an older backup, or lost: what came since is received again, and people are told."""

import shutil
from datetime import date

import pytest

from enforcer.county.intake.opening import desk_at
from enforcer.county.ledger.store import Ledger
from enforcer.county.night.restored import holds
from enforcer.county.night.summary import read_summary, summary_file
from enforcer.county.workspace import Workspace

TOLD = "台账换过了，或者是从更早的备份恢复的"


@pytest.fixture
def restored(night, put, plan, workspace, tmp_path):
    """A county whose ledger was put back to the first of two nights, each of which received a plan."""
    put(plan("a.xlsx"), "县安监局/2014-06-25")
    night("2014-06-26")
    backup = shutil.copyfile(workspace.ledger_file, tmp_path / "备份.db")
    put(plan("b.xlsx", title="农业局", unit="县农业局"), "县农业局/2014-06-27")
    night("2014-06-28")
    shutil.copyfile(backup, workspace.ledger_file)


def test_what_a_restored_ledger_lacks_is_received_again_with_its_own_day(night, restored, facts):
    outcome = night("2014-07-16")
    assert [(one.name, one.day) for one in facts().receipts] == [
        ("a.xlsx", date(2014, 6, 25)), ("b.xlsx", date(2014, 6, 27))
    ]  # fmt: skip
    assert {one.unit.code: one.states["plan"] for one in outcome.tallies}["002"] == "on-time"


def test_people_are_told_once_and_the_exit_code_says_so(night, restored, page, workspace, tree):
    outcome = night("2014-06-28")
    assert TOLD in page(outcome)
    assert outcome.exit_code() == 1
    document = read_summary(summary_file(workspace.nights, date(2014, 6, 28)))
    assert [one["file"] for one in document["receipts"]] == ["b.xlsx"], "not those that the lost ledger gave"
    before = tree()
    assert TOLD not in page(night("2014-06-28"))
    assert tree() == before
    assert TOLD not in page(night("2014-06-29"))


def test_a_new_ledger_is_filled_from_the_inbox(night, restored, facts, workspace, tmp_path):
    workspace.ledger_file.unlink()
    workspace.filings.rename(tmp_path / "以前的原件")
    assert night("2014-07-16").is_replaced
    assert {one.name for one in facts().receipts} == {"a.xlsx", "b.xlsx"}


def test_a_restored_ledger_is_seen_where_the_night_after_the_backup_was_killed(night, put, plan, workspace, facts):
    night("2014-06-20")
    backup = workspace.ledger_file.read_bytes()
    put(plan(), "县安监局/2014-06-25")

    def killed(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        night("2014-06-26", killed)
    assert len(facts().receipts) == 1
    workspace.ledger_file.write_bytes(backup)
    assert [one.receipt.name for one in night("2014-06-26").taken.receipted] == ["附件1.xlsx"]


def test_what_would_be_received_again_is_shown_by_a_dry_run(restored, dry_run, tree):
    before = tree()
    assert dry_run("2014-07-16").taken.waiting == ("县农业局/2014-06-27/b.xlsx",)
    assert tree() == before


def test_work_done_by_hand_since_is_no_restored_ledger(night, put, plan, page, workspace):
    from enforcer.county.intake.taking_in import Said, take_in  # noqa: PLC0415 - alone here

    put(plan(), "县安监局")
    night("2014-06-26")
    with desk_at(Workspace(workspace.root)) as desk:
        take_in(desk, plan("b.xlsx", title="农业局", unit="县农业局"), Said(), date(2014, 6, 27))
    outcome = night("2014-06-28")
    assert (outcome.is_replaced, outcome.taken.receipted) == (False, [])


def test_every_head_that_a_ledger_had_is_held_and_no_other(tmp_path):
    ledger = Ledger.open(tmp_path / "ledger.db")
    heads = ["", ledger.head]
    for number in range(3):
        with ledger.writing() as pen:
            pen.append("reminded", date(2014, 7, 1), {"number": number})
        heads.append(ledger.head)
    assert all(holds(ledger, one) for one in heads)
    assert not holds(ledger, "0" * 63 + "1")
    ledger.close()
