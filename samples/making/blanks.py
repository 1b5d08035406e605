"""Blanks of ours, filled in as a clerk would with a spreadsheet program: the mark stays."""

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from enforcer.domain.form import Form
from enforcer.forms import load_form
from enforcer.notices import load_notice
from enforcer.workbook.blank import write_blank
from enforcer.workbook.layout import layout
from making.formats import steady

Change = Callable[[Workbook, Worksheet], None]


def filled_blank(
    annex: int,
    unit: str,
    year: int,
    header: Mapping[str, object],
    rows: Sequence[Mapping[str, object]],
    *,
    change: Change | None = None,
) -> bytes:
    """The blank of this annex for the unit and year, filled in; `change` is what else was done to the workbook.

    Rows go by column keys. In annex 3 each tier is a row; what belongs to the whole item is typed in its first one.
    """
    form = load_form(annex)
    plan = layout(form)
    with TemporaryDirectory() as folder:
        path = Path(folder, "blank.xlsx")
        entries = max(1, -(-len(rows) // plan.entry_rows))
        write_blank(form, load_notice(), path, unit=unit, year=year, rows=entries)
        book = load_workbook(path)
    sheet = book[form.sheet]
    for key, value in header.items():
        span = plan.header_cells[key].value
        _type(sheet, span.row, span.first, _kind(form, key), value)
    for place, cells in enumerate(rows):
        lead = place % plan.entry_rows == 0
        for column in form.columns:
            if column.key in cells and (lead or not column.block):
                _type(sheet, plan.first_row + place, plan.columns[column.key], column.kind, cells[column.key])
    if change is not None:
        change(book, sheet)
    stream = io.BytesIO()
    book.save(stream)
    return steady(stream.getvalue())


def _type(sheet: Worksheet, row: int, column: int, kind: str, value: object) -> None:
    if value is None:
        return
    if kind == "date" and isinstance(value, str) and value[:1].isdigit():
        day = date.fromisoformat(value)
        value = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - cells hold days without a zone
    sheet.cell(row, column).value = value  # type: ignore[assignment]


def _kind(form: Form, key: str) -> str:
    return next(field.kind for field in form.header if field.key == key)
