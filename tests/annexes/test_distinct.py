"""Equal values of a column are judged once, and every row that holds one is found."""

from enforcer.annexes.distinct import rows_where, values_of


def test_each_value_is_tested_once_and_its_rows_come_in_order(reading):
    table = reading(1, [{"period": typed} for typed in ("适时", "3月", "适时", None, "适时")])
    asked = []
    found = rows_where(table, "period", lambda value: asked.append(value) or value == "适时")
    assert [row.number for row in found] == [5, 7, 9]
    assert sorted(map(str, asked)) == ["3月", "None", "适时"]


def test_a_column_that_the_sheet_lacks_holds_nothing(reading):
    table = reading(1, [{}], missing=["period"])
    assert values_of(table, "period") == {None}
    assert list(rows_where(table, "period", bool)) == []


def test_an_empty_table_holds_no_values(reading):
    assert values_of(reading(1), "period") == set()
