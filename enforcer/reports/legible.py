"""Text as every format can carry it."""

import re
from typing import Final

# What XML 1.0 cannot hold, and what no reader can see: control characters but tab and line break, lone surrogates.
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

# Marks without width, and those that turn the direction of writing: with them a line reads as what it is not.
_TURNING: Final = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def legible(text: str) -> str:
    """The text without what breaks an XML part, which becomes a blank, and without marks that mislead the eye."""
    if text.isprintable():
        return text  # as nearly every text is
    return _UNSEEN.sub(" ", _TURNING.sub("", text).replace("\r\n", "\n").replace("\r", "\n"))
