"""The marked copy of a 10,000-row workbook with 150 findings, against openpyxl's load and save of the same file."""

import sys
import tempfile
from datetime import date
from pathlib import Path

from pairs import PYTHON, measured
from workbooks import officer_rows, written

from enforcer.domain.clause import Clause
from enforcer.domain.finding import Finding
from enforcer.domain.row import Place
from enforcer.domain.rule import SEVERITIES
from enforcer.domain.sentence import Sentence
from enforcer.domain.verdict import Examined
from enforcer.notices import load_notice
from enforcer.validation import Request, read_file
from enforcer.workbook.marking.copies import marked_copy

ROWS, FINDINGS = 10_000, 150
LOAD_AND_SAVE = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[1] + '.copy')"


def main() -> int:
    """Prints a line; run with a path it marks that file and is what the line measures."""
    if len(sys.argv) > 1:
        mark(Path(sys.argv[1]))
        return 0
    with tempfile.TemporaryDirectory() as name:
        book = str(written(4, officer_rows(ROWS), Path(name) / "annex4.xlsx"))
        ours = (PYTHON, __file__, book)
        print(
            measured(
                f"marked copy, {ROWS:,} rows, {FINDINGS} findings", ours, (PYTHON, "-c", LOAD_AND_SAVE, book), goal=0.5
            ).line()
        )
    return 0


def mark(path: Path) -> None:
    """Reads the file and marks 150 of its cells, every grade, all down the table."""
    (readings,) = read_file(path, Request())
    reading = readings[0]
    findings = tuple(
        made_up(SEVERITIES[number % len(SEVERITIES)], reading.rows[number * ROWS // FINDINGS].place("name"))
        for number in range(FINDINGS)
    )
    examined = Examined(reading, reading.unit, 2014, date(2014, 7, 16), "as-of", findings, ())
    path.with_suffix(".marked.xlsx").write_bytes(marked_copy(path, [examined], load_notice()).content)


def made_up(severity: str, place: Place) -> Finding:
    """A finding at a place."""
    said = Sentence("试标：{cell}", {"cell": place.cell})
    clause = Clause("trial", "二（八）", "试")
    return Finding("W004", "trial", "试标", severity, clause, place, None, None, said, said, said)  # type: ignore[arg-type]


if __name__ == "__main__":
    sys.exit(main())
