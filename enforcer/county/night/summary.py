"""The night as JSON, and what changed since the night before: new faults, mended ones, duties that fell due."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from enforcer import __version__
from enforcer.county.night.tallies import Tally
from enforcer.domain.errors import EnforcerError
from enforcer.workbook.atomic import written_atomically

SCHEMA: Final = "enforcer/nightly/1"
_NEEDED: Final = {"year", "head", "ruleset", "entries", "refused", "units"}
Document = dict[str, Any]


class Change(NamedTuple):
    """One thing that changed: a fault's code and how many more or fewer, or a duty's new state."""

    kind: str
    unit: str
    name: str
    obligation: str
    code: str | None = None
    number: int = 0


KINDS: Final = ("new", "mended", "overdue", "due-soon")


def changes(now: Sequence[Tally], before: Mapping[str, Mapping[str, Any]]) -> tuple[Change, ...]:
    """What changed since the earlier summary, by kind and unit; nothing where there was none."""
    if not before:
        return ()
    found = [change for tally in now for change in _changes(tally, before.get(tally.unit.key))]
    return tuple(sorted(found, key=lambda one: KINDS.index(one.kind)))


def _changes(tally: Tally, before: Mapping[str, Any] | None) -> Iterator[Change]:
    key, name = tally.unit.key, tally.unit.name
    faults, states = (before["faults"], before["states"]) if before else ({}, {})
    for obligation in sorted({*faults, *tally.faults}):
        old, new = faults.get(obligation, {}), tally.faults.get(obligation, {})
        for code in sorted({*old, *new}):
            more = new.get(code, 0) - old.get(code, 0)
            if more and not code.startswith("F"):
                yield Change("new" if more > 0 else "mended", key, name, obligation, code, abs(more))
    for obligation, state in tally.states.items():
        if state in ("overdue", "due-soon") and states.get(obligation) != state:
            yield Change(state, key, name, obligation)


def summary_file(folder: Path, day: date) -> Path:
    """Where the night of that day has its summary."""
    return folder / f"{day.isoformat()}.json"


def read_summary(file: Path) -> Document | None:
    """A summary as it was written; None where there is none, or nothing that can be read."""
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
        known = document["schema"] == SCHEMA and document.keys() >= _NEEDED and isinstance(document["units"], list)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return document if known else None


def last_before(folder: Path, day: date) -> Document | None:
    """The latest summary of an earlier day that can be read; None where there is none."""
    names = sorted((one for one in folder.glob("????-??-??.json") if one.stem < day.isoformat()), reverse=True)
    return next((found for one in names if (found := read_summary(one)) is not None), None)


def units_of(document: Document | None, year: int) -> dict[str, Document]:
    """A summary's units by their keys; none where it is of another year, with which nothing can be compared."""
    return {one["unit"]: one for one in document["units"]} if document and document["year"] == year else {}


def unit_entry(tally: Tally) -> Document:
    """One unit in a summary."""
    return {
        "unit": tally.unit.key,
        "name": tally.unit.name,
        "basis": tally.basis,
        "states": dict(tally.states),
        "faults": tally.faults,
        "errors": tally.errors,
    }


def document_of(day: date, year: int, head: str, ruleset: str, **parts: object) -> Document:
    """A summary: `parts` are its lists and figures by their names."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "enforcer", "version": __version__},
        "as_of": day.isoformat(),
        "year": year,
        "head": head,
        "ruleset": ruleset,
        **parts,
    }


def write_summary(document: Document, file: Path) -> None:
    """Writes it, wholly or not at all; what says the same already is left alone. Raises EnforcerError."""
    content = (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    try:
        if file.is_file() and file.read_bytes() == content:
            return
    except OSError as error:
        raise EnforcerError("无法读取“{path}”：{reason}。", path=file, reason=error.strerror or error) from error
    with written_atomically(file) as temporary:
        temporary.write_bytes(content)
