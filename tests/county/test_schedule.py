"""Lines that have a system run the night: read as each system reads them, they are the command that was meant."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.county.schedule import Time, recipes, time_of
from enforcer.domain.errors import EnforcerError

AT = Time(2, 30)
PYTHON = "/opt/程序 甲/bin/python"
AWKWARD = '/srv/桓台 法制办\'s "区"/50% $HOME `x` \\n&;|<>(){}*?~#!'


def lines_of(system, workspace, program=(PYTHON, "-m", "enforcer"), user=""):
    (recipe,) = [one for one in recipes(Path(workspace), program, AT, user) if system in one.name.render()]
    return recipe.lines


def command_of(workspace):
    return [PYTHON, "-m", "enforcer", "nightly", "--workspace", str(Path(workspace))]


def read_by_systemd(line):
    """ExecStart as systemd reads it: quoted words, backslashes, %% and $$; a lone one would mean something."""
    words = []
    for quoted in re.fullmatch(r'ExecStart=((?:"(?:[^"\\]|\\.)*" ?)+)', line)[1].split('" "'):
        word = re.sub(r"\\(.)", r"\1", quoted.strip().removeprefix('"').removesuffix('"'))
        assert not re.search(r"(?<!%)%(?:%%)*(?!%)", word)
        assert not re.search(r"(?<!\$)\$(?:\$\$)*(?!\$)", word)
        words.append(word.replace("%%", "%").replace("$$", "$"))
    return words


def read_by_cmd(line):
    """What cmd hands on: carets outside quotes are taken off; nothing that it would act on may stand there bare."""
    quoted, handed, escaped = False, [], False
    for one in line:
        if escaped:
            handed.append(one)
            escaped = False
        elif one == "^" and not quoted:
            escaped = True
        else:
            assert quoted or one not in "&|<>()"
            quoted ^= one == '"'
            handed.append(one)
    return "".join(handed)


def read_by_windows(line):
    """The words of a command line by the rules of CommandLineToArgvW."""
    words, word, quoted, begun, place = [], "", False, False, 0
    while place < len(line):
        slashes = len(line[place:]) - len(line[place:].lstrip("\\"))
        if slashes:
            place += slashes
            if line[place : place + 1] == '"':
                word += "\\" * (slashes // 2)
                if slashes % 2:
                    word += '"'
                    place += 1
            else:
                word += "\\" * slashes
            begun = True
        elif line[place] == '"':
            quoted, begun, place = not quoted, True, place + 1
        elif line[place] in " \t" and not quoted:
            words += [word] if begun else []
            word, begun, place = "", False, place + 1
        else:
            word, begun, place = word + line[place], True, place + 1
    return [*words, word] if begun else words


@pytest.mark.skipif(sys.platform == "win32", reason="cron's shell is POSIX's")
@pytest.mark.parametrize("workspace", [AWKWARD, "/srv/桓台", "/srv/a b/it's", "/srv/100%/%%"])
def test_cron_s_shell_runs_the_command_that_was_meant(workspace):
    shows = "import sys; print(sys.argv[1:])"
    mail, encoding, line = lines_of("crontab", workspace, (sys.executable, "-c", shows))
    assert mail.startswith("MAILTO=")
    assert "UTF-8" in encoding
    minute, hour, *every, command = line.split(" ", 5)
    assert (minute, hour, every) == ("30", "2", ["*", "*", "*"])
    assert not re.search(r"(?<!\\)%", command), "a bare % ends a crontab's command"
    done = subprocess.run(
        ["/bin/sh", "-c", command.replace(r"\%", "%")],
        check=True,
        capture_output=True,
        env={"PYTHONUTF8": "1", "HOME": "/"},
    )
    assert done.stdout.decode("utf-8").strip() == str(["nightly", "--workspace", workspace])


@given(st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="/"), min_size=1))
def test_systemd_reads_every_path_as_it_is(name):
    (line,) = [one for one in lines_of("systemd", f"/srv/{name}") if one.startswith("ExecStart=")]
    assert read_by_systemd(line) == command_of(f"/srv/{name}")


def test_systemd_runs_it_daily_as_the_one_whose_the_workspace_is_and_takes_1_for_no_failure():
    lines = lines_of("systemd", AWKWARD, user="100%王")
    assert "User=100%%王" in lines
    assert "SuccessExitStatus=1" in lines
    assert "OnCalendar=*-*-* 02:30:00" in lines
    assert not [one for one in lines_of("systemd", AWKWARD) if one.startswith("User=")]


@pytest.mark.parametrize("workspace", ["/共享/桓台 法制办", "/a&b (1)/x^y", "/100%", "/末尾\\", "/it's"])
def test_windows_reads_the_task_and_the_task_s_own_command(workspace):
    (line,) = lines_of("Windows", workspace)
    words = read_by_windows(read_by_cmd(line))
    assert words[:-1] == [
        "schtasks", "/Create", "/TN", "enforcer-nightly", "/SC", "DAILY", "/ST", "02:30", "/TR"
    ]  # fmt: skip
    assert read_by_windows(words[-1]) == command_of(workspace)


@pytest.mark.parametrize("workspace", ["/" + "长" * 260, "/%TEMP%/桓台"])
def test_what_the_windows_scheduler_cannot_hold_is_said_and_no_line_is_given(workspace):
    (recipe,) = [one for one in recipes(Path(workspace), [PYTHON], AT) if "Windows" in one.name.render()]
    assert recipe.lines == ()
    assert "请把工作文件夹移到短一些的路径下" in recipe.guide.render()


@pytest.mark.parametrize("bad", ["/a\nb", "/a\rb", "/a\x00b", "/a\u202eb"])
def test_a_path_that_would_break_a_line_is_refused(bad):
    with pytest.raises(EnforcerError, match="控制字符"):
        recipes(Path(bad), [PYTHON], AT)


@pytest.mark.parametrize(
    ("text", "time"), [("2:30", "02:30"), ("02:30", "02:30"), (" 23:59 ", "23:59"), ("0:00", "00:00")]
)
def test_a_time_is_read_and_written_in_full(text, time):
    assert str(time_of(text)) == time


@pytest.mark.parametrize("text", ["24:00", "2:60", "2", "2:3", "", "两点", "02:30:00", "-1:00", "２:３０"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(EnforcerError, match="时间应写成02:30这样"):
        time_of(text)
