"""Who acts: the units of the county, those that act in another's name or went over into another being one."""

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from enforcer.domain.dossier import County, Dossier
from enforcer.language.units import normal_unit


class Actor(NamedTuple):
    """A unit with its dossier. `group` is the same for units that are one in law: 受托组织 and its organ, heirs.

    `identity` is its lasting name; `names` are all that it may be called by.
    """

    unit: str
    identity: str
    group: str
    names: tuple[str, ...]
    dossier: Dossier


def actors(county: County) -> tuple[Actor, ...]:
    """The units of the county, in the dossiers' order; a dossier that names no unit is none."""
    return county.once(actors, lambda: _actors(county))


def pairs_of(some: Iterable[Actor]) -> frozenset[tuple[str, str]]:
    """The names of each two that are not one in law."""
    each = {actor.unit: actor for actor in some}.values()
    return frozenset((one.unit, other.unit) for one, other in combinations(each, 2) if one.group != other.group)


def _actors(county: County) -> tuple[Actor, ...]:
    named = [(dossier, name) for dossier in county.dossiers if (name := _name(dossier)) is not None]
    identities = {name: normal_unit(name, county.name) or name for _, name in named}
    known: dict[str, str] = {}
    for dossier, name in named:
        for one in _names(dossier, name, county.name):
            known.setdefault(one, identities[name])
    heads: dict[str, str] = {}
    for dossier, name in named:
        for other in (dossier.unit.reporter, dossier.unit.successor) if dossier.unit else ():
            head = known.get(other) or known.get(normal_unit(other, county.name) or "") if other else None
            if head is not None and head != identities[name]:
                heads.setdefault(identities[name], head)
    return tuple(
        Actor(
            name,
            identities[name],
            _head(identities[name], heads),
            tuple(dict.fromkeys(_names(dossier, name, county.name))),
            dossier,
        )
        for dossier, name in named
    )


def _head(identity: str, heads: dict[str, str]) -> str:
    """The last of those in whose name it acts."""
    seen = {identity}
    while (onward := heads.get(identity)) is not None and onward not in seen:
        seen.add(onward)
        identity = onward
    return identity


def _name(dossier: Dossier) -> str | None:
    return dossier.unit.name if dossier.unit is not None else dossier.name


def _names(dossier: Dossier, name: str, county: str) -> list[str]:
    unit = dossier.unit
    own = (name, unit.code, *unit.short_names) if unit else (name,)
    names = [one for one in own if one]
    return [*names, *(plain for one in names if (plain := normal_unit(one, county)) is not None)]
