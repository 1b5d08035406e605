"""A305: neighbouring tiers leave no sum between them."""

import pytest

STATUTE = "处一万元以上五万元以下罚款"


@pytest.mark.parametrize(
    ("lower", "upper", "message"),
    [
        (
            "处一万元以上二万元以下罚款",
            "处三万元以上四万元以下罚款",
            "“从轻”到“较轻”之间，超过20000元不满30000元没有规定",
        ),
        ("处一万元罚款", "处三万元以上四万元以下罚款", "“从轻”到“较轻”之间，超过10000元不满30000元没有规定"),
        ("处一万元以上不满二万元罚款", "处超过二万元不满三万元罚款", "“从轻”到“较轻”之间，20000元没有规定"),
        (
            "处一万元以上不满二万元罚款",
            "处三万元以上四万元以下罚款",
            "“从轻”到“较轻”之间，20000元以上不满30000元没有规定",
        ),
    ],
)
def test_a_gap_is_accused_at_the_higher_tier(one, outcome, lower, upper, message):
    assert outcome("A305", one([lower, upper], STATUTE)) == [f"H6 {message}"]


@pytest.mark.parametrize(
    ("lower", "upper"),
    [
        ("处一万元以上二万元以下罚款", "处二万元以上四万元以下罚款"),
        ("处一万元以上不满二万元罚款", "处二万元以上四万元以下罚款"),
        ("处一万元以上二万元以下罚款", "处超过二万元不满四万元罚款"),
        ("处10000元以上19999元以下罚款", "处20000元以上30000元以下罚款"),
        ("处一万元以上三万元以下罚款", "处二万元以上四万元以下罚款"),
        ("处一万元罚款", "处三万元罚款"),
        ("警告", "处三万元以上四万元以下罚款"),
    ],
)
def test_tiers_that_touch_overlap_or_name_single_sums_pass(one, outcome, lower, upper):
    assert outcome("A305", one([lower, upper], STATUTE)) == []


def test_single_sums_mixed_with_ranges_leave_gaps(one, outcome):
    made = one(["处一万元罚款", "处二万元罚款", "处二万元以上三万元以下罚款"], STATUTE)
    assert outcome("A305", made) == ["H6 “从轻”到“较轻”之间，超过10000元不满20000元没有规定"]


def test_the_hole_that_a_missing_tier_leaves_is_left_to_a301(one, spoken):
    standards = [
        "处一万元以上二万元以下罚款",
        "处三万元以上四万元以下罚款",
        "处四万元以上四万五千元以下罚款",
        "处五万元罚款",
    ]
    made = one(standards[:3], STATUTE, tiers=["从轻", "一般", "较重"])
    assert spoken(made) == ["A301"]
    assert spoken(one(standards, STATUTE, tiers=["从轻", "一般", "较重", "严重"])) == ["A301", "A305"]


def test_a_numbered_ladder_has_no_hole_to_be_missed(one, outcome):
    made = one(["处一万元以上二万元以下罚款", "处三万元以上四万元以下罚款"], STATUTE, tiers=["1", "2"])
    assert len(outcome("A305", made)) == 1


def test_a_tier_between_that_cannot_be_compared_leaves_no_gap(one, outcome):
    standards = ["处一万元以上二万元以下罚款", "责令停业整顿", "处三万元以上四万元以下罚款"]
    assert outcome("A305", one(standards, STATUTE)) == []


def test_between_mitigated_and_lenient_there_may_be_a_gap(one, outcome):
    made = one(["处五千元罚款", "处一万元以上二万元以下罚款"], STATUTE, tiers=["减轻", "从轻"])
    assert outcome("A305", made) == []


def test_ratios_leave_gaps_too(one, outcome):
    statute = "处违法所得一倍以上五倍以下罚款"
    made = one(["处违法所得一倍以上二倍以下罚款", "处违法所得二点五倍以上三倍以下罚款"], statute)
    assert outcome("A305", made) == ["H6 “从轻”到“较轻”之间，超过2倍不满2.5倍没有规定"]


def test_higher_standards_are_left(one, outcome):
    made = one(["处一万元罚款", "处三万元以上四万元以下罚款"], STATUTE, source="市")
    assert outcome("A305", made) == ["C5? 执行省市标准，仅核对引用"]


def test_a_tier_that_was_not_read_whole_is_not_accused_of_a_gap(one, outcome):
    made = one(["处一万元罚款，每增加一处加罚二千元", "处二万元以上三万元以下罚款"], STATUTE)
    assert outcome("A305", made) == ["H5? 具体标准中的罚款未能读懂，无法对照"]
