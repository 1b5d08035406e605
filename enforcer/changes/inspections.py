"""Annex 1: inspections matched by whom and what they inspect, then by place, time and kind."""

from collections.abc import Callable, Hashable
from typing import Final

from enforcer.annexes.inspection import Inspection, inspections
from enforcer.changes.fields import row_changes
from enforcer.changes.pairing import Stage, paired
from enforcer.changes.record import Change
from enforcer.changes.sides import Columns, Matched, Side, ordinals, short
from enforcer.domain.sentence import Sentence

_SUBJECT: Final = "inspection"
# From what tells most to what tells least; every set of fields must be answered in part.
_KEYS: Final = (
    ("target", "matter", "place", "period", "kind"),
    ("target", "matter", "period", "kind"),
    ("target", "matter", "place", "kind"),
    ("target", "matter", "kind"),
    ("target", "matter"),
)
_LONE_KEYS: Final = (("matter", "place", "period"), ("target", "basis", "period"), ("target", "place", "period"))
_WORDING: Final = ("target", "matter", "place")


def compare(old: Side, new: Side) -> Matched:
    """The inspections that came, went, or say something else."""
    columns = Columns.of(old, new)

    def key(fields: tuple[str, ...]) -> Callable[[Inspection], Hashable]:
        def of(one: Inspection) -> Hashable:
            index = one.row.table.form.index
            said = [one.kind if field == "kind" else columns.meanings.of(one.row, index[field]) for field in fields]
            return tuple(said) if said[0] and said[1] else None

        return of

    stages: tuple[Stage[Inspection], ...] = (
        Stage(lambda one: columns.raw(one.row)),
        Stage(lambda one: columns.meant(one.row)),
        *(Stage(key(fields)) for fields in _KEYS),
        *(Stage(key(fields), lone=True) for fields in _LONE_KEYS),
    )
    before, after = inspections(old.dossier), inspections(new.dossier)
    pairs = paired(before, after, stages, lambda one: "\n".join(one.row[field] for field in _WORDING))
    numbers = ordinals((one.row,) for one in before) | ordinals((one.row,) for one in after)

    def named(one: Inspection) -> Sentence:
        told = short(one.row["target"] or one.row["matter"])
        return Sentence("第{number}项“{name}”", {"number": numbers[id(one.row)], "name": told})

    changes = [Change("added", _SUBJECT, named(one), None, one.row.place()) for one in pairs.added]
    changes += [Change("removed", _SUBJECT, named(one), one.row.place(), None) for one in pairs.removed]
    for one, other in pairs.both:
        fields = tuple(row_changes(one.row, other.row, columns.every, columns.meanings))
        if fields:
            changes.append(Change("changed", _SUBJECT, named(other), one.row.place(), other.row.place(), fields))
    rows = [(one.row, other.row) for one, other in pairs.both]
    return Matched(tuple(changes), pairs.moved, rows, [((one,), (other,)) for one, other in rows])
