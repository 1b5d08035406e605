"""Section 2, 单位 × 事项: the state of each duty, its copies, totals both ways, exemptions with their reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from enforcer.county.duty_words import BELATED, EXTENDED, NIL, STATES, short_title
from enforcer.domain.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import pandas as pd

    from enforcer.county.standing import Standing
    from enforcer.domain.duty import Duty, DutyState
    from enforcer.domain.notice import Obligation
    from enforcer.domain.receipt import CopyForm
    from enforcer.domain.unit import Unit


class Copy(NamedTuple):
    """One copy of a filing: whether it is owed, and the day on which it came in, None while it has not."""

    form: CopyForm
    owed: bool
    day: date | None

    @property
    def is_missing(self) -> bool:
        """Owed and not in."""
        return self.owed and self.day is None


class Cell(NamedTuple):
    """One duty as the matrix shows it: the state in words (迟报3天), its copies, signs, and the exemption's number."""

    duty: Duty
    words: Sentence
    paper: Copy
    electronic: Copy
    signs: tuple[Sentence, ...]
    reason: int | None

    @property
    def state(self) -> DutyState:
        """The state's key."""
        return self.duty.state


class MatrixRow(NamedTuple):
    """A unit with its cells in the order of the matrix's obligations, and how many of all its duties stand how."""

    unit: Unit
    cells: tuple[Cell, ...]
    totals: Mapping[DutyState, int]


class Column(NamedTuple):
    """An obligation, its short title, its due day where all units have the same, and how many units stand how.

    `paper` and `electronic` are (owed, in, missing): those owed by units that have filed or are past their day.
    """

    obligation: Obligation
    title: Sentence
    due: date | None
    own_day: bool
    totals: Mapping[DutyState, int]
    paper: tuple[int, int, int]
    electronic: tuple[int, int, int]

    @property
    def owed(self) -> int:
        """By how many units it is owed."""
        return sum(count for state, count in self.totals.items() if state != "exempt")


class Reason(NamedTuple):
    """Why something is not owed, and by whom: the same titles for the units named."""

    number: int
    sentence: Sentence
    lines: tuple[tuple[tuple[str, ...], tuple[Sentence, ...]], ...]


class Matrix(NamedTuple):
    """The table. `absent` are obligations that no unit owes in this year and for which nothing came in."""

    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]
    totals: Mapping[DutyState, int]
    reasons: tuple[Reason, ...]
    absent: tuple[Sentence, ...]


def matrix_of(standing: Standing, by_obligation: pd.DataFrame, by_unit: pd.DataFrame) -> Matrix:
    """The matrix; its totals are those of the frames."""
    obligations = list(standing.settings.notice.obligations.values())
    duties = [duty for unit in standing.units for duty in unit.duties]
    shown = [one for one in obligations if _is_shown(one.key, duties)]
    keys = {one.key for one in shown}
    reasons = _reasons(duties, keys)
    numbers = {one.sentence.render(): one.number for one in reasons}
    of_units, of_obligations = _totals(by_unit), _totals(by_obligation)
    rows = tuple(
        MatrixRow(
            unit.unit,
            tuple(cell_of(duty, numbers) for duty in unit.duties if duty.obligation.key in keys),
            of_units[unit.unit.key],
        )
        for unit in standing.units
    )
    columns = tuple(_column(one, duties, of_obligations[one.key]) for one in shown)
    whole: dict[DutyState, int] = {state: int(by_unit[state].sum()) for state in STATES}
    absent = tuple(Sentence(short_title(one)) for one in obligations if one.key not in keys)
    return Matrix(columns, rows, whole, reasons, absent)


def cell_of(duty: Duty, numbers: Mapping[str, int] | None = None) -> Cell:
    """A duty as a cell; `numbers` has the number of each exemption's reason."""
    reason = duty.exempt
    return Cell(
        duty,
        state_words(duty),
        copy_of(duty, "paper"),
        copy_of(duty, "electronic"),
        tuple(_signs(duty)),
        (numbers or {}).get(reason.render()) if reason is not None else None,
    )


def state_words(duty: Duty) -> Sentence:
    """按期; 迟报3天; 逾期12天."""
    state = STATES[duty.state]
    if duty.state in ("late", "overdue"):
        return Sentence("{state}{days}天", {"state": state, "days": duty.days_late})
    return state


def copy_of(duty: Duty, form: CopyForm) -> Copy:
    """The copy of that form."""
    day = min((one.day for one in duty.fulfilling if form in one.forms), default=None)
    return Copy(form, form in duty.forms and duty.exempt is None, day)


def _signs(duty: Duty) -> list[Sentence]:
    signs = (
        (duty.is_nil, NIL),
        (duty.extended and duty.exempt is None, EXTENDED),
        (duty.pending_return is not None and duty.state != "returned", Sentence("退回待重报")),
        (duty.is_belated, BELATED),
    )
    return [sign for is_so, sign in signs if is_so]


def _is_shown(key: str, duties: Sequence[Duty]) -> bool:
    return any(one.obligation.key == key and (one.exempt is None or one.receipts) for one in duties)


def _column(obligation: Obligation, duties: Sequence[Duty], totals: Mapping[DutyState, int]) -> Column:
    own = [one for one in duties if one.obligation.key == obligation.key]
    days = {one.named_day or one.due_day for one in own if one.exempt is None}
    return Column(
        obligation,
        Sentence(short_title(obligation)),
        days.pop() if len(days) == 1 else None,
        any(one.is_own_day for one in own),
        totals,
        _copies(own, "paper"),
        _copies(own, "electronic"),
    )


def _copies(duties: Sequence[Duty], form: CopyForm) -> tuple[int, int, int]:
    copies = [(one, copy_of(one, form)) for one in duties]
    owed = [(one, copy) for one, copy in copies if copy.owed]
    came = sum(copy.day is not None for _, copy in owed)
    missing = sum(copy.is_missing and one.first_day is not None for one, copy in owed)
    return len(owed), came, missing


def _totals(counts: pd.DataFrame) -> dict[str, dict[DutyState, int]]:
    """The rows of a frame as plain counts, by their keys."""
    rows = zip(counts.index, counts[list(STATES)].to_numpy().tolist(), strict=True)
    return {str(key): dict(zip(STATES, row, strict=True)) for key, row in rows}


def _reasons(duties: Sequence[Duty], keys: set[str]) -> tuple[Reason, ...]:
    """Each reason once, with its units and what they need not file; units with the same titles stand together."""
    sentences: dict[str, Sentence] = {}
    titles: dict[str, dict[str, list[str]]] = {}
    for duty in duties:
        if duty.exempt is not None and duty.obligation.key in keys:
            text = duty.exempt.render()
            sentences.setdefault(text, duty.exempt)
            titles.setdefault(text, {}).setdefault(duty.unit.name, []).append(short_title(duty.obligation))
    made = []
    for number, (text, sentence) in enumerate(sentences.items(), 1):
        groups: dict[tuple[str, ...], list[str]] = {}
        for unit, named in titles[text].items():
            groups.setdefault(tuple(named), []).append(unit)
        lines = ((tuple(units), tuple(map(Sentence, named))) for named, units in groups.items())
        made.append(Reason(number, sentence, tuple(lines)))
    return tuple(made)
