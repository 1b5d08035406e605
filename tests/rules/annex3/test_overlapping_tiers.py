"""A315: the same fine belongs to one tier alone; touching ends are usual."""

import pytest

STATUTE = "处一万元以上五万元以下罚款"


@pytest.mark.parametrize(
    ("lower", "upper", "message"),
    [
        (
            "处一万元以上三万元以下罚款",
            "处二万元以上四万元以下罚款",
            "“从轻”与“较轻”在20000元以上30000元以下重叠",
        ),
        (
            "处一万元以上二万元以下罚款",
            "处一万元以上三万元以下罚款",
            "“从轻”与“较轻”在10000元以上20000元以下重叠",
        ),
    ],
)
def test_an_overlap_is_accused_at_the_higher_tier(one, outcome, lower, upper, message):
    assert outcome("A315", one([lower, upper], STATUTE)) == [f"H6 {message}"]


@pytest.mark.parametrize(
    ("lower", "upper"),
    [
        ("处一万元以上二万元以下罚款", "处二万元以上四万元以下罚款"),
        ("处二万元以上四万元以下罚款", "处四万元以上五万元以下罚款"),
        ("处一万元以上不满二万元罚款", "处二万元以上四万元以下罚款"),
        ("处一万元以上二万元以下罚款", "处二万元罚款"),
        ("处二万元罚款", "处二万元以上三万元以下罚款"),
        ("处一万元以上二万元以下罚款", "处三万元以上四万元以下罚款"),
    ],
)
def test_touching_ends_are_no_fault(one, outcome, lower, upper):
    assert outcome("A315", one([lower, upper], STATUTE)) == []


def test_tiers_that_only_name_maxima_overlap(one, outcome):
    made = one(["处一万元以上二万元以下罚款", "处三万元以下罚款"], "处五万元以下罚款")
    assert outcome("A315", made) == ["H6 “从轻”与“较轻”在10000元以上20000元以下重叠"]


def test_a_falling_tier_is_accused_of_that_alone(one, spoken):
    made = one(["处二万元以上四万元以下罚款", "处一万元以上三万元以下罚款"], STATUTE)
    assert spoken(made) == ["A301", "A304"]


def test_a_tier_as_wide_as_the_law_is_accused_of_that_alone(one, spoken):
    standards = [
        "处一万元以上二万元以下罚款",
        "处二万元以上三万元以下罚款",
        "处一万元以上五万元以下罚款",
        "处三万元以上四万元以下罚款",
        "处四万元以上五万元以下罚款",
    ]
    assert spoken(one(standards, STATUTE)) == ["A311"]


def test_higher_standards_are_left(one, outcome):
    made = one(["处一万元以上三万元以下罚款", "处二万元以上四万元以下罚款"], STATUTE, source="市")
    assert outcome("A315", made) == ["C5? 执行省市标准，仅核对引用"]
