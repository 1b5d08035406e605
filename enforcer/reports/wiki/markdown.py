"""Markdown that says what it is given and nothing else: text from cells makes no table, no link, no HTML."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from enforcer.domain.masking import masked
from enforcer.reports.legible import legible

Side = Literal["left", "right", "centre"]

# What is markup wherever it stands, and what is only at the beginning of a line, or makes a link of an address.
_MARKUP: Final = re.compile(r"([\\`*_\[\]#|~$@]|:(?=//)|(?<=[wW])\.)")
_OPENING: Final = re.compile(r"^(\d*)([-+=.)])")
_HTML: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SIDES: Final[dict[Side, str]] = {"left": ":--", "right": "--:", "centre": ":-:"}


def escaped(text: str) -> str:
    """The text on one line, as it reads after rendering; id numbers are masked."""
    line = " ".join(legible(masked(text)).split())
    marked = _MARKUP.sub(r"\\\1", "".join(_HTML.get(one, one) for one in line))
    return _OPENING.sub(r"\1\\\2", marked)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], sides: Sequence[Side]) -> list[str]:
    """The lines of a table, with an empty line before and after it; heads and cells are escaped here."""
    return [
        "",
        _row(heads),
        f"|{'|'.join(_SIDES[side] for side in sides)}|",
        *(_row(row) for row in rows),
        "",
    ]


def _row(cells: Sequence[str]) -> str:
    return f"|{'|'.join(f' {escaped(one)} ' for one in cells)}|"
