"""Officers who stand in the registers of two units: the same id number, else the same name and credential."""

from typing import NamedTuple

from enforcer.annexes.officer import ANNEX, Officer, officers_in
from enforcer.annexes.overlaps.actors import Actor, actors, pairs_of
from enforcer.annexes.overlaps.record import Draft, Party, Seen, recorded
from enforcer.domain.dossier import County
from enforcer.domain.sentence import Sentence


class _Registered(NamedTuple):
    actor: Actor
    officer: Officer


def officers_in_two_units(county: County) -> Seen:
    """Each officer whom two units register. Of two entries, both with an id number, only the number tells."""
    people: dict[str, list[_Registered]] = {}
    pairs: dict[tuple[str, str], list[_Registered]] = {}
    for actor in actors(county):
        for officer in (one for reading in actor.dossier.of(ANNEX) for one in officers_in(reading)):
            registered = _Registered(actor, officer)
            if officer.number:
                people.setdefault(officer.number, []).append(registered)
            if officer.name and officer.credential:
                pairs.setdefault((officer.name, officer.credential), []).append(registered)
    for (name, credential), same in pairs.items():
        numbers = {one.officer.number for one in same} - {""}
        unnumbered = [one for one in same if not one.officer.number]
        if unnumbered and len(numbers) <= 1:
            people.setdefault(next(iter(numbers), f"{name}\n{credential}"), []).extend(unnumbered)
    groups = (same for same in people.values() if len({one.actor.group for one in same}) > 1)
    return Seen(recorded("officer", map(_draft, groups)))


def _draft(same: list[_Registered]) -> Draft:
    firsts = {(one.actor.unit, one.officer.row.table.file): one for one in reversed(same)}.values()
    return Draft(
        min(one.officer.name for one in same),
        [_party(one) for one in firsts],
        frozenset(one.actor.identity for one in same),
        pairs_of(one.actor for one in same),
    )


def _party(one: _Registered) -> Party:
    row = one.officer.row
    detail = Sentence(
        "执法证号{credential}，有效期至{until}",
        {"credential": row["credential"] or "—", "until": row["valid_until"] or "—"},
    )
    return Party(one.actor.unit, row["name"], row.place("name"), detail)
