"""A311: a tier does not repeat the law's whole range."""

import pytest

HIGHER = ["处二万元以上三万元以下罚款", "处三万元以上四万元以下罚款"]


@pytest.mark.parametrize(
    ("statute", "standard", "message"),
    [
        (
            "处一万元以上五万元以下罚款",
            "处一万元以上五万元以下罚款",
            "“从轻”为10000元以上50000元以下，与法定幅度相同，没有细化",
        ),
        (
            "处违法所得一倍以上三倍以下罚款",
            "处违法所得一倍以上三倍以下罚款",
            "“从轻”为1倍以上3倍以下，与法定幅度相同，没有细化",
        ),
    ],
)
def test_the_whole_range_is_accused(one, outcome, statute, standard, message):
    assert outcome("A311", one([standard, "吊销许可证"], statute)) == [f"H5 {message}"]


@pytest.mark.parametrize(
    ("statute", "standard"),
    [
        ("处一万元以上五万元以下罚款", "处一万元以上四万元以下罚款"),
        ("处五百元罚款", "处五百元罚款"),
        ("处五万元以下罚款", "处五万元罚款"),
        ("处五万元以下罚款；逾期不改正的，处五万元以上十万元以下罚款", "处三万元以上五万元以下罚款"),
    ],
)
def test_part_of_the_range_passes(one, outcome, statute, standard):
    assert outcome("A311", one([standard, *HIGHER], statute)) == []


def test_under_a_maximum_alone_a_lenient_tier_without_lower_end_is_left_to_a302(one, outcome):
    statute = "处五万元以下罚款"
    lenient = one(["处五万元以下罚款", *HIGHER], statute)
    ordinary = one(["处五万元以下罚款", *HIGHER], statute, tiers=["一般", "较重", "严重"])
    assert outcome("A311", lenient) == []
    assert outcome("A311", ordinary) == ["H5 “一般”为50000元以下，与法定幅度相同，没有细化"]


def test_an_item_with_one_tier_is_left_to_a301(one, spoken):
    assert spoken(one(["处一万元以上五万元以下罚款"], "处一万元以上五万元以下罚款", tiers=["一般"])) == ["A301"]


def test_higher_standards_are_left(one, outcome):
    made = one(["处一万元以上五万元以下罚款", *HIGHER], "处一万元以上五万元以下罚款", source="省")
    assert outcome("A311", made) == ["C5? 执行省市标准，仅核对引用"]
