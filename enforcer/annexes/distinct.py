"""One column of a table, each of its values judged once: ten thousand rows mostly repeat a few."""

from collections.abc import Callable, Iterator

from enforcer.domain.reading import Reading
from enforcer.domain.row import Row


def values_of(reading: Reading, field: str) -> set[object]:
    """The different raw values of a column."""
    if reading.form is None or not reading.rows:
        return set()
    position = reading.form.index[field]
    return {row.values[position] for row in reading.rows}


def rows_where(reading: Reading, field: str, test: Callable[[object], bool]) -> Iterator[Row]:
    """The rows whose raw value of the field meets the test, in their order; equal values are tested once."""
    meant = {value for value in values_of(reading, field) if test(value)}
    if meant and reading.form is not None:
        position = reading.form.index[field]
        yield from (row for row in reading.rows if row.values[position] in meant)
