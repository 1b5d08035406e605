"""Time limits of procedural steps: 7日内, 七个工作日, 当场, 立案后30日内, 不超过60日, 可延长30日."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from enforcer.language.blanks import fold
from enforcer.language.numerals import read_integer
from enforcer.language.patterns import pattern, verbose

TimeUnit = Literal["at_once", "minute", "hour", "day", "working_day", "month", "year"]
Relation = Literal["within", "at_least", "before", "after"]

_HAN: Final = "零〇一二三四五六七八九十百两廿卅"
_NUMBER: Final = rf"\d{{1,3}}|[{_HAN}]{{1,6}}"
_LIMIT: Final = rf"""
    (?P<at_once> 当场(?!处罚|决定)|即时|即刻|立即|立刻|随即 )
  | (?P<later> 当日|当天|同日|次日|翌日 )
  | (?<![第年月每周期\d.:/{_HAN}])
    (?: (?P<low>{_NUMBER}) (?:个?工作日|[日天])? (?:至|到|~|-) )?
    (?: (?P<half>半) | (?P<number>{_NUMBER}) )
    (?: (?P<working_day> 个?工作[日天] ) | (?P<day> 个?(?:自然|日历)?[日天] ) | (?P<week> 周|个?星期|个?礼拜 )
      | (?P<month> 个月 ) | (?P<year> 年 ) | (?P<hour> 个?(?:小时|钟头) ) | (?P<minute> 分钟 )
    )
    (?! [份度末初间半\d] | 期(?![满限]) )
    (?P<working> \(?(?:工作日|以工作日计|按工作日计算?)\)? )?
    (?P<tail> (?:之|以)?[前后] )?
"""
_DENIED: Final = r"(?:[不未非难][能便宜以]?|无法|[每过逾期])$"
_EXTENSION: Final = r"(?:延长|延期|顺延|宽限|展期)(?!至|到|为)[^,。;、\d]{0,6}$"
_AHEAD: Final = r"(?:提前|提早)(?:至少|不少于|不低于)?$"
_AT_LEAST: Final = r"(?:至少|不少于|不低于|不得少于|不得低于|最少)(?:为|是)?$"
_EXCEEDED: Final = r"(?<!不)(?<!不得)(?<!不能)(?:超过|超出|逾期|已满|满|逾)$"
_EVENT: Final = r"(?:自|从|于|在|应当在|应在)?([^,。;、:()]{1,40}(?:之?日起|后|起|时))(?:[,的]|不超过|最迟|至迟)?$"
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―─−", "-") | {"〜": "~", "，": ","})

_DAYS_LATER: Final = {"当日": 0, "当天": 0, "同日": 0, "次日": 1, "翌日": 1}
_HALVES: Final[dict[str, tuple[int, TimeUnit]]] = {"hour": (30, "minute"), "day": (12, "hour"), "year": (6, "month")}
_UNITS: Final[tuple[TimeUnit, ...]] = ("working_day", "day", "month", "year", "hour", "minute")
_DAYS_OF_WEEK: Final = 7
_WORKING_DAYS_OF_WEEK: Final = 5
_MINUTES_OF_HOUR: Final = 60
_MINUTES_OF_DAY: Final = 24 * 60
_EVENT_REACH: Final = 50
_LONGEST_CELL: Final = 4000
_KEPT: Final = 2048


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """One time limit: how many of which unit, within, at least, before or after what.

    `amount` is the upper end (7 for 5至7日), 0 for at once. `event` is what it is counted from, as written (立案后,
    收到之日起), None where nothing is said. An extension (可延长30日) comes on top of another limit.
    """

    amount: int
    unit: TimeUnit
    relation: Relation = "within"
    extension: bool = False
    event: str | None = None

    @property
    def least_days(self) -> int:
        """The fewest calendar days it can span: who compares it with a legal maximum never accuses wrongly.

        Hours and minutes are rounded up to days, working days carry the weekends that must fall between them, months
        and years are the shortest that the calendar has.
        """
        if self.unit == "working_day":
            weekends = max(0, self.amount - 1) // _WORKING_DAYS_OF_WEEK
            return self.amount + 2 * weekends
        if self.unit == "month":
            return max(0, self.amount * 365 // 12 - 2)
        if self.unit == "year":
            return self.amount * 365
        if self.unit == "day":
            return self.amount
        minutes = self.amount * (_MINUTES_OF_HOUR if self.unit == "hour" else 1)
        return -(-minutes // _MINUTES_OF_DAY)


def read_time_limits(text: str) -> tuple[TimeLimit, ...]:
    """Read the time limits that a cell names, in their order; () where it names none that can be read for sure.

    Working days and calendar days are kept apart; weeks become days, half a year six months, 次日 one day. Not read
    are: days of a month (6月15日前), ordinals (第3日), frequencies (每3天), 3月内 (which may be March), 及时 and the
    like, 当场 where it is denied (不能当场送达的) or names the procedure (当场处罚), what is to be exceeded (超过30日).
    A cell of more than 4000 characters is no time limit. Never raises.
    """
    return _read(text) if len(text) <= _LONGEST_CELL else ()


def read_time_limit(text: str) -> TimeLimit | None:
    """Read a cell that names one time limit; None where it names none, or several that differ."""
    limits = read_time_limits(text)
    return limits[0] if len({(limit.amount, limit.unit, limit.relation) for limit in limits}) == 1 else None


@lru_cache(maxsize=_KEPT)
def _read(text: str) -> tuple[TimeLimit, ...]:
    plain = "".join(fold(text).translate(_DASHES).split())
    limits = (
        _of(hit, plain[max(0, hit.start() - _EVENT_REACH) : hit.start()]) for hit in verbose(_LIMIT).finditer(plain)
    )
    return tuple(limit for limit in limits if limit is not None)


def _of(hit: re.Match[str], before: str) -> TimeLimit | None:
    """The limit that was hit, seen with the words before it."""
    if hit["at_once"] or hit["later"]:
        if pattern(_DENIED).search(before):
            return None
        if hit["at_once"]:
            return TimeLimit(0, "at_once")
        return TimeLimit(_DAYS_LATER[hit["later"]], "day", event=_event(before))
    measure = _measure(hit)
    if measure is None or pattern(_EXCEEDED).search(before):
        return None
    amount, unit = measure
    relation: Relation = "within"
    if pattern(_AHEAD).search(before) or (hit["tail"] or "").endswith("前"):
        relation = "before"
    elif hit["tail"]:
        relation = "after"
    elif pattern(_AT_LEAST).search(before):
        relation = "at_least"
    return TimeLimit(amount, unit, relation, bool(pattern(_EXTENSION).search(before)), _event(before))


def _measure(hit: re.Match[str]) -> tuple[int, TimeUnit] | None:
    unit: TimeUnit = next((name for name in _UNITS if hit[name]), "day")
    if hit["half"]:
        return None if hit["week"] else _HALVES.get(unit)
    amount = read_integer(hit["number"])
    low = read_integer(hit["low"]) if hit["low"] else 0
    if amount is None or low is None or low > amount:
        return None
    if hit["week"]:
        return amount * _DAYS_OF_WEEK, "day"
    working = hit["working"] or hit.string.endswith("工作日", 0, hit.start())
    return amount, "working_day" if working and unit == "day" else unit


def _event(before: str) -> str | None:
    hit = pattern(_EVENT).search(before)
    return hit[1].removeprefix("自") if hit else None
