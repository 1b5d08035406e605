from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from enforcer.annexes.step import GENERAL, REGISTRATION, Block, Step, asked_steps, blocks, not_owed
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Remarks, rule
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import bare


class Misplaced(NamedTuple):
    """A step that stands on the wrong side of another."""

    name: str
    step: Step
    other_name: str
    other: Step
    too_early: bool


@rule(
    "A202",
    "steps-out-of-order",
    "一般程序步骤顺序不对",
    severity="error",
    clause="procedure",
    annexes=(2,),
    message={
        "early": "“{step}”排在第{row}行“{other}”的前面，应当在它后面",
        "late": "“{step}”排在第{row}行“{other}”的后面，应当在它前面",
    },
    expected={"early": "一般程序的顺序是：{asked}", "late": "一般程序的顺序是：{asked}"},
    remedy={
        "early": "请把{address}这一行移到第{row}行的后面",
        "late": "请把{address}这一行移到第{row}行的前面；属于事后补充登记的，请在步骤或者备注中写明",
    },
)
def steps_out_of_order(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：一般程序的检查登记、立案、调查、决定、送达按这个顺序排列；情况紧急、事后补充登记的除外。

    依据：桓政办发〔2014〕36号 二（三）“明确具体步骤、方式、顺序、时限等”，二（四）“可事后补充登记”。
    错误示例：先决定，后调查。
    正确示例：检查登记、立案、调查、听证、决定、送达。
    """
    yield from not_owed(dossier)
    asked = asked_steps(clause)
    for block in blocks(dossier):
        if block.procedure != GENERAL:
            continue
        for one in _misplaced(_positions(block, asked), block):
            values = {
                "step": Sentence(one.name),
                "other": Sentence(one.other_name),
                "row": one.other.row.number,
                "asked": tuple(map(Sentence, asked)),
            }
            yield Remark(
                one.step.row.place("step"),
                values,
                related=(one.other.row.place("step"),),
                value=one.step.row["step"],
                case="early" if one.too_early else "late",
            )


def _positions(block: Block, asked: Sequence[str]) -> dict[str, list[int]]:
    """Where each step that the notice asks for stands among the block's; those that are missing are left out."""
    found = {
        name: [
            position for position, step in enumerate(block.steps) if step.names(name) and not _afterwards(name, step)
        ]
        for name in asked
    }
    return {name: positions for name, positions in found.items() if positions}


def _afterwards(name: str, step: Step) -> bool:
    """Whether an inspection is registered afterwards, as the notice allows in urgent cases."""
    text = step.name + bare(step.row["manner"]) + bare(step.row["remarks"])
    return name == REGISTRATION and ("补" in text or "事后" in text)


def _misplaced(positions: Mapping[str, list[int]], block: Block) -> list[Misplaced]:
    """The fewest steps that must move, each with one that it stands on the wrong side of."""
    names = list(positions)
    kept = next(
        chosen
        for count in range(len(names), -1, -1)
        for chosen in (_in_order(one, positions) for one in combinations(names, count))
        if chosen is not None
    )
    return [_against(name, positions, kept, names, block) for name in names if name not in kept]


def _in_order(names: Sequence[str], positions: Mapping[str, list[int]]) -> dict[str, int] | None:
    """One position for each name so that none stands before the one ahead of it; None where there is no such choice."""
    chosen: dict[str, int] = {}
    reached = 0
    for name in names:
        position = next((one for one in positions[name] if one >= reached), None)
        if position is None:
            return None
        chosen[name] = reached = position
    return chosen


def _against(
    name: str, positions: Mapping[str, list[int]], kept: Mapping[str, int], names: Sequence[str], block: Block
) -> Misplaced:
    own = positions[name][-1]
    for other in reversed(names[: names.index(name)]):
        if other in kept and own < kept[other]:
            return Misplaced(name, block.steps[own], other, block.steps[kept[other]], too_early=True)
    own = positions[name][0]
    other = next(one for one in names[names.index(name) + 1 :] if one in kept and kept[one] < own)
    return Misplaced(name, block.steps[own], other, block.steps[kept[other]], too_early=False)
