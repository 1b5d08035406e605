"""Annex 3: violations matched by what they are and on what law they rest, and in each of them the tiers."""

from collections.abc import Hashable
from typing import Final, TypeAlias

from enforcer.annexes.blocks import blocks_of
from enforcer.annexes.tier_words import read_tier_word
from enforcer.changes.fields import group_changes, row_changes
from enforcer.changes.pairing import Pairs, Stage, paired, times
from enforcer.changes.record import Change
from enforcer.changes.sides import Columns, Matched, Side, ordinals, short
from enforcer.domain.row import Row
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import bare, is_blank, is_none_word

Item: TypeAlias = tuple[Row, ...]

_ITEM: Final = "violation"
_TIER: Final = "tier"


def compare(old: Side, new: Side) -> Matched:
    """The violations and tiers that came, went, or say something else."""
    columns = Columns.of(old, new)
    before, after = _items(old), _items(new)
    pairs = paired(before, after, _stages(columns), lambda item: item[0]["violation"])
    numbers = ordinals(before) | ordinals(after)

    def named(item: Item) -> Sentence:
        name = short(item[0]["violation"] or item[0]["legal_basis"])
        return Sentence("第{number}项“{name}”", {"number": numbers[id(item[0])], "name": name})

    changes = [Change("added", _ITEM, named(one), None, one[0].place(_ITEM)) for one in pairs.added]
    changes += [Change("removed", _ITEM, named(one), one[0].place(_ITEM), None) for one in pairs.removed]
    rows: list[tuple[Row, Row]] = []
    for one, other in pairs.both:
        if len(one) == len(other) and all(columns.raw(a) == columns.raw(b) for a, b in zip(one, other, strict=True)):
            rows += zip(one, other, strict=True)
            continue
        tiers = _paired(one, other, columns)
        rows += tiers.both
        fields = tuple(group_changes(one, other, columns.block, columns.meanings))
        parts = _tier_changes(tiers, columns)
        if fields or parts:
            places = one[0].place(_ITEM), other[0].place(_ITEM)
            changes.append(Change("changed", _ITEM, named(other), *places, fields, parts))
    return Matched(tuple(changes), pairs.moved, rows, pairs.both)


def _items(side: Side) -> list[Item]:
    return [rows for reading in side.readings for rows in blocks_of(reading.rows)]


def _stages(columns: Columns) -> tuple[Stage[Item], ...]:
    def said(item: Item, field: str) -> Hashable:
        return columns.meanings.of(item[0], item[0].table.form.index[field])

    def code(item: Item) -> Hashable:
        typed = item[0]["item_code"]
        return None if is_blank(typed) or is_none_word(typed) else bare(typed)

    return (
        Stage(lambda item: times(map(columns.raw, item))),
        Stage(lambda item: times(map(columns.meant, item))),
        Stage(lambda item: (code(item), said(item, "violation"), _bases(item)) if said(item, "violation") else None),
        Stage(lambda item: (said(item, "violation"), _bases(item)) if said(item, "violation") else None),
        Stage(lambda item: said(item, "violation") or None),
        Stage(code, lone=True),
        Stage(lambda item: (_bases(item), said(item, "number")) if _bases(item) else None, lone=True),
        Stage(lambda item: _bases(item) or None, lone=True),
    )


def _bases(item: Item) -> frozenset[str]:
    return frozenset(bare(row["legal_basis"]) for row in item if not is_blank(row["legal_basis"]))


def _paired(old: Item, new: Item, columns: Columns) -> Pairs[Row]:
    def said(row: Row, field: str) -> Hashable:
        return columns.meanings.of(row, row.table.form.index[field])

    stages: tuple[Stage[Row], ...] = (
        Stage(lambda row: columns.meanings.of_row(row, columns.single)),
        Stage(lambda row: (said(row, "tier"), said(row, "conditions")) if said(row, "tier") else None),
        Stage(lambda row: said(row, "tier") or None),
        Stage(_degree, lone=True),
        Stage(lambda row: said(row, "conditions") or None, lone=True),
        Stage(lambda row: said(row, "standard") or None, lone=True),
    )
    return paired(old, new, stages)


def _degree(row: Row) -> Hashable:
    """The tier's word or number, whatever stands around it (从轻情节 is 从轻)."""
    word = read_tier_word(row["tier"]) if row["tier"] else None
    return (word.degree, word.number) if word else None


def _tier_changes(pairs: Pairs[Row], columns: Columns) -> tuple[Change, ...]:
    changes = [Change("added", _TIER, _tier(row), None, row.place(_TIER)) for row in pairs.added]
    changes += [Change("removed", _TIER, _tier(row), row.place(_TIER), None) for row in pairs.removed]
    for one, other in pairs.both:
        fields = tuple(row_changes(one, other, columns.single, columns.meanings))
        if fields:
            changes.append(Change("changed", _TIER, _tier(other), one.place(_TIER), other.place(_TIER), fields))
    return tuple(changes)


def _tier(row: Row) -> Sentence:
    name = short(row[_TIER])
    return Sentence("“{name}”阶次", {"name": name}) if name else Sentence("第{row}行（未填阶次）", {"row": row.number})
