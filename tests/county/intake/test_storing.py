"""Originals are kept whole, under the receipt's number, and never in the place of another."""

import errno
import hashlib
from pathlib import Path

import pytest

from enforcer.county.intake.storing import kept, sweep
from enforcer.domain.errors import EnforcerError


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def source(tmp_path) -> Path:
    path = tmp_path / "计划.xlsx"
    path.write_bytes(b"original")
    return path


def test_the_original_lies_under_its_number(tmp_path, source):
    path, is_new = kept(source, tmp_path / "filings" / "2014" / "县局", "2014-00001", "计划.xlsx", sha(b"original"))
    assert (path.name, is_new) == ("2014-00001_计划.xlsx", True)
    assert path.read_bytes() == source.read_bytes() == b"original"


def test_a_copy_that_a_killed_run_left_is_used_again_and_another_original_stays(tmp_path, source):
    folder = tmp_path / "f"
    first, _ = kept(source, folder, "2014-00001", "计划.xlsx", sha(b"original"))
    assert kept(source, folder, "2014-00001", "计划.xlsx", sha(b"original")) == (first, False)
    source.write_bytes(b"another")
    second, is_new = kept(source, folder, "2014-00001", "计划.xlsx", sha(b"another"))
    assert (second.name, is_new) == ("2014-00001_计划(2).xlsx", True)
    assert first.read_bytes() == b"original"


def test_a_file_that_changed_since_it_was_examined_is_not_kept(tmp_path, source):
    folder = tmp_path / "f"
    with pytest.raises(EnforcerError, match="又变了"):
        kept(source, folder, "2014-00001", "计划.xlsx", sha(b"what was examined"))
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("../../etc/计划.xlsx", "2014-00001_计划.xlsx"),
        ("=cmd|' /C calc'!A0.xlsx", "2014-00001_C calc'!A0.xlsx"),
        ("CON.xlsx", "2014-00001__CON.xlsx"),
        ("长" * 200 + ".xlsx", "2014-00001_" + "长" * 50 + ".xlsx"),
        ("没有扩展名", "2014-00001_没有扩展名"),
    ],
)
def test_a_stored_name_leads_nowhere_else_and_keeps_its_extension(tmp_path, source, name, stored):
    path, _ = kept(source, tmp_path / "f", "2014-00001", name, sha(b"original"))
    assert (path.parent, path.name) == (tmp_path / "f", stored)


def test_a_full_disk_leaves_nothing_half_written(tmp_path, source, monkeypatch):
    folder = tmp_path / "f"
    real = Path.open

    class Full:
        def __init__(self, file):
            self.file = file

        def __enter__(self):
            self.file.__enter__()
            return self

        def __exit__(self, *error):
            return self.file.__exit__(*error)

        def write(self, piece):
            self.file.write(piece[:3])
            raise OSError(errno.ENOSPC, "No space left on device")

    def opened(path, mode="r", *rest, **more):
        file = real(path, mode, *rest, **more)
        return Full(file) if mode == "wb" else file

    monkeypatch.setattr(Path, "open", opened)
    with pytest.raises(EnforcerError, match="No space left"):
        kept(source, folder, "2014-00001", "计划.xlsx", sha(b"original"))
    assert list(folder.iterdir()) == []


def test_a_sweep_takes_half_written_files_only(tmp_path):
    filings, outbox = tmp_path / "filings" / "2014" / "县局", tmp_path / "outbox" / "县局"
    for folder in (filings, outbox):
        folder.mkdir(parents=True)
        (folder / ".enforcer-0011223344556677.tmp").write_bytes(b"half")
        (folder / "2014-00009_计划.xlsx").write_bytes(b"whole")
    sweep(tmp_path / "filings", tmp_path / "outbox")
    assert [one.name for one in filings.iterdir()] == ["2014-00009_计划.xlsx"]
    assert len(list(outbox.iterdir())) == 2  # another run may be writing there at this moment
