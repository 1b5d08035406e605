"""Lines that have a system run the night by itself: crontab, a systemd timer, the Windows Task Scheduler."""

import re
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from enforcer.domain.errors import EnforcerError
from enforcer.domain.sentence import Sentence

_TIME = r"([01]?[0-9]|2[0-3]):([0-5][0-9])"
_UNIT = "enforcer-nightly"
# What schtasks takes at most after /TR.
_LONGEST_TASK = 261
_OF_CMD = "&|<>()^"


class Time(NamedTuple):
    """An hour and a minute of the day, on the computer's clock."""

    hour: int
    minute: int

    def __str__(self) -> str:
        """02:30."""
        return f"{self.hour:02d}:{self.minute:02d}"


class Recipe(NamedTuple):
    """One system's way: its name, what to do with the lines, the lines."""

    name: Sentence
    guide: Sentence
    lines: tuple[str, ...]


def time_of(text: str) -> Time:
    """02:30 or 2:30. Raises EnforcerError."""
    hit = re.fullmatch(_TIME, text.strip())
    if hit is None:
        raise EnforcerError("时间应写成02:30这样（0:00至23:59），不能是“{text}”。", text=text)
    return Time(int(hit[1]), int(hit[2]))


def recipes(workspace: Path, program: Sequence[str], at: Time, user: str = "") -> tuple[Recipe, ...]:
    """The lines for each system. `program` starts the program, `workspace` is absolute; both may hold any character.

    `user` is whose the workspace is: a systemd service would be root's. Raises EnforcerError for a path with a line
    break or control character, which no such line can hold.
    """
    command = [*program, "nightly", "--workspace", str(workspace)]
    if any(not one.isprintable() for part in command for one in part):
        raise EnforcerError(
            "工作文件夹的路径“{path}”里有控制字符，不能写进计划任务。请换一个文件夹名。", path=workspace
        )
    return (_crontab(command, at), _systemd(command, at, user), _windows(command, at))


def _crontab(command: Sequence[str], at: Time) -> Recipe:
    # In a crontab a bare % ends the command, and quotes do not protect it.
    line = f"{at.minute} {at.hour} * * * {shlex.join(command)}".replace("%", r"\%")
    return Recipe(
        Sentence("crontab：Linux和macOS"),
        Sentence("运行 crontab -e，加入下面几行；MAILTO写收信人，每天早上就会收到这一页。没有变化也会发。"),
        ("MAILTO=fzb@example.org", 'CONTENT_TYPE="text/plain; charset=UTF-8"', line),
    )


def _systemd(command: Sequence[str], at: Time, user: str) -> Recipe:
    # systemd reads % and $ in a command itself; doubled, they are plain.
    quoted = " ".join(_systemd_word(part) for part in command)
    return Recipe(
        Sentence("systemd：新一些的Linux"),
        Sentence("存成下面两个文件，再运行 systemctl enable --now {unit}.timer。", {"unit": _UNIT}),
        (
            f"# /etc/systemd/system/{_UNIT}.service",
            "[Service]",
            "Type=oneshot",
            *([f"User={user.replace('%', '%%')}"] if user else []),
            # 1 says that there are open errors, as there mostly are: that is no failure of the service.
            "SuccessExitStatus=1",
            f"ExecStart={quoted}",
            "",
            f"# /etc/systemd/system/{_UNIT}.timer",
            "[Timer]",
            f"OnCalendar=*-*-* {at}:00",
            "Persistent=true",
            "",
            "[Install]",
            "WantedBy=timers.target",
        ),
    )


def _systemd_word(word: str) -> str:
    plain = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{plain}"'


def _windows(command: Sequence[str], at: Time) -> Recipe:
    name, guide = Sentence("Windows：任务计划程序"), Sentence("以管理员身份打开命令提示符（cmd），粘贴下面一行。")
    # Quoted twice: the task's own command is one word of the command that makes the task.
    task = subprocess.list2cmdline(command)
    if len(task) > _LONGEST_TASK or task.count("%") > 1:
        guide = Sentence(
            "工作文件夹或程序的路径太长，或者有两个百分号，任务计划程序接受不了。"
            "请把工作文件夹移到短一些的路径下，再运行一次 enforcer schedule。"
        )
        return Recipe(name, guide, ())
    words = ["schtasks", "/Create", "/TN", _UNIT, "/SC", "DAILY", "/ST", str(at), "/TR", task]
    return Recipe(name, guide, (_for_cmd(subprocess.list2cmdline(words)),))


def _for_cmd(line: str) -> str:
    """The line with ^ before what cmd would read itself: it counts every quote, also those behind a backslash."""
    quoted, made = False, []
    for one in line:
        if one == '"':
            quoted = not quoted
        made.append(f"^{one}" if one in _OF_CMD and not quoted else one)
    return "".join(made)
