"""A302: under a maximum-only fine the lenient tier starts at 20 % of the maximum or above, limb by limb."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

REST = ["处二万元以上三万元以下罚款", "处三万元以上四万元以下罚款", "处四万元以上四万五千元以下罚款", "处五万元罚款"]


@pytest.mark.parametrize(
    ("statute", "lenient"),
    [
        ("处五万元以下罚款", "处一万元以上一万五千元以下罚款"),
        ("处5万元以下罚款", "处10000元罚款"),
        ("可以处违法所得五倍以下罚款", "处违法所得一倍以上二倍以下罚款"),
        ("处工程造价百分之十以下罚款", "处工程造价百分之二以上百分之四以下罚款"),
        ("处每平方米二百元以下罚款", "处每平方米四十元以上八十元以下罚款"),
        ("处货值金额等值以下罚款", "处货值金额百分之二十以上百分之三十以下罚款"),
        ("处五百元以下罚款", "处一百元以上二百元以下罚款"),
    ],
)
def test_exactly_a_fifth_passes(one, outcome, statute, lenient):
    made = one([lenient], statute)
    assert outcome("A302", made) == []


@pytest.mark.parametrize(
    ("statute", "lenient", "message"),
    [
        (
            "处五万元以下罚款",
            "处八千元以上一万元以下罚款",
            "从轻处罚下限8000元，法定最高50000元，20%为10000元，少2000元",
        ),
        (
            "处五万元以下罚款",
            "处9999元以上1万元以下罚款",
            "从轻处罚下限9999元，法定最高50000元，20%为10000元，少1元",
        ),
        (
            "处违法所得五倍以下罚款",
            "处违法所得0.5倍以上1倍以下罚款",
            "从轻处罚下限0.5倍，法定最高5倍，20%为1倍，少0.5倍",
        ),
        (
            "处工程造价百分之十以下罚款",
            "处工程造价百分之一以上百分之三以下罚款",
            "从轻处罚下限1%，法定最高10%，20%为2%，少1%",
        ),
        (
            "处每平方米二百元以下罚款",
            "处每平方米二十元以上五十元以下罚款",
            "从轻处罚下限20元/平方米，法定最高200元/平方米，20%为40元/平方米，少20元/平方米",
        ),
        ("处五万元以下罚款", "处五千元罚款", "从轻处罚下限5000元，法定最高50000元，20%为10000元，少5000元"),
        ("处五万元以下罚款", "处一万元以下罚款", "从轻处罚没有下限，法定最高50000元，20%为10000元"),
        ("处五万元以下罚款", "处五万元以下罚款", "从轻处罚没有下限，法定最高50000元，20%为10000元"),
        (
            "处不满五万元罚款",
            "处九千元以上一万元以下罚款",
            "从轻处罚下限9000元，法定最高50000元，20%为10000元，少1000元",
        ),
    ],
)
def test_less_than_a_fifth_is_accused_with_the_arithmetic(one, outcome, statute, lenient, message):
    made = one([lenient], statute)
    assert outcome("A302", made) == [f"H5 {message}"]


def test_of_two_targets_the_one_that_falls_short_is_named(one, sentences):
    statute = "对单位处五万元以下罚款，对个人处五千元以下罚款"
    lenient = "对单位处一万元以上二万元以下罚款，对个人处五百元以上一千元以下罚款"
    assert sentences("A302", one([lenient], statute)) == [
        "对个人：从轻处罚下限500元，法定最高5000元，20%为1000元，少500元"
    ]


def test_value_bands_have_a_floor_each(one, sentences):
    statute = "违法所得不足一万元的，处五千元以下罚款；违法所得一万元以上的，处五万元以下罚款"
    right = "违法所得不足一万元的，处一千元以上二千元以下罚款；违法所得一万元以上的，处一万元以上二万元以下罚款"
    wrong = "违法所得不足一万元的，处一千元以上二千元以下罚款；违法所得一万元以上的，处五千元以上二万元以下罚款"
    assert sentences("A302", one([right], statute)) == []
    assert sentences("A302", one([wrong], statute)) == ["从轻处罚下限5000元，法定最高50000元，20%为10000元，少5000元"]


def test_a_tier_for_the_lower_band_alone_is_not_measured_by_the_higher_one(one, cells, reasons):
    statute = "违法所得不足一万元的，处五千元以下罚款；违法所得一万元以上的，处五万元以下罚款"
    made = one(["处一千元以上二千元以下罚款"], statute, conditions=["违法所得不足一万元的"])
    assert (cells("A302", made), reasons("A302", made)) == ([], [])


def test_a_tier_that_names_no_band_is_unexamined_where_only_one_band_would_accuse_it(one, cells, reasons):
    statute = "违法所得不足一万元的，处五千元以下罚款；违法所得一万元以上的，处五万元以下罚款"
    made = one(["处一千元以上二千元以下罚款"], statute)
    assert cells("A302", made) == []
    assert reasons("A302", made) == [("H5", "法定罚款有几个幅度，无法确定从轻处罚对应哪一个最高限值")]


@pytest.mark.parametrize(
    ("statute", "lenient"),
    [
        ("处一万元以上五万元以下罚款", "处一万元以上二万元以下罚款"),
        ("五万元以下罚款；逾期不改正的，处五万元以上十万元以下罚款", "处一万元以上二万元以下罚款"),
        ("处五万元以下罚款；情节严重的，处十万元以下罚款", "处一万元以上二万元以下罚款"),
        ("处五百元罚款", "处五百元罚款"),
    ],
)
def test_the_floor_is_that_of_the_limb_the_tier_belongs_to(one, outcome, statute, lenient):
    made = one([lenient], statute)
    assert outcome("A302", made) == []


def test_only_the_lenient_tier_is_measured(one, cells):
    standards = ["处一万元以上一万五千元以下罚款", "处五千元以上六千元以下罚款", *REST]
    assert cells("A302", one(standards, "处五万元以下罚款")) == []


def test_the_lightest_of_a_numbered_ladder_is_the_lenient_one(one, cells):
    standards = [*REST[::-1], "处五千元以上二万元以下罚款"]
    up = one(standards[::-1], "处五万元以下罚款", tiers=["1", "2", "3", "4", "5"])
    down = one(standards, "处五万元以下罚款", tiers=["一级", "二级", "三级", "四级", "五级"])
    assert (cells("A302", up), cells("A302", down)) == (["H5"], ["H9"])


class TestWarningAsTheLowestTier:
    OFFERED = "《环境保护法》第三十五条：处警告或者五万元以下罚款。"
    NOT_OFFERED = "《某某条例》第五条：违反规定的，由主管部门处五万元以下罚款。"

    def test_passes_where_the_statute_offers_the_warning(self, one, cells, reasons):
        made = one(["警告"], basis=self.OFFERED)
        assert (cells("A302", made), reasons("A302", made)) == ([], [])

    def test_is_below_the_floor_where_the_statute_does_not(self, one, sentences):
        made = one(["给予警告"], basis=self.NOT_OFFERED)
        assert sentences("A302", made) == [
            "从轻处罚只有警告而没有罚款，法定依据没有规定警告；法定最高50000元，20%为10000元"
        ]

    def test_the_remedy_is_to_quote_the_warning_or_to_write_the_fine(self, one, findings):
        (finding,) = findings("A302", one(["给予警告"], basis=self.NOT_OFFERED))
        assert finding.remedy.render() == (
            "法律规定了警告的，请在法定依据中抄录；没有规定的，请写明从轻阶次的罚款，下限不低于10000元"
        )

    def test_is_unexamined_where_the_statute_is_not_quoted(self, one, cells, reasons):
        made = one(["给予警告"], "五万元以下", basis="《某某条例》第五条")
        assert cells("A302", made) == []
        assert reasons("A302", made) == [("H5", "法定依据没有引出原文，无法核对法律是否规定了警告")]

    def test_passes_where_the_law_leaves_the_fine_open(self, one, cells):
        basis = "《某某条例》第五条：由主管部门责令改正，可以处五万元以下罚款。"
        assert cells("A302", one(["责令改正，给予警告"], basis=basis)) == []


def test_a_waived_row_above_the_five_is_not_too_light(one, cells):
    standards = ["不予处罚", "处一万元以上一万五千元以下罚款", *REST]
    tiers = ["轻微", "从轻", "较轻", "一般", "较重", "严重"]
    assert cells("A302", one(standards, "处五万元以下罚款", tiers=tiers)) == []


def test_a_mitigated_row_may_lie_below(one, cells):
    standards = ["处五千元罚款", "处一万元以上一万五千元以下罚款", *REST]
    tiers = ["减轻", "从轻", "较轻", "一般", "较重", "严重"]
    assert cells("A302", one(standards, "处五万元以下罚款", tiers=tiers)) == []


@pytest.mark.parametrize("source", ["省", "市"])
def test_higher_standards_are_not_measured(one, cells, reasons, source):
    made = one(["处一千元罚款"], "处五万元以下罚款", source=source)
    assert cells("A302", made) == []
    assert reasons("A302", made) == [("C5", "执行省市标准，仅核对引用")]


def test_a_basis_without_its_words_is_unexamined(one, cells, reasons):
    made = one(["处一千元罚款"], basis="《某某条例》第五条")
    assert cells("A302", made) == []
    ((cell, reason),) = reasons("A302", made)
    assert cell == "D5"
    assert "表中没有法定罚款的原文" in reason


def test_the_quoted_words_serve_where_the_column_is_empty(one, cells):
    basis = "《某某条例》第五条：违反规定的，由主管部门处五万元以下罚款。"
    assert cells("A302", one(["处五千元以上一万元以下罚款"], basis=basis)) == ["H5"]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(50, 2_000_000), st.data())
def test_it_fires_for_sums_just_where_the_lower_end_is_under_a_fifth(one, cells, high, data):
    low = data.draw(st.integers(1, high - 1) | st.sampled_from([high // 5, max(high // 5 - 1, 1), -(-high // 5)]))
    made = one([f"处{low}元以上{high}元以下罚款"], f"处{high}元以下罚款")
    assert bool(cells("A302", made)) == (low * 5 < high)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(2, 300), st.data())
def test_it_fires_for_ratios_just_where_the_lower_end_is_under_a_fifth(one, cells, high, data):
    low = data.draw(st.integers(1, high - 1))
    lenient = f"处违法所得{low / 10}倍以上{high / 10}倍以下罚款"
    made = one([lenient], f"处违法所得{high / 10}倍以下罚款")
    assert bool(cells("A302", made)) == (low * 5 < high)
