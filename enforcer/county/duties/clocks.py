"""The credential clock of 二（四）: how long a unit has filed no 登记表, and when one and two years of it are up."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Final

from enforcer.county.duties.exemptions import freed, no_longer, not_yet
from enforcer.domain.clause import Clause
from enforcer.domain.duty import LogClock, LogSource
from enforcer.domain.notice import Notice
from enforcer.domain.receipt import Receipt
from enforcer.domain.unit import Unit

LOG: Final = "log"
_FIGURES: Final = ("since", "years_without_credentials", "years_to_withdrawal")


def clock_of(unit: Unit, notice: Notice, day: date, receipts: Iterable[Receipt], heir: Unit | None = None) -> LogClock:
    """The clock as it stands on `day`; `receipts` may be of any unit and obligation.

    It runs from the day on which the office last received the unit's 登记表, or from the roster's opening entry if that
    is later; without either, from the day on which a unit began that is younger than the duty itself. Who is older and
    has neither is unexamined: a new ledger must not accuse a county of the years before it. Only the log feeds it, 案件
    汇总和分析报告 never do; what was sent back was received all the same, what was recorded by mistake was not.
    """
    obligation = notice.obligations.get(LOG)
    clause = notice.clauses.get(obligation.clause) if obligation else None
    if obligation is None or clause is None or not all(name in clause.figures for name in _FIGURES):
        return LogClock(None, None)
    free = freed(unit, obligation, clause) or not_yet(unit, day, None, ()) or no_longer(unit, day, heir)
    if free is not None:
        return LogClock(None, None, exempt=free)
    received = max(
        (
            one.day
            for one in receipts
            if one.unit == unit.key and one.obligation == LOG and one.fate != "void" and one.day <= day
        ),
        default=None,
    )
    opening = unit.last_log if unit.last_log is not None and unit.last_log <= day else None
    if received is not None and (opening is None or received >= opening):
        return _running(received, "received", clause)
    if opening is not None:
        return _running(opening, "opening", clause)
    if unit.since is not None and unit.since >= _first_day(clause):
        return _running(unit.since, "confirmed", clause)
    return LogClock(None, None)


def years_later(day: date, years: int) -> date:
    """The day on which so many years are up: the same day of the same month, or the month's last where it lacks it."""
    year = day.year + years
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def _running(since: date, source: LogSource, clause: Clause) -> LogClock:
    one, two = (clause.figure(name) for name in _FIGURES[1:])
    return LogClock(since, source, years_later(since, one), years_later(since, two))


def _first_day(clause: Clause) -> date:
    """Since when logs are a duty (2011-08-01)."""
    since = clause.figures[_FIGURES[0]]
    return since if isinstance(since, date) else date.max
