"""Articles and their parts: 第十条第一款第（二）项, 第10条之一, 第一、二款, 第三条至第十条."""

import re
from typing import Final, NamedTuple

from enforcer.language.numerals import read_integer
from enforcer.language.patterns import pattern

_DIGITS: Final = "零〇一二三四五六七八九十百千两廿"
NUMBER: Final = rf"(?:[0-9]{{1,4}}|[{_DIGITS}]{{1,9}})"
_ONE: Final = rf"第?\s{{0,3}}\(?\s{{0,2}}{NUMBER}\s{{0,2}}\)?"
_RANGE: Final = r"至|到|~|-{1,2}|—{1,2}|–"
_AND: Final = r"[、,;和及与或]|以及|或者"
_LIST: Final = rf"{_ONE}(?:\s{{0,2}}(?:(?:{_AND}|{_RANGE})\s{{0,2}}|(?=\()){_ONE}){{0,30}}"
_SUFFIX: Final = rf"(?:\s?之\s?(?P<suffix>{NUMBER}))?"

ARTICLE: Final = (
    rf"第\s{{0,3}}{NUMBER}(?:\s{{0,2}}(?:{_AND}|{_RANGE})\s{{0,2}}第?\s{{0,3}}{NUMBER}){{0,30}}\s{{0,3}}条(?!件|例)"
)
"""The articles that a provision begins with: 第十条, 第13、14条, 第13-15条."""

_RUN: Final = rf"(?P<list>{_LIST})\s{{0,3}}(?P<unit>[条款项目])(?!件|例){_SUFFIX}"
_NEXT: Final = rf"\s{{0,3}}(?:(?P<and>{_AND})|(?P<range>{_RANGE})|的)?\s{{0,3}}{_RUN}"
_PARTS: Final = rf"(?P<range>{_RANGE})|{NUMBER}"
_LEVELS: Final = {"条": 0, "款": 1, "项": 2, "目": 3}


class Provision(NamedTuple):
    """A place in a law: article (suffix 1 for 第十条之一), paragraph (款), item (项), subitem (目), as far as named."""

    article: int
    suffix: int = 0
    paragraph: int | None = None
    item: int | None = None
    subitem: int | None = None

    def __str__(self) -> str:
        """第10条之1第1款第2项."""
        parts = ((self.paragraph, "款"), (self.item, "项"), (self.subitem, "目"))
        suffix = f"之{self.suffix}" if self.suffix else ""
        return f"第{self.article}条{suffix}" + "".join(f"第{number}{unit}" for number, unit in parts if number)

    def at(self, level: int, number: int, suffix: int = 0) -> "Provision":
        """This place with another number at a level (0 article to 3 subitem), and nothing below it."""
        if level == 0:
            return Provision(number, suffix)
        parts = [self.paragraph, self.item, self.subitem]
        parts[level - 1 :] = [number, *[None] * (len(parts) - level)]
        return Provision(self.article, self.suffix, *parts)


class Cited(NamedTuple):
    """A provision, the last one where a range is named (第三条至第十条), and its stretch of the text."""

    provision: Provision
    through: Provision | None
    span: tuple[int, int]


def read_provisions(text: str, position: int) -> list[Cited]:
    """The provisions named one after another from `position` on, where an article number begins; [] where none does.

    `text` has half-width digits and brackets. 第十条第一款第（二）、（三）项和第三款 is three: what a
    later part does not repeat is taken from the one before it. Linear in the length of what is read.
    """
    hit = pattern(_RUN).match(text, position)
    if hit is None or hit["unit"] != "条":
        return []
    cited = _values(hit, None)
    while cited:
        hit = pattern(_NEXT).match(text, cited[-1].span[1])
        if hit is None or (cited[-1].through and _refines(cited[-1].provision, hit)):
            break
        following = _after(cited[-1], hit)
        if following is None:
            break
        if hit["range"] or _refines(cited[-1].provision, hit):
            cited.pop()
        cited += following
    return cited


def _after(last: Cited, hit: re.Match[str]) -> list[Cited] | None:
    """What the next run names, seen from the last provision; None where it does not go on from there."""
    if not hit["range"]:
        base = last if _refines(last.provision, hit) else Cited(last.provision, None, (hit.start("list"), 0))
        return _values(hit, base) or None
    named = _values(hit, last)
    if len(named) != 1 or _LEVELS[hit["unit"]] != _depth(last.provision) or last.through:
        return None
    end = named[0]
    return (
        [Cited(last.provision, end.provision, (last.span[0], end.span[1]))] if end.provision > last.provision else None
    )


def _refines(last: Provision, hit: re.Match[str]) -> bool:
    """Whether a run says more about the last provision (第十条 + 第一款) rather than naming a further one."""
    return _LEVELS[hit["unit"]] > _depth(last)


def _depth(provision: Provision) -> int:
    parts = (provision.paragraph, provision.item, provision.subitem)
    return max((level for level, part in enumerate(parts, start=1) if part is not None), default=0)


def _values(hit: re.Match[str], base: Cited | None) -> list[Cited]:
    """Each number of one run as a provision: 第一、二款, 第13-15条. [] where one is no number."""
    level = _LEVELS[hit["unit"]]
    root = base.provision if base else Provision(0)
    start = base.span[0] if base else hit.start("list")
    suffix = read_integer(hit["suffix"]) or 0 if hit["suffix"] else 0
    if number := read_integer(hit["list"].strip("第() \t\n")):
        return [Cited(root.at(level, number, suffix), None, (start, hit.end()))]
    found: list[Cited] = []
    to = False
    for part in pattern(_PARTS).finditer(hit["list"]):
        if part["range"]:
            to = True
            continue
        number = read_integer(part[0])
        if not number:
            return []
        place = root.at(level, number)
        if to and found:
            if found[-1].through or place <= found[-1].provision:
                return []
            found[-1] = found[-1]._replace(through=place)
            to = False
            continue
        found.append(Cited(place, None, (hit.start("list") + part.start(), 0)))
    if not found:
        return []
    last = found[-1]
    if suffix and level == 0:
        last = last._replace(provision=last.provision.at(0, last.provision.article, suffix))
    found[-1] = last._replace(span=(last.span[0], hit.end()))
    found[0] = found[0]._replace(span=(start, found[0].span[1]))
    ends = [hit.start("list") + part.end() for part in pattern(NUMBER).finditer(hit["list"])]
    return [one if one.span[1] else one._replace(span=(one.span[0], _end_of(one, ends))) for one in found]


def _end_of(one: Cited, ends: list[int]) -> int:
    return next(end for end in ends if end > one.span[0])
