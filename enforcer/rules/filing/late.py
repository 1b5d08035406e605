from collections.abc import Iterator, Mapping
from datetime import date

from enforcer.annexes.due_days import limit, limit_of, place_of, title_of
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier, Filing
from enforcer.domain.duty import Duty
from enforcer.domain.notice import Obligation
from enforcer.domain.row import Place
from enforcer.domain.rule import Remark, Unsure, rule
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit
from enforcer.language.dates import find_date, read_date


@rule(
    "F002",
    "late",
    "迟报",
    severity="warning",
    clause="accountability",
    message={
        "received": "“{title}”应于{due}前报送，{received}收到，晚了{days}天",
        "differs": "“{title}”应于{due}前报送，{received}收到，晚了{days}天；表内填写的日期是{stated}",
        "stated": "“{title}”应于{due}前报送，表内填写的报送日期是{received}，晚了{days}天",
    },
    expected="{limit}",
    remedy="报送日期已成事实，不必重报；日期有误的，请向县法制办说明并更正",
)
def late(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：各项材料在规定的日期前报送，当日报送不算迟。以县法制办收到的日期为准；没有收到日期的，按表内填写的日期。

    依据：桓政办发〔2014〕36号 四；各项材料对应的条款。
    错误示例：年度检查计划应于6月30日前报送，7月3日才收到。
    正确示例：6月30日当天收到。
    """
    for filing in dossier.filings:
        if _owed(dossier.unit, filing.obligation):
            yield from _judged(dossier, filing)
    told = {filing.obligation.key for filing in dossier.filings}
    for duty in dossier.duties:
        if duty.first_day is not None and duty.days_late and duty.obligation.key not in told:
            yield _of_duty(duty, duty.first_day)


def _owed(unit: Unit | None, obligation: Obligation) -> bool:
    """What the roster frees the unit of has no due day for it."""
    if unit is None:
        return True
    return unit.exemption not in obligation.exempt and (unit.penalty_power or not obligation.needs_penalty_power)


def _judged(dossier: Dossier, filing: Filing) -> Iterator[Remark | Unsure]:
    due, received = filing.due_day, filing.received
    if filing.due is None:
        yield Unsure("absent", Sentence("没有写明年度，不知道期限是哪一天"), filing.place)
    elif due is not None and received is None:
        yield Unsure("absent", Sentence("没有报送日期，无法判断是否迟报"), filing.place)
    elif due is not None and received is not None and received > due:
        yield _remark(dossier, filing, due, received)


def _remark(dossier: Dossier, filing: Filing, due: date, received: date) -> Remark:
    values = {
        "title": Sentence(filing.obligation.title),
        "due": due,
        "received": received,
        "days": (received - due).days,
        "limit": limit(filing.due, due, filing.clause),
    }
    own = filing.clause if filing.due is not None and filing.due.own else None
    if filing.source == "stated":
        return Remark(filing.place, values, value=received, case="stated", clause=own)
    return _told(filing.place, values, received, _stated(dossier, filing), own)


def _of_duty(duty: Duty, received: date) -> Remark:
    """What came in late without an annex's file: a document, sealed paper, a nil return."""
    first = next(one for one in duty.fulfilling if one.day == received)
    values = {
        "title": title_of(duty),
        "due": duty.due_day,
        "received": received,
        "days": duty.days_late,
        "limit": limit_of(duty),
    }
    return _told(place_of(duty), values, received, first.stated, duty.clause if duty.is_own_day else None)


def _told(
    place: Place, values: Mapping[str, object], received: date, stated: date | None, clause: Clause | None
) -> Remark:
    """The office's day, with the unit's own beside it where that differs; the county's own day is no matter of 四."""
    if stated is None or stated == received:
        return Remark(place, values, value=stated, case="received", clause=clause)
    return Remark(place, {**values, "stated": stated}, value=stated, case="differs", clause=clause)


def _stated(dossier: Dossier, filing: Filing) -> date | None:
    """The day that the unit itself wrote into the form, None where it wrote none that can be read."""
    lines = (reading.header.get("filed") for reading in dossier.readings if reading.file == filing.place.file)
    line = next((line for line in lines if line is not None and line.place.sheet == filing.place.sheet), None)
    return (read_date(line.value) or find_date(line.text)) if line else None
