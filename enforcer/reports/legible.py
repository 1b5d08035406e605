"""Text as every format can carry it."""

import re
from typing import Final

# What XML 1.0 cannot hold, and what no reader can see: control characters but tab and line break, lone surrogates.
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def legible(text: str) -> str:
    """The text without the characters that break an XML part; each becomes a blank."""
    if text.isprintable():
        return text  # as nearly every text is
    return _UNSEEN.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
