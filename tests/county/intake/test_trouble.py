"""A disk that fills up at any step: either the filing is on record with its original, or there is no trace of it."""

import errno
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from enforcer.county.intake.opening import desk_at
from enforcer.county.intake.taking_in import Said, take_in
from enforcer.county.ledger.journal import journal
from enforcer.domain.errors import EnforcerError

TODAY = date(2014, 7, 20)
SAID = Said(on=date(2014, 6, 25))


@pytest.fixture
def desk(workspace):
    with desk_at(workspace, now=datetime(2014, 7, 20, 9, 30, tzinfo=UTC)) as opened:
        yield opened


class Disk:
    """Full from the step of that number on, counted over every way in which files are written and put in place."""

    def __init__(self, monkeypatch, full_at):
        self.steps, self.full_at = 0, full_at
        for owner, name in ((os, "fsync"), (Path, "replace"), (Path, "touch"), (Path, "write_bytes"), (Path, "mkdir")):
            monkeypatch.setattr(owner, name, self.counted(getattr(owner, name)))

    def counted(self, real):
        def step(*arguments, **more):
            self.steps += 1
            if self.steps >= self.full_at:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*arguments, **more)

        return step


def originals(desk):
    return sorted(path for path in desk.workspace.filings.rglob("*") if path.is_file())


def test_at_every_step_there_is_a_whole_filing_or_none(desk, plan):
    path = plan(rows={"period": None})
    failed = told = 0
    for full_at in range(1, 100):
        before = journal(desk.ledger, date.max).receipts
        with pytest.MonkeyPatch.context() as patches:
            disk = Disk(patches, full_at)
            try:
                taken = take_in(desk, path, SAID, TODAY)
            except EnforcerError as error:
                taken = None
                assert "No space left" in str(error) or "磁盘" in str(error)  # noqa: PT017 - both outcomes are looked at
        after = journal(desk.ledger, date.max).receipts
        if taken is None:
            failed += 1
            assert after == before
        else:
            assert len(after) == len(before) + 1
            told += bool(taken.receipts[0].troubles)
        assert originals(desk) == sorted(desk.workspace.filings / one.stored for one in after)
        if disk.steps < full_at:
            break
    assert failed
    assert told
    assert taken.is_done


def test_a_full_ledger_takes_nothing_in_and_a_copy_left_behind_is_used_again(desk, plan):
    (pages,) = desk.ledger._connection.execute("PRAGMA page_count").fetchone()
    desk.ledger._connection.execute(f"PRAGMA max_page_count = {pages}")
    path = plan()
    with pytest.raises(EnforcerError, match="磁盘已满"):
        take_in(desk, path, Said(on=SAID.on, note="长" * 5000), TODAY)
    assert journal(desk.ledger, date.max).receipts == ()
    desk.ledger._connection.execute("PRAGMA max_page_count = 10000")
    (one,) = take_in(desk, path, SAID, TODAY).receipts
    assert one.receipt.number == "2014-00001"
    assert originals(desk) == [desk.workspace.filings / one.receipt.stored]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_workspace_is_refused(workspace, plan):
    workspace.root.chmod(0o555)
    try:
        with pytest.raises(EnforcerError), desk_at(workspace) as desk:
            take_in(desk, plan(), SAID, TODAY)
    finally:
        workspace.root.chmod(0o755)
