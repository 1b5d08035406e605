"""enforcer receive: what a unit brought is examined, kept, put on record and receipted."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from enforcer.cli import county, options, screen, wording
from enforcer.cli.wording import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enforcer.county.intake.desk import Receipted
    from enforcer.county.intake.taking_in import Taken

HELP = "接收材料：核对、保存原件、记入台账、出回执。只收到盖章纸质件用 --paper，零报告用 --nil。"
NOT_DONE = 2


def run(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar=tr("[文件...]"), help=tr("收到的文件、文件夹或通配符；只收到纸质件的不写")),
    ] = None,
    unit: options.UnitName = None,
    obligation: options.OneObligation = None,
    year: options.Year = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar=tr("日期"), help=tr("收到的日期，如2014-06-28；不写是今天"))
    ] = None,
    paper: Annotated[bool, typer.Option("--paper", help=tr("收到了加盖公章的纸质件"))] = False,
    nil: Annotated[bool, typer.Option("--nil", help=tr("零报告：没有这方面的内容"))] = False,
    by: Annotated[str, typer.Option("--by", metavar=tr("姓名"), help=tr("经手人"))] = "",
    note: Annotated[str, typer.Option("--note", metavar=tr("文字"), help=tr("备注，记入台账和回执"))] = "",
    workspace: options.Workspace = None,
) -> int:
    """Receives, prints each receipt as soon as it is on record, and returns 0, or 2 where something was refused."""
    from enforcer.cli.acknowledging import lines_across, lines_of  # noqa: PLC0415 - the help of other commands does not pay
    from enforcer.county.calendar import today  # noqa: PLC0415
    from enforcer.county.intake.across import cross_examine_now  # noqa: PLC0415
    from enforcer.county.intake.opening import desk_at  # noqa: PLC0415
    from enforcer.county.intake.taking_in import Said, receive, receive_without_file  # noqa: PLC0415
    from enforcer.workbook.paths import find_files  # noqa: PLC0415

    here = county.workspace_of(workspace)
    said = Said(
        unit=county.unit_of(here, unit),
        obligation=county.obligation_of(here.settings.notice, obligation),
        year=options.year_of(year),
        on=options.day_of(on),
        paper=paper,
        nil=nil,
        by=by,
        note=note,
        language=wording.language(),
    )
    day = today()
    paths = find_files(files) if files else ()
    with desk_at(here, tr) as desk:
        taken: Iterable[Taken]
        taken = receive(desk, paths, said, day) if paths else [receive_without_file(desk, said, day)]
        is_done = True
        touched: dict[tuple[str, int], Receipted] = {}
        for one in taken:
            screen.show(lines_of(one, here, tr))
            sys.stdout.flush()  # a number that was handed out is known, whatever happens next
            is_done = is_done and one.is_done
            touched.update(((made.receipt.unit, made.part.year), made) for made in one.receipts)
        for made in touched.values():
            verdict = cross_examine_now(desk, made.part.unit, made.part.year, made.receipt.day)
            screen.show(lines_across(made.part, verdict, tr))
    return 0 if is_done else NOT_DONE
