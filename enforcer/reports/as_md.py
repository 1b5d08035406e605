"""The report as Markdown, for a wiki or a mail: every section, with the first five cells of a rule and unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.domain.sentence import Sentence
from enforcer.reports.wiki.filings import matrix, summary
from enforcer.reports.wiki.grounds import facts, making, points
from enforcer.reports.wiki.page import Page
from enforcer.reports.wiki.substance import discretion, overlaps, people, quality
from enforcer.reports.wording import SECTIONS, title_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from enforcer.domain.sentence import Translate
    from enforcer.reports.contents import Contents

_ALL: Final[tuple[Callable[[Page, Contents], None] | None, ...]] = (
    summary,
    matrix,
    quality,
    discretion,
    people,
    overlaps,
    facts,
    points,
    None,  # the units' own pages: each unit is sent its own, in other formats
    making,
)


def render(contents: Contents, translate: Translate) -> bytes:
    """The page as UTF-8."""
    page = Page(translate)
    page.heading(1, title_of(contents, translate))
    page.paragraph(Sentence("截至{day}", {"day": contents.day}))
    for name, write in zip(SECTIONS, _ALL, strict=True):
        if write is not None:
            page.heading(2, name)
            write(page, contents)
    return page.text().encode()
