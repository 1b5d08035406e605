"""Mail addresses as clerks write them: one, or several with a mark between them."""

from typing import Final

from enforcer.language.blanks import fold
from enforcer.language.patterns import pattern

_LABEL: Final = r"[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?"
_ONE: Final = rf"[0-9A-Za-z](?:[0-9A-Za-z_+.%-]{{0,62}}[0-9A-Za-z_])?@{_LABEL}(?:\.{_LABEL})+"
_BETWEEN: Final = r"[、,;\s/]+"
_LONGEST: Final = 200


def is_mail(text: str) -> bool:
    """Whether the text is one mail address: plain letters, a domain, no two dots in a row."""
    return ".." not in text and pattern(_ONE).fullmatch(text) is not None


def mails_in(text: str) -> tuple[str, ...] | None:
    """The addresses of a cell, each once; None where it holds anything else. Full-width signs count as half-width."""
    if len(text) > _LONGEST:
        return None
    parts = [part for part in pattern(_BETWEEN).split(fold(text)) if part]
    return tuple(dict.fromkeys(parts)) if parts and all(map(is_mail, parts)) else None
