"""What a standing holds, listed flat: every finding and everything unexamined, each with whose it is."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from enforcer.county.standing import Standing, UnitStanding
from enforcer.domain.finding import Finding, Unexamined
from enforcer.domain.rule import SEVERITIES
from enforcer.domain.unit import Unit
from enforcer.domain.verdict import Examined


class Found(NamedTuple):
    """A finding, the unit it is of, and the obligation for which its file was filed (None where no file tells)."""

    unit: Unit
    obligation: str | None
    annex: int | None
    finding: Finding

    @property
    def file(self) -> str:
        """The file's name, "" for what stands at no file."""
        return self.finding.place.file if self.finding.place.file != self.unit.name else ""


class Left(NamedTuple):
    """What was not examined, and whose it is."""

    unit: Unit
    obligation: str | None
    annex: int | None
    file: str
    unexamined: Unexamined


class Gathered(NamedTuple):
    """All findings, the worst first within a unit, and all that was not examined."""

    findings: tuple[Found, ...]
    left: tuple[Left, ...]


def gathered(standing: Standing) -> Gathered:
    """The findings of all units in the roster's order; what was observed across units is not among them."""
    findings: list[Found] = []
    left: list[Left] = []
    for one in standing.units:
        findings += sorted(_findings(one), key=_rank)
        left += _left(one)
    return Gathered(tuple(findings), tuple(left))


def obligation_of(examined: Examined, standing: UnitStanding) -> str | None:
    """The obligation for which that file was filed: by its bytes, else by its annex; None where neither tells."""
    return _owner(examined, _by_bytes(standing), standing)


def _findings(standing: UnitStanding) -> Iterator[Found]:
    by_bytes = _by_bytes(standing)
    keys = {one.obligation.key for one in standing.duties}
    for examined in standing.verdict.files:
        obligation = _owner(examined, by_bytes, standing)
        for finding in examined.findings:
            yield Found(standing.unit, obligation, examined.reading.annex, finding)
    files = {one.reading.file: one for one in standing.verdict.files}
    for finding in standing.verdict.findings:
        at = files.get(finding.place.file)
        if at is not None:
            yield Found(standing.unit, _owner(at, by_bytes, standing), at.reading.annex, finding)
        else:
            key = finding.place.field if finding.place.field in keys else None
            yield Found(standing.unit, key, None, finding)


def _left(standing: UnitStanding) -> Iterator[Left]:
    by_bytes = _by_bytes(standing)
    for examined in standing.verdict.files:
        obligation = _owner(examined, by_bytes, standing)
        for one in examined.unexamined:
            yield Left(standing.unit, obligation, examined.reading.annex, examined.reading.file, one)
    for one in standing.verdict.unexamined:
        yield Left(standing.unit, None, None, "", one)


def _by_bytes(standing: UnitStanding) -> Mapping[str, str]:
    return {
        receipt.sha256: duty.obligation.key
        for duty in standing.duties
        for receipt in duty.receipts
        if receipt.sha256 and receipt.stands
    }


def _owner(examined: Examined, by_bytes: Mapping[str, str], standing: UnitStanding) -> str | None:
    annex = examined.reading.annex
    fitting = next((one.obligation.key for one in standing.duties if annex and one.obligation.annex == annex), None)
    return fitting or by_bytes.get(examined.reading.sha256)


def _rank(found: Found) -> tuple[int, str, str, str, int, int]:
    finding = found.finding
    place = finding.place
    severity = SEVERITIES.index(finding.severity)
    return (severity, finding.code, place.file, place.sheet or "", place.row or 0, place.column or 0)
