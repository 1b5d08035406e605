"""Workbooks written byte by byte: what the usual programs write, and what no program would."""

import io
import struct
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from enforcer.workbook.book import Book, Sheet
from enforcer.workbook.causes import Unreadable
from enforcer.workbook.limits import DEFAULT, Limits
from enforcer.workbook.opening import Outcome, open_books

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DATE_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m'
    '&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/>'
    '<xf numFmtId="164"/></cellXfs>'
    "</styleSheet>"
)

Content = str | bytes


def zipped(parts: Mapping[str, Content] | Iterable[tuple[str, Content]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these parts, in their order."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items() if isinstance(parts, Mapping) else parts:
            archive.writestr(name, content)
    return file.getvalue()


def relations(*lines: tuple[str, str, str]) -> str:
    """A relationships part; each line is id, last word of the type, target."""
    inner = "".join(f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{to}"/>' for key, kind, to in lines)
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def ooxml_parts(
    *sheets: Content, strings: Content = "", styles: Content = DATE_STYLES, listed: str = "", properties: str = ""
) -> dict[str, Content]:
    """The parts of an .xlsx with these sheet parts, named 表1, 表2, ...; `listed` replaces the list of sheets."""
    listed = listed or "".join(f'<sheet name="表{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, len(sheets) + 1))
    lines = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
    parts: dict[str, Content] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}<sheets>{listed}</sheets></workbook>'
        ),
        **{f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in enumerate(sheets, 1)},
    }
    if strings:
        lines.append(("rIdS", "sharedStrings", "sharedStrings.xml"))
        parts["xl/sharedStrings.xml"] = strings
    if styles:
        lines.append(("rIdT", "styles", "styles.xml"))
        parts["xl/styles.xml"] = styles
    parts["xl/_rels/workbook.xml.rels"] = relations(*lines)
    return parts


def sheet_part(rows: str, head: str = "", tail: str = "") -> str:
    """A sheet part around these rows."""
    return f'<worksheet xmlns="{MAIN}">{head}<sheetData>{rows}</sheetData>{tail}</worksheet>'


def compound(streams: Mapping[str, bytes]) -> bytes:
    """An OLE2 container of these streams, each padded to the size from which it stands in sectors of its own."""
    padded = {name: content + bytes(max(0, 4096 - len(content))) for name, content in streams.items()}
    sector = 512
    table: list[int] = []
    body = b""
    starts = {}
    for name, content in padded.items():
        starts[name] = len(table)
        count = -(-len(content) // sector)
        table += [*range(len(table) + 1, len(table) + count), 0xFFFFFFFE]
        body += content.ljust(count * sector, b"\0")
    entries = _directory_entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1 if padded else 0xFFFFFFFF)
    for number, (name, content) in enumerate(padded.items(), 1):
        right = number + 1 if number < len(padded) else 0xFFFFFFFF
        entries += _directory_entry(name, 2, starts[name], len(content), right=right)
    entries = entries.ljust(-(-len(entries) // sector) * sector, b"\0")
    directory = len(table)
    count = len(entries) // sector
    table += [*range(directory + 1, directory + count), 0xFFFFFFFE]
    fat_count = 1
    while (len(table) + fat_count) * 4 > fat_count * sector:
        fat_count += 1
    fat = list(range(len(table), len(table) + fat_count))
    table += [0xFFFFFFFD] * fat_count
    table += [0xFFFFFFFF] * (fat_count * sector // 4 - len(table))
    header = struct.pack(
        "<8s16s5H6x9L", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6,
        0, fat_count, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0,
    )  # fmt: skip
    header += struct.pack("<109L", *fat, *([0xFFFFFFFF] * (109 - len(fat))))
    return header + body + entries + struct.pack(f"<{len(table)}L", *table)


def _directory_entry(
    name: str, kind: int, start: int, size: int, *, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF
) -> bytes:
    raw = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBLLL16sL16sLQ",
        raw,
        len(raw) + 2,
        kind,
        1,
        0xFFFFFFFF,
        right,
        child,
        bytes(16),
        0,
        bytes(16),
        start,
        size,
    )


def biff_record(number: int, content: bytes = b"") -> bytes:
    """A record of an .xls stream."""
    return struct.pack("<HH", number, len(content)) + content


@pytest.fixture
def opened(tmp_path: Path) -> Callable[..., list[Outcome]]:
    """opened(content, "x.xlsx") is what opening a file of that name and content comes to."""

    def outcomes(content: bytes, name: str = "表.xlsx", limits: Limits = DEFAULT) -> list[Outcome]:
        path = tmp_path / name
        path.write_bytes(content)
        return open_books(path, limits)

    return outcomes


@pytest.fixture
def book(opened: Callable[..., list[Outcome]]) -> Callable[..., Book]:
    """book(content, "x.xlsx") is the one workbook in the file."""

    def only(content: bytes, name: str = "表.xlsx", limits: Limits = DEFAULT) -> Book:
        (outcome,) = opened(content, name, limits)
        assert isinstance(outcome, Book), outcome
        return outcome

    return only


@pytest.fixture
def cause(opened: Callable[..., list[Outcome]]) -> Callable[..., str]:
    """cause(content, "x.xlsx") is why the file could not be read; its sentences must come out whole."""

    def only(content: bytes, name: str = "表.xlsx", limits: Limits = DEFAULT) -> str:
        (outcome,) = opened(content, name, limits)
        assert isinstance(outcome, Unreadable), outcome
        for sentence in (outcome.message, outcome.remedy):
            assert sentence.render().endswith("。")
            assert "{" not in sentence.render()
        return outcome.cause

    return only


@pytest.fixture
def sheet(book: Callable[..., Book]) -> Callable[..., Sheet]:
    """sheet('<row r="1">...</row>') is the only sheet of an .xlsx with these rows."""

    def only(rows: str, head: str = "", tail: str = "", **more: Content) -> Sheet:
        return book(zipped(ooxml_parts(sheet_part(rows, head, tail), **more))).sheets[0]  # type: ignore[arg-type]

    return only


@pytest.fixture
def make_zip() -> Callable[..., bytes]:
    return zipped


@pytest.fixture
def make_ooxml() -> Callable[..., dict[str, Content]]:
    return ooxml_parts


@pytest.fixture
def make_sheet() -> Callable[..., str]:
    return sheet_part


@pytest.fixture
def make_relations() -> Callable[..., str]:
    return relations


@pytest.fixture
def make_compound() -> Callable[..., bytes]:
    return compound


@pytest.fixture
def make_record() -> Callable[..., bytes]:
    return biff_record
