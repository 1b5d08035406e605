"""Finds the compiled catalogue of a language."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

LANGUAGES = ("zh", "en")


@cache
def translator(language: str) -> Callable[[str], str]:
    """Template -> template in `language` (zh or en); Chinese, the source language, is returned as it is."""
    if language == "zh":
        return str
    import gettext  # noqa: PLC0415 - Chinese, the usual case, does not pay for it

    return gettext.translation("enforcer", Path(__file__).parent, [language], fallback=True).gettext
