"""Whatever a unit typed: no id number gets into a report of any format, and nothing typed runs in one."""

import re
import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from lxml import html
from stdnum.cn import ric

from enforcer.forms import load_form
from enforcer.locale import translator
from enforcer.reports.contents import contents
from enforcer.reports.formats import formats, rendered

BODY = "37990019000101001"
NUMBER = BODY + ric.calc_check_digit(f"{BODY}0")
TYPED = (f"<script>alert(1)</script>{NUMBER}", f'=HYPERLINK("http://x","{NUMBER}")', f"{{{{ 7*7 }}}}{NUMBER}")


def typed(path, annex):
    """A table in whose every cell a hostile text with an id number stands."""
    form = load_form(annex)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = form.sheet
    sheet["A1"] = form.title.format(county="桓台县", unit="县安监局", year=2014)
    for place, column in enumerate(form.columns, 1):
        sheet.cell(2, place, column.header)
        for row, text in enumerate(TYPED, 3):
            cell = sheet.cell(row, place, row - 2 if column.key == "number" else text)
            if column.key != "number":
                cell.data_type = "s"
    book.save(path)
    return str(path)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory, hostile_county):
    """Each format of the report on a unit that filed such tables, by the format's name."""
    folder = tmp_path_factory.mktemp("typed")
    for annex, key in ((1, "plan"), (3, "benchmark"), (4, "officers")):
        hostile_county.receive("001", key, date(2014, 7, 1), typed(folder / f"annex{annex}.xlsx", annex))
        hostile_county.receive("002", key, date(2014, 7, 2), typed(folder / f"annex{annex}.xlsx", annex))
    made = contents(hostile_county.standing())
    return {form: rendered(made, form, translator("zh"), None) for form in formats()}


def parts(content):
    """The texts of a file, those inside of a package each by itself."""
    if not content.startswith(b"PK"):
        return [content.decode("utf-8")]
    package = zipfile.ZipFile(BytesIO(content))
    return [package.read(name).decode("utf-8", "replace") for name in package.namelist()]


def test_the_hostile_texts_are_in_the_report_at_all(hostile):
    assert "alert(1)" in hostile["html"].decode("utf-8")
    assert "379*************" in hostile["html"].decode("utf-8")


@pytest.mark.parametrize("form", ["html", "xlsx", "docx", "md", "json"])
def test_no_id_number_is_in_a_report(hostile, form):
    assert not [part for part in parts(hostile[form]) if NUMBER in part]


def test_nothing_typed_runs_in_the_page(hostile):
    page = html.document_fromstring(hostile["html"].decode("utf-8"))
    assert not [one for one in page.iter("script") if "alert(1)" in (one.text or "")]
    assert len(list(page.iter("script"))) == 1


def test_nothing_typed_is_a_formula_in_the_workbook(hostile):
    assert not [part for part in parts(hostile["xlsx"]) if re.search(r"<f[ >][^<]*HYPERLINK", part)]


def test_nothing_typed_is_read_by_a_template(hostile):
    assert "{{ 7*7 }}" in hostile["html"].decode("utf-8")
    assert any("{{ 7*7 }}" in part for part in parts(hostile["docx"]))
