"""The form's own example left among the entries: it is no entry, and it is said (W009)."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from enforcer.domain.form import Column
from enforcer.domain.reading import Fact
from enforcer.domain.row import Row, Table
from enforcer.language.patterns import pattern

_ALIKE: Final = 3
_SHOWN: Final = 3
_NUMBER, _NAME, _REMARKS = "number", "name", "remarks"
_LABELLED: Final = (
    r"\s*[(（\[【]?\s*(?:示\s*例|样\s*例|范\s*例|例\s*如|举\s*例|示\s*范|填写示例|样\s*本)|\s*例\s*\d?\s*[:：]?\s*$"
)


def take_samples(table: Table, rows: list[Row], lanes: Sequence[Sequence[object]], first: int) -> list[Fact]:
    """Takes the examples out of `rows` and names them.

    A row is one where 序号 or 备注 calls it 示例, or where three columns or more, and more than half of what was typed
    where anything can be typed, are the form's own right answers; not where it names other people than the form does.
    `lanes` are the columns as typed from row `first`.
    """
    numbers = _labelled(table, lanes, first) | _alike(table, rows, lanes, first)
    if not numbers:
        return []
    taken = [row for row in rows if row.number in numbers]
    rows[:] = [row for row in rows if row.number not in numbers]
    return [Fact(row.place(), _shown(row)) for row in taken]


def _labelled(table: Table, lanes: Sequence[Sequence[object]], first: int) -> set[int]:
    index = table.form.index
    return {
        first + at
        for key in (_NUMBER, _REMARKS)
        if key in table.columns
        for at, value in enumerate(lanes[index[key]])
        if type(value) is str and pattern(_LABELLED).match(value)
    }


def _alike(table: Table, rows: Sequence[Row], lanes: Sequence[Sequence[object]], first: int) -> set[int]:
    form = table.form
    free = [(form.index[column.key], column.right) for column in form.columns if _is_free(column)]
    counts: Counter[int] = Counter()
    for position, right in free:
        lane = lanes[position]
        if right in lane:
            counts.update(first + at for at, value in enumerate(lane) if value == right)
    candidates = {number for number, count in counts.items() if count >= _ALIKE}
    if not candidates:
        return candidates
    naming = [
        (form.index[column.key], column.right)
        for column in form.columns
        if column.key in table.columns and _names_people(column)
    ]
    typed = {
        row.number: sum(lanes[position][row.number - first] is not None for position, _ in free)
        for row in rows
        if row.number in candidates and all(lanes[position][row.number - first] == right for position, right in naming)
    }
    return {number for number, count in typed.items() if counts[number] * 2 > count}


def _names_people(column: Column) -> bool:
    """Whether the column says who: colleagues share post, issuer and days, and are somebody all the same."""
    return column.kind == "persons" or column.key == _NAME


def _is_free(column: Column) -> bool:
    """Whether clerks word this column themselves, so that the form's own words in it are telling."""
    return bool(column.right) and column.kind != "choice" and column.key not in (_NUMBER, _REMARKS)


def _shown(row: Row) -> str:
    texts = [row[column.key] for column in row.table.form.columns if column.key != _NUMBER]
    return "、".join([text for text in texts if text][:_SHOWN])
