"""All commands as one typer application: each module of the folder `command` is one, named like it."""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Annotated, Any

import typer
from typer.main import get_command

from enforcer import __version__
from enforcer.cli import command
from enforcer.cli.help import ChineseCommand, ChineseGroup, usage_sentence
from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError


class Program(ChineseGroup):
    """The program itself. A command's module is imported when the command is named: a run pays for its own only."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - as typer calls it
        """The names of all commands; a new file in the folder is a new one."""
        return list(_modules())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - as typer calls it
        """The command of that name, None where there is none."""
        if cmd_name in _modules() and cmd_name not in self.commands:
            found = import_module(_modules()[cmd_name])
            alone = typer.Typer(rich_markup_mode=None, add_completion=False)
            alone.command(cmd_name, cls=ChineseCommand, help=tr(found.HELP))(found.run)
            self.commands[cmd_name] = get_command(alone)
        return self.commands.get(cmd_name)

    def summary(self, name: str) -> str:
        """What the command of that name does."""
        return tr(import_module(_modules()[name]).HELP)


@cache
def _modules() -> dict[str, str]:
    """A command's name -> its module."""
    found = (module.name for module in iter_modules(command.__path__))
    return {name.rstrip("_"): f"{command.__name__}.{name}" for name in found}


def application() -> typer.Typer:
    """The application, with every command of the folder."""
    app = typer.Typer(
        cls=Program,
        help=tr("县级行政执法规范化材料工具：生成空白附件，核对填好的表格，说明问题和改法。"),
        rich_markup_mode=None,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(_start)
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
