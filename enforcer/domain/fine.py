"""A fine as a statute or a discretion tier sets it."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Basis = Literal["amount", "multiple", "percent"]
UNITS: dict[Basis, str] = {"amount": "元", "multiple": "倍", "percent": "%"}


@dataclass(frozen=True, slots=True)
class Fine:
    """One range of a fine: from `low` to `high`, in yuan, times or percent of `base`, for each `per`.

    A missing end is None and not inclusive. A fixed sum has low == high. Numbers are exact.
    `span` is the stretch of the text it was read from, as (start, end) offsets.
    """

    basis: Basis
    low: int | Fraction | None
    low_inclusive: bool
    high: int | Fraction | None
    high_inclusive: bool
    base: str | None = None
    per: str | None = None
    target: str | None = None
    condition: str | None = None
    cap: int | Fraction | None = None
    floor: int | Fraction | None = None
    relation: Literal["or"] | None = None
    span: tuple[int, int] = (0, 0)

    @property
    def unit(self) -> str:
        """元, 倍 or %."""
        return UNITS[self.basis]


@dataclass(frozen=True, slots=True)
class UnreadFine:
    """Words that speak of a fine and hold a number, but could not be read for sure."""

    text: str
    span: tuple[int, int]
