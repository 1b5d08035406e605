"""Annex 3 as records: a violation with its statute, and its tiers with their fines matched to the statute's limbs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from enforcer.annexes.blocks import blocks_of
from enforcer.annexes.bounds import Number
from enforcer.annexes.limbs import Limb
from enforcer.annexes.matching import Match, match_limbs
from enforcer.annexes.references import number_key, read_reference
from enforcer.annexes.statutes import Law, fines_in, law_of
from enforcer.annexes.tier_words import Entry, Level, Standing, TierWord, read_tier_word, standings, tier_name
from enforcer.domain.dossier import Dossier
from enforcer.domain.fine import UnreadFine
from enforcer.domain.reading import Assumption, Reading
from enforcer.domain.row import Place, Row
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import bare, is_answered, is_blank, is_none_word
from enforcer.language.patterns import pattern

ANNEX = 3

Source: TypeAlias = Literal["own", "province", "city", "other"]

_KEPT: Final = 4096
_OWN: Final = ("本单位", "本局", "本机关", "本部门", "自行", "自定", "本级", "县")
_NOT_A_CITY: Final = "市场|城市|市政|市容"
_WAIVES: Final = "不予以?(?:行政)?处罚|免[予于除](?:行政)?处罚|不处罚|可以不罚"


class Tier(NamedTuple):
    """A row of the benchmark: how a violation of a certain weight is punished.

    `word` is what names the tier, None where it cannot be read; `standing` its place in the ladder. `conditions` is
    适用条件 from its column, else from the tier cell, "" where neither has any. `limbs` are the fines of its standard,
    `unread` what could not be read there, `matches` the limbs beside the statute's. `reference` is the 序号 that the
    standard points to instead, `followed` the row that was found there.
    """

    row: Row
    word: TierWord | None
    standing: Standing | None
    conditions: str
    limbs: tuple[Limb, ...]
    unread: tuple[UnreadFine, ...]
    reference: str | None = None
    followed: Row | None = None
    matches: tuple[Match, ...] = ()

    @property
    def name(self) -> str:
        """The tier as typed, without conditions that stand in the same cell."""
        return tier_name((self.followed and _tier_cell(self.followed)) or self.cell)

    @property
    def cell(self) -> str:
        """What its row says of the tier."""
        return _tier_cell(self.row)

    @property
    def level(self) -> Level | None:
        """The tier of the notice that it is, None where that cannot be told."""
        return self.standing.level if self.standing else None

    @property
    def standard(self) -> str:
        """具体标准, of the row that a followed reference leads to."""
        return (self.followed or self.row)["standard"]

    @property
    def waives(self) -> bool:
        """Whether the tier imposes no penalty at all: 不予处罚, 免予处罚."""
        return self.level is Level.WAIVED or (not self.limbs and _waives(self.standard))

    @property
    def mitigates(self) -> bool:
        """Whether the row says 减轻: only so may a fine lie below the statutory minimum (处罚法第二十七条)."""
        if self.level is Level.MITIGATED:
            return True
        return "减轻" in self.row["tier"] or "减轻" in self.conditions or "减轻" in self.standard

    @property
    def leads_nowhere(self) -> bool:
        """Whether its standard points to a row that cannot be found, and says nothing itself."""
        return self.reference is not None and self.followed is None and not self.limbs

    def place(self, key: str) -> Place:
        """Where its cell of that column was typed."""
        return self.row.place(key)


@dataclass(frozen=True, slots=True)
class Violation:
    """An item of the benchmark: a violation, the law behind it and the cell that tells of it, its tiers in order."""

    reading: Reading
    rows: tuple[Row, ...]
    source: Source
    law: Law
    law_place: Place
    tiers: tuple[Tier, ...]

    @property
    def name(self) -> str:
        """违法行为."""
        return self.rows[0]["violation"]

    @property
    def number(self) -> str:
        """序号, as typed."""
        return self.rows[0]["number"]

    @property
    def code(self) -> str:
        """事项编码, "" where none is given."""
        code = self.rows[0]["item_code"]
        return "" if is_blank(code) or is_none_word(code) else code

    @property
    def is_own(self) -> bool:
        """Whether the unit set the standard itself, so that it must be refined as the notice asks."""
        return self.source == "own"

    def place(self, key: str) -> Place:
        """Where its first row answers that column."""
        return self.rows[0].place(key)


def violations(dossier: Dossier) -> tuple[Violation, ...]:
    """The violations of all benchmarks in the dossier, in reading order, cross-references followed."""
    return dossier.once(violations, lambda: tuple(one for reading in dossier.of(ANNEX) for one in _violations(reading)))


def followed_references(dossier: Dossier) -> tuple[Assumption, ...]:
    """What was taken for granted: each standard that was read from the row its cross-reference names."""
    return tuple(
        Assumption(
            tier.place("standard"),
            Sentence("按所写的序号，取{address}的具体标准", {"address": tier.followed.place("standard").address}),
        )
        for violation in violations(dossier)
        for tier in violation.tiers
        if tier.followed
    )


def items_named(listed: Sequence[Violation], wanted: str) -> tuple[Violation, ...]:
    """The violations whose 序号 or 事项编码 is `wanted` (5 is also 0005)."""
    key = number_key(wanted)
    return tuple(one for one in listed if key in (number_key(one.number), number_key(one.code)))


@lru_cache(maxsize=_KEPT)
def read_source(text: str) -> Source:
    """Whose standard it is: 本单位, 省 or 市; "other" for words that name none of them."""
    plain = bare(text)
    if not plain or is_blank(text) or any(word in plain for word in _OWN):
        return "own"
    plain = pattern(_NOT_A_CITY).sub("", plain)
    if "省" in plain:
        return "province"
    return "city" if "市" in plain else "other"


def _violations(reading: Reading) -> list[Violation]:
    made = []
    by_number: dict[str, list[tuple[Tier, ...]]] = {}
    for rows in blocks_of(reading.rows):
        law, place = law_of(rows)
        one = Violation(reading, rows, _source(reading, rows), law, place, _tiers(rows, law))
        made.append(one)
        by_number.setdefault(number_key(one.number), []).append(one.tiers)
    return [_resolved(one, by_number) if any(tier.reference for tier in one.tiers) else one for one in made]


def _resolved(violation: Violation, by_number: dict[str, list[tuple[Tier, ...]]]) -> Violation:
    tiers = (
        tier._replace(matches=match_limbs(tier.limbs, violation.law, tier.conditions)) if tier.followed else tier
        for tier in _followed(violation.tiers, by_number)
    )
    return replace(violation, tiers=tuple(tiers))


def _source(reading: Reading, rows: Sequence[Row]) -> Source:
    """The rows' own answer, where they have one, else the header line's."""
    answers = {read_source(text) for text in {row["source"] for row in rows} if not is_blank(text)}
    if not answers:
        return read_source(reading.header_text("applied_standard"))
    return answers.pop() if len(answers) == 1 else "own"


def _tiers(rows: Sequence[Row], law: Law) -> tuple[Tier, ...]:
    made = []
    read = _read(tuple([(_tier_cell(row), row["standard"]) for row in rows]))
    for row, (word, standing, limbs, unread, reference) in zip(rows, read, strict=True):
        conditions = _conditions(row, word)
        matches = match_limbs(limbs, law, conditions) if limbs else ()
        made.append(Tier(row, word, standing, conditions, limbs, unread, reference, None, matches))
    return tuple(made)


class _Read(NamedTuple):
    """What a row says of its tier, apart from the conditions."""

    word: TierWord | None
    standing: Standing | None
    limbs: tuple[Limb, ...]
    unread: tuple[UnreadFine, ...]
    reference: str | None


@lru_cache(maxsize=_KEPT)
def _read(cells: tuple[tuple[str, str], ...]) -> tuple[_Read, ...]:
    """The rows of one item, by the tier cell and the standard of each: equal ladders are read once."""
    words = [read_tier_word(tier) for tier, _ in cells]
    fines = [fines_in(standard, bare=True) for _, standard in cells]
    limbs = [read.limbs for read in fines]
    waived = [not mine and _waives(standard) for (_, standard), mine in zip(cells, limbs, strict=True)]
    entries = map(Entry, words, waived, _weights(limbs))
    return tuple(
        _Read(word, standing, read.limbs, read.unread, read_reference(standard))
        for (_, standard), word, standing, read in zip(cells, words, standings(list(entries)), fines, strict=True)
    )


def _tier_cell(row: Row) -> str:
    """What the row says of its tier: in a table without such a column, perhaps at the head of 适用条件."""
    return row["tier"] if row.has("tier") else row["conditions"]


def _conditions(row: Row, word: TierWord | None) -> str:
    typed = row["conditions"]
    if is_answered(typed):
        return typed
    return word.rest if word else ""


def _waives(standard: str) -> bool:
    return pattern(_WAIVES).search(standard) is not None


def _weights(limbs: Sequence[Sequence[Limb]]) -> list[Number | None]:
    """Each row's first fine on the scale that most rows have."""
    scales = [one[0].scale for one in limbs if one]
    scale = "ratio" if scales.count("ratio") > scales.count("sum") else "sum"
    firsts = [next((limb for limb in one if limb.scale == scale), None) for one in limbs]
    return [None if one is None else one.bounds.low or one.bounds.high for one in firsts]


def _followed(tiers: Sequence[Tier], by_number: dict[str, list[tuple[Tier, ...]]]) -> tuple[Tier, ...]:
    """The tiers with the limbs of the rows that their references name; a lone row for the whole item takes them all."""
    made: list[Tier] = []
    for tier in tiers:
        if tier.reference is None or tier.limbs:
            made.append(tier)
            continue
        targets = _targets(tier, by_number)
        whole = tier.word is None and len(tiers) == 1
        wanted = [one for one in targets if whole or (one.standing is not None and one.level == tier.level)]
        if whole and wanted:
            made.extend(one._replace(row=tier.row, reference=tier.reference, followed=one.row) for one in wanted)
        elif len({tuple(limb.terms for limb in one.limbs) for one in wanted}) == 1:
            made.append(tier._replace(limbs=wanted[0].limbs, unread=wanted[0].unread, followed=wanted[0].row))
        else:
            made.append(tier)
    return tuple(made)


def _targets(tier: Tier, by_number: dict[str, list[tuple[Tier, ...]]]) -> Sequence[Tier]:
    """The tiers of the item that a reference names, through further references; none where it leads nowhere."""
    seen: set[str] = set()
    number = tier.reference
    while number is not None and number not in seen:
        seen.add(number)
        found = by_number.get(number, [])
        if len(found) != 1:
            return ()
        onward = found[0][0].reference if len(found[0]) == 1 and not found[0][0].limbs else None
        if onward is None:
            return [one for one in found[0] if one.limbs or one.reference is None]
        number = onward
    return ()
