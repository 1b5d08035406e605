"""The county report of sixty units and 20,000 findings, against importing what it needs; and how it grows with units.

python benchmarks/report.py [units] [findings] times each step once for that many; without arguments the goal's pair
is measured.
"""

import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import chdir
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Final
from zoneinfo import ZoneInfo

from pairs import PYTHON, measured
from workbooks import Cells, benchmark_rows, officer_rows, plan_rows, written

from enforcer.county.intake.looking import digest_of
from enforcer.county.ledger.bodies import examined_body, received_body
from enforcer.county.ledger.store import Ledger, Pen
from enforcer.county.standing import standing_in
from enforcer.county.workspace import Workspace
from enforcer.domain.receipt import Receipt
from enforcer.domain.unit import Unit
from enforcer.locale import translator
from enforcer.validation import validate
from enforcer.workbook.roster.writing import roster_bytes

UNITS: Final = 60
FINDINGS: Final = 20_000
DAY: Final = date(2014, 12, 31)
MOMENT: Final = datetime.combine(date(2014, 7, 14), time(10), ZoneInfo("Asia/Shanghai"))
ANNEXES: Final[Mapping[int, str]] = {1: "plan", 3: "benchmark", 4: "officers"}
DOCUMENTS: Final = ("responsibility", "appraisal", "authority")
TIERS: Final = 5
TRADES: Final = ("食品", "农药", "兽药", "种子", "印刷", "建筑", "冶金", "烟花")
ROWS_PER_FINDING: Final = {1: 8, 3: 14, 4: 8}
"""A unit has an eighth as many inspections and officers as findings, and a 14th as many violations."""


def faulty_plan(unit: int, rows: int) -> Iterator[Cells]:
    """Rows of annex 1, each without four of the seven elements, every other without a law."""
    for number, cells in enumerate(islice(plan_rows((unit + 1) * rows), unit * rows, None)):
        lost = dict.fromkeys(("target", "place", "body", "inspectors"))
        yield {**cells, **lost, "basis": "有关规定" if number % 2 else cells["basis"]}


def faulty_register(unit: int, rows: int) -> Iterator[Cells]:
    """Rows of annex 4, each without two of the required eight and with a credential that has lapsed."""
    for cells in islice(officer_rows((unit + 1) * rows), unit * rows, None):
        yield {**cells, "valid_until": "2014-06-30", "body": None}


def faulty_benchmark(unit: int, violations: int) -> Iterator[Cells]:
    """Violations of a law of the unit's own; the lowest tier lacks conditions, begins too low, and a gap follows."""
    for number, cells in enumerate(benchmark_rows(violations)):
        low = (number // TIERS % 50 + 1) * 500
        own: dict[str, object] = {}
        if number % TIERS == 0:
            own |= {"standard": f"处{low}元以上{low * 2}元以下罚款", "conditions": None}
        if cells["violation"]:
            own["violation"] = f"{TRADES[unit % len(TRADES)]}{cells['violation']}{unit}"
            own["legal_basis"] = str(cells["legal_basis"]).replace("安全生产法", f"第{unit}号条例")
        yield {**cells, **own}


def workspace(folder: Path, units: int, findings: int) -> Workspace:
    """A county of which every unit filed three annexes and three documents, with about that many findings in all."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "enforcer.toml").write_text('county = "桓台县"\nyear = 2014\n', encoding="utf-8")
    listed = [Unit(f"县第{number}局", f"{number:04}", nature="行政机关") for number in range(1, units + 1)]
    (folder / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 1), listed))
    place = Workspace(folder)
    rows = {annex: max(findings // units // share, 1) for annex, share in ROWS_PER_FINDING.items()}
    ledger = Ledger.open(place.ledger_file, now=MOMENT)
    try:
        for position, unit in enumerate(listed):
            with ledger.writing() as pen:
                for annex, made in MADE.items():
                    file = written(annex, made(position, rows[annex]), folder / f"annex{annex}.xlsx")
                    _file(place, pen, unit, annex, file)
                for key in DOCUMENTS:
                    receipt = Receipt(pen.next_receipt(2014), unit.key, key, 2014, MOMENT.date(), MOMENT, ("paper",))
                    pen.append("received", receipt.day, received_body(receipt))
    finally:
        ledger.close()
    return place


def _file(place: Workspace, pen: Pen, unit: Unit, annex: int, file: Path) -> None:
    """Puts one workbook on record, its original beside the others."""
    number, day = pen.next_receipt(2014), MOMENT.date()
    stored = f"2014/{unit.name}/{number}_{file.name}"
    with chdir(file.parent):
        verdict = validate(Path(file.name), today=day, as_of=day, unit=unit.name)
    receipt = Receipt(
        number, unit.key, ANNEXES[annex], 2014, day, MOMENT, ("paper", "electronic"), name=file.name,
        sha256=digest_of(file), stored=stored,
    )  # fmt: skip
    target = place.filings / stored
    target.parent.mkdir(parents=True, exist_ok=True)
    file.replace(target)
    pen.append("received", day, received_body(receipt))
    pen.append("examined", day, examined_body(verdict, receipt=number, unit=unit.key, year=2014, fingerprint=""))


MADE: Final = {1: faulty_plan, 3: faulty_benchmark, 4: faulty_register}


def stepwise(units: int, findings: int) -> None:
    """Prints what each step of the page takes, once, and how large it is."""
    begin = perf_counter()
    from enforcer.reports.as_html import render  # noqa: PLC0415 - importing is a step
    from enforcer.reports.contents import contents  # noqa: PLC0415

    imported = perf_counter()
    with tempfile.TemporaryDirectory() as name:
        place = workspace(Path(name) / "county", units, findings)
        made = perf_counter()
        known = standing_in(place, DAY)
        stood = perf_counter()
        for unit in known.units:
            _ = unit.dossier
        read = perf_counter()
        report = contents(known)
        gathered = perf_counter()
        page = render(report, translator("zh"))
        rendered = perf_counter()
    print(f"{units} units, {len(report.findings)} findings: page of {len(page) / 1e6:.2f} MB")
    print(f"import {imported - begin:.2f} s; ledger {stood - made:.2f} s; files read again {read - stood:.2f} s;")
    print(f"contents {gathered - read:.2f} s; page {rendered - gathered:.2f} s")


def main() -> int:
    """Prints a line a benchmark, or the steps for the size that is asked for."""
    if len(sys.argv) > 1:
        stepwise(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else FINDINGS)  # noqa: PLR2004 - the second
        return 0
    with tempfile.TemporaryDirectory() as name:
        place = workspace(Path(name) / "county", UNITS, FINDINGS)
        command = (PYTHON, "-m", "enforcer", "report", "--workspace", str(place.root), "--format", "html")
        floor = (PYTHON, "-c", "import pandas, jinja2")
        title = f"county HTML, {UNITS} units, {FINDINGS:,} findings"
        print(measured(title, (*command, "--as-of", DAY.isoformat()), floor, goal=4, rounds=5).line())
    return 0


if __name__ == "__main__":
    sys.exit(main())
