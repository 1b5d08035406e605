"""The spellings under which one name of a unit is known and found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from enforcer.language.blanks import bare
from enforcer.language.units import normal_unit
from enforcer.workbook.naming import safe_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enforcer.county.roster.entries import Entry


def spellings(name: str, county: str) -> frozenset[str]:
    """The name without spaces and case, without the county before it, and as a folder may bear it."""
    plain = bare(name)
    if not plain:
        return frozenset()
    normal = normal_unit(name, county or None)
    return frozenset({plain, bare(safe_name(name)), *((bare(normal),) if normal else ())})


def folder_of(name: str) -> str:
    """The folder below inbox/, filings/ and outbox/ that belongs to the unit of that name."""
    return safe_name(name)


class Naming(NamedTuple):
    """One name of one unit, and the column in which it stands."""

    entry: Entry
    key: str
    text: str


def namings(entries: Sequence[Entry]) -> Iterator[Naming]:
    """Codes first, then names, then short names: so that of two that clash the lesser one is accused."""
    yield from (Naming(entry, "code", entry.unit.code) for entry in entries if entry.unit.code)
    yield from (Naming(entry, "name", entry.unit.name) for entry in entries)
    yield from (Naming(entry, "short_names", text) for entry in entries for text in entry.unit.short_names)
