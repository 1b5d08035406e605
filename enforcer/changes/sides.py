"""One annex as it stands in each of the two files, and what matching its entries comes to."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from enforcer.annexes.references import number_key
from enforcer.changes.meaning import Meanings, shared_positions
from enforcer.changes.record import Change
from enforcer.domain.dossier import Dossier
from enforcer.domain.reading import Reading
from enforcer.domain.row import Row
from enforcer.domain.sentence import Sentence
from enforcer.domain.verdict import Examined
from enforcer.language.blanks import is_blank

_LONGEST_NAME: Final = 24


class Side(NamedTuple):
    """All tables of one annex in one file, and their dossier."""

    examined: tuple[Examined, ...]
    dossier: Dossier

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The tables, in the order of the file."""
        return self.dossier.readings

    @property
    def rows(self) -> tuple[Row, ...]:
        """All their rows."""
        return tuple(row for reading in self.readings for row in reading.rows)

    @classmethod
    def of(cls, examined: Sequence[Examined]) -> "Side":
        """The side that these tables make."""
        first = examined[0]
        readings = tuple(one.reading for one in examined)
        return cls(tuple(examined), Dossier(first.unit, first.year, first.day, first.day_source, readings))


class Matched(NamedTuple):
    """What comparing the entries of an annex came to.

    `rows` are the rows of both files that are the same one; `items` the groups of rows (a violation's tiers, a
    procedure's steps; else single rows) that are the same item.
    """

    changes: tuple[Change, ...]
    moved: int
    rows: Sequence[tuple[Row, Row]]
    items: Sequence[tuple[Sequence[Row], Sequence[Row]]]


class Columns(NamedTuple):
    """The columns that both files have, 序号 apart: those that stand once for several rows, the others, and all."""

    block: tuple[int, ...]
    single: tuple[int, ...]
    every: tuple[int, ...]
    meanings: Meanings

    @classmethod
    def of(cls, old: Side, new: Side) -> "Columns":
        """The columns to compare two sides by."""
        every = shared_positions(old.rows, new.rows)
        form = next(reading.form for reading in new.readings if reading.form)
        block = tuple(position for position in every if form.columns[position].block)
        return cls(block, tuple(position for position in every if position not in block), every, Meanings(form))

    def raw(self, row: Row) -> tuple[object, ...]:
        """The row as the file holds it: most rows of a re-filing are equal to the letter."""
        values = row.values
        return tuple([values[position] for position in self.every])

    def meant(self, row: Row) -> tuple[object, ...]:
        """What the row says."""
        return self.meanings.of_row(row, self.every)


def ordinals(items: Iterable[Sequence[Row]]) -> dict[int, Sentence | str]:
    """Id of an item's first row -> its number as typed, or how many-th it is where no number is typed."""
    return {
        id(rows[0]): number_key(typed) if not is_blank(typed := rows[0]["number"]) else str(at)
        for at, rows in enumerate(items, 1)
    }


def short(text: str) -> str:
    """The text on one line, its end cut off where it is long: for naming an entry."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"
