"""enforcer ledger: the 台账 as the office prints it, one receipt in full, and the proof that nothing was changed."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from enforcer.cli import county, options, screen
from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError
from enforcer.verdicts.lines import line
from enforcer.verdicts.lines import plain as plain_text

if TYPE_CHECKING:
    from enforcer.county.ledger.store import Ledger
    from enforcer.county.workspace import Workspace

HELP = "台账：list列出收到的材料，show看一件或一条，export导出，verify证明没有被改动过（退出码：0完好，1有问题）。"
ACTIONS = ("list", "show", "export", "verify")
FORMATS = ("text", "xlsx", "json", "csv")
_NARROWING = ("--format", "--output", "--unit", "--obligation", "--year", "--as-of")
_USED = {"list": _NARROWING, "export": _NARROWING, "show": ("[编号]", "--as-of"), "verify": ("--head",)}


def run(
    action: Annotated[str, typer.Argument(metavar="|".join(ACTIONS), help=tr("做什么"))],
    number: Annotated[
        str | None, typer.Argument(metavar=tr("[编号]"), help=tr("show：回执编号，或者台账第几条"))
    ] = None,
    form: Annotated[str | None, typer.Option("--format", metavar="|".join(FORMATS), help=tr("输出格式"))] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar=tr("文件"), help=tr("写入文件"))] = None,
    unit: options.OneUnit = None,
    obligation: options.OneObligation = None,
    year: options.Year = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar=tr("日期"), help=tr("截至哪一天；不写就是全部"))
    ] = None,
    head: Annotated[
        str | None, typer.Option("--head", metavar=tr("校验值"), help=tr("verify：以前印出的校验值，至少前8位"))
    ] = None,
    workspace: options.Workspace = None,
) -> int:
    """Lists, shows, exports or verifies; returns the exit code."""
    if action not in ACTIONS:
        raise EnforcerError("没有“ledger {action}”，可以写：{actions}。", action=action, actions=ACTIONS)
    given = {
        tr("[编号]"): number,
        "--format": form,
        "--output": output,
        "--unit": unit,
        "--obligation": obligation,
        "--year": year,
        "--as-of": as_of,
        "--head": head,
    }
    _check_used(action, {name for name, value in given.items() if value is not None})
    here = county.workspace_of(workspace)
    if action == "verify":
        return _verify(here, head)
    if not here.has_ledger:
        raise EnforcerError("还没有台账：这个工作文件夹还没有收过材料。")
    from enforcer.county.ledger.store import Ledger  # noqa: PLC0415 - the help of other commands does not pay for it

    ledger = Ledger.open(here.ledger_file)
    try:
        if action == "show":
            return _show(here, ledger, number, as_of)
        chosen = form or ("text" if action == "list" else "xlsx")
        if chosen not in FORMATS:
            raise EnforcerError("没有“{form}”这种输出格式，可用：{formats}。", form=chosen, formats=FORMATS)
        wanted = {
            "unit": found.key if (found := county.unit_of(here, unit)) else None,
            "obligation": duty.key if (duty := county.obligation_of(here.settings.notice, obligation)) else None,
            "year": options.year_of(year),
        }
        return _list(here, ledger, chosen, output, as_of, wanted, export=action == "export")
    finally:
        ledger.close()


def _check_used(action: str, given: set[str]) -> None:
    """Raises EnforcerError for what this action would not look at: it must not seem to have been heeded."""
    unused = sorted(given - {tr(name) for name in _USED[action]})
    if unused:
        raise EnforcerError("ledger {action}不用{unused}，请去掉。", action=action, unused=unused)


def _list(
    here: "Workspace",
    ledger: "Ledger",
    form: str,
    output: Path | None,
    as_of: str | None,
    wanted: dict[str, "str | int | None"],
    *,
    export: bool,
) -> int:
    from enforcer.county.calendar import today  # noqa: PLC0415 - see above
    from enforcer.county.ledger.documents import document, table  # noqa: PLC0415
    from enforcer.county.ledger.journal import journal  # noqa: PLC0415
    from enforcer.county.ledger.listing import beside, listed  # noqa: PLC0415
    from enforcer.county.ledger.pages import list_lines  # noqa: PLC0415

    day = options.day_of(as_of) or today()
    facts = journal(ledger, day)
    rows = list(listed(facts, here.roster, here.settings, **wanted))  # type: ignore[arg-type]
    if export and output is None:
        output = Path(tr("台账_{day}").format(day=day) + f".{'txt' if form == 'text' else form}")
    if form == "xlsx":
        if output is None:
            raise EnforcerError("表格要写入文件，请加 -o，如 -o 台账.xlsx。")
        from enforcer.reports.ledger_book import ledger_book  # noqa: PLC0415 - see above
        from enforcer.workbook.atomic import written_atomically  # noqa: PLC0415

        with written_atomically(output) as temporary:
            temporary.write_bytes(ledger_book(rows, here.settings, day, facts.head, tr))
    else:
        if form == "json":
            decisions = beside(facts, **wanted)  # type: ignore[arg-type]
            plain = document(rows, decisions, facts, here.settings.notice.number, tr)
            text = json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
        elif form == "csv":
            text = table(rows, tr)
        else:
            lines = list(list_lines(rows, facts.head, tr))
            if output is None:
                screen.show(lines)
                return 0
            text = plain_text(lines)
        if output is None:
            screen.write(text)
            return 0
        screen.save(text, output)
    screen.show([line(tr("已写入 {path}").format(path=output))])
    return 0


def _show(here: "Workspace", ledger: "Ledger", number: str | None, as_of: str | None) -> int:
    from enforcer.county.calendar import today  # noqa: PLC0415 - see above
    from enforcer.county.decisions.deciding import receipt_named  # noqa: PLC0415
    from enforcer.county.ledger.journal import journal  # noqa: PLC0415
    from enforcer.county.ledger.listing import listed  # noqa: PLC0415
    from enforcer.county.ledger.pages import entry_lines, receipt_lines  # noqa: PLC0415

    if number is None:
        raise EnforcerError("请写明看哪一件：回执编号如2014-00012，或者台账第几条如15。")
    if number.isdecimal():
        entry = ledger.entry(int(number))
        if entry is None:
            raise EnforcerError("台账里没有第{number}条。", number=int(number))
        screen.show(entry_lines(entry, tr))
        return 0
    facts = journal(ledger, options.day_of(as_of) or today())
    wanted = receipt_named(number, facts)
    rows = listed(facts, here.roster, here.settings, unit=wanted.unit, obligation=wanted.obligation)
    screen.show(receipt_lines(next(one for one in rows if one.receipt.number == wanted.number), tr))
    return 0


def _verify(here: "Workspace", head: str | None) -> int:
    from enforcer.county.ledger.proving import proof_lines  # noqa: PLC0415 - see above
    from enforcer.county.ledger.verifying import verify  # noqa: PLC0415

    proof = verify(here.ledger_file, head)
    screen.show(proof_lines(proof, head, tr))
    return 0 if proof.is_sound else 1
