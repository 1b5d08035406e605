"""One row of annex 4: an officer of the unit, with the credential that lets him or her enforce."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from enforcer.annexes.identity import BrokenId, Identity, lost_digits, read_id
from enforcer.domain.dossier import Dossier
from enforcer.domain.reading import Reading
from enforcer.domain.row import Row, text_of
from enforcer.domain.rule import Unsure
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import bare, is_blank, is_none_word
from enforcer.language.patterns import pattern

ANNEX: Final = 4

_EXEMPT: Final = {"公安": Sentence("公安"), "税务": Sentence("税务")}
_APPLYING: Final = (
    r"(?<![未非不])(?<![未非不]在)(?:申领|申办|申请|办理)中|(?<![未没])(?<!没有)正在(?:申领|申办|申请|办理)"
)
_PLAIN_CREDENTIAL: Final = r"[A-Za-z-]*[0-9][0-9A-Za-z-]*"


class Officer(NamedTuple):
    """An officer as registered. `name` and `credential` are folded for comparing, "" where none is stated.

    `identity` is None where no id number was typed or the workbook lost its digits.
    """

    row: Row
    name: str
    identity: Identity | BrokenId | None
    credential: str

    @property
    def number(self) -> str:
        """What tells the person from all others: the id number without its check digit, "" where none can be read."""
        return self.identity.body if isinstance(self.identity, Identity) else ""


def officers(dossier: Dossier) -> tuple[Officer, ...]:
    """The officers of all annex-4 tables in the dossier, in reading order; none where the unit is exempt."""
    if is_exempt(dossier):
        return ()
    return dossier.once(officers, lambda: tuple(one for reading in dossier.of(ANNEX) for one in officers_in(reading)))


def persons(dossier: Dossier) -> tuple[int, ...]:
    """For each of `officers`, the position of the first who is the same person in the same file: often its own.

    The same id number is the same person; where one of two has none that can be read, the same name and credential.
    Two files are not compared: one of them may be the corrected form of the other.
    """
    return dossier.once(persons, lambda: _persons(officers(dossier)))


def is_exempt(dossier: Dossier) -> bool:
    """Whether the roster frees the unit of annex 4 (公安, 税务: 二（七）)."""
    return dossier.unit is not None and dossier.unit.exemption is not None


def exempted(dossier: Dossier) -> Iterator[Unsure]:
    """Says that annex 4 is not owed, where the unit is exempt: then no rule judges its officers."""
    if dossier.unit is not None and dossier.unit.exemption is not None:
        reason = Sentence("单位名录登记为{kind}单位，免报附件4，未作核对", {"kind": _EXEMPT[dossier.unit.exemption]})
        yield Unsure("not_applicable", reason)


def row_seen_from(row: Row, other: Row) -> Sentence:
    """第5行, and the sheet beside it where the other row stands on another one."""
    values = {"row": row.number, "sheet": row.table.sheet}
    if row.table.sheet == other.table.sheet:
        return Sentence("第{row}行", values)
    return Sentence("工作表“{sheet}”第{row}行", values)


def is_applying(row: Row) -> bool:
    """Whether the remarks, the credential or its end say that the credential is being applied for (申领中)."""
    return any(says_applying(row[key]) for key in ("remarks", "credential", "valid_until"))


def says_applying(text: str) -> bool:
    """Whether these words say so: 申领中, 正在办理; not 未在申领中, 已申领."""
    return bool(text) and pattern(_APPLYING).search(bare(text)) is not None


def _persons(registered: tuple[Officer, ...]) -> tuple[int, ...]:
    if len({officer.number for officer in registered} - {""}) == len(registered):
        return tuple(range(len(registered)))
    firsts: list[int] = []
    by_file: dict[str, tuple[dict[str, int], dict[tuple[str, str], int]]] = {}
    for position, officer in enumerate(registered):
        by_number, by_name = by_file.setdefault(officer.row.table.file, ({}, {}))
        first = by_number.setdefault(officer.number, position) if officer.number else position
        if officer.name and officer.credential:
            namesake = by_name.setdefault((officer.name, officer.credential), position)
            numbered = officer.number and registered[namesake].number
            if first == position and namesake != position and not numbered:
                first = firsts[namesake]
        firsts.append(first)
    return tuple(firsts)


def officers_in(reading: Reading) -> Iterator[Officer]:
    """The officers of one table, whether or not its unit owes one."""
    if reading.form is None:
        return
    index = reading.form.index
    name, number, credential = index["name"], index["id_number"], index["credential"]
    for row in reading.rows:
        values = row.values
        yield Officer(row, _word(values[name]), read_id(values[number]), credential_of(values[credential]))


def _word(value: object) -> str:
    return value if type(value) is str and value.isalnum() else bare(text_of(value))


def credential_of(value: object) -> str:
    """A credential's number in one spelling; "" for blanks, 无, 申领中, and numbers that lost their digits."""
    if type(value) is str and pattern(_PLAIN_CREDENTIAL).fullmatch(value):
        return value.upper()
    if is_blank(value) or lost_digits(value):
        return ""
    text = bare(text_of(value)).upper()
    return "" if is_none_word(text) or pattern(_APPLYING).search(text) else text
