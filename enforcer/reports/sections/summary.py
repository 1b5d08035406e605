"""Section 1, 一页纸: what the county's head reads."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from enforcer.county.duty_words import short_title
from enforcer.county.status.chase import Chase, chased
from enforcer.domain.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from enforcer.county.standing import Standing
    from enforcer.domain.duty import Duty, DutyState
    from enforcer.domain.unit import Unit
    from enforcer.reports.sections.matrix import Matrix
    from enforcer.reports.sections.quality import Passed, Quality, RuleFaults

_OPEN_STATES: tuple[DutyState, ...] = ("not-due", "due-soon", "open")
_FILED_STATES: tuple[DutyState, ...] = ("on-time", "late", "filed")


class Figures(NamedTuple):
    """Duties counted: owed is all but exempt; `filed` in time, late, or where there is no day; `open` not due yet."""

    units: int
    owed: int
    on_time: int
    late: int
    filed: int
    returned: int
    overdue: int
    open: int
    exempt: int


class Call(NamedTuple):
    """A unit that owes something past its day, with whom to ring and since how many days at the longest."""

    unit: Unit
    owed: tuple[Chase, ...]
    days: int


class Upcoming(NamedTuple):
    """What falls due on a day, and which units still owe it. `again`: sent back, to be filed again by then."""

    day: date
    days_left: int
    title: Sentence
    units: tuple[str, ...]
    own_day: bool
    again: bool


class Summary(NamedTuple):
    """The page: two sentences, the figures, what is met most, whom to ring, what is next."""

    sentences: tuple[Sentence, Sentence]
    figures: Figures
    passed: Passed
    most_met: tuple[RuleFaults, ...]
    calls: tuple[Call, ...]
    upcoming: tuple[Upcoming, ...]


def summary_of(standing: Standing, matrix: Matrix, quality: Quality) -> Summary:
    """The page, of the sections whose figures it repeats."""
    duties = [duty for unit in standing.units for duty in unit.duties]
    figures = _figures(standing, matrix)
    calls = tuple(_calls(duties))
    return Summary(
        (_first(standing, figures), _second(quality, calls)),
        figures,
        quality.passed,
        quality.most_met,
        calls,
        tuple(_upcoming(duties, standing.day)),
    )


def _figures(standing: Standing, matrix: Matrix) -> Figures:
    count = matrix.totals
    return Figures(
        units=len(standing.units),
        owed=sum(count.values()) - count["exempt"],
        on_time=count["on-time"],
        late=count["late"],
        filed=count["filed"],
        returned=count["returned"],
        overdue=count["overdue"],
        open=sum(count[state] for state in _OPEN_STATES),
        exempt=count["exempt"],
    )


def _first(standing: Standing, figures: Figures) -> Sentence:
    parts = [Sentence(part.template, {"count": count}) for part, count in _parts(figures, standing)]
    values = {"county": standing.settings.county, "year": standing.year, "day": standing.day, "parts": parts}
    return Sentence(
        "截至{day}，{county}{units}个行政执法单位{year}年度应报材料{owed}项：{parts}；另有{exempt}项免报。",
        {**values, "units": figures.units, "owed": figures.owed, "exempt": figures.exempt},
    )


def _parts(figures: Figures, standing: Standing) -> Iterator[tuple[Sentence, int]]:
    """What is owed, in parts that add up to it; those that matter most are said even where there are none."""
    yield Sentence("按期报送{count}项"), figures.on_time
    yield Sentence("迟报{count}项"), figures.late
    yield Sentence("逾期未报{count}项"), figures.overdue
    unfiled = Sentence("未到期或没有期限而未报{count}项")
    if standing.head is None:
        unfiled = Sentence("文件夹里没有、不能判断是否已报{count}项")
    rest = (
        (Sentence("退回待重报{count}项"), figures.returned),
        (Sentence("没有期限而已报{count}项"), figures.filed),
        (unfiled, figures.open),
    )
    yield from ((part, count) for part, count in rest if count)


def _second(quality: Quality, calls: tuple[Call, ...]) -> Sentence:
    passed = quality.passed
    call = Sentence("有{calls}个单位需要电话催办", {"calls": len(calls)}) if calls else Sentence("没有单位需要电话催办")
    values: dict[str, object] = {**passed._asdict(), "call": call}
    if not passed.filings:
        return Sentence("还没有可以核对的材料；{call}。", values)
    values["met"] = Sentence("最常见的问题是{titles}；", {"titles": [one.title for one in quality.most_met]})
    if not quality.most_met:
        values["met"] = ""
    values["unsure"] = Sentence("（其中{count}份还有未核的内容）", {"count": passed.with_unexamined})
    if not passed.with_unexamined:
        values["unsure"] = ""
    return Sentence("核对材料{filings}份，首次报送即未发现错误的{passed}份{unsure}；{met}{call}。", values)


def _calls(duties: Iterable[Duty]) -> Iterator[Call]:
    """The longest owing first."""
    owed: dict[str, list[Chase]] = defaultdict(list)
    for one in chased(duties):
        owed[one.duty.unit.key].append(one)
    calls = [Call(rows[0].duty.unit, tuple(rows), max(row.days for row in rows)) for rows in owed.values()]
    yield from sorted(calls, key=lambda one: (-one.days, -len(one.owed)))


def _upcoming(duties: Iterable[Duty], day: date) -> Iterator[Upcoming]:
    """By day; what was sent back comes due on the day set in the return."""
    groups: dict[tuple[date, str, bool, bool], list[str]] = defaultdict(list)
    for duty in duties:
        title = short_title(duty.obligation)
        if duty.state in ("not-due", "due-soon") and duty.due_day is not None:
            groups[duty.due_day, title, duty.is_own_day and not duty.extended, False].append(duty.unit.name)
        refiling = duty.to_refile_by
        if refiling is not None and refiling >= day:
            groups[refiling, title, False, True].append(duty.unit.name)
    for (due, title, own, again), units in sorted(groups.items()):
        yield Upcoming(due, (due - day).days, Sentence(title), tuple(units), own, again)
