"""The blanks that each unit owes, written into its folder in outbox/."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from enforcer.county.workspace import Workspace
from enforcer.domain.errors import EnforcerError
from enforcer.domain.notice import Notice, Obligation
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit
from enforcer.forms import load_form
from enforcer.workbook.blank import write_blank
from enforcer.workbook.naming import blank_name

NIL: Final = Sentence("没有行政处罚权，报零报告即可")
"""Why a unit without penalty power gets no annex 2 and 3: a nil return needs no form."""


class Left(NamedTuple):
    """An annex of which a unit gets no blank, and why."""

    annex: int
    reason: Sentence


class Blanks(NamedTuple):
    """What one unit got: files written, files that were there and stayed, and what it does not need.

    `reporter` names the unit that files for it; it then gets nothing.
    """

    unit: Unit
    written: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    left: tuple[Left, ...] = ()
    reporter: str = ""


def owed_annexes(unit: Unit, notice: Notice, year: int, annexes: Sequence[int] = ()) -> tuple[list[int], list[Left]]:
    """The annexes that the unit fills in for that year, and those that it does not, with the reason.

    `annexes` are those asked for; without them, a year after the notice's own asks only for what recurs.
    """
    owed, left = [], []
    for obligation in notice.obligations.values():
        annex = obligation.annex
        if annex is None or (annexes and annex not in annexes):
            continue
        if not annexes and year != notice.year and not obligation.recurring:
            continue
        reason = _not_owed(unit, obligation)
        if reason is None:
            owed.append(annex)
        else:
            left.append(Left(annex, reason))
    return owed, left


def _not_owed(unit: Unit, obligation: Obligation) -> Sentence | None:
    if unit.exemption and unit.exemption in obligation.exempt:
        return Sentence("{exemption}机关免报", {"exemption": unit.exemption})
    if obligation.needs_penalty_power and not unit.penalty_power:
        return NIL
    if obligation.own_credentials_only and not unit.own_credentials:
        return Sentence("不使用本系统制发的证件")
    return None


def write_blanks(
    workspace: Workspace, year: int, annexes: Sequence[int] = (), *, rows: int | None = None, force: bool = False
) -> Iterator[Blanks]:
    """Writes each unit's blanks into outbox/<unit>/, one unit at a time, and tells what became of each.

    Only units that exist on some day of the year get any. A file that is there stays, unless `force`.
    Raises EnforcerError where the roster has no such unit, or nothing can be written.
    """
    notice = workspace.settings.notice
    units = workspace.roster.in_year(year)
    if not units:
        raise EnforcerError("单位名录里没有{year}年存在的单位，没有可生成的。请先把各单位填进名录。", year=year)
    for unit in units:
        if unit.reporter:
            yield Blanks(unit, reporter=unit.reporter)
            continue
        owed, left = owed_annexes(unit, notice, year, annexes)
        written, kept = [], []
        for annex in owed:
            form = load_form(annex)
            path = workspace.outbox_of(unit) / blank_name(form, unit.name, year)
            if path.exists() and not force:
                kept.append(path)
                continue
            write_blank(form, notice, path, unit=unit.name, year=year, rows=rows, force=force)
            written.append(path)
        yield Blanks(unit, tuple(written), tuple(kept), tuple(left))
