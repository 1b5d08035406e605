"""Rosters typed as people type them, cell by cell, without our blank."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from enforcer.county.roster.units import CheckedRoster, check_roster
from enforcer.workbook.roster.columns import BY_KEY, COLUMNS

COUNTY = "桓台县"
SOUND = {
    "code": "001",
    "name": "桓台县农业局",
    "short_names": "农业局",
    "nature": "行政机关",
    "exemption": "无",
    "penalty_power": "有",
    "superior": "市农业局",
}
NUMERALS = "零一二三四五六七八九"


@pytest.fixture
def roster_file(tmp_path) -> Callable[..., Path]:
    """roster_file(row, row, ...): the path of a roster with these rows (column key -> value) below all headers."""

    def write(*rows: Mapping[str, object], keys: Sequence[str] = (), headers: Mapping[str, str] | None = None) -> Path:
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "单位名录"
        listed = list(keys) or [column.key for column in COLUMNS]
        sheet.append([(headers or {}).get(key, BY_KEY[key].header) for key in listed])
        for row in rows:
            sheet.append([row.get(key) for key in listed])
        path = tmp_path / "roster.xlsx"
        book.save(path)
        return path

    return write


@pytest.fixture
def checked(roster_file) -> Callable[..., CheckedRoster]:
    """checked(row, ...): the roster of these rows; each is sound but for what it says itself."""

    def check(*rows: Mapping[str, object], **more: object) -> CheckedRoster:
        complete = [
            {**SOUND, "code": f"{number:03}", "name": f"桓台县第{NUMERALS[number]}局", "short_names": None, **row}
            for number, row in enumerate(rows, 1)
        ]
        return check_roster(roster_file(*complete, **more), COUNTY)

    return check


@pytest.fixture
def faults(checked) -> Callable[..., list[tuple[str, str, str]]]:
    """faults(row, ...): (severity, name, address) of everything that is wrong with these rows."""

    def found(*rows: Mapping[str, object], **more: object) -> list[tuple[str, str, str]]:
        return [(one.severity, one.name, one.place.address) for one in checked(*rows, **more).faults]

    return found
