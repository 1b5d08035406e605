"""A blank workbook for one annex: the form, 填表说明, and the mark by which it knows itself when it comes back."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from enforcer.domain.errors import EnforcerError
from enforcer.workbook.atomic import written_atomically
from enforcer.workbook.blank.form_sheet import FormSheet
from enforcer.workbook.blank.instructions import instructions
from enforcer.workbook.blank.instructions_sheet import write_instructions_sheet
from enforcer.workbook.layout import layout
from enforcer.workbook.mark import MARK_PREFIX, MARK_SHEET
from enforcer.workbook.naming import clean_name, form_title, unit_name
from enforcer.workbook.blank.refusals import FIRST_YEAR, LAST_YEAR, Refusals
from enforcer.workbook.blank.styles import FONT, FONT_SIZE, Styles

if TYPE_CHECKING:
    from pathlib import Path

    from enforcer.domain.form import Form
    from enforcer.domain.notice import Notice

INSTRUCTIONS_SHEET = "填表说明"
MOST_ROWS = 10_000


def write_blank(
    form: Form,
    notice: Notice,
    path: Path,
    *,
    county: str = "",
    unit: str | None = None,
    year: int | None = None,
    rows: int | None = None,
    force: bool = False,
) -> Path:
    """Writes the blank as an .xlsx to `path` and returns it; the same inputs give the same bytes.

    `county` is the notice's where empty; `rows` counts numbered entries, the form's own number where None.
    Raises EnforcerError where a file is there already and `force` is not given, where nothing can be written,
    and for a unit, a year or a number of rows that cannot be.
    """
    content = blank_bytes(form, notice, county=county, unit=unit, year=year, rows=rows)
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
) -> bytes:
    """The same blank, as the bytes of the file."""
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415 - only `generate` pays for it

    county = clean_name(county) or notice.county
    unit = None if unit is None else unit_name(unit)
    entries = form.rows if rows is None else rows
    _check(year, entries)
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
        explained = workbook.add_worksheet(INSTRUCTIONS_SHEET)
        mark = workbook.add_worksheet(MARK_SHEET)
        mark.very_hidden()
        styles = Styles(workbook)
        refusals = Refusals(workbook, sheet, mark)
        FormSheet(sheet, form, layout(form), styles, refusals, entries).write(county, unit, year)
        write_instructions_sheet(explained, instructions(form, notice, year), styles)
        facts = {
            "annex": str(form.annex),
            "edition": form.edition,
            "unit": unit or "",
            "year": str(year or ""),
        }
        for key, fact in facts.items():
            workbook.set_custom_property(MARK_PREFIX + key, fact, "text")
        for row, (key, fact) in enumerate({**facts, "validations": str(refusals.count)}.items()):
            mark.write_string(row, 0, key)
            mark.write_string(row, 1, fact)
    return stream.getvalue()


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
