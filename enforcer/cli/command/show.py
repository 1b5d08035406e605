"""enforcer show: how the program read a workbook."""

from typing import Annotated

import typer

from enforcer.cli import county, options, screen
from enforcer.cli.wording import tr

HELP = "说明程序怎样读这个表格：识别为哪个附件、哪一栏对应什么、推定了什么、跳过了哪些行。"


def run(
    files: Annotated[list[str], typer.Argument(metavar=tr("文件或文件夹..."), help=tr("要查看的表格"))],
    annex: options.Annex = None,
    unit: options.UnitName = None,
    year: options.Year = None,
    workspace: options.Workspace = None,
    rows: Annotated[str | None, typer.Option("--rows", metavar="N", help=tr("显示前几行"))] = None,
) -> int:
    """Prints how each workbook was read; reading goes as far as it can, faults are validate's business."""
    from enforcer.validation import Request, read_file  # noqa: PLC0415 - the help of other commands does not pay for it
    from enforcer.verdicts.reading_page import SHOWN_ROWS, lines_of  # noqa: PLC0415
    from enforcer.workbook.paths import find_files  # noqa: PLC0415

    most = options.number_of(rows, "--rows") or SHOWN_ROWS
    known = county.known(county.workspace_if_any(workspace), unit)
    request = Request(annex=options.annex_of(annex), year=options.year_of(year), **known)
    for path in find_files(files):
        for readings in read_file(path, request):
            for reading in readings:
                screen.show(lines_of(reading, tr, most))
    return 0
