"""enforcer validate: what is wrong with these workbooks, and how to mend it."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from enforcer.cli import county, options, screen, wording
from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError
from enforcer.verdicts import formats, rendered

HELP = (
    "核对填好的附件：列出问题、所在单元格和改法。同一单位同一年度的几个附件放在一起核对；--county再比对各单位。"
    "退出码：0无错误，1有错误，2未能核对。"
)


def run(
    files: Annotated[list[str], typer.Argument(metavar=tr("文件或文件夹..."), help=tr("要核对的表格、文件夹或通配符"))],
    annex: options.Annex = None,
    unit: options.UnitName = None,
    year: options.Year = None,
    as_of: options.AsOf = None,
    workspace: options.Workspace = None,
    compare: Annotated[
        bool,
        typer.Option(
            "--county", help=tr("全县一个文件夹、每个单位一个文件夹：另外比对各单位之间的疑似重复，不计入退出码")
        ),
    ] = False,
    select: Annotated[
        str | None, typer.Option(metavar=tr("代码"), help=tr("只看这些规则，如A3,W001；可只写开头"))
    ] = None,
    ignore: Annotated[str | None, typer.Option(metavar=tr("代码"), help=tr("不看这些规则"))] = None,
    strict: Annotated[bool, typer.Option("--strict", help=tr("有提醒也算不通过（退出码1）"))] = False,
    form: Annotated[str, typer.Option("--format", metavar="|".join(formats()), help=tr("输出格式"))] = "text",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar=tr("文件"), help=tr("写入文件，不显示"))
    ] = None,
    mark: Annotated[
        Path | None, typer.Option("--mark", metavar=tr("文件夹"), help=tr("同时把退改件写到这个文件夹，已有的覆盖"))
    ] = None,
    max_per_rule: Annotated[str | None, typer.Option(metavar="N", help=tr("每个文件里同一规则最多列出几处"))] = None,
) -> int:
    """Validates, prints the verdict, and returns the exit code. In a workspace its roster and settings are known."""
    from enforcer.validation import validate  # noqa: PLC0415 - the help of other commands does not pay for it
    from enforcer.verdicts.grouping import Options  # noqa: PLC0415

    if form not in formats():
        raise EnforcerError("没有“{form}”这种输出格式，可用：{formats}。", form=form, formats=formats())
    shown = Options(options.number_of(max_per_rule, "--max-per-rule"), strict)
    here = county.workspace_if_any(workspace)
    request = {
        "annex": options.annex_of(annex),
        "year": options.year_of(year),
        "as_of": options.day_of(as_of),
        "policy": county.policy(here, options.codes_of(select), options.codes_of(ignore)),
        **county.known(here, unit),
    }
    if compare:
        if unit is not None or len(files) != 1:
            raise EnforcerError("--county后面只写一个文件夹：全县的材料，里面每个单位一个文件夹；不能再指定--unit。")
        from enforcer.validation import validate_county  # noqa: PLC0415 - most runs compare no units

        verdict = validate_county(files[0], **request)
    else:
        verdict = validate(*files, **request)
    if mark is not None:
        from enforcer.validation import Request  # noqa: PLC0415 - as the line below, only for who asks for it
        from enforcer.workbook.marking.writing import write_marked_copies  # noqa: PLC0415

        list(write_marked_copies(verdict, Request(**request).notice, mark, translate=tr, overwrite=True))
    if output is not None:
        screen.save(rendered(verdict, form, shown, tr), output)
    elif form == "text" and sys.stdout.isatty():
        from enforcer.verdicts.as_text import lines_of  # noqa: PLC0415 - as the other formats are: when asked for

        screen.show(lines_of(verdict, shown, wording.tr))
    else:
        screen.write(rendered(verdict, form, shown, tr))
    return verdict.exit_code(strict=strict)
