"""Limbs: the single ranges of a fine, set apart by whom they strike, what they are counted on, and in which case."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from enforcer.annexes.bands import Band, read_bands
from enforcer.annexes.bounds import Bounds, Number, exact
from enforcer.domain.fine import Fine

Scale: TypeAlias = Literal["sum", "ratio"]
Addressee: TypeAlias = Literal["any", "unit", "person", "chief", "staff", "other"]

_KEPT: Final = 1024
_PERCENT: Final = 100
_STAFF: Final = ("直接负责的主管人员", "直接责任人", "主管人员", "责任人员", "责任人", "经办人", "有关人员", "相关人员")
_CHIEFS: Final = ("主要负责人", "法定代表人", "负责人", "主要领导")
_PERSONS: Final = ("个人", "公民", "自然人")
_UNITS: Final = ("单位", "企业", "法人", "组织", "公司", "机构")
_SAME_BASE: Final = (("非法", "违法"), ("经营数额", "经营额"), ("合同金额", "合同价款"), ("销售额", "销售金额"))


@dataclass(frozen=True, slots=True, eq=False)
class Limb:
    """One range of a fine on one scale: yuan, or multiples of a base (percents are multiples below one).

    Equal texts give the same limb, so that it is compared by what it is; `terms` compare what two limbs say.

    `bands` are the value bands it is for; `case` its other conditions in words (逾期不改正). `fine` is what was read.
    """

    scale: Scale
    bounds: Bounds
    target: str | None
    addressee: Addressee
    base: str | None
    per: str | None
    bands: tuple[Band, ...]
    case: str | None
    fine: Fine

    @property
    def maximum_only(self) -> bool:
        """Whether it names an upper end and no lower one."""
        return self.bounds.low is None and self.bounds.high is not None

    @property
    def terms(self) -> tuple[object, ...]:
        """What it says, wherever it was read."""
        return (self.scale, self.bounds, self.target, self.base, self.per, self.bands, self.case, self.fine.cap)

    def in_own_unit(self, value: Number) -> Number:
        """A value of the scale in the unit the limb is written in: 0.05 times the base is 5 in a limb of percents."""
        return exact(Fraction(value) * _PERCENT) if self.fine.basis == "percent" else value


@lru_cache(maxsize=4096)
def limb_of(fine: Fine) -> Limb:
    """The limb that a fine as read makes."""
    low, high = fine.low, fine.high
    high_inclusive = fine.high_inclusive
    if high is None and fine.basis == "amount" and fine.per is None and (fine.cap or 0) >= (low or 0):
        high, high_inclusive = fine.cap, fine.cap is not None  # 四万元以上，最高不超过五万元
    if high:
        low = low or None  # 0-5万元 names an upper end alone
    if fine.basis == "percent":
        low = None if low is None else exact(Fraction(low) / _PERCENT)
        high = None if high is None else exact(Fraction(high) / _PERCENT)
    condition = fine.condition
    bands = read_bands(condition) if condition else ()
    return Limb(
        "sum" if fine.basis == "amount" else "ratio",
        Bounds(low, fine.low_inclusive and low is not None, high, high_inclusive),
        fine.target,
        addressee(fine.target),
        fine.base,
        fine.per,
        bands,
        None if bands else condition,
        fine,
    )


def limbs_of(fines: Iterable[Fine]) -> tuple[Limb, ...]:
    """The limbs of several fines, in their order; the same limb said twice is one."""
    made: dict[tuple[object, ...], Limb] = {}
    for fine in fines:
        limb = limb_of(fine)
        made.setdefault(limb.terms, limb)
    return tuple(made.values())


@lru_cache(maxsize=_KEPT)
def addressee(target: str | None) -> Addressee:
    """Whom the words after 对 mean: the unit, a person, its head, its staff, somebody else; "any" where none stand."""
    if not target:
        return "any"
    if any(word in target for word in _CHIEFS) and not any(word in target for word in _STAFF):
        return "chief"
    if any(word in target for word in _STAFF):
        return "staff"
    if any(word in target for word in _PERSONS):
        return "person"
    return "unit" if any(word in target for word in _UNITS) else "other"


def affinity(tier: Limb, statute: Limb) -> int:
    """How well the two address the same: 0 not at all, 1 perhaps, 2 by kind, 3 in the same words."""
    if tier.target == statute.target:
        return 3
    mine, theirs = tier.addressee, statute.addressee
    if "any" in (mine, theirs):
        return 0 if {mine, theirs} & {"chief", "staff"} else 1
    if mine == theirs:
        alike = mine != "other" or _either_holds(tier.target or "", statute.target or "")
        return 2 if alike else 0
    people = {"person", "chief", "staff"}
    if {mine, theirs} <= people or "other" in (mine, theirs):
        return 1
    return 0


def same_measure(tier: Limb, statute: Limb) -> bool:
    """Whether both count by the same units (每日, 每平方米), or by none."""
    if tier.per == statute.per:
        return True
    if tier.per is None or statute.per is None:
        return False
    mine, theirs = tier.per.split("·"), statute.per.split("·")
    return len(mine) == len(theirs) and all(map(_either_holds, mine, theirs))


@lru_cache(maxsize=_KEPT)
def same_base(one: str | None, other: str | None) -> bool:
    """Whether two bases may be the same one: equal, one within the other's words, or one of them not named.

    货值金额 is the base 违法生产、销售产品货值金额; 直接经济损失 is 事故造成的直接损失; 违法所得 is not 货值金额.
    """
    if one is None or other is None:
        return True
    short, long = sorted((base_key(one) or "", base_key(other) or ""), key=len)
    letters = iter(long)
    return all(letter in letters for letter in short)


@lru_cache(maxsize=_KEPT)
def base_key(base: str | None) -> str | None:
    """One spelling for a base: 非法所得 is 违法所得, 事故造成的直接损失 is 直接损失; None stays None."""
    if base is None:
        return None
    for word, usual in _SAME_BASE:
        base = base.replace(word, usual)
    return base.rpartition("造成")[2].strip("的")


def _either_holds(one: str, other: str) -> bool:
    return one in other or other in one
