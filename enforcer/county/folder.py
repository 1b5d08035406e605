"""A plain folder, one folder a unit, as a standing: what can be told of a county without a ledger."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from enforcer.county.duties.filing_verdict import LATE, filing_verdict
from enforcer.county.folder_duties import duty_by_files
from enforcer.county.roster.units import Roster
from enforcer.county.settings.reading import Settings
from enforcer.county.standing import Standing, UnitStanding
from enforcer.domain.dossier import Dossier
from enforcer.domain.duty import LogClock
from enforcer.domain.notice import Notice
from enforcer.domain.reading import Reading
from enforcer.domain.unit import Unit
from enforcer.domain.verdict import Examined, Verdict
from enforcer.validation import stated_day, validate_county

_NOBODY: Final = "未写明单位"


def standing_of_folder(
    folder: Path, year: int, day: date, notice: Notice, settings: Settings, *, roster: Roster | None = None
) -> Standing:
    """The county as the files of `folder` tell it: annexes by the days that they state, all else unknown and said so.

    Nobody is accused of a missing copy, of a document that only a ledger would know, or, without a roster, of an annex
    that not every unit owes. Files that state a later day than `day`, or another year, are left out. Raises
    EnforcerError where `folder` is none, or holds nothing to read.
    """
    settings = replace(settings, notice=notice)
    verdict = validate_county(
        folder,
        day,
        notice=notice,
        policy=settings.policy,
        find_unit=roster.find if roster is not None else None,
        settings=settings.rules,
    )
    listed = {one.name: one for one in roster.in_year(year)} if roster is not None else {}
    groups: dict[str, list[Examined]] = defaultdict(list)
    for examined in verdict.files:
        if examined.year in {year, None} and not _is_later(examined.reading, day):
            groups[_owner(examined, folder, roster)].append(examined)
    units = [*listed.values(), *(Unit(name) for name in sorted(groups) if name not in listed)]
    standings = (
        _unit_standing(unit, groups.get(unit.name, ()), year, day, settings, is_listed=unit.name in listed)
        for unit in units
    )
    return Standing(settings, year, day, None, tuple(standings))


def _is_later(reading: Reading, day: date) -> bool:
    stated = stated_day(reading)
    return stated is not None and stated > day


def _owner(examined: Examined, folder: Path, roster: Roster | None) -> str:
    """The name of the unit in whose folder the file lies; a file beside the folders says itself whose it is."""
    path = Path(examined.reading.file).absolute()
    inside = path.relative_to(folder.absolute()).parts if path.is_relative_to(folder.absolute()) else ()
    named = inside[0] if len(inside) > 1 else examined.unit or _NOBODY
    unit = roster.find(named) if roster is not None else None
    return unit.name if unit is not None else named


def _unit_standing(
    unit: Unit, files: Sequence[Examined], year: int, day: date, settings: Settings, *, is_listed: bool
) -> UnitStanding:
    duties = tuple(
        duty_by_files(unit, obligation, year, day=day, files=files, settings=settings, is_listed=is_listed)
        for obligation in settings.notice.obligations.values()
    )
    dossier = Dossier(
        name=unit.name,
        year=year,
        day=day,
        day_source="as-of",
        readings=tuple(one.reading for one in files if one.reading.annex is not None),
        unit=unit if is_listed else None,
        duties=duties,
        clock=LogClock(None, None),
        settings=settings.rules,
    )
    filing = filing_verdict(dossier, settings)
    # The day that a form states is no day of receipt: its own file says in other words that it is late.
    findings = tuple(one for one in filing.findings if one.code != LATE)
    verdict = Verdict(settings.notice.number, day, tuple(files), findings, filing.unexamined)
    return UnitStanding(unit, duties, LogClock(None, None), verdict, lambda: dossier)
