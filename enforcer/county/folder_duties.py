"""Duties told by files alone: no day of receipt, no paper, no roster; what cannot be known is left open."""

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import PurePath
from typing import Final
from zoneinfo import ZoneInfo

from enforcer.county.calendar import ZONE
from enforcer.county.duties.owed import duty_of
from enforcer.county.intake.kinds import applies_higher_standard, plan_kinds
from enforcer.county.settings.reading import Settings
from enforcer.domain.dossier import Dossier
from enforcer.domain.duty import Duty
from enforcer.domain.notice import Due, Obligation
from enforcer.domain.receipt import Receipt
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit
from enforcer.domain.verdict import Examined
from enforcer.validation import stated_day

_PLAN: Final = 1
_BENCHMARK: Final = 3
_UNKNOWN: Final = Sentence("没有台账，不知道是否已报")
_UNSURE: Final = Sentence("文件夹里没有；没有单位名录，不知道该单位是否应报，请核实")
_UNREAD: Final = Sentence("有文件没能读成附件，不知道其中是否有此项")
_UNDATED: Final = Sentence("表内没有写报送日期，不知道是否按期")
_STATED: Final = Sentence("按表内填写的报送日期判断，县法制办收到的日期不详")


def duty_by_files(
    unit: Unit,
    obligation: Obligation,
    year: int,
    *,
    day: date,
    files: Sequence[Examined],
    settings: Settings,
    is_listed: bool,
) -> Duty:
    """The duty as these files of the unit tell it. `is_listed`: whether a roster says what the unit is.

    A form's stated day stands for the day of receipt. Without one, and where only a ledger or a roster could tell, the
    duty has no due day: it is filed or open, never late or overdue, and its last remark says why.
    """
    own = [one for one in files if one.reading.annex is not None and one.reading.annex == obligation.annex]
    receipts = [_receipt(one, unit, obligation, year, day) for one in own]
    duty = duty_of(settings, unit, obligation, year, day=day, receipts=receipts, decisions=())
    duty = duty._replace(forms=())
    if duty.exempt is not None:
        return duty
    if obligation.annex is None:
        return _undecided(duty, _UNKNOWN)
    if not duty.fulfilling:
        if any(one.reading.annex is None for one in files):
            return _undecided(duty, _UNREAD)
        is_everyones = not (obligation.exempt or obligation.needs_penalty_power or obligation.own_credentials_only)
        return duty if is_listed or is_everyones else _undecided(duty, _UNSURE)
    if any(one.stated is None for one in duty.fulfilling):
        return _undecided(duty, _UNDATED)
    return duty._replace(remarks=(*duty.remarks, _STATED))


def _undecided(duty: Duty, why: Sentence) -> Duty:
    return duty._replace(due=Due("none"), due_day=None, named_day=None, remarks=(why,))


def _receipt(examined: Examined, unit: Unit, obligation: Obligation, year: int, day: date) -> Receipt:
    """The file as if it had been received on the day that it states; it has no number, because nobody received it."""
    reading = examined.reading
    stated = stated_day(reading)
    received = stated or day
    return Receipt(
        number="",
        unit=unit.key,
        obligation=obligation.key,
        year=year,
        day=received,
        entered=datetime.combine(received, time(), ZoneInfo(ZONE)),
        forms=("electronic",),
        nil=reading.nil is not None and not reading.rows,
        name=PurePath(reading.file).name,
        sha256=reading.sha256,
        stated=stated,
        plan_kinds=plan_kinds((reading,)) if reading.annex == _PLAN else (),
        higher_standard=reading.annex == _BENCHMARK and _applies_higher(examined),
    )


def _applies_higher(examined: Examined) -> bool:
    return applies_higher_standard(
        Dossier(examined.unit, examined.year, examined.day, examined.day_source, (examined.reading,))
    )
