"""Titles of laws: 《中华人民共和国安全生产法》（2014年修正）, titles in titles, and titles without their marks."""

from functools import lru_cache
from typing import Final

from enforcer.language.blanks import fold
from enforcer.language.patterns import pattern

KINDS: Final = (
    "法|条例|办法|规定|细则|规则|规程|规范|决定|标准|解释|意见|通知|批复|目录|方案|规划|计划|准则|制度|令|公告"
)
"""What a law, rule or official document calls itself at the end of its title."""

_LONGEST: Final = 120
_KEPT: Final = 2048
_REACH: Final = 60
_STATE: Final = "中华人民共和国"
_MARKS: Final = str.maketrans("", "", "《》〈〉<>“”\"'「」『』· \t\r\n")
_VERSION: Final = (
    r"\((?:[^()]{0,30}(?:年|修正|修订|修改|版|公布|通过|发布|施行|令第?[^()]{0,8}号|号令)[^()]{0,30}|(?:19|20)\d\d)\)"
)
_ENDS_AS_LAW: Final = rf"(?:{KINDS})(?:\([^()]{{0,40}}\))*$"
_PLAIN: Final = (
    r"(?P<title>[一-鿿()]{2,40}?(?:法|条例|办法|规定|细则|规则|规程)(?:\((?:试行|暂行)\))?)\s{0,2}"
    r"(?P<version>\([^()]{0,30}\))?$"
)
_LEAD: Final = (
    r".*(?:依据|根据|按照|依照|违反|适用|参照|执行|符合|以及|(?:法|条例|办法|规定|细则|规则)(?:[和及与]|以及))"
)
_NO_TITLE: Final = (
    r"(?:[本该此同其]|国家|现行|行政|地方性|法律|法规|规章|制度|政策|规范性文件)*(?:法|条例|办法|规定|细则|规则|规程)$"
    r"|上述|前述|下列|违法|处罚办法$"
)
_NO_PART: Final = (
    r"[的按由将应]|依法|可以|有关|相关|等(?:法|规)|[本该此同](?:实施)?(?:法|条例|办法|规定|细则|规则|规程)"
)
_STOPS: Final = "《》,、;。:?!\n\t "


@lru_cache(maxsize=_KEPT)
def normal_title(title: str) -> str:
    """One spelling of a law's title, for matching: 《中华人民共和国安全生产法》（2014年修正） is 安全生产法.

    Drops the title marks, spaces, 中华人民共和国 wherever it stands, and brackets that only name a version or an
    order; （试行） stays, for it may be another law. Abbreviations of another kind are not resolved. Never raises.
    """
    bare = fold(title[:_LONGEST]).translate(_MARKS)
    return pattern(_VERSION).sub("", bare).replace(_STATE, "")


def closing_mark(text: str, opening: int) -> int | None:
    """Where the title that begins with 《 at `opening` ends: the place of its 》; None where it is never closed.

    Titles inside stand in 〈〉, or by a slip in 《》 again.
    """
    depth = 0
    for place in range(opening, min(len(text), opening + _LONGEST)):
        if text[place] == "《":
            depth += 1
        elif text[place] == "》":
            depth -= 1
            if not depth:
                return place
    return None


def is_law_title(title: str) -> bool:
    """Whether a title, half-width, is that of a law, rule or official document, by its last word (条例, 办法, 通知)."""
    return pattern(_ENDS_AS_LAW).search(title.rstrip("〉>》 ")) is not None


def plain_title(text: str, end: int) -> tuple[str, int] | None:
    """The title that stands without its marks directly before `end`, and where it begins: 依据安全生产法 + 第九十四条.

    None where the words before do not plainly end with a law's name: 有关规定, 本法, 该条例 are no titles.
    """
    before = text[max(0, end - _REACH) : end].rstrip(" ,:\t")
    end = max(0, end - _REACH) + len(before)
    run = before[max(before.rfind(mark) for mark in _STOPS) + 1 :]
    hit = pattern(_PLAIN).search(run)
    if hit is None:
        return None
    title = hit["title"]
    lead = pattern(_LEAD).match(title)
    if lead and lead.end() < len(title):
        title = title[lead.end() :]
    if pattern(_NO_TITLE).match(title) or pattern(_NO_PART).search(title):
        return None
    return title, end - len(run) + hit.end("title") - len(title)
