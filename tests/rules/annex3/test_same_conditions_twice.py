"""A307: two tiers of one violation do not share their conditions."""

STANDARDS = ["处一万元罚款", "处二万元罚款", "处三万元罚款"]
STATUTE = "处一万元以上五万元以下罚款"


def test_conditions_of_their_own_pass(one, outcome):
    assert outcome("A307", one(STANDARDS, STATUTE)) == []


def test_the_same_words_in_two_tiers_are_accused_at_the_second(one, findings):
    made = one(STANDARDS, STATUTE, conditions=["造成一定影响。", "限期内改正", " 造成一定影响"])
    (finding,) = findings("A307", made)
    assert finding.place.cell == "G7"
    assert finding.message.render() == "“一般”与“从轻”的适用条件相同，无法区分适用哪个阶次"
    assert [place.cell for place in finding.related] == ["G5"]


def test_rows_of_the_same_tier_may_share_them(one, outcome):
    made = one(STANDARDS[:2], STATUTE, tiers=["从轻", "从轻"], conditions=["初次违法", "初次违法"])
    assert outcome("A307", made) == []


def test_other_violations_may_share_them(block, benchmark, outcome):
    second = block(STANDARDS, STATUTE, number="2", violation="乙")
    assert outcome("A307", benchmark(block(STANDARDS, STATUTE), second)) == []


def test_blanks_are_left_to_a306(one, outcome):
    assert outcome("A307", one(STANDARDS, STATUTE, conditions=["", "无", "/"])) == []
