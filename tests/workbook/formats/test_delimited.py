"""CSV and TSV: encoding and separator decided by evidence; what cannot be decided is said to be undecided."""

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.workbook.book import Book
from enforcer.workbook.causes import Unreadable
from enforcer.workbook.formats import delimited
from enforcer.workbook.limits import Budget
from enforcer.workbook.opening import Outcome

TABLE = [
    ["行政执法人员登记表"],
    ["姓名", "执法证号", "备注"],
    ["张三", "370321-01", ""],
    ["李四", "370321,02", "申领中"],
]
READ = [
    ["行政执法人员登记表", None, None],
    ["姓名", "执法证号", "备注"],
    ["张三", "370321-01", None],
    ["李四", "370321,02", "申领中"],
]


def written(rows: list[list[str]], separator: str) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator).writerows(rows)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_every_usual_encoding_and_separator_reads_the_same(
    book: Callable[..., Book], encoding: str, separator: str
) -> None:
    read = book(written(TABLE, separator).encode(encoding), "人员.csv")
    assert read.sheets[0].rows == READ
    assert read.kind == ("tsv" if separator == "\t" else "csv")
    assert read.notes == ()


def test_text_under_a_workbooks_name_is_noted_with_its_encoding(book: Callable[..., Book]) -> None:
    (note,) = book(written(TABLE, ",").encode("gbk"), "人员.xls").notes
    assert "GBK" in note.render()
    assert "CSV" in note.render()


def test_digits_written_as_a_formula_to_keep_them_are_the_digits(book: Callable[..., Book]) -> None:
    text = '姓名,身份证号\r\n张三,"=""370321198001010011"""\r\n李四,="370321198001010011"\r\n\x1a'
    assert [row[1] for row in book(text.encode("gbk"), "x.csv").sheets[0].rows[:3]] == [
        "身份证号",
        *["370321198001010011"] * 2,
    ]


def test_a_quote_that_is_never_closed_is_not_guessed_at(opened: Callable[..., list[Outcome]]) -> None:
    (outcome,) = opened('姓名,备注\n张三,甲\n李四,"乙\n王五,丙\n'.encode(), "x.csv")
    assert isinstance(outcome, Unreadable)
    assert (outcome.cause, outcome.values) == ("broken_text", {"line": 3})


def test_lines_inside_quotes_are_one_cell(book: Callable[..., Book]) -> None:
    assert book('a,b\n"甲\r\n乙","丙""丁"\n'.encode(), "x.csv").sheets[0].rows[1] == ["甲\r\n乙", '丙"丁']


@pytest.mark.parametrize(
    "text",
    ["一列\n而已\n", "各单位：\n请于6月30日前报送，逾期通报。\n", "Dear all, please\nsend the files.\n\nRegards\n"],
)
def test_prose_is_no_table(cause: Callable[..., str], text: str) -> None:
    assert cause(text.encode(), "x.csv") == "no_table"


def test_bytes_of_no_known_encoding_are_not_guessed_at(cause: Callable[..., str]) -> None:
    assert cause(b"caf\xe9,na\xefve\nr\xe9sum\xe9,\xe0\xe0\n" + bytes(range(0x80, 0xFF)), "x.csv") == "unknown_text"


def test_utf8_with_a_bad_byte_is_not_read_as_nonsense(cause: Callable[..., str]) -> None:
    text = written([["姓名", "单位"]] + [["张三", "桓台县安全生产监督管理局"]] * 20, ",").encode()
    assert cause(text[:90] + b"\xff" + text[90:], "x.csv") == "unknown_text"
    assert cause(text[:-4], "x.csv") == "unknown_text"


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1), min_size=3, max_size=3
        ),
        min_size=2,
    ),
    st.sampled_from(",\t;|"),
)
def test_what_a_writer_quotes_comes_back_cell_by_cell(rows: list[list[str]], separator: str) -> None:
    text = written([["列一", "列二", "列三"]] * (len(rows) + 3) + rows, separator)
    (sheet,) = delimited.read(text, Budget()).sheets
    assert sheet.rows[len(rows) + 3 :] == [[_kept(cell) for cell in row] for row in rows]


def _kept(cell: str) -> str:
    quoted = cell.startswith('="') and cell.endswith('"') and len(cell) > 2 and '"' not in cell[2:-1]
    return cell[2:-1] if quoted else cell
