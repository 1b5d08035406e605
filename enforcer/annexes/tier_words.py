"""The words that name a discretion tier, and the five tiers of the notice that they stand for."""

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import cache, lru_cache
from typing import Final, NamedTuple

from enforcer.annexes.bounds import Number
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import fold
from enforcer.language.numerals import read_integer

_KEPT: Final = 4096


class Level(IntEnum):
    """The tiers of the notice, lightest first; WAIVED (不予处罚) and MITIGATED (减轻) lie outside the five."""

    WAIVED = 1
    MITIGATED = 2
    LENIENT = 3
    LIGHTER = 4
    ORDINARY = 5
    HEAVIER = 6
    SEVERE = 7


FIVE: Final = (Level.LENIENT, Level.LIGHTER, Level.ORDINARY, Level.HEAVIER, Level.SEVERE)
NAMES: Final = {
    Level.WAIVED: Sentence("不予处罚"),
    Level.MITIGATED: Sentence("减轻"),
    Level.LENIENT: Sentence("从轻"),
    Level.LIGHTER: Sentence("较轻"),
    Level.ORDINARY: Sentence("一般"),
    Level.HEAVIER: Sentence("较重"),
    Level.SEVERE: Sentence("严重"),
}


class Degree(IntEnum):
    """How severe a tier word is among all the words in use; each notice-writer picks some of them."""

    WAIVED = 1
    MITIGATED = 2
    SLIGHT = 3
    LENIENT = 4
    LIGHTER = 5
    ORDINARY = 6
    HEAVIER = 7
    HEAVY = 8
    SEVERE = 9
    EXTREME = 10


_WORDS: Final = {
    Degree.WAIVED: (
        "不予处罚 不予行政处罚 免予处罚 免予行政处罚 免于处罚 免于行政处罚 免除处罚 免除行政处罚 "
        "不处罚 免处罚 免罚 不罚 首违不罚 轻微不罚"
    ),
    Degree.MITIGATED: "减轻",
    Degree.SLIGHT: "特别轻微 显著轻微 极其轻微 轻微 轻度",
    Degree.LENIENT: "从轻",
    Degree.LIGHTER: "较轻 较轻微 偏轻",
    Degree.ORDINARY: "一般 普通 中等 中度 适中 通常",
    Degree.HEAVIER: "较重 较严重 偏重 比较严重",
    Degree.HEAVY: "从重 重度",
    Degree.SEVERE: "严重",
    Degree.EXTREME: "特别严重 特重 极其严重 非常严重 十分严重 极严重 极重 特严重 特别恶劣 情节恶劣",
}
_ROMAN: Final = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_LETTERS: Final = "ABCDEFGHIJ"
_FRAME: Final = "(?:违法|行为|情节|程度|情形|后果|性质|危害|社会|裁量|处罚|行政|阶次|档次|等次|等级|为|属|的|\\s)*"
_NUMBERING: Final = r"[(（]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[)）.、．:：]\s*"
_NUMERAL: Final = "[0-9]{1,2}|[一二三四五六七八九十]{1,2}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[A-Ja-j]"
_END: Final = r"(?=$|[\s,;:。.、()\[\]【】—-])"
_MARKS: Final = " \t\r\n,;:。.、—-"
_JOINS: Final = "()[]【】/、,或者和及与"
_LISTS: Final = "/、或和及与"


class TierWord(NamedTuple):
    """What a tier cell says: a word's degree, or a number in a numbered ladder; and what else stands in the cell."""

    degree: Degree | None
    number: int | None
    rest: str


class Entry(NamedTuple):
    """A row of a ladder: its tier word, whether its standard waives the fine, and its fine on one scale, if any."""

    word: TierWord | None
    waived: bool
    weight: Number | None


class Standing(NamedTuple):
    """Where a tier stands in its ladder: its level where that can be told, and its `order` from light to severe."""

    level: Level | None
    order: int


_NATURAL: Final = {
    Degree.LENIENT: Level.LENIENT,
    Degree.LIGHTER: Level.LIGHTER,
    Degree.ORDINARY: Level.ORDINARY,
    Degree.HEAVIER: Level.HEAVIER,
    Degree.EXTREME: Level.SEVERE,
}


@lru_cache(maxsize=_KEPT)
def read_tier_word(text: str) -> TierWord | None:
    """Read a tier cell: 从轻, 情节较重, 1.从轻, 一级, 2, "较轻：初次违法"; None where no one tier is named.

    The word opens the cell; what follows a mark after it is the tier's condition (`rest`). 轻微（不予处罚） waives.
    """
    plain = fold(text).strip()
    hit = _word_pattern().match(plain)
    if hit is None:
        return _read_number_word(plain)
    degree, rest = _degrees()[hit["word"]], plain[hit.end() :].strip(_MARKS)
    joined = plain.startswith(tuple(_JOINS), hit.end())
    second = _word_pattern().fullmatch(rest.strip(_JOINS)) if joined else None
    if second is None:
        several = plain.startswith(tuple(_LISTS), hit.end()) and _word_pattern().match(rest.strip(_JOINS))
        return None if several else TierWord(degree, None, rest)  # 从轻、较轻、一般：one row for several tiers
    waives = Degree.WAIVED in (degree, _degrees()[second["word"]])
    return TierWord(Degree.WAIVED, None, "") if waives else None  # 从轻、较轻: one row for two tiers names neither


def tier_name(text: str) -> str:
    """The tier as typed, without the conditions that stand in the same cell: 从轻 of 从轻：初次违法."""
    word = read_tier_word(text)
    if word is None or not word.rest:
        return text
    plain = fold(text)
    return plain[: plain.rindex(word.rest)].strip(_MARKS + "([【")


def _read_number_word(plain: str) -> TierWord | None:
    hit = _number_pattern().match(plain)
    number = _number(hit["number"]) if hit else None
    if hit is None or not number:
        return None
    rest = plain[hit.end() :].strip(_MARKS)
    word = _word_pattern().fullmatch(rest.strip(_JOINS))
    return TierWord(_degrees()[word["word"]], None, "") if word else TierWord(None, number, rest)


def standings(entries: Sequence[Entry]) -> list[Standing | None]:
    """Where each row of one ladder stands, in the order of the rows; None where the row names no tier.

    The notice's own words stand for themselves. 轻微 is 从轻, or 较轻 where 从轻 stands before it; with 不予处罚 in its
    standard it waives. 严重 is the top, but 较重 where 特别严重 stands above it and nothing else is 较重.
    A numbered ladder is read by its numbers, from the lighter fine to the heavier; of its levels the lowest is told,
    the others only where there are five.
    """
    degrees = [_degree(entry) for entry in entries]
    numbers = [entry.word.number if entry.word else None for entry in entries]
    levels = _levels([degree for degree in degrees if degree is not None])
    numbered = {} if levels else _numbered(zip(numbers, entries, strict=True))
    made: list[Standing | None] = []
    for degree, number in zip(degrees, numbers, strict=True):
        if degree is Degree.WAIVED:
            made.append(Standing(Level.WAIVED, Level.WAIVED))
        elif degree is Degree.MITIGATED:
            made.append(Standing(Level.MITIGATED, Level.MITIGATED))
        elif degree is not None:
            made.append(levels[degree])
        else:
            made.append(numbered.get(number) if number is not None else None)
    return made


def _degree(entry: Entry) -> Degree | None:
    degree = entry.word.degree if entry.word else None
    return Degree.WAIVED if entry.waived and degree in (Degree.SLIGHT, Degree.LENIENT) else degree


def _levels(degrees: Sequence[Degree]) -> dict[Degree, Standing]:
    """The words in use -> their standing; 轻微 beside 从轻 without 较轻 is told by which of the two comes first."""
    words: dict[Degree, Level] = {
        degree: Level.ORDINARY for degree in degrees if degree not in (Degree.WAIVED, Degree.MITIGATED)
    }
    words.update((degree, level) for degree, level in _NATURAL.items() if degree in words)
    ranked = sorted(words)
    if Degree.SLIGHT in words:
        words[Degree.SLIGHT] = Level.LENIENT
        if Degree.LENIENT in words and Degree.LIGHTER not in words:
            second = max(Degree.SLIGHT, Degree.LENIENT, key=degrees.index)
            words[second] = Level.LIGHTER
            if second is Degree.SLIGHT:
                ranked[:2] = [Degree.LENIENT, Degree.SLIGHT]
    has_top = Degree.EXTREME in words
    if Degree.SEVERE in words:
        heavier = has_top and Degree.HEAVIER not in words and Degree.HEAVY not in words
        words[Degree.SEVERE] = Level.HEAVIER if heavier else Level.SEVERE
    if Degree.HEAVY in words:
        below = Degree.SEVERE in words or has_top
        words[Degree.HEAVY] = Level.HEAVIER if below else Level.SEVERE
    first = Level.LENIENT
    return {degree: Standing(words[degree], first + position) for position, degree in enumerate(ranked)}


def _numbered(rows: Iterable[tuple[int | None, Entry]]) -> dict[int, Standing]:
    """The numbers in use -> their standing, from the lighter fine to the heavier."""
    weights: dict[int, Number | None] = {}
    for number, entry in rows:
        if number is not None and weights.get(number) is None:
            weights[number] = entry.weight
    if not weights:
        return {}
    ranked = sorted(weights)
    known = [weight for number in ranked if (weight := weights[number]) is not None]
    if known and known[0] > known[-1]:
        ranked.reverse()
    first = Level.LENIENT
    levels = FIVE if len(ranked) == len(FIVE) else (first, *(None,) * (len(ranked) - 1))
    return {number: Standing(level, first + at) for at, (number, level) in enumerate(zip(ranked, levels, strict=True))}


def _number(word: str) -> int | None:
    if word in _ROMAN:
        return _ROMAN.index(word) + 1
    if word.upper() in _LETTERS:
        return _LETTERS.index(word.upper()) + 1
    return read_integer(word)


@cache
def _degrees() -> dict[str, Degree]:
    return {word: degree for degree, words in _WORDS.items() for word in words.split()}


@cache
def _word_pattern() -> re.Pattern[str]:
    words = "|".join(sorted(_degrees(), key=len, reverse=True))
    return re.compile(rf"(?:{_NUMBERING})?[\[【(]?{_FRAME}(?P<word>{words}){_FRAME}[\]】)]?{_END}")


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(rf"第?(?P<number>{_NUMERAL})(?:[级档等类](?:次|别)?|阶次|号)?{_END}")
