"""Last year's workbook flows into this year's form: rows as values, the header lines that recur (只改变化的)."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from enforcer.annexes.blocks import blocks_of
from enforcer.annexes.identity import lost_digits
from enforcer.domain.errors import EnforcerError
from enforcer.domain.row import text_of
from enforcer.language.dates import read_date, read_month
from enforcer.language.units import same_unit
from enforcer.workbook.blank.entries import NUMBER, Content, Entry, Prefill

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from enforcer.domain.form import Column, Form
    from enforcer.domain.reading import Reading
    from enforcer.domain.row import Row

# What belongs to one year's filing only.
_OF_ONE_YEAR: Final = frozenset({"document_number", "date", "year"})
_LOST: Final = frozenset({"id", "credential", "phone", "document_number"})
_SPARE: Final = 5


class Brought(NamedTuple):
    """What a reading brings, of which unit, how many rows, and how many cells could not come along.

    A cell stays behind that holds an error, a formula without a value, or a number that lost its last digits.
    """

    prefill: Prefill
    unit: str | None
    rows: int
    left_behind: int


def choose(readings: Sequence[Reading], annex: int | None, name: str) -> Reading:
    """The one reading to be brought over: of that annex, or the only one there is. `name` is the file's.

    Raises EnforcerError where the file could not be read, holds no annex, another one, or several tables of it.
    """
    for reading in readings:
        if reading.failure is not None:
            raise EnforcerError(
                "“{name}”读不出来，不能带入：{cause}{remedy}",
                name=name,
                cause=reading.failure.message,
                remedy=reading.failure.remedy,
            )
    found = [reading for reading in readings if reading.annex is not None]
    wanted = [reading for reading in found if annex in (None, reading.annex)]
    if not found:
        raise EnforcerError(
            "没有在“{name}”里认出附件1至附件4的表格，不能带入。请用--prefill写去年报送的表格文件。", name=name
        )
    if not wanted:
        annexes = "、".join(f"附件{one.annex}" for one in found)
        raise EnforcerError("“{name}”是{found}，不能带入附件{annex}。", name=name, found=annexes, annex=annex)
    if len(wanted) > 1:
        raise EnforcerError(
            "“{name}”里有{count}张可以带入的表格，分不清用哪一张。请写明附件号，或者只留一张表再试。",
            name=name,
            count=len(wanted),
        )
    return wanted[0]


def brought_by(reading: Reading, form: Form, county: str, unit: str | None = None) -> Brought:
    """What this reading brings into the blank of the same form.

    `unit` is whose blank it is; None takes the reading's own. Raises EnforcerError where the file is another unit's.
    """
    if unit is not None:
        for witness in reading.unit_witnesses:
            if same_unit(witness.text, unit, county) is False:
                raise EnforcerError(
                    "“{name}”是“{found}”的表格，不是“{unit}”的，不能带入。请检查--unit和--prefill。",
                    name=reading.file,
                    found=witness.text,
                    unit=unit,
                )
    blocks: Iterable[Sequence[Row]] = blocks_of(reading.rows) if form.tiers else ([row] for row in reading.rows)
    entries = tuple(_entry(form, rows, number) for number, rows in enumerate(blocks, 1))
    numbers = [number for entry in entries if isinstance(number := entry[0].get(NUMBER), int)]
    header = {
        field.key: line.text
        for field in form.header
        if field.kind not in _OF_ONE_YEAR and (line := reading.header.get(field.key)) and line.text
    }
    lost = sum(_is_lost(column, row.raw(column.key)) for row in reading.rows for column in form.columns)
    return Brought(
        Prefill(entries, header, max(numbers, default=0) + 1, _SPARE),
        unit if unit is not None else reading.unit,
        len(reading.rows),
        lost + len(reading.error_cells) + len(reading.empty_formulas),
    )


def _entry(form: Form, rows: Sequence[Row], place: int) -> Entry:
    """The rows of one entry; what stands once for all of them is in the first alone, so that its cells are merged."""
    made: list[dict[str, Content]] = [
        {column.key: _content(column, row.raw(column.key)) for column in form.columns} for row in rows
    ]
    for column in form.columns:
        said = {text_of(one[column.key]) for one in made}
        if column.block and len(said) == 1:
            for one in made[1:]:
                one[column.key] = None
    number = text_of(made[0][NUMBER]) if form.tiers else ""
    made[0][NUMBER] = int(number) if number.isascii() and number.isdigit() and str(int(number)) == number else number
    if not number:
        made[0][NUMBER] = place
    return made


def _content(column: Column, value: object) -> Content:
    """The value as the new form holds it: days as days, everything else as the text it shows; never a formula."""
    if _is_lost(column, value):
        return None
    if column.kind == "date" and (day := read_date(value)) is not None:
        return day
    if column.kind == "month" and isinstance(value, date | datetime) and (month := read_month(value)) is not None:
        return f"{month.year}-{month.month:02}"
    return text_of(value) or None


def _is_lost(column: Column, value: object) -> bool:
    """Whether a number has lost digits that no program can bring back."""
    return column.kind in _LOST and lost_digits(value)
