"""enforcer generate: blank annex workbooks that know themselves."""

from pathlib import Path
from typing import Annotated

import typer

from enforcer.cli import options, screen
from enforcer.cli.wording import tr
from enforcer.verdicts.lines import line

HELP = "生成空白附件：表头、填表说明、下拉选项和打印设置都已做好。不写附件号就生成全部四个。"


def run(
    annexes: Annotated[
        list[str] | None, typer.Argument(metavar=tr("[1 2 3 4]"), help=tr("附件号；不写就是全部四个"))
    ] = None,
    unit: options.UnitName = None,
    year: options.Year = None,
    output: Annotated[Path, typer.Option("-o", "--output", metavar=tr("文件夹"), help=tr("写到哪个文件夹"))] = Path(),
    rows: Annotated[str | None, typer.Option("--rows", metavar="N", help=tr("留几行；附件3是留几个违法行为"))] = None,
    force: Annotated[bool, typer.Option("--force", help=tr("已有同名文件时覆盖"))] = False,
) -> int:
    """Writes one workbook an annex and prints their paths; nothing is overwritten without --force."""
    from enforcer.forms import ANNEXES, load_form  # noqa: PLC0415 - the help of other commands does not pay for it
    from enforcer.notices import load_notice  # noqa: PLC0415
    from enforcer.workbook.blank import write_blank  # noqa: PLC0415
    from enforcer.workbook.naming import blank_name  # noqa: PLC0415

    numbers = [number for text in annexes or map(str, ANNEXES) if (number := options.annex_of(text))]
    asked = options.year_of(year)
    entries = options.number_of(rows, "--rows")
    notice = load_notice()
    for number in dict.fromkeys(numbers):
        form = load_form(number)
        path = output / blank_name(form, unit, asked)
        write_blank(form, notice, path, unit=unit, year=asked, rows=entries, force=force)
        screen.show([line(tr("已生成 {path}").format(path=path))])
    return 0
