"""The statute behind a violation: the limbs of its fine, from 法定罚款幅度, else from the words quoted in 法定依据."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from enforcer.annexes.limbs import Limb, limbs_of
from enforcer.domain.fine import Fine, UnreadFine
from enforcer.domain.row import Place, Row
from enforcer.language.blanks import is_answered, is_blank
from enforcer.language.citations import quotes_text
from enforcer.language.fines import read_fines
from enforcer.language.patterns import pattern

Source: TypeAlias = Literal["statutory_fine", "legal_basis"]
Knowledge: TypeAlias = Literal["read", "unread", "unstated", "without-fine"]

_KEPT: Final = 4096
_SANCTIONS: Final = (
    "警告|通报批评|没收|责令(?:停产|停业|关闭|停止)|停业整顿|暂扣|吊销|撤销|注销|降低资质|拘留|取消.{0,6}资格"
)
_FINED: Final = r"罚款|罚金|并处|[0-9０-９一二三四五六七八九十百千万]\s?(?:元|倍)|百分之|[%％]"
_CUT_SHORT: Final = ("…", "...", "。。", "（略", "(略")
_OPTIONAL: Final = "可以?(?:并|单|酌情)?(?:处|罚|并罚)"


class FinesRead(NamedTuple):
    """What a text says of fines: the limbs read, and the words that could not be read."""

    limbs: tuple[Limb, ...]
    unread: tuple[UnreadFine, ...]


@lru_cache(maxsize=_KEPT)
def fines_in(text: str, bare: bool) -> FinesRead:
    """The fines in a cell; with `bare` the cell is about a fine even where the word 罚款 is left out."""
    found = read_fines(text, bare=bare)
    return FinesRead(
        limbs_of(one for one in found if isinstance(one, Fine)),
        tuple(one for one in found if isinstance(one, UnreadFine)),
    )


@dataclass(frozen=True)
class Law:
    """What the words of a table tell of the law behind a violation.

    `knowledge`: limbs were read; nothing but unread words; no words on a fine; or a law that sets none. `partial` says
    that besides the limbs there are words on fines that could not be read. `source` is the column that was read;
    `bases` has the answers of 法定依据. `optional`: the law leaves open whether to fine (可以处).
    """

    knowledge: Knowledge
    limbs: tuple[Limb, ...]
    partial: bool = False
    source: Source = "legal_basis"
    bases: tuple[str, ...] = ()
    offers_warning: bool = False
    optional: bool = False

    @cached_property
    def quoted(self) -> bool:
        """Whether 法定依据 gives any words of the law."""
        return any(map(quotes_text, self.bases))

    @cached_property
    def tells_cases(self) -> bool:
        """Whether a limb is for some values or cases only, so that a tier's conditions choose among them."""
        return any(limb.bands or limb.case for limb in self.limbs)

    @property
    def leaves_no_choice(self) -> bool:
        """Whether the law sets no fine, or only fixed ones: there is no discretion to refine."""
        if self.knowledge == "without-fine":
            return True
        return bool(self.limbs) and not self.partial and all(limb.bounds.fixed for limb in self.limbs)


def law_of(rows: Sequence[Row]) -> tuple[Law, Place]:
    """The law that the rows of one violation name, and the cell that tells of it."""
    law = read_law(_texts(rows, "statutory_fine"), _texts(rows, "legal_basis"))
    row = next((row for row in rows if not is_blank(row[law.source])), rows[0])
    return law, row.place(law.source)


@lru_cache(maxsize=_KEPT)
def read_law(ranges: tuple[str, ...], bases: tuple[str, ...]) -> Law:
    """The law in the words of 法定罚款幅度 (`ranges`), else in those quoted in 法定依据 (`bases`).

    Limbs for an addressee whom 法定罚款幅度 leaves out are added from 法定依据.
    """
    from_range, from_basis = _read(ranges, bare=True), _read(bases, bare=False)
    words = "\n".join((*ranges, *bases))
    limbs, chosen = from_basis.limbs, from_basis
    source: Source = "legal_basis"
    if from_range.limbs or from_range.unread:
        known = {limb.addressee for limb in from_range.limbs}
        added = (limb for limb in from_basis.limbs if limb.addressee not in known)
        limbs, chosen, source = (*from_range.limbs, *added), from_range, "statutory_fine"
    return Law(
        _knowledge(chosen, ranges, bases),
        limbs,
        bool(chosen.unread),
        source,
        bases,
        "警告" in words,
        pattern(_OPTIONAL).search(words) is not None,
    )


def _knowledge(chosen: FinesRead, ranges: Sequence[str], bases: Sequence[str]) -> Knowledge:
    if chosen.limbs:
        return "read"
    if chosen.unread:
        return "unread"
    said = "\n".join(ranges or filter(quotes_text, bases))
    sanctioned, fined = pattern(_SANCTIONS).search(said), pattern(_FINED).search(said)
    cut_short = any(mark in said for mark in _CUT_SHORT)
    return "without-fine" if sanctioned and not fined and not cut_short else "unstated"


def _read(texts: Sequence[str], *, bare: bool) -> FinesRead:
    parts = [fines_in(text, bare) for text in texts]
    if len(parts) == 1:
        return parts[0]
    limbs: dict[tuple[object, ...], Limb] = {}
    for limb in (limb for part in parts for limb in part.limbs):
        limbs.setdefault(limb.terms, limb)
    return FinesRead(tuple(limbs.values()), tuple(one for part in parts for one in part.unread))


def _texts(rows: Sequence[Row], key: str) -> tuple[str, ...]:
    """The different answers of the rows in one column, in their order."""
    return tuple(text for text in dict.fromkeys([row[key] for row in rows]) if is_answered(text))
