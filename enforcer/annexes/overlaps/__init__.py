"""What two units of the county claim alike: an officer, an article, a violation, a target of inspection.

Suspicions (疑似) for the office that sorts powers out; `overlaps` is what the rules X003 to X006, the command and the
report are made of.
"""

from collections.abc import Callable
from typing import Final

from enforcer.annexes.overlaps.articles import different_ladders, same_violations
from enforcer.annexes.overlaps.officers import officers_in_two_units
from enforcer.annexes.overlaps.record import CODES, KINDS, Doubt, Kind, Overlap, Party, Seen
from enforcer.annexes.overlaps.targets import overlapping_inspections
from enforcer.domain.dossier import County

__all__ = ["CODES", "KINDS", "Doubt", "Kind", "Overlap", "Party", "doubts", "overlaps"]

_SEEN: Final[dict[Kind, Callable[[County], Seen]]] = {
    "law": different_ladders,
    "violation": same_violations,
    "target": overlapping_inspections,
    "officer": officers_in_two_units,
}


def overlaps(county: County, *kinds: Kind) -> tuple[Overlap, ...]:
    """The overlaps of these kinds, all kinds where none is named, in the order of KINDS and by subject.

    Each kind is looked for once per county. What the office decided to be no overlap (County.distinct) is left out.
    """
    return tuple(
        one for kind in kinds or KINDS for one in _seen(county, kind).overlaps if one.key not in county.distinct
    )


def doubts(county: County, kind: Kind) -> tuple[Doubt, ...]:
    """What could not be compared, and why."""
    return _seen(county, kind).doubts


def _seen(county: County, kind: Kind) -> Seen:
    return county.once((overlaps, kind), lambda: _SEEN[kind](county))
