"""The labels of a form's header lines, and where they stand in running text.

Walked by hand: one regular expression of all labels, spaced as clerks space them, takes longer to compile than a small
workbook takes to read.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from enforcer.domain.form import Form
from enforcer.workbook.reading.header_words import spellings

_COLONS: Final = ":："
_OPENING, _CLOSING = "(（", ")）"
_LONGEST_NOTE: Final = 22
_LONGEST_LABEL: Final = 24
_LONGEST_UNKNOWN: Final = 12
_FREE_STANDING: Final = 4
"""A known label of this many characters is one even where it touches the value before it."""
_MOST_PIECES: Final = 8
_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"


class Found(NamedTuple):
    """A label in a text, from `start` to `end`, colon included; `key` is None for one that the form does not know."""

    key: str | None
    label: str
    start: int
    end: int


class Labels(NamedTuple):
    """The labels of one form -> the keys of its header fields."""

    keys: Mapping[str, str]

    def key_of(self, text: str) -> str | None:
        """The field that a text names which is a label and nothing else, colon or not."""
        if len(text) > _LONGEST_LABEL:
            return None
        return next((self.keys[one] for one in spellings(text) if one in self.keys), None)

    def found_in(self, text: str) -> list[Found]:
        """The labels of the text in order, each with a colon behind it: 填报单位（盖章）：, 单 位:.

        A word before a colon that the form does not know ends the value before it all the same. A label that touches
        the value before it (填报人：张三联系电话：) is found where that value would be missing otherwise.
        """
        found: list[Found] = []
        begin = 0
        for colon, char in enumerate(text):
            if char not in _COLONS:
                continue
            hit = self._before(text, begin, colon, after_label=bool(found) and found[-1].end == begin)
            if hit is not None:
                found.append(hit)
                begin = colon + 1
        return found

    def _before(self, text: str, begin: int, colon: int, *, after_label: bool) -> Found | None:
        """The label that ends at this colon."""
        end = _without_note(text, begin, colon)
        known = self._spaced(text, begin, end)
        if known is not None:
            return known._replace(end=colon + 1)
        start = end
        while start > begin and _FIRST_HAN <= text[start - 1] <= _LAST_HAN:
            start -= 1
        word = text[start:end]
        if after_label and not text[begin:start].strip() and (tail := self._tail(word)):
            return Found(self.keys[tail], tail, end - len(tail), colon + 1)
        return Found(None, word, start, colon + 1) if 1 < len(word) <= _LONGEST_UNKNOWN else None

    def _spaced(self, text: str, begin: int, end: int) -> Found | None:
        """A known label at the end of the stretch, its characters perhaps spaced: 填 报 单 位. The longest there is."""
        best: Found | None = None
        start, joined = end, ""
        for _ in range(_MOST_PIECES):
            piece_end = start
            while piece_end > begin and text[piece_end - 1].isspace():
                piece_end -= 1
            start = piece_end
            while start > begin and _FIRST_HAN <= text[start - 1] <= _LAST_HAN:
                start -= 1
            if start == piece_end:
                break
            joined = text[start:piece_end] + joined
            if joined in self.keys:
                best = Found(self.keys[joined], text[start:end], start, end)
        return best

    def _tail(self, word: str) -> str | None:
        """The known label that a word ends with: 张三联系电话 is 张三 and 联系电话."""
        tails = (one for one in self.keys if len(one) >= _FREE_STANDING and word.endswith(one) and word != one)
        return max(tails, key=len, default=None)


@cache
def labels_of(form: Form) -> Labels:
    """The labels of the form's header fields."""
    keys: dict[str, str] = {}
    for entry in form.header:
        for label in (entry.label, *entry.patterns):
            for spelling in spellings(label):
                keys.setdefault(spelling, entry.key)
    return Labels(keys)


def _without_note(text: str, begin: int, end: int) -> int:
    """Where the label ends that a note in brackets follows: 填报单位（盖章）, closed or not."""
    while end > begin and text[end - 1].isspace():
        end -= 1
    opening = max(text.rfind(sign, max(begin, end - _LONGEST_NOTE), end) for sign in _OPENING)
    if opening <= begin or any(sign in text[opening : end - 1] for sign in _CLOSING):
        return end
    while opening > begin and text[opening - 1].isspace():
        opening -= 1
    return opening
