"""enforcer schedule: ready lines that have the system run the night by itself."""

import getpass
import sys
from typing import Annotated

import typer

from enforcer.cli import county, options, screen
from enforcer.cli.wording import tr
from enforcer.verdicts.lines import line, span

HELP = "给出每晚自动运行的现成写法：crontab、systemd、Windows任务计划程序，照抄即可。"


def run(
    at: Annotated[str, typer.Option("--at", metavar="HH:MM", help=tr("每天几点运行"))] = "02:30",
    workspace: options.Workspace = None,
) -> int:
    """Prints the lines for each system; nothing is installed."""
    from enforcer.county.schedule import recipes, time_of  # noqa: PLC0415 - the help of other commands does not pay

    here = county.workspace_of(workspace)
    # By the interpreter's own path: a scheduler knows neither PATH nor virtual environments.
    for recipe in recipes(here.root.absolute(), [sys.executable, "-m", "enforcer"], time_of(at), _user()):
        screen.show([line(span(recipe.name.render(tr), "title")), line(recipe.guide.render(tr)), line("")])
        screen.write("".join(f"{one}\n" for one in recipe.lines))
        screen.show([line("")])
    return 0


def _user() -> str:
    """Who runs this, "" where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
