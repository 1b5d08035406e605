"""Ladders: tiers on one scale, their steps, their width beside the law's."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enforcer.annexes.benchmark import violations
from enforcer.annexes.ladder import floor_of, ladders, share_of

TIERS = ["从轻", "较轻", "一般", "较重", "严重"]


@pytest.fixture
def climb(reading, dossier):
    """climb(statute, standards) is the ladders of one violation."""

    def made(statute, standards, tiers=TIERS, **more):
        item = {"number": "1", "violation": "甲", "legal_basis": "《甲法》第一条", "statutory_fine": statute, **more}
        rows = [{**item, "tier": tier, "standard": one} for tier, one in zip(tiers, standards, strict=False)]
        ((_, found),) = ladders(dossier(reading(3, rows)))
        return found

    return made


def relations(ladder):
    return [step.relation for step in ladder.steps]


def test_one_target_on_one_scale_is_one_ladder(climb):
    (ladder,) = climb("处五万元以下罚款", ["处一万元以上二万元以下罚款", "处二万元以上五万元以下罚款"])
    assert [(rung.bounds.low, rung.bounds.high) for rung in ladder.rungs] == [(10000, 20000), (20000, 50000)]
    assert relations(ladder) == ["rising"]


def test_each_target_has_its_own(climb):
    statute = "对单位处五万元以下罚款，对个人处五千元以下罚款"
    unit, person = climb(statute, ["对单位处一万元罚款，对个人处一千元罚款", "对单位处二万元罚款，对个人处二千元罚款"])
    assert (unit.sample.target, person.sample.target) == ("单位", "个人")


def test_sums_and_ratios_are_not_on_one_ladder(climb):
    statute = "处违法所得一倍以上三倍以下罚款；没有违法所得的，处一万元以下罚款"
    tiers = ["处违法所得一倍罚款；没有违法所得的，处二千元罚款", "处违法所得二倍罚款；没有违法所得的，处五千元罚款"]
    assert [ladder.sample.scale for ladder in climb(statute, tiers)] == ["ratio", "sum"]


def test_limbs_for_graver_cases_are_one_scale(climb):
    statute = "处五万元以下罚款；逾期不改正的，处五万元以上十万元以下罚款"
    (ladder,) = climb(statute, ["处一万元罚款", "处五万元罚款", "处八万元罚款"])
    assert [(one.low, one.high) for one in ladder.statutory] == [(None, 100000)]
    assert len(ladder.limbs) == 2


def test_a_ladder_anew_for_each_case_is_a_ladder_each(climb):
    statute = "处一万元以上五万元以下罚款；逾期不改正的，处五万元以上十万元以下罚款"
    standards = ["处一万元罚款", "处三万元罚款", "处六万元罚款", "处九万元罚款"]
    first, second = climb(statute, standards, ["从轻", "较轻", "从轻", "较轻"])
    assert [rung.bounds.low for rung in first.rungs] == [10000, 30000]
    assert [rung.bounds.low for rung in second.rungs] == [60000, 90000]


def test_a_law_that_is_not_known_still_lets_the_tiers_be_compared(climb):
    (ladder,) = climb("", ["处二万元罚款", "处一万元罚款"])
    assert (ladder.limbs, relations(ladder)) == ((), ["falling"])


@pytest.mark.parametrize(
    ("statute", "standard", "share"),
    [
        ("处一万元以上五万元以下罚款", "处一万元以上二万元以下罚款", Fraction(1, 4)),
        ("处五万元以下罚款", "处一万元以上二万元以下罚款", Fraction(1, 5)),
        ("处五万元以下罚款", "处一万元罚款", Fraction(0)),
        ("处违法所得一倍以上三倍以下罚款", "处违法所得一倍以上二倍以下罚款", Fraction(1, 2)),
        ("处五百元罚款", "处五百元罚款", None),
        ("", "处五百元罚款", None),
    ],
)
def test_how_far_a_tier_is_narrowed(climb, statute, standard, share):
    (ladder,) = climb(statute, [standard])
    assert share_of(ladder.rungs[0].stands[0].match) == share


@pytest.mark.parametrize(
    ("statute", "floor"),
    [
        ("处五万元以下罚款", 10000),
        ("处违法所得五倍以下罚款", 1),
        ("处违法所得三倍以下罚款", Fraction(3, 5)),
        ("处一万元以上五万元以下罚款", None),
    ],
)
def test_the_floor_of_a_limb(climb, statute, floor):
    (ladder,) = climb(statute, ["处一万元罚款" if "万" in statute else "处违法所得一倍罚款"])
    assert floor_of(ladder.limbs[0], 20) == floor


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(1, 60), min_size=6, max_size=6, unique=True))
def test_tiers_cut_from_one_range_end_to_end_only_rise(climb, cuts):
    cuts = sorted(cuts)
    standards = [f"处{low}000元以上{high}000元以下罚款" for low, high in pairwise(cuts)]
    (ladder,) = climb("处60000元以下罚款", standards)
    assert relations(ladder) == ["rising"] * 4
    (back,) = climb("处60000元以下罚款", standards[::-1])
    assert relations(back) == ["falling"] * 4


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 59), st.integers(1, 59)), min_size=2, max_size=5))
def test_every_step_is_one_thing(climb, pairs):
    standards = [f"处{min(pair)}000元以上{max(pair) + 1}000元以下罚款" for pair in pairs]
    (ladder,) = climb("处70000元以下罚款", standards)
    assert len(ladder.steps) == len(pairs) - 1
    for step in ladder.steps:
        assert (step.stretch is not None) == (step.relation in ("gap", "overlap", "equal"))


def test_ladders_are_made_once(reading, dossier):
    made = dossier(reading(3, [{"number": "1", "violation": "甲", "tier": "从轻", "standard": "处一万元罚款"}]))
    assert ladders(made) is ladders(made)
    assert [item for item, _ in ladders(made)] == list(violations(made))
