"""A receipt (回执): one filing as the office received it, and what the office decided on it."""

from datetime import date, datetime
from typing import Final, Literal, NamedTuple

CopyForm = Literal["paper", "electronic"]
COPY_FORMS: tuple[CopyForm, ...] = ("paper", "electronic")

ANNUAL: Final = "年度"

Fate = Literal["filed", "accepted", "returned", "void"]


class Receipt(NamedTuple):
    """One filing. `day` is the office's day of receipt, which decides; `entered` the moment it was put on record.

    `unit` is the roster's key of the unit (Unit.key), `stored` the original's path below `filings/`, with slashes.
    `stated` is the day that the unit itself wrote into the form. `until` is the day set for filing again a returned
    one. `same_as` is the number of an earlier filing with the same bytes (F008). `chosen`: the office accepted it as
    the one that counts. `plan_kinds` are what a plan announces (年度, 季度, 月度, 临时), none where it does not say;
    `higher_standard`: a benchmark that applies provincial or city standards, which is owed as an electronic copy only.
    """

    number: str
    unit: str
    obligation: str
    year: int
    day: date
    entered: datetime
    forms: tuple[CopyForm, ...]
    nil: bool = False
    name: str = ""
    sha256: str = ""
    stored: str = ""
    stated: date | None = None
    by: str = ""
    note: str = ""
    fate: Fate = "filed"
    until: date | None = None
    same_as: str | None = None
    chosen: bool = False
    plan_kinds: tuple[str, ...] = ()
    higher_standard: bool = False

    @property
    def fulfils(self) -> bool:
        """Whether it can close the year's duty: a plan for quarters, months or an occasion only is filed beside it."""
        return not self.plan_kinds or ANNUAL in self.plan_kinds

    @property
    def is_belated(self) -> bool:
        """Whether the fact was put on record on a later day than its own (补录)."""
        return self.entered.date() > self.day

    @property
    def stands(self) -> bool:
        """Whether it can count: neither void nor returned."""
        return self.fate in ("filed", "accepted")
