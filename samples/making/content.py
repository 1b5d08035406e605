"""The content of the county's units, read from content/*.toml: what each types into the four annexes."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from making.people import Person, phone

CONTENT = Path(__file__).parent / "content"
UNITS = ("safety", "environment", "farming", "food", "city", "police", "tax", "town")
YEAR = 2014
TIERS = ("从轻", "较轻", "一般", "较重", "严重")
FILED = {1: "2014-06-26", 2: "2014-07-10", 3: "2014-07-25", 4: "2014-07-11"}

Cells = Mapping[str, object]
"""A row by the form's column keys, or the header lines by the form's header keys."""

_PLAN = ("kind", "basis", "body", "inspectors", "period", "place", "matter", "target")
_STEPS = ("procedure", "step", "manner", "time_limit", "body", "handlers", "document")
_BETWEEN = "｜"


@dataclass(frozen=True, slots=True)
class Item:
    """A penalty item: violation, basis, the statute's fine, a row for each tier; `penalty` where 处罚依据 is apart."""

    number: int
    code: str
    violation: str
    basis: str
    fine: str
    tiers: tuple[Cells, ...]
    penalty: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the county with all that it files; rows are by the form's column keys."""

    key: str
    name: str
    full: str
    place: int
    superior: str
    category: str
    numbers: Mapping[str, str]
    standard: Mapping[str, str]
    people: tuple[Person, ...]
    bodies: tuple[str, ...]
    plan: tuple[Cells, ...]
    quarter: tuple[Cells, ...]
    steps: tuple[Cells, ...]
    items: tuple[Item, ...]
    sections: Mapping[int, str] = field(default_factory=dict)
    applying: tuple[int, ...] = ()

    def header(self, annex: int) -> dict[str, object]:
        """The header lines of an annex, as text."""
        first, last = self.people[0].name, self.people[-1].name
        lines: dict[str, object] = {"unit": self.name, "year": YEAR, "filed": FILED[annex]}
        if annex == 1:
            lines |= {"document_number": self.numbers["plan"], "published": "2014-06-20"}
            lines |= {"superior": self.superior, "filed_superior": "无" if self.superior == "无" else "2014-06-25"}
        if annex == 3:  # noqa: PLR2004 - the benchmark
            lines |= {"applied_standard": self.standard["level"], "standard_name": self.standard["name"]}
            lines |= {"published_number": self.numbers["benchmark"], "published": "2014-07-24"}
        return lines | {"preparer": first, "reviewer": last, "phone": phone(self.place * 100)}

    def benchmark(self) -> Iterator[tuple[Item, Cells]]:
        """Each tier row of annex 3 with its item, all columns answered."""
        for item in self.items:
            for tier in item.tiers:
                shared = {"number": item.number, "item_code": item.code, "violation": item.violation}
                basis = item.basis if not item.penalty else f"{item.basis}；{item.penalty}"
                yield item, {**shared, "legal_basis": basis, "statutory_fine": item.fine, **tier}

    def officers(self) -> Iterator[Cells]:
        """The rows of annex 4."""
        for person in self.people:
            applying = person.number in self.applying
            yield {
                "number": person.number,
                "name": person.name,
                "sex": person.sex,
                "birth": f"{person.birth:%Y-%m}",
                "id_number": person.id_number,
                "education": person.education,
                "body": self.bodies[(person.number - 1) % len(self.bodies)],
                "post": person.post,
                "staffing": person.staffing,
                "category": self.category,
                "area": "桓台县",
                "credential": None if applying else person.credential,
                "issuer": "淄博市人民政府",
                "issued": None if applying else "2013-09-01",
                "valid_until": None if applying else person.valid_until,
                "joined": person.joined,
                "training": "2014年4月，24学时，合格",
                "phone": person.phone,
                "remarks": "申领中" if applying else "无",
            }


@cache
def load_unit(key: str) -> Unit:
    """The unit of that name in content/."""
    return unit_from(key, tomllib.loads((CONTENT / f"{key}.toml").read_text(encoding="utf-8")))


def unit_from(key: str, raw: Mapping[str, Any]) -> Unit:
    """A unit by what a file of content/ says of it."""
    place, letter = raw["place"], raw["letter"]
    people = tuple(Person(place, number, letter) for number in range(1, raw["officers"] + 1))
    return Unit(
        key=key,
        name=raw["unit"],
        full=raw["full"],
        place=place,
        superior=raw["superior"],
        category=raw["category"],
        numbers=raw["numbers"],
        standard=raw.get("standard", {"level": "本单位", "name": "无"}),
        people=people,
        bodies=tuple(raw["bodies"]),
        plan=tuple(_rows(raw["plan"], _PLAN, people)),
        quarter=tuple(_rows(raw.get("quarter", ""), _PLAN, people)),
        steps=tuple(_steps(raw["steps"], people)),
        items=tuple(_items(raw.get("items", []), place)),
        sections={int(number): text for number, text in raw.get("sections", {}).items()},
        applying=tuple(raw.get("applying", ())),
    )


def _rows(text: str, keys: Sequence[str], people: Sequence[Person]) -> Iterator[dict[str, object]]:
    """One row for each line of the text; @3 stands for the unit's third officer."""
    for number, line in enumerate(text.strip().splitlines(), 1):
        named = re.sub(r"@(\d+)", lambda hit: people[int(hit[1]) - 1].name, line)
        cells = [cell.strip() or None for cell in named.split(_BETWEEN)]
        yield {"number": number, **dict(zip(keys, cells, strict=True)), "remarks": "无"}


def _steps(text: str, people: Sequence[Person]) -> Iterator[dict[str, object]]:
    """The steps, each with the procedure that a line before it named, and the credentials of those it names."""
    credentials = {person.name: person.credential for person in people}
    procedure: object = None
    for row in _rows(text, _STEPS, people):
        procedure = row["procedure"] or procedure
        held = "、".join(credentials[name] for name in str(row["handlers"]).split("、"))
        yield {**row, "procedure": procedure, "credential": held}


def _items(raw: Sequence[Mapping[str, str]], place: int) -> Iterator[Item]:
    for number, one in enumerate(raw, 1):
        lines = [line.split(_BETWEEN) for line in one["tiers"].strip().splitlines()]
        tiers = tuple({"tier": tier, "conditions": when, "standard": what} for tier, when, what in lines)
        code = f"CF-{place:02}-{number:03}"
        yield Item(number, code, one["violation"], one["basis"], one.get("fine", ""), tiers, one.get("penalty", ""))
