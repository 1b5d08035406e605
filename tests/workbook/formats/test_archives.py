"""Archives of workbooks: each file its own outcome, and no path ever made of a name inside."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from enforcer.workbook.book import Book
from enforcer.workbook.causes import Skipped, Unreadable
from enforcer.workbook.limits import Limits
from enforcer.workbook.opening import Outcome

Opened = Callable[..., list[Outcome]]
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def plain(
    make_zip: Callable[..., bytes], make_ooxml: Callable[..., dict[str, str]], make_sheet: Callable[..., str]
) -> bytes:
    return make_zip(make_ooxml(make_sheet('<row r="1"><c r="A1"><v>1</v></c></row>')))


def raw_zip(entries: list[tuple[bytes, bytes]], flags: int = 0) -> bytes:
    """An archive whose names are these very bytes."""
    body, directory = b"", b""
    for name, content in entries:
        fields = (20, flags, 0, 0, 0, zlib.crc32(content), len(content), len(content), len(name))
        directory += struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, *fields, 0, 0, 0, 0, 0, len(body)) + name
        body += struct.pack("<4s5H3L2H", b"PK\3\4", *fields, 0) + name + content
    count = len(entries)
    return body + directory + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)


def names(outcomes: list[Outcome], archive: Path) -> list[str]:
    return [outcome.name.removeprefix(f"{archive}/") for outcome in outcomes]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names_are_read_as_windows_and_macos_write_them(
    opened: Opened, plain: bytes, tmp_path: Path, encoding: str
) -> None:
    found = opened(raw_zip([("安监局/附件1.xlsx".encode(encoding), plain)]), "报送.zip")
    assert names(found, tmp_path / "报送.zip") == ["安监局/附件1.xlsx"]
    assert isinstance(found[0], Book)


def test_one_bad_file_does_not_cost_the_others(opened: Opened, make_zip: Callable[..., bytes], plain: bytes) -> None:
    found = opened(make_zip({"甲.xlsx": plain, "乙.xlsx": plain[:300], "丙.xlsx": b"", "丁.xls": plain}), "报送.zip")
    assert [getattr(one, "cause", "book") for one in found] == ["book", "truncated", "empty", "book"]
    assert [len(one.notes) for one in found if isinstance(one, Book)] == [0, 1]


def test_lock_files_are_skipped_and_files_of_the_system_not_mentioned(
    opened: Opened, make_zip: Callable[..., bytes], plain: bytes, tmp_path: Path
) -> None:
    archive = {
        "甲.xlsx": plain,
        "~$甲.xlsx": b"x",
        "__MACOSX/._甲.xlsx": b"x",
        ".DS_Store": b"x",
        "夹/": b"",
        "Thumbs.db": b"x",
    }
    found = opened(make_zip(archive), "报送.zip")
    assert names(found, tmp_path / "报送.zip") == ["甲.xlsx", "~$甲.xlsx"]
    assert isinstance(found[1], Skipped)


def test_a_scan_beside_a_workbook_is_company_and_alone_a_fault(
    opened: Opened, make_zip: Callable[..., bytes], plain: bytes
) -> None:
    _, scan = opened(make_zip({"甲.xlsx": plain, "盖章.png": PNG}), "报送.zip")
    assert isinstance(scan, Skipped)
    assert "图片" in scan.reason.render()
    (alone,) = opened(make_zip({"盖章.png": PNG}), "报送.zip")
    assert isinstance(alone, Unreadable)
    assert alone.cause == "image"


def test_archives_in_archives_are_refused_with_words(
    opened: Opened, make_zip: Callable[..., bytes], plain: bytes
) -> None:
    inner = {"里.zip": make_zip({"乙.xlsx": plain}), "里.rar": b"Rar!\x1a\x07\x01\x00", "空.zip": make_zip({})}
    found = opened(make_zip({"甲.xlsx": plain, **inner}), "报送.zip")
    assert [getattr(one, "cause", "book") for one in found] == ["book", *["nested_archive"] * 3]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"../../etc/passwd.xlsx", "etc/passwd.xlsx"),
        (b"/etc/passwd.xlsx", "etc/passwd.xlsx"),
        (b"C:\\Windows\\a.xlsx", "Windows/a.xlsx"),
        (b"..\\..\\a.xlsx", "a.xlsx"),
        ("a\u202excod.xlsx".encode(), "a?xcod.xlsx"),
        (b"a\x1b[31m\n.xlsx", "a?[31m?.xlsx"),
        (b"..", "?"),
        (b"x" * 5000, "x" * 300),
    ],
)
def test_names_that_lead_out_or_hide_are_shown_harmless_and_never_followed(
    opened: Opened, plain: bytes, tmp_path: Path, name: bytes, shown: str
) -> None:
    before = sorted(tmp_path.rglob("*"))
    found = opened(raw_zip([(name, plain)]), "报送.zip")
    assert names(found, tmp_path / "报送.zip") == [shown]
    assert sorted(tmp_path.rglob("*")) == [*before, tmp_path / "报送.zip"]


def test_an_archive_with_a_password_is_one_finding(opened: Opened, plain: bytes) -> None:
    (only,) = opened(raw_zip([(b"a.xlsx", plain), (b"b.xlsx", plain)], flags=1), "报送.zip")
    assert isinstance(only, Unreadable)
    assert only.cause == "encrypted_archive"


def test_too_many_files_are_refused_as_one(opened: Opened, make_zip: Callable[..., bytes]) -> None:
    (only,) = opened(make_zip({f"{number}.xlsx": b"" for number in range(201)}), "报送.zip")
    assert isinstance(only, Unreadable)
    assert only.values == {"count": 201, "limit": 200}


def test_an_archive_of_nothing_but_locks_is_empty(opened: Opened, make_zip: Callable[..., bytes]) -> None:
    (only,) = opened(make_zip({"~$甲.xlsx": b"x"}), "报送.zip")
    assert isinstance(only, Unreadable)
    assert only.cause == "empty_archive"


def test_all_files_of_an_archive_share_one_budget(opened: Opened, make_zip: Callable[..., bytes], plain: bytes) -> None:
    archive = make_zip({f"{number}.xlsx": plain for number in range(6)}, zipfile.ZIP_STORED)
    found = opened(archive, "报送.zip", Limits(cells=4))
    assert [getattr(one, "cause", "book") for one in found] == [*["book"] * 4, *["far_cells"] * 2]
