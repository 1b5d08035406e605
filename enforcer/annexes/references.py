"""Cross-references between the items of a benchmark: 按照序号5的裁量基准执行."""

from functools import lru_cache
from typing import Final

from enforcer.language.blanks import bare
from enforcer.language.numerals import read_integer
from enforcer.language.patterns import pattern

_KEPT: Final = 4096
_LONGEST: Final = 200
_NUMBER: Final = r"([a-z]*-?[0-9]+(?:[-.][0-9]+)*|[一二三四五六七八九十百]+)"
_REFERENCE: Final = (
    rf"(?:序号|编号)(?:为|:)?第?{_NUMBER}"
    rf"|本(?:表|基准|标准)(?:中|的)?第?{_NUMBER}[项条号行]"
    rf"|(?<![条款法例定])第{_NUMBER}[项号](?:的)?(?:违法行为|处罚事项)?(?:的)?(?:行政处罚)?裁量(?:基准|标准|幅度)"
)


@lru_cache(maxsize=_KEPT)
def read_reference(text: str) -> str | None:
    """The 序号 of the item whose standard is to be applied, as `number_key` spells it; None where none is named.

    An article of law (按照第五十条执行, 第一款第五项) is no reference.
    """
    if len(text) > _LONGEST or not any(word in text for word in ("序号", "编号", "本表", "本基准", "本标准", "裁量")):
        return None
    hit = pattern(_REFERENCE).search(bare(text))
    return number_key(next(filter(None, hit.groups()))) if hit else None


@lru_cache(maxsize=_KEPT)
def number_key(number: str) -> str:
    """One spelling for an item's number: 0005, 5. and 五 are 5; xzcf-0005 and 1-1 stay."""
    plain = bare(number).strip(".、,;:()")
    value = read_integer(plain)
    return plain if value is None else str(value)
