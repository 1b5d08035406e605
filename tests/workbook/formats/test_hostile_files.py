"""Files made to do harm, each opened in a process of its own: no crash, no traceback, seconds and memory kept."""

import io
import os
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "wait4"), reason="peak memory is measured with wait4")

SECONDS, MEBIBYTES = 10, 1024
CODE = """
import sys
from enforcer.workbook.opening import open_books
from enforcer.workbook.limits import Limits
for outcome in open_books(sys.argv[1], Limits(seconds=float(sys.argv[2]))):
    print(getattr(outcome, "cause", type(outcome).__name__))
import resource
try:
    # What getrusage says of this process begins with what its parent held when it was started: here, all of the tests.
    with open("/proc/self/status") as status:
        own = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
except OSError:
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
PEAK_UNIT = 1 << 20 if sys.platform == "darwin" else 1 << 10


class Run(NamedTuple):
    causes: list[str]
    seconds: float
    mebibytes: int


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Run]:
    """run(content, "x.xlsx") opens the file in a process of its own; parent and child are measured together."""

    def measured(content: bytes, name: str = "表.xlsx", seconds: float = 6.0) -> Run:
        path = tmp_path / name
        path.write_bytes(content)
        with subprocess.Popen(
            [sys.executable, "-c", CODE, str(path), str(seconds)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            out, err = process.stdout, process.stderr
            assert out
            assert err
            said, complaint = out.read(), err.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        assert (process.returncode, complaint) == (0, "")
        *causes, peak = said.split()
        # Processor time, not the clock's: a busy machine must not fail a test that is right.
        done = Run(causes, usage.ru_utime + usage.ru_stime, int(peak) // PEAK_UNIT)
        assert done.seconds < SECONDS
        assert done.mebibytes < MEBIBYTES
        return done

    return measured


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """300 MiB of blanks, packed."""
    squeezed = zlib.compressobj(1, zlib.DEFLATED, -15)
    return b"".join(squeezed.compress(b" " * (1 << 20)) for _ in range(300)) + squeezed.flush()


@pytest.fixture
def marked(make_zip: Callable[..., bytes], make_ooxml: Callable[..., dict[str, str]]) -> bytes:
    """An .xlsx whose sheet is one word, to be replaced."""
    return make_zip(make_ooxml("SHEET"))


@pytest.mark.parametrize(("claimed", "cause"), [(300 << 20, "bomb"), (1000, "broken"), (60 << 20, "broken")])
def test_a_zip_bomb_is_not_unpacked_whatever_size_it_claims(
    run: Callable[..., Run], marked: bytes, bomb: bytes, claimed: int, cause: str
) -> None:
    done = run(with_packed(marked, bomb, size=claimed))
    assert done.causes == [cause]
    assert done.mebibytes < 400


def test_a_part_packed_beyond_what_any_sheet_is_refused(
    cause: Callable[..., str], make_zip: Callable[..., bytes], make_ooxml: Callable[..., dict[str, str]]
) -> None:
    assert cause(make_zip(make_ooxml(" " * (20 << 20)))) == "bomb"


def with_packed(archive: bytes, packed: bytes, size: int) -> bytes:
    """The archive with the part whose content is SHEET replaced by packed bytes that claim to be `size` long."""
    entries = []
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        for one in source.infolist():
            content = source.read(one)
            is_target = content == b"SHEET"
            squeezed = packed if is_target else content
            entries.append(
                (one.filename.encode(), squeezed, size if is_target else len(content), 8 if is_target else 0)
            )
    body, directory = b"", b""
    for name, squeezed, length, method in entries:
        crc = zlib.crc32(squeezed) if method == 0 else 0
        fields = (20, 0, method, 0, 0, crc, len(squeezed), length, len(name))
        directory += struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, *fields, 0, 0, 0, 0, 0, len(body)) + name
        body += struct.pack("<4s5H3L2H", b"PK\3\4", *fields, 0) + name + squeezed
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(entries), len(entries), len(directory), len(body), 0)
    return body + directory + end


@pytest.mark.parametrize(
    "part",
    [
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/workbook.xml",
        "xl/styles.xml",
        "xl/_rels/workbook.xml.rels",
        "_rels/.rels",
        "docProps/custom.xml",
    ],
)
def test_entities_are_refused_wherever_they_are_declared(
    cause: Callable[..., str],
    make_zip: Callable[..., bytes],
    make_ooxml: Callable[..., dict[str, str]],
    make_sheet: Callable[..., str],
    part: str,
) -> None:
    steps = zip("abcdefgh", "bcdefghi", strict=True)
    laughs = '<!ENTITY a "ha">' + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in steps)
    sheet = make_sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')
    parts = {"docProps/custom.xml": "<Properties/>", **make_ooxml(sheet, strings="<sst><si><t>x</t></si></sst>")}
    parts[part] = f'<?xml version="1.0"?><!DOCTYPE x [{laughs}]>' + parts[part]
    for encoding in ("utf-8", "utf-16"):
        written = {name: content.encode(encoding) for name, content in parts.items()}
        assert cause(make_zip(written)) == "hostile_xml"


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>2</v></c></row>',
        '<row r="1"><c r="A1" r="XFD1048576"><v>1</v></c><c r="B2"><v>1</v></c></row>',
        "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row>",
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048575"/><row><c r="XFD1048576"><v>2</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><x:c r="XFD1048576"><v>2</v></x:c></row>',
        '<row r="99999"><c r="A99999"><v>1</v></c></row><row r="1">' + "<c><v>2</v></c>" * 16_000 + "</row>",
        '<row r="99999"><c r="A99999"><v>1</v></c></row><row r="1">' + "<x:c><x:v>2</x:v></x:c>" * 16_000 + "</row>",
    ],
)
def test_cells_in_far_corners_are_never_shown_to_a_reader_that_would_allocate_between_them(
    cause: Callable[..., str], make_zip: Callable[..., bytes], make_ooxml: Callable[..., dict[str, str]],
    make_sheet: Callable[..., str], rows: str,
) -> None:  # fmt: skip
    assert cause(make_zip(make_ooxml(make_sheet(rows).replace("<worksheet", '<worksheet xmlns:x="x"')))) in (
        "far_cells",
        "broken",
    )


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="0"><c r="A0"><v>1</v></c></row>',
        '<row r="4294967295"><c><v>1</v></c></row><row><c><v>1</v></c></row>',
        '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>',
        '<row r="-5"><c><v>1</v></c></row>',
        '<row r="1"><c r="A99999999999"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v>',
    ],
)
def test_addresses_that_no_sheet_has_are_a_broken_file(
    cause: Callable[..., str], make_zip: Callable[..., bytes], make_ooxml: Callable[..., dict[str, str]],
    make_sheet: Callable[..., str], rows: str,
) -> None:  # fmt: skip
    assert cause(make_zip(make_ooxml(make_sheet(rows)))) == "broken"


def test_a_dimension_that_lies_is_not_believed(run: Callable[..., Run], make_zip: Callable[..., bytes],
        make_ooxml: Callable[..., dict[str, str]], make_sheet: Callable[..., str]) -> None:  # fmt: skip
    sheet = make_sheet('<row r="1"><c r="A1"><v>1</v></c></row>', head='<dimension ref="A1:XFD1048576"/>')
    assert run(make_zip(make_ooxml(sheet))).causes == ["Book"]


def test_counts_that_lie_are_not_believed(run: Callable[..., Run], make_zip: Callable[..., bytes],
        make_ooxml: Callable[..., dict[str, str]], make_sheet: Callable[..., str]) -> None:  # fmt: skip
    strings = '<sst count="4294967295" uniqueCount="4294967295"><si><t>x</t></si></sst>'
    count = 'count="4294967295"'
    styles = f'<styleSheet><numFmts {count}/><cellXfs {count}><xf numFmtId="14"/></cellXfs></styleSheet>'
    sheet = make_sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', tail='<mergeCells count="4294967295"/>')
    assert run(make_zip(make_ooxml(sheet, strings=strings, styles=styles))).causes == ["Book"]


def test_one_long_string_shown_in_a_hundred_thousand_cells_is_a_bomb_too(
    run: Callable[..., Run], make_zip: Callable[..., bytes], make_ooxml: Callable[..., dict[str, str]],
    make_sheet: Callable[..., str],
) -> None:  # fmt: skip
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 100_000))
    strings = f"<sst><si><t>{'长' * 30_000}</t></si></sst>"
    assert run(make_zip(make_ooxml(make_sheet(rows), strings=strings))).causes == ["too_much_text"]


def test_a_million_parts_are_not_even_listed(run: Callable[..., Run]) -> None:
    entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    directory = entry * 1_000_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 16_960, 16_960, len(directory), 30, 0)
    done = run(b"PK\3\4" + bytes(26) + directory + end)
    assert done.causes == ["too_many_parts"]
    assert done.seconds < 2


def test_elements_nested_without_end_are_refused(run: Callable[..., Run], make_zip: Callable[..., bytes],
        make_ooxml: Callable[..., dict[str, str]], make_sheet: Callable[..., str]) -> None:  # fmt: skip
    deep = "<a>" * 1_000_000
    assert run(make_zip(make_ooxml(make_sheet(f"<!-- -->{deep}")))).causes == ["too_deep"]
    assert run(make_zip(make_ooxml(make_sheet(f'<row r="1">{deep}<c r="A1"><v>1</v></c></row>')))).causes != ["crashed"]
    parts = make_ooxml(make_sheet(""))
    assert run(make_zip({**parts, "xl/workbook.xml": deep})).causes == ["too_deep"]


def test_text_of_one_endless_line_is_refused(run: Callable[..., Run]) -> None:
    assert run(b"a," * (25 << 20), "x.csv").causes == ["too_large"]
    assert run(b"a," * (7 << 20), "x.csv").causes == ["far_cells"]
    assert run(b'"' + b"a" * (15 << 20), "x.csv").causes == ["no_table"]
    assert run(b'"' + b"a,\n" * (4 << 20), "x.csv").causes[0] in ("broken_text", "far_cells", "no_table")


@pytest.mark.parametrize(
    ("tag", "times"),
    [
        ("<td>", 1_000_000),
        ("<tr><td>", 100_000),
        ("<table>", 100_000),
        ("<b>", 100_000),
        ("<!--", 1_000_000),
        ("<![CDATA[", 100_000),
        ("<td colspan=1000 rowspan=65534>", 100_000),
        ("<a b='", 1_000_000),
        ("&", 1_000_000),
    ],
)
def test_a_page_of_unclosed_tags_is_survived(run: Callable[..., Run], tag: str, times: int) -> None:
    run(b"<html><table><tr><td>x</td></tr><tr>" + tag.encode() * times, "x.xls", seconds=2.0 if "!" in tag else 4.0)


def test_an_archive_of_slow_files_ends_when_one_file_would(
    run: Callable[..., Run], make_zip: Callable[..., bytes]
) -> None:
    slow = b"<html><table><tr><td>x</td></tr><tr>" + b"<!--" * 1_000_000
    done = run(make_zip({f"{number}.xls": slow for number in range(10)}), "x.zip", seconds=2.0)
    assert done.causes == ["timeout"] * 10
    assert done.seconds < 4


def test_an_archive_of_itself_is_not_followed(cause: Callable[..., str], make_zip: Callable[..., bytes]) -> None:
    inner = make_zip({"a.txt": "x"})
    for _ in range(50):
        inner = make_zip({"a.zip": inner})
    assert cause(inner, "x.zip") == "nested_archive"
