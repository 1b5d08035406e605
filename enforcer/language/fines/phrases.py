"""What the words beside a range name: the base of a ratio, what a sum is multiplied by, and whom the fine is for."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from enforcer.language.fines.words import CLASSIFIERS, Part, lexicon
from enforcer.language.numerals import read_integer
from enforcer.language.patterns import pattern

LONGEST: Final = 150
"""No name of a base or an offender is longer; beyond it nothing is read, so that hostile text costs no time."""

_GLOSS: Final = r"[（(](?=[^（）()]*(?:包括|含|下同|简称))[^（）()]*[)）]"
_LED_BY: Final = r"(?:相当于?|按照?|以|的|其(?![他余中]))+"
_ASIDE: Final = (
    r"(?:(?:警告|通报批评|没收(?:非法|违法)所得|责令停产停业|停业整顿|拘留|日以下(?:行政)?拘留)?[、，]?"
    r"(?:或者?|并处?|和|、))+"
)
_NO_BASE: Final = r"以[上下内]|[倍元%％‰]|百分之|罚款(?!数额|金额|总额|额)|[。；]|^对"
_COUNTED: Final = r"[0-9０-９一二三四五六七八九十百]+"
_BRACKET: Final = r"[（(][^（）()]{1,8}[)）]"
_SAME_UNIT: Final = {"天": "日", "名": "人", "位": "人", "个月": "月"}
_ORDER: Final = ("人", "户", "日", "月", "年", "季度", "小时", "次")
_LONGEST_UNIT: Final = 12
_MOST_UNITS: Final = 4
_ITS: Final = r"其(?![他余中])"
_SOMEBODY: Final = frozenset("人者员位业构关户司所厂店社方会队织体部主商长师家校院站场府")
_NOBODY: Final = ("情形", "部分", "面积", "后果", "问题", "的", "或者")
_BEFORE_VERB: Final = r"(?:可以|可|应当|并|各|分别|均|另|还|也|但|依法|一并|同时|酌情|视情节(?:轻重)?|视情)+$"

_NUMBERED: Final = r"\s*[（(]?[一二三四五六七八九十0-9]{0,3}[)）.．、]?\s*"


def read_base(words: str) -> str | None:
    """The base that stands in the words before a ratio, bare of 相当于, 其 and glosses; None where there is none.

    Raises ValueError where the words cannot be a base.
    """
    if len(words) > LONGEST:
        raise ValueError(words[:LONGEST])
    base = "".join(pattern(_GLOSS).sub("", words).split())
    for lead in (_ASIDE, _LED_BY):
        found = pattern(lead).match(base)
        if found is not None:
            base = base[found.end() :]
    base = base.rstrip("的，、")
    if pattern(_NO_BASE).search(base):
        raise ValueError(base)
    return base or None


def read_limit(base: str) -> tuple[Part | None, str]:
    """The word of limiting that leads a base (不超过违法所得 三倍), and the base without it."""
    word = next((word for word in _limits() if base.startswith(word)), None)
    return (lexicon()[word], base[len(word) :]) if word else (None, base)


@cache
def _limits() -> tuple[str, ...]:
    """不超过, 不低于 and their like, the longest first; 最高 alone may belong to the base (最高应价)."""
    words = [word for word, part in lexicon().items() if part in (Part.AT_MOST, Part.AT_LEAST) and "不" in word]
    return tuple(sorted(words, key=len, reverse=True))


def read_per(chunks: Iterable[str]) -> str | None:
    """What a sum is multiplied by, from the words after each 每: 超养一只 is 只, 日 with 平方米 is 日·平方米.

    None where there are no words. Raises ValueError where they name no unit.
    """
    units = list(dict.fromkeys(_unit(chunk) for chunk in chunks))
    if len(units) > _MOST_UNITS:
        raise ValueError(units)
    units.sort(key=lambda unit: _ORDER.index(unit) if unit in _ORDER else len(_ORDER))
    return "·".join(units) or None


def _unit(chunk: str) -> str:
    if len(chunk) > LONGEST:
        raise ValueError(chunk[:LONGEST])
    words = "".join(chunk.split())
    counted = pattern(_COUNTED).search(words)
    if counted is not None:
        words = words[counted.end() :] if read_integer(counted.group()) == 1 else words[counted.start() :]
    if not words.startswith("个月"):
        words = words.removeprefix("个")
    unit = next((word for word in _by_length() if words.startswith(word)), words)
    bracket = pattern(_BRACKET).match(words, len(unit))
    if bracket is not None:
        return unit + bracket.group()
    if not unit or len(unit) > _LONGEST_UNIT:
        raise ValueError(chunk)
    return _SAME_UNIT.get(unit, unit)


@cache
def _by_length() -> tuple[str, ...]:
    return tuple(sorted(CLASSIFIERS, key=len, reverse=True))


def read_target(words: str, *, must_name: bool) -> str | None:
    """Whom a fine is for, from the words after 对; None where they name nobody.

    Where no verb of fining follows at once, `must_name` asks that they end like a name for somebody (个人, 建设单位).
    """
    if len(words) > LONGEST:
        return None
    target = pattern(_BEFORE_VERB).sub("", "".join(words.split())).rstrip("、，")
    if pattern(_ITS).match(target):
        target = target[1:]
    if not target or target.endswith(_NOBODY) or (must_name and target[-1] not in _SOMEBODY):
        return None
    return target


def leads_up(words: str) -> bool:
    """Do these words only lead up to what follows: nothing, a number in brackets, 并可以?"""
    if len(words) > LONGEST:
        return False
    numbered = pattern(_NUMBERED).match(words)
    return not pattern(_BEFORE_VERB).sub("", words[numbered.end() :] if numbered else words)
