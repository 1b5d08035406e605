"""A303: no tier reaches above the statute; a value below it is A309, another way of fining A312."""

import pytest


@pytest.mark.parametrize(
    ("statute", "standard", "message"),
    [
        (
            "处一万元以上五万元以下罚款",
            "处五万元以上六万元以下罚款",
            "“严重”为50000元以上60000元以下，法定最高50000元，超出10000元",
        ),
        ("处一万元以上五万元以下罚款", "处五万元以上罚款", "“严重”为50000元以上，没有上限，法定最高50000元"),
        ("处五万元以下罚款", "处五万零一元罚款", "“严重”为50001元，法定最高50000元，超出1元"),
        (
            "处违法所得一倍以上三倍以下罚款",
            "处违法所得三倍以上五倍以下罚款",
            "“严重”为3倍以上5倍以下，法定最高3倍，超出2倍",
        ),
        ("处工程造价百分之二以上百分之四以下罚款", "处工程造价三倍罚款", "“严重”为3倍，法定最高4%，超出296%"),
        (
            "对单位处五万元以下罚款，对个人处五千元以下罚款",
            "对单位处四万元以上五万元以下罚款，对个人处五千元以上八千元以下罚款",
            "对个人：“严重”为5000元以上8000元以下，法定最高5000元，超出3000元",
        ),
        (
            "处一万元以上不满五万元罚款",
            "处四万元以上五万元以下罚款",
            "“严重”为40000元以上50000元以下，法定为10000元以上不满50000元，不含50000元本数",
        ),
        (
            "处每株二百元以下罚款，但最高不超过五万元",
            "处每株一百元以上二百元以下罚款，但最高不超过八万元",
            "“严重”最高不超过80000元，法定最高不超过50000元",
        ),
    ],
)
def test_above_the_maximum_is_accused_with_the_arithmetic(one, outcome, statute, standard, message):
    made = one([standard], statute, tiers=["严重"])
    assert outcome("A303", made) == [f"H5 {message}"]


@pytest.mark.parametrize(
    ("statute", "standard"),
    [
        ("处一万元以上五万元以下罚款", "处四万元以上五万元以下罚款"),
        ("处一万元以上五万元以下罚款", "处五万元罚款"),
        ("处一万元以上不满五万元罚款", "处四万元以上不满五万元罚款"),
        ("处五万元以下罚款；逾期不改正的，处五万元以上十万元以下罚款", "处八万元以上十万元以下罚款"),
        ("处五万元以下罚款；逾期不改正的，处五万元以上十万元以下罚款", "处四万元以上六万元以下罚款"),
        ("处货值金额百分之五十以上五倍以下罚款", "处货值金额四倍以上五倍以下罚款"),
        ("处货值金额一倍以上三倍以下罚款", "处货值金额百分之二百以上百分之三百以下罚款"),
        ("货值金额不足一万元的，处二千元以上五万元以下罚款；货值金额一万元以上的，处货值金额五倍以上十倍以下罚款",
         "货值金额不足一万元的，处四万元以上五万元以下罚款；货值金额一万元以上的，处货值金额九倍以上十倍以下罚款"),
        ("违法所得不足一万元的，处一万元以下罚款；违法所得一万元以上的，处五万元以下罚款",
         "违法所得不足一万元的，处八千元以上一万元以下罚款；违法所得一万元以上的，处四万元以上五万元以下罚款"),
        ("处二千元以上二万元以下罚款", "吊销许可证"),
    ],
)  # fmt: skip
def test_what_lies_within_a_limb_of_the_law_passes(one, outcome, statute, standard):
    made = one([standard], statute, tiers=["严重"])
    assert outcome("A303", made) == []


def test_a_value_band_has_its_own_maximum(one, sentences):
    statute = "违法所得不足一万元的，处一万元以下罚款；违法所得一万元以上的，处五万元以下罚款"
    standard = "违法所得不足一万元的，处八千元以上二万元以下罚款"
    assert sentences("A303", one([standard], statute, tiers=["严重"])) == [
        "“严重”为8000元以上20000元以下，法定最高10000元，超出10000元"
    ]


def test_below_the_minimum_is_not_its_business(one, cells):
    made = one(["处五千元以上一万元以下罚款"], "处一万元以上五万元以下罚款")
    assert cells("A303", made) == []


def test_a_sum_against_a_multiple_is_left_to_a312(one, cells):
    made = one(["处九万元罚款"], "处违法所得一倍以上三倍以下罚款")
    assert cells("A303", made) == []


def test_a_fine_where_the_law_names_other_sanctions_only_is_another_kind(one, sentences):
    made = one(["处一千元罚款"], "警告；情节严重的，吊销许可证")
    assert sentences("A303", made) == ["“从轻”规定了罚款，所列法定依据没有规定罚款"]


@pytest.mark.parametrize("basis", ["《某某法》第八条", "《某某法》第八条：……，由主管部门给予警告……。"])
def test_a_basis_that_is_not_quoted_in_full_accuses_nobody(one, cells, reasons, basis):
    made = one(["处一千元罚款"], basis=basis)
    assert cells("A303", made) == []
    assert len(reasons("A303", made)) == 1


def test_a_fine_on_persons_whom_the_quoted_law_does_not_name_is_unexamined(one, cells, reasons):
    made = one(["处一万元罚款，对直接负责的主管人员处九万元罚款"], "处一万元以上五万元以下罚款")
    assert cells("A303", made) == []
    assert reasons("A303", made) == [("H5", "具体标准的处罚对象在法定罚款中找不到，无法对照")]


def test_a_fine_between_two_limbs_that_leave_a_hole_is_unexamined(one, cells, reasons):
    statute = "处一万元以上二万元以下罚款；情节严重的，处五万元以上十万元以下罚款"
    made = one(["处三万元罚款"], statute)
    assert cells("A303", made) == []
    assert reasons("A303", made) == [("H5", "法定罚款有几个幅度，无法确定对应哪一个")]


@pytest.mark.parametrize("source", ["省", "市", "本单位"])
def test_higher_standards_are_bound_by_the_statute_too(one, cells, source):
    made = one(["处六万元罚款"], "处一万元以上五万元以下罚款", tiers=["严重"], source=source)
    assert cells("A303", made) == ["H5"]


def test_another_per_unit_is_unexamined(one, cells, reasons):
    made = one(["处每平方米九万元罚款"], "处一万元以上五万元以下罚款")
    assert cells("A303", made) == []
    assert "计算单位不同" in reasons("A303", made)[0][1]
