"""Fines in words for people: 8000元, 0.5倍, 2%, 20元/平方米, 1000元以上5000元以下."""

from enforcer.annexes.bounds import Bounds, Number
from enforcer.annexes.limbs import Limb
from enforcer.domain.sentence import Sentence


def amount(limb: Limb, value: Number) -> Sentence:
    """A value of a limb's scale, in the unit the limb is written in."""
    shown = limb.in_own_unit(value)
    if limb.scale == "sum":
        if limb.per:
            return Sentence("{value}元/{per}", {"value": shown, "per": limb.per})
        return Sentence("{value}元", {"value": shown})
    return Sentence("{value}%" if limb.fine.basis == "percent" else "{value}倍", {"value": shown})


def stretch(limb: Limb, bounds: Bounds) -> Sentence:
    """A range on a limb's scale, as statutes write it."""
    if bounds.low is None:
        high = amount(limb, bounds.high or 0)
        return Sentence("{high}以下" if bounds.high_inclusive else "不满{high}", {"high": high})
    low = amount(limb, bounds.low)
    if bounds.fixed:
        return low
    if bounds.high is None:
        return Sentence("{low}以上" if bounds.low_inclusive else "超过{low}", {"low": low})
    ends = {"low": low, "high": amount(limb, bounds.high)}
    if bounds.low_inclusive:
        return Sentence("{low}以上{high}以下" if bounds.high_inclusive else "{low}以上不满{high}", ends)
    return Sentence("超过{low}至{high}" if bounds.high_inclusive else "超过{low}不满{high}", ends)


def brief(limb: Limb, bounds: Bounds) -> Sentence:
    """A range on a limb's scale in few columns: 10000-20000元, 0.5倍, 不足5%."""
    unit = {"amount": "元", "multiple": "倍", "percent": "%"}[limb.fine.basis] + (f"/{limb.per}" if limb.per else "")
    low = None if bounds.low is None else limb.in_own_unit(bounds.low)
    high = None if bounds.high is None else limb.in_own_unit(bounds.high)
    ends = {"low": low, "high": high, "unit": unit}
    if low is None:
        return Sentence("{high}{unit}以下" if bounds.high_inclusive else "不满{high}{unit}", ends)
    if bounds.fixed:
        return Sentence("{low}{unit}", ends)
    if high is None:
        return Sentence("{low}{unit}以上" if bounds.low_inclusive else "超过{low}{unit}", ends)
    if bounds.low_inclusive:
        return Sentence("{low}-{high}{unit}" if bounds.high_inclusive else "{low}-不满{high}{unit}", ends)
    return Sentence("超过{low}-{high}{unit}" if bounds.high_inclusive else "超过{low}-不满{high}{unit}", ends)


def span(limb: Limb) -> Sentence:
    """A limb's own range in words."""
    return stretch(limb, limb.bounds)


def whom(limb: Limb) -> Sentence | str:
    """对个人： before what strikes only some; "" where the limb names nobody."""
    return Sentence("对{target}：", {"target": limb.target}) if limb.target else ""
