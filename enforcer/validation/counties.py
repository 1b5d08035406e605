"""A county's folder, one folder a unit: each unit's verdict, and what is seen across units."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from enforcer.annexes.overlaps.record import CODES, Doubt, Kind
from enforcer.domain.dossier import County, Dossier
from enforcer.domain.errors import EnforcerError
from enforcer.domain.finding import Unexamined
from enforcer.domain.sentence import Sentence
from enforcer.domain.verdict import Examined, Verdict
from enforcer.validation.across import dossier_across, examine_county, judged_together
from enforcer.validation.request import Request
from enforcer.validation.walk import examine_files
from enforcer.verdicts.owners import by_owner
from enforcer.workbook.paths import find_files

_COMPARED: Final[dict[int, tuple[Kind, ...]]] = {1: ("target",), 3: ("law", "violation"), 4: ("officer",)}
_NOBODYS: Final = Sentence("没有写明是哪个单位的，或者所写的单位互相矛盾，没有参加各单位之间的比对")


class FolderCounty(NamedTuple):
    """What a folder holds: the county, once for each year that was filed for, and the files that are nobody's."""

    counties: tuple[County, ...]
    nobodys: tuple[tuple[Kind, Doubt], ...]


def validate_county(folder: str | Path, today: date | None = None, **known: object) -> Verdict:
    """The verdict on a county's folder, one folder a unit, with what was seen across units in `observed`.

    `known` is as for `validate`. Raises EnforcerError where `folder` is no folder, or holds nothing to read.
    """
    request = Request(**known)  # type: ignore[arg-type]
    day = today or date.today()  # noqa: DTZ011 - the county's clock is the machine's
    verdict = _each_unit(Path(folder), request, day)
    found = _in_folder(verdict, Path(folder), request, day)
    parts = [examine_county(county, request.notice, request.policy) for county in found.counties]
    left = (
        Unexamined(CODES[kind], "unreadable", doubt.reason, (doubt.place,))
        for kind, doubt in found.nobodys
        if request.policy.selects(CODES[kind])
    )
    return replace(
        verdict,
        observed=tuple(finding for part in parts for finding in part.findings),
        unobserved=(*(one for part in parts for one in part.unexamined), *left),
    )


def read_county(folder: str | Path, today: date | None = None, **known: object) -> FolderCounty:
    """The county that a folder holds, one folder a unit. `known` and errors are as for `validate_county`."""
    request = Request(**known)  # type: ignore[arg-type]
    day = today or date.today()  # noqa: DTZ011
    return _in_folder(_each_unit(Path(folder), request, day), Path(folder), request, day)


def _in_folder(verdict: Verdict, folder: Path, request: Request, today: date) -> FolderCounty:
    units = [(one, _unit_of(one, folder)) for one in verdict.files if one.reading.annex is not None]
    nobodys = tuple(
        (kind, Doubt(_NOBODYS, one.reading.place))
        for one, unit in units
        if unit is None
        for kind in _COMPARED.get(one.reading.annex or 0, ())
    )
    named = [one._replace(unit=unit) for one, unit in units if unit is not None]
    return FolderCounty(tuple(_by_year(named, request, today)), nobodys)


def _by_year(named: Iterable[Examined], request: Request, today: date) -> Iterator[County]:
    """The units' files as counties, a year each: an officer who moved in a year stands in two years."""
    by_year: dict[int | None, list[Dossier]] = {}
    for owner, group in by_owner(named, request.entry_of, request.notice.county).items():
        by_year.setdefault(owner[1], []).append(dossier_across(owner, group, request, today))
    for _, dossiers in sorted(by_year.items(), key=lambda item: item[0] or 0):
        yield _county(dossiers, request)


def _county(dossiers: Sequence[Dossier], request: Request) -> County:
    day = request.as_of or max(dossier.day for dossier in dossiers)
    return County(request.notice.county, day, tuple(dossiers))


def _each_unit(folder: Path, request: Request, today: date) -> Verdict:
    """Each unit's files judged one by one and together; lone files beside the folders say themselves whose they are."""
    if not folder.is_dir():
        raise EnforcerError("“{path}”不是文件夹。--county后面要写全县的文件夹，里面每个单位一个文件夹。", path=folder)
    return judged_together(examine_files(find_files([folder]), request, today), request, today)


def _unit_of(examined: Examined, folder: Path) -> str | None:
    """Whose the file is: as it says, else by the folder that it lies in; None where what it says is contradictory."""
    if examined.unit is not None or examined.reading.unit_witnesses:
        return examined.unit
    file = Path(examined.reading.file).absolute()
    inside = file.relative_to(folder.absolute()).parts if file.is_relative_to(folder.absolute()) else ()
    return inside[0] if len(inside) > 1 else None
