"""What a clerk does to a blank, and what comes back: empty, filled, a nil return as 填表说明 teaches it."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook

from enforcer.domain.reading import Reading
from enforcer.forms import ANNEXES, load_form
from enforcer.notices import load_notice
from enforcer.workbook.blank import write_blank
from enforcer.workbook.book import Book
from enforcer.workbook.layout import layout
from enforcer.workbook.opening import open_books
from enforcer.workbook.reading import read_book

Entries = Mapping[tuple[int, str], object]


@pytest.fixture
def returned(tmp_path: Path) -> Callable[..., Reading]:
    """returned(1, {(0, "basis"): "…"}, {"filed": …}) is a blank with these entries and header lines typed, as read."""

    def fill(annex: int, entries: Entries = {}, header: Mapping[str, object] = {}, **wishes: object) -> Reading:  # noqa: B006
        form, places = load_form(annex), layout(load_form(annex))
        path = write_blank(form, load_notice(), tmp_path / f"{annex}.xlsx", force=True, **wishes)
        workbook = load_workbook(path)
        sheet = workbook[form.sheet]
        for (row, key), value in entries.items():
            sheet.cell(places.first_row + row, places.columns[key]).value = value
        for key, value in header.items():
            cell = places.header_cells[key].value
            sheet.cell(cell.row, cell.first).value = value
        workbook.save(path)
        (book,) = open_books(path)
        assert isinstance(book, Book)
        (reading,) = read_book(book, folder="")
        return reading

    return fill


@pytest.mark.parametrize("annex", ANNEXES)
def test_an_empty_blank_is_known_by_its_mark_and_holds_no_entry(annex, returned):
    reading = returned(annex, unit="县安监局", year=2014)
    assert (reading.annex, reading.recognised_by, reading.unit, reading.year) == (annex, "mark", "县安监局", 2014)
    assert reading.mark.edition == load_form(annex).edition
    assert reading.rows == ()
    assert reading.nil is None
    assert reading.alterations == ()


@pytest.mark.parametrize("annex", ANNEXES)
def test_every_header_line_is_found_where_it_was_typed(annex, returned):
    form, places = load_form(annex), layout(load_form(annex))
    reading = returned(annex, header={field.key: field.right for field in form.header})
    for field in form.header:
        value = places.header_cells[field.key].value
        assert reading.header_text(field.key) == field.right
        assert (reading.place_of(field.key).row, reading.place_of(field.key).column) == value[:2]


@pytest.mark.parametrize("annex", ANNEXES)
def test_an_empty_header_line_is_pointed_at_where_it_should_be_typed(annex, returned):
    value = layout(load_form(annex)).header_cells["filed"].value
    place = returned(annex).place_of("filed")
    assert (place.row, place.column) == value[:2]


def test_five_tiers_of_a_violation_share_what_stands_once(returned):
    typed = {(0, "violation"): "甲", (0, "legal_basis"): "乙", (5, "violation"): "丙", (5, "legal_basis"): "丁"}
    typed |= {(row, "standard"): f"罚款{row}" for row in range(10)} | {
        (row, "conditions"): f"情节{row}" for row in range(10)
    }
    reading = returned(3, typed)
    assert [row["violation"] for row in reading.rows] == ["甲"] * 5 + ["丙"] * 5
    assert [row["legal_basis"] for row in reading.rows] == ["乙"] * 5 + ["丁"] * 5
    assert [row["tier"] for row in reading.rows] == ["从轻", "较轻", "一般", "较重", "严重"] * 2


@pytest.mark.parametrize("reason", ["无行政处罚权", "职能已划转，详见县编办文件", None])
@pytest.mark.parametrize("annex", ANNEXES)
def test_a_nil_return_as_the_instructions_teach_it_is_understood(annex, reason, returned):
    form = load_form(annex)
    note = next(note for note in form.notes if note.startswith("零报告："))
    header = re.search("“([^”]+)”填“零报告”", note)[1]
    key = next(column.key for column in form.columns if column.header == header)
    reading = returned(annex, {(0, key): "零报告", (0, "remarks"): reason})
    assert reading.nil is not None
    assert reading.nil.row == layout(form).first_row
    assert reading.rows == ()
