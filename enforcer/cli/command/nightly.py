"""enforcer nightly: what is new in the inbox, who owes what, what changed; for cron."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from enforcer.cli import county, options, screen, wording
from enforcer.cli.wording import tr

HELP = (
    "夜间核对：接收inbox里新的和改过的文件，列出谁该报未报、比上次变了什么，发提醒。退出码：0无错误，1有错误，2未办完。"
)


def run(
    workspace: options.Workspace = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar=tr("日期"), help=tr("当作哪一天的夜间核对，如2014-07-16；不写是今天")),
    ] = None,
    jobs: Annotated[
        str | None, typer.Option("--jobs", metavar="N", help=tr("用几个进程读文件；文件很多时用得上"))
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=tr("只看会发哪些提醒、有哪些新文件；不接收、不发信、不记账"))
    ] = False,
) -> int:
    """Runs one night, prints its page, and returns the exit code."""
    from enforcer.county.calendar import now, today  # noqa: PLC0415 - the help of other commands does not pay for it
    from enforcer.county.night.page import foreseen_lines, page_lines  # noqa: PLC0415
    from enforcer.nightly import Asked, foreseen, nightly  # noqa: PLC0415

    here = county.workspace_of(workspace)
    asked = Asked(
        options.day_of(as_of) or today(), now(), options.number_of(jobs, "--jobs") or 1, wording.language(), tr
    )
    if dry_run:
        screen.show(foreseen_lines(foreseen(here, asked), tr))
        return 0
    with _progress() as progress:
        outcome = nightly(here, asked, progress)
    screen.show(page_lines(outcome, tr))
    return outcome.exit_code()


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal; in cron nothing."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console  # noqa: PLC0415 - cron never pays for it
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(tr("接收"), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
