"""Entries matched by keys first, then by likeness, the same both ways and within bounds."""

from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from enforcer.changes.pairing import Stage, paired, times

WORDS = st.lists(st.text("甲乙丙丁", max_size=4), max_size=8)
STAGES = (Stage(str), Stage(lambda text: text[:1] or None, lone=True))


def same(text):
    return text


@given(WORDS, WORDS)
def test_both_directions_find_the_same_pairs(old, new):
    there, back = paired(old, new, STAGES, same), paired(new, old, STAGES, same)
    assert sorted(there.both) == sorted((one, other) for other, one in back.both)
    assert (there.added, there.removed, there.moved) == (back.removed, back.added, back.moved)


@given(WORDS, WORDS)
def test_every_entry_is_paired_or_left_exactly_once(old, new):
    pairs = paired(old, new, STAGES, same)
    assert sorted([*pairs.removed, *(one for one, _ in pairs.both)]) == sorted(old)
    assert sorted([*pairs.added, *(other for _, other in pairs.both)]) == sorted(new)


def test_the_first_of_equal_ones_goes_with_the_first():
    pairs = paired(["a1", "a2"], ["a3", "a4"], [Stage(lambda text: text[0])])
    assert pairs.both == (("a1", "a3"), ("a2", "a4"))


def test_a_lone_key_counts_only_where_it_stands_once():
    lone = [Stage(lambda text: text[0], lone=True)]
    assert not paired(["a1", "a2"], ["a3"], lone).both
    assert paired(["a1", "b2"], ["a3"], lone).both == (("a1", "a3"),)


def test_what_clashes_is_not_paired():
    clash = Stage(lambda text: text[0], lone=True, clash=lambda one, other: one != other)
    assert not paired(["a1"], ["a2"], [clash]).both


def test_the_most_alike_wordings_are_paired_first():
    pairs = paired(["安全生产许可检查"], ["消防通道检查", "安全生产许可证检查"], [], same)
    assert pairs.both == (("安全生产许可检查", "安全生产许可证检查"),)
    assert pairs.added == ("消防通道检查",)


def test_what_shares_little_stays_apart():
    assert not paired(["安全生产许可检查"], ["消防通道是否畅通检查"], [], same).both


def test_what_moved_is_counted_and_what_was_shifted_is_not():
    assert paired("abcde", "xabcde", [Stage(str)]).moved == 0
    assert paired("abcde", "eabcd", [Stage(str)]).moved == 1


def test_times_counts_whatever_the_order():
    assert times("aab") == times("baa") != times("ab")


def test_thousands_of_entries_without_a_common_key_are_weighed_within_bounds():
    old = [f"第{number}家企业的安全生产情况" for number in range(4000)]
    new = [f"第{number}家单位的安全生产状况" for number in range(4000, 8000)]
    began = perf_counter()
    paired(old, new, [Stage(str)], same)
    assert perf_counter() - began < 10
