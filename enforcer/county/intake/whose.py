"""Whose a workbook is and of which year: what the office said decides, else all witnesses must agree."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from enforcer.county.intake.known import Known
from enforcer.county.roster.units import Roster
from enforcer.domain.reading import Reading, Witness
from enforcer.domain.row import Place
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit
from enforcer.language.units import find_title, normal_unit, same_unit

_YEARS: Final = range(1980, 2100)
_MOST_SHOWN: Final = 3
_YEAR_IN_NAME: Final = r"(?<!\d)(20\d\d)\s?年度|^(20\d\d)年(?!\s?\d)"


class Told(NamedTuple):
    """What the witnesses came to: the unit or year, or why it stays open; who contradicts; what should be said.

    `contradicting` are the witnesses that name another one than the office gave.
    """

    unit: Unit | None = None
    year: int | None = None
    refusal: Sentence | None = None
    contradicting: tuple[Witness, ...] = ()
    remark: Sentence | None = None


def unit_told(readings: Sequence[Reading], known: Known) -> Told:
    """The unit that a workbook belongs to.

    The unit that the office gave decides, and witnesses for another one contradict it. Else the roster must find one
    and the same unit behind all of them; what it does not know may only be a shorter name of that unit.
    """
    witnesses = [one for reading in readings for one in reading.unit_witnesses if _speaks(one, known)]
    if known.unit is not None:
        return Told(
            unit=known.unit,
            contradicting=tuple(one for one in witnesses if _contradicts(one, known.unit, known.roster)),
        )
    found = {unit.key: unit for one in witnesses if (unit := known.roster.find(one.text)) is not None}
    said = [Sentence("“{name}”", {"name": text}) for text in dict.fromkeys(one.text.strip() for one in witnesses)]
    if not witnesses:
        return Told(refusal=Sentence("看不出是哪个单位的：表头、标题和文件夹都没有写明单位。请用 --unit 写明"))
    if not found:
        return Told(
            refusal=Sentence(
                "文件里写的单位{said}不在单位名录里。请用 --unit 写明，或者补充名录", {"said": said[:_MOST_SHOWN]}
            )
        )
    (unit, *others) = found.values()
    strange = [one for one in witnesses if _contradicts(one, unit, known.roster)]
    if others or strange:
        return Told(
            refusal=Sentence(
                "文件里的单位前后不一致：{said}，没有收下，以免记到别的单位名下。请用 --unit 写明",
                {"said": said[:_MOST_SHOWN]},
            )
        )
    return Told(unit=unit)


def year_told(reading: Reading, readings: Sequence[Reading], stated: int | None, known: Known) -> Told:
    """The year that one table is of.

    What the office gave decides. Else the table's own witnesses; where they differ, the working year if one of them
    names it. A silent table follows the workbook's others, then the day it states, then the working year.
    """
    if known.year is not None:
        against = tuple(one for one in reading.year_witnesses if year_named(one.text) not in (None, known.year))
        return Told(year=known.year, contradicting=against)
    if reading.year is not None:
        return Told(year=reading.year, remark=_other_year(reading.year, known))
    named = {year for one in reading.year_witnesses if (year := year_named(one.text)) is not None}
    if len(named) > 1:
        if known.working_year in named:
            values = {"year": known.working_year}
            return Told(
                year=known.working_year,
                remark=Sentence(
                    "表内年度前后不一致，按工作年度记在{year}年度；不对的请冲正后用 --year 重新接收", values
                ),
            )
        return Told(refusal=Sentence("文件里的年度前后不一致：{said}。请用 --year 写明", {"said": sorted(named)}))
    beside = {one.year for one in readings if one.year is not None}
    year = beside.pop() if len(beside) == 1 else stated
    if year is not None and year in _YEARS:
        return Told(year=year, remark=_other_year(year, known))
    return Told(
        year=known.working_year,
        remark=Sentence("表内没有写明年度，按工作年度记在{year}年度", {"year": known.working_year}),
    )


def year_of_document(name: str, known: Known) -> tuple[int, tuple[Sentence, ...]]:
    """The year that a document without a table is filed for, and what should be said of it.

    What the office gave decides, then the document's name, then the working year. A name tells it by 2014年度, or by
    beginning with 2014年; other years in a name are those of a version or of a law.
    """
    named = {int(hit[1] or hit[2]) for hit in re.finditer(_YEAR_IN_NAME, name)}
    year = named.pop() if len(named) == 1 else known.working_year
    if known.year is not None or year == known.working_year:
        return known.year or year, ()
    values = {"year": year, "working": known.working_year}
    return year, (
        Sentence(
            "文件名写的是{year}年度，不是工作年度{working}，记在{year}年度；不对的请冲正后用 --year 重新接收", values
        ),
    )


def resolved(reading: Reading, unit: Told, year: Told) -> Reading:
    """The reading with its unit and year settled; where a witness contradicts the office, both are kept for W012."""
    file = Place(reading.file, reading.place.sheet)
    if unit.unit is not None:
        own = [one for one in unit.contradicting if one in reading.unit_witnesses]
        office = Witness("office", unit.unit.name, file)
        reading = reading._replace(
            unit=None if own else unit.unit.name,
            unit_witnesses=(office, *own) if own else reading.unit_witnesses,
        )
    if year.contradicting:
        office = Witness("office", str(year.year), file)
        return reading._replace(year=None, year_witnesses=(office, *year.contradicting))
    return reading


def year_named(text: str) -> int | None:
    """The one year that a witness's words name: 2014, 2014年度, 二〇一四年; None where they name none or several."""
    plain = text.strip()
    if plain.isascii() and plain.isdigit():
        return int(plain) if int(plain) in _YEARS else None
    return find_title(plain).year


def unit_by_folder(names: Iterable[str], roster: Roster) -> Unit | None:
    """The unit that one of these folders is named after, the nearest first."""
    return next((unit for name in names if (unit := roster.find(name)) is not None), None)


def _speaks(witness: Witness, known: Known) -> bool:
    """Whether it names a unit; a folder's name is a clerk's own affair unless the roster knows it."""
    if witness.source == "folder":
        return known.roster.find(witness.text) is not None
    return witness.source != "given" and normal_unit(witness.text, known.roster.county or None) is not None


def _contradicts(witness: Witness, unit: Unit, roster: Roster) -> bool:
    """Whether it names another unit for sure: neither its predecessor, nor one that it files for."""
    other = roster.find(witness.text)
    if other is None:
        names = (unit.name, *unit.short_names)
        return all(same_unit(witness.text, name, roster.county or None) is False for name in names)
    related = {roster.find(name) for name in (other.successor, other.reporter) if name}
    return other.key != unit.key and unit not in related


def _other_year(year: int, known: Known) -> Sentence | None:
    if year == known.working_year:
        return None
    values = {"year": year, "working": known.working_year}
    return Sentence(
        "表内写的是{year}年度，不是工作年度{working}，记在{year}年度；不对的请冲正后用 --year 重新接收", values
    )
