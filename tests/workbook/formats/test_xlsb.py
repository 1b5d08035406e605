"""Binary workbooks (.xlsb), read in a child after their records were looked through."""

import struct
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enforcer.workbook.book import Book, Merge
from enforcer.workbook.causes import Refusal
from enforcer.workbook.formats import xlsb
from enforcer.workbook.limits import Budget

ROW, REAL, ERROR, STRING, FORMULA_ERROR, COLUMN, BEGIN, END, MERGE, LISTED = 0, 5, 3, 6, 11, 60, 145, 146, 176, 156


def record(number: int, content: bytes = b"") -> bytes:
    head = bytes((number,)) if number < 128 else bytes((number & 0x7F | 0x80, number >> 7))
    size, length = b"", len(content)
    while length > 127:
        size, length = size + bytes((length & 0x7F | 0x80,)), length >> 7
    return head + size + bytes((length,)) + content


def text(words: str) -> bytes:
    return struct.pack("<L", len(words)) + words.encode("utf-16-le")


def row(number: int, *, hidden: bool = False) -> bytes:
    return record(ROW, struct.pack("<LLHBBBL", number, 0, 300, 0, 0x10 if hidden else 0, 0, 0))


def cell(column: int) -> bytes:
    return struct.pack("<LL", column, 0)


def sheet(*cells: bytes, head: bytes = b"", tail: bytes = b"") -> bytes:
    return (
        record(129) + record(148, bytes(16)) + head + record(BEGIN) + b"".join(cells) + record(END) + tail + record(130)
    )


@pytest.fixture
def make_xlsb(make_zip: Callable[..., bytes], make_relations: Callable[..., str]) -> Callable[..., bytes]:
    """make_xlsb((name, state, kind, part), ...) is an .xlsb of these sheets."""

    def made(*sheets: tuple[str, int, str, bytes]) -> bytes:
        listed = b"".join(
            record(LISTED, struct.pack("<LL", state, number) + text(f"rId{number}") + text(name))
            for number, (name, state, _, _) in enumerate(sheets, 1)
        )
        lines = [(f"rId{number}", kind, f"sheets/{number}.bin") for number, (_, _, kind, _) in enumerate(sheets, 1)]
        return make_zip(
            {
                "[Content_Types].xml": "<Types/>",
                "_rels/.rels": make_relations(("rId1", "officeDocument", "book/workbook.bin")),
                "book/workbook.bin": record(131) + record(143) + listed + record(144) + record(132),
                "book/_rels/workbook.bin.rels": make_relations(*lines),
                **{f"book/sheets/{number}.bin": part for number, (*_, part) in enumerate(sheets, 1)},
            }
        )

    return made


def test_worksheets_are_read_with_what_stands_beside_their_values(
    book: Callable[..., Book], make_xlsb: Callable[..., bytes]
) -> None:
    page = sheet(
        row(2),
        record(STRING, cell(1) + text("张三")),
        record(REAL, cell(2) + struct.pack("<d", 0.5)),
        row(3, hidden=True),
        record(ERROR, cell(1) + b"\x17"),
        head=record(COLUMN, struct.pack("<4LH", 3, 4, 2000, 0, 1)),
        tail=record(MERGE, struct.pack("<4L", 0, 0, 1, 2)),
    )
    content = make_xlsb(
        ("图", 0, "chartsheet", b""), ("名 & 册", 0, "worksheet", page), ("藏", 2, "worksheet", sheet())
    )
    first, second = book(content, "表.xlsb").sheets
    assert (first.name, first.index, second.name, second.visibility) == ("名 & 册", 1, "藏", "very hidden")
    assert (first.at(3, 2), first.at(3, 3), first.at(4, 2)) == ("张三", 0.5, None)
    assert first.errors == {(4, 2): "#REF!"}
    assert first.hidden_rows == {4}
    assert first.hidden_columns == {4, 5}
    assert first.merges == (Merge(1, 2, 1, 3),)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (
            (row(0), record(REAL, cell(0) + bytes(8)), row(1_048_575), record(REAL, cell(16_383) + bytes(8))),
            "far_cells",
        ),
        ((row(4_294_967_295), record(REAL, cell(0) + bytes(8))), "broken"),
        ((row(0), record(REAL, cell(99_999) + bytes(8))), "broken"),
    ],
)
def test_far_and_impossible_cells_are_refused(
    cause: Callable[..., str], make_xlsb: Callable[..., bytes], cells: tuple[bytes, ...], expected: str
) -> None:
    assert cause(make_xlsb(("s", 0, "worksheet", sheet(*cells))), "表.xlsb") == expected


def test_a_part_cut_off_is_truncated(cause: Callable[..., str], make_xlsb: Callable[..., bytes]) -> None:
    assert cause(make_xlsb(("s", 0, "worksheet", sheet(row(0))[:-5])), "表.xlsb") == "truncated"


def test_infinite_numbers_come_out_as_text(book: Callable[..., Book], make_xlsb: Callable[..., bytes]) -> None:
    page = sheet(row(0), record(REAL, cell(0) + struct.pack("<d", float("inf"))))
    assert book(make_xlsb(("s", 0, "worksheet", page)), "表.xlsb").sheets[0].rows == [["inf"]]


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_no_bytes_make_the_records_fail_otherwise_than_by_refusal(content: bytes) -> None:
    for part in (content, record(BEGIN) + content):
        try:
            xlsb._examined(part, Budget())
            xlsb._listed(part, Budget())
        except Refusal:
            continue
