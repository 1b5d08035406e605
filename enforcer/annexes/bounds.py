"""Ranges on one scale: which lies in which, what lies between two, and what they share. Numbers are exact."""

from fractions import Fraction
from typing import NamedTuple, TypeAlias

Number: TypeAlias = int | Fraction


class Bounds(NamedTuple):
    """From `low` to `high`; an end that is None is not named, and never inclusive. A single value has low == high."""

    low: Number | None
    low_inclusive: bool
    high: Number | None
    high_inclusive: bool

    @classmethod
    def closed(cls, low: Number | None, high: Number | None) -> "Bounds":
        """Both ends inclusive where they are named."""
        return cls(low, low is not None, high, high is not None)

    @property
    def fixed(self) -> bool:
        """Whether it is one single value."""
        return self.low is not None and self.low == self.high

    @property
    def width(self) -> Number | None:
        """How far it reaches, counted from 0 where no lower end is named; None where it has no upper end."""
        return None if self.high is None else exact(self.high - (self.low or 0))

    def undercuts(self, other: "Bounds") -> bool:
        """Whether it reaches below the lower end that `other` names; naming none itself, it does."""
        if other.low is None:
            return False
        if self.low is None or self.low < other.low:
            return True
        return self.low == other.low and self.low_inclusive and not other.low_inclusive

    def exceeds(self, other: "Bounds") -> bool:
        """Whether it reaches above the upper end that `other` names; naming none itself, it does."""
        if other.high is None:
            return False
        if self.high is None or self.high > other.high:
            return True
        return self.high == other.high and self.high_inclusive and not other.high_inclusive

    def within(self, other: "Bounds") -> bool:
        """Whether every value of it is one of `other`."""
        return not self.undercuts(other) and not self.exceeds(other)

    def same_ends(self, other: "Bounds") -> bool:
        """Whether both name the same two ends, inclusive or not."""
        return self.low == other.low and self.high == other.high

    def covers_ends_of(self, other: "Bounds") -> bool:
        """Whether it spans `other` from end to end: no lower end named counts as 0."""
        return (self.low or 0) == (other.low or 0) and self.high == other.high

    def shared(self, other: "Bounds") -> "Bounds | None":
        """The stretch that both hold, None where that is nothing or a single touching value."""
        lows = [one for one in (self.low, other.low) if one is not None]
        highs = [one for one in (self.high, other.high) if one is not None]
        low, high = max(lows, default=None), min(highs, default=None)
        if high is not None and (low or 0) >= high:
            return None
        return Bounds.closed(low, high)

    def meets(self, other: "Bounds") -> bool:
        """Whether any value, be it a single one, is in both; no lower end named counts as 0."""
        ranges = (self, other)
        low, low_open = max((one.low or 0, one.low is not None and not one.low_inclusive) for one in ranges)
        highs = [(one.high, one.high_inclusive) for one in ranges if one.high is not None]
        if not highs:
            return True
        high, high_closed = min(highs)
        return low < high or (low == high and high_closed and not low_open)

    def gap_before(self, higher: "Bounds", grain: Number = 0) -> "Bounds | None":
        """The stretch above this one and below `higher`, None where there is none.

        Whole numbers no further apart than `grain` leave nothing between them (1000 and 1001 yuan).
        """
        if self.high is None or higher.low is None or higher.low < self.high:
            return None
        if higher.low == self.high:
            if self.high_inclusive or higher.low_inclusive:
                return None
            return Bounds.closed(self.high, self.high)
        both_whole = isinstance(self.high, int) and isinstance(higher.low, int)
        if both_whole and self.high_inclusive and higher.low_inclusive and higher.low - self.high <= grain:
            return None
        return Bounds(self.high, not self.high_inclusive, higher.low, not higher.low_inclusive)


def exact(value: Number) -> Number:
    """The same number, an int where it is whole."""
    return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value


def joined(ranges: list[Bounds]) -> list[Bounds]:
    """The same values in as few ranges as possible, ascending; ranges that touch are one."""
    merged: list[Bounds] = []
    for one in sorted(ranges, key=_start):
        last = merged[-1] if merged else None
        if last is None or last.gap_before(one) is not None:
            merged.append(one)
        elif last.high is not None:
            high: Number | None = last.high
            closed = last.high_inclusive
            if one.high is None or one.high > last.high:
                high, closed = one.high, one.high_inclusive
            elif one.high == last.high:
                closed = closed or one.high_inclusive
            merged[-1] = Bounds(last.low, last.low_inclusive, high, closed)
    return merged


def _start(bounds: Bounds) -> tuple[Number, int]:
    """The lower end as a place on the scale: none named, then with the number itself, then without it."""
    if bounds.low is None:
        return 0, 0
    return bounds.low, 1 if bounds.low_inclusive else 2
