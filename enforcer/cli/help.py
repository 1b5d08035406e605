"""Help and usage errors in the reader's language; wide characters are counted as two columns."""

import shutil
from difflib import get_close_matches
from typing import Any

from typer.core import TyperCommand, TyperGroup

from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError
from enforcer.domain.sentence import Sentence
from enforcer.verdicts.columns import padded, wrapped

_WIDEST_NAME = 30
PIECES = {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]..."}


class ChineseCommand(TyperCommand):
    """A command whose help is in the language of the run."""

    def get_help(self, ctx: Any) -> str:
        """Usage, what it does, arguments and options."""
        return _help(self, ctx, [])


class ChineseGroup(TyperGroup):
    """The program itself: its help lists the commands."""

    def get_help(self, ctx: Any) -> str:
        """Usage, what it does, and a line for each command."""
        return _help(self, ctx, [(name, self.summary(name)) for name in self.list_commands(ctx)])

    def summary(self, name: str) -> str:
        """What the command of that name does, on one line."""
        raise NotImplementedError

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command named first. Raises EnforcerError for one that does not exist, with the nearest name."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = get_close_matches(args[0], self.list_commands(ctx), 1)
            template = "没有“{name}”这个命令。用 {path} --help 查看全部命令。"
            if near:
                template = "没有“{name}”这个命令，是不是“{near}”？用 {path} --help 查看全部命令。"
            raise EnforcerError(template, name=args[0], near=near, path=ctx.command_path)
        return super().resolve_command(ctx, args)


def _help(command: Any, ctx: Any, commands: list[tuple[str, str]]) -> str:
    pieces = " ".join(
        tr(PIECES[piece]) if piece in PIECES else piece.strip("{}") for piece in command.collect_usage_pieces(ctx)
    )
    lines = [
        tr("用法：{path} {pieces}").format(path=ctx.command_path, pieces=pieces),
        "",
        *wrapped(command.help or "", _width()),
    ]
    arguments, options = [], []
    for parameter in command.get_params(ctx):
        if parameter.param_type_name == "argument":
            arguments.append((parameter.make_metavar(ctx), parameter.help or ""))
        elif not getattr(parameter, "hidden", False):
            record = parameter.get_help_record(ctx)
            text = tr("显示这段帮助") if parameter.name == "help" else parameter.help
            options.append((record[0] if record else "", text or ""))
    options.append(("--lang [zh|en]", tr("显示的语言：中文或英文；也可用环境变量ENFORCER_LANG")))
    for title, rows in ((tr("命令"), commands), (tr("参数"), arguments), (tr("选项"), options)):
        if rows:
            lines += ["", tr("{title}：").format(title=title), *_table(rows)]
    return "\n".join(lines)


def _table(rows: list[tuple[str, str]]) -> list[str]:
    name_width = min(max(len(name) for name, _ in rows), _WIDEST_NAME)
    lines = []
    for name, text in rows:
        parts = wrapped(text, max(_width() - name_width - 4, 20)) or [""]
        if len(name) > name_width:
            lines.append(f"  {name}")
            name = ""  # noqa: PLW2901 - a long name stands on a line of its own
        lines.append(f"  {padded(name, name_width)}  {parts[0]}".rstrip())
        lines += [" " * (name_width + 4) + part for part in parts[1:]]
    return lines


def _width() -> int:
    return min(shutil.get_terminal_size().columns, 100)


def usage_sentence(error: Exception) -> Sentence | None:
    """A mistake in the command's words as a sentence; None for an error of another kind."""
    format_message = getattr(error, "format_message", None)
    if format_message is None:
        return None
    parameter = getattr(error, "param", None)
    name = getattr(parameter, "human_readable_name", "") if parameter is not None else ""
    ctx = getattr(error, "ctx", None)
    values = {
        "name": name or getattr(error, "option_name", ""),
        "path": ctx.command_path if ctx else "enforcer",
        "message": format_message(),
    }
    templates = {
        "NoSuchOption": "没有“{name}”这个选项。用 {path} --help 查看用法。",
        "MissingParameter": "缺少参数{name}。用 {path} --help 查看用法。",
        "BadParameter": "参数{name}的值不对（{message}）。用 {path} --help 查看用法。",
        "Abort": "已中断，没有写出不完整的文件。",
    }
    return Sentence(
        templates.get(type(error).__name__, "命令写得不对（{message}）。用 {path} --help 查看用法。"), values
    )
