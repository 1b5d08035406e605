"""The words that a period is written with, told apart one by one: 2014年, 3月, 第二季度, 至, 每季度一次, 前."""

import re
from typing import Final, NamedTuple

from enforcer.language.blanks import fold
from enforcer.language.dates import SIGNS, number_of
from enforcer.language.patterns import pattern


class Word(NamedTuple):
    """One word of a period: its kind, its text, and the numbers in it (2014 and 3 in 2014.3)."""

    kind: str
    text: str
    numbers: tuple[int, ...] = ()


_HAN: Final = "零〇一二三四五六七八九十廿卅两"
_HAN_NUMBER: Final = rf"[{_HAN}][{_HAN}Oo0]*"
_RANGE_WORDS: Final = re.compile(r"(?:至(?!少)|[到~〜])+|-{2,}")
_DIGITS: Final = re.compile(r"[0-9]+")
_SPACED_DIGITS: Final = re.compile(r"\d\s+\d")

_COUNT: Final = (
    r"(?:各|至少|最少|不少于|不低于|不得少于|不超过|分别|共|开展|进行|组织|实施|检查|抽查|巡查|随机|定期|集中|专项|全面)*"
    r"\d{1,3}(?:~\d{1,3})?(?:次|遍|轮)(?:以上)?"
)
_VOCABULARY: Final = (
    ("often", rf"每[个1]?(?:半年|双月|\d个月|周|星期|[日天旬]|学期)(?:[1-6日天](?![次遍轮]))?(?:{_COUNT})?"),
    ("often", rf"每[个1]?月(?:\d{{1,2}}[日号](?:之?前)?|[上中下]旬|[初中底末])?(?:{_COUNT})?"),
    ("often", rf"每[个1]?季度?(?:[首末]月|[初末]|第\d个月)?(?:{_COUNT})?"),
    ("often", rf"(?:每年度?|半年|1年度?){_COUNT}|每半年"),
    ("often", r"\d{1,3}次(?:/|每)(?:半年|年度?|季度?|月|周|学期)(?:/[一-龥]{1,4})?"),
    ("often", r"(?:按|逐|分)(?:月份?|季度?|周)"),
    ("count", _COUNT),
    ("ymd", r"\d{4}(?P<mark>[-./])\d{1,2}(?P=mark)\d{1,2}日?(?![\d.月])"),
    ("compact", r"\d{8}(?!\d)"),
    ("ym", r"\d{4}[-./]\d{1,2}(?:月份?)?(?![\d.])"),
    ("yearend", r"年[底末](?:[之以]?前)?|[底末][之以]?前"),
    ("nextyear", r"[次翌来明下]年度?"),
    ("whole", r"[全整]年度?内?|常年|年度?内"),
    ("thisyear", r"[今本当]年度?"),
    ("year", r"\d{4}(?:年度?|(?!\d))"),
    ("halves", r"[上前][、,和及与]?[下后]半年"),
    ("half", r"[上下前后]半年"),
    ("quarters", r"前[23]个?季度"),
    ("quarter", r"第?\d(?:个?季度|季)"),
    ("md", r"\d{1,2}月份?\d{1,2}(?:[日号]|(?=[-~、]\d{1,2}[日号]))"),
    ("month", r"\d{1,2}月份?(?:上中旬|中下旬|上旬|中旬|下旬|[初中底末])?"),
    ("dotted", r"\d{1,2}\.\d{1,2}(?![\d.])"),
    ("dayonly", r"\d{1,2}[日号]"),
    ("number", r"第?\d{1,2}(?!\d)"),
    ("range", r"[-~]"),
    ("before", r"[之以]?前(?![后夕期])"),
    ("from", r"起|开始"),
    ("untimed", r"不定期|不定时|随机|适时|择机|视情况?|随时"),
    ("filler", r"具体(?:检查)?时间(?:另行通知|另定|待定|以通知为准)|每年度?"),
    (
        "filler",
        r"开展|进行|实施|组织|集中|专项|检查|抽查|巡查|巡检|督查|督导|执法|完成|结束|期间|时间|计划|安排|日常|常规",
    ),
    ("filler", r"定期|重点|全面|联合|分批|陆续|贯穿|定于|[拟于在自从内间止:。]"),
    ("list", r"以及|[、,;和及与/]"),
)
"""Kinds and their patterns, tried in this order. Text that none of them reads makes the whole period unread."""
_WORDS: Final = "|".join(f"(?P<{kind}{place}>{source})" for place, (kind, source) in enumerate(_VOCABULARY))


def plain_texts(text: str) -> list[str]:
    """The ways to take the white space in a period: as nothing (2014 年 3 月), or as 、 between words (3月 6月).

    The texts have half-width characters, Arabic numbers, ~ for 至, 到 and long dashes, and - for a short dash.
    """
    folded = _RANGE_WORDS.sub("~", fold(text).translate(SIGNS))
    numbered = pattern(_HAN_NUMBER).sub(_arabic, folded)
    words = numbered.split()
    joined = [] if _SPACED_DIGITS.search(numbered) else ["".join(words)]
    return [*joined, "、".join(words)] if len(words) > 1 else ["".join(words)]


def words_of(plain: str) -> list[Word] | None:
    """The words of one plain text in order, fillers left out; None where some of it is no known word."""
    words: list[Word] = []
    position = 0
    scan = pattern(_WORDS, re.ASCII).match
    while position < len(plain):
        hit = scan(plain, position)
        if hit is None or hit.lastindex is None:
            return None
        kind = _kind_of(hit.lastgroup)
        if kind != "filler":
            words.append(Word(kind, hit[0], _numbers(kind, hit[0])))
        position = hit.end()
    return words


def _kind_of(group: str | None) -> str:
    return (group or "").rstrip("0123456789")


def _numbers(kind: str, text: str) -> tuple[int, ...]:
    if kind == "compact":
        return int(text[:4]), int(text[4:6]), int(text[6:])
    return tuple(map(int, _DIGITS.findall(text)))


def _arabic(hit: re.Match[str]) -> str:
    number = number_of(hit[0])
    return hit[0] if number is None else str(number)
