"""The one walk down the stairs: path -> open -> recognise -> read -> Reading -> Dossier -> examine -> Verdict."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePath

from enforcer.domain.dossier import DaySource, Dossier, Filing
from enforcer.domain.notice import Notice
from enforcer.domain.policy import EVERYTHING, Policy
from enforcer.domain.reading import Assumption, Reading
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit
from enforcer.domain.verdict import Verdict
from enforcer.examine import examine
from enforcer.language.dates import find_date, read_date
from enforcer.notices import load_notice
from enforcer.rules import rules_for
from enforcer.workbook.book import Book
from enforcer.workbook.limits import DEFAULT, Limits
from enforcer.workbook.opening import open_books
from enforcer.workbook.paths import find_files
from enforcer.workbook.reading import read_book


@dataclass(frozen=True, slots=True)
class Request:
    """What is known besides the files: the annex, whose material it is, of which year, and the day to judge it on."""

    annex: int | None = None
    unit: str | Unit | None = None
    year: int | None = None
    as_of: date | None = None
    policy: Policy = EVERYTHING
    limits: Limits = DEFAULT
    notice: Notice = field(default_factory=load_notice)

    @property
    def unit_name(self) -> str | None:
        """The unit as it was named."""
        return self.unit.name if isinstance(self.unit, Unit) else self.unit

    @property
    def unit_entry(self) -> Unit | None:
        """The roster's entry, where there is one."""
        return self.unit if isinstance(self.unit, Unit) else None


def validate(*paths: str | Path, today: date | None = None, **known: object) -> Verdict:
    """The verdict on these files, folders and patterns.

    `known` are the fields of Request: annex (1 to 4), unit (a name, or the roster's Unit), year, as_of (the reference
    day), policy, limits, notice. `today` stands in for the clock. A faulty or unreadable file is a finding.
    Raises EnforcerError where a path does not exist or nothing was found.
    """
    request = Request(**known)  # type: ignore[arg-type]
    day = today or date.today()  # noqa: DTZ011 - the county's clock is the machine's
    parts = (verdict for path in find_files(paths) for verdict in examine_file(path, request, day))
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
    day, source = reference_day(request.as_of, stated, year, today)
    dossier = Dossier(
        name=request.unit_name or next((reading.unit for reading in readings if reading.unit), None),
        year=year,
        day=day,
        day_source=source,
        readings=readings,
        unit=request.unit_entry,
        filings=tuple(_filings(readings, request, year)),
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


def stated_day(reading: Reading) -> date | None:
    """The filing day that the form's header states, None where it states none that can be read."""
    line = reading.header.get("filed")
    if line is None:
        return None
    return read_date(line.value) or find_date(line.text)


def reference_day(as_of: date | None, stated: Iterable[date], year: int | None, today: date) -> tuple[date, DaySource]:
    """The day that laws and expiries are judged on: as asked, as filed, a past year's last day, or today."""
    if as_of is not None:
        return as_of, "as-of"
    latest = max(stated, default=None)
    if latest is not None:
        return latest, "filed"
    if year is not None and year < today.year:
        return date(year, 12, 31), "year-end"
    return today, "today"


def _filings(readings: tuple[Reading, ...], request: Request, year: int | None) -> Iterator[Filing]:
    """What each reading says of its filing: its own year, or else the workbook's.

    The stated day comes first; without one, `as_of` is the receipt day.
    """
    for reading in readings:
        if reading.annex is None or (reading.annex == 1 and _only_for_part_of_the_year(reading)):
            continue
        obligation = request.notice.obligation_of(reading.annex)
        stated, own = stated_day(reading), reading.year or year
        due = obligation.due_in(own, request.notice.year) if own is not None else None
        yield Filing(
            obligation=obligation,
            due=due,
            due_day=due.on(own) if due and own else None,
            received=stated or request.as_of,
            source="stated" if stated else "receipt",
            place=reading.place_of("filed"),
            clause=request.notice.clauses.get(obligation.clause),
        )


def _only_for_part_of_the_year(plan: Reading) -> bool:
    """Whether a plan is quarterly, monthly or of the moment: such plans are accepted any day."""
    from enforcer.annexes.distinct import values_of  # noqa: PLC0415 - annex 1 alone pays for it
    from enforcer.annexes.inspection import ANNUAL, kind_of, kind_of_title  # noqa: PLC0415

    kinds = {kind_of(typed, plan) for typed in values_of(plan, "kind")} or {kind_of_title(plan)}
    return not kinds & {ANNUAL, None}
