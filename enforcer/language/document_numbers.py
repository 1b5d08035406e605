"""Numbers of official documents: 桓政办发〔2014〕36号, with whatever brackets and spaces clerks type."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from enforcer.language.blanks import fold
from enforcer.language.dates import SIGNS, number_of
from enforcer.language.patterns import pattern, verbose

_LONGEST: Final = 60
_KEPT: Final = 1024
_REACH: Final = 32
_SHORTEST_ISSUER: Final = 2
_FIRST_YEAR, _LAST_YEAR = 1949, 2099
_HAN_DIGITS: Final = "零〇一二三四五六七八九十百"
_OPENING, _CLOSING = r"[〔\[(【〈<﹝{［〖「]", r"[〕\])】〉>﹞}］〗」]"
_YEAR: Final = rf"(?:19|20)\ ?\d\ ?\d|[一二][零〇九][{_HAN_DIGITS}]{{2}}"
_NUMBER: Final = rf"\d(?:\ ?\d){{0,4}}|[{_HAN_DIGITS}]{{1,6}}"
_CORE: Final = rf"""
    (?: {_OPENING}\ ?(?P<both>{_YEAR})\ ?年?\ ?{_CLOSING} | {_OPENING}\ ?(?P<opened>{_YEAR})(?:\ |(?=第))
      | (?<!\d)(?P<closed>{_YEAR})\ ?{_CLOSING} | (?<!\d)(?P<loose>{_YEAR})(?:[\ \-/]|(?=第)) )
    \ ?第?\ ?(?P<number>{_NUMBER})\ ?号
"""
_ISSUER: Final = r"[一-鿿A-Za-z](?: ?[一-鿿A-Za-z]){1,14} ?$"
_LABEL: Final = r"\s*(?:发文)?(?:文件)?(?:文号|字号|编号)\s?:\s?"
_LEAD: Final = (
    r".*(?:文号|字号|编号|根据|依据|按照|依照|关于|印发|贯彻|落实|执行|转发|参照|详见|参见|以及|[与和及的见为])"
)


class DocumentNumber(NamedTuple):
    """The number of an official document, and its stretch of the text."""

    issuer: str
    year: int
    number: int
    span: tuple[int, int] = (0, 0)

    @property
    def normal(self) -> str:
        """桓政办发〔2014〕36号."""
        return f"{self.issuer}〔{self.year}〕{self.number}号"


def read_document_number(text: str) -> DocumentNumber | None:
    """Read a cell that is one document number and nothing else; None when it is not, or not for sure.

    Brackets of any kind, mixed or lost in part; inner spaces; full-width or Chinese digits; 第36号; 号 forgotten. A
    number without its issuer's word (〔2014〕36号), year or serial (an empty 〔〕号) is None. Source of the form:
    党政机关公文处理工作条例第九条（发文机关代字、年份、发文顺序号）. Never raises.
    """
    return _read(text) if len(text) <= _LONGEST else None


def find_document_numbers(text: str) -> list[DocumentNumber]:
    """Find the document numbers within a longer text, in order. Never raises; linear in the length of the text."""
    plain = _plain(text)
    hits = (hit for hit in verbose(_CORE).finditer(plain) if not hit["loose"])  # 柳泉路2014-36号 is an address
    return [found for hit in hits if (found := _of(plain, hit)) is not None]


@lru_cache(maxsize=_KEPT)
def _read(text: str) -> DocumentNumber | None:
    plain = " ".join(_plain(text).split())
    label = pattern(_LABEL).match(plain)
    plain = plain[label.end() :] if label else plain
    if plain[-1:].isdigit():
        plain += "号"
    hits = list(verbose(_CORE).finditer(plain))
    found = _of(plain, hits[0]) if len(hits) == 1 else None
    if found is None or plain[: found.span[0]].strip() or plain[found.span[1] :].strip(" 。;"):
        return None
    return found._replace(span=(0, len(text)))


def _of(plain: str, hit: re.Match[str]) -> DocumentNumber | None:
    """The number, with the issuer's word that stands before it."""
    issuer = pattern(_ISSUER).search(plain[max(0, hit.start() - _REACH) : hit.start()])
    if issuer is None:
        return None
    word = issuer[0]
    lead = pattern(_LEAD).match(word)
    if lead and len(word) - lead.end() >= _SHORTEST_ISSUER:
        word = word[lead.end() :]
    year = number_of("".join((hit["both"] or hit["opened"] or hit["closed"] or hit["loose"]).split()))
    number = number_of("".join(hit["number"].split()))
    if not year or not number or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return DocumentNumber("".join(word.split()), year, number, (hit.start() - len(word.lstrip()), hit.end()))


def _plain(text: str) -> str:
    return fold(text).translate(SIGNS)
