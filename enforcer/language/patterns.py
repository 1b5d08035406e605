"""Regular expressions, compiled when first needed: at import they would take a fifth of the program's start."""

import re
from functools import cache


@cache
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern of a source; `flags` as in `re`. For sources written in the program, never for input."""
    return re.compile(source, flags)


@cache
def verbose(source: str) -> re.Pattern[str]:
    """The compiled pattern of a source laid out over several lines, its plain white space not counting."""
    return re.compile(source, re.VERBOSE)
