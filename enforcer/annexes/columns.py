"""A table column by column: for the rules that judge single cells by the kind of their column."""

from collections.abc import Iterator

from enforcer.domain.form import Column, Kind
from enforcer.domain.reading import Reading
from enforcer.domain.row import Row


def columns_of(reading: Reading, kinds: frozenset[Kind]) -> Iterator[tuple[Column, list[object]]]:
    """Each column of these kinds that the sheet has, with its raw values from the first row to the last."""
    if reading.form is None or reading.table is None:
        return
    for position, column in enumerate(reading.form.columns):
        if column.kind in kinds and column.key in reading.table.columns:
            yield column, [row.values[position] for row in reading.rows]


def typed_in(row: Row, key: str) -> bool:
    """Whether the value was typed in this row: what was filled down is judged once, where it stands."""
    return not row.origins or row.origins.get(key, row.number) == row.number
