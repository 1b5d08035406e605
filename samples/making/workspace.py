"""samples/county: a workspace whose units file through the year, made from content/county.toml."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from enforcer.domain import unit as roster
from enforcer.forms import load_form
from enforcer.workbook.naming import form_title
from enforcer.workbook.roster.writing import roster_bytes
from making import documents, formats
from making.blanks import filled_blank
from making.content import CONTENT, UNITS, YEAR, Cells, Unit, load_unit, unit_from
from making.faults import unreadable
from making.people import Person, phone
from making.sheets import Sheet, line, table

_COUNTY = "桓台县"
_ISSUED = date(2014, 6, 13)
_REGISTER = 4
_LOG = ("序号", "检查日期", "检查对象", "检查人员", "检查情况", "处理意见")


def workspace(sound: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Each file of samples/county: its path below, and its bytes; `sound` are those of the passing county."""
    said = _said()
    yield "enforcer.toml", _settings(said["settings"]).encode()
    yield "roster.xlsx", roster_bytes(_COUNTY, _ISSUED, [_entry(one) for one in said["unit"]])
    yield "acts.toml", Path(CONTENT, "county-acts.toml").read_bytes()
    for one in said["filing"]:
        yield _path(one["unit"], one["day"], one["name"]), _workbook(one, sound)
    for one in said["documents"]:
        for name in one["units"]:
            yield _path(name, one["day"], f"{one['name']}.{one['as']}"), _document(one, _unit(name))
    for one in said["logs"]:
        for name in one["units"]:
            yield _path(name, one["day"], "执法检查登记表.xlsx"), formats.xlsx([_log(_unit(name), one["day"])])


@cache
def _said() -> Mapping[str, Any]:
    return tomllib.loads(Path(CONTENT, "county.toml").read_text(encoding="utf-8"))


def _settings(changes: Sequence[Mapping[str, str]]) -> str:
    """enforcer.toml as `enforcer init` writes it, with what this county set."""
    text = (files("enforcer.county.founding") / "settings.toml").read_text(encoding="utf-8")
    for mark, value in {
        "COUNTY": f'"{_COUNTY}"',
        "OFFICE": '"县法制办"',
        "YEAR": str(YEAR),
        "NOTICE": '"2014"',
    }.items():
        text = text.replace(f"@{mark}@", value)
    for one in changes:
        if text.count(one["old"]) != 1:
            message = f"enforcer.toml has no such line: {one['old']}"
            raise ValueError(message)
        text = text.replace(one["old"], one["new"])
    return text


def _entry(said: Mapping[str, Any]) -> roster.Unit:
    """The unit's row in the roster; its contact is the unit's first officer, whom nobody bears the name of."""
    own = {key: value for key, value in said.items() if key not in ("place", "letter")}
    contact = Person(said["place"], 1, said["letter"]).name
    return roster.Unit(
        **{"nature": "行政机关", "contact": contact, "phone": phone(said["place"] * 100), **own},
    )


def _path(unit: str, day: date, name: str) -> str:
    return f"inbox/{unit}/{day}/{name}"


@cache
def _unit(name: str) -> Unit:
    """What the unit types: one of the passing county, or one of county.toml."""
    for key in UNITS:
        if load_unit(key).name == name:
            return load_unit(key)
    said = _said()
    made = next(one for one in said["made"] if one["unit"] == name)
    return unit_from(name, {"steps": said["steps"], "full": f"{_COUNTY}{name.removeprefix('县')}", **made})


def _workbook(said: Mapping[str, Any], sound: Mapping[str, bytes]) -> bytes:
    """One workbook of one unit: as in the passing county, or with what is said to differ, in the format it is named."""
    if "of" in said:
        return sound[said["of"]]
    if "broken" in said:
        return unreadable(formats.xlsx([Sheet("检查计划")]))[said["broken"]]
    unit, annex = _unit(said.get("written_by", said["unit"])), said["annex"]
    header = {**unit.header(annex), "filed": said["day"].isoformat(), **said.get("header", {})}
    header = {key: value for key, value in header.items() if value != ""}
    rows = _rows(said, unit)
    if said.get("blank", False):
        return filled_blank(annex, unit.name, YEAR, header, rows)
    form = load_form(annex)
    keys = [column.key for column in form.columns if column.key not in said.get("without", ())]
    sheet = table(form, form_title(form, _COUNTY, unit.name, YEAR), (line(form, header),), rows, keys=keys)
    extension = Path(said["name"]).suffix[1:]
    writer = {"html": formats.html, "gbk": formats.gbk_text}.get(said.get("as", ""), formats.WRITERS[extension])
    return writer([sheet])


def _rows(said: Mapping[str, Any], unit: Unit) -> list[Cells]:
    """The unit's rows of an annex but those left out, the changed ones changed; officers of other units among them."""
    if said.get("nil"):
        first = {2: "step", 3: "violation"}[said["annex"]]
        return [{first: "零报告", "remarks": "无行政处罚权"}]
    people = unit.people + tuple(_unit(name).people[number - 1] for name, number in said.get("joined", ()))
    annex_rows: Mapping[int, Sequence[Cells]] = {
        1: unit.plan,
        2: unit.steps,
        3: [row for _, row in unit.benchmark()],
        _REGISTER: list(replace(unit, people=people).officers()),
    }
    changes, left_out = said.get("rows", {}), said.get("drop", ())
    rows = [{**row, **changes.get(str(place), {})} for place, row in enumerate(annex_rows[said["annex"]], 1)]
    kept = [row for place, row in enumerate(rows, 1) if place not in left_out]
    return kept if said["annex"] == 3 else [{**row, "number": place} for place, row in enumerate(kept, 1)]  # noqa: PLR2004 - the benchmark numbers its items


def _document(said: Mapping[str, Any], unit: Unit) -> bytes:
    """A document of a few lines that bears the unit's name and the obligation's."""
    day = said["day"]
    text = _said()["texts"][said["name"]].format(unit=unit.full, people=len(unit.people), plans=len(unit.plan))
    lines = (
        f"{unit.full}{YEAR}年度{said['name']}",
        *text.strip().splitlines(),
        f"{day.year}年{day.month}月{day.day}日",
    )
    return documents.WRITERS[said["as"]](lines)


def _log(unit: Unit, day: date) -> Sheet:
    """执法检查登记表: which of the plan's targets were visited by whom; it is no annex."""
    sheet = Sheet("登记表")
    sheet.band(f"{unit.full}执法检查登记表（截至{day.year}年{day.month}月{day.day}日）", len(_LOG))
    sheet.add(_LOG)
    for number, row in enumerate(unit.plan[:4], 1):
        found = "未发现违法行为" if number % 2 else "现场提出整改意见，已整改"
        sheet.add(
            [number, f"{day.year}年{max(1, day.month - number)}月", row["target"], row["inspectors"], found, "归档"]
        )
    return sheet
