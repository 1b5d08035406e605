"""A page of Markdown under way: headings, paragraphs, lists, tables; everything that is given is text, never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.domain.sentence import Sentence, Translate, words
from enforcer.reports.wiki.markdown import escaped, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from enforcer.reports.wiki.markdown import Side

_SIDES: Final[dict[str, Side]] = {"l": "left", "r": "right", "c": "centre"}


class Page:
    """Lines written one after the other, in the language of `translate`."""

    def __init__(self, translate: Translate) -> None:
        self.translate = translate
        self._lines: list[str] = []

    def heading(self, level: int, text: object) -> None:
        """A heading of that level."""
        self._lines += ["", f"{'#' * level} {self._text(text)}", ""]

    def paragraph(self, text: object) -> None:
        """A paragraph."""
        self._lines += ["", self._text(text), ""]

    def items(self, texts: Iterable[object]) -> None:
        """A list."""
        self._lines += ["", *(f"- {self._text(text)}" for text in texts), ""]

    def table(self, heads: Sequence[str], sides: str, rows: Iterable[Sequence[object]]) -> None:
        """A table; `sides` has l, c or r for each column."""
        made = [[words(cell, self.translate) for cell in row] for row in rows]
        self._lines += table(heads, made, [_SIDES[side] for side in sides])

    def text(self) -> str:
        """The page; never two empty lines on each other."""
        kept: list[str] = []
        for line in self._lines:
            if line or (kept and kept[-1]):
                kept.append(line)
        return "\n".join(kept).rstrip("\n") + "\n"

    def _text(self, text: object) -> str:
        return escaped(words(text, self.translate))


def dash(count: int) -> object:
    """A count in a table; nothing is a dash, so that what there is stands out."""
    return count or Sentence("—")
