"""The words of column headers: how they are spelt in the wild, and which fields of a form they can mean."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from enforcer.domain.form import Form
from enforcer.language.blanks import bare
from enforcer.language.patterns import pattern

LONGEST_HEADER: Final = 60
SHORTEST_CUT: Final = 3
"""A header that was cut off must keep this many characters to be completed."""

_KEPT: Final = 4096
_SYNTAX: Final = frozenset(".*+?[]\\|(){}^$")
_MARKS: Final = "*★☆※●○▲△◆◇■□:,;?!。，；：、 \t\r\n\"'“”‘’"
_JOINTS: Final = frozenset("/\\、,，;；和及与或")
_BRACKETS: Final = frozenset("()[]{}〔〕【】《》〈〉「」")
_BRACKETED: Final = r"[(\[{〔【][^)\]}〕】]*(?:[)\]}〕】]|$)"
_OPEN_NUMBERS: Final = "0123456789(一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NUMBERED: Final = (
    r"^(?:\(?\d{1,2}\)?[.、:)]?|\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2}[、.]|[①-⑳])(?=[^\d.%]{2})"
)


class Hit(NamedTuple):
    """A field that a header can mean: its key, and the place of the matching pattern in the form's order."""

    key: str
    rank: int


@lru_cache(maxsize=_KEPT)
def spellings(text: str) -> tuple[str, ...]:
    """What a header may be compared by, most exact first; () for running text of over 60 characters.

    White space, stars and bracket signs go first, then what stands in brackets, then a leading number, then what joins
    two words: 检查地点/范围, 方式和内容.
    """
    if len(text) > LONGEST_HEADER:
        return ()
    plain = bare(text).strip(_MARKS)
    whole = _unbracketed(plain)
    found = [whole]
    if whole != plain:
        found.append(_unbracketed(pattern(_BRACKETED).sub("", plain)).strip(_MARKS))
    if plain and plain[0] in _OPEN_NUMBERS:
        found.extend(_unbracketed(pattern(_NUMBERED).sub("", one, count=1)) for one in (plain, found[-1]))
    if not _JOINTS.isdisjoint(plain):
        found.extend(["".join(char for char in one if char not in _JOINTS) for one in found])
    return tuple(one for one in dict.fromkeys(found) if one)


def _unbracketed(text: str) -> str:
    return "".join(char for char in text if char not in _BRACKETS)


class Wording(NamedTuple):
    """All header words of one form; `heard` and `cut` remember what was asked before."""

    literal: Mapping[str, tuple[Hit, ...]]
    patterns: tuple[tuple[str, Hit], ...]
    own: Mapping[str, str]
    heard: dict[str, tuple[Hit, ...]]
    cut: dict[str, str | None]

    def hits(self, text: str) -> tuple[Hit, ...]:
        """The fields that this header can mean, in the form's order; () for a header that the form does not know."""
        if text not in self.heard:
            # The same headers come again and again, in one sheet and from one workbook to the next.
            _make_room(self.heard)
            self.heard[text] = self._hits(text)
        return self.heard[text]

    def _hits(self, text: str) -> tuple[Hit, ...]:
        for one in spellings(text):
            found = self.literal.get(one) or self._by_pattern(one)
            if found:
                return found
        return ()

    def is_own(self, key: str, text: str) -> bool:
        """Whether the header is the form's own word for this field, whatever its spaces and brackets."""
        return self.own[key] in spellings(text)[:1]

    def completed(self, text: str) -> str | None:
        """The one field whose header begins with this text and was cut off; None where several do, or none."""
        if text not in self.cut:
            _make_room(self.cut)
            self.cut[text] = self._completed(text)
        return self.cut[text]

    def _completed(self, text: str) -> str | None:
        found: set[str] = set()
        for one in spellings(text):
            if len(one) < SHORTEST_CUT:
                continue
            found.update(hit.key for word, hits in self.literal.items() if word.startswith(one) for hit in hits)
        return found.pop() if len(found) == 1 else None

    def _by_pattern(self, text: str) -> tuple[Hit, ...]:
        found: dict[str, Hit] = {}
        for source, hit in self.patterns:
            if hit.key not in found and pattern(source).fullmatch(text):
                found[hit.key] = hit
        return tuple(found.values())


def _make_room(memory: dict[str, Any]) -> None:
    if len(memory) >= _KEPT:
        memory.clear()


@cache
def wording(form: Form) -> Wording:
    """The header words of this form: its own header and its patterns, in order."""
    literal: dict[str, dict[str, Hit]] = {}
    patterns: list[tuple[str, Hit]] = []
    for column in form.columns:
        for rank, word in enumerate((column.header, *column.patterns)):
            if rank and not _SYNTAX.isdisjoint(word):
                patterns.append((word, Hit(column.key, rank)))
                continue
            for one in spellings(word)[:1]:
                literal.setdefault(one, {}).setdefault(column.key, Hit(column.key, rank))
    return Wording(
        literal={word: tuple(hits.values()) for word, hits in literal.items()},
        patterns=tuple(patterns),
        own={column.key: spellings(column.header)[0] for column in form.columns},
        heard={},
        cut={},
    )
