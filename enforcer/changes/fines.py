"""Fines in two wordings compared as amounts: 罚款下限由8000元改为10000元, and 八千元 written as 8000元 is no change."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Final

from enforcer.annexes.bounds import Number
from enforcer.annexes.limbs import Limb, base_key
from enforcer.annexes.statutes import FinesRead, fines_in
from enforcer.annexes.sums import amount, span, whom
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import bare

_NUMERALS: Final = str.maketrans("", "", "0123456789零〇○一二两三四五六七八九十百千万亿元的,.")


def same_fines(old: str, new: str) -> bool:
    """Whether two wordings differ in nothing but how their amounts are written: 处八千元罚款 is 处8000元罚款.

    Only where all fines could be read; every word beside the amounts must be the same.
    """
    before, after = fines_in(old, True), fines_in(new, True)
    if before.unread or after.unread or not before.limbs:
        return False
    if [_said(limb) for limb in before.limbs] != [_said(limb) for limb in after.limbs]:
        return False
    return _frame(old, before) == _frame(new, after)


def fine_details(old: str, new: str) -> tuple[Sentence, ...]:
    """What happened to the fines between two wordings; nothing where one of them could not be read for sure."""
    before, after = fines_in(old, True), fines_in(new, True)
    if before.unread or after.unread:
        return ()
    pairs, gone, come = _matched(before.limbs, after.limbs)
    made = [detail for one, other in pairs for detail in _between(one, other)]
    if len(gone) == len(come) == 1:
        made += [Sentence("罚款由“{old}”改为“{new}”", {"old": _whole(gone[0]), "new": _whole(come[0])})]
        gone, come = [], []
    made += [Sentence("删除罚款“{fine}”", {"fine": _whole(limb)}) for limb in gone]
    made += [Sentence("增加罚款“{fine}”", {"fine": _whole(limb)}) for limb in come]
    if not made and pairs:
        made = [Sentence("罚款幅度未变")]
    return tuple(made)


def _said(limb: Limb) -> Hashable:
    return limb.terms, limb.fine.floor, limb.fine.relation


def _frame(text: str, read: FinesRead) -> str:
    """The wording without the amounts in its fines."""
    parts, end = [], 0
    for start, stop in sorted(limb.fine.span for limb in read.limbs):
        if start >= end:
            parts += [text[end:start], bare(text[start:stop]).translate(_NUMERALS)]
            end = stop
    return bare("".join([*parts, text[end:]]))


def _matched(old: Sequence[Limb], new: Sequence[Limb]) -> tuple[list[tuple[Limb, Limb]], list[Limb], list[Limb]]:
    """The limbs that strike the same in the same case, those that are gone, and those that came."""
    waiting: dict[Hashable, list[Limb]] = {}
    for limb in new:
        waiting.setdefault(_address(limb), []).append(limb)
    pairs, gone = [], []
    for limb in old:
        same = waiting.get(_address(limb))
        if same:
            pairs.append((limb, same.pop(0)))
        else:
            gone.append(limb)
    left = {id(limb) for limbs in waiting.values() for limb in limbs}
    return pairs, gone, [limb for limb in new if id(limb) in left]


def _address(limb: Limb) -> Hashable:
    return limb.scale, limb.target, base_key(limb.base), limb.per, limb.bands, limb.case


def _between(old: Limb, new: Limb) -> Iterator[Sentence]:
    """How one range became the other, end by end."""
    before, after = old.bounds, new.bounds
    if before.fixed and after.fixed:
        if before.low != after.low:
            yield _moved(Sentence("罚款数额"), new, old, before.low, after.low)
    elif before.fixed or after.fixed:
        if before != after:
            yield Sentence("{whom}罚款由{old}改为{new}", {"whom": whom(new), "old": span(old), "new": span(new)})
    else:
        yield from _end(Sentence("罚款下限"), old, new, before.low, after.low)
        yield from _end(Sentence("罚款上限"), old, new, before.high, after.high)
        if before.same_ends(after) and before != after:
            yield Sentence("{whom}罚款由{old}改为{new}", {"whom": whom(new), "old": span(old), "new": span(new)})
    if old.fine.cap != new.fine.cap:
        yield from _capped(old, new)


def _end(name: Sentence, old: Limb, new: Limb, before: Number | None, after: Number | None) -> Iterator[Sentence]:
    if before == after:
        return
    if before is None and after is not None:
        yield Sentence("{whom}增加{name}{new}", {"whom": whom(new), "name": name, "new": amount(new, after)})
    elif after is None and before is not None:
        yield Sentence("{whom}删除{name}{old}", {"whom": whom(new), "name": name, "old": amount(old, before)})
    else:
        yield _moved(name, new, old, before, after)


def _moved(name: Sentence, new: Limb, old: Limb, before: Number | None, after: Number | None) -> Sentence:
    values = {"whom": whom(new), "name": name, "old": amount(old, before or 0), "new": amount(new, after or 0)}
    return Sentence("{whom}{name}由{old}改为{new}", values)


def _capped(old: Limb, new: Limb) -> Iterator[Sentence]:
    """最高不超过三万元: a cap beside the range, always in yuan."""
    caps = [one.fine.cap for one in (old, new)]
    before, after = (None if cap is None else Sentence("{value}元", {"value": cap}) for cap in caps)
    values = {"whom": whom(new), "old": before, "new": after}
    if before is None:
        yield Sentence("{whom}增加最高限额{new}", values)
    elif after is None:
        yield Sentence("{whom}删除最高限额{old}", values)
    else:
        yield Sentence("{whom}最高限额由{old}改为{new}", values)


def _whole(limb: Limb) -> Sentence:
    return Sentence("{whom}{range}", {"whom": whom(limb), "range": span(limb)})
