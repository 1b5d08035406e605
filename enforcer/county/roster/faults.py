"""What may be wrong with a roster: one fault at one cell, said to the person who keeps it."""

from typing import Literal, NamedTuple

from enforcer.domain.row import Place
from enforcer.domain.sentence import Sentence
from enforcer.workbook.roster.columns import BY_KEY
from enforcer.workbook.roster.reading import RosterRow

Grade = Literal["error", "warning"]


class RosterFault(NamedTuple):
    """What is wrong with the roster at a cell: `name` for machines, what was typed, and sentences for people.

    An error leaves open who is meant or what is owed, so that nothing may rest on the roster; a warning does not.
    """

    name: str
    severity: Grade
    place: Place
    value: str
    message: Sentence
    remedy: Sentence
    related: tuple[Place, ...] = ()


def fault_at(
    row: RosterRow,
    key: str,
    name: str,
    message: Sentence,
    remedy: Sentence,
    *,
    severity: Grade = "error",
    related: tuple[Place, ...] = (),
) -> RosterFault:
    """A fault in that field of the row; both sentences may speak of {column}, {value} and {choices}."""
    value = row.unreadable.get(key) or row.text(key)
    known: dict[str, object] = {"column": BY_KEY[key].header, "value": value, "choices": BY_KEY[key].choices}
    return RosterFault(
        name,
        severity,
        row.place(key),
        value,
        message._replace(values={**known, **message.values}),
        remedy._replace(values={**known, **remedy.values}),
        related,
    )
