"""Opening a path: whatever it is, the answer is a workbook, a cause or a reason to leave it alone."""

import hashlib
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enforcer.workbook.book import Book
from enforcer.workbook.causes import Skipped, Unreadable
from enforcer.workbook.limits import Budget, Limits
from enforcer.workbook.opening import Outcome, open_books, outcomes

Opened = Callable[..., list[Outcome]]


@pytest.fixture
def plain(
    make_zip: Callable[..., bytes], make_ooxml: Callable[..., dict[str, str]], make_sheet: Callable[..., str]
) -> bytes:
    """A small sound .xlsx."""
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row>'
    return make_zip(make_ooxml(make_sheet(row), strings="<sst><si><t>甲</t></si></sst>"))


def test_a_book_knows_its_file(book: Callable[..., Book], plain: bytes, tmp_path: Path) -> None:
    read = book(plain, "计划.xlsx")
    assert read.name == str(tmp_path / "计划.xlsx")
    assert read.sha256 == hashlib.sha256(plain).hexdigest()
    assert read.size == len(plain)


@pytest.mark.parametrize("name", ["表.xls", "表.et", "表.csv", "表.ods", "表.doc"])
def test_an_extension_that_lies_is_noted_and_not_believed(book: Callable[..., Book], plain: bytes, name: str) -> None:
    read = book(plain, name)
    assert read.sheets[0].rows == [["甲", 2.0]]
    (note,) = read.notes
    assert Path(name).suffix in note.render()
    assert "xlsx" in note.render()


@pytest.mark.parametrize("name", ["表.xlsx", "表.XLSX", "表.xltx", "表"])
def test_an_extension_that_is_true_is_no_matter(book: Callable[..., Book], plain: bytes, name: str) -> None:
    assert book(plain, name).notes == ()


@pytest.mark.parametrize("name", ["~$计划.xlsx", ".~计划.et", ".~lock.计划.xlsx#"])
def test_a_lock_file_is_skipped_with_the_reason_and_never_opened(opened: Opened, name: str) -> None:
    (outcome,) = opened(b"\x04user", name)
    assert isinstance(outcome, Skipped)
    assert "临时文件" in outcome.reason.render()
    assert outcome.reading.skip == outcome.reason


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 and no more", "truncated"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "truncated"),
        (b"Rar!\x1a\x07\x01\x00", "archive_format"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "archive_format"),
        (b"\x1f\x8b\x08\x00", "archive_format"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3", "pdf"),
        (b"\xef\xbb\xbf%PDF-1.4\n", "pdf"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image"),
        (b"BM\x36\x00\x00\x00\x00\x00\x00\x00\x36", "image"),
        (b"\x00\x00\x00\x18ftypheic", "image"),
        (b"{\\rtf1\\ansi", "word"),
        (b"\x09\x00\x04\x00\x07\x00\x10\x00", "old_format"),
        (b"\x09\x02\x06\x00\x00\x00\x10\x00", "old_format"),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00", "old_format"),
        (b"\x09\x08\x08\x00\x00\x05\x10\x00", "old_format"),
        (b"\x00\x00\x02\x00\x06\x04\x06\x00", "old_format"),
        (b"MZ\x90\x00\x03", "program"),
        (b"\x7fELF\x02\x01", "program"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "web_archive"),
        (b"ID;PWXL;N;E\r\nC;Y1;X1;K1\r\n", "other_office"),
        (b"SQLite format 3\x00", "other_office"),
        (b"\x00" * 4096, "truncated"),
        (b" \r\n\t ", "no_table"),
        ("通知：请各单位按时报送。".encode(), "no_table"),
        (b'{"a": 1, "b": 2}', "no_table"),
        (b"<?xml version='1.0'?><data/>", "not_spreadsheet"),
        (b"<html><p>x</p></html>", "no_table"),
        (bytes(range(256)) * 4, "not_spreadsheet"),
    ],
)
def test_what_is_no_workbook_is_named_by_its_first_bytes(
    cause: Callable[..., str], content: bytes, expected: str
) -> None:
    assert cause(content, "表.xlsx") == expected


def test_office_files_of_other_kinds_are_named(cause: Callable[..., str], make_zip: Callable[..., bytes]) -> None:
    assert cause(make_zip({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}), "表.docx") == "word"
    assert cause(make_zip({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"})) == "slides"
    assert cause(make_zip({"OFD.xml": "<OFD/>", "Doc_0/Document.xml": "<d/>"})) == "pdf"
    assert cause(make_zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"})) == "word"
    assert cause(make_zip({"Index/Document.iwa": b"\x00"})) == "other_office"
    assert cause(make_zip({"[Content_Types].xml": "<Types/>", "a.xml": "<a/>"})) == "broken"
    assert cause(make_zip({}), "表.xlsx") == "broken"
    assert cause(make_zip({}), "表.zip") == "empty_archive"


def test_a_workbook_without_worksheets_is_said_to_have_none(
    cause: Callable[..., str], make_zip: Callable[..., bytes], make_ooxml: Callable[..., dict[str, str]]
) -> None:
    assert cause(make_zip(make_ooxml())) == "no_sheet"


@given(cut=st.integers(0, 2000), data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
def test_a_workbook_cut_off_or_bent_anywhere_still_has_an_outcome(plain: bytes, cut: int, data: st.DataObject) -> None:
    bent = bytearray(plain[: max(1, len(plain) - cut)])
    for place in data.draw(st.lists(st.integers(0, len(bent) - 1), max_size=4)):
        bent[place] = data.draw(st.integers(0, 255))
    for outcome in outcomes("表.xlsx", bytes(bent), Budget()):
        assert isinstance(outcome, Book | Unreadable)
        assert getattr(outcome, "cause", "") != "crashed", outcome


def test_a_folder_is_not_opened(tmp_path: Path) -> None:
    assert cause_of(tmp_path) == "not_a_file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "表.xlsx")
    assert cause_of(tmp_path / "表.xlsx") == "not_a_file"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="devices with names are POSIX")
def test_a_device_is_not_read() -> None:
    assert cause_of(Path("/dev/zero")) == "not_a_file"


@pytest.mark.parametrize("name", ["没有.xlsx", "没有/表.xlsx", "长" * 300 + ".xlsx", "空\0.xlsx"])
def test_a_path_that_leads_nowhere_is_said_to_have_vanished(tmp_path: Path, name: str) -> None:
    assert cause_of(tmp_path / name) == "vanished"


def test_a_path_through_a_file_has_vanished(tmp_path: Path) -> None:
    (tmp_path / "表.xlsx").write_bytes(b"x")
    assert cause_of(tmp_path / "表.xlsx" / "表.xlsx") == "vanished"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_to_itself_is_a_fault_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "表.xlsx").symlink_to(tmp_path / "表.xlsx")
    assert cause_of(tmp_path / "表.xlsx") == "disk"


def test_a_file_that_may_not_be_read_is_said_to_be_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "表.xlsx").write_bytes(b"x")
    monkeypatch.setattr("enforcer.workbook.files.os.open", denied)
    assert cause_of(tmp_path / "表.xlsx") == "denied"


def test_a_file_open_elsewhere_is_said_to_be_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def shared(*_: object) -> int:
        trouble = PermissionError(13, "The process cannot access the file")
        trouble.winerror = 32  # type: ignore[attr-defined, unused-ignore]
        raise trouble

    (tmp_path / "表.xlsx").write_bytes(b"x")
    monkeypatch.setattr("enforcer.workbook.files.os.open", shared)
    assert cause_of(tmp_path / "表.xlsx") == "in_use"


def test_a_file_too_large_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    with (tmp_path / "表.xlsx").open("wb") as file:
        file.truncate(1 << 33)
    (outcome,) = open_books(tmp_path / "表.xlsx")
    assert isinstance(outcome, Unreadable)
    assert (outcome.cause, outcome.values["size"]) == ("too_large", 8192)
    assert outcome.reading.failure
    assert outcome.reading.failure.message.render() == "文件有8192兆字节，超过上限64兆字节。"


def cause_of(path: Path) -> str:
    (outcome,) = open_books(path)
    assert isinstance(outcome, Unreadable)
    return outcome.cause


def test_limits_are_settings(opened: Opened, plain: bytes) -> None:
    for limits, cause in (
        (Limits(size=100), "too_large"),
        (Limits(unpacked=100), "bomb"),
        (Limits(parts=3), "too_many_parts"),
        (Limits(sheets=0), "too_many_sheets"),
        (Limits(cells=1), "far_cells"),
        (Limits(seconds=0.0), "timeout"),
    ):
        (outcome,) = opened(plain, "表.xlsx", limits)
        assert isinstance(outcome, Unreadable), limits
        assert outcome.cause == cause


def test_opening_a_sound_workbook_starts_no_child_and_imports_little(plain: bytes, tmp_path: Path) -> None:
    (tmp_path / "表.xlsx").write_bytes(plain)
    code = (
        "import sys; from enforcer.workbook.opening import open_books; print(len(open_books(sys.argv[1])));"
        "print([one for one in ('subprocess', 'pickle', 'zipfile', 'csv', 'html.parser', 'json', 'openpyxl', 'pandas',"
        "'xml.dom', 'xml.etree') if one in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "表.xlsx"], capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n")[:2] == ["1", "[]"]


def test_a_workbook_behind_other_bytes_is_found(book: Callable[..., Book], plain: bytes) -> None:
    assert book(b"\0" * 100 + plain).sheets[0].rows == [["甲", 2.0]]


def test_two_parts_of_one_name_are_believed_only_where_they_agree(
    opened: Opened,
    make_zip: Callable[..., bytes],
    make_ooxml: Callable[..., dict[str, str]],
    make_sheet: Callable[..., str],
) -> None:
    parts = make_ooxml(make_sheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
    name = "xl/worksheets/sheet1.xml"
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = make_zip([*parts.items(), (name, parts[name])])
    assert isinstance(opened(twice)[0], Book)
    with pytest.warns(UserWarning, match="Duplicate"):
        differing = make_zip([*parts.items(), (name, parts[name].replace("<v>1", "<v>2"))])
    (outcome,) = opened(differing)
    assert isinstance(outcome, Unreadable)
    assert outcome.cause == "duplicate_parts"


def test_parts_packed_in_a_rare_way_are_named(cause: Callable[..., str], make_zip: Callable[..., bytes],
        make_ooxml: Callable[..., dict[str, str]], make_sheet: Callable[..., str]) -> None:  # fmt: skip
    assert cause(make_zip(make_ooxml(make_sheet("")), zipfile.ZIP_BZIP2)) == "unpacking"


@pytest.mark.parametrize("start", ["MZ", "BM", "BZh", "ID", "%PDF", "GIF", "PK"])
def test_text_that_begins_like_something_else_is_text(book: Callable[..., Book], start: str) -> None:
    assert book(f"{start},b,c\n1,2,3\n".encode(), "x.csv").sheets[0].rows[0] == [start, "b", "c"]


def test_a_fault_of_our_own_does_not_stop_the_run(
    opened: Opened, plain: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("enforcer.workbook.formats.ooxml.read", broken)
    (outcome,) = opened(plain)
    assert isinstance(outcome, Unreadable)
    assert outcome.cause == "crashed"
