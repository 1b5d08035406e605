"""The register: who of the people that annexes 1 and 2 name stands in annex 4, with a credential of the day."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from enforcer.annexes.officer import ANNEX, credential_of, is_applying
from enforcer.annexes.phones import is_phone
from enforcer.annexes.spans import read_validity
from enforcer.domain.dossier import Dossier
from enforcer.domain.row import Place, Row
from enforcer.domain.rule import Unsure
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import bare, fold, is_blank
from enforcer.language.patterns import pattern
from enforcer.language.persons import Person, read_persons

Standing: TypeAlias = Literal["valid", "unregistered", "other-number", "expired", "applying", "undated", "gap"]

_KEPT: Final = 8192
_BETWEEN: Final = r"[、,，;；/\n\r\t 　]+"
_SIGNS: Final = r"[^0-9A-Za-z\u4e00-\u9fff]"
_SHORTEST_TAIL: Final = 4
_KINDS: Final = {"公安": Sentence("公安"), "税务": Sentence("税务")}


class Entry(NamedTuple):
    """An officer of the register: `until` is the credential's last day, None where none is stated for sure."""

    row: Row
    name: str
    credential: str
    until: date | None
    applying: bool


class Register(NamedTuple):
    """The officers of one unit by name. `gaps` are the entries whose name cannot be read."""

    by_name: Mapping[str, tuple[Entry, ...]]
    by_credential: Mapping[str, tuple[Entry, ...]]
    gaps: tuple[Place, ...]


class Found(NamedTuple):
    """How a named person stands in the register, and the entry that tells so, where there is one."""

    standing: Standing
    entry: Entry | None = None


def register(dossier: Dossier) -> Register | None:
    """The unit's register: every annex 4 in the dossier; None until one is in.

    Of two filings, one may correct the other: who stands in either is registered. For 公安 and 税务 the clean-up list
    of their own credentials, which has annex 4's shape, is the register.
    """
    return dossier.once(register, lambda: _register(dossier))


def not_in(dossier: Dossier) -> Unsure:
    """Says why there is no register to compare with."""
    exemption = dossier.unit.exemption if dossier.unit else None
    if exemption is not None:
        return Unsure(
            "absent",
            Sentence(
                "单位名录登记为{kind}单位，免报附件4，没有列明人员的本系统证件清理结果可以对照，无法核对人员",
                {"kind": _KINDS[exemption]},
            ),
        )
    return Unsure("absent", Sentence("没有可以核对的附件4（行政执法人员信息登记表），无法核对人员"))


def find(known: Register, person: Person, number: str, day: date) -> Found:
    """How the person stands in the register on that day; `number` is the credential given with the name, or "".

    Officers of one name are told apart by number. Where several fit, the one who speaks for the person counts.
    """
    named = known.by_name.get(name_key(person.name), ())
    if not named:
        if known.gaps:
            return Found("gap")
        return Found("unregistered", next(iter(known.by_credential.get(number_key(number), ())), None))
    fitting = named
    if number:
        fitting = tuple(one for one in named if same_number(number, one.credential))
        # A register that states no credential for the namesake cannot contradict the number.
        fitting = fitting or tuple(one for one in named if not one.credential)
    return _validity(fitting, day) if fitting else Found("other-number", named[0])


def _validity(fitting: Sequence[Entry], day: date) -> Found:
    """How the credentials of those who may be meant stand on that day; one that is valid speaks for the person."""
    if any(one.until is not None and day <= one.until for one in fitting):
        return Found("valid")
    unsure: tuple[tuple[Standing, Entry | None], ...] = (
        ("applying", next((one for one in fitting if one.applying), None)),
        ("undated", next((one for one in fitting if one.until is None), None)),
    )
    for standing, entry in unsure:
        if entry is not None:
            return Found(standing, entry)
    return Found("expired", max(fitting, key=lambda one: one.until or date.min))


def numbers_of(people: Sequence[Person], typed: str, known: Register) -> tuple[str, ...]:
    """The credential given with each person: beside the name, else in the column of numbers; "" where none is.

    The column counts only where it has as many numbers as there are people. Where all its numbers are those of the
    people named, in whatever order, it contradicts nobody. A telephone number beside a name is no credential.
    """
    beside = [_credential_beside(person, known) for person in people]
    listed = [] if is_blank(typed) else [part for part in pattern(_BETWEEN).split(fold(typed)) if part.strip()]
    if len(listed) != len(people) or any(not any(sign.isdigit() for sign in part) for part in listed):
        return tuple(beside)
    held = [one.credential for person in people for one in known.by_name.get(name_key(person.name), ())]
    if all(any(same_number(part, credential) for credential in held) for part in listed):
        listed = [next((part for part in listed if _holds(person, part, known)), "") for person in people]
    return tuple(own or part for own, part in zip(beside, listed, strict=True))


@lru_cache(maxsize=_KEPT)
def name_key(name: str) -> str:
    """One spelling of a name: without spaces, role, number; any middle dot as ·."""
    people = read_persons(name).people
    return people[0].name if len(people) == 1 else bare(name)


@lru_cache(maxsize=_KEPT)
def number_key(number: str) -> str:
    """A credential's number without spaces, dashes and brackets, in capitals."""
    return pattern(_SIGNS).sub("", bare(number)).upper()


def same_number(one: str, other: str) -> bool:
    """Whether two spellings are of one number: equal, or one the other's last four or more characters."""
    short, long = sorted((number_key(one), number_key(other)), key=len)
    return bool(short) and (short == long or (len(short) >= _SHORTEST_TAIL and long.endswith(short)))


def _register(dossier: Dossier) -> Register | None:
    readings = dossier.of(ANNEX)
    if not readings:
        return None
    by_name: dict[str, list[Entry]] = {}
    by_credential: dict[str, list[Entry]] = {}
    gaps: list[Place] = []
    for reading in readings:
        errors = {(fact.place.row, fact.place.column) for fact in (*reading.error_cells, *reading.empty_formulas)}
        for row in reading.rows:
            place = row.place("name")
            if not row.has("name") or is_blank(row["name"]) or (place.row, place.column) in errors:
                gaps.append(place)
                continue
            entry = Entry(
                row,
                name_key(row["name"]),
                credential_of(row.raw("credential")),
                read_validity(row.raw("valid_until")),
                is_applying(row),
            )
            by_name.setdefault(entry.name, []).append(entry)
            if entry.credential:
                by_credential.setdefault(number_key(entry.credential), []).append(entry)
    return Register(
        {name: tuple(entries) for name, entries in by_name.items()},
        {number: tuple(entries) for number, entries in by_credential.items()},
        tuple(gaps),
    )


def _credential_beside(person: Person, known: Register) -> str:
    """The number beside the name; "" for a telephone number: what looks like one where no credential is as long."""
    number = person.number or ""
    if number and is_phone(number) and len(number_key(number)) not in map(len, known.by_credential):
        return ""
    return number


def _holds(person: Person, number: str, known: Register) -> bool:
    return any(same_number(number, one.credential) for one in known.by_name.get(name_key(person.name), ()))
