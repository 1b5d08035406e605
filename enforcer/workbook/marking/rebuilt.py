"""A new workbook with the values and the layout of one that cannot be patched, as far as they were read."""

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any, Final

from enforcer.workbook.book import Book, Sheet, Value
from enforcer.workbook.marking.front_sheet import shown_width
from enforcer.workbook.marking.xml_edits import clean
from enforcer.workbook.naming import clean_name

MOST_CELLS: Final = 400_000
_FONT, _FONT_SIZE = "宋体", 11
_LONGEST_TEXT: Final = 32_767
_LONGEST_NAME: Final = 31
_NARROWEST, _WIDEST = 6, 40
_SAMPLED: Final = 200
_NOT_IN_NAMES: Final = str.maketrans("", "", "[]:*?/\\")
_FIRST_YEAR: Final = 1900
EMPTY: Final = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><bookViews><workbookView/>'
        "</bookViews><sheets></sheets></workbook>"
    ),
}


def empty_workbook() -> bytes:
    """A container with a workbook without any sheet, for a front sheet that stands alone."""
    from enforcer.workbook.formats.package import stored  # noqa: PLC0415 - only where nothing else can be given back

    return stored({name: (text.encode(),) for name, text in EMPTY.items()})


def is_affordable(book: Book) -> bool:
    """Whether the book is small enough to be written anew."""
    return sum(len(sheet.rows) * len(sheet.rows[0]) for sheet in book.sheets if sheet.rows) <= MOST_CELLS


def rebuilt(book: Book) -> tuple[bytes, dict[str, str]]:
    """An .xlsx with the sheets of the book, and the new name of each sheet whose own no .xlsx can bear.

    Every text is written as text, whatever it begins with.
    """
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415 - only what cannot be patched is written anew

    stream = BytesIO()
    settings = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
        "nan_inf_to_errors": True,
        "default_date_format": "yyyy-mm-dd",
    }
    names: dict[str, str] = {}
    with Workbook(stream, settings) as workbook:
        workbook.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 - no clock: the same bytes each time
        for sheet in book.sheets:
            names[sheet.name] = _sheet_name(sheet.name, set(names.values()))
            worksheet = workbook.add_worksheet(names[sheet.name])
            _write(workbook, worksheet, sheet)
        for key, value in book.properties.items():
            workbook.set_custom_property(clean(key)[:255], clean(str(value))[:255], "text")
    return stream.getvalue(), names


def _sheet_name(name: str, taken: set[str]) -> str:
    base = clean_name(name).translate(_NOT_IN_NAMES).strip("'")[:_LONGEST_NAME] or "Sheet"
    found, number = base, 2
    while found.lower() in {one.lower() for one in taken} or found.lower() == "history":
        ending = f"({number})"
        found, number = base[: _LONGEST_NAME - len(ending)] + ending, number + 1
    return found


def _write(workbook: Any, worksheet: Any, sheet: Sheet) -> None:
    from xlsxwriter.exceptions import OverlappingRange  # noqa: PLC0415 - as the workbook itself

    border = {"font_name": _FONT, "font_size": _FONT_SIZE, "border": 1, "text_wrap": True, "valign": "vcenter"}
    plain = workbook.add_format(border)
    formats = {
        date: workbook.add_format({**border, "num_format": "yyyy-mm-dd"}),
        datetime: workbook.add_format({**border, "num_format": "yyyy-mm-dd hh:mm:ss"}),
        time: workbook.add_format({**border, "num_format": "hh:mm:ss"}),
        timedelta: workbook.add_format({**border, "num_format": "[h]:mm:ss"}),
    }
    if sheet.visibility != "visible":
        (worksheet.hide if sheet.visibility == "hidden" else worksheet.very_hidden)()
    worksheet.set_paper(9)
    worksheet.set_landscape()
    worksheet.fit_to_pages(1, 0)
    for number, width in _widths(sheet).items():
        worksheet.set_column(number - 1, number - 1, width)
    for top, left, bottom, right in sheet.merges:
        # Ranges that overlap are no ranges that a spreadsheet program takes.
        with suppress(OverlappingRange):
            if (top, left) != (bottom, right):
                worksheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, "", plain)
    for row, values in enumerate(sheet.rows, sheet.first_row - 1):
        for column, value in enumerate(values, sheet.first_column - 1):
            _write_cell(worksheet, row, column, value, formats.get(type(value), plain))
    for (row, column), text in sheet.errors.items():
        worksheet.write_string(row - 1, column - 1, text, plain)
    for row in sheet.hidden_rows:
        worksheet.set_row(row - 1, None, None, {"hidden": True})
    for column in sheet.hidden_columns:
        worksheet.set_column(column - 1, column - 1, None, None, {"hidden": True})


def _write_cell(worksheet: Any, row: int, column: int, value: Value, form: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        worksheet.write_boolean(row, column, value, form)
    elif isinstance(value, str):
        text = clean(value)[:_LONGEST_TEXT]
        if text:
            worksheet.write_string(row, column, text, form)
    elif isinstance(value, (int, float)):
        worksheet.write_number(row, column, value, form)
    elif isinstance(value, (date, datetime)) and value.year < _FIRST_YEAR:
        worksheet.write_string(row, column, value.isoformat(), form)
    else:
        worksheet.write_datetime(row, column, value, form)


def _widths(sheet: Sheet) -> dict[int, float]:
    """A width for each column from what stands in it, merged titles aside."""
    spanned = {(merge.top, merge.left) for merge in sheet.merges if merge.right > merge.left}
    widths: dict[int, float] = {}
    for row, values in enumerate(sheet.rows[:_SAMPLED], sheet.first_row):
        for column, value in enumerate(values, sheet.first_column):
            if value is not None and (row, column) not in spanned:
                longest = max(map(shown_width, str(value)[:400].split("\n")))
                widths[column] = max(widths.get(column, _NARROWEST), min(longest + 2, _WIDEST))
    return widths
