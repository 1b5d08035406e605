"""What a cell means, whatever its spelling: spaces, full-width signs and ways to write a day make no change."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Final

from enforcer.annexes.choices import read_choice
from enforcer.annexes.identity import Identity, read_id
from enforcer.annexes.phones import is_phone
from enforcer.domain.form import Column, Form, HeaderField, Kind
from enforcer.domain.row import Row, text_of
from enforcer.language.blanks import bare, fold, is_blank
from enforcer.language.dates import read_date, read_month
from enforcer.language.document_numbers import read_document_number
from enforcer.language.persons import read_persons

_DASHES: Final = str.maketrans(dict.fromkeys("—–―‐‑‒−━─～~", "-"))
_BESIDE_DIGITS: Final = str.maketrans("", "", "-—– ()")
_NUMBER: Final = "number"
# Kinds whose values mean nothing but their characters.
_PLAIN: Final = frozenset({"text", "number", "credential", "unit", "year"})


class Meanings:
    """The meanings of a form's cells, each value of a column read once."""

    __slots__ = ("_columns", "_read")

    def __init__(self, form: Form) -> None:
        self._columns = form.columns
        self._read: list[dict[object, Hashable]] = [{} for _ in form.columns]

    def of(self, row: Row, position: int) -> Hashable:
        """What the row says in the column at that position; "" where it says nothing."""
        value = row.values[position]
        if value is None:
            return ""
        # 1 and True are equal keys, and so are 1 and 1.0, which look alike: only True does not.
        key = (value, True) if value is True or value is False else value
        read = self._read[position]
        if key not in read:
            read[key] = meaning(self._columns[position], value)
        return read[key]

    def of_row(self, row: Row, positions: Iterable[int]) -> tuple[Hashable, ...]:
        """What the row says in these columns."""
        return tuple(self.of(row, position) for position in positions)


def shared_positions(old: Iterable[Row], new: Iterable[Row]) -> tuple[int, ...]:
    """The form's columns that all tables of both sides have, 序号 apart: a number tells where an entry stands."""
    tables = {id(row.table): row.table for rows in (old, new) for row in rows}
    form = next((table.form for table in tables.values()), None)
    if form is None:
        return ()
    return tuple(
        position
        for position, column in enumerate(form.columns)
        if column.key != _NUMBER and all(column.key in table.columns for table in tables.values())
    )


def meaning(entry: Column | HeaderField, value: object) -> Hashable:
    """What a raw cell says, so that two cells that say the same are equal; "" where it says nothing (None, -, /)."""
    text = text_of(value)
    if is_blank(text):
        return ""
    plain = bare(text)
    return plain if entry.kind in _PLAIN else _meant(entry.kind, entry.key, entry.choices, value, plain)


def _meant(kind: Kind, key: str, choices: Sequence[str], value: object, plain: str) -> Hashable:
    read: Hashable = None
    if kind == "date":
        read = read_date(value)
    elif kind == "month":
        read = read_month(value)
    elif kind == "choice":
        read = read_choice(key, tuple(choices), text_of(value))
    elif kind == "document_number":
        number = read_document_number(text_of(value))
        read = number.normal if number else None
    elif kind == "id":
        identity = read_id(value)
        read = (identity.body, identity.retired) if isinstance(identity, Identity) else None
    elif kind == "phone" and is_phone(value):
        read = fold(plain).translate(_BESIDE_DIGITS)
    elif kind == "persons":
        read = _people(text_of(value))
    elif kind == "period":
        read = plain.translate(_DASHES)
    return plain if read is None else read


def _people(text: str) -> Hashable:
    """The people named, in whatever order; None where the cell speaks of more than it names."""
    persons = read_persons(text)
    if not persons.people or not persons.sure or persons.collective or persons.count != len(persons.people):
        return None
    return frozenset((person.name, person.role, person.number) for person in persons.people)
