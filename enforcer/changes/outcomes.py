"""What became of each finding: matched by code, by the entry it speaks of and by field, never by address.

So an inserted row makes nothing new. A finding that is gone is mended only where its rule was examined again.
"""

from collections.abc import Hashable, Iterable, Sequence
from typing import Final, TypeAlias

from enforcer.changes.record import STATES, Outcome
from enforcer.changes.sides import Matched, Side
from enforcer.domain.finding import Finding, Unexamined
from enforcer.domain.row import Place, Row
from enforcer.domain.rule import SEVERITIES
from enforcer.domain.sentence import Sentence
from enforcer.rules import find_rule

Key: TypeAlias = tuple[Hashable, ...]
_Cell: TypeAlias = tuple[str, str | None, int | None]

_ROW_GONE: Final = Sentence("所在的行已删除")
_ROW_NEW: Final = Sentence("在新增的行里")
_NOT_BEFORE: Final = Sentence("旧表的这一项当时未核")
_NO_COLUMN: Final = Sentence("新表没有这一栏，无法核对")
_OTHER_FAULT: Final = Sentence("同一格现有{codes}的问题，没有再按本规则核对")
_WHOLE: Final = "whole"
_ANY: Final = "any"
_ANNEX: Final[Key] = (_WHOLE,)


def outcomes_of(old: Side, new: Side, matched: Matched) -> tuple[Outcome, ...]:
    """What became of the findings of one annex, in the order of `STATES`, errors first."""
    before, after = _found(old), _found(new)
    if not before and not after:
        return ()
    here, there = _Entries(old, matched, 0), _Entries(new, matched, 1)
    pairs, gone, come = _matched(before, after, here, there)
    made = [Outcome("remains", one, other) for one, other in pairs]
    cells: dict[Key, set[str]] = {}
    for finding in after:
        cells.setdefault(there.cell(finding.place), set()).add(finding.code)
    doubts, earlier = _Doubts(_unexamined(new), there), _Doubts(_unexamined(old), here)
    for finding in gone:
        codes = sorted(cells.get(here.cell(finding.place), set()).intersection(_silencers(finding.code)))
        if here.is_alone(finding.place):
            made.append(Outcome("mended", finding, None, _ROW_GONE))
        elif codes:
            made.append(Outcome("unexamined", finding, None, Sentence(_OTHER_FAULT.template, {"codes": codes})))
        elif _lacks_column(new, finding):
            made.append(Outcome("unexamined", finding, None, _NO_COLUMN))
        else:
            reason = doubts.of(finding.code, finding.place, here)
            made.append(Outcome("unexamined" if reason else "mended", finding, None, reason))
    for finding in come:
        reason = _NOT_BEFORE if earlier.of(finding.code, finding.place, there) else None
        made.append(Outcome("new", None, finding, _ROW_NEW if there.is_alone(finding.place) else reason))
    return tuple(sorted(made, key=_rank))


def _silencers(code: str) -> tuple[str, ...]:
    """The codes whose finding at a cell leaves that code nothing to say there."""
    rule = find_rule(code)
    return rule.silenced_by if rule else ()


def _found(side: Side) -> list[Finding]:
    return [finding for examined in side.examined for finding in examined.findings]


def _unexamined(side: Side) -> list[Unexamined]:
    return [one for examined in side.examined for one in examined.unexamined]


class _Entries:
    """The entries of one side under names that both sides share, so that places can be compared."""

    def __init__(self, side: Side, matched: Matched, at: int) -> None:
        form = next(reading.form for reading in side.readings if reading.form)
        self._block = {column.key for column in form.columns if column.block}
        self._side = at
        self._rows: dict[_Cell, Hashable] = {}
        self._items: dict[_Cell, Hashable] = {}
        self._heads: set[_Cell] = set()
        for number, pair in enumerate(matched.rows):
            self._rows[_cell(pair[at])] = number
        for number, groups in enumerate(matched.items):
            cells = [_cell(row) for row in groups[at]]
            self._items.update(dict.fromkeys(cells, number))
            self._heads.add(cells[0])
        self._known = {_cell(row) for row in side.rows}

    def spots(self, place: Place) -> tuple[Key, ...]:
        """Whose doubts touch a finding at this place: its row's and its item's own, or any in the item."""
        cell = place[:3]
        if cell not in self._known:
            return ((_WHOLE, _ANY), _ANNEX)
        item = self._items.get(cell, cell)
        if place.field in self._block:
            return (("item", item, _ANY), _ANNEX)
        return (("row", self._rows.get(cell, cell)), ("item", item), _ANNEX)

    def doubted(self, place: Place) -> tuple[Key, ...]:
        """Under which names a doubt at this place is found again by `spots`."""
        cell = place[:3]
        if cell not in self._known:
            return (_ANNEX, (_WHOLE, _ANY))
        item = self._items.get(cell, cell)
        own = ("item", item) if place.field in self._block else ("row", self._rows.get(cell, cell))
        return (own, ("item", item, _ANY), (_WHOLE, _ANY))

    def cell(self, place: Place) -> Key:
        """The field of the entry that holds the place; what stands once for an item is the item's, not a row's."""
        cell, field = place[:3], place.field
        if cell not in self._known:
            return (_WHOLE, field)
        if field in self._block and cell in self._items:
            return ("item", self._items[cell], field)
        if cell in self._rows:
            return ("row", self._rows[cell], field)
        return ("alone", self._side, cell, field)

    def head(self, place: Place) -> Key:
        """The field of the item whose first row holds the place; else what `cell` says."""
        cell = place[:3]
        return ("head", self._items[cell], place.field) if cell in self._heads else self.cell(place)

    def is_alone(self, place: Place) -> bool:
        """Whether the place lies in an entry that the other file does not have."""
        cell = place[:3]
        if cell not in self._known:
            return False
        return cell not in (self._items if place.field in self._block else self._rows)


class _Doubts:
    """Why a rule was not examined, by code and place."""

    def __init__(self, unexamined: Iterable[Unexamined], entries: _Entries) -> None:
        self._reasons: dict[tuple[str, Key], Sentence] = {}
        for one in unexamined:
            spots = [spot for place in one.places for spot in entries.doubted(place)] or [_ANNEX, (_WHOLE, _ANY)]
            for spot in spots:
                self._reasons.setdefault((one.code, spot), one.reason)

    def of(self, code: str, place: Place, entries: _Entries) -> Sentence | None:
        """The reason that touches a finding of that code at that place of either side; None where it was examined."""
        return next((self._reasons[code, spot] for spot in entries.spots(place) if (code, spot) in self._reasons), None)


def _cell(row: Row) -> _Cell:
    return row.table.file, row.table.sheet, row.number


def _matched(
    old: Iterable[Finding], new: Sequence[Finding], here: _Entries, there: _Entries
) -> tuple[list[tuple[Finding, Finding]], list[Finding], list[Finding]]:
    """The findings of both files that are the same.

    First those that say the same of one cell, then the others of one cell, then those of a whole item, which stand at
    its first row, be that another row now.
    """
    pairs: list[tuple[Finding, Finding]] = []
    gone, come = list(old), list(new)
    for key in (_to_the_word, _at_the_cell, _at_the_head):
        waiting: dict[Key, list[int]] = {}
        for at, finding in enumerate(come):
            waiting.setdefault(key(finding, there), []).append(at)
        left, taken = [], set[int]()
        for finding in gone:
            same = waiting.get(key(finding, here))
            if same:
                at = same.pop(0)
                taken.add(at)
                pairs.append((finding, come[at]))
            else:
                left.append(finding)
        gone, come = left, [finding for at, finding in enumerate(come) if at not in taken]
    return pairs, gone, come


def _to_the_word(finding: Finding, entries: _Entries) -> Key:
    return (finding.code, finding.message.render(), *entries.cell(finding.place))


def _at_the_cell(finding: Finding, entries: _Entries) -> Key:
    return (finding.code, *entries.cell(finding.place))


def _at_the_head(finding: Finding, entries: _Entries) -> Key:
    return (finding.code, *entries.head(finding.place))


def _lacks_column(side: Side, finding: Finding) -> bool:
    """Whether the finding speaks of a column that no table of the side has any more."""
    key = finding.field
    tables = [reading.table for reading in side.readings if reading.table]
    if key is None or not tables or key not in tables[0].form.index:
        return False
    return finding.place.row is not None and all(key not in table.columns for table in tables)


def _rank(outcome: Outcome) -> tuple[int, int, str, str, int, int]:
    finding = outcome.finding
    place = finding.place
    return (
        STATES.index(outcome.state),
        SEVERITIES.index(finding.severity),
        finding.code,
        place.sheet or "",
        place.row or 0,
        place.column or 0,
    )
