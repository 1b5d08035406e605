"""Killed at any moment, written to by two at once: what was acknowledged is there, and the chain verifies."""

import random
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from enforcer.county.ledger.store import Ledger
from enforcer.county.ledger.verifying import verify

WRITER = """
import sys
from datetime import date
from pathlib import Path
from enforcer.county.ledger.store import Ledger

ledger = Ledger.open(Path(sys.argv[1]))
for _ in range(int(sys.argv[2])):
    with ledger.writing() as pen:
        number = pen.next_receipt(2014)
        pen.append("received", date(2014, 7, 1), {"receipt": number})
        pen.append("examined", date(2014, 7, 1), {"receipt": number, "text": "字" * 2000})
    print(number, flush=True)
"""
HALF_WRITTEN = """
import os, signal, sys
from datetime import date
from pathlib import Path
from enforcer.county.ledger.store import Ledger

ledger = Ledger.open(Path(sys.argv[1]))
list(ledger.query("PRAGMA cache_size = 10"))
with ledger.writing() as pen:
    for _ in range(200):
        pen.append("examined", date(2014, 7, 1), {"text": "字" * 2000})
        pen.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""
KILLS = 15


def numbers(path):
    ledger = Ledger.open(path)
    found = [one.body["receipt"] for one in ledger.entries(kinds=("received",))]
    ledger.close()
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_at_any_moment_every_acknowledged_number_is_there(path):
    chance = random.Random(36)
    acknowledged = []
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, path, "1000"], stdout=subprocess.PIPE, text=True, encoding="utf-8"
        ) as writer:
            acknowledged.append(writer.stdout.readline().strip())
            try:
                writer.wait(chance.uniform(0, 0.03))
            except subprocess.TimeoutExpired:
                writer.send_signal(signal.SIGKILL)
            # The last line may have been cut short by the kill.
            acknowledged += [line.strip() for line in writer.stdout if line.endswith("\n")]
    assert len(acknowledged) >= KILLS
    proof = verify(path)
    assert proof.is_sound
    found = numbers(path)
    assert set(acknowledged) <= set(found)
    assert found == [f"2014-{count:05d}" for count in range(1, len(found) + 1)]
    assert proof.entries == 2 * len(found), "a filing and its examination are on record together"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_what_a_kill_left_half_written_is_taken_back_by_whoever_looks_first(path):
    ledger = Ledger.open(path)
    with ledger.writing() as pen:
        pen.append("founded", date(2014, 7, 1), {})
    head = ledger.head
    ledger.close()
    subprocess.run([sys.executable, "-c", HALF_WRITTEN, path], check=False)
    assert path.with_name("ledger.db-journal").stat().st_size > 0, "the kill came in the middle"
    assert verify(path) == (1, head, None, None, None)


def test_two_that_write_at_once_never_share_a_number(path):
    def run(_):
        return subprocess.run(
            [sys.executable, "-c", WRITER, path, "30"], capture_output=True, text=True, encoding="utf-8", check=True
        ).stdout.split()

    with ThreadPoolExecutor(2) as pool:
        printed = [number for lines in pool.map(run, range(2)) for number in lines]
    assert sorted(printed) == numbers(path)
    assert len(set(printed)) == 60
    assert verify(path).is_sound
