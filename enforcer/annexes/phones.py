"""Telephone numbers as clerks write them: 0533-8212345, 13800000000, 8212345转12, several in one cell."""

from typing import Final

from enforcer.domain.row import text_of
from enforcer.language.blanks import fold
from enforcer.language.patterns import pattern

_PLAIN: Final = r"1[3-9][0-9]{9}|(?:0[0-9]{2,3}-?)?[2-9][0-9]{6,7}"
_BETWEEN: Final = r"[、,;/；\n]|或者?"
# Whose number it is, and what sort of number: 办公室, 手机, 转, 张三.
_BESIDE: Final = r"(?i:[\u4e00-\u9fff]|ext|tel|[-+*#.:()—–_\s])"
_MOBILE: Final = r"(?:\+?86|0)?(1[3-9][0-9]*)"
_MOBILE_DIGITS: Final = 11
_MOBILE_SLIPS: Final = (10, 12)
_FEWEST, _MOST = 5, 17
_LONGEST: Final = 100


def is_phone(value: object) -> bool:
    """Whether a cell holds telephone numbers and nothing else: mobile, land line with or without area code, short.

    A mobile number with a digit too few or too many is none. A land line typed as a number has lost its leading 0
    and still counts.
    """
    text = text_of(value)
    if pattern(_PLAIN).fullmatch(text):
        return True
    if len(text) > _LONGEST:
        return False
    parts = [part for part in pattern(_BETWEEN).split(fold(text)) if part.strip()]
    return bool(parts) and all(_is_one(part) or all(map(_is_one, part.split())) for part in parts)


def _is_one(text: str) -> bool:
    digits = pattern(_BESIDE).sub("", text)
    if not (digits.isascii() and digits.isdigit()) or not _FEWEST <= len(digits) <= _MOST:
        return False
    mobile = pattern(_MOBILE).fullmatch(digits)
    return mobile is None or len(mobile[1]) == _MOBILE_DIGITS or len(mobile[1]) not in _MOBILE_SLIPS
