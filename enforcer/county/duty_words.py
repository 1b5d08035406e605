"""How a duty's state is called, and what is said of it besides: for pages, tables and reminders."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from enforcer.domain.duty import Duty, DutyState, LogClock, LogSource
from enforcer.domain.notice import Obligation
from enforcer.domain.receipt import CopyForm
from enforcer.domain.sentence import Sentence

STATES: Final[Mapping[DutyState, Sentence]] = {
    "on-time": Sentence("按期"),
    "late": Sentence("迟报"),
    "filed": Sentence("已报"),
    "returned": Sentence("已退回"),
    "overdue": Sentence("逾期"),
    "due-soon": Sentence("临期"),
    "not-due": Sentence("未到期"),
    "open": Sentence("未报"),
    "exempt": Sentence("免报"),
}
COPIES: Final[Mapping[CopyForm, Sentence]] = {
    "paper": Sentence("盖章纸质件"),
    "electronic": Sentence("电子版"),
}
NIL: Final = Sentence("零报告")
EXTENDED: Final = Sentence("已延期")
BELATED: Final = Sentence("补录")
OWN_DAY: Final = Sentence("本县约定期限")
OWN_DAY_BESIDE: Final = Sentence("（本县约定期限）")
UNEXAMINED: Final = Sentence("未核：台账没有收到过登记表，名录没有期初数，不知道从哪一天起算")
_STARTS: Final[Mapping[LogSource, Sentence]] = {
    "received": Sentence("最近一次收到{since}"),
    "opening": Sentence("名录登记的最近一次报备{since}"),
    "confirmed": Sentence("{since}设立，没有收到过"),
}


def short_title(obligation: Obligation) -> str:
    """The title as clerks say it: 检查计划."""
    return obligation.file_names[0] if obligation.file_names else obligation.title


def what_is_owed(duty: Duty) -> tuple[Sentence, ...]:
    """What a unit still owes and is past its day: the filing, a copy of it, or what was sent back."""
    return tuple(_owed(duty))


def _owed(duty: Duty) -> Iterator[Sentence]:
    if duty.state == "overdue":
        yield Sentence("未报")
    for form in duty.lacking_forms:
        yield Sentence("缺{copy}", {"copy": COPIES[form]})
    if duty.is_refiling_overdue:
        yield Sentence("退回后未重报")


def clock_words(clock: LogClock, day: date) -> Sentence:
    """What the credential clock says on that day: since when it runs, and when one and two years are up.

    Nobody is told to lose a credential: what has gone by is something to verify.
    """
    if clock.exempt is not None:
        return clock.exempt
    if clock.since is None or clock.source is None or clock.one_year is None or clock.two_years is None:
        return UNEXAMINED
    start = _STARTS[clock.source]._replace(values={"since": clock.since})
    values = {"start": start, "one": clock.one_year, "two": clock.two_years}
    if day > clock.two_years:
        return Sentence("{start}，{two}已满两年；请核实是否符合收回行政执法证件、由县法制办保存的条件", values)
    if day > clock.one_year:
        return Sentence(
            "{start}，{one}已满一年，{two}满两年；请核实是否符合不再办理新的行政执法证件的条件",
            values,
        )
    return Sentence("{start}，{one}满一年，{two}满两年", values)
