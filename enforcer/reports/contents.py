"""Everything the report says, section by section, in no language: what every format renders and analysts are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from enforcer.reports.gathering import gathered
from enforcer.reports.sections.discretion import discretion_of
from enforcer.reports.sections.facts import facts_of
from enforcer.reports.sections.making import making_of
from enforcer.reports.sections.matrix import matrix_of
from enforcer.reports.sections.overlapping import overlapping_of
from enforcer.reports.sections.people import people_of
from enforcer.reports.sections.points import points_of
from enforcer.reports.sections.quality import quality_of
from enforcer.reports.sections.summary import summary_of
from enforcer.reports.sections.unit_page import pages_of
from enforcer.reports.tables import tables

if TYPE_CHECKING:
    from datetime import date

    from enforcer.county.standing import Standing
    from enforcer.domain.notice import Notice
    from enforcer.reports.earlier import Earlier
    from enforcer.reports.gathering import Found, Left
    from enforcer.reports.sections.discretion import Discretion
    from enforcer.reports.sections.facts import Facts
    from enforcer.reports.sections.making import Making
    from enforcer.reports.sections.matrix import Matrix
    from enforcer.reports.sections.overlapping import Overlapping
    from enforcer.reports.sections.people import People
    from enforcer.reports.sections.points import PointsTable
    from enforcer.reports.sections.quality import Quality
    from enforcer.reports.sections.summary import Summary
    from enforcer.reports.sections.unit_page import UnitPage
    from enforcer.reports.tables import Tables


@dataclass(frozen=True)
class Contents:
    """The sections by their numbers in the report, the findings flat, and the frames that the figures come from.

    `language` is the reader's (zh or en): formats choose template and page language by it. `points` is None where the
    county set no table of points.
    """

    standing: Standing
    language: str
    summary: Summary
    matrix: Matrix
    quality: Quality
    discretion: Discretion
    people: People
    overlaps: Overlapping
    facts: Facts
    pages: tuple[UnitPage, ...]
    making: Making
    points: PointsTable | None
    findings: tuple[Found, ...]
    unexamined: tuple[Left, ...]
    tables: Tables

    @property
    def county(self) -> str:
        """The county's name."""
        return self.standing.settings.county

    @property
    def office(self) -> str:
        """The office that reports."""
        return self.standing.settings.office

    @property
    def year(self) -> int:
        """The year reported on."""
        return self.standing.year

    @property
    def day(self) -> date:
        """The day on which the county stood so."""
        return self.standing.day

    @property
    def notice(self) -> Notice:
        """The notice judged by."""
        return self.standing.settings.notice

    @property
    def is_empty(self) -> bool:
        """Whether there is no unit to report on."""
        return not self.standing.units


def contents(standing: Standing, earlier: Earlier | None = None, language: str = "zh") -> Contents:
    """What the report on that standing says, against an earlier report where there is one."""
    known = gathered(standing)
    discretion = discretion_of(standing, known)
    people = people_of(standing)
    overlapping = overlapping_of(standing)
    frames = tables(standing, known, discretion.items, people.officers, overlapping.found)
    matrix = matrix_of(standing, frames.by_obligation, frames.by_unit)
    quality = quality_of(standing, known, frames.by_rule, frames.quality, earlier)
    facts = facts_of(standing, known.findings)
    points = points_of(standing)
    clocks = {one.unit.key: one for one in facts.clocks}
    parts = {
        rated.unit.key: (rated, refined, staffed, clocks[rated.unit.key])
        for rated, refined, staffed in zip(quality.units, discretion.units, people.units, strict=True)
    }
    return Contents(
        standing=standing,
        language=language,
        summary=summary_of(standing, matrix, quality),
        matrix=matrix,
        quality=quality,
        discretion=discretion,
        people=people,
        overlaps=overlapping,
        facts=facts,
        pages=pages_of(
            standing,
            matrix.rows,
            quality.by_unit_and_rule,
            parts,
            {one.unit.key: one for one in points.units} if points is not None else {},
        ),
        making=making_of(standing, known),
        points=points,
        findings=known.findings,
        unexamined=known.left,
        tables=frames,
    )
