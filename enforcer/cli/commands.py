"""All commands as one typer application: each module of the folder `command` is one, named like it."""

from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Annotated

import typer

from enforcer import __version__
from enforcer.cli import command
from enforcer.cli.help import ChineseCommand, ChineseGroup, usage_sentence
from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError


def application() -> typer.Typer:
    """The application with every command of the folder; a new file there is a new command."""
    app = typer.Typer(
        cls=ChineseGroup,
        help=tr("县级行政执法规范化材料工具：生成空白附件，核对填好的表格，说明问题和改法。"),
        rich_markup_mode=None,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(_start)
    for module in iter_modules(command.__path__):
        found = import_module(f"{command.__name__}.{module.name}")
        app.command(module.name.rstrip("_"), cls=ChineseCommand, help=tr(found.HELP))(found.run)
    return app


def _start(
    version: Annotated[bool, typer.Option("--version", help=tr("显示版本"), is_eager=True)] = False,
) -> None:
    if version:
        typer.echo(f"enforcer {__version__}")
        raise typer.Exit


def run(arguments: Sequence[str]) -> int:
    """Runs the command and returns its exit code. Raises EnforcerError for words that make no command."""
    try:
        code = application()(list(arguments) or ["--help"], prog_name="enforcer", standalone_mode=False)
    except Exception as error:
        sentence = usage_sentence(error)
        if sentence is None:
            raise
        raise EnforcerError(sentence.template, **sentence.values) from error
    return code if isinstance(code, int) else 0
