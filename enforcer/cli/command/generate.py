"""enforcer generate: blank annex workbooks that know themselves."""

from pathlib import Path
from typing import Annotated

import typer

from enforcer.cli import options, screen
from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError
from enforcer.verdicts.lines import line

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
    if prefill is not None:
        return _prefilled(prefill, numbers if annexes else [], unit, asked, output, entries, force=force)
    notice = load_notice()
    for number in dict.fromkeys(numbers):
        form = load_form(number)
        path = output / blank_name(form, unit, asked)
        write_blank(form, notice, path, unit=unit, year=asked, rows=entries, force=force)
        screen.show([line(tr("已生成 {path}").format(path=path))])
    return 0


def _prefilled(
    file: str, annexes: list[int], unit: str | None, year: int | None, output: Path, rows: int | None, *, force: bool
) -> int:
    """One workbook with what last year's holds, and what of it did not come along."""
    from enforcer.forms import load_form  # noqa: PLC0415 - see above
    from enforcer.notices import load_notice  # noqa: PLC0415
    from enforcer.validation import Request, read_file  # noqa: PLC0415
    from enforcer.workbook.blank import write_blank  # noqa: PLC0415
    from enforcer.workbook.blank.prefill import brought_by, choose  # noqa: PLC0415
    from enforcer.workbook.naming import blank_name  # noqa: PLC0415
    from enforcer.workbook.paths import find_files  # noqa: PLC0415

    if len(set(annexes)) > 1:
        raise EnforcerError("--prefill一次只能带入一个附件。请只写一个附件号。")
    notice = load_notice()
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
