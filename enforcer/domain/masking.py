"""Id numbers are masked wherever the program prints, stores or sends them (个人信息保护法第六条、第五十一条)."""

import re
from functools import cache

SHOWN_BEFORE, SHOWN_AFTER = 3, 2

# 15 or 18 characters, also with the spaces and full-width digits that clerks type, and longer runs typed by mistake.
_LONG_RUN = r"(?<![0-9A-Za-z])[0-9](?:[ \u3000-]?[0-9]){13,}(?:[ \u3000-]?[Xx])?(?![0-9A-Za-z])"
_SHORTEST_RUN = 14
_FULL_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), 0xFF38, 0xFF58)}


def masked(text: str) -> str:
    """The text with each run of fourteen digits or more, spaced or full-width, reduced to its ends."""
    if len(text) < _SHORTEST_RUN or sum(map(str.isdigit, text)) < _SHORTEST_RUN:
        return text  # as nearly every text is: no pattern is needed to see that
    folded = text if text.isascii() else text.translate(_FULL_WIDTH)
    if not _long_run().search(folded):
        return text
    return _long_run().sub(lambda run: mask(run[0]), folded)


@cache
def _long_run() -> re.Pattern[str]:
    return re.compile(_LONG_RUN)  # when first needed: the help masks nothing


def mask(number: str) -> str:
    """One id number, whatever was typed for it, with only its ends shown."""
    bare = "".join(number.split())
    hidden = len(bare) - SHOWN_BEFORE - SHOWN_AFTER
    if hidden <= 0:
        return "*" * len(bare)
    return bare[:SHOWN_BEFORE] + "*" * hidden + bare[-SHOWN_AFTER:]
