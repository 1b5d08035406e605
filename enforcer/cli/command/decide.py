"""enforcer decide: what the office decides on a filing, a duty or an overlap; nothing is erased."""

from typing import TYPE_CHECKING, Annotated

import typer

from enforcer.cli import county, options, screen
from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError
from enforcer.verdicts.lines import line, span

if TYPE_CHECKING:
    from enforcer.county.decisions.deciding import Bench, Decided
    from enforcer.county.ledger.journal import Action
    from enforcer.domain.duty import Duty

HELP = "对材料作决定，记入台账：accept接受、return退回、waive豁免、extend延期、void冲正；只加不删。"
NOT_DONE = 2

_UNTIL = {"return": "重新报送的期限：{until}", "extend": "延期到：{until}", "waive": "豁免到：{until}"}


def run(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar=tr("[回执编号] 决定"),
            help=tr(
                "如 2014-00012 return；还没有报的事项延期只写 extend，加 --unit 和 --obligation；重复编号写 distinct"
            ),
        ),
    ],
    by: Annotated[str, typer.Option("--by", metavar=tr("姓名"), help=tr("谁决定的"))] = "",
    why: Annotated[str, typer.Option("--why", metavar=tr("文字"), help=tr("理由；退回的会写进退件通知"))] = "",
    rule: Annotated[str | None, typer.Option("--rule", metavar=tr("代码"), help=tr("豁免哪条规则，如A302"))] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar=tr("日期"), help=tr("退回：哪天前重报；延期：延到哪天；豁免：到哪天为止")),
    ] = None,
    on: Annotated[str | None, typer.Option("--on", metavar=tr("日期"), help=tr("决定的日期，不写是今天"))] = None,
    unit: options.OneUnit = None,
    obligation: options.OneObligation = None,
    year: options.Year = None,
    workspace: options.Workspace = None,
) -> int:
    """Decides, prints what is on record since, and returns 0; 2 where a letter could not be written."""
    from enforcer.county.calendar import today  # noqa: PLC0415 - the help of other commands does not pay for it
    from enforcer.county.decisions.contradictions import Ruling  # noqa: PLC0415
    from enforcer.county.decisions.deciding import Bench, decide_on_receipt, extend_duty, is_overlap_key, set_apart  # noqa: PLC0415
    from enforcer.county.intake.across import cross_examine_now  # noqa: PLC0415
    from enforcer.county.intake.opening import desk_at  # noqa: PLC0415

    subject, action = _asked(words)
    day = today()
    ruling = Ruling(action, by, why, options.day_of(on) or day, rule, options.day_of(until))
    here = county.workspace_of(workspace)
    about = county.unit_of(here, unit), county.obligation_of(here.settings.notice, obligation)
    asked = options.year_of(year)
    with desk_at(here, tr) as desk:
        bench = Bench(here, desk.ledger, day)
        if action == "distinct":
            from enforcer.county.decisions.deciding import keys_seen  # noqa: PLC0415 - reads what the whole county filed

            if subject is None or not is_overlap_key(subject):
                raise EnforcerError("distinct前面要写重复编号，如X005-3fa9c2。用 enforcer overlaps 查看全部。")
            decided = set_apart(bench, subject, ruling, keys_seen(bench))
        elif subject is not None:
            if any(one is not None for one in about) or asked is not None:
                raise EnforcerError("写了回执编号，就不用再写 --unit、--obligation 和 --year。")
            decided = decide_on_receipt(bench, subject, ruling)
        else:
            who, what = about
            if action != "extend" or who is None or what is None:
                raise EnforcerError(
                    "请写明对哪份材料作决定，如 enforcer decide 2014-00012 return；"
                    "还没有报的事项只能延期：enforcer decide extend --unit 单位 --obligation 事项 --until 日期。"
                )
            decided = extend_duty(bench, who, what, asked or here.settings.year, ruling)
        if decided.duty is not None and action in ("accept", "return", "void"):
            # Another filing counts now, so the unit's annexes show something else together.
            cross_examine_now(desk, decided.duty.unit, decided.duty.year, ruling.day)
        return _show(bench, decided)


def _asked(words: list[str]) -> "tuple[str | None, Action]":
    """What is decided on, None for a duty without a receipt, and the action, in English or Chinese."""
    from enforcer.county.ledger.facts import ACTIONS  # noqa: PLC0415 - see above

    named = {name: action for action, sentence in ACTIONS.items() for name in (action, sentence.template)}
    *subjects, action = words
    if action in named and len(subjects) <= 1:
        return (subjects[0] if subjects else None), named[action]
    known = [f"{action}（{tr(sentence.template)}）" for action, sentence in ACTIONS.items()]
    raise EnforcerError(
        "请先写回执编号，再写决定，如 enforcer decide 2014-00012 return。决定有：{known}。没有“{words}”这种写法。",
        known=known,
        words=" ".join(words),
    )


def _show(bench: "Bench", decided: "Decided") -> int:
    """Prints the decision as it stands on record; a return also writes what goes back to the unit."""
    from enforcer.county.decisions.deciding import after  # noqa: PLC0415 - see above
    from enforcer.county.ledger.facts import ACTIONS  # noqa: PLC0415

    decision = decided.decision
    about = decision.receipt or decision.overlap or (decided.duty.obligation.title if decided.duty else "")
    title = tr("{action}：{about}").format(action=tr(ACTIONS[decision.action].template), about=tr(about))
    screen.show([line(span(title, "title"))])
    rows = [_whose(decided.duty)] if decided.duty else []
    rows.append(tr("日期：{day}　经办：{by}").format(day=decision.day, by=decision.by))
    rows.append(tr("理由：{why}").format(why=decision.why))
    if decision.rule:
        rows.append(tr("规则：{rule}").format(rule=decision.rule))
    if decision.until is not None:
        rows.append(tr(_UNTIL[decision.action]).format(until=decision.until))
    rows += [sentence.render(tr) for sentence in after(bench, decided)]
    code = 0
    if decision.action == "return" and decided.receipt is not None:
        code = _send_back(bench, decided, rows)
    rows.append(tr("台账校验值：{head}").format(head=decided.head))
    screen.show([line(row, indent=2) for row in rows])
    return code


def _whose(duty: "Duty") -> str:
    values = {"unit": duty.unit.name, "title": tr(duty.obligation.title), "year": duty.year}
    return tr("{unit}　{title}　{year}年度").format(**values)


def _send_back(bench: "Bench", decided: "Decided", rows: list[str]) -> int:
    from datetime import date  # noqa: PLC0415 - see above

    from enforcer.county.decisions.returning import written_for  # noqa: PLC0415
    from enforcer.county.ledger.journal import journal  # noqa: PLC0415

    if decided.receipt is None:
        return 0
    sent = written_for(bench.workspace, decided.receipt, decided.decision, journal(bench.ledger, date.max), tr)
    made = (*sent.copies, *((sent.letter,) if sent.letter else ()))
    below = (path.relative_to(bench.workspace.root).as_posix() for path in made)
    rows += [tr("已生成 {path}").format(path=path) for path in below]
    rows += [trouble.render(tr) for trouble in sent.troubles]
    return NOT_DONE if sent.troubles else 0
