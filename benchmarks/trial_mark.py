"""Marks every readable .xlsx in a folder with three made-up findings: python benchmarks/trial_mark.py FOLDER.

Says of each copy whether every part of the original is there, which parts were changed, and whether our own reader,
openpyxl and LibreOffice (where it is installed) open it; what they would not open of the original does not count.
"""

import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from enforcer.domain.clause import Clause
from enforcer.domain.finding import Finding
from enforcer.domain.reading import Reading
from enforcer.domain.row import Place, Table
from enforcer.domain.rule import SEVERITIES
from enforcer.domain.sentence import Sentence
from enforcer.domain.verdict import Examined
from enforcer.forms import load_form
from enforcer.notices import load_notice
from enforcer.workbook.book import Book, Sheet
from enforcer.workbook.marking.copies import marked_copy
from enforcer.workbook.opening import open_books

CONVERSION_SECONDS = 90


@dataclass(slots=True)
class Outcome:
    """What became of one workbook."""

    name: str
    patched: bool
    parts: int = 0
    missing: int = 0
    changed: int = 0
    added: int = 0
    unexpected: int = 0
    openpyxl: str = ""
    libreoffice: str = "-"


def main(folder: Path) -> int:
    """Prints a line for each workbook and the sums; 1 where a copy lost a part or is not opened."""
    with tempfile.TemporaryDirectory() as name:
        outcomes = list(_outcomes(folder, Path(name)))
    print(f"{'workbook':<72} {'parts':>5} {'lost':>4} {'chg':>3} {'new':>3} {'odd':>3}  openpyxl    libreoffice")
    for one in outcomes:
        how = "" if one.patched else "  (written anew)"
        print(
            f"{one.name[:72]:<72} {one.parts:>5} {one.missing:>4} {one.changed:>3} {one.added:>3} {one.unexpected:>3}"
            f"  {one.openpyxl:<10}  {one.libreoffice}{how}"
        )
    print(
        f"{len(outcomes)} readable, {sum(one.patched for one in outcomes)} patched, "
        f"{sum(one.parts for one in outcomes if one.patched)} original parts, "
        f"{sum(one.missing for one in outcomes)} lost, {sum(one.unexpected for one in outcomes)} changed unasked, "
        f"openpyxl {dict(Counter(one.openpyxl for one in outcomes))}, "
        f"LibreOffice {dict(Counter(one.libreoffice for one in outcomes))}"
    )
    bad = any(one.missing or one.unexpected or "no" in (one.openpyxl, one.libreoffice) for one in outcomes)
    return int(bad)


def _outcomes(folder: Path, scratch: Path) -> Iterator[Outcome]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in (".xlsx", ".xlsm"):
            continue
        book = next(iter(open_books(path)), None)
        if not isinstance(book, Book) or book.kind not in ("xlsx", "xlsm"):
            continue
        copy = marked_copy(path, [made_up(book)], load_notice())
        target = scratch / f"{path.stem}_marked{copy.extension}"
        target.write_bytes(copy.content)
        outcome = Outcome(path.name, copy.is_patched)
        if copy.is_patched:
            _compare(path, target, outcome)
        outcome.openpyxl = _verdict(_openpyxl(path), _openpyxl(target))
        if shutil.which("soffice"):
            outcome.libreoffice = (
                _verdict(True, _converted(target, scratch))
                if _converted(target, scratch)
                else (_verdict(_converted(path, scratch), False))
            )
        yield outcome


def made_up(book: Book) -> Examined:
    """Three findings, one of each grade, on the first visible sheet with content; one of them on no cell yet."""
    filled = [one for one in book.sheets if one.rows]
    sheet = next((one for one in filled if one.visibility == "visible"), next(iter(filled or book.sheets)))
    form = load_form(1)
    table = Table(book.name, sheet.name, form, {"number": sheet.first_column})
    reading = Reading(book.name, book.sha256, form=form, table=table, header_rows=(sheet.first_row,))
    findings = tuple(
        _finding(grade, Place(book.name, sheet.name, row, column))
        for grade, (row, column) in zip(SEVERITIES, _cells(sheet), strict=False)
    )
    return Examined(reading, None, None, date(2014, 7, 16), "as-of", findings, ())


def _cells(sheet: Sheet) -> list[tuple[int, int]]:
    filled = [
        (row, column)
        for row, values in enumerate(sheet.rows, sheet.first_row)
        for column, value in enumerate(values, sheet.first_column)
        if value is not None
    ]
    last = sheet.first_row + len(sheet.rows)
    return [*filled[:1], *(filled[-1:] if len(filled) > 1 else ()), (last + 2, sheet.first_column + 1)]


def _finding(grade: str, place: Place) -> Finding:
    said = Sentence("试标：{cell}", {"cell": place.cell})
    clause = Clause("trial", "二（八）", "试")
    return Finding("W004", "trial", "试标", grade, clause, place, None, None, said, said, said)  # type: ignore[arg-type]


def _compare(before: Path, after: Path, outcome: Outcome) -> None:
    """Counts parts; changed ones may only be those that marking has to do with."""
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(after) as new:
        names = [one.filename for one in old.infolist()]
        kept = {one.filename for one in new.infolist()}
        outcome.parts = len(names)
        outcome.missing = len(set(names) - kept)
        outcome.added = len(kept - set(names))
        changed = [name for name in set(names) & kept if old.read(name) != new.read(name)]
    outcome.changed = len(changed)
    outcome.unexpected = sum(not _is_concerned(name.replace("\\", "/").lower()) for name in changed)


def _is_concerned(name: str) -> bool:
    words = ("sheet", "styles", "comments", "vmldrawing", "workbook.", "[content_types]", "docprops/app.xml", "_rels/")
    return any(word in name for word in words)


def _openpyxl(path: Path) -> bool:
    import openpyxl  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            openpyxl.load_workbook(path).close()
    except Exception:  # noqa: BLE001 - whatever it stumbles over
        return False
    return True


def _converted(path: Path, scratch: Path) -> bool:
    """Whether LibreOffice makes a table of it."""
    made = scratch / "converted" / f"{path.stem}.csv"
    made.unlink(missing_ok=True)
    profile = (scratch / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "csv", "--outdir"]
    try:
        subprocess.run(
            [*command, str(made.parent), str(path)], capture_output=True, check=False, timeout=CONVERSION_SECONDS
        )
    except subprocess.TimeoutExpired:
        return False
    return made.exists()


def _verdict(before: bool, after: bool) -> str:
    return "yes" if after else "no" if before else "nor before"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
