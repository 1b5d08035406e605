"""Each workbook by itself, then what a unit filed together, then the county: the steps of the walk, in their order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath

from enforcer.domain.dossier import Dossier, Filing
from enforcer.domain.reading import Assumption, Reading
from enforcer.domain.sentence import Sentence
from enforcer.domain.verdict import Verdict
from enforcer.examine import examine
from enforcer.rules import rules_for
from enforcer.validation.across import judged_together
from enforcer.validation.days import reference_day, stated_day
from enforcer.validation.request import Request
from enforcer.workbook.book import Book
from enforcer.workbook.opening import open_books
from enforcer.workbook.paths import find_files
from enforcer.workbook.reading import read_book


def validate(*paths: str | Path, today: date | None = None, **known: object) -> Verdict:
    """The verdict on these files, folders and patterns.

    `known` are the fields of Request: annex (1 to 4), unit (a name, or the roster's Unit), year, as_of (the reference
    day), policy, limits, notice, find_unit. `today` stands in for the clock. A faulty or unreadable file is a finding.
    The files of one unit and year are also judged together (X001, X002, X007).
    Raises EnforcerError where a path does not exist or nothing was found.
    """
    request = Request(**known)  # type: ignore[arg-type]
    day = today or date.today()  # noqa: DTZ011 - the county's clock is the machine's
    return judged_together(examine_files(find_files(paths), request, day), request, day)


def examine_files(files: Iterable[Path], request: Request, today: date) -> Verdict:
    """Each workbook judged by itself."""
    parts = (verdict for path in files for verdict in examine_file(path, request, today))
    return Verdict.joined(parts, request.notice.number, request.as_of)


def examine_file(path: Path, request: Request, today: date) -> Iterator[Verdict]:
    """One verdict for each workbook in the file: one, or several from an archive."""
    for readings in read_file(path, request):
        dossier = dossier_of(readings, request, today)
        annexes = {reading.annex for reading in readings if reading.annex is not None}
        yield examine(dossier, request.notice, rules_for(annexes), request.policy)


def read_file(path: Path, request: Request) -> Iterator[tuple[Reading, ...]]:
    """The readings of each workbook in the file; what could not be opened is a reading that says why."""
    for outcome in open_books(path, request.limits):
        if isinstance(outcome, Book):
            yield read_book(
                outcome,
                annex=request.annex,
                unit=request.unit_name,
                year=request.year,
                county=request.notice.county,
                folder=_folder(path, outcome.name),
            )
        else:
            yield (outcome.reading,)


def _folder(path: Path, name: str) -> str:
    """The folder that a workbook lies in; within an archive, its folder there below the archive's own."""
    outer, inner = path.absolute().parent.name, PurePath(name).parent
    return str(PurePath(outer, inner.relative_to(path))) if inner.is_relative_to(path) else outer


def dossier_of(readings: tuple[Reading, ...], request: Request, today: date) -> Dossier:
    """The readings of one workbook as a dossier, with the day it is judged on and what it says of its filing."""
    stated = [day for reading in readings if (day := stated_day(reading))]
    year = request.year or next((reading.year for reading in readings if reading.year), None)
    if year is None and stated:
        year = stated[0].year
        assumed = Sentence("表内没有写明年度，按填报日期认作{year}年度", {"year": year})
        first = readings[0]
        readings = (first._replace(assumptions=(*first.assumptions, Assumption(first.place, assumed))), *readings[1:])
    day, source = reference_day(request.as_of, stated, year, today, request.received)
    name = request.unit_name or next((reading.unit for reading in readings if reading.unit), None)
    dossier = Dossier(
        name=name,
        year=year,
        day=day,
        day_source=source,
        readings=readings,
        unit=request.entry_of(name),
        filings=tuple(_filings(readings, request, year)),
        settings=request.settings,
    )
    return _with_references(dossier) if dossier.of(3) else dossier


def _with_references(dossier: Dossier) -> Dossier:
    """The dossier whose readings also say which standards were read from the row that a cross-reference names."""
    from enforcer.annexes.benchmark import followed_references  # noqa: PLC0415 - annex 3 alone pays for it

    followed = followed_references(dossier)
    if not followed:
        return dossier
    readings = []
    for reading in dossier.readings:
        own = tuple(
            one for one in followed if (one.place.file, one.place.sheet) == (reading.place.file, reading.place.sheet)
        )
        readings.append(reading._replace(assumptions=(*reading.assumptions, *own)))
    return replace(dossier, readings=tuple(readings))


def _filings(readings: tuple[Reading, ...], request: Request, year: int | None) -> Iterator[Filing]:
    """What each reading says of its filing: its own year, or else the workbook's.

    The office's day of receipt decides; without one, the stated day does, and without that `as_of` stands for it.
    """
    for reading in readings:
        if reading.annex is None or (reading.annex == 1 and _only_for_part_of_the_year(reading)):
            continue
        obligation = request.notice.obligation_of(reading.annex)
        stated, own = stated_day(reading), reading.year or year
        due = obligation.due_in(own, request.notice.year) if own is not None else None
        due_day = due.on(own) if due and own else None
        if obligation.key in request.dues:
            due, due_day = request.dues[obligation.key]
        yield Filing(
            obligation=obligation,
            due=due,
            due_day=due_day,
            received=request.received or stated or request.as_of,
            source="stated" if stated and request.received is None else "receipt",
            place=reading.place_of("filed"),
            clause=request.notice.clauses.get(obligation.clause),
        )


def _only_for_part_of_the_year(plan: Reading) -> bool:
    """Whether a plan is quarterly, monthly or of the moment: such plans are accepted any day."""
    from enforcer.annexes.distinct import values_of  # noqa: PLC0415 - annex 1 alone pays for it
    from enforcer.annexes.inspection import ANNUAL, kind_of, kind_of_title  # noqa: PLC0415

    kinds = {kind_of(typed, plan) for typed in values_of(plan, "kind")} or {kind_of_title(plan)}
    return not kinds & {ANNUAL, None}
