"""The roll call: each person whom a column of annex 1 or 2 names, called in the unit's register."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from enforcer.annexes.register import Found, Register, find, numbers_of
from enforcer.domain.dossier import Dossier
from enforcer.domain.row import Place, Row
from enforcer.domain.rule import Remark, Unsure
from enforcer.domain.sentence import Sentence
from enforcer.language.joint_work import is_joint, names_another_unit
from enforcer.language.persons import Person, read_persons

_UNSURE: Final = {
    "collective": Sentence("只写了机构或者人数，没有写明姓名，无法逐人核对"),
    "unread": Sentence("有的字读不准是不是姓名，无法逐人核对"),
    "partner": Sentence("与其他单位联合进行，不在本单位附件4的可能是对方的人员，未作核对"),
    "gap": Sentence("附件4有姓名空着或者读不出来的行，不能断定没有登记"),
    "applying": Sentence("附件4登记为申领中，还没有证号和有效期，不能断定在核对之日持有有效证件"),
    "undated": Sentence("附件4没有写明证件有效期至哪一天，不能断定在核对之日有效"),
}


class Called(NamedTuple):
    """A person who does not stand in the register as he should: where named, with which number, and how he stands."""

    place: Place
    typed: str
    person: Person
    number: str
    found: Found


def called(
    dossier: Dossier, annex: int, field: str, known: Register, number_field: str | None = None
) -> Iterator[Called | Unsure]:
    """Each person of the column who is not registered with a credential of the dossier's day; and what is unsure.

    What was typed once for several rows is called once. A body or a number of people names nobody and is unsure; so is
    whom a joint inspection may have from the other unit.
    """
    seen: set[tuple[Place, Person]] = set()
    told: set[tuple[Place, str]] = set()
    for row in dossier.rows(annex):
        typed = row[field]
        people = read_persons(typed)
        place = row.place(field)
        doubts = {"collective"} if people.collective else set()
        if people.unread or (not people.people and not people.sure):
            doubts.add("unread")
        numbers = numbers_of(people.people, row[number_field] if number_field else "", known)
        for person, number in zip(people.people, numbers, strict=True):
            if (place, person) in seen:
                continue
            seen.add((place, person))
            found = find(known, person, number, dossier.day)
            if found.standing in _UNSURE:
                doubts.add(found.standing)
            elif found.standing == "unregistered" and _may_be_anothers(row, field, dossier.name):
                doubts.add("partner")
            elif found.standing != "valid":
                yield Called(place, typed, person, number, found)
        for doubt in sorted(doubts):
            if (place, doubt) not in told:
                told.add((place, doubt))
                yield Unsure("unreadable" if doubt == "unread" else "not_applicable", _UNSURE[doubt], place)


def remark_of(one: Called, day: date) -> Remark:
    """The roll call's answer as a remark, its case being how the person stands."""
    entry = one.found.entry
    values: dict[str, object] = {"name": one.person.name, "number": one.number, "day": day}
    if entry is not None:
        values |= {
            "registered": entry.row["credential"],
            "other": entry.row["name"],
            "row": entry.row.number,
            "end": entry.until,
        }
    case: str = one.found.standing
    if case == "unregistered" and entry is not None:
        case = "other-name"
    field = {"expired": "valid_until", "other-number": "credential"}.get(case, "name")
    related = (entry.row.place(field),) if entry is not None else ()
    return Remark(one.place, values, related=related, value=one.typed, case=case)


def _may_be_anothers(row: Row, field: str, own: str | None) -> bool:
    """Whether the row tells of joint work, or the cell names another unit: then a stranger may be its officer."""
    return names_another_unit(row[field], own) or any(isinstance(one, str) and is_joint(one) for one in row.values)
