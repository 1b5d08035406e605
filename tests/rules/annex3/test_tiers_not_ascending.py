"""A304: a heavier tier is punished more heavily."""

import pytest

STATUTE = "处一万元以上五万元以下罚款"


@pytest.mark.parametrize(
    ("lower", "upper", "message"),
    [
        ("处三万元罚款", "处二万元罚款", "“较轻”为20000元，反而轻于“从轻”的30000元"),
        (
            "处二万元以上四万元以下罚款",
            "处一万元以上五万元以下罚款，责令改正",
            None,  # the law's whole range is A311
        ),
        (
            "处二万元以上四万元以下罚款",
            "处二万元以上三万元以下罚款",
            "“较轻”为20000元以上30000元以下，反而轻于“从轻”的20000元以上40000元以下",
        ),
        (
            "处二万元以上四万元以下罚款",
            "处一万五千元以上四万五千元以下罚款",
            "“较轻”为15000元以上45000元以下，反而轻于“从轻”的20000元以上40000元以下",
        ),
        (
            "处二万元以上三万元以下罚款",
            "处二万元以上三万元以下罚款",
            "“较轻”与“从轻”同为20000元以上30000元以下，没有区分轻重",
        ),
    ],
)
def test_a_lighter_or_equal_punishment_is_accused(one, outcome, lower, upper, message):
    made = one([lower, upper], STATUTE)
    assert outcome("A304", made) == ([f"H6 {message}"] if message else [])


@pytest.mark.parametrize(
    ("lower", "upper"),
    [
        ("处一万元以上二万元以下罚款", "处二万元以上三万元以下罚款"),
        ("处一万元以上不满二万元罚款", "处二万元以上三万元以下罚款"),
        ("处一万元以上二万元以下罚款", "处二万元罚款"),
        ("处一万元以上三万元以下罚款", "处二万元以上四万元以下罚款"),
        ("处五万元罚款", "处五万元罚款，并责令停产停业整顿"),
        ("处五万元罚款，没收违法所得", "处五万元罚款，没收违法所得，吊销许可证"),
        ("警告", "处一万元罚款"),
    ],
)
def test_rising_tiers_pass(one, outcome, lower, upper):
    assert outcome("A304", one([lower, upper], STATUTE)) == []


def test_a_lower_fine_beside_a_heavier_sanction_is_left_to_people(one, outcome):
    made = one(["处三万元以上四万元以下罚款", "处十日以下拘留，并处一万元以上二万元以下罚款"], STATUTE)
    assert outcome("A304", made) == ["H6? 较重的阶次罚款较低而另有更重的处罚，轻重请人工核对"]


def test_each_target_has_its_own_ladder(one, outcome):
    statute = "对单位处一万元以上五万元以下罚款，对个人处一千元以上五千元以下罚款"
    lower = "对单位处一万元以上二万元以下罚款，对个人处二千元以上三千元以下罚款"
    upper = "对单位处二万元以上三万元以下罚款，对个人处一千元以上二千元以下罚款"
    assert outcome("A304", one([lower, upper], statute)) == [
        "H6 对个人：“较轻”为1000元以上2000元以下，反而轻于“从轻”的2000元以上3000元以下"
    ]


def test_the_same_fine_for_one_target_is_no_fault_where_the_other_target_is_fined_more(one, outcome):
    statute = "对单位处一万元以上五万元以下罚款，对个人处一千元以上五千元以下罚款"
    lower = "对单位处一万元以上二万元以下罚款，对个人处一千元罚款"
    upper = "对单位处二万元以上三万元以下罚款，对个人处一千元罚款"
    assert outcome("A304", one([lower, upper], statute)) == []


def test_value_bands_are_compared_each_with_itself(one, outcome):
    statute = "违法所得不足一万元的，处一万元以下罚款；违法所得一万元以上的，处一万元以上五万元以下罚款"
    tiers = [
        "违法所得不足一万元的，处二千元以上三千元以下罚款；违法所得一万元以上的，处一万元以上二万元以下罚款",
        "违法所得不足一万元的，处三千元以上五千元以下罚款；违法所得一万元以上的，处二万元以上三万元以下罚款",
    ]
    assert outcome("A304", one(tiers, statute)) == []
    assert outcome("A304", one(tiers[::-1], statute)) == [
        "H6 “较轻”为2000元以上3000元以下，反而轻于“从轻”的3000元以上5000元以下",
        "H6 “较轻”为10000元以上20000元以下，反而轻于“从轻”的20000元以上30000元以下",
    ]


def test_a_ladder_that_climbs_from_one_limb_of_the_law_into_the_next_is_one(one, outcome):
    statute = "处五万元以下罚款；逾期不改正的，处五万元以上十万元以下罚款"
    standards = ["处一万元罚款", "处三万元罚款", "处五万元罚款", "处八万元罚款", "处十万元罚款"]
    assert outcome("A304", one(standards, statute)) == []
    assert outcome("A304", one([*standards[:3], "处四万元罚款"], statute)) == [
        "H8 “较重”为40000元，反而轻于“一般”的50000元"
    ]


def test_the_order_of_the_rows_is_not_the_order_of_the_tiers(one, outcome):
    standards = ["处五万元罚款", "处三万元罚款", "处一万元罚款"]
    assert outcome("A304", one(standards, STATUTE, tiers=["严重", "一般", "从轻"])) == []


def test_several_rows_of_one_tier_with_the_same_fine_are_one_tier(one, outcome):
    standards = ["处一万元罚款", "处二万元罚款", "处二万元罚款", "处三万元罚款"]
    assert outcome("A304", one(standards, STATUTE, tiers=["从轻", "较轻", "较轻", "一般"])) == []


def test_several_fines_in_one_tier_are_unexamined(one, outcome):
    standards = ["处一万元罚款", "处二万元罚款", "处四万元罚款", "处三万元罚款"]
    assert outcome("A304", one(standards, STATUTE, tiers=["从轻", "较轻", "较轻", "一般"])) == [
        "H6? 同一阶次有几个不同的罚款幅度，没有与其他阶次比较"
    ]


def test_tiers_are_compared_with_each_other_also_where_the_law_is_not_quoted(one, outcome):
    made = one(["处三万元罚款", "处二万元罚款"], basis="《某某法》第八条")
    assert outcome("A304", made) == ["H6 “较轻”为20000元，反而轻于“从轻”的30000元"]


def test_a_tier_outside_the_law_is_accused_of_that_alone(one, outcome):
    made = one(["处一万元罚款", "处九十万元罚款", "处三万元罚款"], STATUTE)
    assert outcome("A304", made) == []


def test_a_law_of_one_fixed_value_makes_all_tiers_alike(one, outcome):
    made = one(["处保险费的二倍罚款", "处保险费的二倍罚款"], "处保险费的二倍罚款")
    assert outcome("A304", made) == []


def test_a_mitigated_tier_is_lighter_than_the_lenient_one(one, outcome):
    right = one(["处五千元罚款", "处一万元罚款"], STATUTE, tiers=["减轻", "从轻"])
    wrong = one(["处二万元罚款", "处一万元罚款"], STATUTE, tiers=["减轻", "从轻"])
    assert outcome("A304", right) == []
    assert outcome("A304", wrong) == ["H6 “从轻”为10000元，反而轻于“减轻”的20000元"]


def test_higher_standards_are_left(one, outcome):
    made = one(["处三万元罚款", "处二万元罚款"], STATUTE, source="省")
    assert outcome("A304", made) == ["C5? 执行省市标准，仅核对引用"]


def test_a_tier_that_cannot_be_told_is_unexamined(one, outcome):
    made = one(["处三万元罚款", "处二万元罚款"], STATUTE, tiers=["初犯", "再犯"])
    assert outcome("A304", made) == ["F5? 裁量阶次未能识别，无法比较"]
