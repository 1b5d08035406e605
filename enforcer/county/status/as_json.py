"""`enforcer status` as JSON, by the shipped schema status-1.json."""

from datetime import date
from typing import Any, Final

from enforcer.county.status.chase import Chase, chased
from enforcer.county.status.overview import Overview, UnitDuties
from enforcer.domain.duty import Duty, LogClock
from enforcer.domain.receipt import Receipt
from enforcer.domain.sentence import Translate, words
from enforcer.verdicts.as_json import tool

SCHEMA: Final = "enforcer/status/1"


def status_document(overview: Overview, translate: Translate) -> dict[str, Any]:
    """Every duty of every unit, the credential clocks, and in `chase` what is owed and past its day."""
    return {
        "schema": SCHEMA,
        "tool": tool(overview.settings.notice.number),
        "as_of": overview.day.isoformat(),
        "year": overview.year,
        "county": words(overview.settings.county),
        "head": overview.head,
        "units": [_unit(one, translate) for one in overview.units],
        "chase": [_chase(one, translate) for one in chased(overview.duties())],
    }


def _unit(one: UnitDuties, translate: Translate) -> dict[str, Any]:
    return {
        "code": words(one.unit.code) or None,
        "unit": words(one.unit.name),
        "duties": [_duty(duty, translate) for duty in one.duties],
        "clock": _clock(one.clock, translate),
    }


def _duty(duty: Duty, translate: Translate) -> dict[str, Any]:
    counting, pending = duty.counting, duty.pending_return
    return {
        "obligation": duty.obligation.key,
        "title": translate(duty.obligation.title),
        "annex": duty.obligation.annex,
        "clause": {"key": duty.clause.key, "number": duty.clause.number},
        "state": duty.state,
        "due": _day(duty.due_day),
        "named_day": _day(duty.named_day),
        "own_day": duty.is_own_day,
        "extended": duty.extended,
        "received": _day(duty.first_day),
        "stated": _day(counting.stated) if counting is not None else None,
        "days_late": duty.days_late,
        "nil": duty.is_nil,
        "forms_owed": list(duty.forms),
        "forms_missing": list(duty.missing_forms),
        "receipt": counting.number or None if counting is not None else None,
        "returned": {"receipt": pending.number, "until": _day(pending.until)} if pending is not None else None,
        "belated": duty.is_belated,
        "exempt": duty.exempt.render(translate) if duty.exempt is not None else None,
        "heir_of": [words(name) for name in duty.heirs_of],
        "feeds_platform": duty.obligation.feeds_platform,
        "remarks": [remark.render(translate) for remark in duty.remarks],
        "receipts": [_receipt(one) for one in duty.receipts],
    }


def _receipt(one: Receipt) -> dict[str, Any]:
    return {
        "receipt": one.number or None,
        "received": one.day.isoformat(),
        "forms": list(one.forms),
        "nil": one.nil,
        "state": one.fate,
        "fulfils": one.fulfils,
        "belated": one.is_belated,
    }


def _clock(clock: LogClock, translate: Translate) -> dict[str, Any]:
    return {
        "since": _day(clock.since),
        "source": clock.source,
        "one_year": _day(clock.one_year),
        "two_years": _day(clock.two_years),
        "exempt": clock.exempt.render(translate) if clock.exempt is not None else None,
    }


def _chase(one: Chase, translate: Translate) -> dict[str, Any]:
    unit = one.duty.unit
    return {
        "code": words(unit.code) or None,
        "unit": words(unit.name),
        "contact": words(unit.contact) or None,
        "phone": words(unit.phone) or None,
        "mail": words(unit.mail) or None,
        "obligation": one.duty.obligation.key,
        "title": translate(one.duty.obligation.title),
        "owes": [what.render(translate) for what in one.what],
        "since": one.since.isoformat(),
        "days": one.days,
        "own_day": one.duty.is_own_day,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
