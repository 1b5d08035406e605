"""Annex 2: procedures matched by their kind, and in each of them the steps by their names.

The order of the rows is what the form says of the steps' order (二（三）顺序): other orders are said, as a note.
"""

from typing import Final

from enforcer.annexes.step import UNKNOWN, Block, Step, blocks
from enforcer.changes.fields import row_changes
from enforcer.changes.pairing import Pairs, Stage, paired, times
from enforcer.changes.record import Change
from enforcer.changes.sides import Columns, Matched, Side, short
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import bare

_BLOCK: Final = "procedure"
_STEP: Final = "step"
_MOST_SHOWN: Final = 12


def compare(old: Side, new: Side) -> Matched:
    """The procedures and steps that came, went, or say something else."""
    columns = Columns.of(old, new)
    stages: tuple[Stage[Block], ...] = (
        Stage(lambda one: (one.procedure, times(columns.meant(step.row) for step in one.steps))),
        Stage(lambda one: (one.procedure, bare(one.label), times(step.name for step in one.steps))),
        Stage(lambda one: (one.procedure, bare(one.label)), lone=True),
        Stage(lambda one: None if one.procedure == UNKNOWN else one.procedure),
        Stage(lambda one: times(step.name for step in one.steps)),
    )
    pairs = paired(blocks(old.dossier), blocks(new.dossier), stages)
    changes = [Change("added", _BLOCK, _named(one), None, one.place) for one in pairs.added]
    changes += [Change("removed", _BLOCK, _named(one), one.place, None) for one in pairs.removed]
    rows = []
    for one, other in pairs.both:
        steps = _paired(one, other, columns)
        rows += [(step.row, same.row) for step, same in steps.both]
        parts = _step_changes(steps, columns)
        notes = _order(steps)
        if parts or notes:
            changes.append(Change("changed", _BLOCK, _named(other), one.place, other.place, (), parts, notes))
    items = [([step.row for step in one.steps], [step.row for step in other.steps]) for one, other in pairs.both]
    return Matched(tuple(changes), pairs.moved, rows, items)


def _paired(old: Block, new: Block, columns: Columns) -> Pairs[Step]:
    stages: tuple[Stage[Step], ...] = (
        Stage(lambda one: columns.meant(one.row)),
        Stage(lambda one: one.name or None),
        Stage(lambda one: one.kinds or None, lone=True),
    )
    return paired(old.steps, new.steps, stages, lambda one: f"{one.name}\n{one.row['manner']}")


def _step_changes(pairs: Pairs[Step], columns: Columns) -> tuple[Change, ...]:
    changes = [Change("added", _STEP, _step(one), None, one.row.place("step")) for one in pairs.added]
    changes += [Change("removed", _STEP, _step(one), one.row.place("step"), None) for one in pairs.removed]
    for one, other in pairs.both:
        fields = tuple(row_changes(one.row, other.row, columns.single, columns.meanings))
        if fields:
            places = one.row.place("step"), other.row.place("step")
            changes.append(Change("changed", _STEP, _step(other), *places, fields))
    return tuple(changes)


def _order(pairs: Pairs[Step]) -> tuple[Sentence, ...]:
    """That the steps which stand in both files stand in another order."""
    if not pairs.moved:
        return ()
    if len(pairs.both) > _MOST_SHOWN:
        return (Sentence("有{count}个步骤换了位置", {"count": pairs.moved}),)
    before = sorted((one for one, _ in pairs.both), key=lambda step: step.row.number)
    after = [other for _, other in pairs.both]
    values = {"old": _arrows(before), "new": _arrows(after)}
    return (Sentence("步骤顺序由“{old}”改为“{new}”", values),)


def _arrows(steps: list[Step]) -> str:
    return "→".join(short(step.row["step"]) or "—" for step in steps)


def _named(block: Block) -> Sentence:
    return Sentence("“{name}”", {"name": block.label}) if block.label else Sentence("一般程序")


def _step(step: Step) -> Sentence:
    name = short(step.row["step"])
    if not name:
        return Sentence("第{row}行（未填步骤）", {"row": step.row.number})
    return Sentence("步骤“{name}”", {"name": name})
