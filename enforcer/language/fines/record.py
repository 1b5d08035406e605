"""Fines as JSON records with exact numbers."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any, Final

from enforcer.domain.fine import Fine, UnreadFine

_DIGITS: Final = 60
"""More than any number of the law has; a fraction that does not end by then has no finite decimal."""


def fine_to_json(item: Fine | UnreadFine) -> dict[str, Any]:
    """The record of one reading, in plain Python with int and Decimal; `dumps` writes it.

    A fine has basis, low, low_inclusive, high, high_inclusive, unit, base, per, target, condition, where they apply
    cap, floor and relation, and span. Amounts are in yuan, multiples in times, percents in percent; an end that is not
    set is None and not inclusive. A number without a finite decimal (三分之一) is the text of its fraction: "100/3".
    What could not be read is {"unread": text, "span": [start, end]}.
    """
    span = list(item.span)
    if isinstance(item, UnreadFine):
        return {"unread": item.text, "span": span}
    record: dict[str, Any] = {
        "basis": item.basis,
        "low": _exact(item.low),
        "low_inclusive": item.low_inclusive,
        "high": _exact(item.high),
        "high_inclusive": item.high_inclusive,
        "unit": item.unit,
        "base": item.base,
        "per": item.per,
        "target": item.target,
        "condition": item.condition,
    }
    if item.cap is not None:
        record["cap"] = _exact(item.cap)
    if item.floor is not None:
        record["floor"] = _exact(item.floor)
    if item.relation is not None:
        record["relation"] = item.relation
    record["span"] = span
    return record


def dumps(value: Any) -> str:
    """Write records as JSON on one line, a Decimal digit for digit as a number, Chinese as it is.

    Takes dict, list, tuple, str, int, Decimal, bool and None, at any depth. Raises TypeError for anything else: a float
    would not be exact.
    """
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str):
        import json  # noqa: PLC0415  # only here, to spare those who never write JSON

        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{dumps(str(key))}: {dumps(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(dumps, value)) + "]"
    raise TypeError(f"{type(value).__name__} cannot be written exactly")


def _exact(value: int | Fraction | None) -> int | Decimal | str | None:
    if value is None or isinstance(value, int):
        return value
    if value.denominator == 1:
        return value.numerator
    with localcontext(prec=_DIGITS):
        quotient = Decimal(value.numerator) / Decimal(value.denominator)
    return quotient if Fraction(quotient) == value else str(value)
