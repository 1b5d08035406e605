"""Annex 4: officers matched as persons, by id number first, else by name and credential."""

from collections.abc import Hashable
from typing import Final

from enforcer.annexes.officer import Officer, officers
from enforcer.changes.fields import row_changes
from enforcer.changes.pairing import Stage, paired
from enforcer.changes.record import Change
from enforcer.changes.sides import Columns, Matched, Side
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import bare

_SUBJECT: Final = "officer"


def compare(old: Side, new: Side) -> Matched:
    """The officers who came, went, or of whom something else is said."""
    columns = Columns.of(old, new)
    stages: tuple[Stage[Officer], ...] = (
        Stage(lambda one: columns.raw(one.row)),
        Stage(lambda one: columns.meant(one.row)),
        Stage(lambda one: one.number or None),
        Stage(_typed_id),
        Stage(_name_and_credential, lone=True, clash=_are_two),
        Stage(lambda one: one.credential or None, lone=True, clash=_are_two),
        Stage(lambda one: one.name or None, lone=True, clash=_are_two),
    )
    pairs = paired(officers(old.dossier), officers(new.dossier), stages)
    changes = [Change("added", _SUBJECT, _named(one), None, one.row.place("name")) for one in pairs.added]
    changes += [Change("removed", _SUBJECT, _named(one), one.row.place("name"), None) for one in pairs.removed]
    for one, other in pairs.both:
        fields = tuple(row_changes(one.row, other.row, columns.every, columns.meanings))
        if fields:
            places = one.row.place("name"), other.row.place("name")
            changes.append(Change("changed", _SUBJECT, _named(other), *places, fields))
    rows = [(one.row, other.row) for one, other in pairs.both]
    return Matched(tuple(changes), pairs.moved, rows, [((one,), (other,)) for one, other in rows])


def _typed_id(officer: Officer) -> Hashable:
    """A faulty id number left as it was, under the same name."""
    typed = bare(officer.row["id_number"])
    return (typed, officer.name) if officer.identity is not None and typed and officer.name else None


def _name_and_credential(officer: Officer) -> Hashable:
    return (officer.name, officer.credential) if officer.name and officer.credential else None


def _are_two(one: Officer, other: Officer) -> bool:
    """Whether sound id numbers and different credentials or names tell that these are two persons.

    Another sound id number under the same name and credential is a slip that was mended.
    """
    if not one.number or not other.number or one.number == other.number:
        return False
    return one.name != other.name or one.credential != other.credential


def _named(officer: Officer) -> Sentence:
    row = officer.row
    name, credential = "".join(row["name"].split()), officer.credential
    if name and credential:
        return Sentence("{name}（执法证号{credential}）", {"name": name, "credential": credential})
    if name:
        return Sentence("“{name}”", {"name": name})
    return Sentence("第{row}行（未填姓名）", {"row": row.number})
