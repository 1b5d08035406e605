"""The report as a workbook that the city can use: a sheet a table, heads that stay, filters, native charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enforcer.domain.sentence import Sentence
from enforcer.reports.wording import title_of
from enforcer.reports.xlsx.book import book
from enforcer.reports.xlsx.discretion_sheet import discretion_sheet
from enforcer.reports.xlsx.duties_sheet import duties_sheet
from enforcer.reports.xlsx.facts_sheet import clocks_sheet, facts_sheet
from enforcer.reports.xlsx.findings_sheet import findings_sheet
from enforcer.reports.xlsx.making_sheet import making_sheet
from enforcer.reports.xlsx.matrix_sheet import matrix_sheet
from enforcer.reports.xlsx.overlaps_sheet import overlaps_sheet
from enforcer.reports.xlsx.people_sheet import people_sheet
from enforcer.reports.xlsx.points_sheet import points_sheet
from enforcer.reports.xlsx.summary_sheet import summary_sheet

if TYPE_CHECKING:
    from enforcer.domain.sentence import Translate
    from enforcer.reports.contents import Contents


def render(contents: Contents, translate: Translate) -> bytes:
    """The workbook with all findings in it. Equal contents give equal bytes; the only time is the as-of day."""
    title = title_of(contents, translate)
    titles = {key: translate(one.title) for key, one in contents.notice.obligations.items()}
    with book(contents.day, title, contents.office, translate) as (made, content):
        summary_sheet(made, contents)
        matrix_sheet(made, contents.matrix, Sentence("{title}（截至{day}）", {"title": title, "day": contents.day}))
        duties_sheet(made, contents.matrix)
        findings_sheet(made, contents, titles)
        discretion_sheet(made, contents.discretion)
        people_sheet(made, contents.people)
        facts_sheet(made, contents.facts)
        clocks_sheet(made, contents.facts)
        overlaps_sheet(made, contents.overlaps)
        if contents.points is not None:
            points_sheet(made, contents.points)
        making_sheet(made, contents)
    return content.getvalue()
