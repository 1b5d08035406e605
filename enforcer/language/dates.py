"""Days and months as clerks write them: 2014.6.30, 二○一四年六月三十日, 20140630, date cells, Excel serials."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from enforcer.language.blanks import fold
from enforcer.language.numerals import read_integer
from enforcer.language.patterns import pattern, verbose

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""A year outside is a slip of the pen (1014年, 3014年): such a day stays unread."""

_SERIAL_EPOCH: Final = date(1899, 12, 30)
_SERIALS: Final = range(10_000, 80_001)
"""1927-05-18 to 2119-01-10 in the 1900 system: a bare year (2014) and a written day (20140630) lie outside."""
_WRITTEN_DAYS: Final = range(FIRST_YEAR * 10_000, (LAST_YEAR + 1) * 10_000)
_WRITTEN_MONTHS: Final = range(FIRST_YEAR * 100, (LAST_YEAR + 1) * 100)
_YEARS: Final = range(FIRST_YEAR, LAST_YEAR + 1)

_LONGEST_DATE: Final = 60
_SHORTEST_MONTH: Final = len("二千一.3")
_SHORTEST_YEAR_LAST: Final = len("1.1.2014")
_TEN: Final = 10
_HUNDRED: Final = 100
_MONTHS: Final = 12
_KEPT: Final = 4096

_PLAIN_SHAPE: Final = str.maketrans("123456789", "000000000")
SIGNS: Final = str.maketrans(dict.fromkeys("○◯ΟО〇", "〇") | dict.fromkeys("‐‑‒–—―─−", "-"))
"""Rings and Greek or Cyrillic letters typed for a Chinese zero; every dash."""

_HAN: Final = "零〇Oo0一二三四五六七八九十廿卅"
_PART: Final = rf"\d{{1,2}}|[{_HAN}]{{1,3}}"
_DAY: Final = rf"""
    (?<![\d.\-/{_HAN}])
    (?P<year> [12]\d{{3}} | [{_HAN}]{{4}} | [一二]千零?[{_HAN}]{{1,3}} )
    (?: 年度? | (?P<mark>[.\-/]) )
    (?P<month> {_PART} )
    (?: (?: 月份? | (?(mark)(?P=mark)|[./]) ) (?P<day> {_PART} ) (?: [日号] | (?![日号月旬\d{_HAN}]|[.\-/]\d) )
      | (?: 月份? | (?![{_HAN}]) ) (?! \d | [.\-/]\d )
    )
"""
_HOUR: Final = r"""
    (?: \ ? \(? (?:星期|周|礼拜)[一二三四五六日天] \)? )?
    (?: [T\ ,]? (?:上午|下午|早上|晚上|[AP]M)? \ ?
        \d{1,2} (?: [:时点] (?: \d{1,2} (?: [:分]\d{0,2}(?:\.\d+)?秒? )? | 半 | 整 )? Z? )? \ ? (?:[AP]M)?
      | [T\ ]? (?:上午|下午)
    )?
    [\ ./。,;、]*
"""
_WHOLE: Final = _DAY + _HOUR
_COMPACT: Final = r"(?P<year>[12]\d{3})(?P<month>\d\d)(?P<day>\d\d)?"
_YEAR_LAST: Final = rf"(?P<first>\d{{1,2}})([./\-])(?P<second>\d{{1,2}})\2(?P<year>[12]\d{{3}}){_HOUR}"
_YEARLESS: Final = rf"(?:(\d\d)年)?({_PART})月({_PART})[日号]|(\d{{1,2}})([./\-])(\d{{1,2}})"
_LABELLED: Final = r"(?:日期|时间) ?:? ?([12]\d{3})(\d\d)(\d\d)(?!\d)"
_LIMIT_FOLLOWS: Final = r" ?[之以]?前"
_RANGE_FOLLOWS: Final = r" ?(?:至|到|~|-+) ?\d"
_LOOSE_MARKS: Final = r" ?([年月日号./\-:]) ?"


class Month(NamedTuple):
    """A month of a year."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year + self.month // _MONTHS, self.month % _MONTHS + 1, 1) - timedelta(days=1)


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, None where the calendar has no such day or the year is no plausible one."""
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def read_date(value: object, *, year: int | None = None) -> date | None:
    """Read a cell that is one day and nothing else; None when it is not, or not for sure.

    `value` is the raw cell: a date or datetime; a number (an Excel serial of the 1900 system, or 20140630); text.
    Text may be half- or full-width, with a weekday or a time behind it. `year` completes a day written without one
    (6月30日, 6.30, 14年6月30日); without it such a day is None. None are also: a month alone (see `read_month`),
    an impossible day, 14/6/2, and 3/4/2014, which may be March or April (30/6/2014 can be read in one way only).
    A serial typed as text is no day. Never raises.
    """
    if isinstance(value, str):
        return _read_date(value, year) if len(value) <= _LONGEST_DATE else None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return _of_number(value)


def read_month(value: object) -> Month | None:
    """Read a cell that is a month of a year (2014年6月, 2014.6, 201406), or a day, whose month is meant.

    None when it is not. The number 2014.1 is None: it may have been typed as 2014.10. Never raises.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _month_of_number(value)
    if not isinstance(value, str):
        day = read_date(value)
        return Month(day.year, day.month) if day else None
    return _read_month(value) if len(value) <= _LONGEST_DATE else None


def find_date(text: str) -> date | None:
    """Find the one day named in a longer text: 填报日期：2014年6月20日 填报人：张三.

    None when there is none, when two different days compete, or when what looks like a day is impossible
    (2014年6月31日). A day without its year is not found, nor one that only sets a limit (请于2014年6月30日前报送).
    Eight bare digits count only after 日期 or 时间, for they may be a telephone. Never raises; linear in the text.
    """
    plain = _plain(text)
    found = {_of_parts(*hit.groups()) for hit in pattern(_LABELLED).finditer(plain)}
    for hit in verbose(_DAY).finditer(plain):
        if hit["day"] is None or pattern(_LIMIT_FOLLOWS).match(plain, hit.end()):
            continue
        opens_range = pattern(_RANGE_FOLLOWS).match(plain, hit.end())
        found.add(None if opens_range else _of_parts(hit["year"], hit["month"], hit["day"]))
    return found.pop() if len(found) == 1 else None


def number_of(text: str) -> int | None:
    """The whole number a part of a date spells, 0 among Chinese digits counting as 〇; None when it is none."""
    if text.isascii() and text.isdigit():
        return int(text)
    return read_integer(text.replace("0", "〇"))


def _plain(text: str) -> str:
    """The text folded, with one kind of zero and dash, single spaces, and none around 年 月 日 . - / and colons."""
    folded = fold(text)
    if not folded.isascii():
        folded = folded.translate(SIGNS)
    spaced = " ".join(folded.split())
    return pattern(_LOOSE_MARKS).sub(r"\1", spaced) if " " in spaced else spaced


def _parts(plain: str) -> tuple[str, str, str | None] | None:
    """Year, month and day, if any, of a text that is those and nothing else."""
    if plain[:1] in ("1", "2") and plain.translate(_PLAIN_SHAPE) in ("0000-00-00", "0000-00"):
        return plain[:4], plain[5:7], plain[8:] or None  # as the blanks ask for it: no pattern is needed
    if len(plain) < _SHORTEST_MONTH:
        return None  # 2014 and such need no pattern either
    hit = verbose(_WHOLE).fullmatch(plain) or pattern(_COMPACT).fullmatch(plain)
    return (hit["year"], hit["month"], hit["day"]) if hit else None


def _of_parts(year: str, month: str, day: str) -> date | None:
    numbers = number_of(year), number_of(month), number_of(day)
    return None if None in numbers else day_of(*numbers)  # type: ignore[arg-type]


@lru_cache(maxsize=_KEPT)
def _read_date(text: str, year: int | None) -> date | None:
    plain = _plain(text).lstrip("'")
    if found := _parts(plain):
        return _of_parts(found[0], found[1], found[2]) if found[2] else None
    if len(plain) >= _SHORTEST_YEAR_LAST and (hit := verbose(_YEAR_LAST).fullmatch(plain)):
        return _year_last(int(hit["first"]), int(hit["second"]), int(hit["year"]))
    return _yearless(plain.replace(" ", ""), year) if year is not None else None


def _year_last(first: int, second: int, year: int) -> date | None:
    """30/6/2014 and 6/30/2014 can be read in one way only; 3/4/2014 in two."""
    readings = {day_of(year, first, second), day_of(year, second, first)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _yearless(plain: str, year: int) -> date | None:
    hit = verbose(_YEARLESS).fullmatch(plain)
    if hit is None:
        return None
    short_year, month, day, number, mark, other = hit.groups()
    if month:
        if short_year and int(short_year) != year % _HUNDRED:
            return None
        return _of_parts(str(year), month, day)
    if mark == "-" and int(other) <= _MONTHS:
        return None  # 6-10 may be June to October
    return day_of(year, int(number), int(other))


def _of_number(value: object) -> date | None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    if not 0 < value < _WRITTEN_DAYS.stop:  # also turns away what is no number and infinity
        return None
    whole = int(value)
    if whole in _SERIALS:
        return _SERIAL_EPOCH + timedelta(days=whole)
    if whole == value and whole in _WRITTEN_DAYS:
        return day_of(whole // 10_000, whole // _HUNDRED % _HUNDRED, whole % _HUNDRED)
    return None


def _month_of_number(value: float) -> Month | None:
    day = _of_number(value)
    if day is not None:
        return Month(day.year, day.month)
    if not 0 < value < _WRITTEN_MONTHS.stop:
        return None
    whole = int(value)
    if whole == value:
        year, month = divmod(whole, _HUNDRED)
        return _month(year, month) if whole in _WRITTEN_MONTHS else None
    decimals = repr(value).partition(".")[2]
    if whole not in _YEARS or decimals == "1" or not decimals.isdigit():
        return None
    return _month(whole, int(decimals))


@lru_cache(maxsize=_KEPT)
def _read_month(text: str) -> Month | None:
    day = _read_date(text, None)
    if day is not None:
        return Month(day.year, day.month)
    plain = _plain(text).lstrip("'")
    found = _parts(plain)
    if found is None or found[2]:
        return None
    numbers = number_of(found[0]), number_of(found[1])
    return None if None in numbers else _month(*numbers)  # type: ignore[arg-type]


def _month(year: int, month: int) -> Month | None:
    return Month(year, month) if year in _YEARS and 1 <= month <= _MONTHS else None
