"""enforcer report: the county report as web page, workbook, document, Markdown and JSON."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from enforcer.cli import county, options, screen, wording
from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError

if TYPE_CHECKING:
    from datetime import date

    from enforcer.county.standing import Standing
    from enforcer.county.workspace import Workspace

HELP = "全县报告：一页纸、应报事项总表、材料质量、裁量、人员、疑似多头执法、事实清单、各单位页；写到reports里。"


def run(
    year: Annotated[
        str | None, typer.Option("--year", metavar=tr("年度"), help=tr("报告哪一年度；不写就是工作文件夹的年度"))
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar=tr("日期"),
            help=tr("截至哪一天，如2014-12-31；不写的，往年的截至当年12月31日，本年的截至今天"),
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="html,xlsx,docx,md,json", help=tr("哪些格式，用逗号隔开；不写就全部")),
    ] = None,
    folder: Annotated[
        Path | None, typer.Option("-o", "--output", metavar=tr("文件夹"), help=tr("写到哪里；不写就是reports/年度"))
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar=tr("文件夹"), help=tr("没有台账时，直接用一个文件夹里的表格，里面每个单位一个文件夹")
        ),
    ] = None,
    template: Annotated[
        bool, typer.Option("--template", help=tr("只把docx的模板存到工作文件夹，改好样式后以后都用它"))
    ] = False,
    force: Annotated[bool, typer.Option("--force", help=tr("已有的模板，覆盖它"))] = False,
    workspace: options.Workspace = None,
) -> int:
    """Writes the report and says where."""
    place = county.workspace_if_any(workspace) if source is not None else county.workspace_of(workspace)
    if template:
        return _save_template(place or county.workspace_of(workspace), force)
    forms = _forms(form)
    wanted, day = options.year_of(year), options.day_of(as_of)
    from enforcer.reports.publishing import own_template, publish, report_on  # noqa: PLC0415 - the help does not pay

    known = _standing(place, source, wanted, day)
    kept = place.reports if place is not None and source is None else Path.cwd() / "reports"
    made = report_on(known, kept / str(known.year), wording.language())
    own = own_template(place, wording.language()) if place is not None else None
    written = publish(made, folder or kept / str(known.year), forms, own)
    from enforcer.verdicts.lines import line  # noqa: PLC0415

    screen.show(line(one.render(tr)) for one in made.summary.sentences)
    screen.show(line(tr("已写出：{path}").format(path=one)) for one in written)
    return 0


def _forms(text: str | None) -> tuple[str, ...]:
    """The formats asked for, all where none are. Raises EnforcerError."""
    from enforcer.reports.formats import formats  # noqa: PLC0415

    if text is None:
        return formats()
    names = [one.strip().lower() for one in text.replace("，", ",").split(",") if one.strip()]
    for name in names:
        if name not in formats():
            raise EnforcerError("没有“{form}”这种输出格式，可用：{formats}。", form=name, formats=formats())
    if not names:
        raise EnforcerError("--format后面没有写格式，可用：{formats}。", formats=formats())
    return tuple(dict.fromkeys(names))


def _standing(place: "Workspace | None", source: Path | None, year: int | None, day: "date | None") -> "Standing":
    """The county by its ledger, or by a folder of workbooks."""
    from datetime import date  # noqa: PLC0415

    from enforcer.county.calendar import today  # noqa: PLC0415

    settings = county.settings_of(place)
    wanted = settings.year if year is None else year
    until = day or min(today(), date(wanted, 12, 31))
    if source is None:
        from enforcer.county.standing import standing_in  # noqa: PLC0415

        if place is None:
            raise EnforcerError("没有工作文件夹。")
        return standing_in(place, until, wanted)
    from enforcer.county.folder import standing_of_folder  # noqa: PLC0415

    roster = place.roster if place is not None and place.roster_file.is_file() else None
    return standing_of_folder(source, wanted, until, settings.notice, settings, roster=roster)


def _save_template(place: "Workspace", force: bool) -> int:
    """The shipped .docx template into the workspace, for the office to restyle."""
    from enforcer.reports.docx.template import name_of, shipped  # noqa: PLC0415
    from enforcer.workbook.atomic import written_atomically  # noqa: PLC0415

    path = place.root / name_of(wording.language())
    with written_atomically(path, overwrite=force) as temporary:
        temporary.write_bytes(shipped(wording.language()))
    from enforcer.verdicts.lines import line  # noqa: PLC0415

    screen.show([line(tr("已写出：{path}").format(path=path))])
    return 0
