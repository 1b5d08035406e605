"""An overlap as a rule's remark: at the first claim's cell, the others' cells beside it."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from enforcer.annexes.overlaps import Kind, Party, doubts, overlaps
from enforcer.domain.dossier import County
from enforcer.domain.row import Place
from enforcer.domain.rule import Remark, Unsure
from enforcer.domain.sentence import Sentence

_SHOWN: Final = 12


def remarks(county: County, kind: Kind) -> Iterator[Remark | Unsure]:
    """A remark for each overlap of that kind, and what could not be compared.

    Its values: subject, units, key, and `claims`, who claims what in which words at which cell.
    """
    for one in overlaps(county, kind):
        first, *others = one.parties
        claims: list[object] = [claim_in_words(party) for party in one.parties[:_SHOWN]]
        if len(one.parties) > _SHOWN:
            claims.append(Sentence("另有{left}处", {"left": len(one.parties) - _SHOWN}))
        values = {"subject": one.subject, "units": one.units, "key": one.key, "claims": claims}
        yield Remark(first.place, values, related=tuple(party.place for party in others), value=first.words)
    for doubt in doubts(county, kind):
        yield Unsure("unreadable", doubt.reason, doubt.place)


def claim_in_words(party: Party) -> Sentence:
    """县安监局“危险化学品企业”（检查时间：…；annex1.xlsx 检查计划!I4）."""
    return Sentence(
        "{unit}“{words}”（{detail}；{cell}）",
        {"unit": party.unit, "words": party.words, "detail": party.detail, "cell": cell_of(party.place)},
    )


def cell_of(place: Place) -> str:
    """annex1.xlsx 检查计划!I4: a cell among the files of several units."""
    name = PurePath(place.file.replace("\\", "/")).name
    return f"{name} {place.address}" if place.sheet else name
