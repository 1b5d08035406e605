"""Cuts a text into the words the grammar knows; what lies between them is left standing in the text."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache, lru_cache, partial
from typing import Final, NamedTuple

from enforcer.language.fines.words import Part, lexicon
from enforcer.language.numerals import LONGEST, read_number

_CHINESE: Final = "零〇○一二三四五六七八九十百千万亿两拾佰仟萬億"
_FORMAL: Final = "廿卅壹贰叁肆伍陆柒捌玖"
_NUMBER: Final = (
    rf"[0-9０-９]++(?:[,，][0-9０-９]{{3}}(?![0-9０-９]))*+(?:[.．][0-9０-９]++)?+[{_CHINESE}]*+"
    r"(?:(?<=[万千百])[0-9０-９]{1,4}[千百]?+)*+"
    rf"|[{_CHINESE}{_FORMAL}]++(?:点[零〇○一二三四五六七八九]++[百千万亿]*+)?+"
)
_REFERENCE: Final = r"第[0-9０-９零〇一二三四五六七八九十百千两]++|[（(][0-9一二三四五六七八九十]{1,3}[)）]"
"""第三十条 and （二）: numbers that are never a sum."""


class Token(NamedTuple):
    """A word with its part and its place in the text; a number comes with its value, None where it cannot be read."""

    part: Part
    start: int
    end: int
    word: str
    value: int | Fraction | None = None


_token = partial(tuple.__new__, Token)


def tokenise(text: str) -> Iterator[Token]:
    """The words of the grammar in text order, the longest first, never overlapping."""
    part_of = lexicon().get
    for match in _pattern().finditer(text):
        word = match.group()
        part = part_of(word)
        start, end = match.span()
        if part is None:
            if word[0] not in "第（(":
                yield Token(Part.NUMBER, start, end, word, _value(word))
        elif part is not Part.OTHER:
            yield _token((part, start, end, word, None))


@cache
def _pattern() -> re.Pattern[str]:
    """All words, grouped by their first character; a place where none can begin is left at once."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(lexicon(), key=len, reverse=True):
        by_first.setdefault(word[0], []).append(word[1:])
    groups = (
        f"{re.escape(first)}(?:{'|'.join(map(re.escape, rests))})" if any(rests) else re.escape(first)
        for first, rests in by_first.items()
    )
    firsts = re.escape("".join(by_first)) + f"0-9０-９{_CHINESE}{_FORMAL}第（("
    return re.compile(f"(?=[{firsts}])(?:{_REFERENCE}|{'|'.join(groups)}|{_NUMBER})")


@lru_cache(maxsize=4096)
def _known_value(word: str) -> int | Fraction | None:
    return read_number(word)


def _value(word: str) -> int | Fraction | None:
    return _known_value(word) if len(word) <= LONGEST else None
