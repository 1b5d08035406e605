"""How high a row must be so that no text in it is cut off, also where a program does not fit row heights."""

from collections.abc import Iterable

from enforcer.workbook.layout import display_width

_LINE, _PADDING = 15.0, 5.0
# A column's width counts digits of the default font, 8 pixels each; half a Chinese character has 7.33.
_CHARACTERS_A_UNIT = 12 / 11
_LOST_AT_LINE_END = 2


def height(cells: Iterable[tuple[str, int]]) -> float:
    """The row height in points at which none of these texts is cut off in a column of its width."""
    return max(_lines(text, width) for text, width in cells) * _LINE + _PADDING


def _lines(text: str, width: int) -> int:
    """How many lines a text takes at most in a column; a little is lost where punctuation may not begin a line."""
    room = int(width * _CHARACTERS_A_UNIT) - _LOST_AT_LINE_END
    return sum(max(1, -(-display_width(line) // room)) for line in text.split("\n"))
