"""enforcer init: the folder that a county office works in."""

from pathlib import Path
from typing import Annotated

import typer

from enforcer.cli import options, screen
from enforcer.cli.wording import tr
from enforcer.verdicts.lines import line, span

HELP = "建县法制办的工作文件夹：设置、单位名录、收件发件存档的文件夹、台账和使用说明。"


def run(
    folder: Annotated[Path, typer.Argument(metavar=tr("文件夹"), help=tr("在哪里建；没有的会新建"))],
    county: Annotated[str, typer.Option("--county", metavar=tr("县"), help=tr("县（区、市）的名称，如桓台县"))] = "",
    year: Annotated[str | None, typer.Option("--year", metavar=tr("年度"), help=tr("现在办理哪一年度"))] = None,
    notice: Annotated[
        Path | None, typer.Option("--notice", metavar=tr("文件"), help=tr("另一份通知的文件；不写就用自带的通知"))
    ] = None,
    office: Annotated[
        str, typer.Option("--office", metavar=tr("名称"), help=tr("法制机构的名称；不写就照通知里的"))
    ] = "",
) -> int:
    """Founds the workspace and says what comes next. Nothing that exists is changed."""
    from datetime import datetime  # noqa: PLC0415 - the help of other commands does not pay for it
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    from enforcer.county.calendar import ZONE  # noqa: PLC0415
    from enforcer.county.founding import README_FILE, found  # noqa: PLC0415

    now = datetime.now(ZoneInfo(ZONE))
    made = found(folder, now, county=county, office=office, year=options.year_of(year), notice=notice)
    settings = made.settings
    screen.show(
        [
            line(span(tr("已建成工作文件夹 {path}").format(path=made.root), "good")),
            line(
                tr("{county}，{year}年度，依据{number}").format(
                    county=settings.county, year=settings.year, number=settings.notice.number
                )
            ),
            line(tr("下一步：把各单位填进 {path}，再运行 enforcer roster check").format(path=made.roster_file)),
            line(tr("怎么用、怎么备份，见 {path}").format(path=made.root / README_FILE)),
        ]
    )
    return 0
