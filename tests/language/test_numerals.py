from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.language.numerals import LONGEST, read_integer, read_number

DIGITS = "零一二三四五六七八九"


def spell_section(value: int) -> str:
    """A number below 10,000 in Chinese, as a dictionary would write it."""
    spelt = ""
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = value // size % 10
        if digit:
            spelt += DIGITS[digit] + unit
        elif spelt and not spelt.endswith("零") and value % size:
            spelt += "零"
    return spelt


def spell(value: int) -> str:
    """A whole number below 10**12 in Chinese."""
    spelt = ""
    for unit, size in (("亿", 10**8), ("万", 10**4), ("", 1)):
        section = value // size % (10**4)
        if section:
            spelt += ("零" if spelt and section < 1000 else "") + spell_section(section) + unit
    return spelt or "零"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二十", 20),
        ("十", 10),
        ("十五", 15),
        ("一十五", 15),
        ("两千", 2000),
        ("廿", 20),
        ("廿五", 25),
        ("卅", 30),
        ("一百零八", 108),
        ("一百〇八", 108),
        ("一百十", 110),
        ("二百二十二", 222),
        ("一万零五百", 10500),
        ("一千零二十", 1020),
        ("三十五万", 350000),
        ("十五万", 150000),
        ("十五亿", 1500000000),
        ("一亿二千万", 120000000),
        ("一万亿", 10**12),
        ("壹万贰仟", 12000),
        ("二○一四", 2014),
        ("二〇一四", 2014),
        ("二O一四", 2014),
        ("二零一四", 2014),
        ("零八", 8),
        ("零", 0),
        ("2000", 2000),
        ("2,000", 2000),
        ("1,234,567", 1234567),
        ("２０００", 2000),
        ("２，０００", 2000),
        ("06", 6),
        ("5千", 5000),
        ("3百万", 3000000),
        ("1万5千", 15000),
        ("1万5000", 15000),
        (" 36 ", 36),
    ],
)
def test_integers_are_read_in_every_spelling(text: str, value: int) -> None:
    assert read_integer(text) == value
    assert read_number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.5", Fraction(3, 2)),
        ("１．５", Fraction(3, 2)),
        ("一点五", Fraction(3, 2)),
        ("零点零五", Fraction(1, 20)),
        ("0.5万", 5000),
        ("2.1万", 21000),
        ("一点二万", 12000),
        ("二十点五万", 205000),
        ("1.5亿", 150000000),
        ("1.5千", 1500),
        ("3.0", 3),
        ("1,000.5", Fraction(2001, 2)),
        ("0.00015万", Fraction(3, 2)),
    ],
)
def test_decimals_are_read_exactly(text: str, value: Fraction | int) -> None:
    number = read_number(text)
    assert number == value
    assert type(number) is type(value)
    assert read_integer(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "万",
        "百",
        "千五百",
        "万万",
        "十十",
        "一百五",
        "二万五",
        "一千三",
        "三五百",
        "二三万",
        "数千",
        "1,23",
        ",123",
        "1.",
        ".5",
        "1.2.3",
        "1.5万5千",
        "1万500",
        "15百",
        "一百零",
        "零点",
        "点五",
        "2O14",
        "O",
        "-5",
        "+5",
        "5 000",
        "一二.五",
        "五元",
        "²",
        "٣",
        "三点十",
    ],
)
def test_what_is_no_number_or_can_mean_two_is_unread(text: str) -> None:
    assert read_number(text) is None
    assert read_integer(text) is None


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_every_spelt_integer_reads_back(value: int) -> None:
    spelt = spell(value)
    assert read_integer(spelt) == value
    assert read_integer("十" + spelt[2:] if spelt.startswith("一十") else spelt) == value
    assert read_integer(f"{value:,}") == value
    assert read_integer(str(value)) == value


@given(st.integers(min_value=0, max_value=9999).map(lambda year: f"{year:04}"))
def test_numbers_spelt_digit_by_digit_read_back(digits: str) -> None:
    assert read_integer("".join(DIGITS[int(digit)] for digit in digits)) == int(digits)


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=1, max_value=4))
def test_decimals_before_a_unit_read_back(shifted: int, places: int) -> None:
    exact = Fraction(shifted, 10**places)
    whole, rest = divmod(shifted, 10**places)
    assert read_number(f"{whole}.{rest:0{places}}万") == exact * 10000


@given(st.text())
def test_any_text_is_read_or_refused_without_an_error(text: str) -> None:
    assert read_number(text) is None or isinstance(read_number(text), int | Fraction)


@given(st.text(alphabet="零一二两十百千万亿点0159.,", max_size=60))
def test_any_mix_of_numeral_characters_is_read_or_refused_without_an_error(text: str) -> None:
    number = read_number(text)
    assert number is None or number >= 0


def test_a_numeral_of_absurd_length_is_unread() -> None:
    assert read_number("9" * (LONGEST + 1)) is None
    assert read_number("九" * 100_000) is None
    assert read_number("1" + "0" * 5000) is None
