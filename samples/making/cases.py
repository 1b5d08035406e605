"""Single workbooks made from a sound one by what is said to differ: the failing samples and the near misses."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from enforcer.forms import load_form
from enforcer.workbook.naming import form_title
from making import faults, formats
from making.blanks import filled_blank
from making.content import CONTENT, YEAR, Cells, load_unit
from making.sheets import Sheet, line, table

AGENCY = "行政机关"
ANCHORS = ("检查登记", "立案", "调查取证", "决定", "送达")
_ITEM = 2
"""Which item of 县安监局 is the sound one: 五万元以下, a maximum alone."""


@dataclass(frozen=True, slots=True)
class Case:
    """A folder of samples: its workbooks, and what expect.toml says of them."""

    folder: str
    files: Mapping[str, bytes]
    codes: Sequence[str]
    absent: Sequence[str] = ()
    unexamined: Sequence[str] = ()
    as_of: date | None = None
    unit_kind: str = AGENCY

    @property
    def expect(self) -> str:
        """The text of expect.toml."""
        lines = [f"codes = {_listed(self.codes)}"]
        if self.absent:
            lines.append(f"absent = {_listed(self.absent)}")
        if self.unexamined:
            lines.append(f"unexamined = {_listed(self.unexamined)}")
        if self.as_of:
            lines.append(f"as_of = {self.as_of.isoformat()}")
        lines.append(f'unit_kind = "{self.unit_kind}"')
        return "\n".join(lines) + "\n"


def failing() -> Iterator[Case]:
    """The folders of samples/fail."""
    yield from _written("fail.toml")
    sound = _sound_sheet(1)
    for folder, files in faults.workbooks(sound, _sound_sheet(4)).items():
        yield Case(folder, files, (folder.partition("-")[0],))


def near() -> Iterator[Case]:
    """The folders of samples/near."""
    yield from _written("near.toml")


def _written(name: str) -> Iterator[Case]:
    """The cases of one file of content."""
    raw = tomllib.loads(Path(CONTENT, name).read_text(encoding="utf-8"))
    for folder, said in raw.items():
        yield Case(
            folder,
            {f"annex{said['annex']}.xlsx": _workbook(said)},
            said["codes"],
            said.get("absent", ()),
            said.get("unexamined", ()),
            said.get("as_of"),
            said.get("unit_kind", AGENCY),
        )


def _workbook(said: Mapping[str, Any]) -> bytes:
    annex, unit = said["annex"], said.get("unit", load_unit("safety").name)
    header = {**_sound_header(annex), "unit": unit, **said.get("header", {})}
    header = {key: value for key, value in header.items() if value != ""}
    rows = _rows(annex, said)
    if said.get("blank"):
        return filled_blank(
            annex, unit, header.get("year", YEAR), header, rows, change=_with_edition(said.get("edition"))
        )
    form = load_form(annex)
    keys = [column.key for column in form.columns if column.key not in said.get("without", ())]
    title = said.get("title") or form_title(form, "桓台县", unit, YEAR)
    return formats.xlsx([table(form, title, (line(form, header),), rows, keys=keys, headers=said.get("headers"))])


def _rows(annex: int, said: Mapping[str, Any]) -> list[Cells]:
    """The sound rows that are taken, each with what is said to differ; `second` is for rows taken a second time."""
    sound = _sound_rows(annex)
    shared = {key: said[word] for word, key in (("basis", "legal_basis"), ("fine", "statutory_fine")) if word in said}
    taken = said.get("take") or ([1] if annex in (1, 4) else [*range(1, len(sound) + 1)])
    changes = list(said.get("rows", ()))
    made: list[Cells] = []
    for place, number in enumerate(taken):
        row = {**sound[number - 1], **(shared if annex == 3 else {})}  # noqa: PLR2004 - the benchmark
        for word, key in (("tiers", "tier"), ("conditions", "conditions"), ("standards", "standard")):
            if word in said:
                row[key] = said[word][place]
        if number in taken[:place]:
            row |= said.get("second", {})
        made.append({**row, **(changes[place] if place < len(changes) else {})})
    return made


def _sound_header(annex: int) -> Mapping[str, object]:
    return load_unit("safety").header(annex)


@cache
def _sound_rows(annex: int) -> Sequence[Cells]:
    """Entries of 县安监局 without any fault: of annex 2 the five steps, of annex 3 one item."""
    unit = load_unit("safety")
    if annex == 1:
        return unit.plan[:2]
    if annex == 2:  # noqa: PLR2004 - the procedure
        steps = [row for row in unit.steps if row["step"] in ANCHORS]
        return [{**row, "number": number} for number, row in enumerate(steps, 1)]
    if annex == 3:  # noqa: PLR2004 - the benchmark
        rows = [row for item, row in unit.benchmark() if item is unit.items[_ITEM]]
        return [{**row, "number": 1} for row in rows]
    return list(unit.officers())


def _sound_sheet(annex: int) -> Sheet:
    form, unit = load_form(annex), load_unit("safety")
    title = form_title(form, "桓台县", unit.name, YEAR)
    return table(form, title, (line(form, _sound_header(annex)),), _sound_rows(annex)[:1])


def _with_edition(edition: str | None) -> Callable[[Workbook, Worksheet], None] | None:
    """Makes the blank one of another edition."""
    if edition is None:
        return None

    def change(book: Workbook, _: Worksheet) -> None:
        book.custom_doc_props["enforcer.edition"].value = edition  # type: ignore[attr-defined]
        for row in book["_enforcer"].iter_rows():
            if row[0].value == "edition":
                row[1].value = edition

    return change


def _listed(codes: Sequence[str]) -> str:
    return "[" + ", ".join(f'"{code}"' for code in codes) + "]"
