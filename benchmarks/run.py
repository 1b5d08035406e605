"""make bench: start, help, and ten thousand rows, each against its floor. Prints ratios; never fails for being slow."""

import sys
import tempfile
from pathlib import Path

from pairs import PYTHON, measured
from workbooks import benchmark_rows, officer_rows, plan_rows, written

READ = (
    "import sys; from python_calamine import load_workbook\n"
    "book = load_workbook(sys.argv[1])\n"
    "for name in book.sheet_names: book.get_sheet_by_name(name).to_python()"
)
MANY = 10_000


def main() -> int:
    """Prints a line a benchmark."""
    enforcer = (PYTHON, "-m", "enforcer")
    nothing = (PYTHON, "-c", "pass")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small = written(4, officer_rows(30), folder / "small.xlsx")
        print(
            measured("validate, 30 rows, text", (*enforcer, "validate", str(small)), nothing, goal=8, rounds=15).line()
        )
        print(measured("--help", (*enforcer, "--help"), nothing, goal=8, rounds=15).line())
        for annex, rows, goal in (
            (4, officer_rows(MANY), 2.5),
            (1, plan_rows(MANY), 2.5),
            (3, benchmark_rows(MANY // 5), 8),
        ):
            book = str(written(annex, rows, folder / f"annex{annex}.xlsx"))
            floor = (PYTHON, "-c", READ, book)
            title = f"annex {annex}, 10,000 rows, all rules"
            print(measured(title, (*enforcer, "validate", book), floor, goal=goal).line())
    return 0


if __name__ == "__main__":
    sys.exit(main())
