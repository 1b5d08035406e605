"""Quantities (三万元, 百分之五, 等值), and the two ends of a range brought into one unit."""

from fractions import Fraction
from typing import Final, NamedTuple

from enforcer.domain.fine import Basis

Number = int | Fraction

_SHARED_UNITS: Final = {"亿": 100_000_000, "万": 10_000, "千": 1000, "百": 100}
_WIDEST: Final = 1000
"""No law lets a fine range over more than a thousand times its lower end; one that seems to was misread."""


class Quantity(NamedTuple):
    """A number with its unit: `basis` is None where no unit stands, `value` None where the number cannot be read.

    `scale` is what the bare number was multiplied by to make percent (千分之五 is 0.5: a tenth).
    """

    basis: Basis | None
    value: Number | None
    numeral: str
    scale: Number = 1


def scaled(value: Number | None, factor: Number) -> Number | None:
    """The value times the factor, an int again where it is whole."""
    if value is None or factor == 1:
        return value
    product = Fraction(value) * factor
    return product.numerator if product.denominator == 1 else product


def comparable(one: Basis | None, other: Basis | None) -> bool:
    """Can these be ends of one range? Percent and multiple can (百分之五十以上五倍以下), sum and multiple not."""
    return one is None or other is None or (one == "amount") == (other == "amount")


def in_one_unit(low: Quantity, high: Quantity) -> tuple[Basis | None, Number | None, Number | None]:
    """Both ends in one unit, where the unit is said once (一至三倍) or differs (百分之五十以上五倍以下).

    An end is None where what it shares with the other is unclear.
    """
    if low.basis is None:
        return high.basis, _sharing(low, high), high.value
    if high.basis is None:
        return low.basis, low.value, scaled(high.value, low.scale)
    if low.basis == high.basis:
        return low.basis, low.value, high.value
    return "multiple", _as_multiple(low), _as_multiple(high)


def _as_multiple(end: Quantity) -> Number | None:
    return scaled(end.value, Fraction(1, 100)) if end.basis == "percent" else end.value


def _sharing(low: Quantity, high: Quantity) -> Number | None:
    """The lower number with what it shares with the upper one (2至4万元, 五至八百元, 5至10‰); None where unclear."""
    low_value = scaled(low.value, high.scale)
    unit = _SHARED_UNITS.get(high.numeral[-1:])
    if low_value is None or high.value is None or unit is None:
        return low_value
    if low.numeral[-1:] not in _SHARED_UNITS:
        shared = scaled(low_value, unit)
        if shared is not None and shared < high.value:
            return shared
    return low_value if low_value * _WIDEST >= high.value else None
