"""What days a cell may mean: a day, a month or a year, and the last day of a credential."""

from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from enforcer.domain.row import text_of
from enforcer.language.blanks import bare
from enforcer.language.dates import LAST_YEAR, SIGNS, number_of, read_date, read_month
from enforcer.language.patterns import pattern

_YEAR_ALONE: Final = r"([12]\d{3}|[一二][零〇一二三四五六七八九]{3})年?"
_BEFORE_END: Final = frozenset({"", "截", "截止", "有效期", "有效期截", "有效"})
_AFTER_END: Final = r"(?:为?止|之?前|有效|到期|期满|底|末)+$"
_BETWEEN: Final = r"至|到|~|-{2,}"
_ENDS: Final = 2
_LONGEST: Final = 60


class Span(NamedTuple):
    """The days that a date, a month or a year may mean, first to last."""

    first: date
    last: date


@lru_cache(maxsize=4096)
def read_span(value: object) -> Span | None:
    """A day, a month or a year, as the days it may mean; None where it cannot be read for sure."""
    day = read_date(value)
    if day is not None:
        return Span(day, day)
    month = read_month(value)
    if month is not None:
        return Span(month.first, month.last)
    hit = pattern(_YEAR_ALONE).fullmatch(bare(text_of(value)).translate(SIGNS))
    year = number_of(hit[1]) if hit else None
    return Span(date(year, 1, 1), date(year, 12, 31)) if year is not None and year <= LAST_YEAR else None


@lru_cache(maxsize=4096)
def read_validity(value: object) -> date | None:
    """The last day that 有效期至 names: a day, the end of a month, the end of a stretch.

    None where it names none for sure. 长期 and 两年 name none, nor does a year alone: a credential ends on a day.
    """
    end = _end(value)
    if end is not None or not isinstance(value, str) or len(value) > _LONGEST:
        return end
    stretch = [_end(part) for part in value.split()]
    if len(stretch) == _ENDS and stretch[0] and stretch[1]:  # from one column and to another
        return stretch[1] if stretch[0] <= stretch[1] else None
    text = pattern(_AFTER_END).sub("", bare(value).translate(SIGNS))
    end = _end(text)
    return end if end is not None else _end_of_stretch(text)


def _end_of_stretch(text: str) -> date | None:
    """2013.5.1-2015.4.30, 2013年5月至2015年4月, 截至2015-04-30."""
    start, dash, rest = text.partition("-")
    parts = pattern(_BETWEEN).split(text) if pattern(_BETWEEN).search(text) else [start, rest] if dash else []
    if len(parts) != _ENDS:
        return None
    begin, end = _end(parts[0].lstrip("自从").rstrip("起")), _end(parts[1])
    if end is None or (begin is None and parts[0] not in _BEFORE_END) or (begin is not None and begin > end):
        return None
    return end


def _end(value: object) -> date | None:
    day = read_date(value)
    if day is not None:
        return day
    month = read_month(value)
    return month.last if month else None
