"""A duty: what one unit owes in one year for one obligation, what came in for it, and how it stands on a day."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
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
    "returned",  # 退回: nothing that came in counts, because it was sent back
    "overdue",  # 逾期
    "due-soon",  # 临期
    "not-due",  # 未到期
    "open",  # 未报: nothing filed, where there is no due day
]


class _Facts(NamedTuple):
    """What a duty rests on, field by field."""

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
    sent_back: frozenset[str] = frozenset()


class Duty(_Facts):
    """One cell of 单位 × 事项. `day` is the day on which it stands so; facts after it are not in it.

    `due_day` is the last day in time: extended, or moved from a holiday, where that was decided; `named_day` is the
    day as the notice or the county names it. `receipts` are all that came in by `day`, oldest first, void and returned
    ones too, and plans for a part of the year, which close nothing. `exempt` says why nothing is owed. `forms` are the
    copies owed. `heirs_of` names the units whose duty passed to this one. `soon_days`: from how many days before the
    due day it is 临期. `remarks` are for people: a day that was moved, a calendar that does not reach so far.
    `sent_back` has the numbers of the receipts that a return covers: sealed paper goes back with its electronic copy.

    A duty is asked the same things again and again, by tables, rules and letters: it works each out once.
    """

    @cached_property
    def fulfilling(self) -> tuple[Receipt, ...]:
        """What came in for the year's duty: neither void, nor a plan for a part of the year."""
        return tuple(one for one in self.receipts if one.fate != "void" and one.fulfils)

    @cached_property
    def counting(self) -> Receipt | None:
        """The filing that counts: the one the office chose, else the latest that is neither void nor returned.

        Sealed paper that came beside an electronic copy is the same filing; it counts by itself where it is alone.
        """
        standing = [one for one in self.fulfilling if one.stands and one.number not in self.sent_back]
        filed = [one for one in standing if one.nil or one.forms != ("paper",)] or standing
        chosen = [one for one in filed if one.chosen]
        return next(iter(reversed(chosen or filed)), None)

    @cached_property
    def first_day(self) -> date | None:
        """When the first copy came in, on paper or not: that stops the clock, even if it was sent back later."""
        return min((one.day for one in self.fulfilling), default=None)

    @property
    def days_late(self) -> int:
        """By how many days it came too late, or is overdue on `day`; 0 where it is in time, exempt or has no day."""
        if self.exempt or self.due_day is None:
            return 0
        return max(((self.first_day or self.day) - self.due_day).days, 0)

    @cached_property
    def missing_forms(self) -> tuple[CopyForm, ...]:
        """The copies owed that have not come in, where another has."""
        if self.exempt or self.first_day is None:
            return ()
        came = {form for one in self.fulfilling for form in one.forms}
        return tuple(form for form in self.forms if form not in came)

    @property
    def lacking_forms(self) -> tuple[CopyForm, ...]:
        """The copies still missing after the due day (F003, F004); those missing before it may yet come."""
        return self.missing_forms if self.due_day is not None and self.day > self.due_day else ()

    @property
    def is_own_day(self) -> bool:
        """Whether the due day is the county's own (本县约定期限): never in a list of facts for a 通报."""
        return self.due.own

    @property
    def is_nil(self) -> bool:
        """Whether what counts is a nil return (零报告)."""
        return self.counting is not None and self.counting.nil

    @property
    def is_belated(self) -> bool:
        """Whether a filing it rests on was put on record on a later day than it came in (补录)."""
        return any(one.is_belated for one in self.receipts if one.fate != "void")

    @property
    def stated_day(self) -> date | None:
        """The day that the unit itself wrote, where it differs from the day on which the office received it."""
        counting = self.counting
        return counting.stated if counting is not None and counting.stated != counting.day else None

    @cached_property
    def pending_return(self) -> Receipt | None:
        """The latest filing that was sent back and not filed again since, None where there is none."""
        if self.exempt is not None or not self.unit.exists_on(self.day):
            return None
        return next(iter(reversed(list(self._pending_returns()))), None)

    @property
    def to_refile_by(self) -> date | None:
        """The day set in the last return, while nothing was filed again since."""
        pending = self.pending_return
        return pending.until if pending is not None else None

    @property
    def is_refiling_overdue(self) -> bool:
        """Whether the day set in a return went by and nothing came (F010)."""
        return self.to_refile_by is not None and self.day > self.to_refile_by

    @property
    def owed_since(self) -> date | None:
        """The last day on which what is still owed would have been in time; None where nothing is owed by now.

        Owed are the filing itself, a copy that is missing, and what was sent back.
        """
        days = []
        if self.due_day is not None and (self.state == "overdue" or self.lacking_forms):
            days.append(self.due_day)
        if self.to_refile_by is not None and self.is_refiling_overdue:
            days.append(self.to_refile_by)
        return min(days, default=None)

    @cached_property
    def state(self) -> DutyState:
        """How it stands on `day`. Quality is another matter: a faulty filing is not a late one."""
        if self.exempt:
            return "exempt"
        if self.first_day is not None:
            return self._state_filed()
        if self.due_day is None:
            return "open"
        if self.day > self.due_day:
            return "overdue"
        return "due-soon" if (self.due_day - self.day).days <= self.soon_days else "not-due"

    def _state_filed(self) -> DutyState:
        if self.counting is None:
            return "returned"
        if self.due_day is None:
            return "filed"
        return "late" if self.days_late else "on-time"

    def _pending_returns(self) -> Iterator[Receipt]:
        """Each filing sent back after which nothing came for the same stretch of time, on paper or not."""
        known = [one for one in self.receipts if one.fate != "void"]
        for place, one in enumerate(known):
            later = (other for other in known[place + 1 :] if other.fulfils == one.fulfils)
            if one.fate == "returned" and all(other.number in self.sent_back and other.stands for other in later):
                yield one


LogSource = Literal["received", "opening", "confirmed"]


class LogClock(NamedTuple):
    """The clock of 二（四）: since when no 登记表 has come in, and the days on which one and two years are up.

    `since` is None where nobody knows (no receipt, no opening entry, and the unit older than the duty): unexamined.
    `exempt` says why the unit has no such clock. A year is up at the end of its day.
    """

    since: date | None
    source: LogSource | None
    one_year: date | None = None
    two_years: date | None = None
    exempt: Sentence | None = None
