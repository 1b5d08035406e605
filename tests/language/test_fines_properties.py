"""Promises over whole spaces of texts: what is written is read back, and nothing is ever raised."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enforcer.domain.fine import Fine, UnreadFine
from enforcer.language.fines import read_fines

DIGITS = "零一二三四五六七八九"
ENDINGS = {
    (True, True): ("{low}以上{high}以下", "{low}至{high}", "{low}以上、{high}以下", "{low}-{high}"),
    (True, False): ("{low}以上不满{high}", "{low}以上{high}以下（不含本数）"),
    (False, True): ("{low}以上（不含本数）{high}以下", "超过{low}不超过{high}"),
}
GRAMMAR_WORDS = [
    *("处", "处以", "并处", "罚款", "的罚款", "加处罚款", "罚款额为", "元", "万元", "倍", "%", "百分之", "千分之"),
    *("等值", "一", "五", "十", "2", "10", "0.5", "1,000", "以上", "以下", "不超过", "最高不超过", "不满", "超过"),
    *("至", "-", "、", "，", "；", "。", "：", "\n", "（", "）", "不含本数", "或者", "和", "每", "平方米", "日", "/株"),
    *("对", "单位", "个人", "由", "的", "违法所得", "货值金额", "逾期不改正", "情节严重", "有下列行为之一", "警告"),
    *("违反第九条规定", "责令改正", "按", "计算", "以"),
]  # fmt: skip


def section(value: int) -> str:
    spelt = ""
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = value // size % 10
        if digit:
            spelt += DIGITS[digit] + unit
        elif spelt and not spelt.endswith("零") and value % size:
            spelt += "零"
    return spelt.removeprefix("一") if spelt.startswith("一十") else spelt


def chinese(value: int) -> str:
    high, low = divmod(value, 10_000)
    if not high:
        return section(low)
    return section(high) + "万" + ("" if not low else ("零" if low < 1000 else "") + section(low))


def arabic(value: int) -> str:
    return str(value)


def full_width(value: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(value))


def grouped(value: int) -> str:
    return f"{value:,}"


def in_ten_thousands(value: int) -> str:
    return f"{Decimal(value) / 10_000:f}万"


Numeral = Callable[[int], str]
numerals: st.SearchStrategy[Numeral] = st.sampled_from([chinese, arabic, full_width, grouped, in_ten_thousands])
sums = st.integers(min_value=1, max_value=9_999_999)


@given(sums, sums, numerals, numerals, st.sampled_from(sorted(ENDINGS)), st.data())
def test_a_sum_written_in_any_way_reads_back(  # noqa: PLR0917
    one: int, other: int, write_low: Numeral, write_high: Numeral, closed: tuple[bool, bool], data: st.DataObject
) -> None:
    low, high = sorted((one, one + other))
    ending = data.draw(st.sampled_from(ENDINGS[closed]))
    text = f"处{ending.format(low=write_low(low) + '元', high=write_high(high) + '元')}罚款"
    (fine,) = read_fines(text)
    assert isinstance(fine, Fine), (text, fine)
    assert (fine.low, fine.high, fine.low_inclusive, fine.high_inclusive) == (low, high, *closed), text
    assert (fine.basis, fine.span) == ("amount", (0, len(text)))


@given(
    st.integers(1, 99),
    st.integers(1, 99),
    st.sampled_from(["倍", "%", "‰"]),
    st.sampled_from(["违法所得", "货值金额", "价款"]),
)
def test_a_ratio_reads_back_with_its_base(one: int, other: int, unit: str, base: str) -> None:
    low, high = one, one + other
    (fine,) = read_fines(f"并处{base}{low}{unit}以上{high}{unit}以下的罚款")
    scale = Fraction(1, 10) if unit == "‰" else 1
    assert isinstance(fine, Fine)
    assert (fine.low, fine.high, fine.base) == (low * scale, high * scale, base)


@given(st.integers(1, 99), st.integers(1, 20))
def test_a_percent_under_a_multiple_reads_as_a_multiple(percent: int, times: int) -> None:
    (fine,) = read_fines(f"处违法所得百分之{chinese(percent)}以上{chinese(times)}倍以下罚款")
    assert isinstance(fine, Fine)
    assert (fine.basis, fine.low, fine.high) == ("multiple", Fraction(percent, 100), times)


def check(text: str, *, bare: bool) -> None:
    found = read_fines(text, bare=bare)
    starts = [item.span[0] for item in found]
    assert starts == sorted(starts)
    for item in found:
        start, end = item.span
        assert 0 <= start < end <= len(text)
        if isinstance(item, UnreadFine):
            assert item.text == text[start:end]
        else:
            assert item.low is not None or item.high is not None
            assert item.low is None or item.high is None or item.low <= item.high
            assert not (item.low is None and item.low_inclusive)
            assert not (item.high is None and item.high_inclusive)


@given(st.text(), st.booleans())
def test_any_text_is_read_without_an_error(text: str, bare: bool) -> None:
    check(text, bare=bare)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(GRAMMAR_WORDS), max_size=40).map("".join), st.booleans())
def test_any_jumble_of_the_grammars_words_is_read_without_an_error(text: str, bare: bool) -> None:
    check(text, bare=bare)


@given(st.lists(st.sampled_from(GRAMMAR_WORDS), max_size=12).map("".join))
def test_text_without_the_word_yields_nothing_unless_it_is_about_a_fine(text: str) -> None:
    if "罚款" not in text:
        assert read_fines(text) == []


@given(st.integers(0, 30), st.integers(0, 30))
def test_what_stands_around_a_clause_moves_its_span_and_changes_nothing_else(before: int, after: int) -> None:
    clause = "对单位处货值金额一倍以上三倍以下罚款"
    (alone,) = read_fines(clause)
    (moved,) = read_fines("责令改正。" * before + clause + "。责令改正" * after)
    assert isinstance(alone, Fine)
    assert isinstance(moved, Fine)
    assert moved.span == (alone.span[0] + 5 * before, alone.span[1] + 5 * before)
    assert (moved.low, moved.high, moved.base, moved.target) == (alone.low, alone.high, alone.base, alone.target)


@pytest.mark.parametrize(
    "piece", ["9", "一", "万", "以上", "一元以上", "（", "，", "对", "每", "或者", "罚款", "处五元罚款，", "的", "\n"]
)
@pytest.mark.parametrize("bare", [False, True])
def test_hostile_repetition_is_read_without_an_error(piece: str, bare: bool) -> None:
    check("处" + piece * 20_000 + "五元罚款", bare=bare)
