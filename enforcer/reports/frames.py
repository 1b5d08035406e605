"""The findings of a verdict as a pandas frame, for analysts."""

from typing import TYPE_CHECKING

from enforcer.domain.sentence import words
from enforcer.domain.verdict import Verdict
from enforcer.locale import translator

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "path", "annex", "unit", "year", "reference_day", "code", "name", "severity", "state", "count",
    "sheet", "cell", "row", "field", "value", "message", "clause",
)  # fmt: skip


def frame(verdict: Verdict, language: str = "zh") -> "pd.DataFrame":
    """One row a finding, with the columns of COLUMNS; `cell` is an address (F12), `row` a number or NA.

    Findings without one file have no annex, unit, year and reference day.
    """
    import pandas as pd  # noqa: PLC0415 - the heaviest import of all, only for those who ask

    translate = translator(language)
    rows = []
    owners = [(examined, finding) for examined in verdict.files for finding in examined.findings]
    for examined, finding in [*owners, *((None, finding) for finding in verdict.findings)]:
        place = finding.place
        rows.append(
            (
                words(place.file),
                examined.reading.annex if examined else None,
                examined.unit if examined else None,
                examined.year if examined else None,
                pd.Timestamp(examined.day) if examined else pd.NaT,
                finding.code,
                finding.name,
                finding.severity,
                finding.state,
                finding.count,
                place.sheet,
                place.cell,
                place.row,
                finding.field,
                finding.value,
                finding.message.render(translate),
                finding.clause.number,
            )
        )
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    numbers = {"annex": "Int64", "year": "Int64", "row": "Int64", "count": "int64"}
    return table.astype({**numbers, "reference_day": "datetime64[ns]"})
