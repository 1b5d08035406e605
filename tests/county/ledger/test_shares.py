"""Nothing is written where other computers would not see that it is being written."""

from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from enforcer.county.ledger import shares
from enforcer.county.ledger.shares import lock_trouble
from enforcer.county.ledger.store import Ledger
from enforcer.domain.errors import EnforcerError

LOCAL = "/dev/sda1 / ext4 rw,relatime 0 0\n"
SERVER = "srv:/office /srv/office {kind} {options} 0 0\n"
FILE = PurePosixPath("/srv/office/2014/ledger.db")


@pytest.mark.parametrize(
    ("kind", "options", "word"),
    [
        ("nfs", "rw,vers=3,nolock,addr=10.0.0.2", "nolock"),
        ("nfs4", "rw,local_lock=posix", "local_lock=posix"),
        ("cifs", "rw,vers=3.0,nobrl", "nobrl"),
        ("fuse.sshfs", "rw,nosuid", "fuse.sshfs"),
    ],
)
def test_a_mount_that_keeps_locks_to_this_computer_is_named(kind, options, word):
    trouble = lock_trouble(FILE, LOCAL + SERVER.format(kind=kind, options=options))
    assert word in trouble.render()
    assert "本机磁盘" in trouble.render()


@pytest.mark.parametrize(
    ("kind", "options"),
    [("nfs4", "rw,local_lock=none"), ("cifs", "rw,vers=3.0"), ("ext4", "rw"), ("ext4", "rw,nolock"), ("9p", "rw")],
)
def test_shares_that_pass_locks_on_and_disks_are_written_to(kind, options):
    assert lock_trouble(FILE, LOCAL + SERVER.format(kind=kind, options=options)) is None


def test_the_mount_nearest_above_the_file_decides():
    unlocked = SERVER.format(kind="nfs", options="rw,nolock")
    assert lock_trouble(PurePosixPath("/srv/office2/ledger.db"), LOCAL + unlocked) is None
    inner = "/dev/sdb1 /srv/office/2014 ext4 rw 0 0\n"
    assert lock_trouble(FILE, LOCAL + unlocked + inner) is None
    assert lock_trouble(FILE, LOCAL + inner + unlocked) is None
    covered = "srv:/office /srv/office nfs rw 0 0\n"
    assert lock_trouble(FILE, LOCAL + unlocked + covered) is None
    assert lock_trouble(FILE, "not a mount\n\n" + unlocked) is not None


def test_a_mount_s_name_may_hold_spaces():
    unlocked = "//pc/office /mnt/法制办\\040台账 cifs rw,nobrl 0 0\n"
    assert lock_trouble(PurePosixPath("/mnt/法制办 台账/ledger.db"), unlocked) is not None


def test_such_a_ledger_is_read_but_not_written(path, ledger, receive, monkeypatch, tmp_path):
    number = receive(ledger)
    ledger.close()
    mounts = tmp_path / "mounts"
    place = str(path.parent.resolve()).replace(" ", "\\040")
    mounts.write_text(f"srv:/office {place} nfs rw,nolock 0 0\n", encoding="utf-8")
    monkeypatch.setattr(shares, "_MOUNTS", mounts)
    again = Ledger.open(path)
    assert [one.body["receipt"] for one in again.entries()] == [number]
    with pytest.raises(EnforcerError, match="nolock"), again.writing() as pen:
        pen.append("reminded", date(2014, 7, 1), {})
    monkeypatch.setattr(shares, "_MOUNTS", Path("/nowhere"))
    assert receive(again) == "2014-00002"
    again.close()
