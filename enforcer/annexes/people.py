"""Who does the work that annexes 1 and 2 list: how many people, and who of them stands in two places."""

from enforcer.domain.row import text_of
from enforcer.language.persons import Persons, read_persons


def counted(text: str) -> int | None:
    """How many people a cell speaks of, registered or not.

    None where they cannot be counted: a body (监察大队), 张某等人, a word that is not understood, nothing at all.
    """
    return read_persons(text).count or None


def fewer(typed: object, people: int) -> bool:
    """Whether a raw cell speaks of fewer people than that; not where they cannot be counted."""
    count = counted(text_of(typed))
    return count is not None and count < people


def in_both(some: Persons, others: Persons) -> tuple[str, ...]:
    """The names that stand in both, in their order; namesakes told apart by their numbers are two people."""
    numbers = {person.name: person.number for person in others.people}
    return tuple(
        person.name
        for person in some.people
        if person.name in numbers and (person.number is None or numbers[person.name] in (None, person.number))
    )
