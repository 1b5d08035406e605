"""A duty: what one unit owes in one year for one obligation, what came in for it, and how it stands on a day."""

from datetime import date
from typing import Literal, NamedTuple

from enforcer.domain.clause import Clause
from enforcer.domain.notice import Due, Obligation
from enforcer.domain.receipt import CopyForm, Receipt
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit

DutyState = Literal[
    "exempt",  # 免报
    "on-time",  # 按期
    "late",  # 迟报
    "filed",  # 已报: filed, where there is no due day
    "returned",  # 退回: what came in last was sent back
    "overdue",  # 逾期
    "due-soon",  # 临期
    "not-due",  # 未到期
    "open",  # 未报: nothing filed, where there is no due day
]


class Duty(NamedTuple):
    """One cell of 单位 × 事项. `day` is the day on which it stands so; facts after it are not in it.

    `due_day` is the last day in time: extended, or moved from a holiday, where that was decided; `named_day` is the
    day as the notice or the county names it. `receipts` are all that came in by `day`, oldest first, void and returned
    ones too. `exempt` says why nothing is owed. `forms` are the copies owed. `heirs_of` names the units whose duty
    passed to this one.
    """

    unit: Unit
    obligation: Obligation
    clause: Clause
    year: int
    day: date
    due: Due
    due_day: date | None = None
    named_day: date | None = None
    extended: bool = False
    exempt: Sentence | None = None
    forms: tuple[CopyForm, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    heirs_of: tuple[str, ...] = ()
    soon_days: int = 0
    remarks: tuple[Sentence, ...] = ()

    @property
    def counting(self) -> Receipt | None:
        """The filing that counts: the one the office chose, else the latest that is neither void nor returned."""
        standing = [one for one in self.receipts if one.stands]
        chosen = [one for one in standing if one.chosen]
        return (chosen or standing or [None])[-1]

    @property
    def first_day(self) -> date | None:
        """When the first copy came in, on paper or not: that stops the clock, even if it was sent back later."""
        return min((one.day for one in self.receipts if one.fate != "void"), default=None)

    @property
    def days_late(self) -> int:
        """By how many days it came too late, or is overdue on `day`; 0 where it is in time, exempt or has no day."""
        if self.exempt or self.due_day is None:
            return 0
        return max(((self.first_day or self.day) - self.due_day).days, 0)

    @property
    def missing_forms(self) -> tuple[CopyForm, ...]:
        """The copies owed that have not come in, where another has."""
        if self.exempt or self.first_day is None:
            return ()
        came = {form for one in self.receipts if one.fate != "void" for form in one.forms}
        return tuple(form for form in self.forms if form not in came)

    @property
    def is_nil(self) -> bool:
        """Whether what counts is a nil return (零报告)."""
        return self.counting is not None and self.counting.nil

    @property
    def is_belated(self) -> bool:
        """Whether a fact it rests on was put on record on a later day (补录)."""
        return any(one.is_belated for one in self.receipts)

    @property
    def to_refile_by(self) -> date | None:
        """The day set in the last return, while nothing was filed since."""
        last = next((one for one in reversed(self.receipts) if one.fate != "void"), None)
        return last.until if last is not None and last.fate == "returned" else None

    @property
    def state(self) -> DutyState:
        """How it stands on `day`. Quality is another matter: a faulty filing is not a late one."""
        if self.exempt:
            return "exempt"
        if self.first_day is not None:
            if self.counting is None:
                return "returned"
            if self.due_day is None:
                return "filed"
            return "late" if self.days_late else "on-time"
        if self.due_day is None:
            return "open"
        if self.day > self.due_day:
            return "overdue"
        return "due-soon" if (self.due_day - self.day).days <= self.soon_days else "not-due"


class LogClock(NamedTuple):
    """The clock of 二（四）: since when no 登记表 has come in, and the days on which one and two years are up.

    `since` is None where nobody knows (no receipt, no opening entry, and the unit older than the duty): unexamined.
    """

    since: date | None
    source: Literal["received", "opening", "confirmed"] | None
    one_year: date | None = None
    two_years: date | None = None
