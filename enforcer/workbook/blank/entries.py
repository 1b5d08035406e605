"""What stands in the entries of a form before the clerk begins: numbers and tiers, or last year's rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from enforcer.domain.form import Form

Content: TypeAlias = str | int | float | date | None
Entry: TypeAlias = Sequence[Mapping[str, Content]]
"""The rows of one entry, top to bottom, each with contents by column key; a column that stands once is in the first."""

NUMBER, TIER = "number", "tier"


@dataclass(frozen=True, slots=True)
class Prefill:
    """What last year's workbook brings: entries, and the header lines that recur, by their keys.

    Blank entries follow, at least `spare`, numbered from `next_number` on.
    """

    entries: tuple[Entry, ...]
    header: Mapping[str, Content]
    next_number: int = 1
    spare: int = 0


def blank_entries(form: Form, first: int, count: int) -> list[Entry]:
    """So many numbered, otherwise empty entries, numbers from `first` on, with the tiers that the form sets."""
    tiers = form.tiers or (None,)
    return [
        [{NUMBER: None if at else number, TIER: tier} for at, tier in enumerate(tiers)]
        for number in range(first, first + count)
    ]
