"""Addresses are Excel's, and a filled-down value stands where it was typed."""

from datetime import date, datetime

import pytest

from enforcer.domain.row import Place, Row, Table, column_letters, text_of
from enforcer.forms import load_form


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA"), (16384, "XFD")]
)
def test_columns_are_lettered_as_excel_does(number, letters):
    assert column_letters(number) == letters


def test_an_address_names_sheet_and_cell():
    assert Place("a.xlsx", "裁量基准", 12, 6).address == "裁量基准!F12"
    assert Place("a.xlsx", "裁量基准", 12).address == "裁量基准!12"
    assert Place("a.xlsx", "裁量基准").address == "裁量基准"
    assert Place("a.xlsx").address == "a.xlsx"


def test_a_filled_down_field_is_placed_in_the_row_where_it_was_typed():
    form = load_form(3)
    table = Table("a.xlsx", "裁量基准", form, {"violation": 3, "tier": 6})
    row = Row(table, 9, ["" for _ in form.columns], {"violation": 5})
    assert row.place("violation").cell == "C5"
    assert row.place("tier").cell == "F9"
    assert row.place("standard").cell == "9"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("  张三　", "张三"),
        (12.0, "12"),
        (0.5, "0.5"),
        (True, "TRUE"),
        (date(2014, 6, 30), "2014-06-30"),
        (datetime(2014, 6, 30), "2014-06-30"),
        (datetime(2014, 6, 30, 9, 5), "2014-06-30 09:05:00"),
        (float("inf"), "inf"),
    ],
)
def test_a_cell_reads_as_a_person_sees_it(value, text):
    assert text_of(value) == text
