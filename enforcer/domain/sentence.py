"""Sentences for people: a Chinese template with named fields, rendered last, in the reader's language."""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from numbers import Rational
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeGuard

from enforcer.domain.masking import masked

if TYPE_CHECKING:
    from fractions import Fraction

Translate: TypeAlias = Callable[[str], str]


def _view(held: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(held)


def _reduced(view: MappingProxyType[object, object]) -> tuple[object, ...]:
    return _view, (dict(view),)


# Verdicts travel from worker processes; a read-only view, the default of many records, has no pickled form of its own.
copyreg.pickle(MappingProxyType, _reduced)  # type: ignore[arg-type]


class Sentence(NamedTuple):
    """A template and the values for its named fields; values may be sentences themselves."""

    template: str
    values: Mapping[str, object] = MappingProxyType({})

    def render(self, translate: Translate = str) -> str:
        """The sentence in the language of `translate` (template -> template); id numbers are masked."""
        if not self.values:
            return translate(self.template)
        return translate(self.template).format_map({key: words(value, translate) for key, value in self.values.items()})


def words(value: object, translate: Translate = str) -> str:
    """One value as words: a sentence rendered, a day as 2014-06-30, several things joined, text masked."""
    if isinstance(value, Sentence):
        return value.render(translate)
    if value is None:
        return ""
    if _is_fraction(value):
        return number(value)
    if isinstance(value, Iterable) and not isinstance(value, str):
        return translate("、").join(words(one, translate) for one in value)
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return masked(str(value))


def number(value: float | Fraction) -> str:
    """An exact number as people write it: 10000, 0.5, 1/3."""
    if _is_fraction(value) and value.denominator != 1:
        decimals = _decimals(value.denominator)
        return f"{value.numerator}/{value.denominator}" if decimals is None else f"{float(value):.{decimals}f}"
    return str(int(value)) if value == int(value) else str(value)


def _is_fraction(value: object) -> TypeGuard[Fraction]:
    """Whether it is a Fraction, told by its abstract class: importing fractions would make every start slower."""
    return isinstance(value, Rational) and not isinstance(value, int)


def _decimals(denominator: int) -> int | None:
    """How many decimal places write a fraction with this denominator exactly; None where none do."""
    places = {2: 0, 5: 0}
    for prime in places:
        while denominator % prime == 0:
            denominator //= prime
            places[prime] += 1
    return max(places.values()) if denominator == 1 else None
