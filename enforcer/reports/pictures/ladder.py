"""A ladder drawn: the law's range, each tier on one scale, the floor as a line, gaps and overlaps as rows of their own.

The rows are those of the ladder as the rules read it (annexes/ladder), in the words of `enforcer ladder`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from enforcer.annexes.ladder import floor_of, share_of
from enforcer.annexes.sums import amount, brief, whom
from enforcer.domain.sentence import Sentence
from enforcer.reports.pictures.svg import box, fitted, line, picture, text
from enforcer.verdicts.ladder_text import shown_share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enforcer.annexes.bounds import Bounds, Number
    from enforcer.annexes.ladder import Ladder, Rung, Step
    from enforcer.domain.sentence import Translate

_WIDE: Final = 640.0
_NAMES: Final = 76.0
_WORDS: Final = 206.0
_ROW: Final = 19.0
_BAR: Final = 11.0
_TOP: Final = 22.0
_LEAST: Final = 3.0
_SIZE: Final = 12
_FAULTS: Final = {
    "gap": Sentence("空档"),
    "overlap": Sentence("重叠"),
    "falling": Sentence("不升反降"),
    "equal": Sentence("没有加重"),
}


class _Row(NamedTuple):
    """A row: its name, its words, its range, and the class of its bar."""

    name: str
    words: str
    bounds: Bounds | None
    kind: str


def ladder_picture(
    ladder: Ladder, percent: int | None, missing: tuple[Sentence, ...], translate: Translate, name: str
) -> str:
    """The picture of one ladder; `percent` is the notice's floor, `missing` are tiers that the item lacks."""
    rows = [*_statute(ladder, translate), *_tiers(ladder, translate)]
    rows += [_Row(one.render(translate), translate("缺此阶次"), None, "") for one in missing]
    floors = [*_floors(ladder, percent)] if ladder.violation.is_own else []
    end = _highest(ladder)
    inside: list[str] = []
    for place, row in enumerate(rows):
        inside += _drawn(row, _TOP + place * _ROW, end)
    bottom = _TOP + len(rows) * _ROW
    left = _NAMES + _WORDS
    inside.append(line(left, bottom, _WIDE - 4, bottom, "axis"))
    said = amount(ladder.sample, end).render(translate)
    inside += [text("0", left, bottom + 12, "small"), text(said, _WIDE - 4, bottom + 12, "small", "end")]
    for floor in floors:
        values = {"percent": percent, "floor": amount(ladder.sample, floor)}
        said = Sentence("{percent}%底线：{floor}", values).render(translate)
        x = _at(floor, end)
        inside += [line(x, _TOP - 6, x, bottom, "floor"), text(said, x + 3, _TOP - 9, "small")]
    title = Sentence("{name}的裁量阶次{whom}", {"name": ladder.violation.name, "whom": whom(ladder.sample)})
    return picture(name, title.render(translate), _told(rows, ladder, floors, translate), (_WIDE, bottom + 17), inside)


def _statute(ladder: Ladder, translate: Translate) -> Iterator[_Row]:
    name = translate("法定")
    for limb in ladder.limbs:
        case = f"（{limb.fine.condition}）" if limb.fine.condition and len(ladder.limbs) > 1 else ""
        yield _Row(name, brief(limb, limb.bounds).render(translate) + case, limb.bounds, "law")
    if not ladder.limbs:
        yield _Row(name, _unlike(ladder).render(translate), None, "law")


def _unlike(ladder: Ladder) -> Sentence:
    """Why no range of the law stands beside the tiers: it counts otherwise, or it was not read."""
    doubts = {stand.match.doubt for rung in ladder.rungs for stand in rung.stands}
    return Sentence("不这样计算") if doubts <= {"scale", "base", "measure"} else Sentence("未读出")


def _tiers(ladder: Ladder, translate: Translate) -> Iterator[_Row]:
    steps = {step.upper.order: step for step in ladder.steps}
    for rung in ladder.rungs:
        step = steps.get(rung.order)
        if step is not None and step.relation in _FAULTS:
            yield _fault(step, translate)
        for bounds, share in {stand.bounds: share_of(stand.match) for stand in rung.stands}.items():
            words = brief(rung.limb, bounds).render(translate)
            if share is not None and share <= 1:
                words += "　" + translate("占{share}").format(share=shown_share(share))
            yield _Row(rung.tier.name, words, bounds, _kind(rung))


def _fault(step: Step, translate: Translate) -> _Row:
    words = brief(step.upper.limb, step.stretch).render(translate) if step.stretch is not None else ""
    kind = {"gap": "gap", "overlap": "shared"}.get(step.relation, "fall")
    return _Row(_FAULTS[step.relation].render(translate), words, step.stretch, kind)


def _kind(rung: Rung) -> str:
    match = rung.stands[0].match
    outside = match.above or (match.below and not rung.tier.mitigates)
    return "out" if outside else "tier"


def _floors(ladder: Ladder, percent: int | None) -> Iterator[Number]:
    if percent is not None:
        found = (floor_of(limb, percent) for limb in ladder.limbs)
        yield from dict.fromkeys(one for one in found if one is not None)


def _drawn(row: _Row, y: float, end: Number) -> Iterator[str]:
    is_fault = row.kind in ("gap", "shared", "fall")
    yield text(fitted(row.name, _NAMES - 6, _SIZE), 0, y + 10, "flaw" if is_fault else "name")
    yield text(fitted(row.words, _WORDS - 8, _SIZE), _NAMES, y + 10, "flaw" if is_fault else "words")
    if row.bounds is None or (row.bounds.low is None and row.bounds.high is None):
        return
    first = _at(row.bounds.low or 0, end)
    last = _WIDE - 4 if row.bounds.high is None else _at(row.bounds.high, end)
    first = min(first, _WIDE - 4 - _LEAST)
    yield box(first, y, max(last - first, _LEAST), _BAR, f"k-{row.kind}")


def _at(value: Number, end: Number) -> float:
    left = _NAMES + _WORDS
    return left + float(Fraction(value) / Fraction(end)) * (_WIDE - 4 - left) if end else left


def _highest(ladder: Ladder) -> Number:
    """The right end of the scale: the highest end that the law or a tier names."""
    ranges = [limb.bounds for limb in ladder.limbs]
    ranges += [stand.bounds for rung in ladder.rungs for stand in rung.stands]
    return max((end for one in ranges for end in (one.low, one.high) if end is not None), default=0)


def _told(rows: list[_Row], ladder: Ladder, floors: list[Number], translate: Translate) -> str:
    """The rows in words, and the floor."""
    said = [f"{row.name} {row.words}".strip() for row in rows]
    said += [
        Sentence("从轻不低于{floor}", {"floor": amount(ladder.sample, floor)}).render(translate) for floor in floors
    ]
    return translate("；").join(said)
