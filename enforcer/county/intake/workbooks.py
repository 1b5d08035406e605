"""What the workbooks of one file hold for whom: each judged by itself, then told apart by unit, year and obligation."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Final

from enforcer.county.intake.kinds import applies_higher_standard, plan_kinds
from enforcer.county.intake.known import Known
from enforcer.county.intake.looked import Looked, Part
from enforcer.county.intake.marks import with_copies
from enforcer.county.intake.naming import obligations_named
from enforcer.county.intake.whose import resolved, unit_told, year_told
from enforcer.domain.dossier import Dossier
from enforcer.domain.notice import Obligation
from enforcer.domain.reading import Reading
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit
from enforcer.domain.verdict import Verdict
from enforcer.examine import examine
from enforcer.rules import rules_for
from enforcer.validation import Request, dossier_of, stated_day
from enforcer.workbook.book import Book
from enforcer.workbook.reading import read_book

_PLAN: Final = 1
_BENCHMARK: Final = 3


def read_books(books: Sequence[Book], path: Path, known: Known) -> list[tuple[Reading, ...]]:
    """The readings of each workbook; where none is an annex by itself, as the annex that was given."""
    read = [_read(book, path, known, None) for book in books]
    wanted = known.obligation.annex if known.obligation else None
    if wanted is None or any(one.annex for readings in read for one in readings):
        return read
    return [_read(book, path, known, wanted) for book in books]


def taken_apart(looked: Looked, readings: tuple[Reading, ...], known: Known) -> Looked:
    """What one workbook adds to the file: a part for each of its annexes, or why it cannot be said whose it is."""
    owner = unit_told(readings, known)
    if owner.unit is None:
        return looked.refused(_within(readings, owner.refusal))
    stated = next((day.year for one in readings if (day := stated_day(one)) is not None), None)
    by_year: dict[int, list[Reading]] = {}
    for reading in readings:
        told = year_told(reading, readings, stated, known)
        if told.year is None:
            looked = looked.refused(_within(readings, told.refusal))
            continue
        looked = looked.remarked(*(one for one in (told.remark,) if one is not None))
        by_year.setdefault(told.year, []).append(resolved(reading, owner, told))
    for year, group in by_year.items():
        looked = _judged(looked, tuple(group), owner.unit, year, known)
    return looked


def judged_alone(readings: Iterable[Reading], unit: Unit, year: int, known: Known) -> Verdict:
    """The verdict on files that are no annex, or could not be opened."""
    parts = [
        examine(dossier_on_receipt((one,), unit, year, known), known.notice, rules_for(()), known.policy)
        for one in readings
        if one.skip is None
    ]
    return Verdict.joined(parts, known.notice.number, None)


def dossier_on_receipt(readings: tuple[Reading, ...], unit: Unit, year: int, known: Known) -> Dossier:
    """A workbook's dossier on the day of receipt. Whether it came in time is judged where the ledger is known."""
    request = Request(
        unit=unit, year=year, received=known.day, policy=known.policy, notice=known.notice, settings=known.rules
    )
    return replace(dossier_of(readings, request, known.day), filings=())


def _judged(looked: Looked, readings: tuple[Reading, ...], unit: Unit, year: int, known: Known) -> Looked:
    dossier = dossier_on_receipt(readings, unit, year, known)
    annexes = {reading.annex for reading in readings if reading.annex is not None}
    verdict = examine(dossier, known.notice, rules_for(annexes), known.policy)
    parts = [_part(annex, dossier, verdict, looked.name, known) for annex in sorted(annexes)]
    wanted = [part for part in parts if known.obligation in (None, part.obligation)]
    left = [Sentence(part.obligation.title) for part in parts if part not in wanted]
    if left and wanted:
        said = Sentence("文件里还有{titles}，没有登记；要一并登记，请不写 --obligation 再接收一次", {"titles": left})
        looked = looked.remarked(said)
    elif left:
        values = {"titles": left, "wanted": Sentence(known.obligation.title if known.obligation else "")}
        looked = looked.refused(_within(readings, Sentence("文件是{titles}，不是{wanted}", values)))
    own = [one for part in wanted if part.verdict is not None for one in part.verdict.files]
    looked = with_copies(looked, replace(verdict, files=tuple(own)), unit, known)
    return looked._replace(parts=(*looked.parts, *wanted))


def _part(annex: int, dossier: Dossier, verdict: Verdict, name: str, known: Known) -> Part:
    unit = dossier.unit
    if unit is None:
        raise ValueError(dossier.name)
    own = tuple(one for one in verdict.files if one.reading.annex == annex)
    tables = [one.reading for one in own]
    obligation = _obligation(annex, unit, name, known)
    return Part(
        unit,
        dossier.year or known.working_year,
        obligation,
        replace(verdict, files=own) if obligation.annex == annex else None,
        stated=max((day for one in tables if (day := stated_day(one)) is not None), default=None),
        nil=all(one.nil is not None and not one.rows for one in tables),
        plan_kinds=plan_kinds(tables) if annex == _PLAN else (),
        higher_standard=annex == _BENCHMARK and applies_higher_standard(dossier),
    )


def _obligation(annex: int, unit: Unit, name: str, known: Known) -> Obligation:
    """The annex's obligation. A unit that is free of it may use the form for another one, if the file's name says so.

    公安 files the result of its own clean-up (清理结果) on the register's form.
    """
    own = known.notice.obligation_of(annex)
    if unit.exemption in own.exempt and known.obligation is None:
        named = [one for one in obligations_named(name, known.notice) if unit.exemption not in one.exempt]
        if len(named) == 1 and named[0].annex is None:
            return named[0]
    return own


def _read(book: Book, path: Path, known: Known, annex: int | None) -> tuple[Reading, ...]:
    """The workbook's readings. It lies in the file's folder; within an archive, in its folder there below that one."""
    inner = PurePath(book.name).parts[1:-1]
    folder = str(PurePath(known.folder_of(path), *inner))
    return read_book(book, annex=annex, county=known.roster.county, folder=folder)


def _within(readings: Sequence[Reading], why: Sentence | None) -> Sentence:
    """Why a workbook was not taken in, with its name where it is one of several in an archive."""
    why = why or Sentence("看不出是哪个单位、哪一年度的")
    inner = PurePath(readings[0].file).parts[1:]
    return Sentence("{name}：{why}", {"name": "/".join(inner), "why": why}) if inner else why
