"""enforcer overlaps: what several units of the county claim alike, for the meeting where powers are sorted out."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from enforcer.cli import county, options, screen
from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enforcer.annexes.overlaps import Doubt, Kind
    from enforcer.domain.dossier import County
    from enforcer.verdicts.overlap_pages import Comparison

HELP = (
    "列出各单位之间的疑似重复：谁、怎么写的、在哪个单元格，一项一行。"
    "不写文件夹就用工作文件夹里各单位有效的报送；决定为“不是同一事项”的不再列出。"
)
FORMATS = ("text", "csv", "json")


def run(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar=tr("[文件夹]"), help=tr("全县的材料，每个单位一个文件夹；不写就用工作文件夹")),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="law|violation|target|officer",
            help=tr("只列这一类：law同法不同罚，violation同一违法行为，target同一检查对象，officer同一人员"),
        ),
    ] = None,
    year: options.Year = None,
    as_of: options.AsOf = None,
    least: Annotated[
        str | None,
        typer.Option(
            "--min-score", metavar="N", help=tr("--kind violation或target时，另列文字相近的，相似度至少多少（1至100）")
        ),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help=tr("输出格式"))] = "text",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar=tr("文件"), help=tr("写入文件，不显示"))
    ] = None,
    workspace: options.Workspace = None,
) -> int:
    """Prints the overlaps; nothing found is no fault, and neither is what was found."""
    from enforcer.annexes.overlaps import KINDS  # noqa: PLC0415 - the help of other commands does not pay for it
    from enforcer.annexes.overlaps.likeness import LEAST  # noqa: PLC0415
    from enforcer.verdicts.overlap_pages import Comparison, as_csv, as_json, lines_of  # noqa: PLC0415

    if form not in FORMATS:
        raise EnforcerError("没有“{form}”这种输出格式，可用：{formats}。", form=form, formats=FORMATS)
    chosen: tuple[Kind, ...] = tuple(one for one in KINDS if kind in (None, one))
    if not chosen:
        raise EnforcerError("没有“{kind}”这一类，可用：{kinds}。", kind=kind, kinds=KINDS)
    score = options.number_of(least, "--min-score") or LEAST
    day, asked = options.day_of(as_of), options.year_of(year)
    notice, counties, nobodys = _counties(folder, workspace, day, asked)
    found = [_comparison(one, chosen, score, listed=kind is not None) for one in counties]
    found.append(Comparison(None, (), (), tuple(one for one in nobodys if one[0] in chosen)))
    if form == "text":
        lines = list(lines_of(found, tr))
        if output is None:
            screen.show(lines)
            return 0
        from enforcer.verdicts.lines import plain  # noqa: PLC0415 - most runs print

        text = plain(lines)
    else:
        text = as_csv(found, tr) if form == "csv" else as_json(found, notice, day, tr)
    if output is None:
        screen.write(text)
    else:
        screen.save(text, output)
    return 0


def _counties(
    folder: Path | None, workspace: Path | None, day: date | None, year: int | None
) -> "tuple[str, Iterable[County], tuple[tuple[Kind, Doubt], ...]]":
    """The notice's number, and the county: that of a plain folder, or the workspace's as it stood on the day.

    Last come the files of the folder that are no unit's for sure.
    """
    if folder is not None:
        from enforcer.validation import read_county  # noqa: PLC0415 - a workspace reads what counts

        around = county.workspace_if_any(workspace)
        number = county.settings_of(around).notice.number
        found = read_county(folder, as_of=day, year=year, **county.known(around, None))
        return number, found.counties, found.nobodys
    from enforcer.county.standing import standing_in  # noqa: PLC0415 - a plain folder needs no ledger

    here = county.workspace_of(workspace)
    today = day or date.today()  # noqa: DTZ011 - the county's clock is the machine's
    return here.settings.notice.number, [standing_in(here, today, year).county], ()


def _comparison(one: "County", kinds: "Iterable[Kind]", least: int, *, listed: bool) -> "Comparison":
    """What was found in one county; where one kind is asked for, words that are alike too."""
    from enforcer.annexes.overlaps import doubts, overlaps  # noqa: PLC0415 - see above
    from enforcer.annexes.overlaps.likeness import likenesses  # noqa: PLC0415
    from enforcer.verdicts.overlap_pages import Comparison  # noqa: PLC0415

    kinds = tuple(kinds)
    found = overlaps(one, *kinds)
    alike = tuple(
        pair
        for kind in kinds
        if listed and (kind == "violation" or kind == "target")  # noqa: PLR1714 - so that its type is known
        for pair in likenesses(one, kind, found, least)
    )
    unsure = tuple((kind, doubt) for kind in kinds for doubt in doubts(one, kind))
    return Comparison(next((dossier.year for dossier in one.dossiers), None), found, alike, unsure)
