"""Lines of styled text, for a terminal to colour and a pipe to print plainly."""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from enforcer.language.patterns import pattern

Style = Literal["plain", "title", "error", "warning", "info", "good", "dim", "cell"]

# What a cell holds may steer a terminal (escape sequences, text direction); none of it gets there.
_CONTROLS: Final = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
_BREAKS: Final = r"\s*[\r\n\t\u2028\u2029]+\s*"


class Span(NamedTuple):
    """Words of one style."""

    text: str
    style: Style = "plain"


class Line(NamedTuple):
    """One line, indented by so many columns; a terminal wraps it under its own indent."""

    indent: int
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The line without colour."""
        return (" " * self.indent + "".join(span.text for span in self.spans)).rstrip()


def line(*parts: str | Span, indent: int = 0) -> Line:
    """A line from words and styled words; control characters and line breaks in them become spaces."""
    return Line(indent, tuple(Span(harmless(part), "plain") if isinstance(part, str) else part for part in parts))


def span(text: str, style: Style) -> Span:
    """Styled words, made harmless."""
    return Span(harmless(text), style)


def harmless(text: str) -> str:
    """The text on one line, with nothing in it that could steer a terminal."""
    if text.replace("\u3000", "").isprintable():  # as nearly all text is; the wide space alone counts as no print
        return text
    return pattern(_CONTROLS).sub("", pattern(_BREAKS).sub(" ", text))


def plain(lines: Iterable[Line]) -> str:
    """The lines as text without colour, each ended by a line break."""
    return "".join(f"{one.text}\n" for one in lines)
