"""Who does the work that annexes 1 and 2 list: how many people, and who of them stands in two places."""

from collections.abc import Iterable, Mapping, Sequence

from enforcer.domain.row import Row, text_of
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


def crews(rows: Iterable[Row], key: str, shared: Sequence[str]) -> Mapping[int, str]:
    """Row number -> the people in `key` of all rows that are one entry: the `shared` fields were typed once for them.

    So clerks give each person a row of his own beside a merged step. A row that is an entry by itself is left out.
    """
    entries: dict[int, list[Row]] = {}
    for row in rows:
        typed_in = {(row.origins or {}).get(field, row.number) for field in shared}
        entries.setdefault(typed_in.pop() if len(typed_in) == 1 else row.number, []).append(row)
    together = [entry for entry in entries.values() if len(entry) > 1]
    texts = [(entry, "、".join(dict.fromkeys(row[key] for row in entry if row[key]))) for entry in together]
    return {row.number: text for entry, text in texts for row in entry}


def in_both(some: Persons, others: Persons) -> tuple[str, ...]:
    """The names that stand in both, in their order; namesakes told apart by their numbers are two people."""
    numbers = {person.name: person.number for person in others.people}
    return tuple(
        person.name
        for person in some.people
        if person.name in numbers and (person.number is None or numbers[person.name] in (None, person.number))
    )
