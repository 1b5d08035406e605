"""What the words of a period mean together: the stretches of days that they name."""

from datetime import date, timedelta
from typing import Final, NamedTuple, TypeVar

from enforcer.language.dates import Month, day_of
from enforcer.language.period_words import Word

T = TypeVar("T")

_MONTHS: Final = 12
_ONE_DAY: Final = timedelta(days=1)


class Stretch(NamedTuple):
    """Days from `start` to `end`, both included."""

    start: date
    end: date


_DAYS: Final = frozenset({"ymd", "compact", "md", "dotted", "dayonly"})
_YEARS: Final = frozenset({"year", "thisyear", "nextyear"})
_TAKE_A_YEAR: Final = frozenset({"month", "md", "dotted", "quarter", "quarters", "half", "halves", "whole", "yearend"})
_HALVES_AND_QUARTERS: Final = frozenset({"half", "quarter", "quarters"})
_ADVERBS: Final = frozenset({"often", "count", "untimed"})
_TENTHS: Final = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "上中旬": (1, 20), "中下旬": (11, 31)}


class _Named(NamedTuple):
    """A stretch as the text names it, and by which word."""

    word: Word
    stretch: Stretch
    dated: bool  # the text itself says of which year


class UnreadError(Exception):
    """The words do not name a time for sure."""


class Clause:
    """The words of a text, or of a bracket in it, read from left to right; each year named holds for what follows."""

    def __init__(self, words: list[Word], year: int | None) -> None:
        self.words = words
        self.place = 0
        self.year = year
        self.stretches: list[Stretch] = []
        self.often = self.recurring = self.open_start = self.open_end = False

    def read(self) -> "Clause":
        """Read all words. Raises UnreadError."""
        joined = True
        while (word := self._next()) is not None:
            if word.kind in _ADVERBS:
                self.place += 1
                self._adverb(word)
                joined = True
            elif word.kind == "list":
                self.place += 1
                if not (self.stretches or self.recurring) or self._next() is None:
                    raise UnreadError
                joined = True
            elif joined:
                self._item()
                joined = False
            else:
                raise UnreadError
        if (self.open_start or self.open_end) and len(self.stretches) > 1:
            raise UnreadError
        return self

    def _next(self) -> Word | None:
        return self.words[self.place] if self.place < len(self.words) else None

    def _takes(self, kind: str) -> bool:
        word = self._next()
        if word is None or word.kind != kind:
            return False
        self.place += 1
        return True

    def _adverb(self, word: Word) -> None:
        if word.kind == "often":
            self.often = True
        if word.kind != "count" or (max(word.numbers) > 1 and not word.text.startswith(("各", "分别"))):
            self.recurring = True

    def _item(self) -> None:
        """One stretch: a named one, two with 至 between them, or one with 前 or 起 behind it."""
        first = self._named(None)
        start = self.place
        self._takes("from")
        if self._takes("range"):
            self.year = first.stretch.start.year
            last = self._named(first)
            if self._takes("before") and not (last.word.kind in _DAYS or last.word.text.endswith(("底", "末"))):
                raise UnreadError
            self._add(first.stretch.start, last.stretch.end)
            return
        self.place = start
        if first.word.kind == "dotted" and not first.dated:
            raise UnreadError
        if self._takes("before"):
            self._add(*_until(first))
            self.open_start = True
        elif self._takes("from"):
            self._add(first.stretch.start, date(first.stretch.start.year, _MONTHS, 31))
            self.open_end = True
        else:
            self._plain(first)

    def _plain(self, named: _Named) -> None:
        word, following = named.word, self._next()
        if word.kind == "yearend":
            if not word.text.endswith("前"):
                raise UnreadError
            self.open_start = True
        if (
            word.kind in ("quarter", "month")
            and word.numbers == (1,)
            and not (named.dated or word.text.startswith("第"))
            and following is not None
            and following.kind == "count"
        ):
            raise UnreadError  # 一季度一次: the first quarter, or each?
        self._add(*named.stretch)

    def _add(self, start: date, end: date) -> None:
        if start > end:
            raise UnreadError
        self.stretches.append(Stretch(start, end))

    def _named(self, left: _Named | None) -> _Named:
        """The stretch that the next words name, `left` being what stands before 至."""
        word = self._next()
        dated = False
        if word is not None and word.kind in _YEARS:
            self.place += 1
            self.year = word.numbers[0] if word.kind == "year" else sure(self.year) + (word.kind == "nextyear")
            following = self._next()
            if following is None or following.kind not in _TAKE_A_YEAR:
                return _Named(word, year_of(self.year), dated=True)
            word, dated = following, True
        if word is None:
            raise UnreadError
        self.place += 1
        if word.kind in ("ymd", "compact", "ym"):
            self.year, dated = word.numbers[0], True
        stretch = self._right_day(word, left) if word.kind in ("dayonly", "number") else _stretch(word, self.year)
        if word.kind == "dotted" and left is not None and left.word.kind not in _DAYS:
            raise UnreadError
        return _Named(word, stretch, dated)

    def _right_day(self, word: Word, left: _Named | None) -> Stretch:
        """A day whose month was named before: 3月1日至15日, 3月1日、15日, 2014.4.1-30."""
        if left is not None and (left.word.kind in _DAYS if word.kind == "dayonly" else left.word.kind == "ymd"):
            month = left.stretch.end
        elif (
            left is None
            and word.kind == "dayonly"
            and self.stretches
            and self.stretches[-1][0] == self.stretches[-1][1]
        ):
            month = self.stretches[-1].end
        else:
            raise UnreadError
        return _day(month.year, month.month, word.numbers[0])


def _stretch(word: Word, year: int | None) -> Stretch:
    """What a word names in a year. Raises UnreadError where that is no time."""
    numbers = word.numbers
    if word.kind in ("ymd", "compact"):
        return _day(*numbers)
    if word.kind == "ym":
        return _months(numbers[0], numbers[1], numbers[1])
    year = sure(year)
    if word.kind in ("md", "dotted"):
        return _day(year, *numbers)
    if word.kind == "month":
        return _month(year, word)
    if word.kind in _HALVES_AND_QUARTERS:
        return _quarters(year, word)
    if word.kind in ("halves", "whole", "yearend"):
        return year_of(year)
    raise UnreadError


def _quarters(year: int, word: Word) -> Stretch:
    if word.kind == "half":
        return _months(year, 1, 6) if word.text[0] in "上前" else _months(year, 7, _MONTHS)
    first = 1 if word.kind == "quarters" else word.numbers[0] * 3 - 2
    return _months(year, first, word.numbers[0] * 3)


def _day(year: int, month: int, day: int) -> Stretch:
    found = sure(day_of(year, month, day))
    return Stretch(found, found)


def _month(year: int, word: Word) -> Stretch:
    whole = _months(year, word.numbers[0], word.numbers[0])
    for name, (first, last) in _TENTHS.items():
        if word.text.endswith("月" + name):
            return Stretch(whole.start.replace(day=first), whole.start.replace(day=min(last, whole.end.day)))
    return whole


def _months(year: int, first: int, last: int) -> Stretch:
    start = sure(day_of(year, first, 1))
    sure(day_of(year, last, 1))
    return Stretch(start, Month(year, last).last)


def year_of(year: int) -> Stretch:
    """A whole year. Raises UnreadError where it is no plausible one."""
    return Stretch(sure(day_of(year, 1, 1)), sure(day_of(year, _MONTHS, 31)))


def _until(named: _Named) -> Stretch:
    """From the year's first day to a deadline: 6月30日前 and 6月底前 include their day, 10月前 ends with September."""
    word, (start, end), _ = named
    if word.kind in _DAYS or word.text.endswith(("底", "末")):
        last = end
    elif word.kind in ("month", "ym") and word.text[-1] not in "旬初中":
        last = start - _ONE_DAY
    else:
        raise UnreadError
    return Stretch(date(end.year, 1, 1), last)


def sure(value: T | None) -> T:
    """The value, where there is one. Raises UnreadError."""
    if value is None:
        raise UnreadError
    return value


def with_units(words: list[Word]) -> list[Word]:
    """Bare numbers take the unit of the next word that has one: 3、6、9月, 一、三季度, 9-10月."""
    unit = None
    completed: list[Word] = []
    for word in reversed(words):
        if word.kind in ("month", "quarter", "dayonly"):
            unit = None if word.text.endswith(("旬", "初", "中", "底", "末")) else word.kind
        elif word.kind not in ("number", "list", "range"):
            unit = None
        completed.append(word._replace(kind=unit) if word.kind == "number" and unit else word)
    return completed[::-1]
