"""Legal citations in a cell: 《…法》第十条第一款第（二）项, several laws, orders (国务院令第591号), 本条例第八条."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from enforcer.language.blanks import fold
from enforcer.language.document_numbers import find_document_numbers
from enforcer.language.law_titles import closing_mark, is_law_title, normal_title, plain_title
from enforcer.language.numerals import read_integer
from enforcer.language.patterns import pattern, verbose
from enforcer.language.provisions import ARTICLE, NUMBER, Provision, read_provisions

_LONGEST_KEPT: Final = 2000
_KEPT: Final = 1024
_GAP: Final = 60

_ORDER_NUMBER: Final = r"[0-9lIOo零〇一二三四五六七八九十百]{1,8}"
_TOKEN: Final = rf"""
    (?P<title> 《 )
  | (?P<article> {ARTICLE} )
  | (?P<order> 令\s{{0,2}}第?\s{{0,2}}(?P<after>{_ORDER_NUMBER})\s{{0,2}}号
      | 第\s{{0,2}}(?P<before>{_ORDER_NUMBER})\s{{0,2}}号令
    )
"""
_ISSUER: Final = r"[一-鿿]{2,20}$"
_ISSUER_LEAD: Final = r".*(?:根据|依据|按照|依照|经|年)"
_BARE_ARTICLE: Final = rf"{NUMBER}\s?条(?!件|例)"
_JOINT: Final = r"(?:[\s,、:的中之至]|\([^()]{0,50}\)|规定|第\S{1,4}[章节编])*"
_VERSION: Final = r"\s{0,2}\(((?:19|20)\d\d[^()]{0,20})\)"
_REFERENCE: Final = r"(?P<word>[本该同此](?:实施)?(?P<kind>法|条例|办法|规定|细则|规则|决定))(?:规定)?\s?$"
_BEFORE_ORDER: Final = r"[\s,:]{0,4}(?:\([^()]{0,30}\))?[\s,:]{0,4}(?:\([^()]{0,20})?"
_BRACKET_REST: Final = r"[^()]{0,30}\)"
_SIGNAL: Final = r"罚款|责令|警告|没收|吊销|暂扣|拘留|给予|不得|应当|禁止|必须|有下列|的[，,]"
_TITLE: Final = r"《[^《》]{1,120}》"
_CLAUSE_MARKS: Final = r"[、，,；;。：:（）()\s]+"
_BINDING: Final = (
    r"依据|根据|按照|依照|违反|规定|相关|有关|法律|法规|规章|进行|处罚|执行|实施|予以|关于|[的及和等之第条款项]"
)
_HAN: Final = "[㐀-鿿]"
_SHORTEST_CLAUSE: Final = 8
_LETTERS: Final = str.maketrans("lIOo", "1100")


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in a law, or a law as a whole.

    `title` is as written, without its marks and half-width, None where none is named; `normal_title` is its one
    spelling for matching. `provision` is None where the law is cited as a whole; `through` is the last place of a
    range. `version` (2014年修正) and `order` (国务院令第591号) stand beside the title. `reference` is 本法, 该条例
    and the like: the title is then that of the law named before, where its kind agrees, else None.
    `span` is the stretch of the text, without the title where an earlier citation holds it.
    """

    title: str | None
    provision: Provision | None = None
    through: Provision | None = None
    version: str | None = None
    order: str | None = None
    reference: str | None = None
    span: tuple[int, int] = (0, 0)

    @property
    def normal_title(self) -> str | None:
        """The title's one spelling for matching: without 中华人民共和国, version and spaces."""
        return normal_title(self.title) if self.title is not None else None


def read_citations(text: str) -> list[Citation]:
    """Read every citation of a cell, in order: one for each place, one for a law that is named without a place.

    A law is a title in 《》 (also with 〈〉 inside), a plain title before its article (安全生产法第九十四条), or an
    order by its number, letters typed for digits being mended (国务院令第l98号). A title in 《》 with no article counts
    only where it is a law's or document's by its last word: 《卫生许可证》 is none. An article belongs to the title
    directly before it or before its list (《…法》第十条、第十二条), or to the last title where it begins a sentence, as
    quoted text does; else its title is None. Never raises; linear in the length of the text.
    """
    return list(_kept(text) if len(text) <= _LONGEST_KEPT else _read(text))


def quotes_text(text: str) -> bool:
    """Whether a basis gives the words of the law, and not only titles, articles and numbers.

    What is left after the citations and the words that bind them must be a clause of some length.
    """
    return _quotes(text) if len(text) <= _LONGEST_KEPT else True


class _Reader:
    """Reads a cell from left to right, with the law that was named last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Citation] = []
        self.law: Citation | None = None
        self.law_end = 0
        self.cited = True  # whether the last law has been given out

    def read(self) -> list[Citation]:
        position = 0
        search = verbose(_TOKEN).search
        while hit := search(self.text, position):
            if hit["title"]:
                position = self._title(hit.start())
            elif hit["order"]:
                position = self._order(hit)
            else:
                position = self._articles(hit.start())
        self._give_law()
        return self.found

    def _name(self, law: Citation) -> None:
        self._give_law()
        self.law, self.law_end, self.cited = law, law.span[1], False

    def _give_law(self) -> None:
        """Give out the last law as a whole, unless an article of it was, or it is no law."""
        law = self.law
        if law and not self.cited and (law.order or (law.title and is_law_title(law.title))):
            self.found.append(law)
        self.cited = True

    def _title(self, start: int) -> int:
        end = closing_mark(self.text, start)
        if end is None or self.text.endswith("简称", max(0, start - 4), start):
            return start + 1 if end is None else end + 1
        title = self.text[start + 1 : end].strip()
        after = end + 1
        version = pattern(_VERSION).match(self.text, after)
        law = Citation(
            title, version=version[1] if version else None, span=(start, version.end() if version else after)
        )
        if version and (hit := verbose(_TOKEN).search(self.text, version.start(1), version.end(1))):
            law = replace(law, order=self._order_of(hit)[0] if hit["order"] else None)
        before, gap = self.law, self._gap(start)
        if before and before.title is None and not self.cited and gap is not None and not gap.strip():
            self.cited = True  # 国务院令第591号《危险化学品安全管理条例》 is one law
            law = replace(law, order=before.order, span=(before.span[0], law.span[1]))
        self._name(law)
        if pattern(_BARE_ARTICLE).match(self.text, after):
            return self._articles(after)
        return law.span[1]

    def _order_of(self, hit: re.Match[str]) -> tuple[str | None, int]:
        """国务院令第591号, and where its issuer begins; None where it has no issuer or no sure number."""
        number = read_integer((hit["after"] or hit["before"]).translate(_LETTERS))
        issuer = pattern(_ISSUER).search(self.text[max(0, hit.start() - 20) : hit.start()])
        name = pattern(_ISSUER_LEAD).sub("", issuer[0]) if issuer else ""
        return (f"{name}令第{number}号" if number and name else None), hit.start() - len(name)

    def _order(self, hit: re.Match[str]) -> int:
        order, begin = self._order_of(hit)
        if order is None:
            return hit.end()
        law = self.law
        gap = self._gap(begin)
        if law and not law.order and gap is not None and pattern(_BEFORE_ORDER).fullmatch(gap):
            end = hit.end()
            if "(" in gap and (rest := pattern(_BRACKET_REST).match(self.text, end)):
                end = rest.end()
            self.law, self.law_end = replace(law, order=order, span=(law.span[0], end)), end
            return end
        self._name(Citation(None, order=order, span=(begin, hit.end())))
        return hit.end()

    def _articles(self, start: int) -> int:
        cited = read_provisions(self.text, start)
        if not cited:
            return start + 1
        end = cited[-1].span[1]
        reference = pattern(_REFERENCE).search(self.text, max(0, start - 10), start)
        law: Citation | None
        if reference and not self._joins(start):
            law = self._referred(reference)
        else:
            if not self._joins(start) and (plain := plain_title(self.text, start)):
                title, begin = plain
                self._name(Citation(title, span=(begin, start)))
            law = (
                self.law if self.law and (self.law_end == start or self._joins(start) or self._begins(start)) else None
            )
            if law:
                begin = start if self.cited else law.span[0]
                cited[0] = cited[0]._replace(span=(begin, cited[0].span[1]))
                self.cited, self.law_end = True, end
        blank = law or Citation(None)
        self.found += [replace(blank, provision=one.provision, through=one.through, span=one.span) for one in cited]
        return end

    def _joins(self, start: int) -> bool:
        """Whether the last law, or its last article, stands directly before."""
        gap = self._gap(start)
        return gap is not None and pattern(_JOINT).fullmatch(gap) is not None

    def _gap(self, end: int) -> str | None:
        """What stands between the last law, or its last article, and `end`; None where it is far or there is none."""
        return self.text[self.law_end : end] if self.law and end - self.law_end <= _GAP else None

    def _begins(self, start: int) -> bool:
        """Whether an article number begins a sentence: then it heads the law's quoted words."""
        before = self.text[max(0, start - _GAP) : start].rstrip(" \t")
        return before[-1:] in "。;\n"

    def _referred(self, hit: re.Match[str]) -> Citation:
        """本法, 同法: the law named last, where it is of that kind."""
        law = self.law
        known = law if law and law.title and normal_title(law.title).endswith(hit["kind"]) else Citation(None)
        return replace(known, reference=hit["word"])


@lru_cache(maxsize=_KEPT)
def _kept(text: str) -> tuple[Citation, ...]:
    return tuple(_read(text))


def _read(text: str) -> list[Citation]:
    return _Reader(fold(text)).read()


@lru_cache(maxsize=_KEPT)
def _quotes(text: str) -> bool:
    if not pattern(_SIGNAL).search(text):
        return False
    spans = sorted(
        {citation.span for citation in read_citations(text)} | {one.span for one in find_document_numbers(text)}
    )
    pieces, position = [], 0
    for start, end in spans:
        pieces.append(text[position : max(position, start)])
        position = max(position, end)
    rest = pattern(_TITLE).sub("、", "、".join([*pieces, text[position:]]))
    clauses = (clause for clause in pattern(_CLAUSE_MARKS).split(rest) if not is_law_title(clause))
    return sum(len(pattern(_HAN).findall(pattern(_BINDING).sub("", clause))) for clause in clauses) >= _SHORTEST_CLAUSE
