"""enforcer roster: the list of units, what is wrong with it, and a blank one."""

import json
from pathlib import Path
from typing import Annotated

import typer

from enforcer.cli import county, options, screen
from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError
from enforcer.verdicts.lines import line

HELP = "单位名录：check检查重复、写错和接不上的地方（退出码：0无错误，1有错误），list列出单位，blank生成空白名录。"
ACTIONS = ("check", "list", "blank")
FORMATS = ("text", "json")


def run(
    action: Annotated[str, typer.Argument(metavar="|".join(ACTIONS), help=tr("做什么"))],
    file: Annotated[
        Path | None, typer.Argument(metavar=tr("[文件]"), help=tr("名录文件；不写就是工作文件夹里的roster.xlsx"))
    ] = None,
    workspace: options.Workspace = None,
    form: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help=tr("输出格式"))] = "text",
    strict: Annotated[bool, typer.Option("--strict", help=tr("有提醒也算不通过（退出码1）"))] = False,
    force: Annotated[bool, typer.Option("--force", help=tr("已有同名文件时覆盖"))] = False,
) -> int:
    """Checks or lists the roster, or writes a blank one. Raises EnforcerError where it cannot be read."""
    if action not in ACTIONS:
        raise EnforcerError("没有“roster {action}”，可以写：{actions}。", action=action, actions=ACTIONS)
    if form not in FORMATS:
        raise EnforcerError("没有“{form}”这种输出格式，可用：{formats}。", form=form, formats=FORMATS)
    return _blank(file, workspace, force=force) if action == "blank" else _seen(action, file, workspace, form, strict)


def _seen(action: str, file: Path | None, workspace: Path | None, form: str, strict: bool) -> int:
    from enforcer.county.roster.pages import check_lines, document, unit_lines  # noqa: PLC0415
    from enforcer.county.roster.units import check_roster  # noqa: PLC0415 - the help of other commands does not pay for it

    found = county.workspace_of(workspace) if file is None else county.workspace_if_any(workspace)
    settings = county.settings_of(found)
    checked = check_roster(found.roster_file if file is None and found else file or Path(), settings.county)
    if form == "json":
        plain = document(checked, settings.notice.number, tr)
        screen.write(json.dumps(plain, ensure_ascii=False, indent=2) + "\n")
    elif action == "list":
        screen.show(unit_lines(checked.roster.units, tr))
    else:
        screen.show(check_lines(checked, tr))
    if action == "list":
        return 0
    return 1 if checked.errors or (strict and checked.faults) else 0


def _blank(file: Path | None, workspace: Path | None, *, force: bool) -> int:
    from enforcer.county.workspace import ROSTER_FILE  # noqa: PLC0415 - see above
    from enforcer.workbook.atomic import written_atomically  # noqa: PLC0415
    from enforcer.workbook.roster.writing import roster_bytes  # noqa: PLC0415

    found = county.workspace_if_any(workspace)
    settings = county.settings_of(found)
    path = file or (found.roster_file if found else Path(ROSTER_FILE))
    with written_atomically(path, overwrite=force) as temporary:
        temporary.write_bytes(roster_bytes(settings.county, settings.notice.issued))
    screen.show([line(tr("已生成 {path}").format(path=path))])
    return 0
