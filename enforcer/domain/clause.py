"""A clause of the notice, or an article of a law in force on the day: what a rule enforces."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Clause(NamedTuple):
    """Key, printed number (二（六）, or 《行政处罚法》第三十七条), a short quote, and the figures a rule needs.

    `verbatim` is False where the quote is the gist in other words.
    """

    key: str
    number: str
    quote: str
    figures: Mapping[str, object] = MappingProxyType({})
    verbatim: bool = True

    def figure(self, name: str) -> int:
        """A whole number the clause sets. Raises KeyError where it sets none: the rule is then switched off."""
        value = self.figures[name]
        if not isinstance(value, int):
            raise KeyError(name)
        return value
