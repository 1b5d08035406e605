"""Where things stand on a blank."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from enforcer.forms import load_forms
from enforcer.workbook.layout import Span, display_width, label_text, layout

FORMS = load_forms()


def cells(span: Span) -> set[tuple[int, int]]:
    return {(span.row, column) for column in range(span.first, span.last + 1)}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: str(form.annex))
def test_header_lines_take_one_to_three_rows_right_above_the_header(form):
    places = layout(form)
    rows = sorted({line.value.row for line in places.header_cells.values()})
    assert rows == list(range(3, places.header_row))
    assert 1 <= len(rows) <= 3
    assert places.first_row == places.header_row + 1


@pytest.mark.parametrize("form", FORMS, ids=lambda form: str(form.annex))
def test_labels_stand_left_of_their_values_and_nothing_overlaps(form):
    spans = [span for line in layout(form).header_cells.values() for span in line]
    assert len(layout(form).header_cells) == len(form.header)
    for label, value in layout(form).header_cells.values():
        assert (label.row, label.last + 1) == (value.row, value.first)
    for one, other in combinations(spans, 2):
        assert not cells(one) & cells(other)
    assert max(span.last for span in spans) <= len(form.columns)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: str(form.annex))
def test_labels_and_values_have_room(form):
    for field in form.header:
        label, value = layout(form).header_cells[field.key]
        width = sum(column.width for column in form.columns[label.first - 1 : label.last])
        assert width >= display_width(label_text(field)) - 2
        assert sum(column.width for column in form.columns[value.first - 1 : value.last]) >= 8


@pytest.mark.parametrize("form", FORMS, ids=lambda form: str(form.annex))
def test_columns_stand_in_the_forms_order_from_the_first(form):
    assert layout(form).columns == {column.key: number for number, column in enumerate(form.columns, 1)}


def test_an_entry_takes_a_row_for_each_tier():
    assert [layout(form).entry_rows for form in FORMS] == [1, 1, 5, 1]
    places = layout(FORMS[2])
    assert places.last_row(3) == places.first_row + 14


def test_a_form_without_header_lines_begins_with_its_columns():
    places = layout(replace(FORMS[0], header=()))
    assert (places.header_cells, places.header_row) == ({}, 3)


@example([4, 4], 1)
@given(st.lists(st.integers(4, 40), min_size=2, max_size=20), st.integers(0, 12))
def test_any_form_gets_a_place_for_each_header_line(widths, fields):
    """Another county's form may have more lines and fewer columns: none is lost, none overlaps."""
    form = FORMS[0]
    columns = tuple(form.columns[0]._replace(key=f"c{number}", width=width) for number, width in enumerate(widths))
    header = tuple(form.header[0]._replace(key=f"h{number}", label=f"第{number}项") for number in range(fields))
    places = layout(replace(form, columns=columns, header=header))
    spans = [span for line in places.header_cells.values() for span in line]
    assert len(spans) == 2 * fields
    assert len(set().union(*map(cells, spans))) == sum(map(len, map(cells, spans)))
    assert all(3 <= span.row < places.header_row and span.first <= span.last <= len(widths) for span in spans)


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("桓台县", 6), ("（1）", 5), ("", 0)])
def test_chinese_characters_are_twice_as_wide(text, width):
    assert display_width(text) == width
