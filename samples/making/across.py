"""Small counties, one folder a unit: samples/across, and what each rule across annexes or units accuses or not."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from enforcer.forms import load_form
from enforcer.workbook.naming import form_title
from making import formats
from making.cases import ANCHORS
from making.content import CONTENT, YEAR, Cells, Unit, load_unit
from making.people import Person
from making.sheets import line, table

AS_OF = "2014-08-01"
_BETWEEN = "｜"
_PLAN = ("basis", "inspectors", "period", "place", "matter", "target")
_ITEM = 2
_REGISTER = 4


@dataclass(frozen=True, slots=True)
class SmallCounty:
    """A folder of samples that holds a folder for each unit; what it says of itself is its expect.toml."""

    folder: str
    files: Mapping[str, bytes]
    said: Mapping[str, Any]

    @property
    def expect(self) -> str:
        """The text of expect.toml: the day, the codes or what is found where, what is unexamined, the roster."""
        lines = [f"as_of = {self.said.get('as_of', AS_OF)}"]
        lines += [
            f"{key} = {_written(self.said[key])}" for key in ("codes", "absent", "unexamined") if key in self.said
        ]
        units = [unit["name"] for unit in self.said["unit"]] if self.said.get("has_roster", True) else []
        for name in units:
            entry = self.said.get("roster", {}).get(name, {})
            lines += ["", f'[roster."{name}"]', *(f"{key} = {_written(value)}" for key, value in entry.items())]
        for found in self.said.get("found", ()):
            lines += ["", "[[found]]", *(f"{key} = {_written(value)}" for key, value in found.items())]
        return "\n".join(lines) + "\n"


def small_counties() -> Iterator[SmallCounty]:
    """All of them, as content/across.toml says."""
    raw = tomllib.loads(Path(CONTENT, "across.toml").read_text(encoding="utf-8"))
    for said in raw["county"]:
        files = {f"{unit['name']}/{name}": made for unit in said["unit"] for name, made in _filings(unit).items()}
        yield SmallCounty(said["folder"], files, said)


def _filings(said: Mapping[str, Any]) -> dict[str, bytes]:
    """The workbooks of one unit: of each annex that it is said to file."""
    people = _people(said)
    unit = replace(load_unit("safety"), name=said["name"], full=f"桓台{said['name']}", people=people, applying=())
    rows: dict[int, Sequence[Cells]] = {
        1: list(_plan(said, people)),
        2: list(_steps(said, people)),
        3: list(_benchmark(said)),
        _REGISTER: list(_officers(said, unit)),
    }
    made = {f"annex{annex}.xlsx": _workbook(unit, annex, own) for annex, own in rows.items() if own}
    for number, text in enumerate(said.get("further_plans", ()), 2):
        made[f"annex1_{number}.xlsx"] = _workbook(unit, 1, list(_plan({"plan": text}, people)))
    if "corrected" in said:
        corrected = list(
            _officers({**said, **said["corrected"]}, replace(unit, people=_people({**said, **said["corrected"]})))
        )
        made["annex4_corrected.xlsx"] = _workbook(unit, _REGISTER, corrected)
    return made


def _workbook(unit: Unit, annex: int, rows: Sequence[Cells]) -> bytes:
    form = load_form(annex)
    title = form_title(form, "桓台县", unit.name, YEAR)
    return formats.xlsx([table(form, title, (line(form, unit.header(annex)),), rows)])


def _people(said: Mapping[str, Any]) -> tuple[Person, ...]:
    return tuple(Person(said["place"], number, said["letter"]) for number in range(1, said["officers"] + 1))


def _named(text: str, people: Sequence[Person]) -> str:
    return re.sub(r"@(\d+)", lambda hit: people[int(hit[1]) - 1].name, text)


def _plan(said: Mapping[str, Any], people: Sequence[Person]) -> Iterator[Cells]:
    for number, text in enumerate(said.get("plan", "").strip().splitlines(), 1):
        cells = (cell.strip() for cell in _named(text, people).split(_BETWEEN))
        yield {**_sound_plan(), **dict(zip(_PLAN, cells, strict=True)), "number": number}


def _steps(said: Mapping[str, Any], people: Sequence[Person]) -> Iterator[Cells]:
    if "handlers" not in said:
        return
    steps = (row for row in load_unit("safety").steps if row["step"] in ANCHORS)
    for number, row in enumerate(steps, 1):
        typed = said.get("investigators", said["handlers"]) if row["step"] == "调查取证" else said["handlers"]
        yield {**row, "number": number, "handlers": _named(typed, people), "credential": said.get("credentials")}


def _benchmark(said: Mapping[str, Any]) -> Iterator[Cells]:
    for number, item in enumerate(said.get("item", ()), 1):
        standards = item.get("standards", ())
        for place, row in enumerate(_sound_item()):
            made = {
                **row,
                "number": number,
                "item_code": f"CF-{said['place']}-{number:03}",
                "legal_basis": item["basis"],
            }
            if "violation" in item:
                made["violation"] = item["violation"]
            if "fine" in item:
                made["statutory_fine"] = item["fine"]
            if standards:
                made["standard"] = standards[place]
            yield made


def _officers(said: Mapping[str, Any], unit: Unit) -> Iterator[Cells]:
    """The register: the unit's officers but those it is without, others who joined, namesakes under one name."""
    joined = tuple(Person(**one) for one in said.get("joined_by", ()))
    left_out = said.get("without", ())
    namesakes = said.get("namesakes", ())
    alike = Person(**said["named_alike"]).name if "named_alike" in said else None
    number = 0
    for row, person in zip(
        replace(unit, people=(*unit.people, *joined)).officers(), (*unit.people, *joined), strict=True
    ):
        own = person.place == said["place"]
        if own and person.number in left_out:
            continue
        number += 1
        changed = dict(row) | {"number": number} | (said.get("over", {}).get(str(person.number), {}) if own else {})
        if own and person.number in namesakes:
            changed["name"] = unit.people[namesakes[0] - 1].name
        if own and alike is not None and person.number == said["officers"]:
            changed["name"] = alike
        yield changed


@cache
def _sound_plan() -> Cells:
    return load_unit("safety").plan[0]


@cache
def _sound_item() -> Sequence[Cells]:
    unit = load_unit("safety")
    return [row for item, row in unit.benchmark() if item is unit.items[_ITEM]]


def _written(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(_written, value)) + "]"
    return str(value)
