"""The inbox as it was: what is new or changed is found, what cannot be looked at is said, the state is only a cache."""

import os
import sys

import pytest

from enforcer.county.night.inbox import InboxState, walked

POSIX = pytest.mark.skipif(os.name != "posix", reason="such files are POSIX's")


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def state(tmp_path):
    opened = InboxState.open(tmp_path / ".enforcer" / "inbox.db")
    yield opened
    opened.close()


def paths(inbox):
    return sorted(path for path, _ in walked(inbox))


def test_every_file_is_found_and_what_programs_leave_behind_is_not(inbox):
    left = ("局/.DS_Store", ".git/x", "局/Thumbs.db", "局/desktop.ini", "局/~$a.xlsx", "局/d.xlsx.part", "局/f.TMP")
    for name in ("局/2014-06-25/a.xlsx", "局/b.docx", "c.pdf", *left):
        path = inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    assert paths(inbox) == ["c.pdf", "局/2014-06-25/a.xlsx", "局/b.docx"]


def test_what_is_new_or_changed_or_not_done_is_told_and_the_rest_is_not(inbox, state):
    for name in ("a", "b", "c"):
        (inbox / name).write_bytes(b"1")
    seen = state.changed(inbox)
    assert ([one.path for one in seen.changed], seen.seen) == (["a", "b", "c"], 3)
    for one in seen.changed:
        state.keep(one, "hash", done=one.path != "c")
    (inbox / "b").write_bytes(b"22")
    assert [one.path for one in state.changed(inbox).changed] == ["b", "c"]
    os.utime(inbox / "a", ns=(1, 1))
    assert [one.path for one in state.changed(inbox).changed] == ["a", "b", "c"]


def test_what_was_kept_is_there_the_next_night(inbox, tmp_path):
    (inbox / "a").write_bytes(b"1")
    file = tmp_path / "state" / "inbox.db"
    state = InboxState.open(file)
    (found,) = state.changed(inbox).changed
    state.keep(found, "hash", done=True)
    state.close()
    before = file.read_bytes()
    again = InboxState.open(file)
    assert again.changed(inbox).changed == []
    assert (again.sha256_of("a"), again.sha256_of("b")) == ("hash", "")
    again.keep(found, "hash", done=True)
    again.close()
    assert file.read_bytes() == before, "keeping the same again writes nothing"


def test_a_glimpse_makes_no_file_and_keeps_nothing(inbox, tmp_path):
    (inbox / "a").write_bytes(b"1")
    file = tmp_path / "state" / "inbox.db"
    glimpse = InboxState.glimpsed(file)
    (found,) = glimpse.changed(inbox).changed
    glimpse.keep(found, "hash", done=True)
    glimpse.close()
    assert not file.parent.exists()
    InboxState.open(file).close()
    before = file.read_bytes()
    glimpse = InboxState.glimpsed(file)
    glimpse.keep(found, "hash", done=True)
    glimpse.close()
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


def test_a_state_that_cannot_be_read_is_begun_anew(inbox, tmp_path):
    file = tmp_path / "inbox.db"
    file.write_bytes(b"no database" * 500)
    (inbox / "a").write_bytes(b"1")
    state = InboxState.open(file)
    assert len(state.changed(inbox).changed) == 1
    state.close()


@POSIX
def test_what_is_no_file_is_said_and_not_opened(inbox, state):
    os.mkfifo(inbox / "管道.xlsx")
    (inbox / "断链.xlsx").symlink_to(inbox / "没有")
    (inbox / "链接").symlink_to(inbox, target_is_directory=True)
    seen = state.changed(inbox)
    assert (seen.changed, seen.seen) == ([], 0)
    assert {one.path: one.reason.render() for one in seen.unread} == {
        "管道.xlsx": "不是普通文件，没有收下",
        "断链.xlsx": f"打不开（{os.strerror(2)}）",
        "链接": "不是普通文件，没有收下",
    }


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere every name can be written down")
def test_a_name_that_is_no_text_is_said(inbox, state):
    with open(os.fsencode(inbox) + b"/\xb1\xe0.xlsx", "wb"):  # noqa: PTH123 - bytes, which pathlib has not
        pass
    (told,) = state.changed(inbox).unread
    assert told.path == "??.xlsx"
    assert "请改名" in told.reason.render()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may look into every folder")
def test_a_folder_that_cannot_be_opened_is_said(inbox, state):
    closed = inbox / "局"
    closed.mkdir(mode=0)
    try:
        (told,) = state.changed(inbox).unread
        assert (told.path, told.reason.values["reason"]) == ("局", os.strerror(13))
    finally:
        closed.chmod(0o700)


def test_an_inbox_that_is_not_there_is_said(tmp_path, state):
    (told,) = state.changed(tmp_path / "inbox").unread
    assert told.path == "inbox"
