"""Limbs: made from fines as read, compared by target, base and measure."""

from fractions import Fraction

import pytest

from enforcer.annexes.bounds import Bounds
from enforcer.annexes.limbs import addressee, affinity, limb_of, limbs_of, same_base, same_measure
from enforcer.domain.fine import Fine


def fine(low, high, basis="amount", **more):
    return Fine(basis, low, low is not None, high, high is not None, **more)


def test_percents_are_multiples_below_one():
    limb = limb_of(fine(2, 4, "percent", base="工程造价"))
    assert (limb.scale, limb.bounds) == ("ratio", Bounds.closed(Fraction(1, 50), Fraction(1, 25)))
    assert limb.in_own_unit(Fraction(1, 50)) == 2


def test_a_multiple_keeps_its_unit():
    limb = limb_of(fine(1, 3, "multiple", base="违法所得"))
    assert (limb.bounds.high, limb.in_own_unit(limb.bounds.high)) == (3, 3)


@pytest.mark.parametrize(
    ("low", "high", "maximum_only"), [(None, 5, True), (1, 5, False), (5, 5, False), (1, None, False)]
)
def test_maximum_only_is_an_upper_end_alone(low, high, maximum_only):
    assert limb_of(fine(low, high)).maximum_only is maximum_only


def test_a_lower_end_of_nothing_is_none():
    assert limb_of(fine(0, 5)).bounds == limb_of(fine(None, 5)).bounds
    assert limb_of(fine(0, 0)).bounds.fixed


def test_the_cap_of_a_sum_without_an_upper_end_is_its_upper_end():
    assert limb_of(fine(4, None, cap=5)).bounds == limb_of(fine(4, 5)).bounds
    assert limb_of(fine(4, None, cap=5, per="日")).bounds.high is None
    assert limb_of(fine(4, None, "multiple", cap=5)).bounds.high is None


def test_a_condition_is_a_value_band_or_a_case():
    band, case = limb_of(fine(1, 5, condition="货值金额不足一万元")), limb_of(fine(1, 5, condition="逾期不改正"))
    assert (len(band.bands), band.case) == (1, None)
    assert (case.bands, case.case) == ((), "逾期不改正")


def test_the_same_limb_said_twice_is_one():
    fines = [fine(1, 5, span=(0, 3)), fine(2, 6), fine(1, 5, span=(9, 12))]
    assert [limb.bounds.low for limb in limbs_of(fines)] == [1, 2]


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        (None, "any"),
        ("单位", "unit"),
        ("建设单位", "unit"),
        ("个人", "person"),
        ("直接负责的主管人员和其他直接责任人员", "staff"),
        ("单位直接负责的主管人员", "staff"),
        ("主要负责人", "chief"),
        ("单位主要负责人", "chief"),
        ("船长", "other"),
    ],
)
def test_whom_the_words_mean(target, kind):
    assert addressee(target) == kind


@pytest.mark.parametrize(
    ("tier", "statute", "close"),
    [
        (None, None, 3),
        ("个人", "个人", 3),
        ("责任人员", "直接负责的主管人员和其他直接责任人员", 2),
        ("个人", "直接负责的主管人员和其他直接责任人员", 1),
        ("单位", None, 1),
        (None, "单位", 1),
        ("单位", "个人", 0),
        ("直接责任人员", None, 0),
        (None, "主要负责人", 0),
        ("船长", "船舶所有人", 0),
    ],
)
def test_how_well_two_limbs_address_the_same(tier, statute, close):
    assert affinity(limb_of(fine(1, 5, target=tier)), limb_of(fine(1, 5, target=statute))) == close


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("货值金额", "违法生产、销售产品货值金额", True),
        ("直接经济损失", "污染事故造成的直接损失", True),
        ("违法所得", "非法所得", True),
        ("合同价款", "工程合同价款", True),
        (None, "违法所得", True),
        ("违法所得", "货值金额", False),
        ("工程造价", "工程合同价款", False),
    ],
)
def test_bases_are_compared_loosely(one, other, same):
    assert same_base(one, other) is same
    assert same_base(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (None, None, True),
        ("平方米", "平方米", True),
        ("只", "只（头、匹）", True),
        ("平方米", None, False),
        ("平方米", "日·平方米", False),
        ("日", "平方米", False),
    ],
)
def test_measures_must_agree(one, other, same):
    assert same_measure(limb_of(fine(1, 5, per=one)), limb_of(fine(1, 5, per=other))) is same
