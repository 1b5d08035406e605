"""The ledger: 100,000 entries appended in one transaction, and 8,000 receipts read back. Prints ratios."""

import sys
import tempfile
from datetime import date, datetime
from pathlib import Path

from pairs import PYTHON, measured

from enforcer.county.ledger.bodies import received_body
from enforcer.county.ledger.store import ZONE, Ledger
from enforcer.domain.receipt import Receipt

ENTRIES = 100_000
RECEIPTS = 8_000
OURS = """
import sys
from datetime import date
from pathlib import Path
from enforcer.county.ledger.store import Ledger

path, day = Path(sys.argv[1]), date(2014, 7, 1)
path.unlink(missing_ok=True)
ledger = Ledger.open(path)
with ledger.writing() as pen:
    for number in range(int(sys.argv[2])):
        stage = f"overdue {number}"
        pen.append("reminded", day, {"unit": "001", "obligation": "plan", "year": 2014, "stage": stage})
"""
ROWS = """
import sqlite3, sys
from pathlib import Path

Path(sys.argv[1]).unlink(missing_ok=True)
day, moment = "2014-07-01", "2014-07-01T12:00:00+08:00"
body = '{"obligation":"plan","stage":"overdue %d","unit":"001","year":2014}'
rows = [
    (seq, day, moment, "reminded", "", body % seq, f"{seq - 1:064x}", f"{seq:064x}")
    for seq in range(1, int(sys.argv[2]) + 1)
]
connection = sqlite3.connect(sys.argv[1])
connection.execute("CREATE TABLE entries (seq INTEGER PRIMARY KEY, day, entered, kind, about, body, prev, hash)")
with connection:
    connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
"""
JOURNAL = """
import sys
from datetime import date, datetime
from pathlib import Path
from enforcer.county.ledger.journal import journal
from enforcer.county.ledger.store import Ledger

journal(Ledger.open(Path(sys.argv[1])), date(2014, 12, 31))
"""
BODIES = """
import json, sqlite3, sys

query = "SELECT body FROM entries WHERE kind = 'received'"
[json.loads(body) for body, in sqlite3.connect(sys.argv[1]).execute(query)]
"""


def main() -> int:
    """Prints a line a benchmark."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = (PYTHON, "-c", OURS, str(folder / "a.db"), str(ENTRIES))
        rows = (PYTHON, "-c", ROWS, str(folder / "b.db"), str(ENTRIES))
        print(measured("100,000 entries, one executemany", ours, rows, goal=3).line())
        filed = str(_filed(folder / "c.db"))
        reading, bodies = (PYTHON, "-c", JOURNAL, filed), (PYTHON, "-c", BODIES, filed)
        print(measured("journal of 8,000 examined receipts", reading, bodies, goal=3).line())
    return 0


def _filed(path: Path) -> Path:
    """A ledger of receipts, each with an examination of some kilobytes."""
    day = date(2014, 7, 1)
    ledger = Ledger.open(path)
    with ledger.writing() as pen:
        for _ in range(RECEIPTS):
            number = pen.next_receipt(2014)
            receipt = Receipt(
                number,
                "001",
                "plan",
                2014,
                day,
                datetime(2014, 7, 1, tzinfo=ZONE),
                ("electronic",),
                name="附件1 行政执法检查计划.xlsx",
                sha256="0" * 64,
                stored=f"2014/县安监局/{number}_附件1 行政执法检查计划.xlsx",
            )
            pen.append("received", day, received_body(receipt))
            found = {"files": [{"findings": [{"code": "A101", "text": "字" * 1500}]}]}
            pen.append("examined", day, {"receipt": number, "unit": "001", "year": 2014, "verdict": found})
    ledger.close()
    return path


if __name__ == "__main__":
    sys.exit(main())
