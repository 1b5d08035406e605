"""The report as JSON, by the shipped schema report-1.json: every figure and every finding, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from enforcer.reports.plain.filings import obligation_values, summary_values, unit_values
from enforcer.reports.plain.grounds import facts_values, making_values, points_values
from enforcer.reports.plain.quality import finding_values, quality_values
from enforcer.reports.plain.substance import discretion_values, overlap_values, people_values
from enforcer.verdicts.as_json import tool

if TYPE_CHECKING:
    from enforcer.domain.sentence import Translate
    from enforcer.reports.contents import Contents

SCHEMA: Final = "enforcer/report/1"


def render(contents: Contents, translate: Translate) -> bytes:
    """The document as indented UTF-8, ending with a line break."""
    text = json.dumps(document(contents, translate), ensure_ascii=False, indent=1, allow_nan=False)
    # A lone surrogate, which a damaged file may hold, has no UTF-8.
    return f"{text}\n".encode(errors="replace")


def document(contents: Contents, translate: Translate) -> dict[str, Any]:
    """The report as plain values, section by section."""
    return {
        "schema": SCHEMA,
        "tool": tool(contents.notice.number),
        "as_of": contents.day.isoformat(),
        "year": contents.year,
        "county": contents.county,
        "office": contents.office,
        "language": contents.language,
        "summary": summary_values(contents.summary, translate),
        "obligations": obligation_values(contents.matrix, translate),
        "units": unit_values(contents.matrix, translate),
        "quality": quality_values(contents.quality, translate),
        "findings": finding_values(contents, translate),
        "discretion": discretion_values(contents.discretion, translate),
        "people": people_values(contents.people, translate),
        "overlaps": overlap_values(contents.overlaps, translate),
        "facts": facts_values(contents.facts, translate),
        "points": points_values(contents.points, translate),
        "making": making_values(contents.making, translate),
    }
