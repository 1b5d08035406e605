"""What the ledger holds besides what a night sees on its day: what was entered since the last, and of later days."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from enforcer.county.ledger.store import Ledger

Entered: TypeAlias = Mapping[str, frozenset[str]]
"""By receipt number, the kinds of entries that were made on it."""


def entered_since(ledger: Ledger, known: int) -> Entered:
    """What was put on record behind the first `known` entries, by whomever."""
    query = "SELECT about, kind FROM entries WHERE seq > ? AND about != '' AND about NOT LIKE '%/%'"
    found: dict[str, set[str]] = {}
    for number, kind in ledger.query(query, (known,)):
        found.setdefault(number, set()).add(kind)
    return {number: frozenset(kinds) for number, kinds in found.items()}


def later_than(ledger: Ledger, day: date) -> date | None:
    """The latest day after this one of which the ledger knows that something came in, was decided or was reminded of.

    None where there is none. A night before that day looks back: what it sees is not how things stand.
    """
    query = "SELECT MAX(day) FROM entries WHERE kind IN ('received', 'decided', 'reminded') AND day > ?"
    ((latest,),) = ledger.query(query, (day.isoformat(),))
    return date.fromisoformat(latest) if latest else None


def entries_in(ledger: Ledger) -> int:
    """How many entries there are."""
    ((last,),) = ledger.query("SELECT COALESCE(MAX(seq), 0) FROM entries")
    return int(last)
