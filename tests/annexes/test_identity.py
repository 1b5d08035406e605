"""Identity numbers: what is read, what is broken, and who is never accused."""

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from enforcer.annexes.identity import BrokenId, Identity, lost_digits, read_id

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_DIGITS = "10X98765432"


def made(order="000", birth="19010203", region="370321"):
    """An id of somebody born more than a hundred years before the notice."""
    body = f"{region}{birth}{order}"
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, body, strict=True))
    return body + CHECK_DIGITS[total % 11]


def fault(value):
    read = read_id(value)
    assert isinstance(read, BrokenId), read
    return read.fault


def test_a_sound_number_tells_birth_and_sex():
    assert read_id(made("001")) == Identity(made("001")[:17], date(1901, 2, 3), "男")
    assert read_id(made("002")).sex == "女"


def ending_in_x():
    return next(number for order in range(100) if (number := made(f"{order:03}")).endswith("X"))


@pytest.mark.parametrize(
    "typed",
    [
        lambda number: number.lower(),
        lambda number: f" {number} ",
        lambda number: f"{number[:6]} {number[6:14]} {number[14:]}",
        lambda number: f"{number[:6]}　{number[6:]}",
        lambda number: "'" + number,
        lambda number: "".join(chr(ord(char) + 0xFEE0) for char in number),
        lambda number: number + "\t",
    ],
)
def test_spaces_full_width_digits_and_a_small_x_are_read(typed):
    number = ending_in_x()
    assert read_id(typed(number)) == read_id(number)
    assert isinstance(read_id(number), Identity)


def test_the_county_code_is_not_judged():
    """Huantai's own code is in python-stdnum's list for births since 1983 only; 372301 was renamed long ago."""
    for region in ("370321", "372301", "370399", "110228"):
        assert isinstance(read_id(made(birth="19750101", region=region)), Identity)
    assert not ric.is_valid(made(birth="19750101"))


def test_a_retired_number_is_still_the_same_person():
    full = made("001")
    old = full[:6] + full[8:17]
    assert len(old) == 15
    assert read_id(old) == read_id(full)._replace(retired=True)
    assert read_id(int(old)) == read_id(old)
    assert read_id(float(old)) == read_id(old)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (made()[:-1], "length"),
        (made() + "0", "length"),
        ("123", "length"),
        (37.0, "length"),
        ("370321" + "999999" + "001", "length"),
        (made().replace("0", "O", 1), "characters"),
        (made()[:-1] + "*", "characters"),
        ("见附件", "characters"),
        (made(region="990321"), "region"),
        (made(birth="19011332"), "birth"),
        (made(birth="19010229"), "birth"),
    ],
)
def test_what_is_wrong_is_named(typed, expected):
    assert fault(typed) == expected


def test_a_wrong_check_digit_is_a_fault_of_the_check_digit():
    number = made()
    wrong = number[:-1] + CHECK_DIGITS[(CHECK_DIGITS.index(number[-1]) + 1) % 11]
    assert fault(wrong) == "check"


@pytest.mark.parametrize(
    "typed", [None, "", " ", "　", "-", "/", "无", 3.7032119010203e17, 370321190102030011, "3.70321E+17"]
)
def test_what_was_not_typed_or_was_lost_is_no_number(typed):
    assert read_id(typed) is None


@pytest.mark.parametrize(
    "value", [10**15, 1e17, 370321190102030011, "3.70321E+17", "3.7e17".upper().replace("E", "E+")]
)
def test_a_number_beyond_fifteen_digits_has_lost_some(value):
    assert lost_digits(value)


@pytest.mark.parametrize(
    "value", [None, "", "370321190102030011", 370321010203001, 10**15 - 1, 0.5, True, "E+", "1E+3", date(2014, 1, 1)]
)
def test_whatever_else_has_lost_none(value):
    assert not lost_digits(value)


@given(st.integers(0, 999), st.dates(date(1900, 1, 1), date(1919, 12, 31)), st.sampled_from("0123456789X"))
def test_the_check_digit_is_judged_as_by_python_stdnum(order, birth, last):
    number = made(f"{order:03}", f"{birth:%Y%m%d}")[:-1] + last
    assert isinstance(read_id(number), Identity) == (ric.calc_check_digit(number) == last)


@given(st.integers(0, 17), st.integers(1, 9))
def test_one_digit_mistyped_is_always_noticed(position, step):
    number = made("001")
    digit = number[position]
    if digit.isdigit():
        wrong = number[:position] + str((int(digit) + step) % 10) + number[position + 1 :]
        assert isinstance(read_id(wrong), BrokenId)


@given(
    st.one_of(st.none(), st.text(max_size=40), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes())
)
def test_any_cell_is_read_without_breaking_down(value):
    read = read_id(value)
    assert read is None or isinstance(read, Identity | BrokenId)


def test_sound_numbers_do_not_import_stdnum():
    """Importing it costs more than reading ten thousand ids."""
    small = ending_in_x().lower()
    asked = f"read_id({made()!r}); read_id({small!r})"
    program = f"import sys; from enforcer.annexes.identity import read_id; {asked}; print('stdnum' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
