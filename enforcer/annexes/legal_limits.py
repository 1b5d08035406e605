"""Which limit of the 行政处罚法 a time limit in annex 2 states, and how the two compare."""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from enforcer.annexes.step import DECISION, SERVICE, Step
from enforcer.language.blanks import bare
from enforcer.language.time_limits import TimeLimit, read_time_limits

Bound = Literal["most", "least", "exact"]
Outcome = Literal["longer", "shorter", "fits"]

SERVING: Final = "law:service"
EVIDENCE: Final = "law:registered-evidence"
HEARING_REQUEST: Final = "law:hearing-request"
HEARING_NOTICE: Final = "law:hearing-notice"
PAYMENT: Final = "law:payment"
DECIDING: Final = "law:decision-limit"

BOUNDS: Final[dict[str, Bound]] = {
    SERVING: "most",
    EVIDENCE: "most",
    DECIDING: "most",
    HEARING_NOTICE: "least",
    # A term that the party has: the unit may neither cut it nor draw it out.
    HEARING_REQUEST: "exact",
    PAYMENT: "exact",
}

_WORKING_WEEK: Final = 5
_WEEKEND: Final = 2
_LONGEST_MONTH: Final = 31
_LONGEST_YEAR: Final = 366

# Terms of other laws, of other acts, or on top of the ordinary one.
_OTHER_TERM: Final = (
    "公告",
    "邮寄",
    "委托",
    "转交",
    "复议",
    "诉讼",
    "起诉",
    "申诉",
    "加处",
    "上缴",
    "交至",
    "缴至",
    "强制",
    "催告",
    "延长",
    "延期",
    "分期",
    "移送",
    "归档",
    "结案",
    "听证报告",
    "听证笔录",
)
_ASKING: Final = ("提出", "要求", "申请", "请求")
_HOLDING: Final = ("组织", "举行", "举办", "召开", "受理", "答复", "决定", "通知", "确定", "指定")
_DAYS_AHEAD: Final = re.compile(r"前(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:个?工作)?[日天](?!内)")
_PAYING: Final = ("缴纳", "交纳", "缴款", "缴清", "交清", "缴付")
_FINE: Final = ("罚款", "罚没", "决定书")
_DEFENDING: Final = ("陈述", "申辩")
_DECIDING: Final = re.compile(r"(?:作出|下达|做出)[^,]*决定")
_OPENED: Final = ("立案", "受案")
_DECIDED: Final = ("决定", "作出", "宣告", "审批", "批准", "签发")
_SERVED_WARNING: Final = ("告知", "听证", "通知", "立案", "权利")
_BY_NAME: Final = (
    (re.compile(r"登记保存"), EVIDENCE),
    (re.compile(r"缴纳罚款|罚款的?(?:缴纳|收缴)|缴款"), PAYMENT),
    (re.compile(r"(?:申请|要求|提出|请求)听证|听证(?:申请|要求|请求)"), HEARING_REQUEST),
)


class Stated(NamedTuple):
    """A time limit that a cell of a step states, `text` the words it stands in, and the article that sets it."""

    law: str
    limit: TimeLimit
    field: str
    text: str


def stated_limits(step: Step) -> Iterator[Stated]:
    """The limits of a step that the law sets too, of which the words leave no doubt; the others are left out.

    时限 is read with the step's name behind it (送达: 7日内), 方式（内容） only where its own words say what the
    limit is for (不服的，3日内提出听证申请).
    """
    for field in ("time_limit", "manner"):
        for text, before, after, limit in _clauses(step.row[field]):
            if limit.extension or limit.relation in ("after", "at_least"):
                continue
            law = _of_words(step, before, limit) or _of_words(step, before + after, limit)
            if law is None and field == "time_limit" and not _says(before + after, _OTHER_TERM):
                law = _of_step(step, limit)
            if law is None or (limit.unit == "at_once" and BOUNDS[law] == "exact"):
                continue
            yield Stated(law, limit, field, text)


def _says(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


def compare(limit: TimeLimit, days: int, *, working: bool) -> Outcome:
    """How a stated limit compares with the law's days: "longer" or "shorter" only where it is so in every week.

    A number of days that a table states while the law counts working days may mean either, and must be so in both.
    """
    outcomes: set[Outcome] = set()
    if limit.unit == "working_day" or (working and limit.unit == "day"):
        amount = (limit.amount, limit.amount) if working else _span(limit.amount)
        outcomes.add(_outcome(amount, (days, days)))
    if limit.unit != "working_day":
        outcomes.add(_outcome(_calendar(limit), _span(days) if working else (days, days)))
    return outcomes.pop() if len(outcomes) == 1 else "fits"


def _outcome(stated: tuple[int, int], lawful: tuple[int, int]) -> Outcome:
    if stated[0] > lawful[1]:
        return "longer"
    return "shorter" if stated[1] < lawful[0] else "fits"


def _span(days: int) -> tuple[int, int]:
    """The fewest and the most calendar days that so many working days take; public holidays are left aside."""
    full_weeks = (days - 1) // _WORKING_WEEK
    started_weeks = -(-days // _WORKING_WEEK)
    return days + _WEEKEND * max(0, full_weeks), days + _WEEKEND * started_weeks


def _calendar(limit: TimeLimit) -> tuple[int, int]:
    longest = {"month": _LONGEST_MONTH, "year": _LONGEST_YEAR}.get(limit.unit)
    return limit.least_days, limit.amount * longest if longest else limit.least_days


def _clauses(text: str) -> Iterator[tuple[str, str, str, TimeLimit]]:
    """Each limit of a cell: the words it stands in, these folded with what leads up to it, what follows, the limit.

    Words that hold two limits at once (7日或者15日) say of neither what it is for.
    """
    for sentence in re.split(r"[;；。\n\r]", text):
        lead: list[str] = []
        parts = re.split(r"[,，]", sentence)
        for position, part in enumerate(parts):
            limits = read_time_limits(part)
            lead.append(part)
            if not limits:
                continue
            if len(limits) == 1:
                follow = _until_next(parts[position + 1 :])
                yield "，".join(lead).strip(), bare("，".join(lead)), bare("，".join(["", *follow])), limits[0]
            lead = []


def _until_next(parts: list[str]) -> list[str]:
    """What follows a limit, as far as it may still belong to it."""
    first = parts[:1]
    return [] if first and read_time_limits(first[0]) else first


def _of_words(step: Step, words: str, limit: TimeLimit) -> str | None:
    """The article that sets the limit, by the words around it; None where they do not say."""
    if _says(words, _OTHER_TERM):
        return None
    event = limit.event or ""
    deed = words.replace(event, "")
    if "听证" in words or "听证" in step.name:
        return _of_hearing(deed, event, limit)
    if limit.relation != "within":
        return None
    return EVIDENCE if "登记保存" in words else _of_deed(step, deed, event)


def _of_deed(step: Step, deed: str, event: str) -> str | None:
    """The article by what is to be done within the limit; the event that it is counted from is no deed."""
    if _says(deed, _PAYING):
        return PAYMENT if _says(deed + event, _FINE) else None
    if "送达" in deed:
        of_decision = step.kinds & {SERVICE, DECISION} or "决定" in deed + event
        return SERVING if of_decision and not _says(deed, _SERVED_WARNING) else None
    return DECIDING if _DECIDING.search(deed) and _says(event, _OPENED) else None


def _of_hearing(deed: str, event: str, limit: TimeLimit) -> str | None:
    """The article on hearings: the party asks for one within days, the unit gives notice of it days ahead."""
    if _says(deed + event, _DEFENDING):
        return None
    asked = _says(deed, _ASKING)
    if limit.relation == "before" or _DAYS_AHEAD.search(deed):
        return None if asked else HEARING_NOTICE
    if not asked or _says(deed, _HOLDING):
        return None
    return HEARING_REQUEST if "听证" in deed or "告知" in event else None


def _of_step(step: Step, limit: TimeLimit) -> str | None:
    """The article that sets the limit of a step, where its cell gives the limit alone."""
    if limit.relation == "before":
        return HEARING_NOTICE if "听证" in step.name else None
    by_name = next((law for pattern, law in _BY_NAME if pattern.search(step.name)), None)
    return by_name or _of_kinds(step, limit.event or "")


def _of_kinds(step: Step, event: str) -> str | None:
    if step.kinds == {SERVICE}:
        return SERVING if not event or _says(event, _DECIDED) else None
    if step.kinds == {DECISION}:
        return DECIDING if not event or _says(event, _OPENED) else None
    return None
