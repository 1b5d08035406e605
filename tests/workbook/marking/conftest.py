"""Workbooks to be marked, findings made up for them, and a look into what came back."""

import io
import warnings
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from enforcer.domain.clause import Clause
from enforcer.domain.finding import Finding
from enforcer.domain.reading import Reading
from enforcer.domain.row import Place, Table
from enforcer.domain.sentence import Sentence
from enforcer.domain.verdict import Examined
from enforcer.forms import load_form
from enforcer.notices import load_notice
from enforcer.workbook.book import Book
from enforcer.workbook.marking.copies import MarkedCopy, marked_copy
from enforcer.workbook.opening import open_books

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Asked = tuple[str, int | None, int | None, str]


def make_finding(place: Place, severity: str = "error", text: str = "这里不对", code: str = "W004") -> Finding:
    said = Sentence("{text}", {"text": text})
    return Finding(
        code, "made-up", "试标", severity, Clause("k", "二（八）", "报送"), place, None, None, said, said, said
    )


def make_examined(book: Book, asked: Sequence[Asked], code: str = "W004") -> Examined:
    """What examining the first sheet came to: (severity, row, column, text) each."""
    sheet = book.sheets[0].name
    form = load_form(1)
    table = Table(book.name, sheet, form, {"number": 1, "remarks": 3})
    reading = Reading(book.name, book.sha256, book.kind, form=form, table=table, header_rows=(1,))
    findings = tuple(
        make_finding(Place(book.name, sheet, row, column), severity, text, code)
        for severity, row, column, text in asked
    )
    return Examined(reading, "县安监局", 2014, date(2014, 7, 1), "as-of", findings, ())


def open_one(path: Path) -> Book:
    (book,) = open_books(path)
    assert isinstance(book, Book), book
    return book


@pytest.fixture
def book() -> Callable[[Path], Book]:
    return open_one


@pytest.fixture
def mark(tmp_path) -> Callable[..., tuple[MarkedCopy, Path]]:
    """mark(path, ("error", 2, 1, "…"), …) is the marked copy and where it was written."""

    def run(path: Path, *asked: Asked, **known) -> tuple[MarkedCopy, Path]:
        examined = make_examined(open_one(path), asked, known.pop("code", "W004"))
        copy = marked_copy(path, [examined], load_notice(), **known)
        target = tmp_path / f"marked{copy.extension}"
        target.write_bytes(copy.content)
        return copy, target

    return run


@pytest.fixture
def load() -> Callable[..., openpyxl.Workbook]:
    """openpyxl's workbook; what it warns of not knowing is no concern of ours."""

    def opened(path: Path) -> openpyxl.Workbook:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(path)

    return opened


@pytest.fixture
def parts() -> Callable[[bytes | Path], dict[str, bytes]]:
    """The parts of a workbook file by name."""

    def read(content: bytes | Path) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(content) if isinstance(content, bytes) else content) as file:
            return {one.filename: file.read(one) for one in file.infolist()}

    return read


@pytest.fixture
def typed(tmp_path) -> Callable[..., Path]:
    """typed(sheet_xml, …) is a workbook of these hand-written parts; it has no styles."""

    def write(sheet: str, name: str = "表", encoding: str = "utf-8") -> Path:
        office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        package = "http://schemas.openxmlformats.org/package/2006"
        files = {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
            f'ContentType="{office}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" '
            f'ContentType="{office}.worksheet+xml"/></Types>',
            "_rels/.rels": relations(f"{package}/relationships", "officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets><sheet name="{name}" sheetId="7" '
            'r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations(f"{package}/relationships", "worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": sheet,
        }
        path = tmp_path / "typed.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            for part, text in files.items():
                file.writestr(part, (f'<?xml version="1.0" encoding="{encoding}"?>' + text).encode(encoding))
        return path

    def relations(namespace: str, kind: str, target: str) -> str:
        one = f'<Relationship Id="rId1" Type="{REL}/{kind}" Target="{target}"/>'
        return f'<Relationships xmlns="{namespace}">{one}</Relationships>'

    return write
