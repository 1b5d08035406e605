"""Tier words, and where the tiers of a ladder stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.annexes.tier_words import Degree, Entry, Level, TierWord, read_tier_word, standings, tier_name
from enforcer.language.blanks import fold


def levels(words, weights=None, waived=()):
    entries = [
        Entry(read_tier_word(word), word in waived, weight)
        for word, weight in zip(words, weights or [None] * len(words), strict=True)
    ]
    return [one.level.name if one and one.level else None for one in standings(entries)]


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("从轻", Degree.LENIENT),
        ("从轻处罚", Degree.LENIENT),
        ("从轻情节", Degree.LENIENT),
        ("（一）从轻", Degree.LENIENT),
        ("1、从轻", Degree.LENIENT),
        ("从 轻".replace(" ", ""), Degree.LENIENT),
        ("情节较轻", Degree.LIGHTER),
        ("违法情节较轻的", Degree.LIGHTER),
        ("一般", Degree.ORDINARY),
        ("一般违法行为", Degree.ORDINARY),
        ("较重\n情节", Degree.HEAVIER),
        ("【严重】", Degree.SEVERE),
        ("情节特别严重", Degree.EXTREME),
        ("减轻处罚", Degree.MITIGATED),
        ("轻微", Degree.SLIGHT),
        ("不予处罚", Degree.WAIVED),
        ("免予行政处罚", Degree.WAIVED),
        ("轻微（不予处罚）", Degree.WAIVED),
        ("一档（从轻）", Degree.LENIENT),
    ],
)
def test_a_word_is_read(text, degree):
    assert read_tier_word(text).degree is degree


@pytest.mark.parametrize(
    ("text", "rest"),
    [("从轻：初次违法，及时改正", "初次违法,及时改正"), ("较轻 违法行为轻微的", "违法行为轻微的"), ("严重", "")],
)
def test_what_follows_the_word_is_its_condition(text, rest):
    assert read_tier_word(text).rest == rest


@pytest.mark.parametrize(
    ("text", "number"), [("1", 1), ("一级", 1), ("第三档", 3), ("Ⅲ级", 3), ("B档", 2), ("５", 5), ("2.", 2)]
)
def test_a_number_is_read(text, number):
    assert read_tier_word(text) == TierWord(None, number, "")


@pytest.mark.parametrize(
    "text",
    ["", "初犯", "严重污染环境的", "一般固体废物", "从轻、较轻", "从轻或减轻", "一般或较重", "两年内3次以上", "0"],
)
def test_what_names_no_one_tier_is_not_read(text):
    assert read_tier_word(text) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["从轻", "较轻", "一般", "较重", "严重"], ["LENIENT", "LIGHTER", "ORDINARY", "HEAVIER", "SEVERE"]),
        (["轻微", "较轻", "一般", "严重", "特别严重"], ["LENIENT", "LIGHTER", "ORDINARY", "HEAVIER", "SEVERE"]),
        (["轻微", "从轻", "一般"], ["LENIENT", "LIGHTER", "ORDINARY"]),
        (["从轻", "轻微", "一般"], ["LENIENT", "LIGHTER", "ORDINARY"]),
        (["一般", "较重", "严重"], ["ORDINARY", "HEAVIER", "SEVERE"]),
        (["一般", "较重", "严重", "特别严重"], ["ORDINARY", "HEAVIER", "SEVERE", "SEVERE"]),
        (["一般", "从重"], ["ORDINARY", "SEVERE"]),
        (["一般", "从重", "严重"], ["ORDINARY", "HEAVIER", "SEVERE"]),
        (["减轻", "从轻", "一般"], ["MITIGATED", "LENIENT", "ORDINARY"]),
        (["1", "2", "3"], ["LENIENT", None, None]),
        (["1", "2", "3", "4", "5"], ["LENIENT", "LIGHTER", "ORDINARY", "HEAVIER", "SEVERE"]),
        (["初犯", "一般"], [None, "ORDINARY"]),
    ],
)
def test_words_stand_for_the_five_tiers(words, expected):
    assert levels(words) == expected


def test_a_numbered_ladder_is_read_from_the_lighter_fine():
    assert levels(["1", "2", "3"], [30, 20, 10]) == [None, None, "LENIENT"]
    assert levels(["1", "2", "3"], [10, 20, 30]) == ["LENIENT", None, None]
    assert levels(["1", "2", "3"], [None, 30, 10]) == [None, None, "LENIENT"]


def test_a_slight_tier_that_waives_lies_outside_the_five():
    assert levels(["轻微", "较轻"], waived=("轻微",)) == ["WAIVED", "LIGHTER"]


@given(st.lists(st.sampled_from(["从轻", "较轻", "一般", "较重", "严重", "减轻", "不予处罚", "", "x"]), max_size=8))
def test_the_order_follows_the_levels(words):
    made = [one for one in standings([Entry(read_tier_word(word), False, None) for word in words]) if one]
    ranked = sorted(made, key=lambda one: one.order)
    assert [one.level for one in ranked] == sorted(one.level for one in made)


@given(st.text(max_size=80))
def test_no_text_breaks_it(text):
    word = read_tier_word(text)
    assert word is None or (word.degree is None) != (word.number is None)


@pytest.mark.parametrize("text", ["从轻、较轻", "从轻、较轻、一般、较重、严重", "从轻和较轻", "较重/严重：造成事故"])
def test_a_cell_that_lists_tiers_names_none(text):
    assert read_tier_word(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("从轻：初次违法", "从轻"),
        ("较轻\n再次违法的", "较轻"),
        ("一般（造成影响的）", "一般"),
        ("1.从轻", "1.从轻"),
        ("情节较重", "情节较重"),
        ("说不清的", "说不清的"),
        ("", ""),
    ],
)
def test_a_tier_is_named_without_its_condition(text, name):
    assert tier_name(text) == name


@given(st.text(max_size=80))
def test_a_tiers_name_is_part_of_the_cell(text):
    assert len(tier_name(text)) <= max(len(text), len(fold(text)))


def test_level_names_are_the_words_of_the_notice():
    assert [level.name for level in Level][2:] == ["LENIENT", "LIGHTER", "ORDINARY", "HEAVIER", "SEVERE"]
