"""Periods of a plan: 2014年3月至10月, 3、6、9月, 第二季度, 上半年, 每季度一次, 4.1-4.30, 6月底前."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from enforcer.language.dates import FIRST_YEAR, LAST_YEAR, Month, read_date, read_month
from enforcer.language.patterns import pattern
from enforcer.language.period_clauses import Clause, Stretch, UnreadError, sure, with_units, year_of
from enforcer.language.period_words import plain_texts, words_of

_LONGEST: Final = 120
_KEPT: Final = 4096
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Period:
    """When something is to happen: stretches of days, in the order written.

    `recurring` says that it happens again and again on days not named (每季度一次, 全年不定期). `open_start` marks a
    period of which only the end is named (6月底前: counted from the first day of that year), `open_end` one of which
    only the start is (3月起: counted to the year's last day).
    """

    stretches: tuple[Stretch, ...]
    recurring: bool = False
    open_start: bool = False
    open_end: bool = False

    @property
    def start(self) -> date:
        """The first day."""
        return min(stretch.start for stretch in self.stretches)

    @property
    def end(self) -> date:
        """The last day."""
        return max(stretch.end for stretch in self.stretches)

    @property
    def months(self) -> tuple[Month, ...]:
        """Every month that the period touches, ascending."""
        ordinals = {
            ordinal
            for start, end in self.stretches
            for ordinal in range(start.year * _MONTHS + start.month - 1, end.year * _MONTHS + end.month)
        }
        return tuple(Month(ordinal // _MONTHS, ordinal % _MONTHS + 1) for ordinal in sorted(ordinals))

    def within(self, year: int) -> bool:
        """Whether every day of it lies in that year."""
        return self.start.year == year == self.end.year

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share a day."""
        return any(a.start <= b.end and b.start <= a.end for a in self.stretches for b in other.stretches)


def read_period(value: object, plan_year: int | None) -> Period | None:
    """Read a cell that says when; None when it names no time (适时, 不定期, 清明前夕), or none that is sure.

    `value` is the raw cell: a date, an Excel serial, a year, or text; a pair of columns is joined as 自 … 至 ….
    What is written without a year lies in `plan_year` (None: such text stays unread); a written year always counts,
    also where it differs. Lists (3、6、9月), ranges across kinds and years (2014年11月至次年2月), parts of months,
    quarters, halves, deadlines (6月30日前 includes that day, 10月前 ends with September), starts (3月起), and
    frequencies: these lie in the whole plan year and recur, and so does 全年不定期. A bracket may repeat or narrow what
    stands before it. Unread are a range that runs backwards (11月至2月), 一季度一次 (the first, or each?), 4.1 alone,
    and every text with a word that the reader does not know. Never raises.
    """
    if isinstance(value, str):
        return _read(value, plan_year) if len(value) <= _LONGEST else None
    day = read_date(value)
    if day is not None:
        return Period((Stretch(day, day),))
    month = read_month(value)
    if month is not None:
        return Period((Stretch(month.first, month.last),))
    if isinstance(value, int | float) and not isinstance(value, bool) and value in range(FIRST_YEAR, LAST_YEAR + 1):
        return Period((year_of(int(value)),))
    return None


_HOUR: Final = r"[:：时点]"
_BRACKET: Final = re.compile(r"\(([^()]*)\)")


@lru_cache(maxsize=_KEPT)
def _read(text: str, plan_year: int | None) -> Period | None:
    for plain in plain_texts(text):
        try:
            return _period(plain, plan_year)
        except UnreadError:
            continue
    day = read_date(text) if pattern(_HOUR).search(text) else None
    return Period((Stretch(day, day),)) if day else None


def _period(plain: str, plan_year: int | None) -> Period:
    main = _clause(_BRACKET.sub("", plain), plan_year)
    stretches = main.stretches
    clauses = [main]
    for bracket in _BRACKET.findall(plain):
        clause = _clause(bracket, main.year)
        stretches = _narrowed(stretches, clause.stretches)
        clauses.append(clause)
    if not stretches:
        if not any(clause.often for clause in clauses):
            raise UnreadError
        stretches = [year_of(sure(plan_year))]
    return Period(
        tuple(stretches),
        recurring=any(clause.recurring for clause in clauses),
        open_start=any(clause.open_start for clause in clauses),
        open_end=any(clause.open_end for clause in clauses),
    )


def _clause(plain: str, year: int | None) -> Clause:
    return Clause(with_units(sure(words_of(plain))), year).read()


def _narrowed(wide: list[Stretch], narrow: list[Stretch]) -> list[Stretch]:
    """The narrower of what stands before a bracket and in it. Raises UnreadError where they contradict."""
    for outer, inner in ((wide, narrow), (narrow, wide)):
        if all(any(a.start <= b.start and b.end <= a.end for a in outer) for b in inner) or not outer:
            return inner or outer
    raise UnreadError
