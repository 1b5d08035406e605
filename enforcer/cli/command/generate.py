"""enforcer generate: blank annex workbooks that know themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from enforcer.cli import county, options, screen
from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError
from enforcer.verdicts.lines import Line, line, span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from enforcer.county.blanks import Blanks
    from enforcer.domain.notice import Notice

HELP = "生成空白附件：填写时自行检查，填表说明、下拉选项、自检和打印设置都已做好。不写附件号就生成全部四个。"


def run(
    annexes: Annotated[
        list[str] | None, typer.Argument(metavar=tr("[1 2 3 4]"), help=tr("附件号；不写就是全部四个"))
    ] = None,
    unit: options.UnitName = None,
    year: options.Year = None,
    output: Annotated[Path, typer.Option("-o", "--output", metavar=tr("文件夹"), help=tr("写到哪个文件夹"))] = Path(),
    rows: Annotated[str | None, typer.Option("--rows", metavar="N", help=tr("留几行；附件3是留几个违法行为"))] = None,
    prefill: Annotated[
        str | None, typer.Option("--prefill", metavar=tr("文件"), help=tr("带入去年报送的表格，只改变化的"))
    ] = None,
    everyone: Annotated[
        bool, typer.Option("--all", help=tr("给名录里每个单位生成它该填的附件，放进outbox里各单位的文件夹"))
    ] = False,
    workspace: options.Workspace = None,
    force: Annotated[bool, typer.Option("--force", help=tr("已有同名文件时覆盖"))] = False,
) -> int:
    """Writes one workbook an annex and prints their paths; nothing is overwritten without --force.

    In a workspace the county is the workspace's, the year too unless another is asked for, and the unit the roster's.
    """
    from enforcer.forms import ANNEXES, load_form  # noqa: PLC0415 - the help of other commands does not pay for it
    from enforcer.notices import load_notice  # noqa: PLC0415
    from enforcer.workbook.blank import write_blank  # noqa: PLC0415
    from enforcer.workbook.naming import blank_name  # noqa: PLC0415

    numbers = list(dict.fromkeys(number for text in annexes or () if (number := options.annex_of(text))))
    asked = options.year_of(year)
    entries = options.number_of(rows, "--rows")
    if everyone:
        if unit is not None or prefill is not None:
            raise EnforcerError("--all是给名录里每个单位生成，不能同时写--unit或--prefill。")
        if output != Path():
            raise EnforcerError("--all写进工作文件夹的outbox，不能同时写--output。")
        return _for_everyone(workspace, numbers, asked, entries, force=force)
    here = county.workspace_if_any(workspace)
    notice = here.settings.notice if here else load_notice()
    if here is not None:
        asked = asked or here.settings.year
        found = county.unit_of(here, unit) if here.roster.units else None
        unit = found.name if found else unit
    if prefill is not None:
        return _prefilled(prefill, numbers, notice, unit, asked, output, entries, force=force)
    for number in numbers or ANNEXES:
        form = load_form(number)
        path = output / blank_name(form, unit, asked)
        write_blank(form, notice, path, unit=unit, year=asked, rows=entries, force=force)
        screen.show([line(tr("已生成 {path}").format(path=path))])
    return 0


def _for_everyone(
    workspace: Path | None, annexes: Sequence[int], year: int | None, rows: int | None, *, force: bool
) -> int:
    """The blanks that each unit of the roster owes, and a short account of them."""
    from enforcer.county.blanks import write_blanks  # noqa: PLC0415 - few runs write for all

    found = county.workspace_of(workspace)
    made = list(write_blanks(found, year or found.settings.year, annexes, rows=rows, force=force))
    screen.show(_account(made, found.outbox))
    return 0


def _account(made: Sequence[Blanks], outbox: Path) -> Iterator[Line]:
    """How many files and where; which stayed; which units get none of some annex, and why."""
    written = sum(len(one.written) for one in made)
    units = sum(bool(one.written) for one in made)
    kept = sum(len(one.kept) for one in made)
    if written:
        said = tr("已给{units}个单位生成{written}个空白附件，在 {path} 里各单位的文件夹")
        yield line(span(said.format(units=units, written=written, path=outbox), "good"))
    else:
        yield line(tr("没有新生成的空白附件"))
    if kept:
        yield line(tr("{count}个文件已经有了，没有覆盖；确要覆盖请加 --force").format(count=kept))
    reasons: dict[tuple[str, str], list[str]] = {}
    for one in made:
        by_reason: dict[str, list[str]] = {}
        for left in one.left:
            by_reason.setdefault(left.reason.render(tr), []).append(tr("附件{annex}").format(annex=left.annex))
        if one.reporter:
            by_reason[tr("由{reporter}报送").format(reporter=one.reporter)] = [tr("任何附件")]
        for reason, names in by_reason.items():
            reasons.setdefault((tr("、").join(names), reason), []).append(one.unit.name)
    for (annexes, reason), listed in reasons.items():
        said = tr("不生成{annexes}（{reason}）：{units}")
        yield line(said.format(annexes=annexes, reason=reason, units=tr("、").join(listed)))


def _prefilled(
    file: str,
    annexes: Sequence[int],
    notice: Notice,
    unit: str | None,
    year: int | None,
    output: Path,
    rows: int | None,
    *,
    force: bool,
) -> int:
    """One workbook with what last year's holds, and what of it did not come along."""
    from enforcer.forms import load_form  # noqa: PLC0415 - see above
    from enforcer.validation import Request, read_file  # noqa: PLC0415
    from enforcer.workbook.blank import write_blank  # noqa: PLC0415
    from enforcer.workbook.blank.prefill import brought_by, choose  # noqa: PLC0415
    from enforcer.workbook.naming import blank_name  # noqa: PLC0415
    from enforcer.workbook.paths import find_files  # noqa: PLC0415

    if len(annexes) > 1:
        raise EnforcerError("--prefill一次只能带入一个附件。请只写一个附件号。")
    readings = [
        one for path in find_files([file]) for found in read_file(path, Request(notice=notice)) for one in found
    ]
    reading = choose(readings, next(iter(annexes), None), file)
    form = load_form(reading.annex or 0)
    brought = brought_by(reading, form, notice.county, unit)
    path = output / blank_name(form, brought.unit, year)
    write_blank(form, notice, path, unit=brought.unit, year=year, rows=rows, prefill=brought.prefill, force=force)
    said = [tr("已生成 {path}").format(path=path)]
    said.append(tr("从“{file}”带入{rows}行；年度、文号和日期没有带入，请填今年的").format(file=file, rows=brought.rows))
    if reading.nil is not None:
        said.append(tr("那一年是零报告，没有可以带入的行"))
    if brought.left_behind:
        said.append(
            tr("有{count}格没有带入：错误值、没有结果的公式，或者丢了末几位的号码，请重新填写").format(
                count=brought.left_behind
            )
        )
    screen.show([line(one) for one in said])
    return 0
