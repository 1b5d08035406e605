"""Inspections of the same target, or of a class that holds it, which two units announce for the same time (X006)."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate, combinations, product
from typing import Final, NamedTuple

from enforcer.annexes.inspection import Inspection, inspections
from enforcer.annexes.overlaps.actors import Actor, actors
from enforcer.annexes.overlaps.record import Doubt, Draft, Party, Seen, recorded
from enforcer.annexes.overlaps.whereabouts import partners_in, towns_of
from enforcer.domain.dossier import County
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import is_answered
from enforcer.language.inspection_targets import Target, holders_of, read_targets
from enforcer.language.periods import Period

_UNREAD: Final = Sentence("检查时间读不准，不能判断与其他单位对同一对象的检查是否同时")


class _Announced(NamedTuple):
    """One inspection of one class: by whom, where, together with whom."""

    actor: Actor
    inspection: Inspection
    target: Target
    towns: frozenset[str]
    partners: frozenset[str]
    period: Period | None

    @property
    def like(self) -> tuple[object, ...]:
        """What decides with whom it may meet, the time apart."""
        return (self.actor.unit, self.towns, self.partners, self.target.acts)

    def may_meet(self, other: "_Announced") -> bool:
        """Whether the units, the places and the trades leave room for one target to be visited by both, apart."""
        if self.actor.group == other.actor.group or not self.target.may_meet(other.target):
            return False
        if self.towns and other.towns and self.towns.isdisjoint(other.towns):
            return False
        return not (other.actor.group in self.partners and self.actor.group in other.partners)


class _Calendar:
    """Inspections that are alike in all but the time, so that one question finds whether any of them overlaps."""

    def __init__(self, alike: Sequence[_Announced]) -> None:
        self.first = alike[0]
        self.alike = alike
        spans = sorted(stretch for one in alike if one.period for stretch in one.period.stretches)
        self._starts = [span.start for span in spans]
        self._ends = list(accumulate((span.end for span in spans), max))

    def meets(self, period: Period) -> bool:
        """Whether any of them shares a day with the period."""
        return any(self._is_busy(start, end) for start, end in period.stretches)

    def _is_busy(self, start: date, end: date) -> bool:
        begun = bisect_right(self._starts, end)
        return begun > 0 and self._ends[begun - 1] >= start


def overlapping_inspections(county: County) -> Seen:
    """Each class that two units inspect at the same time, with what they announced for it.

    Inspections are kept by the class's words and there by all that must agree, so that none is compared with all.
    """
    by_core: dict[str, dict[tuple[object, ...], list[_Announced]]] = {}
    for one in _announced(county):
        by_core.setdefault(one.target.core, {}).setdefault(one.like, []).append(one)
    calendars = {core: [_Calendar(alike) for alike in found.values()] for core, found in by_core.items()}
    held: dict[str, list[_Calendar]] = {}
    for core, own in calendars.items():
        for holder in holders_of(core):
            if holder in calendars:
                held.setdefault(holder, []).extend(own)
    drafts: list[Draft] = []
    doubts: dict[object, Doubt] = {}
    for core, own in calendars.items():
        meeting = _Meeting()
        meeting.compare(combinations(own, 2))
        meeting.compare(product(own, held.get(core, ())))
        drafts += meeting.drafts()
        doubts |= {one.place: one for one in meeting.doubts}
    return Seen(recorded("target", drafts), tuple(doubts.values()))


class _Meeting:
    """What of one class meets: the inspections, the pairs of units, and those whose time cannot be read."""

    def __init__(self) -> None:
        self.found: dict[int, _Announced] = {}
        self.pairs: set[tuple[str, str]] = set()
        self.doubts: list[Doubt] = []

    def compare(self, pairs: Iterable[tuple[_Calendar, _Calendar]]) -> None:
        """Marks the inspections of each two that overlap one of the other's."""
        for one, other in pairs:
            if one.first.may_meet(other.first):
                self._mark(one, other)
                self._mark(other, one)

    def _mark(self, mine: _Calendar, theirs: _Calendar) -> None:
        met = False
        for one in mine.alike:
            if met and id(one) in self.found:
                continue
            if one.period is None:
                if is_answered(one.inspection.row.raw("period")):
                    self.doubts.append(Doubt(_UNREAD, one.inspection.row.place("period")))
            elif theirs.meets(one.period):
                met = True
                self.found[id(one)] = one
        if met:
            self.pairs.add((mine.first.actor.unit, theirs.first.actor.unit))

    def drafts(self) -> Iterator[Draft]:
        """The overlap as one draft, none where nothing meets."""
        if self.found:
            met = list(self.found.values())
            general = min(met, key=lambda one: (len(one.target.core), bool(one.target.acts), one.target.words))
            yield Draft(
                general.target.words,
                list({(one.actor.unit, one.inspection.row.place()): _party(one) for one in met}.values()),
                frozenset(one.actor.identity for one in met),
                frozenset(self.pairs),
            )


def _announced(county: County) -> Iterator[_Announced]:
    named = {name: actor.group for actor in actors(county) for name in actor.names}
    for actor in actors(county):
        for one in inspections(actor.dossier):
            targets = read_targets(one.target)
            if targets:
                partners = partners_in(one.row, named) - {actor.group}
                towns, period = towns_of(one.row["place"], actor.identity), one.period
                for target in targets:
                    yield _Announced(actor, one, target, towns, partners, period)


def _party(one: _Announced) -> Party:
    row = one.inspection.row
    detail = Sentence("检查时间：{period}；检查内容：{matter}", {"period": row["period"], "matter": row["matter"]})
    return Party(
        one.actor.unit, one.inspection.target, row.place("target"), detail, one.period.months if one.period else ()
    )
