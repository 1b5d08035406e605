"""Which files of a run are one unit's of one year: 桓台县农业局 and 县农业局 are one, and so a roster's two names."""

from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import TypeAlias

from enforcer.domain.unit import Unit
from enforcer.domain.verdict import Examined
from enforcer.language.units import same_unit

Owner: TypeAlias = tuple[str | None, int | None]


def by_owner(
    files: Iterable[Examined], find_unit: Callable[[str], Unit | None] | None = None, county: str | None = None
) -> dict[Owner, list[Examined]]:
    """The files of each unit and year together, in the order in which they came, under the name that came first.

    The roster's `find_unit` resolves names. Where only a roster could tell two names apart, files of one folder are
    taken as one unit's. Files that do not say whose they are stay together apart from the others.
    """
    groups: dict[Owner, list[Examined]] = {}
    known: dict[tuple[str | None, int | None, PurePath], Owner] = {}
    entries: dict[tuple[str, int | None], Owner] = {}
    for examined in files:
        said = (examined.unit, examined.year, _parent(examined))
        if said not in known:
            owner = (examined.unit, examined.year)
            entry = find_unit(examined.unit) if find_unit is not None and examined.unit is not None else None
            if entry is not None:
                known[said] = entries.setdefault((entry.key, examined.year), (entry.name, examined.year))
            else:
                fitting = (one for one, own in groups.items() if one == owner or _fits(examined, one, own, county))
                known[said] = next(fitting, owner)
        groups.setdefault(known[said], []).append(examined)
    return groups


def _fits(examined: Examined, known: Owner, files: list[Examined], county: str | None) -> bool:
    unit, year = known
    if examined.unit is None or unit is None or examined.year != year:
        return False
    same = same_unit(examined.unit, unit, county)
    return same is True or (same is None and any(_parent(one) == _parent(examined) for one in files))


def _parent(examined: Examined) -> PurePath:
    return PurePath(examined.reading.file).parent
