"""The county's calendar: which day a moment belongs to, and where a due day goes that falls on a holiday."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from enforcer.domain.sentence import Sentence

if TYPE_CHECKING:
    from enforcer.county.settings.reading import Calendar
    from enforcer.domain.notice import Notice

ZONE: Final = "Asia/Shanghai"
ROLL_OVER: Final = "law:roll-over"


def day_of(moment: datetime) -> date:
    """The day in Asia/Shanghai that the moment belongs to: a due day ends there at 24:00, wherever the computer stands.

    A moment without a zone is the county's own time.
    """
    return moment.date() if moment.tzinfo is None else moment.astimezone(ZoneInfo(ZONE)).date()


def now() -> datetime:
    """This moment, as the county's clocks show it."""
    return datetime.now(ZoneInfo(ZONE))


def today() -> date:
    """The day it is now in the county."""
    return now().date()


def settled_day(named: date, policy: "Calendar", notice: "Notice") -> tuple[date, Sentence | None]:
    """The day on which a due day really ends, and what people are to know about it.

    With "next-workday" a day off moves to the next working day, make-up workdays among them (民事诉讼法);
    a year that the calendar library does not know leaves the day where it is, and the sentence says so.
    """
    if policy != "next-workday":
        return named, None
    from chinese_calendar import is_workday  # noqa: PLC0415 - most counties leave it off, and it costs 17 ms

    day = named
    try:
        while not is_workday(day):
            day += timedelta(days=1)
    except NotImplementedError:
        return named, Sentence(
            "节假日历没有{year}年的放假安排，期限{day}没有顺延，请人工核对当天是否放假",
            {"year": day.year, "day": named},
        )
    if day == named:
        return named, None
    return day, _moved(named, day, notice)


def _moved(named: date, day: date, notice: "Notice") -> Sentence:
    law = notice.clause(ROLL_OVER, named)
    if law is None:
        return Sentence("{named}放假，期限顺延到{day}", {"named": named, "day": day})
    values = {"named": named, "day": day, "law": Sentence(law.number)}
    return Sentence("{named}放假，期限顺延到{day}（参照{law}）", values)
