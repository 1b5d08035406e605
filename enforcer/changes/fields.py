"""Field by field: what two rows, or the header lines of two files, say differently."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Final

from enforcer.changes.fines import fine_details, same_fines
from enforcer.changes.meaning import Meanings, meaning
from enforcer.changes.record import FieldChange
from enforcer.domain.form import Column, HeaderField
from enforcer.domain.masking import mask, masked
from enforcer.domain.reading import HeaderLine, Reading
from enforcer.domain.row import Place, Row, text_of
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import is_blank
from enforcer.language.persons import read_persons

_OF_FINES: Final = frozenset({"standard", "statutory_fine"})
TITLE: Final = "title"


def row_changes(old: Row, new: Row, positions: Iterable[int], meanings: Meanings) -> Iterator[FieldChange]:
    """The fields at these positions in which two rows of one form differ."""
    columns = new.table.form.columns
    for position in positions:
        one, other = old.values[position], new.values[position]
        if one is other or (one == other and type(one) is type(other)):
            continue
        if meanings.of(old, position) == meanings.of(new, position):
            continue
        column = columns[position]
        change = field_change(column, one, other, old.place(column.key), new.place(column.key))
        if change is not None:
            yield change


def group_changes(
    old: Sequence[Row], new: Sequence[Row], positions: Iterable[int], meanings: Meanings
) -> Iterator[FieldChange]:
    """The fields that stand once for several rows, in which two groups of rows differ: each answer counts once."""
    for position in positions:
        before, after = _answers(old, position, meanings), _answers(new, position, meanings)
        if before.keys() == after.keys():
            continue
        gone = [row for said, row in before.items() if said not in after]
        come = [row for said, row in after.items() if said not in before]
        column = new[0].table.form.columns[position]
        places = [(rows or group)[0].place(column.key) for rows, group in ((gone, old), (come, new))]
        change = field_change(column, _together(gone, position), _together(come, position), *places)
        if change is not None:
            yield change


def _answers(rows: Sequence[Row], position: int, meanings: Meanings) -> dict[Hashable, Row]:
    """Each different answer of the rows, with the first row that gives it."""
    answers: dict[Hashable, Row] = {}
    for row in rows:
        answers.setdefault(meanings.of(row, position), row)
    answers.pop("", None)
    return answers


def _together(rows: Sequence[Row], position: int) -> object:
    if len(rows) == 1:
        return rows[0].values[position]
    return "；".join(text_of(row.values[position]) for row in rows)


def field_change(
    entry: Column | HeaderField, old: object, new: object, old_at: Place | None, new_at: Place | None
) -> FieldChange | None:
    """The change of a field from one raw value to another, id numbers masked; None where both say the same."""
    before, after = text_of(old), text_of(new)
    details: tuple[Sentence, ...] = ()
    if entry.key in _OF_FINES:
        if same_fines(before, after):
            return None
        details = fine_details(before, after)
    elif entry.kind == "persons":
        details = tuple(_people(before, after))
    hide = mask if entry.kind == "id" else masked
    shown = ("" if is_blank(before) else hide(before), "" if is_blank(after) else hide(after))
    label = entry.header if isinstance(entry, Column) else entry.label
    return FieldChange(entry.key, label, *shown, old_at, new_at, details, hidden=shown[0] == shown[1])


def _people(old: str, new: str) -> Iterator[Sentence]:
    """Who came and who went, where every word of both lists is understood."""
    before, after = read_persons(old), read_persons(new)
    if not (before.people and after.people and before.sure and after.sure):
        return
    come = tuple(name for name in after.names if name not in before.names)
    gone = tuple(name for name in before.names if name not in after.names)
    if come:
        yield Sentence("增加{names}", {"names": come})
    if gone:
        yield Sentence("去掉{names}", {"names": gone})


def header_changes(old: Reading, new: Reading) -> Iterator[FieldChange]:
    """The lines above the table that say something else: title first, then in the form's order."""
    form = new.form or old.form
    if form is None:
        return
    if old.title and new.title and _title(old.title) != _title(new.title):
        yield FieldChange(
            TITLE, "标题", masked(old.title.text), masked(new.title.text), old.title.place, new.title.place
        )
    for entry in form.header:
        one, other = old.header.get(entry.key), new.header.get(entry.key)
        before, after = (meaning(entry, _typed(line)) for line in (one, other))
        if before != after:
            change = field_change(
                entry, one and one.text, other and other.text, old.place_of(entry.key), new.place_of(entry.key)
            )
            if change is not None:
                yield change


def _title(line: HeaderLine) -> str:
    return "".join(line.text.split())


def _typed(line: HeaderLine | None) -> object:
    """A header line's value, or its text where several lines share one cell."""
    if line is None:
        return None
    return line.text if is_blank(line.value) else line.value
