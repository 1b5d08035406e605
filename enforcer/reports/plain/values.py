"""Small values that every section says alike: days, shares, places, units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from enforcer.domain.masking import masked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from fractions import Fraction

    from enforcer.county.settings.points import Number
    from enforcer.domain.clause import Clause
    from enforcer.domain.duty import DutyState
    from enforcer.domain.row import Place
    from enforcer.domain.sentence import Sentence, Translate
    from enforcer.domain.unit import Unit

_PLACES: Final = 4


def day_of(day: date | None) -> str | None:
    """2014-08-01, or None."""
    return None if day is None else day.isoformat()


def share_of(share: Fraction | None) -> float | None:
    """A share of one, to four places."""
    return None if share is None else round(float(share), _PLACES)


def number_of(number: Number) -> int | float:
    """Points as JSON has numbers."""
    return number if isinstance(number, int) else float(number)


def text_of(text: str | None) -> str | None:
    """Text from a cell, masked; "" is None."""
    return masked(text) if text else None


def unit_of(unit: Unit) -> dict[str, str]:
    """The unit by its key, which lasts, and its name."""
    return {"unit": unit.key, "name": masked(unit.name)}


def clause_of(clause: Clause) -> dict[str, str]:
    """The clause by key and printed number."""
    return {"key": clause.key, "number": clause.number}


def place_of(place: Place) -> dict[str, str | None]:
    """File, sheet and cell."""
    return {"path": masked(place.file), "sheet": text_of(place.sheet), "cell": place.cell}


def totals_of(totals: Mapping[DutyState, int]) -> dict[str, int]:
    """How many stand how, by the state's key."""
    return {str(state): count for state, count in totals.items()}


def texts_of(sentences: Iterable[Sentence], translate: Translate) -> list[str]:
    """Sentences in the reader's language."""
    return [one.render(translate) for one in sentences]


def optional(sentence: Sentence | None, translate: Translate) -> Any:
    """A sentence in the reader's language, or None."""
    return None if sentence is None else sentence.render(translate)
