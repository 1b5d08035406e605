"""Fines in words."""

from fractions import Fraction

import pytest

from enforcer.annexes.bounds import Bounds
from enforcer.annexes.limbs import limb_of
from enforcer.annexes.sums import amount, brief, stretch, whom
from enforcer.domain.fine import Fine

SUM = limb_of(Fine("amount", 1, True, 5, True))
PER = limb_of(Fine("amount", 1, True, 5, True, per="平方米"))
MULTIPLE = limb_of(Fine("multiple", 1, True, 5, True, base="违法所得"))
PERCENT = limb_of(Fine("percent", 2, True, 4, True, base="工程造价"))


@pytest.mark.parametrize(
    ("limb", "value", "words"),
    [
        (SUM, 8000, "8000元"),
        (PER, 20, "20元/平方米"),
        (MULTIPLE, Fraction(1, 2), "0.5倍"),
        (PERCENT, Fraction(1, 40), "2.5%"),
    ],
)
def test_a_value_is_in_the_units_of_its_limb(limb, value, words):
    assert amount(limb, value).render() == words


@pytest.mark.parametrize(
    ("bounds", "long", "short"),
    [
        (Bounds.closed(1, 5), "1元以上5元以下", "1-5元"),
        (Bounds.closed(5, 5), "5元", "5元"),
        (Bounds.closed(None, 5), "5元以下", "5元以下"),
        (Bounds(None, False, 5, False), "不满5元", "不满5元"),
        (Bounds.closed(1, None), "1元以上", "1元以上"),
        (Bounds(1, False, None, False), "超过1元", "超过1元"),
        (Bounds(1, True, 5, False), "1元以上不满5元", "1-不满5元"),
        (Bounds(1, False, 5, True), "超过1元至5元", "超过1-5元"),
        (Bounds(1, False, 5, False), "超过1元不满5元", "超过1-不满5元"),
    ],
)
def test_a_range_says_which_ends_it_holds(bounds, long, short):
    assert stretch(SUM, bounds).render() == long
    assert brief(SUM, bounds).render() == short


def test_whom_it_strikes_is_said_only_where_the_law_says_it():
    assert whom(SUM) == ""
    assert whom(limb_of(Fine("amount", 1, True, 5, True, target="个人"))).render() == "对个人："
