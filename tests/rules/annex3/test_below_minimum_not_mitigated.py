"""A309: below the statutory minimum only as 减轻."""

import pytest


@pytest.mark.parametrize(
    ("statute", "standard", "message"),
    [
        (
            "处一万元以上五万元以下罚款",
            "处五千元以上一万元以下罚款",
            "“从轻”为5000元以上10000元以下，法定最低10000元，低5000元",
        ),
        ("处一万元以上五万元以下罚款", "处二万元以下罚款", "“从轻”为20000元以下，没有下限，法定最低10000元"),
        ("处违法所得一倍以上三倍以下罚款", "处违法所得百分之五十罚款", "“从轻”为50%，法定最低1倍，低0.5倍"),
        (
            "处超过一万元不满五万元罚款",
            "处一万元以上二万元以下罚款",
            "“从轻”为10000元以上20000元以下，法定为超过10000元不满50000元，不含10000元本数",
        ),
    ],
)
def test_below_the_minimum_is_accused_with_the_arithmetic(one, outcome, statute, standard, message):
    made = one([standard], statute)
    assert outcome("A309", made) == [f"H5 {message}"]


@pytest.mark.parametrize("word", ["减轻", "减轻处罚", "从轻或减轻"])
def test_a_mitigated_tier_may_lie_below(one, cells, word):
    made = one(["处五千元以上一万元以下罚款"], "处一万元以上五万元以下罚款", tiers=[word])
    assert cells("A309", made) == []


def test_a_standard_that_says_mitigated_may_lie_below(one, cells):
    made = one(["依法减轻处罚，处五千元罚款"], "处一万元以上五万元以下罚款")
    assert cells("A309", made) == []


@pytest.mark.parametrize(
    ("statute", "standard"),
    [
        ("处一万元以上五万元以下罚款", "处一万元以上二万元以下罚款"),
        ("处五万元以下罚款", "处一百元罚款"),
        ("处五万元以上十万元以下罚款；情节轻微的，处一万元以上三万元以下罚款", "处一万元以上二万元以下罚款"),
        ("处一万元以上五万元以下罚款", "不予处罚"),
        ("警告，可以并处一万元以上五万元以下罚款", "警告"),
        ("逾期不改正的，处一万元以上五万元以下罚款", "责令改正"),
    ],
)
def test_what_the_law_allows_passes(one, outcome, statute, standard):
    made = one([standard], statute)
    assert outcome("A309", made) == []


@pytest.mark.parametrize("standard", ["警告", "责令改正，不予罚款"])
def test_a_lenient_tier_without_the_fine_that_the_law_sets_is_unexamined(one, outcome, standard):
    made = one([standard], "处一万元以上五万元以下罚款")
    assert outcome("A309", made) == ["H5? 从轻阶次没有写罚款，无法与法定最低罚款比较"]


def test_two_sums_for_nobody_in_particular_may_be_for_the_unit_and_the_person(one, cells):
    statute = "处十万元以上五十万元以下罚款；对直接负责的主管人员和其他直接责任人员处五千元以上二万元以下罚款"
    made = one(["处十万元罚款，个人处五千元罚款"], statute)
    assert cells("A309", made) == []


def test_a_person_fined_less_than_the_law_quotes_for_all_is_unexamined(one, cells, reasons):
    made = one(["对单位处一万元罚款，对个人处五百元罚款"], "处一万元以上五万元以下罚款")
    assert cells("A309", made) == []
    assert [cell for cell, _ in reasons("A309", made)] == ["H5"]


def test_the_persons_fine_is_looked_up_in_the_basis_where_the_column_has_only_the_units(block, benchmark, cells):
    basis = "《某某法》第九条：处一万元以上五万元以下罚款；对直接负责的主管人员处五百元以上一千元以下罚款。"
    made = benchmark(
        block(["处一万元罚款；对直接负责的主管人员处五百元罚款"], "处一万元以上五万元以下罚款", basis=basis)
    )
    assert cells("A309", made) == []


def test_higher_standards_are_bound_too(one, cells):
    made = one(["处五千元罚款"], "处一万元以上五万元以下罚款", source="省")
    assert cells("A309", made) == ["H5"]


def test_it_speaks_alone_of_a_lenient_tier_without_a_lower_end(one, spoken):
    higher = ["处二万元以上三万元以下罚款", "处三万元以上四万元以下罚款", "处四万元以上不满五万元罚款", "处五万元罚款"]
    standards = ["处二万元以下罚款", *higher]
    assert spoken(one(standards, "处一万元以上五万元以下罚款")) == ["A309"]
    assert spoken(one(standards, "处五万元以下罚款")) == ["A302"]


@pytest.mark.parametrize(
    ("statute", "standard", "remedy"),
    [
        ("处一万元以上五万元以下罚款", "处五千元以上二万元以下罚款", "请把罚款下限改为10000元以上"),
        ("处一万元以上五万元以下罚款", "处二万元以下罚款", "请写明罚款下限，不低于10000元"),
        ("处超过一万元五万元以下罚款", "处一万元以上二万元以下罚款", "请把罚款下限改为超过10000元"),
    ],
)
def test_the_remedy_names_the_lower_end_to_write(one, findings, statute, standard, remedy):
    (finding,) = findings("A309", one([standard], statute))
    assert finding.remedy.render() == f"{remedy}；确属减轻处罚的，请另列一行“减轻”"
