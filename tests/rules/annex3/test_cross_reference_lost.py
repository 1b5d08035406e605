"""A314: a standard that points to another item is read there; it is a fault only where nothing is found."""

import pytest

from enforcer.annexes.benchmark import followed_references, violations

STATUTE = "处一万元以上五万元以下罚款"
FIVE = [
    "处一万元以上一万五千元以下罚款",
    "处一万五千元以上二万元以下罚款",
    "处二万元以上三万元以下罚款",
    "处三万元以上四万元以下罚款",
    "处四万元以上五万元以下罚款",
]
REFERENCE = "按照序号5的裁量基准执行"


@pytest.fixture
def two(block, benchmark):
    """two(standards) is item 5, in full, and item 6 with these standards."""

    def made(standards, statute=STATUTE, number="5", **more):
        second = block(standards, statute, number="6", violation="未按规定培训", **more)
        return benchmark(block(FIVE, STATUTE, number=number), second)

    return made


def test_followed_tier_by_tier_it_is_no_fault_and_the_limbs_are_read(two, spoken):
    made = two([REFERENCE] * 5)
    assert spoken(made) == []
    assert [tier.limbs[0].bounds.low for tier in violations(made)[1].tiers] == [10000, 15000, 20000, 30000, 40000]


def test_one_row_for_the_whole_item_takes_all_tiers(two, spoken):
    made = two([REFERENCE], tiers=[""], conditions=[""])
    assert spoken(made) == []
    assert len(violations(made)[1].tiers) == 5


def test_following_is_an_assumption_that_can_be_shown(two):
    (assumption,) = followed_references(two([REFERENCE], tiers=["一般"]))
    assert assumption.place.cell == "H10"
    assert assumption.sentence.render() == "按所写的序号，取裁量基准!H7的具体标准"


def test_what_was_followed_is_judged_by_the_own_statute(two, cells):
    assert cells("A303", two([REFERENCE], "处二万元以下罚款", tiers=["严重"])) == ["H10"]


WRITTEN = [
    "按照序号5的裁量基准执行",
    "参照序号5执行",
    "同序号５",
    "按本表第5项执行",
    "执行第五项裁量标准",
    "按照序号0005的标准执行",
]


@pytest.mark.parametrize("words", WRITTEN)
def test_references_are_written_in_many_ways(two, outcome, words):
    made = two([words], tiers=["一般"])
    assert outcome("A314", made) == []
    assert violations(made)[1].tiers[0].followed is not None


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("按照序号50的裁量基准执行", "H10 具体标准指向序号50，表中没有这个序号"),
        ("按照序号6的裁量基准执行", "H10 具体标准指向序号6，那里没有“一般”阶次的具体标准"),
    ],
)
def test_a_number_that_leads_nowhere_is_lost(two, outcome, words, message):
    assert outcome("A314", two([words], tiers=["一般"])) == [message]


def test_a_tier_that_the_named_item_lacks_is_lost(two, outcome):
    assert outcome("A314", two([REFERENCE], tiers=["减轻"])) == ["H10 具体标准指向序号5，那里没有“减轻”阶次的具体标准"]


def test_a_number_used_twice_is_unexamined(two, outcome):
    made = two(["按照序号6的裁量基准执行"], tiers=["一般"], number="6")
    assert outcome("A314", made) == ["H10? 表中有几个相同的序号，无法确定具体标准指向哪一个"]


def test_references_that_chase_each_other_are_lost(block, benchmark, outcome):
    first = block(["按照序号2执行"], STATUTE, tiers=[""], number="1")
    second = block(["按照序号1执行"], STATUTE, tiers=[""], number="2", violation="乙")
    assert [said.split()[0] for said in outcome("A314", benchmark(first, second))] == ["H5", "H6"]


def test_a_reference_leads_on_through_another_one(block, benchmark, outcome):
    first = block(FIVE, STATUTE, number="1")
    second = block(["按照序号1执行"], STATUTE, tiers=[""], number="2", violation="乙")
    third = block(["按照序号2执行"], STATUTE, tiers=["一般"], number="3", violation="丙")
    made = benchmark(first, second, third)
    assert outcome("A314", made) == []
    assert violations(made)[2].tiers[0].limbs[0].bounds.low == 20000


WRITTEN = [
    "按照序号5的裁量基准执行",
    "参照序号5执行",
    "同序号５",
    "按本表第5项执行",
    "执行第五项裁量标准",
    "按照序号0005的标准执行",
]


@pytest.mark.parametrize("words", WRITTEN)
def test_articles_of_law_are_no_cross_reference(two, outcome, words):
    assert outcome("A314", two([words], tiers=["一般"])) == []
