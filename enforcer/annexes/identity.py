"""Resident identity numbers (GB 11643-1999): what a number says of its holder, and what is wrong with it."""

from datetime import date
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from enforcer.domain.row import text_of
from enforcer.language.blanks import fold, is_blank, is_none_word
from enforcer.language.patterns import pattern

Sex: TypeAlias = Literal["男", "女"]
Fault: TypeAlias = Literal["length", "characters", "region", "birth", "check"]

LENGTH: Final = 18
RETIRED_LENGTH: Final = 15

_BODY: Final = 17
_REGION: Final = 6
_BIRTH_END: Final = 14
_CENTURY: Final = "19"
_EXACT_DIGITS: Final = 15
_BIRTHDAYS: Final = 30_000
_SCIENTIFIC: Final = r"[0-9](?:\.[0-9]+)?[Ee]\+?(?:1[5-9]|[2-9][0-9])"
# Provinces by GB/T 2260: 37 is 山东.
_PROVINCES: Final = frozenset(
    str(code)
    for codes in (
        range(11, 16),
        range(21, 24),
        range(31, 38),
        range(41, 47),
        range(50, 55),
        range(61, 66),
        (71, 81, 82, 83),
    )
    for code in codes
)
# ISO 7064 MOD 11-2: the weights are powers of two, and 13 is 2 modulo 11, so the body is read as a number to base 13.
_CHECK_DIGITS: Final = "".join("0123456789X"[(1 - 2 * rest) % 11] for rest in range(11))


class Identity(NamedTuple):
    """What a sound number says. `body` has its first 17 digits: the same body is the same person.

    `retired` marks a number of 15 digits, which went out of use at the end of 2012.
    """

    body: str
    birth: date
    sex: Sex
    retired: bool = False


class BrokenId(NamedTuple):
    """What is wrong with a number, and how many characters it has."""

    fault: Fault
    length: int


def read_id(value: object) -> Identity | BrokenId | None:
    """The identity in a cell, or its fault; None where nothing was typed or a number has lost its last digits.

    Spaces, full-width digits and a small x are read. County codes are not judged: they changed often, and a person
    keeps the code of the day of registration (most lists lack the codes of before 1984).
    """
    if type(value) is str and len(value) == LENGTH and value.isascii() and value[:_BODY].isdecimal():
        return _full(value)
    if lost_digits(value):
        return None
    text = "".join(fold(text_of(value)).split()).lstrip("'")
    if len(text) == LENGTH and text.isascii() and text[:_BODY].isdecimal():
        return _full(text)
    if len(text) == RETIRED_LENGTH and text.isdecimal() and text.isascii():
        return _retired(text)
    if is_blank(text) or is_none_word(text):
        return None
    whole = text.isascii() and (text[:-1] if text[-1:] in "Xx" else text).isdecimal()
    return BrokenId("length" if whole and len(text) != LENGTH else "characters", len(text))


def lost_digits(value: object) -> bool:
    """Whether a cell holds a number too long for a spreadsheet: beyond 15 digits the rest is lost (IEEE 754).

    Text in scientific notation (3.70321E+17) is what an export left of such a number.
    """
    if value is None:
        return False
    if isinstance(value, str):
        return "+" in value and pattern(_SCIENTIFIC).fullmatch(value.strip()) is not None
    return isinstance(value, int | float) and abs(value) >= 10**_EXACT_DIGITS


def _full(number: str) -> Identity | BrokenId:
    body, last = number[:_BODY], number[_BODY]
    birth = _day(number[_REGION:_BIRTH_END])
    if number[:2] not in _PROVINCES:
        return BrokenId("region", LENGTH)
    if birth is None:
        return BrokenId("birth", LENGTH)
    identity = Identity(body, birth, _sex(body[-1]))
    check = _CHECK_DIGITS[int(body, 13) % 11]
    if last == check or last.upper() == check:
        return identity
    if last.upper() not in _CHECK_DIGITS:
        return BrokenId("characters", LENGTH)
    return BrokenId("check", LENGTH) if _wrong_by_stdnum(body + last.upper()) else identity


def _retired(number: str) -> Identity | BrokenId:
    birth = _day(_CENTURY + number[_REGION : _REGION + 6])
    if birth is None or number[:2] not in _PROVINCES:
        return BrokenId("length", RETIRED_LENGTH)
    body = number[:_REGION] + _CENTURY + number[_REGION:]
    return Identity(body, birth, _sex(number[-1]), retired=True)


def _wrong_by_stdnum(number: str) -> bool:
    """Whether python-stdnum too rejects the check digit: nobody is accused on our arithmetic alone.

    Importing it costs more than reading ten thousand sound numbers, so it is asked about the others only.
    """
    from stdnum.cn.ric import calc_check_digit  # noqa: PLC0415 - see above

    return bool(number[_BODY] != calc_check_digit(number))


@lru_cache(maxsize=_BIRTHDAYS)
def _day(digits: str) -> date | None:
    """19850101 as a day, None where no calendar has it."""
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def _sex(digit: str) -> Sex:
    return "男" if digit in "13579" else "女"
