"""The roster as text and as JSON (schema roster-1.json): what is wrong with it, and the units."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from enforcer.county.roster.faults import RosterFault
from enforcer.county.roster.units import CheckedRoster
from enforcer.domain.row import Place
from enforcer.domain.sentence import Translate, words
from enforcer.domain.unit import Unit
from enforcer.verdicts.as_json import tool
from enforcer.verdicts.as_text import GRADES, shortened
from enforcer.verdicts.columns import padded
from enforcer.verdicts.columns import width as text_width
from enforcer.verdicts.lines import Line, line, span

SCHEMA: Final = "enforcer/roster/1"
_GAP: Final = "  "


def check_lines(checked: CheckedRoster, translate: Translate) -> Iterator[Line]:
    """Each fault with its cell, what was typed and how to mend it, in the order of the rows; then how it stands."""
    yield line(
        span(
            translate("单位名录 {path}，{count}个单位").format(
                path=words(checked.sheet.file), count=len(checked.roster.units)
            ),
            "title",
        )
    )
    for fault in checked.faults:
        sign, grade = GRADES[fault.severity]
        yield line(
            span(f"{sign} {translate(grade)}", fault.severity),
            "  ",
            span(fault.place.address, "cell"),
            "  ",
            fault.message.render(translate),
            indent=2,
        )
        if fault.value and fault.value not in fault.message.render(translate):
            yield line(span(translate("所填："), "dim"), shortened(words(fault.value)), indent=6)
        yield line(span(translate("改法："), "dim"), fault.remedy.render(translate), indent=6)
    errors, warnings = _counts(checked)
    if errors:
        said = translate("结论：{errors}处错误，{warnings}处提醒。有错误时其他命令不用这份名录")
        yield line(span(said.format(errors=errors, warnings=warnings), "error"))
    elif warnings:
        yield line(span(translate("结论：没有错误，{warnings}处提醒").format(warnings=warnings), "warning"))
    else:
        yield line(span(translate("结论：未发现问题"), "good"))


def unit_lines(units: tuple[Unit, ...], translate: Translate) -> Iterator[Line]:
    """The units as a table: code, name, short names, nature, what they are exempt from, who files, until when."""
    rows = [
        (
            translate("代码"),
            translate("单位名称"),
            translate("简称"),
            translate("性质"),
            translate("免报"),
            translate("处罚权"),
            translate("由谁报送"),
            translate("起止"),
        ),
        *(_cells(unit, translate) for unit in units),
    ]
    widths = [max(text_width(row[place]) for row in rows) for place in range(len(rows[0]))]
    for number, row in enumerate(rows):
        text = _GAP.join(padded(cell, columns) for cell, columns in zip(row, widths, strict=True)).rstrip()
        yield line(text if number else span(text, "title"))


def _cells(unit: Unit, translate: Translate) -> tuple[str, ...]:
    return (
        words(unit.code),
        words(unit.name),
        words(translate("、").join(unit.short_names)),
        words(unit.nature),
        unit.exemption or translate("无"),
        translate("有") if unit.penalty_power else translate("无"),
        words(unit.reporter),
        _period(unit),
    )


def _period(unit: Unit) -> str:
    """2014-09-01~, ~2014-08-31; "" where the unit has always been and still is."""
    if unit.since is None and unit.until is None:
        return ""
    return f"{unit.since or ''}~{unit.until or ''}"


def document(checked: CheckedRoster, notice: str, translate: Translate) -> dict[str, Any]:
    """The roster and its faults as plain values."""
    errors, warnings = _counts(checked)
    return {
        "schema": SCHEMA,
        "tool": tool(notice),
        "as_of": None,
        "path": words(checked.sheet.file),
        "units": [
            _unit(unit, entry.row.number) for unit, entry in zip(checked.roster.units, checked.entries, strict=True)
        ],
        "faults": [_fault(fault, translate) for fault in checked.faults],
        "summary": {"units": len(checked.roster.units), "errors": errors, "warnings": warnings},
    }


def _counts(checked: CheckedRoster) -> tuple[int, int]:
    errors = len(checked.errors)
    return errors, len(checked.faults) - errors


def _unit(unit: Unit, row: int) -> dict[str, Any]:
    return {"row": row, **{key: _plain(value) for key, value in unit._asdict().items()}}


def _plain(value: object) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [words(one) for one in value]
    return words(value) if isinstance(value, str) else value


def _fault(fault: RosterFault, translate: Translate) -> dict[str, Any]:
    return {
        "name": fault.name,
        "severity": fault.severity,
        **_place(fault.place),
        "field": fault.place.field,
        "value": words(fault.value),
        "message": fault.message.render(translate),
        "remedy": fault.remedy.render(translate),
        "related": [_place(place) for place in fault.related],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"sheet": words(place.sheet), "cell": place.cell}
