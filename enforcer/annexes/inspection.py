"""One row of annex 1: an inspection that the plan announces."""

import re
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from enforcer.annexes.choices import read_choice
from enforcer.domain.dossier import Dossier
from enforcer.domain.reading import Reading
from enforcer.domain.row import Row, text_of
from enforcer.language.blanks import bare, fold, is_blank
from enforcer.language.citations import read_citations
from enforcer.language.dates import Month
from enforcer.language.document_numbers import find_document_numbers
from enforcer.language.law_titles import plain_title
from enforcer.language.periods import Period, read_period
from enforcer.language.persons import Persons, read_persons

ANNEX: Final = 1
ANNUAL: Final = "年度"

# In order: a title like 2014年度第三季度检查计划 announces a quarter.
_TITLES: Final = (("季", "季度"), ("月", "月度"), ("临时", "临时"), ("年", ANNUAL))
_LEAP_YEAR: Final = 2012
_KEPT: Final = 2048
# 执法, 方法, 法律 and 法规 end or begin with the word, and name no law.
_ENDS_A_TITLE: Final = re.compile(
    r"(?<![执司方违普无合非依守])法(?![律规定人院制治官])|条例|办法|规定|细则|规则|规程|关于[^,;。]{2,60}?的(?:通知|意见|方案|决定|办法)"
)
_NAMES_A_DAY: Final = re.compile(r"[0-9一二三四五六七八九十][日号]|[0-9][./-][0-9]+[./-][0-9]|^[0-9]+\.[0-9]")


class Inspection(NamedTuple):
    """An inspection: who inspects whom, when, where, what, and on what basis. Texts are as typed.

    `year` is the plan's, None where the witnesses are silent or differ.
    """

    row: Row
    reading: Reading
    year: int | None

    @property
    def target(self) -> str:
        """检查对象."""
        return self.row["target"]

    @property
    def kind(self) -> str | None:
        """检查类型: 年度, 季度, 月度 or 临时; where none is typed, what the plan's title says. None: not for sure."""
        return kind_of(self.row.raw("kind"), self.reading)

    @property
    def period(self) -> Period | None:
        """检查时间; None where it names no time for sure, or none without the plan's year, which is unknown."""
        return read_period(self.row.raw("period"), self.year)

    @property
    def starts_by(self) -> date | None:
        """The last day on which the inspection may start and still keep to 检查时间; None where it cannot be read.

        A day that is named is that day. What begins with a month (3月至10月, 全年, 每季度一次) may start until the
        month's end: so it is read in the unit's favour.
        """
        period = self.period
        if period is None:
            return None
        first = min(period.stretches)
        whole_year = (first.start.month, first.start.day, first.end.month, first.end.day) == (1, 1, 12, 31)
        if _NAMES_A_DAY.search(bare(self.row["period"])) and not whole_year and not period.open_start:
            return first.start
        return min(first.end, Month(first.start.year, first.start.month).last)

    @property
    def inspectors(self) -> Persons:
        """检查人员, read."""
        return read_persons(self.row["inspectors"])


def inspections(dossier: Dossier) -> tuple[Inspection, ...]:
    """The inspections of all plans in the dossier, in reading order."""
    return dossier.once(
        inspections, lambda: tuple(one for reading in dossier.of(ANNEX) for one in announced(dossier, reading))
    )


def announced(dossier: Dossier, reading: Reading) -> tuple[Inspection, ...]:
    """The inspections of one plan."""
    year = year_of(dossier, reading)
    return tuple(Inspection(row, reading, year) for row in reading.rows)


def year_of(dossier: Dossier, reading: Reading) -> int | None:
    """The year that a plan is for; None where the witnesses are silent or differ."""
    return dossier.year if reading.year is None else reading.year


def plans(dossier: Dossier) -> tuple[Reading, ...]:
    """The plans in the dossier; a nil return (零报告) is none."""
    return tuple(reading for reading in dossier.of(ANNEX) if reading.rows or reading.nil is None)


@lru_cache(maxsize=_KEPT)
def cites(basis: str) -> bool:
    """Whether the words name a law, rule or document: by a title, with or without 《》, an article, or a number.

    安全生产法 and 鲁安监发〔2013〕45号 do; 上级部署 and 有关法律法规 do not.
    """
    if "《" in basis or read_citations(basis) or find_document_numbers(basis):
        return True
    plain = fold(basis)
    return any(
        hit[0].startswith("关于") or plain_title(plain, hit.end()) is not None for hit in _ENDS_A_TITLE.finditer(plain)
    )


def names_time(period: object, year: int | None) -> bool:
    """Whether a raw 检查时间 names a time, in the plan's year or, where that is unknown, in any."""
    return read_period(period, _LEAP_YEAR if year is None else year) is not None


def kind_of(typed: object, reading: Reading) -> str | None:
    """年度, 季度, 月度 or 临时 by a raw 检查类型, or else by the plan's title; None where neither is sure."""
    if is_blank(typed):
        return kind_of_title(reading)
    return read_choice("kind", reading.form.column("kind").choices if reading.form else (), text_of(typed))


def kind_of_title(reading: Reading) -> str | None:
    """What the plan's title announces: 年度, 季度, 月度 or 临时; None where it does not say."""
    title = bare(reading.title.text) if reading.title else ""
    return next((kind for word, kind in _TITLES if word in title), None)
