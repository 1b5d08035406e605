"""A blank workbook for one annex: the form, 自检, 填表说明, and the mark by which it is known when it comes back."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from enforcer.domain.errors import EnforcerError
from enforcer.workbook.atomic import written_atomically
from enforcer.workbook.blank.checks import write_checks
from enforcer.workbook.blank.entries import Prefill, blank_entries
from enforcer.workbook.blank.form_sheet import FormSheet
from enforcer.workbook.blank.highlights import highlight
from enforcer.workbook.blank.instructions import INSTRUCTIONS_SHEET, instructions
from enforcer.workbook.blank.instructions_sheet import write_instructions_sheet
from enforcer.workbook.blank.refusals import FIRST_YEAR, LAST_YEAR, Refusals
from enforcer.workbook.blank.self_check_sheet import SELF_CHECK_SHEET, write_self_check
from enforcer.workbook.blank.styles import FONT, FONT_SIZE, Styles
from enforcer.workbook.blank.workings import Workings
from enforcer.workbook.layout import layout
from enforcer.workbook.mark import MARK_PREFIX, MARK_SHEET
from enforcer.workbook.naming import clean_name, form_title, unit_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from enforcer.domain.form import Form
    from enforcer.domain.notice import Notice

MOST_ROWS = 10_000
_NOTHING_BROUGHT = Prefill((), {})


def write_blank(
    form: Form,
    notice: Notice,
    path: Path,
    *,
    county: str = "",
    unit: str | None = None,
    year: int | None = None,
    rows: int | None = None,
    prefill: Prefill = _NOTHING_BROUGHT,
    force: bool = False,
) -> Path:
    """Writes the blank as an .xlsx to `path` and returns it; the same inputs give the same bytes.

    `county` is the notice's where empty; `rows` counts entries, the form's own number where None, but always all of
    `prefill`, which brings last year's. Raises EnforcerError where a file is there already and `force` is not given,
    where nothing can be written, and for a unit, a year or a number of rows that cannot be.
    """
    content = blank_bytes(form, notice, county=county, unit=unit, year=year, rows=rows, prefill=prefill)
    with written_atomically(path, overwrite=force) as temporary:
        temporary.write_bytes(content)
    return path


def blank_bytes(
    form: Form,
    notice: Notice,
    *,
    county: str = "",
    unit: str | None = None,
    year: int | None = None,
    rows: int | None = None,
    prefill: Prefill = _NOTHING_BROUGHT,
) -> bytes:
    """The same blank, as the bytes of the file."""
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415 - only `generate` pays for it

    county = clean_name(county) or notice.county
    unit = None if unit is None else unit_name(unit)
    _check(year, form.rows if rows is None else rows)
    count = max(len(prefill.entries) + prefill.spare, form.rows) if rows is None else rows
    entries = [*prefill.entries, *blank_entries(form, prefill.next_number, max(0, count - len(prefill.entries)))]
    _check(year, len(entries))
    stream = BytesIO()
    settings = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
        "default_format_properties": {"font_name": FONT, "font_size": FONT_SIZE},
        "default_column_width": 72,
    }
    with Workbook(stream, settings) as workbook:
        # No clock: the day of the notice is the day of every blank made from it.
        made = datetime.combine(notice.issued, time())
        workbook.set_properties({"title": form_title(form, county, unit, year), "created": made})
        sheet = workbook.add_worksheet(form.sheet)
        checked = workbook.add_worksheet(SELF_CHECK_SHEET)
        explained = workbook.add_worksheet(INSTRUCTIONS_SHEET)
        mark = workbook.add_worksheet(MARK_SHEET)
        styles, workings, places = Styles(workbook), Workings(workbook, mark), layout(form)
        refusals = Refusals(sheet, workings)
        form_sheet = FormSheet(sheet, form, places, styles, refusals, entries)
        form_sheet.write((county, unit, year), {**prefill.header, "unit": unit, "year": year})
        checks = write_checks(form, places, workings, form_sheet.last_row)
        highlight(workbook, sheet, form, places, last_row=form_sheet.last_row, checks=checks)
        write_self_check(workbook, checked, form, places, checks=checks, styles=styles)
        write_instructions_sheet(explained, instructions(form, notice, year), styles)
        facts = {"annex": str(form.annex), "edition": form.edition, "unit": unit or "", "year": str(year or "")}
        _mark(workbook, mark, facts, refusals.count)
    return stream.getvalue()


def _mark(workbook: Workbook, sheet: Worksheet, facts: Mapping[str, str], validations: int) -> None:
    """By what the blank knows itself: custom properties, and columns A and B of the very hidden sheet."""
    for key, fact in facts.items():
        workbook.set_custom_property(MARK_PREFIX + key, fact, "text")
    for row, (key, fact) in enumerate({**facts, "validations": str(validations)}.items()):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, fact)
    sheet.very_hidden()
    sheet.protect()


def _check(year: int | None, entries: int) -> None:
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise EnforcerError(
            "年度{year}不在{first}到{last}之间。请用 --year 写四位年份，例如 --year 2014。",
            year=year,
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )
    if not 1 <= entries <= MOST_ROWS:
        raise EnforcerError("行数应在1到{most}之间，不能是{rows}。请检查 --rows。", most=MOST_ROWS, rows=entries)
