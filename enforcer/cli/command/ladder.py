"""enforcer ladder: the law's range and each tier as bars on one scale."""

import shutil
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from enforcer.cli import options, screen
from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError
from enforcer.domain.sentence import words
from enforcer.verdicts.lines import Line, line, span

HELP = "画出裁量阶次：法定幅度和各阶次在一把尺上，标出空档、重叠和20%底线，算出裁量空间压缩到多少。"
FORMATS = ("text", "json")
SCHEMA = "enforcer/ladder/1"
FLOOR = "benchmark-floor"


def run(
    file: Annotated[Path, typer.Argument(metavar=tr("文件"), help=tr("填好的附件3"))],
    item: Annotated[
        str | None, typer.Option("--item", metavar=tr("序号"), help=tr("只画这一项：序号或事项编码"))
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help=tr("输出格式"))] = "text",
    as_of: options.AsOf = None,
) -> int:
    """Draws each violation of the workbook. Raises EnforcerError where there is no annex 3 in it, or no such item."""
    import json  # noqa: PLC0415 - the help of other commands does not pay for it

    from enforcer.annexes.benchmark import items_named, violations  # noqa: PLC0415
    from enforcer.validation import Request, dossier_of, read_file  # noqa: PLC0415
    from enforcer.verdicts.as_json import tool  # noqa: PLC0415
    from enforcer.verdicts.ladder_json import ladder_values  # noqa: PLC0415
    from enforcer.verdicts.ladder_text import ladder_lines  # noqa: PLC0415
    from enforcer.workbook.paths import find_files  # noqa: PLC0415

    if form not in FORMATS:
        raise EnforcerError("没有“{form}”这种输出格式，可用：{formats}。", form=form, formats=FORMATS)
    request = Request(as_of=options.day_of(as_of))
    today = date.today()  # noqa: DTZ011 - the county's clock is the machine's
    readings = [one for path in find_files([file]) for one in read_file(path, request)]
    for failure in (reading.failure for one in readings for reading in one if reading.failure):
        raise EnforcerError("{message}{remedy}", message=failure.message, remedy=failure.remedy)
    dossiers = [dossier_of(one, request, today) for one in readings]
    listed = [violation for dossier in dossiers for violation in violations(dossier)]
    if not listed:
        raise EnforcerError("“{path}”里没有填好的附件3（裁量基准），画不出阶次。", path=file)
    if item is not None:
        listed = list(items_named(listed, item))
        if not listed:
            raise EnforcerError("没有序号或事项编码是“{item}”的违法行为。", item=item)
    clause = request.notice.clauses[FLOOR]
    percent = clause.figure("lenient_floor_percent")
    if form == "json":
        document = {
            "schema": SCHEMA,
            "tool": tool(request.notice.number),
            "as_of": as_of,
            "path": words(str(file)),
            "violations": [ladder_values(one, percent) for one in listed],
        }
        screen.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        return 0
    columns = shutil.get_terminal_size().columns
    for violation in listed:
        screen.show(ladder_lines(violation, percent, columns, tr))
        screen.show([Line(0, ())])
    screen.show([line(span(tr("▒ 法定幅度　█ 阶次　× 空档　▓ 重叠　▲ 最高限值的20%"), "dim"))])
    return 0
