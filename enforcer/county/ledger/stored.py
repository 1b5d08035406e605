"""Verdicts as JSON and back: a finding is kept as template and values, so that it can be read in either language later.

What a sentence would mask when it is shown is masked before it is kept: no id number stands in the ledger.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from numbers import Rational
from typing import Any, Final

from enforcer.domain.clause import Clause
from enforcer.domain.finding import Finding, Unexamined
from enforcer.domain.masking import masked
from enforcer.domain.reading import Reading
from enforcer.domain.row import Place
from enforcer.domain.sentence import Sentence
from enforcer.domain.verdict import Examined, Verdict

# A value that JSON has no type for is an object with this key, which names its type.
_TYPE: Final = "$"
_SHORTEST_ID: Final = 10**13
_BEYOND_IDS: Final = 10**25


def verdict_body(verdict: Verdict) -> dict[str, Any]:
    """A verdict as JSON can hold it: its files in short, all findings, all that was not examined.

    What was observed across units is the office's and no part of a filing's record.
    """
    return {
        "notice": verdict.notice,
        "as_of": verdict.as_of.isoformat() if verdict.as_of else None,
        "files": [_examined_body(one) for one in verdict.files],
        "findings": [_finding_body(one) for one in verdict.findings],
        "unexamined": [_unexamined_body(one) for one in verdict.unexamined],
    }


def verdict_of(body: Mapping[str, Any]) -> Verdict:
    """The verdict that `verdict_body` was made of; its readings know file, hash, form, unit and year, and no rows."""
    return Verdict(
        body["notice"],
        date.fromisoformat(body["as_of"]) if body["as_of"] else None,
        tuple(_examined_of(one) for one in body["files"]),
        tuple(_finding_of(one) for one in body["findings"]),
        tuple(_unexamined_of(one) for one in body["unexamined"]),
    )


def value_body(value: object) -> Any:
    """A value of a sentence as JSON can hold it; what has no type of its own there is kept as the words it would be."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, int | float | Decimal | Rational):
        return _number_body(value)
    typed = _typed_body(value)
    if typed is not None:
        return typed
    return [value_body(one) for one in value] if isinstance(value, Iterable) else masked(str(value))


def _number_body(value: Any) -> Any:
    """A number; an id number that a spreadsheet took for one is kept as masked text."""
    is_finite = value.is_finite() if isinstance(value, Decimal) else isinstance(value, Rational) or isfinite(value)
    if is_finite and _SHORTEST_ID <= abs(value) < _BEYOND_IDS and value == int(value):
        return masked(str(int(value)))
    if isinstance(value, int):
        return int(value)
    return value if isinstance(value, float) and is_finite else _typed_body(value)


def value_of(body: Any) -> object:
    """The value that `value_body` was made of; a list is a tuple."""
    if isinstance(body, list):
        return tuple([value_of(one) for one in body])
    if not isinstance(body, dict):
        return body
    return _READ[body[_TYPE]](body["v"])


def _typed_body(value: object) -> dict[str, Any] | None:
    """A value of a type that needs naming; None for any other."""
    for kind, (known, write) in _WRITTEN.items():
        if isinstance(value, known):
            return {_TYPE: kind, "v": write(value)}
    return None


def _fraction(text: str) -> object:
    from fractions import Fraction  # noqa: PLC0415 - few sentences hold one, and it is slow to import

    return Fraction(text)


def _sentence_body(sentence: Sentence) -> list[Any]:
    return [masked(sentence.template), {key: value_body(value) for key, value in sentence.values.items()}]


def _sentence_of(body: list[Any]) -> Sentence:
    template, values = body
    return Sentence(template, {key: value_of(value) for key, value in values.items()})


def _place_body(place: Place) -> list[Any]:
    return [masked(place.file), masked(place.sheet) if place.sheet else place.sheet, *place[2:]]


# In this order: a moment is a day too, and a place is a tuple.
_WRITTEN: Final[dict[str, tuple[type, Callable[[Any], Any]]]] = {
    "sentence": (Sentence, _sentence_body),
    "place": (Place, _place_body),
    "moment": (datetime, datetime.isoformat),
    "day": (date, date.isoformat),
    "decimal": (Decimal, str),
    "float": (float, str),
    "number": (Rational, lambda value: f"{value.numerator}/{value.denominator}"),
}
_READ: Final[dict[str, Callable[[Any], object]]] = {
    "sentence": _sentence_of,
    "place": lambda value: Place(*value),
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "decimal": Decimal,
    "float": float,
    "number": _fraction,
}


def _clause_body(clause: Clause) -> dict[str, Any]:
    body: dict[str, Any] = {"key": clause.key, "number": clause.number, "quote": clause.quote}
    if clause.figures:
        body["figures"] = {key: value_body(value) for key, value in clause.figures.items()}
    if not clause.verbatim:
        body["verbatim"] = False
    return body


def _clause_of(body: Mapping[str, Any]) -> Clause:
    figures = {key: value_of(value) for key, value in body.get("figures", {}).items()}
    return Clause(body["key"], body["number"], body["quote"], figures, body.get("verbatim", True))


def _finding_body(finding: Finding) -> dict[str, Any]:
    """The three sentences of a finding share their values, which are kept once."""
    sentences = (finding.message, finding.expected, finding.remedy)
    shared = all(one.values == finding.message.values for one in sentences)
    body: dict[str, Any] = {
        "code": finding.code,
        "name": finding.name,
        "title": finding.title,
        "severity": finding.severity,
        "clause": _clause_body(finding.clause),
        "place": _place_body(finding.place),
        "field": finding.field,
        "value": None if finding.value is None else masked(finding.value),
        "words": [one.template for one in sentences] if shared else [_sentence_body(one) for one in sentences],
        "state": finding.state,
        "count": finding.count,
    }
    if shared:
        body["values"] = {key: value_body(value) for key, value in finding.message.values.items()}
    if finding.related:
        body["related"] = [_place_body(one) for one in finding.related]
    if finding.values is not None:
        body["facts"] = {key: value_body(value) for key, value in finding.values.items()}
    if finding.explanation is not None:
        body["explanation"] = masked(finding.explanation)
    return body


def _finding_of(body: Mapping[str, Any]) -> Finding:
    if "values" in body:
        values = {key: value_of(value) for key, value in body["values"].items()}
        message, expected, remedy = (Sentence(template, values) for template in body["words"])
    else:
        message, expected, remedy = (_sentence_of(one) for one in body["words"])
    facts = body.get("facts")
    return Finding(
        code=body["code"],
        name=body["name"],
        title=body["title"],
        severity=body["severity"],
        clause=_clause_of(body["clause"]),
        place=Place(*body["place"]),
        field=body["field"],
        value=body["value"],
        message=message,
        expected=expected,
        remedy=remedy,
        related=tuple(Place(*one) for one in body.get("related", ())),
        values=None if facts is None else {key: value_of(value) for key, value in facts.items()},
        state=body["state"],
        count=body["count"],
        explanation=body.get("explanation"),
    )


def _unexamined_body(one: Unexamined) -> dict[str, Any]:
    return {
        "code": one.code,
        "cause": one.cause,
        "reason": _sentence_body(one.reason),
        "places": [_place_body(place) for place in one.places],
    }


def _unexamined_of(body: Mapping[str, Any]) -> Unexamined:
    places = tuple(Place(*one) for one in body["places"])
    return Unexamined(body["code"], body["cause"], _sentence_of(body["reason"]), places)


def _examined_body(examined: Examined) -> dict[str, Any]:
    reading = examined.reading
    return {
        "file": masked(reading.file),
        "sha256": reading.sha256,
        "annex": reading.annex,
        "unit": None if examined.unit is None else masked(examined.unit),
        "year": examined.year,
        "day": examined.day.isoformat(),
        "day_source": examined.day_source,
        "rows": len(reading.rows),
        "assumptions": len(reading.assumptions),
        "nil": _place_body(reading.nil) if reading.nil else None,
        "findings": [_finding_body(one) for one in examined.findings],
        "unexamined": [_unexamined_body(one) for one in examined.unexamined],
    }


def _examined_of(body: Mapping[str, Any]) -> Examined:
    from enforcer.forms import load_form  # noqa: PLC0415 - the ledger's other readers need no form

    reading = Reading(
        body["file"],
        sha256=body["sha256"],
        form=load_form(body["annex"]) if body["annex"] else None,
        unit=body["unit"],
        year=body["year"],
        nil=Place(*body["nil"]) if body["nil"] else None,
    )
    return Examined(
        reading,
        body["unit"],
        body["year"],
        date.fromisoformat(body["day"]),
        body["day_source"],
        tuple(_finding_of(one) for one in body["findings"]),
        tuple(_unexamined_of(one) for one in body["unexamined"]),
    )
