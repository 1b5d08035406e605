"""enforcer receive, killed with SIGKILL at random points: what was acknowledged is on record, whole; work goes on."""

import hashlib
import os
import random
import re
import signal
import subprocess
import sys
import time
from datetime import date

import openpyxl
import pytest

from enforcer.county.ledger.journal import journal
from enforcer.county.ledger.store import Ledger
from enforcer.county.ledger.verifying import verify
from enforcer.county.workspace import Workspace
from enforcer.domain.unit import Unit
from enforcer.forms import load_form
from enforcer.workbook.roster.writing import roster_bytes

FILES, KILLS = 4, 13
UNITS = tuple(Unit(f"桓台县第{name}局", f"00{number}", nature="行政机关") for number, name in enumerate("一二三四", 1))
ANSWERED = re.compile(r"^回执 (\d{4}-\d{5})$", re.MULTILINE)

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    root = tmp_path / "工作"
    root.mkdir()
    (root / "enforcer.toml").write_text('county = "桓台县"\nyear = 2014\n', encoding="utf-8")
    (root / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 13), UNITS))
    return Workspace(root)


@pytest.fixture
def files(tmp_path):
    """Plans of four units, two of them with something to mend, so that marked copies are written too."""
    form, made = load_form(1), []
    for unit in UNITS[:FILES]:
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = form.sheet
        sheet.append([f"{unit.name}2014年度行政执法检查计划"])
        sheet.append(["填报单位：", unit.name, "填报日期：", "2014-06-20"])
        sheet.append([column.header for column in form.columns])
        sheet.append([1] + ["" if unit.code in ("001", "003") else "全县"] * (len(form.columns) - 1))
        sheet.append([2] + ["全县"] * (len(form.columns) - 1))
        made.append(tmp_path / f"{unit.code}.xlsx")
        book.save(made[-1])
    return made


def start(workspace, files):
    command = [sys.executable, "-m", "enforcer", "receive", "--workspace", workspace.root, "--on", "2014-06-25", *files]
    return subprocess.Popen(
        list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONUTF8": "1"}
    )


def whole_run(workspace, files):
    """Seconds until the first receipt was printed, and until the end."""
    begun = time.monotonic()
    process = start(workspace, files)
    process.stdout.readline()
    first = time.monotonic() - begun
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err.decode("utf-8")
    assert len(ANSWERED.findall(out.decode("utf-8"))) == FILES - 1  # the first line was read above
    return first, time.monotonic() - begun


def check(workspace, acknowledged):
    """The chain holds, every number handed out is on record, and everything on record has its original."""
    ledger = Ledger.open(workspace.ledger_file)
    try:
        assert verify(workspace.ledger_file).is_sound
        on_record = {one.number: one for one in journal(ledger, date.max).receipts}
    finally:
        ledger.close()
    assert acknowledged <= set(on_record)
    for number, receipt in on_record.items():
        original = workspace.filings / receipt.stored
        assert original.name.startswith(number)
        assert hashlib.sha256(original.read_bytes()).hexdigest() == receipt.sha256
    assert len({one.stored for one in on_record.values()}) == len(on_record)
    return on_record


def leftovers(workspace):
    return [path for path in workspace.root.rglob("*") if path.name.endswith((".tmp", "-journal", "-wal"))]


@pytest.mark.parametrize("seed", [1, 2])
def test_killed_at_random_points(workspace, files, seed):
    chance = random.Random(seed)
    first, last = whole_run(workspace, files)
    acknowledged = set(check(workspace, set()))
    killed = 0
    for _ in range(KILLS):
        process = start(workspace, files)
        try:
            process.wait(chance.uniform(first * 0.7, last * 1.05))
        except subprocess.TimeoutExpired:
            killed += 1
            process.kill()
        out, err = process.communicate(timeout=60)
        assert not err, err.decode("utf-8")
        acknowledged |= set(ANSWERED.findall(out.decode("utf-8")))
        check(workspace, acknowledged)
    assert killed
    for left in leftovers(workspace):
        assert left.name.startswith(".") or left.parent == workspace.root
        if left.name.startswith("."):
            os.utime(left, (0, 0))  # an hour and more ago: what is younger may be another run's, at work
    whole_run(workspace, files)
    check(workspace, acknowledged)
    assert leftovers(workspace) == []


def test_two_at_once_wait_for_each_other(workspace, files):
    both = [start(workspace, files), start(workspace, files)]
    numbers = []
    for process in both:
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err.decode("utf-8")
        numbers += ANSWERED.findall(out.decode("utf-8"))
    assert len(set(numbers)) == len(numbers) == 2 * FILES
    assert set(check(workspace, set(numbers))) == set(numbers)
