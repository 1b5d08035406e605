"""The earlier report, as far as a later one compares itself with it: read from its JSON."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

_NAME: Final = re.compile(r"report-(\d{4}-\d{2}-\d{2})\.json")


class Earlier(NamedTuple):
    """Open findings of an earlier day: by rule, and errors and warnings by unit key."""

    day: date
    rules: Mapping[str, int]
    units: Mapping[str, int]


def earlier_in(folder: Path, day: date) -> Earlier | None:
    """The latest report in the folder of a day before `day`; None where there is none that can be read."""
    found: list[tuple[date, Path]] = []
    for path in folder.glob("report-*.json") if folder.is_dir() else ():
        its_day = _day_of(path.name)
        if its_day is not None and its_day < day:
            found.append((its_day, path))
    read = (earlier_of(path) for _, path in sorted(found, reverse=True))
    return next((one for one in read if one is not None), None)


def _day_of(name: str) -> date | None:
    """The day in a report's name; None where it is no report's."""
    hit = _NAME.fullmatch(name)
    try:
        return date.fromisoformat(hit[1]) if hit is not None else None
    except ValueError:
        return None


def earlier_of(path: Path) -> Earlier | None:
    """What a report's JSON says; None where it is no such file, or damaged."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        quality = document["quality"]
        return Earlier(
            date.fromisoformat(document["as_of"]),
            {str(one["code"]): int(one["open"]) for one in quality["rules"]},
            {str(one["unit"]): int(one["errors"]) + int(one["warnings"]) for one in quality["units"]},
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None
