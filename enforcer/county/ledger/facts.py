"""Decisions and reminders, as the ledger knows them."""

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal, NamedTuple

from enforcer.domain.sentence import Sentence

Action = Literal["accept", "return", "waive", "extend", "void", "distinct"]

ACTIONS: Final[Mapping[Action, Sentence]] = {
    "accept": Sentence("接受"),
    "return": Sentence("退回"),
    "waive": Sentence("豁免"),
    "extend": Sentence("延期"),
    "void": Sentence("冲正"),
    "distinct": Sentence("不是同一事项"),
}


class Decision(NamedTuple):
    """What the office decided: on a receipt, on a duty (unit, obligation, year), or on an overlap's key."""

    seq: int
    action: Action
    day: date
    by: str
    why: str
    receipt: str | None = None
    unit: str | None = None
    obligation: str | None = None
    year: int | None = None
    rule: str | None = None
    until: date | None = None
    overlap: str | None = None


class Reminder(NamedTuple):
    """That a unit was reminded of a duty, once for each stage."""

    day: date
    unit: str
    obligation: str
    year: int
    stage: str
