"""Section 6, 多头执法: what several units claim alike; suspicions for the office alone."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from enforcer.annexes.overlaps import KINDS, doubts, overlaps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from enforcer.annexes.overlaps import Doubt, Kind, Overlap
    from enforcer.county.standing import Standing
    from enforcer.language.dates import Month


class Pair(NamedTuple):
    """Two units and how often they meet, by kind."""

    one: str
    other: str
    kinds: Mapping[Kind, int]

    @property
    def times(self) -> int:
        """How often in all."""
        return sum(self.kinds.values())


class Visited(NamedTuple):
    """A target that several units announce for the same time: month -> the units that come in it."""

    overlap: Overlap
    months: Mapping[int, tuple[str, ...]]


class Overlapping(NamedTuple):
    """The section. `units` are those that meet another, in the roster's order; `left` says what was not compared."""

    found: tuple[Overlap, ...]
    units: tuple[str, ...]
    pairs: tuple[Pair, ...]
    calendar: tuple[Visited, ...]
    left: tuple[tuple[Kind, Doubt], ...]

    def of(self, kind: Kind) -> tuple[Overlap, ...]:
        """Those of one kind."""
        return tuple(one for one in self.found if one.kind == kind)


def overlapping_of(standing: Standing) -> Overlapping:
    """The section, of all filings that count."""
    county = standing.county
    found = overlaps(county)
    counts: dict[tuple[str, str], Counter[Kind]] = {}
    for one in found:
        for pair in one.pairs:
            counts.setdefault(pair, Counter())[one.kind] += 1
    named = {name for pair in counts for name in pair}
    order = [one.unit.name for one in standing.units if one.unit.name in named]
    pairs = [Pair(*pair, dict(kinds)) for pair, kinds in counts.items()]
    return Overlapping(
        found=found,
        units=(*order, *sorted(named - set(order))),
        pairs=tuple(sorted(pairs, key=lambda pair: (-pair.times, pair.one, pair.other))),
        calendar=tuple(_visited(one, standing.year) for one in found if one.kind == "target"),
        left=tuple((kind, doubt) for kind in KINDS for doubt in doubts(county, kind)),
    )


def _visited(overlap: Overlap, year: int) -> Visited:
    months: dict[int, list[str]] = {}
    for party in overlap.parties:
        for month in party.months:
            if _year(month) == year and party.unit not in months.setdefault(_number(month), []):
                months[_number(month)].append(party.unit)
    return Visited(overlap, {number: tuple(units) for number, units in sorted(months.items())})


def _year(month: Month) -> int:
    return month.year


def _number(month: Month) -> int:
    return month.month
