"""A table column by column: the columns of a kind that the sheet has, and where a value was typed."""

from enforcer.annexes.columns import columns_of, typed_in
from enforcer.domain.reading import Reading
from enforcer.domain.row import Row


def test_the_columns_of_a_kind_come_with_their_values_top_to_bottom(reading):
    rows = [{"sex": "男", "name": "甲"}, {"sex": "女"}]
    found = {column.key: values for column, values in columns_of(reading(4, rows), {"choice"})}
    assert found["sex"] == ["男", "女"]
    assert set(found) == {"sex", "education", "staffing"}


def test_a_column_that_the_sheet_lacks_does_not_come(reading):
    found = [column.key for column, _ in columns_of(reading(4, [{}], missing=["sex"]), {"choice"})]
    assert found == ["education", "staffing"]


def test_a_file_without_a_table_has_no_columns():
    assert list(columns_of(Reading("x.xlsx"), {"choice"})) == []


def test_what_was_filled_down_was_not_typed_in_its_row(reading):
    (row,) = reading(3, [{"source": "省"}]).rows
    assert typed_in(row, "source")
    filled = Row(row.table, row.number + 1, row.values, {"source": row.number})
    assert not typed_in(filled, "source")
    assert typed_in(filled, "tier")
