"""A night that died on a file tells the next one which it was; one that ended tells nothing."""

import os
import subprocess
import sys

from enforcer.county.night.watch import Watch

NIGHT = """
import os, sys
from datetime import date, datetime
from pathlib import Path
from enforcer.county.night import looks
from enforcer.county.workspace import Workspace
from enforcer.nightly import Asked, nightly

def dies(path, known):
    if path.name == "要命.xlsx":
        os._exit(9)
    return honest(path, known)

if __name__ == "__main__":
    honest, looks.look = looks.look, dies
    asked = Asked(date(2014, 7, 1), datetime.fromisoformat("2014-07-02T02:30:00+08:00"))
    nightly(Workspace(Path(sys.argv[1])), asked)
"""


def test_what_was_begun_and_not_ended_is_suspect(tmp_path):
    file = tmp_path / ".enforcer" / "looking"
    file.parent.mkdir()
    first = Watch(file)
    assert first.suspect == ""
    first.begin("县安监局/a.xlsx")
    first.begin("县安监局/b.xlsx")
    second = Watch(file)
    assert second.suspect == "县安监局/b.xlsx"
    second.end()
    assert Watch(file).suspect == ""
    assert list(file.parent.iterdir()) == []


def test_where_nothing_can_be_written_the_night_goes_on(tmp_path):
    watch = Watch(tmp_path / "gone" / "looking")
    watch.begin("a.xlsx")
    watch.end()
    assert watch.suspect == ""


def test_a_parser_that_takes_the_whole_process_down_ends_a_night_once_and_not_every_night(workspace, plan, tmp_path):
    folder = workspace.inbox / "县安监局"
    folder.mkdir(parents=True)
    plan().rename(folder / "要命.xlsx")
    script = tmp_path / "night.py"
    script.write_text(NIGHT, encoding="utf-8")
    command = [sys.executable, script, workspace.root]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    first = subprocess.run(command, env=environment, check=False)
    assert first.returncode == 9
    second = subprocess.run(command, env=environment, check=False, capture_output=True, text=True, encoding="utf-8")
    assert second.returncode == 0, second.stderr
    assert list((workspace.filings / "2014").rglob("*要命.xlsx")), "taken in by a process of its own"
