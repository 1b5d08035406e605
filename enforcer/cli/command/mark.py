"""enforcer mark: each unit's own workbook back, with the wrong cells marked."""

from pathlib import Path
from typing import Annotated

import typer

from enforcer.cli import county, options, screen
from enforcer.cli.wording import tr
from enforcer.verdicts.lines import line

HELP = "生成退改件：在原表的副本上标出问题，加批注和审核意见页；原文件不动。没有问题的不生成。"


def run(
    files: Annotated[list[str], typer.Argument(metavar=tr("文件或文件夹..."), help=tr("要标注的表格、文件夹或通配符"))],
    output: Annotated[Path, typer.Option("-o", "--output", metavar=tr("文件夹"), help=tr("写到哪个文件夹"))] = Path(),
    annex: options.Annex = None,
    unit: options.UnitName = None,
    year: options.Year = None,
    as_of: options.AsOf = None,
    workspace: options.Workspace = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar=tr("日期"), help=tr("请单位在哪天前重新报送，如2014-07-25"))
    ] = None,
    contact: Annotated[
        str, typer.Option("--contact", metavar=tr("文字"), help=tr("有疑问问谁：姓名、电话，写进审核意见"))
    ] = "",
    force: Annotated[bool, typer.Option("--force", help=tr("已有同名文件时覆盖"))] = False,
) -> int:
    """Writes a marked copy of each workbook that has something to mend, and prints where.

    In a workspace the roster, the county's policy for rules and its contact are known.
    """
    from enforcer.validation import Request, validate  # noqa: PLC0415 - the help of other commands does not pay for it
    from enforcer.workbook.marking.writing import write_marked_copies  # noqa: PLC0415

    day = options.day_of(due)
    here = county.workspace_if_any(workspace)
    request = {
        "annex": options.annex_of(annex),
        "year": options.year_of(year),
        "as_of": options.day_of(as_of),
        "policy": county.policy(here, (), ()),
        **county.known(here, unit),
    }
    verdict = validate(*files, **request)
    notice = Request(**request).notice
    contact = contact or (here.settings.contact if here else "")
    copies = write_marked_copies(verdict, notice, output, due_day=day, contact=contact, translate=tr, overwrite=force)
    for name, path in copies:
        if path is None:
            screen.show([line(tr("没有需要修改的地方，未生成：{name}").format(name=name))])
        else:
            screen.show([line(tr("已生成 {path}").format(path=path))])
    return 0
