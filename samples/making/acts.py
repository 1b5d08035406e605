"""Samples without a workbook: units of a roster and what the office received and decided, for the rules on filing."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from making.content import CONTENT, load_unit

_OF_THE_CASE = ("as_of", "year", "calendar")
_EXPECTED = ("codes", "absent", "unexamined", "severity")
_LAST_LOG = date(2014, 5, 20)


class Played(NamedTuple):
    """A folder below samples/ with its acts.toml and its expect.toml."""

    folder: str
    acts: str
    expect: str


def played() -> Iterator[Played]:
    """All of them, as content/filing.toml says."""
    raw = tomllib.loads(Path(CONTENT, "filing.toml").read_text(encoding="utf-8"))
    for said in raw["case"]:
        yield Played(said["folder"], _acts(said), _lines((key, said[key]) for key in _EXPECTED if key in said))


def _acts(said: Mapping[str, Any]) -> str:
    units = said.get("units") or [{"code": "001", "name": load_unit("safety").name, "last_log": _LAST_LOG}]
    tables = [("unit", unit) for unit in units] + [("act", act) for act in said.get("acts", ())]
    head = _lines((key, said[key]) for key in _OF_THE_CASE if key in said)
    return head + "".join(f"\n[[{name}]]\n{_lines(table.items())}" for name, table in tables)


def _lines(entries: Iterable[tuple[str, Any]]) -> str:
    return "".join(f"{key} = {_written(value)}\n" for key, value in entries)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, Sequence):
        return f"[{', '.join(_written(one) for one in value)}]"
    return str(value)
