"""The table of `status`: units as rows, obligations as columns, a few characters a cell."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Final, NamedTuple

from enforcer.county.duty_words import STATES, short_title
from enforcer.county.status.overview import Overview, UnitDuties
from enforcer.domain.duty import Duty, DutyState
from enforcer.domain.notice import Obligation
from enforcer.domain.sentence import Sentence, Translate, words
from enforcer.verdicts.columns import padded, width, wrapped
from enforcer.verdicts.lines import Line, Span, Style, line, span

STYLES: Final[Mapping[DutyState, Style]] = {
    "on-time": "good",
    "filed": "good",
    "late": "warning",
    "due-soon": "warning",
    "returned": "error",
    "overdue": "error",
    "not-due": "plain",
    "open": "plain",
    "exempt": "dim",
}
_HEADING: Final = 6
_GAP: Final = "  "
_LEGEND: Final = Sentence(
    "迟3＝迟报3天，逾12＝逾期12天；缺＝纸质件或电子版还缺一样，退＝有退回待重报的，零＝零报告，延＝经同意延期，补＝补录"
)


class _Column(NamedTuple):
    """A column: its heading in lines, a cell for each unit key, and how wide it is."""

    heading: tuple[str, ...]
    cells: Mapping[str, Span]
    width: int


def table_lines(overview: Overview, columns: int, translate: Translate) -> Iterator[Line]:
    """The table, in parts where it would be wider than `columns`; below it what the signs mean."""
    if not overview.units:
        yield line(translate("单位名录里没有这一年度的单位。"))
        return
    shown = [one for one in overview.obligations if _is_worth_a_column(one, overview)]
    names = max(width(words(one.unit.name)) for one in overview.units)
    made = [_column(one, overview, translate) for one in shown]
    for group in _fitting(made, columns - names):
        yield from _one_table(overview.units, group, names)
        yield line("")
    yield line(span(_LEGEND.render(translate), "dim"))


def _is_worth_a_column(obligation: Obligation, overview: Overview) -> bool:
    """Not where every unit is exempt and nothing came in: the officers of 2015, by a notice of 2014."""
    return any(
        duty.obligation.key == obligation.key and (duty.exempt is None or duty.receipts) for duty in overview.duties()
    )


def _column(obligation: Obligation, overview: Overview, translate: Translate) -> _Column:
    heading = _heading(translate(short_title(obligation)))
    cells = {
        duty.unit.key: span(cell_of(duty).render(translate), STYLES[duty.state])
        for duty in overview.duties()
        if duty.obligation.key == obligation.key
    }
    return _Column(heading, cells, max(width(one) for one in (*heading, *(cell.text for cell in cells.values()))))


def _heading(title: str) -> tuple[str, ...]:
    """The title in lines of much the same length."""
    lines = ceil(width(title) / _HEADING)
    return tuple(wrapped(title, max(2 * ceil(width(title) / lines / 2), 1)))


def cell_of(duty: Duty) -> Sentence:
    """迟3缺: the state, by how many days, and the one sign that matters most besides."""
    state = STATES[duty.state]
    if duty.state == "late":
        state = Sentence("迟{days}", {"days": duty.days_late})
    elif duty.state == "overdue":
        state = Sentence("逾{days}", {"days": duty.days_late})
    sign = _sign(duty)
    return Sentence("{state}{sign}", {"state": state, "sign": sign}) if sign is not None else state


def _sign(duty: Duty) -> Sentence | None:
    signs = (
        (bool(duty.missing_forms), Sentence("缺")),
        (duty.pending_return is not None and duty.state != "returned", Sentence("退")),
        (duty.is_nil, Sentence("零")),
        (duty.extended and duty.exempt is None, Sentence("延")),
        (duty.is_belated, Sentence("补")),
    )
    return next((sign for is_so, sign in signs if is_so), None)


def _fitting(made: Sequence[_Column], room: int) -> Iterator[list[_Column]]:
    """The columns in groups that fit into so much room; a group has at least one."""
    group: list[_Column] = []
    for one in made:
        if group and sum(len(_GAP) + other.width for other in (*group, one)) > room:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _one_table(units: Sequence[UnitDuties], group: Sequence[_Column], names: int) -> Iterator[Line]:
    height = max(len(one.heading) for one in group)
    for place in range(height):
        cells = [padded(_line_of(one.heading, place, height), one.width) for one in group]
        yield line(span(_GAP.join((" " * names, *cells)), "title"))
    for unit in units:
        parts: list[str | Span] = [padded(words(unit.unit.name), names)]
        for one in group:
            cell = one.cells[unit.unit.key]
            parts += [_GAP, cell, " " * (one.width - width(cell.text))]
        yield line(*parts)


def _line_of(heading: Sequence[str], place: int, height: int) -> str:
    """The heading's line at this place, the last ones standing lowest."""
    at = place - (height - len(heading))
    return heading[at] if at >= 0 else ""
