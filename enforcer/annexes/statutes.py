"""The statute behind a violation: the limbs of its fine, from 法定罚款幅度, else from the words quoted in 法定依据."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from enforcer.annexes.limbs import Limb, limbs_of
from enforcer.domain.fine import Fine, UnreadFine
from enforcer.domain.row import Place, Row
from enforcer.language.blanks import is_blank, is_none_word
from enforcer.language.citations import quotes_text
from enforcer.language.fines import read_fines

Knowledge: TypeAlias = Literal["read", "unread", "unstated", "without-fine"]

_KEPT: Final = 4096
_SANCTIONS: Final = re.compile(
    r"警告|通报批评|没收|责令(?:停产|停业|关闭|停止)|停业整顿|暂扣|吊销|撤销|注销|降低资质|拘留|取消.{0,6}资格"
)
_FINED: Final = re.compile(r"罚款|罚金|并处|[0-9０-９一二三四五六七八九十百千万]\s*(?:元|倍)|百分之|[%％]")
_CUT_SHORT: Final = re.compile(r"…|\.{3}|。{2}|略\s*[）)。]?\s*$")
_OPTIONAL: Final = re.compile(r"可以?(?:并|单|酌情)?(?:处|罚|并罚)")


class FinesRead(NamedTuple):
    """What a text says of fines: the ranges read, and the words that could not be read."""

    fines: tuple[Fine, ...]
    unread: tuple[UnreadFine, ...]


@lru_cache(maxsize=_KEPT)
def fines_in(text: str, bare: bool) -> FinesRead:
    """The fines in a cell; with `bare` the cell is about a fine even where the word 罚款 is left out."""
    found = read_fines(text, bare=bare)
    return FinesRead(
        tuple(one for one in found if isinstance(one, Fine)),
        tuple(one for one in found if isinstance(one, UnreadFine)),
    )


@dataclass(frozen=True, slots=True)
class Statute:
    """What the law behind a violation sets, as far as the table tells.

    `knowledge`: limbs were read; nothing but unread words; no words on a fine; or a law that sets none.
    `partial` says that besides the limbs there are words on fines that could not be read. `place` is the cell it
    was taken from, `text` all the words of the law that the table gives; `quoted` tells whether 法定依据 quotes any.
    `optional`: the law leaves it open whether to fine at all (可以处).
    """

    knowledge: Knowledge
    limbs: tuple[Limb, ...]
    partial: bool
    text: str
    place: Place
    quoted: bool
    offers_warning: bool
    optional: bool

    @property
    def leaves_no_choice(self) -> bool:
        """Whether the law sets no fine, or only fixed ones: there is no discretion to refine."""
        if self.knowledge == "without-fine":
            return True
        return bool(self.limbs) and not self.partial and all(limb.bounds.fixed for limb in self.limbs)


def statute_of(rows: Sequence[Row]) -> Statute:
    """The statute that the rows of one violation name, in the words of 法定罚款幅度, else of 法定依据.

    Limbs for an addressee whom 法定罚款幅度 leaves out are added from 法定依据.
    """
    ranges = _texts(rows, "statutory_fine")
    bases = _texts(rows, "legal_basis")
    from_range, from_basis = _read(ranges, bare=True), _read(bases, bare=False)
    words = "\n".join((*ranges, *bases))
    if from_range.fines or from_range.unread:
        limbs = limbs_of(from_range.fines)
        known = {limb.addressee for limb in limbs}
        limbs += tuple(limb for limb in limbs_of(from_basis.fines) if limb.addressee not in known)
        chosen, key = from_range, "statutory_fine"
    else:
        limbs, chosen, key = limbs_of(from_basis.fines), from_basis, "legal_basis"
    return Statute(
        _knowledge(chosen, ranges, bases),
        limbs,
        bool(chosen.unread),
        words,
        next((row.place(key) for row in rows if not is_blank(row[key])), rows[0].place(key)),
        any(quotes_text(text) for text in bases),
        "警告" in words,
        _OPTIONAL.search(words) is not None,
    )


def _knowledge(chosen: FinesRead, ranges: Sequence[str], bases: Sequence[str]) -> Knowledge:
    if chosen.fines:
        return "read"
    if chosen.unread:
        return "unread"
    said = ranges or [text for text in bases if quotes_text(text)]
    sets_none = any(_SANCTIONS.search(text) for text in said) and not any(_FINED.search(text) for text in said)
    whole = not any(_CUT_SHORT.search(text) for text in said)
    return "without-fine" if sets_none and whole else "unstated"


def _read(texts: Iterable[str], *, bare: bool) -> FinesRead:
    parts = [fines_in(text, bare) for text in texts]
    return FinesRead(tuple(one for part in parts for one in part.fines), tuple(one for p in parts for one in p.unread))


def _texts(rows: Sequence[Row], key: str) -> list[str]:
    """The different answers of the rows in one column, in their order."""
    texts = dict.fromkeys(row[key] for row in rows)
    return [text for text in texts if not is_blank(text) and not is_none_word(text)]
