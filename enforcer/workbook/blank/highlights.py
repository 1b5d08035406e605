"""Colours what is missing or wrong while the form is filled: by the flags that 自检 counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enforcer.workbook.blank.checks import BEGUN
from enforcer.workbook.blank.formulas import nothing
from enforcer.workbook.blank.styles import FAULTY, MISSING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from enforcer.domain.form import Form
    from enforcer.workbook.blank.checks import Check
    from enforcer.workbook.layout import Layout


def highlight(
    workbook: Workbook, sheet: Worksheet, form: Form, layout: Layout, *, last_row: int, checks: Iterable[Check]
) -> None:
    """Puts the conditional formats on the form: required header lines once the table was begun, then the columns."""
    missing = workbook.add_format({"bg_color": MISSING})
    faulty = workbook.add_format({"bg_color": FAULTY})
    for field in form.header:
        if field.required:
            cells = layout.header_cells[field.key].value
            criteria = f"=AND(SUM({BEGUN})>0,{nothing(f'_h_{field.key}')})"
            where = (cells.row - 1, cells.first - 1, cells.row - 1, cells.last - 1)
            sheet.conditional_format(*where, {"type": "formula", "criteria": criteria, "format": missing})
    for check in checks:
        number = layout.columns[check.column.key] - 1
        criteria = f"=INDEX({check.coloured},ROW()-ROW($A${layout.header_row}))=1"
        colour = missing if check.fault == "missing" else faulty
        options = {"type": "formula", "criteria": criteria, "format": colour}
        sheet.conditional_format(layout.first_row - 1, number, last_row - 1, number, options)
