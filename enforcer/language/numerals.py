"""Numbers as Chinese legal writing spells them: 二十, 两千, 一百零八, 二○一四, 2,000, ２０００, 5千, 0.5万, 一点五."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.language.patterns import pattern

if TYPE_CHECKING:
    from fractions import Fraction

LONGEST: Final = 32
"""No statute writes a numeral longer than this; longer ones stay unread, so that hostile text costs no time."""

_LETTERS_FOR_ZERO: Final = "OoＯｏ"
_FOLDED: Final = str.maketrans(
    {
        **dict(zip("０１２３４５６７８９", "0123456789", strict=True)),
        **dict(zip("壹贰叁肆伍陆柒捌玖貳參陸兩两", "一二三四五六七八九二三六二二", strict=True)),
        **dict(zip("拾佰仟萬億", "十百千万亿", strict=True)),
        **dict.fromkeys("〇○◯" + _LETTERS_FOR_ZERO, "零"),
        "廿": "二十",
        "卅": "三十",
        "，": ",",
        "．": ".",
        "點": "点",
    }
)
_DIGITS: Final = str.maketrans("零一二三四五六七八九", "0123456789")
_CHINESE: Final = frozenset("零一二三四五六七八九")
_ARABIC: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_TEN: Final = 10
_SMALL_UNITS: Final = (("千", 1000), ("百", 100), ("十", _TEN))
_LARGE_UNITS: Final = (("亿", 100_000_000), ("万", 10_000))


def read_integer(text: str) -> int | None:
    """Read text that is one whole number and nothing else; None when it is not.

    Chinese (二十, 两千, 廿, 一百零八, 壹佰), digit by digit (二○一四), Arabic and full-width digits with or without
    thousands separators, and Arabic digits before 十百千万亿 (5千). White space around it is ignored. What is only
    spoken (一百五 for 150) or has a decimal point is None.
    """
    folded = _fold(text)
    if "." in folded or "点" in folded:
        return None
    value = _read(folded)
    return value if isinstance(value, int) else None


def read_number(text: str) -> int | Fraction | None:
    """Read text that is one number and nothing else, whole or decimal; None when it is not.

    Reads what `read_integer` reads and decimals: 1.5, 一点五, 0.5万, 2.1亿. The value is exact: an int where it is
    whole (0.5万 is 5000), else a Fraction.
    """
    return _read(_fold(text))


def _fold(text: str) -> str:
    """One spelling for each digit and unit; a letter O is a zero only beside other digits."""
    stripped = text.strip()
    return stripped.translate(_FOLDED) if stripped.strip(_LETTERS_FOR_ZERO) else ""


def _read(folded: str) -> int | Fraction | None:
    if len(folded) > LONGEST:
        return None
    value = _with_large_units(folded)
    return value.numerator if value is not None and value.denominator == 1 else value


def _with_large_units(text: str) -> int | Fraction | None:
    for mark, size in _LARGE_UNITS:
        head, found, tail = text.partition(mark)
        if found:
            coefficient = _with_large_units(head)
            if coefficient is None or (len(head) > 1 and _is_chinese(head)):
                return None  # 二三万 is "two or three", not 23
            return _sum(coefficient, size, tail)
    return _with_small_units(text)


def _with_small_units(text: str) -> int | Fraction | None:
    whole, point, decimals = text.partition("点")
    if point:
        value = _with_small_units(whole)
        if not isinstance(value, int) or not _is_chinese(decimals):
            return None
        return value + _part(decimals.translate(_DIGITS))
    for mark, size in _SMALL_UNITS:
        head, found, tail = text.partition(mark)
        if found:
            coefficient = 1 if mark == "十" and not head else _digits(head)
            if coefficient is None or not 0 < coefficient < _TEN:
                return None
            return _sum(coefficient, size, tail)
    return _digits(text)


def _sum(coefficient: int | Fraction, size: int, tail: str) -> int | Fraction | None:
    """The coefficient times its unit, and what follows the unit where that can only mean one thing."""
    if not tail:
        return coefficient * size
    if not isinstance(coefficient, int):
        return None
    if tail.startswith("零"):
        rest = _with_large_units(tail[1:])
    elif (
        size == _TEN or any(unit in tail for unit in "万千百十") or (tail.isascii() and len(tail) == len(str(size)) - 1)
    ):
        rest = _with_large_units(tail)
    else:
        return None
    if not isinstance(rest, int) or not 0 < rest < size:
        return None
    return coefficient * size + rest


def _digits(text: str) -> int | Fraction | None:
    if _is_chinese(text):
        return int(text.translate(_DIGITS))
    if not (text.isascii() and text.isdigit()) and not pattern(_ARABIC).fullmatch(text):
        return None
    whole, point, decimals = text.replace(",", "").partition(".")
    return int(whole) + _part(decimals) if point else int(whole)


def _is_chinese(text: str) -> bool:
    return bool(text) and _CHINESE.issuperset(text)


def _part(decimals: str) -> Fraction:
    from fractions import Fraction  # noqa: PLC0415 - most files have no decimals in words and need not pay for it

    return Fraction(int(decimals), 10 ** len(decimals))
