"""OLE2 files: .xls and .et are read in a child; what is locked, cut off, endless or something else is told apart."""

import io
import struct
from collections.abc import Callable
from datetime import date

import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from enforcer.workbook.book import Book, Merge
from enforcer.workbook.causes import Refusal
from enforcer.workbook.formats import biff, summary
from enforcer.workbook.formats.compound import Compound
from enforcer.workbook.limits import Budget

FILEPASS, BOF, EOF, BOUNDSHEET, NUMBER, BOOLERR = 0x2F, 0x809, 0x0A, 0x85, 0x203, 0x205
FREE, LAST = 0xFFFFFFFF, 0xFFFFFFFE


def typed() -> bytes:
    """An .xls typed cell by cell, with what stands beside the values."""
    workbook = xlwt.Workbook(encoding="utf-8")
    page = workbook.add_sheet("登记表")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    page.write_merge(0, 0, 1, 3, "行政执法人员信息登记表")
    page.write(2, 1, "姓名")
    page.write(2, 2, "有效期至")
    page.write(3, 1, "张三")
    page.write(3, 2, date(2016, 5, 1), day)
    page.write(4, 1, 41820.5)
    page.write(4, 2, xlwt.Formula("1+1"))
    page.write(5, 1, True)
    page.row(4).set_style(xlwt.Style.default_style)
    page.row(5).hidden = True
    page.col(3).hidden = True
    page.row(6).set_cell_error(1, "#REF!")
    hidden = workbook.add_sheet("隐藏")
    hidden.visibility = 1
    hidden.write(0, 0, "x")
    mark = workbook.add_sheet("_标记")
    mark.visibility = 2
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


@pytest.fixture(scope="module")
def xls() -> bytes:
    return typed()


@pytest.mark.parametrize("name", ["人员.xls", "人员.et"])
def test_an_xls_is_read_with_what_stands_beside_its_values(book: Callable[..., Book], xls: bytes, name: str) -> None:
    read = book(xls, name)
    first = read.sheets[0]
    assert read.kind == "xls"
    assert read.notes == ()
    assert [(one.name, one.visibility) for one in read.sheets] == [
        ("登记表", "visible"),
        ("隐藏", "hidden"),
        ("_标记", "very hidden"),
    ]
    assert (first.first_row, first.first_column) == (1, 2)
    assert [row[:2] for row in first.rows[2:6]] == [
        ["姓名", "有效期至"],
        ["张三", date(2016, 5, 1)],
        [41820.5, None],
        [True, None],
    ]
    assert first.merges == (Merge(1, 2, 1, 4),)
    assert first.errors == {(7, 2): "#REF!"}
    assert first.formulas == {(5, 3)}
    assert first.hidden_rows == {6}
    assert first.hidden_columns == {4}


def test_an_encrypted_workbook_is_told_from_a_broken_one(
    cause: Callable[..., str], make_compound: Callable[..., bytes], make_record: Callable[..., bytes]
) -> None:
    locked = make_record(BOF, bytes(16)) + make_record(FILEPASS, bytes(6)) + make_record(EOF)
    assert cause(make_compound({"Workbook": locked}), "表.xls") == "encrypted"
    assert cause(make_compound({"EncryptionInfo": b"", "EncryptedPackage": bytes(5000)}), "表.xlsx") == "encrypted"


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        ("WordDocument", "word"),
        ("PowerPoint Document", "slides"),
        ("__properties_version1.0", "other_office"),
        ("Something", "not_spreadsheet"),
    ],
)
def test_other_ole2_files_are_named(
    cause: Callable[..., str], make_compound: Callable[..., bytes], stream: str, expected: str
) -> None:
    assert cause(make_compound({stream: b"x"}), "表.xls") == expected


def sheet_stream(record: Callable[..., bytes], *records: bytes) -> bytes:
    """A workbook stream of one worksheet with these records."""
    begin = record(BOF, struct.pack("<4H", 0x600, 5, 0, 0) + bytes(8))
    listed = record(BOUNDSHEET, struct.pack("<LBBBB", len(begin) + 14 + 4, 0, 0, 1, 0) + b"s")
    listed = record(BOUNDSHEET, struct.pack("<LBBBB", len(begin) + len(listed) + 4, 0, 0, 1, 0) + b"s")
    page = record(BOF, struct.pack("<4H", 0x600, 0x10, 0, 0) + bytes(8))
    return begin + listed + record(EOF) + page + b"".join(records) + record(EOF)


def cell(record: Callable[..., bytes], row: int, column: int) -> bytes:
    return record(NUMBER, struct.pack("<3Hd", row, column, 0, 1.0))


def test_records_in_a_bare_workbook_are_read(
    book: Callable[..., Book], make_compound: Callable[..., bytes], make_record: Callable[..., bytes]
) -> None:
    stream = sheet_stream(
        make_record, cell(make_record, 3, 2), make_record(BOOLERR, struct.pack("<3HBB", 4, 2, 0, 0x17, 1))
    )
    (only,) = book(make_compound({"Workbook": stream}), "表.xls").sheets
    assert (only.at(4, 3), only.errors) == (1.0, {(5, 3): "#REF!"})


def test_cells_in_far_corners_are_refused_before_a_reader_allocates_between_them(
    cause: Callable[..., str], make_compound: Callable[..., bytes], make_record: Callable[..., bytes]
) -> None:
    stream = sheet_stream(make_record, cell(make_record, 0, 0), cell(make_record, 65535, 255))
    assert cause(make_compound({"Workbook": stream}), "表.xls") == "far_cells"


def test_a_workbook_of_charts_alone_has_no_sheet(
    cause: Callable[..., str], make_compound: Callable[..., bytes], make_record: Callable[..., bytes]
) -> None:
    stream = sheet_stream(make_record).replace(b"\x00\x00\x01\x00s", b"\x00\x02\x01\x00s")
    assert cause(make_compound({"Workbook": stream}), "表.xls") == "no_sheet"


def test_a_file_cut_off_is_truncated(cause: Callable[..., str], xls: bytes) -> None:
    for kept in (8, 511, 512, 1000, 3000, len(xls) - 600):
        assert cause(xls[:kept], "表.xls") in ("truncated", "broken")


@pytest.mark.parametrize("start", [76, 48, 60, 68])
def test_chains_without_end_come_to_an_end(cause: Callable[..., str], xls: bytes, start: int) -> None:
    """Each table of the container in turn is made to point at sector 0, and sector 0 at itself."""
    endless = bytearray(xls)
    struct.pack_into("<L", endless, start, 0)
    struct.pack_into("<L", endless, 72, 0xFFFF)
    struct.pack_into("<L", endless, 512, 0)
    struct.pack_into("<127L", endless, 516, *[0] * 127)
    assert cause(bytes(endless), "表.xls") in ("broken", "truncated")


def test_a_chain_that_turns_back_is_broken(make_compound: Callable[..., bytes]) -> None:
    content = bytearray(make_compound({"Workbook": bytes(10_000)}))
    (fat,) = struct.unpack_from("<L", content, 76)
    struct.pack_into("<L", content, (fat + 1) * 512 + 4 * 5, 2)
    with pytest.raises(Refusal) as caught:
        Compound(bytes(content)).stream("Workbook")
    assert caught.value.cause == "broken"


@given(data=st.data())
@settings(deadline=None, max_examples=300)
def test_no_bent_byte_makes_container_or_records_fail_otherwise_than_by_refusal(data: st.DataObject) -> None:
    bent = bytearray(SAMPLE)
    places = data.draw(st.lists(st.integers(0, len(bent) - 1), min_size=1, max_size=6))
    for place in places:
        bent[place] = data.draw(st.sampled_from((0, 1, 2, 0x7F, 0xFE, 0xFF)))
    try:
        compound = Compound(bytes(bent))
        stream = compound.stream("Workbook")
        summary.custom_properties(compound.stream("Workbook") or b"")
        if stream is not None:
            biff.sheets(stream, Budget())
    except Refusal:
        pass


SAMPLE = typed()


def test_custom_properties_of_ole2_files_are_read(
    book: Callable[..., Book], make_compound: Callable[..., bytes], make_record: Callable[..., bytes]
) -> None:
    def padded(content: bytes) -> bytes:
        return content + bytes(-len(content) % 4)

    name, unit = "单位\0".encode("gbk"), "县安监局\0".encode("gbk")
    names = struct.pack("<L", 2) + struct.pack("<LL", 2, len(name)) + name + struct.pack("<LL", 3, 5) + b"year\0"
    values = [
        struct.pack("<LHH", 2, 936, 0),
        padded(names),
        struct.pack("<LL", 30, len(unit)) + padded(unit),
        struct.pack("<Ll", 3, 2014),
    ]
    places, at = [], 8 + 8 * len(values)
    for key, value in zip((1, 0, 2, 3), values, strict=True):
        places.append(struct.pack("<LL", key, at))
        at += len(value)
    section = struct.pack("<LL", at, len(values)) + b"".join(places) + b"".join(values)
    own, custom = bytes.fromhex("02d5cdd59c2e1b10939708002b2cf9ae"), bytes.fromhex("05d5cdd59c2e1b10939708002b2cf9ae")
    head = struct.pack("<HHL16sL", 0xFFFE, 0, 0, bytes(16), 2)
    stream = head + own + struct.pack("<L", 68) + custom + struct.pack("<L", 68) + section
    workbook = sheet_stream(make_record, cell(make_record, 0, 0))
    read = book(make_compound({"Workbook": workbook, "\x05DocumentSummaryInformation": stream}), "表.xls")
    assert read.properties == {"单位": "县安监局", "year": "2014"}
