"""The night: 8,000 unchanged workbooks against a bare walk, 1,000 changed ones against reading each, two workers.

python benchmarks/nightly.py [unchanged] [changed]. Seconds of the night itself: starting Python is apart.
"""

import json
import math
import shutil
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import count
from os import scandir
from pathlib import Path
from time import perf_counter
from typing import Final
from zoneinfo import ZoneInfo

from pairs import Ratio
from workbooks import plan_rows, written

from enforcer.county.ledger.bodies import examined_body, received_body
from enforcer.county.ledger.store import Ledger
from enforcer.county.night.inbox import Found, InboxState
from enforcer.county.ruleset import fingerprint
from enforcer.county.workspace import Workspace
from enforcer.domain.receipt import Receipt
from enforcer.domain.unit import Unit
from enforcer.nightly import Asked, nightly
from enforcer.validation import validate
from enforcer.workbook.roster.writing import roster_bytes

SHANGHAI: Final = ZoneInfo("Asia/Shanghai")
FIRST: Final = date(2014, 9, 1)
UNITS: Final = tuple(Unit(f"县第{number}执法局", f"{number:03}", nature="行政机关") for number in range(1, 61))
ROUNDS: Final = 7


def main() -> int:
    """Prints a line a benchmark."""
    unchanged, changed = (int(one) for one in (*sys.argv[1:], "8000", "1000")[:2])
    print(_unchanged(unchanged).line())
    for ratio in _changed(changed):
        print(ratio.line())
    return 0


def _unchanged(files: int) -> Ratio:
    """Nights on which nothing came in, day after day, against walk, stat and reading the state."""
    with tempfile.TemporaryDirectory() as name:
        workspace = _county(Path(name))
        _filed(workspace, files)
        days = (FIRST + timedelta(days=number) for number in count())
        for _ in range(2):
            _night(workspace, next(days))
        ours, floor = [], []
        for _ in range(ROUNDS):
            floor.append(_seconds(lambda: _bare_walk(workspace)))
            ours.append(_seconds(lambda: _night(workspace, next(days))))
    return _ratio(f"a night over {files:,} unchanged workbooks", ours, floor, 3)


def _changed(files: int) -> list[Ratio]:
    """A first night over new workbooks against reading each of them raw; with two workers against one."""
    serial: list[float] = []
    paired: list[float] = []
    floor = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        model = _county(folder / "model")
        paths = _small_workbooks(model, files)
        for place in range(3):
            floor.append(_seconds(lambda: _read_raw(paths)))
            for jobs, seconds in ((1, serial), (2, paired)):
                workspace = Workspace(Path(shutil.copytree(model.root, folder / f"{place}-{jobs}")))
                begun = perf_counter()
                _night(workspace, FIRST, jobs)
                seconds.append(perf_counter() - begun)
                shutil.rmtree(workspace.root)
    return [
        _ratio(f"a night over {files:,} new small workbooks", serial, floor, 2.5),
        _ratio("the same with two workers, against one", paired, serial, 0.65),
    ]


def _seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


def _ratio(name: str, ours: list[float], floor: list[float], goal: float) -> Ratio:
    ratio = statistics.median(one / bare for one, bare in zip(ours, floor, strict=True))
    return Ratio(name, goal, statistics.median(ours), statistics.median(floor), ratio, math.nan)


def _night(workspace: Workspace, day: date, jobs: int = 1) -> None:
    moment = datetime(day.year, day.month, day.day, 2, 30, tzinfo=SHANGHAI)
    nightly(Workspace(workspace.root), Asked(day, moment, jobs))


def _bare_walk(workspace: Workspace) -> int:
    """The least that tells whether anything has changed: every file's size and time against a table of them."""
    with closing(sqlite3.connect(workspace.private / "inbox.db")) as state:
        known = {row[0]: row[1:] for row in state.execute("SELECT path, size, changed, sha256, done FROM files")}
    waiting, changed, root = [str(workspace.inbox)], 0, len(str(workspace.inbox)) + 1
    while waiting:
        with scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    told = entry.stat()
                    changed += known[entry.path[root:]][:2] != (told.st_size, told.st_mtime_ns)
    return changed


def _read_raw(paths: list[Path]) -> None:
    from python_calamine import load_workbook  # noqa: PLC0415 - as in the other floors

    for path in paths:
        book = load_workbook(path)
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()


def _county(root: Path) -> Workspace:
    """Sixty units, nothing received yet."""
    (root / "inbox").mkdir(parents=True)
    (root / "enforcer.toml").write_text('county = "桓台县"\nyear = 2014\n', encoding="utf-8")
    (root / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 1), UNITS))
    return Workspace(root)


def _small_workbooks(workspace: Workspace, files: int) -> list[Path]:
    paths = []
    for number in range(files):
        unit = UNITS[number % len(UNITS)].name
        folder = workspace.inbox / unit / "2014-06-20"
        folder.mkdir(parents=True, exist_ok=True)
        rows = list(plan_rows(number + 10))[number:]
        paths.append(written(1, rows, folder / f"检查计划{number}.xlsx", unit))
    return paths


def _filed(workspace: Workspace, files: int) -> None:
    """Inbox, ledger and state as they are when so many workbooks were received: every duty, again and again.

    The files hold a few bytes each, as nobody opens them.
    """
    model = written(1, list(plan_rows(10)), workspace.root / "model.xlsx")
    verdict = validate(model, today=FIRST, as_of=FIRST)
    model.unlink()
    rules = fingerprint(workspace.settings)
    obligations = list(workspace.settings.notice.obligations)
    moment = datetime(2014, 6, 20, 9, tzinfo=SHANGHAI)
    day = moment.date()
    state, ledger = InboxState.open(workspace.private / "inbox.db"), Ledger.open(workspace.ledger_file)
    with ledger.writing() as pen:
        for number in range(1, files + 1):
            unit, obligation = UNITS[number % len(UNITS)], obligations[number // len(UNITS) % len(obligations)]
            path = workspace.inbox / unit.name / day.isoformat() / f"{number}.xlsx"
            path.parent.mkdir(parents=True, exist_ok=True)
            content = json.dumps(number).encode()
            path.write_bytes(content)
            told, digest = path.stat(), sha256(content).hexdigest()
            found = Found(path.relative_to(workspace.inbox).as_posix(), told.st_size, told.st_mtime_ns)
            state.keep(found, digest, done=True)
            receipt = Receipt(
                f"2014-{number:05}",
                unit.key,
                obligation,
                2014,
                day,
                moment,
                ("paper", "electronic"),
                name=path.name,
                sha256=digest,
                stored=f"2014/{unit.name}/2014-{number:05}_{path.name}",
            )
            pen.append("received", day, received_body(receipt))
            body = examined_body(verdict, receipt=receipt.number, unit=unit.key, year=2014, fingerprint=rules)
            pen.append("examined", day, body)
    ledger.close()
    state.close()


if __name__ == "__main__":
    sys.exit(main())
