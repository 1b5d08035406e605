"""Looks at a marked copy before it is given out: it must open, know its marks, and hold all that the original held."""

from collections.abc import Iterator
from itertools import zip_longest

from enforcer.workbook.book import Book, Sheet
from enforcer.workbook.limits import Budget, Limits
from enforcer.workbook.marking.memory import memory_of, unmarked
from enforcer.workbook.opening import outcomes


def opened(name: str, content: bytes, limits: Limits) -> Book | None:
    """The workbook that these bytes are, None where they are none that can be read."""
    found = outcomes(name, content, Budget(limits))
    return found[0] if len(found) == 1 and isinstance(found[0], Book) else None


def is_sound(marked: bytes, before: Book, limits: Limits) -> bool:
    """Whether the copy holds every value, merge and formula of the original, both without their marks."""
    after = opened("marked", marked, limits)
    memory = memory_of(after) if after is not None else None
    if after is None or memory is None:
        return False
    known = memory_of(before)
    was = unmarked(before, known).sheets if known else before.sheets
    now = unmarked(after, memory).sheets
    return len(was) == len(now) and all(map(_is_same, was, now))


def _is_same(old: Sheet, new: Sheet) -> bool:
    if (old.name, old.visibility, old.merges, old.formulas, old.errors) != (
        new.name,
        new.visibility,
        new.merges,
        new.formulas,
        new.errors,
    ):
        return False
    if (old.first_row, old.first_column, old.rows) == (new.first_row, new.first_column, new.rows):
        return True
    # Cells that are only coloured may stretch what a reader takes for the sheet's extent.
    return all(one == other for one, other in zip_longest(_values(old), _values(new)))


def _values(sheet: Sheet) -> Iterator[tuple[int, int, object]]:
    for row, values in enumerate(sheet.rows, sheet.first_row):
        for column, value in enumerate(values, sheet.first_column):
            if value is not None:
                yield row, column, value
