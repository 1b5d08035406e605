"""enforcer diff: what changed between two filings of an annex, and whether the earlier findings were mended."""

from pathlib import Path
from typing import Annotated

import typer

from enforcer.cli import options, screen
from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError

HELP = "比较同一附件的两次报送：增加、删除、修改了哪些内容，原来的问题改了没有。行的位置变动不算改动。"
FORMATS = ("text", "json")


def run(
    old: Annotated[str, typer.Argument(metavar=tr("旧表"), help=tr("上一次报送的文件"))],
    new: Annotated[str, typer.Argument(metavar=tr("新表"), help=tr("这一次报送的文件"))],
    annex: options.Annex = None,
    as_of: options.AsOf = None,
    form: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help=tr("输出格式"))] = "text",
) -> int:
    """Validates both files, compares them, and prints what changed."""
    from enforcer.changes import changes_between  # noqa: PLC0415 - the help of other commands does not pay for it
    from enforcer.validation import validate  # noqa: PLC0415
    from enforcer.verdicts.change_pages import as_json, lines_of  # noqa: PLC0415
    from enforcer.workbook.paths import find_files  # noqa: PLC0415

    if form not in FORMATS:
        raise EnforcerError("没有“{form}”这种输出格式，可用：{formats}。", form=form, formats=FORMATS)
    for path in (old, new):
        if Path(path).is_dir() or len(find_files([path])) != 1:
            raise EnforcerError("“{path}”不是一个文件。请写明要比较的一个文件。", path=path)
    number, day = options.annex_of(annex), options.day_of(as_of)
    before, after = (validate(path, annex=number, as_of=day) for path in (old, new))
    comparison = changes_between(before, after)
    if form == "json":
        screen.write(as_json(comparison, tr))
    else:
        screen.show(lines_of(comparison, tr))
    return 0
