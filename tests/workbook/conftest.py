"""Sheets typed cell by cell, as the opening stair hands them on, and their reading."""

import re
from collections.abc import Callable

import pytest

from enforcer.domain.reading import Reading
from enforcer.workbook.book import Book, Merge, Sheet
from enforcer.workbook.reading import read_book

_RANGE = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")


def merges_of(text: str) -> tuple[Merge, ...]:
    """The merged ranges written as Excel writes them: "B5:B9 A1:H1"."""

    def number(letters: str) -> int:
        total = 0
        for letter in letters:
            total = total * 26 + ord(letter) - ord("A") + 1
        return total

    return tuple(
        Merge(int(top), number(left), int(bottom), number(right)) for left, top, right, bottom in _RANGE.findall(text)
    )


def make_sheet(*rows: list, merges: str = "", name: str = "Sheet1", **known: object) -> Sheet:
    """A sheet with these rows from A1 on; "" is a blank cell."""
    width = max(map(len, rows), default=0)
    cells = [[None if value == "" else value for value in row] + [None] * (width - len(row)) for row in rows]
    return Sheet(name, 0, rows=cells, merges=merges_of(merges), **known)


def make_book(*sheets: Sheet, name: str = "报送.xlsx", kind: str = "xlsx", properties: dict | None = None) -> Book:
    return Book(name, kind, "0" * 64, 1, sheets, properties or {})


@pytest.fixture
def sheet() -> Callable[..., Sheet]:
    return make_sheet


@pytest.fixture
def book() -> Callable[..., Book]:
    return make_book


@pytest.fixture
def read() -> Callable[..., Reading]:
    """read(row, row, ..., merges="A2:A6", unit=...) is the reading of one sheet with these rows."""

    def typed(*rows: list, merges: str = "", name: str = "Sheet1", facts: dict | None = None, **known) -> Reading:
        reading, *others = read_book(make_book(make_sheet(*rows, merges=merges, name=name, **(facts or {}))), **known)
        assert not others
        return reading

    return typed


@pytest.fixture
def records() -> Callable[[Reading], list[tuple[int, dict]]]:
    """records(reading) lists each entry as its row number and what it says, blanks left out."""

    def listed(reading: Reading) -> list[tuple[int, dict]]:
        keys = [column.key for column in reading.form.columns] if reading.form else []
        return [(row.number, {key: row[key] for key in keys if row[key]}) for row in reading.rows]

    return listed


@pytest.fixture
def reasons() -> Callable[[Reading], dict[int, str]]:
    """reasons(reading) gives the row numbers that were left out, with why."""

    def why(reading: Reading) -> dict[int, str]:
        return {one.place.row: one.reason.render() for one in reading.skipped_rows}

    return why
