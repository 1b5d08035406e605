"""enforcer status: who owes what, who was late, what is due next; with --chase whom to ring."""

import json
import shutil
import sys
from typing import Annotated

import typer

from enforcer.cli import options, screen
from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError

HELP = "全县应报事项一览：谁按期、谁迟报、谁逾期、谁缺纸质件或电子版，快到期的有哪些；--chase列出催报名单。"
FORMATS = ("text", "json", "csv")
_PIPED = 100


def run(
    unit: options.OneUnit = None,
    obligation: options.OneObligation = None,
    year: Annotated[
        str | None, typer.Option("--year", metavar=tr("年度"), help=tr("看哪一年度的；不写就看工作文件夹的年度"))
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar=tr("日期"), help=tr("看截至哪一天的情形，如2014-07-16；不写就看今天")),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help=tr("输出格式"))] = "text",
    chase: Annotated[bool, typer.Option("--chase", help=tr("催报名单：还欠什么、从哪天起、找谁、电话"))] = False,
    workspace: options.Workspace = None,
) -> int:
    """Prints the county's standing of a day."""
    from enforcer.cli.county import obligation_of, unit_of, workspace_of  # noqa: PLC0415 - other commands' help is lean
    from enforcer.county.calendar import today  # noqa: PLC0415
    from enforcer.county.status.overview import overview_in  # noqa: PLC0415

    if form not in FORMATS:
        raise EnforcerError("没有“{form}”这种输出格式，可用：{formats}。", form=form, formats=FORMATS)
    place = workspace_of(workspace)
    whole = overview_in(place, options.day_of(as_of) or today(), options.year_of(year))
    overview = whole.narrowed(unit_of(place, unit), obligation_of(place.settings.notice, obligation))
    if form == "json":
        from enforcer.county.status.as_json import status_document  # noqa: PLC0415 - as the other formats: when asked for

        screen.write(json.dumps(status_document(overview, tr), ensure_ascii=False, indent=2) + "\n")
    elif form == "csv":
        from enforcer.county.status.as_csv import chase_csv, status_csv  # noqa: PLC0415

        screen.write((chase_csv if chase else status_csv)(overview, tr))
    elif chase:
        from enforcer.county.status.chase import chase_lines  # noqa: PLC0415

        screen.show(chase_lines(overview, tr))
    else:
        from enforcer.county.status.page import status_lines  # noqa: PLC0415

        columns = shutil.get_terminal_size((_PIPED, 0)).columns if sys.stdout.isatty() else _PIPED
        screen.show(status_lines(overview, columns, tr))
    return 0
