"""enforcer schedule prints lines that can be pasted as they are, and installs nothing."""

import shlex
import sys

import pytest


@pytest.fixture
def workspace(tmp_path):
    root = tmp_path / "桓台 县\"的'工作 100%"
    root.mkdir()
    (root / "enforcer.toml").write_text('county = "桓台县"\nyear = 2014\n', encoding="utf-8")
    return root


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no quotes in names")
def test_the_crontab_line_runs_this_program_on_this_workspace(enforcer, workspace):
    code, out, err = enforcer("schedule", "--at", "3:05", "--workspace", workspace)
    assert (code, err) == (0, "")
    (line,) = [one for one in out.splitlines() if one.startswith("5 3 * * * ")]
    command = shlex.split(line.removeprefix("5 3 * * * ").replace(r"\%", "%"))
    assert command == [sys.executable, "-m", "enforcer", "nightly", "--workspace", str(workspace)]
    assert 'CONTENT_TYPE="text/plain; charset=UTF-8"' in out
    assert "OnCalendar=*-*-* 03:05:00" in out
    assert [one.name for one in workspace.iterdir()] == ["enforcer.toml"]


@pytest.mark.parametrize("at", ["24:00", "2:60", "半夜", "0230", ""])
def test_a_time_that_is_none_is_refused(enforcer, tmp_path, at):
    (tmp_path / "enforcer.toml").write_text('county = "桓台县"\nyear = 2014\n', encoding="utf-8")
    code, out, err = enforcer("schedule", "--at", at, "--workspace", tmp_path)
    assert (code, out) == (2, "")
    assert "时间应写成02:30这样" in err
