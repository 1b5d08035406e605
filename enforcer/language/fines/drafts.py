"""Fines in the making: a cap, an alternative or a condition may still come to them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from enforcer.domain.fine import Fine
from enforcer.language.fines.conditions import Head, judge
from enforcer.language.fines.ranges import Range
from enforcer.language.fines.words import Part

if TYPE_CHECKING:
    from enforcer.language.fines.quantities import Number

_KINSHIP: Final = 2
"""Offences told with the same first words (损坏标牌, 损坏设施) stand side by side."""


class Draft:
    """A fine in the making; `description` is the offence told before it, as text."""

    __slots__ = (
        *("alternative", "base", "cap", "condition", "description", "end", "floor", "found"),
        *("per", "start", "target"),
    )

    def __init__(
        self,
        found: Range,
        span: tuple[int, int],
        *,
        base: str | None,
        per: str | None,
        target: str | None,
        condition: str | None,
        description: str | None,
        alternative: bool,
    ) -> None:
        self.found = found
        self.start, self.end = span
        self.base = base
        self.per = per
        self.target = target
        self.condition = condition
        self.description = description
        self.alternative = alternative
        self.cap: Number | None = None
        self.floor: Number | None = None

    def finished(self) -> Fine:
        """The fine, now that the sentence has been read to its end."""
        return Fine(
            self.found.basis or "amount",
            self.found.low,
            self.found.low_inclusive,
            self.found.high,
            self.found.high_inclusive,
            self.base,
            self.per,
            self.target,
            self.condition,
            self.cap,
            self.floor,
            "or" if self.alternative else None,
            (self.start, self.end),
        )


def limit_last(drafts: Sequence[Draft], limit: Range) -> None:
    """Let 最高不超过三万元 limit the last fine, and those before it that are counted like it on the same terms."""
    last = drafts[-1]
    for draft in reversed(drafts):
        if (draft.condition, draft.target) != (last.condition, last.target) or (draft is not last and not draft.per):
            return
        if limit.limit is Part.AT_MOST:
            if draft.cap is not None:
                return
            draft.cap = limit.high
        else:
            if draft.floor is not None:
                return
            draft.floor = limit.low


def name_parallel_conditions(drafts: Sequence[Draft]) -> None:
    """Where like offences set ranges apart (损坏标牌的，处…，损坏设施的，处…), give the first its own words too."""
    for draft, following in pairwise(drafts):
        own, other = draft.description, following.condition
        kin = own and other and own != other and own[:_KINSHIP] == other[:_KINSHIP]
        if kin and judge(other or "") is not Head.CONDITION:
            draft.condition = own
