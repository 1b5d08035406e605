"""Value bands: the sums that a limb of a fine is for (货值金额不足一万元的, 没有违法所得的), read from its words."""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from enforcer.annexes.bounds import Bounds, joined
from enforcer.language.numerals import read_number
from enforcer.language.patterns import pattern

_KEPT: Final = 4096
_LONGEST: Final = 400

_QUANTITIES: Final = {
    "违法所得": "违法所得 非法所得 违法收入 非法收入 所得收入",
    "违法经营额": "违法经营额 非法经营额 违法经营数额 非法经营数额 经营额",
    "货值金额": "货值金额 货值",
    "销售金额": "销售金额 销售额",
    "营业额": "营业额",
    "涉案金额": "涉案金额",
    "合同价款": "合同价款 合同金额",
    "工程造价": "工程造价",
    "投资额": "投资额",
    "价值": "价值",
}
"""What a band may be of, each with its other spellings."""

_NUMBER: Final = r"[0-9０-９][0-9０-９,，.．]*[十百千万亿]*|[零〇一二三四五六七八九十百千万亿两]+"
_FROM: Final = rf"(?:在|为|达到?|满)?(?P<from>{_NUMBER})元?以上|(?:超过|高于|大于)(?P<above>{_NUMBER})元?(?:以上)?"
_TO: Final = (
    rf"(?:在|为)?(?P<to{{0}}>{_NUMBER})元?(?:以下|以内)|(?:不超过|未超过|不高于)(?P<most{{0}}>{_NUMBER})元?"
    rf"|(?:不足|不满|未满|少于|低于|小于|未达到|不到)(?P<under{{0}}>{_NUMBER})元?(?:以下)?"
)
_NOT_COUNTED: Final = "(?:无法|难以|不能)(?:计算|确定|查清|认定)"


class Band(NamedTuple):
    """The values of a sum, in yuan, that a limb is for; 没有违法所得 is the value 0."""

    quantity: str
    ranges: tuple[Bounds, ...]

    def apart_from(self, other: "Band") -> bool:
        """Whether both speak of the same sum and share none of its values."""
        if self.quantity != other.quantity:
            return False
        return not any(mine.meets(theirs) for mine in self.ranges for theirs in other.ranges)


@lru_cache(maxsize=_KEPT)
def read_bands(text: str) -> tuple[Band, ...]:
    """The value bands named in a condition, one for each sum; several of the same sum are read as "or".

    A condition by which the sum cannot be told (违法所得无法计算的), or a text too long for a condition, has none.
    """
    if len(text) > _LONGEST or pattern(_NOT_COUNTED).search(text):
        return ()
    names = _names()
    found: dict[str, list[Bounds]] = {}
    for hit in _pattern().finditer("".join(text.split())):
        bounds = _bounds(hit)
        if bounds is not None:
            found.setdefault(names[hit["quantity"]], []).append(bounds)
    return tuple(Band(quantity, tuple(joined(ranges))) for quantity, ranges in found.items())


def _bounds(hit: re.Match[str]) -> Bounds | None:
    if hit["without"]:
        return Bounds.closed(0, 0)
    words = {name: word for name, word in hit.groupdict().items() if word and name not in ("quantity", "with")}
    if not words:
        return Bounds(0, low_inclusive=False, high=None, high_inclusive=False) if hit["with"] else None
    numbers = {name.rstrip("12"): read_number(word) for name, word in words.items()}
    if None in numbers.values():
        return None
    low = numbers.get("from", numbers.get("above"))
    high = numbers.get("to", numbers.get("most", numbers.get("under")))
    if low is not None and high is not None and low >= high:
        return None
    return Bounds(low, "from" in numbers, high, high is not None and "under" not in numbers)


@cache
def _names() -> dict[str, str]:
    return {word: quantity for quantity, words in _QUANTITIES.items() for word in words.split()}


@cache
def _pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(_names(), key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<without>没有|(?<!有)无|未获得?|未取得)|(?<!所)(?P<with>有))?(?P<quantity>{nouns})"
        rf"(?:(?:{_FROM})(?:[，,、]?(?:但|且)?[至到]?(?:{_TO.format(1)}))?|{_TO.format(2)})?"
    )
