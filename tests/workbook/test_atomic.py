"""Files are the old one or the whole new one, never a half."""

import os
import sys
from pathlib import Path

import pytest

from enforcer.domain.errors import EnforcerError
from enforcer.workbook.atomic import written_atomically


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_file_takes_the_old_ones_place(tmp_path):
    target = tmp_path / "计划.xlsx"
    target.write_text("old", encoding="utf-8")
    with written_atomically(target) as temporary:
        assert temporary.parent == tmp_path
        temporary.write_text("new", encoding="utf-8")
        assert target.read_text(encoding="utf-8") == "old"
    assert target.read_text(encoding="utf-8") == "new"
    assert names(tmp_path) == ["计划.xlsx"]


def test_an_error_in_the_block_leaves_the_old_file_and_no_rubbish(tmp_path):
    target = tmp_path / "a.json"
    target.write_text("old", encoding="utf-8")

    def fail() -> None:
        with written_atomically(target) as temporary:
            temporary.write_text("half", encoding="utf-8")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert target.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["a.json"]


def test_an_error_in_the_block_leaves_nothing_where_nothing_was(tmp_path):
    with pytest.raises(KeyboardInterrupt), written_atomically(tmp_path / "a.json"):
        raise KeyboardInterrupt
    assert names(tmp_path) == []


def test_a_missing_folder_is_made(tmp_path):
    with written_atomically(tmp_path / "甲" / "乙" / "a.txt") as temporary:
        temporary.write_bytes(b"1")
    assert (tmp_path / "甲" / "乙" / "a.txt").read_bytes() == b"1"


def test_nothing_is_overwritten_when_told_not_to(tmp_path):
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    with pytest.raises(EnforcerError, match="已经存在"), written_atomically(target, overwrite=False):
        pytest.fail("the block must not run")
    assert target.read_bytes() == b"old"


def test_what_another_wrote_meanwhile_is_not_overwritten_either(tmp_path):
    target = tmp_path / "a.txt"

    def race() -> None:
        with written_atomically(target, overwrite=False) as temporary:
            temporary.write_bytes(b"mine")
            target.write_bytes(b"theirs")

    with pytest.raises(EnforcerError, match="已经存在"):
        race()
    assert target.read_bytes() == b"theirs"
    assert names(tmp_path) == ["a.txt"]


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(EnforcerError, match="文件夹"), written_atomically(tmp_path):
        pytest.fail("the block must not run")


def test_a_file_where_a_folder_should_be_is_said_plainly(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(EnforcerError, match="无法写入"), written_atomically(tmp_path / "a" / "b.txt"):
        pytest.fail("the block must not run")


def test_an_error_about_the_file_itself_is_said_plainly(tmp_path):
    with pytest.raises(EnforcerError, match="无法写入") as caught, written_atomically(tmp_path / "a.txt"):
        raise OSError(28, "No space left on device")
    assert "No space left" in str(caught.value)


def test_an_error_about_another_file_stays_what_it_is(tmp_path):
    with pytest.raises(FileNotFoundError), written_atomically(tmp_path / "a.txt"):
        (tmp_path / "source.txt").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter there")
def test_a_new_file_follows_the_umask_and_an_old_one_keeps_its_mode(tmp_path):
    old = tmp_path / "old"
    old.write_bytes(b"")
    old.chmod(0o640)
    mask = os.umask(0o022)
    try:
        for path in (old, tmp_path / "new"):
            with written_atomically(path) as temporary:
                temporary.write_bytes(b"1")
    finally:
        os.umask(mask)
    assert [path.stat().st_mode & 0o777 for path in (old, tmp_path / "new")] == [0o640, 0o644]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with written_atomically(tmp_path / "link") as temporary:
        temporary.write_bytes(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_device_is_written_into_not_replaced(tmp_path):
    with written_atomically("/dev/null") as temporary:
        assert temporary.parent != Path("/dev")
        temporary.write_bytes(b"1")
    assert Path("/dev/null").is_char_device()


def test_the_bytes_are_on_the_disk_before_the_name_points_at_them(tmp_path, monkeypatch):
    done = []
    fsync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda number: (done.append("fsync"), fsync(number)))
    monkeypatch.setattr(Path, "replace", lambda path, to: (done.append("replace"), replace(path, to)))
    with written_atomically(tmp_path / "a.txt") as temporary:
        temporary.write_bytes(b"1")
    assert done == ["fsync", "replace"]
