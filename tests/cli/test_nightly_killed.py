"""enforcer nightly, killed with SIGKILL at random points: nothing acknowledged is lost, the next night makes it good.

What a night acknowledges are the 回执 in outbox/. The next one ends in what an undisturbed night ends in.
"""

import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from datetime import date, datetime

import jsonschema
import openpyxl
import pytest

from enforcer.county.ledger.journal import journal
from enforcer.county.ledger.store import Ledger
from enforcer.county.ledger.verifying import verify
from enforcer.county.night.summary import read_summary, summary_file
from enforcer.county.status.overview import overview
from enforcer.county.workspace import Workspace
from enforcer.domain.unit import Unit
from enforcer.forms import load_form
from enforcer.nightly import Asked, nightly
from enforcer.schemas import load_schema
from enforcer.workbook.roster.writing import roster_bytes

DAY = date(2014, 7, 1)
SEEDS, KILLS = (1, 2, 3, 4, 5), 5
UNITS = tuple(Unit(f"桓台县第{name}局", f"00{number}", nature="行政机关") for number, name in enumerate("一二三四", 1))
RECEIPT = re.compile(r"回执_(\d{4}-\d{5})\.txt")

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")


@pytest.fixture
def county(tmp_path):
    """A workspace whose inbox holds a plan of each unit, two of them faulty, and documents."""
    root = tmp_path / "工作"
    form = load_form(1)
    for unit in UNITS:
        folder = root / "inbox" / unit.name
        folder.mkdir(parents=True)
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = form.sheet
        sheet.append([f"{unit.name}2014年度行政执法检查计划"])
        sheet.append(["填报单位：", unit.name, "填报日期：", "2014-06-20"])
        sheet.append([column.header for column in form.columns])
        sheet.append([1] + ["" if unit.code in ("001", "003") else "全县"] * (len(form.columns) - 1))
        book.save(folder / "附件1.xlsx")
        (folder / "执法责任制.docx").write_bytes(f"PK {unit.name}".encode())
    (root / "enforcer.toml").write_text('county = "桓台县"\nyear = 2014\n', encoding="utf-8")
    (root / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 13), UNITS))
    return root


def started(root):
    command = [sys.executable, "-m", "enforcer", "nightly", "--workspace", root, "--as-of", DAY]
    return subprocess.Popen(
        list(map(str, command)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


def at_work(process, root):
    """Waits until the night has taken its lock."""
    while not (root / ".enforcer" / "night.lock").exists() and process.poll() is None:
        time.sleep(0.001)


def finished(root):
    """The next run of that night, undisturbed."""
    nightly(Workspace(root), Asked(DAY, datetime.fromisoformat("2014-07-02T02:30:00+08:00")))


def on_record(root, until=date.max):
    ledger = Ledger.open(root / "ledger.db")
    try:
        return journal(ledger, until)
    finally:
        ledger.close()


def check(root):
    """The chain holds, each 回执 handed out is of a filing on record, and each of these has its original."""
    if not (root / "ledger.db").exists():
        assert not list((root / "outbox").rglob("回执_*"))
        return
    if (root / "ledger.db").stat().st_size:
        assert verify(root / "ledger.db").is_sound
    facts = on_record(root)
    handed_out = {hit[1] for path in (root / "outbox").rglob("*.txt") if (hit := RECEIPT.fullmatch(path.name))}
    assert handed_out <= {one.number for one in facts.receipts}
    for one in facts.receipts:
        original = root / "filings" / one.stored
        assert hashlib.sha256(original.read_bytes()).hexdigest() == one.sha256


def counting(root):
    """What counts for whom, with its bytes, its day and its findings; and how many filings and reminders there are."""
    workspace, facts = Workspace(root), on_record(root)
    shown = overview(workspace.settings, workspace.roster, on_record(root, DAY), 2014)
    found = {
        (duty.unit.code, duty.obligation.key): (duty.counting.sha256, duty.counting.day)
        for duty in shown.duties()
        if duty.counting
    }
    return found, len(facts.receipts), sorted(facts.reminders), sorted(facts.crossed)


@pytest.mark.parametrize("seed", SEEDS)
def test_killed_at_random_points_the_next_night_ends_in_the_same(county, tmp_path, seed):
    chance = random.Random(seed)
    undisturbed = tmp_path / "一夜"
    shutil.copytree(county, undisturbed)
    begun = time.monotonic()
    finished(undisturbed)
    span = time.monotonic() - begun
    expected = counting(undisturbed)
    assert len(expected[0]) == 2 * len(UNITS)
    killed = 0
    for number in range(KILLS):
        root = tmp_path / f"夜{number}"
        shutil.copytree(county, root)
        process = started(root)
        at_work(process, root)
        try:
            process.wait(chance.uniform(0, span))
        except subprocess.TimeoutExpired:
            killed += 1
            process.kill()
        _, err = process.communicate(timeout=60)
        assert not err, err.decode("utf-8")
        check(root)
        finished(root)
        check(root)
        assert counting(root) == expected
        summary = read_summary(summary_file(root / "nights", DAY))
        jsonschema.validate(summary, load_schema("enforcer/nightly/1"))
        assert not list(root.glob("*-journal"))
    assert killed
