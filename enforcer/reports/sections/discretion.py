"""Section 4: each unit's items, tiers and floors; the ladders with a fault; how far discretion was narrowed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from enforcer.annexes.benchmark import violations
from enforcer.annexes.coverage import coverage
from enforcer.annexes.ladder import ladders_of, share_of
from enforcer.annexes.tier_words import NAMES, Level
from enforcer.domain.masking import masked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from enforcer.annexes.benchmark import Source, Violation
    from enforcer.annexes.coverage import Outcome
    from enforcer.annexes.ladder import Ladder
    from enforcer.county.standing import Standing
    from enforcer.domain.finding import Finding
    from enforcer.domain.row import Place
    from enforcer.domain.sentence import Sentence
    from enforcer.domain.unit import Unit
    from enforcer.reports.gathering import Found, Gathered

Floor: TypeAlias = Literal["kept", "below", "none", "cited", "unsure"]
# "none": the law itself names a lower end; "cited": a standard of the province or the city.

FLOOR_CLAUSE: Final = "benchmark-floor"
DRAWN: Final = ("A301", "A302", "A303", "A304", "A305", "A309", "A311", "A312", "A315")
"""The rules whose faults a picture of the ladder shows."""

BUCKETS: Final = 10
_ANNEX: Final = 3


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding on the item, at its cell."""

    finding: Finding

    @property
    def count(self) -> int:
        """How many it stands for."""
        return self.finding.count


class Item(NamedTuple):
    """A violation of the benchmark. `share` is how much of the law's ranges its tiers leave open on average.

    `faults` are those that a picture shows; `ladders` are there where it has some. `missing` are the tiers that the
    coverage says are not there.
    """

    unit: Unit
    number: str
    code: str
    name: str
    place: Place
    source: Source
    tiers: int
    coverage: Outcome
    missing: tuple[Sentence, ...]
    floor: Floor
    share: Fraction | None
    faults: tuple[Fault, ...]
    violation: Violation

    @property
    def ladders(self) -> tuple[Ladder, ...]:
        """The ladders to draw."""
        return ladders_of(self.violation) if self.faults else ()


class UnitDiscretion(NamedTuple):
    """One unit's benchmark. `cited` are items by provincial or city standards, whose tiers are not the unit's own."""

    unit: Unit
    items: tuple[Item, ...]
    complete: int
    incomplete: int
    unclear: int
    cited: int
    floors_kept: int
    floors_below: int
    floors_unsure: int
    faulty: tuple[Item, ...]
    share: Fraction | None

    @property
    def floors(self) -> int:
        """How many items have a floor to keep."""
        return self.floors_kept + self.floors_below + self.floors_unsure


class Narrowing(NamedTuple):
    """How far discretion was narrowed in the county: over all tiers beside a law's range with both its ends known.

    `buckets` count the tiers that leave open up to 10 %, 20 %, … of the law's range; `share` is their mean.
    """

    tiers: int
    fixed: int
    whole: int
    share: Fraction | None
    buckets: tuple[int, ...]


class Discretion(NamedTuple):
    """The section; `floor_percent` is the notice's figure, None where it sets none."""

    units: tuple[UnitDiscretion, ...]
    narrowing: Narrowing
    floor_percent: int | None

    @property
    def items(self) -> Iterator[Item]:
        """Every item of the county."""
        return (item for unit in self.units for item in unit.items)


def discretion_of(standing: Standing, known: Gathered) -> Discretion:
    """The section, of the benchmarks that count, read again."""
    found: dict[str, list[Found]] = defaultdict(list)
    unsure: dict[str, set[tuple[str, str | None, int | None]]] = defaultdict(set)
    for one in known.findings:
        if one.annex == _ANNEX and one.finding.code in DRAWN:
            found[one.unit.key].append(one)
    for left in known.left:
        if left.unexamined.code == "A302":
            unsure[left.unit.key].update(_key(place) for place in left.unexamined.places)
    units, shares = [], []
    for unit in standing.units:
        listed = violations(unit.dossier)
        faults = _by_row(found[unit.unit.key])
        own = [tuple(_shares(one)) for one in listed]
        items = tuple(
            _item(unit.unit, one, faults, unsure[unit.unit.key], some) for one, some in zip(listed, own, strict=True)
        )
        units.append(_unit(unit.unit, items))
        shares += [share for some in own for share in some]
    clause = standing.settings.notice.clauses.get(FLOOR_CLAUSE)
    percent = clause.figure("lenient_floor_percent") if clause is not None else None
    return Discretion(tuple(units), _narrowing(shares), percent)


def _by_row(found: Iterable[Found]) -> Mapping[tuple[str, str | None, int | None], list[Finding]]:
    rows: dict[tuple[str, str | None, int | None], list[Finding]] = defaultdict(list)
    for one in found:
        rows[_key(one.finding.place)].append(one.finding)
    return rows


def _key(place: Place) -> tuple[str, str | None, int | None]:
    return masked(place.file), place.sheet, place.row


def _item(
    unit: Unit,
    violation: Violation,
    faults: Mapping[tuple[str, str | None, int | None], list[Finding]],
    unsure: set[tuple[str, str | None, int | None]],
    shares: Sequence[Fraction],
) -> Item:
    keys = [_key(row.place()) for row in violation.rows]
    own = [finding for key in keys for finding in faults.get(key, ())]
    outcome, missing = _coverage(violation, own)
    return Item(
        unit,
        violation.number,
        violation.code,
        violation.name,
        violation.place("violation"),
        violation.source,
        len(violation.tiers),
        outcome,
        missing,
        _floor(violation, own, is_unsure=any(key in unsure for key in keys)),
        sum(shares, Fraction(0)) / len(shares) if shares else None,
        tuple(Fault(one) for one in own),
        violation,
    )


def _coverage(violation: Violation, faults: Sequence[Finding]) -> tuple[Outcome, tuple[Sentence, ...]]:
    """How far the tiers are the five, and which lack; nothing lacks for sure that the rule does not accuse (A301)."""
    seen = coverage(violation)
    if seen.outcome in ("missing", "too-few") and not any(one.code == "A301" for one in faults):
        return "unclear", ()
    return seen.outcome, tuple(NAMES[level] for level in seen.missing)


def _floor(violation: Violation, faults: Sequence[Finding], *, is_unsure: bool) -> Floor:
    if not violation.is_own:
        return "cited"
    if any(one.code == "A302" for one in faults):
        return "below"
    if is_unsure or not violation.law.limbs:
        return "unsure"
    if not any(limb.maximum_only for limb in violation.law.limbs):
        return "none"
    return "kept" if any(tier.level is Level.LENIENT for tier in violation.tiers) else "unsure"


def _shares(violation: Violation) -> Iterator[Fraction]:
    """For each tier of the unit's own whose range in the law is sure, how much of it is left open."""
    if not violation.is_own:
        return
    for tier in violation.tiers:
        if tier.standing is not None and not tier.mitigates:
            for match in tier.matches:
                share = share_of(match)
                if share is not None and share <= 1:
                    yield share


def _unit(unit: Unit, items: tuple[Item, ...]) -> UnitDiscretion:
    own = [one for one in items if one.source == "own"]
    shares = [one.share for one in own if one.share is not None]
    return UnitDiscretion(
        unit,
        items,
        complete=sum(one.coverage == "complete" for one in own),
        incomplete=sum(one.coverage in ("missing", "too-few") for one in own),
        unclear=sum(one.coverage == "unclear" for one in own),
        cited=len(items) - len(own),
        floors_kept=sum(one.floor == "kept" for one in items),
        floors_below=sum(one.floor == "below" for one in items),
        floors_unsure=sum(one.floor == "unsure" for one in items),
        faulty=tuple(one for one in items if one.faults),
        share=sum(shares, Fraction(0)) / len(shares) if shares else None,
    )


def _narrowing(shares: Sequence[Fraction]) -> Narrowing:
    buckets = [0] * BUCKETS
    counts = Counter(shares)  # a few shares come again and again: exact sums of thousands of fractions are slow
    for share, count in counts.items():
        buckets[min(max(-(-share * BUCKETS // 1) - 1, 0), BUCKETS - 1)] += count
    whole = sum((share * count for share, count in counts.items()), Fraction(0))
    mean = whole / len(shares) if shares else None
    return Narrowing(len(shares), counts[Fraction(0)], counts[Fraction(1)], mean, tuple(buckets))
