"""Ranges on one scale: what lies within, between, and in both."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.annexes.bounds import Bounds, exact, joined

closed = Bounds.closed
ends = st.none() | st.integers(0, 12)


@st.composite
def ranges(draw):
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    fixed = low is not None and low == high
    return Bounds(low, low is not None and (fixed or draw(st.booleans())), high,
                  high is not None and (fixed or draw(st.booleans())))  # fmt: skip


def holds(bounds, value):
    """Whether a single value lies within, worked out by hand."""
    if bounds.low is not None and (value < bounds.low or (value == bounds.low and not bounds.low_inclusive)):
        return False
    if bounds.high is None:
        return True
    return value < bounds.high or (value == bounds.high and bounds.high_inclusive)


STEPS = [Fraction(step, 2) for step in range(30)]


@given(ranges(), ranges())
def test_two_ranges_meet_just_where_a_value_is_in_both(one, other):
    assert one.meets(other) == any(holds(one, value) and holds(other, value) for value in STEPS)
    assert one.meets(other) == other.meets(one)


@given(ranges(), ranges())
def test_a_range_within_another_has_no_value_outside_it(one, other):
    if one.within(other):
        assert all(holds(other, value) for value in STEPS if holds(one, value))


@given(ranges(), ranges())
def test_what_lies_between_belongs_to_neither(lower, upper):
    gap = lower.gap_before(upper)
    if gap is not None:
        assert not gap.meets(lower)
        assert not gap.meets(upper)


@given(ranges(), ranges())
def test_touching_ranges_share_no_stretch_and_leave_no_gap(lower, upper):
    shared = lower.shared(upper)
    if shared is not None:
        assert lower.meets(upper)
        assert lower.gap_before(upper) is None


@given(st.lists(ranges(), max_size=6))
def test_joining_keeps_every_value_and_adds_none_but_touching_ends(parts):
    whole = joined(parts)
    for value in STEPS:
        before = any(holds(one, value) for one in parts)
        after = any(holds(one, value) for one in whole)
        assert after or not before
    assert all(one.gap_before(other) is not None for one, other in pairwise(whole))


@pytest.mark.parametrize(
    ("lower", "upper", "gap"),
    [
        (closed(1, 2), closed(2, 3), None),
        (closed(1, 2), closed(3, 4), Bounds(2, False, 3, False)),
        (Bounds(1, True, 2, False), closed(2, 3), None),
        (Bounds(1, True, 2, False), Bounds(2, False, 3, True), closed(2, 2)),
        (Bounds(1, True, 2, False), closed(3, 4), Bounds(2, True, 3, False)),
        (closed(1, 3), closed(2, 4), None),
        (closed(1, None), closed(2, 4), None),
    ],
)
def test_the_gap_between_two_ranges(lower, upper, gap):
    assert lower.gap_before(upper) == gap


def test_whole_numbers_one_grain_apart_leave_no_gap():
    assert closed(1, 1999).gap_before(closed(2000, 3000), grain=1) is None
    assert closed(1, 1998).gap_before(closed(2000, 3000), grain=1) is not None
    assert closed(1, Fraction(3, 2)).gap_before(closed(2, 3), grain=1) is not None


@pytest.mark.parametrize(
    ("one", "other", "undercuts", "exceeds"),
    [
        (closed(1, 5), closed(1, 5), False, False),
        (closed(None, 5), closed(1, 5), True, False),
        (closed(1, None), closed(1, 5), False, True),
        (closed(None, 5), closed(None, 5), False, False),
        (closed(1, 5), Bounds(1, False, 5, False), True, True),
        (Bounds(1, False, 5, False), closed(1, 5), False, False),
    ],
)
def test_reaching_below_and_above(one, other, undercuts, exceeds):
    assert (one.undercuts(other), one.exceeds(other)) == (undercuts, exceeds)


def test_width_counts_from_nothing_where_no_lower_end_is_named():
    assert closed(None, 5).width == 5
    assert closed(2, 5).width == 3
    assert closed(2, None).width is None


def test_exact_numbers_are_whole_where_they_can_be():
    assert exact(Fraction(4, 2)) == 2
    assert isinstance(exact(Fraction(4, 2)), int)
    assert exact(Fraction(1, 2)) == Fraction(1, 2)
