"""Sheets as files, each format by the library that offices' programs are nearest to. Equal sheets give equal bytes."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from html import escape
from typing import NamedTuple

from making.sheets import Sheet

MADE = datetime(2014, 6, 13)  # noqa: DTZ001 - the day of the notice is the day of every sample
LONGEST_AGO = (1980, 1, 1, 0, 0, 0)
WIDTH = 12


class Formula(NamedTuple):
    """A formula with the result that the program kept."""

    text: str
    result: str


def xlsx(sheets: Sequence[Sheet]) -> bytes:
    """An .xlsx, with borders and wrapped cells."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - each format brings in its own writer only

    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False}) as book:
        book.set_properties({"created": MADE})
        plain = book.add_format({"text_wrap": True, "border": 1, "valign": "vcenter"})
        day = book.add_format({"num_format": "yyyy-mm-dd", "border": 1, "valign": "vcenter"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            for column, width in sheet.widths.items():
                page.set_column(column - 1, column - 1, width)
            for top, left, bottom, right in sheet.merges:
                page.merge_range(top - 1, left - 1, bottom - 1, right - 1, "", plain)
            for (row, column), value in sheet.cells.items():
                if isinstance(value, date):
                    page.write_datetime(row - 1, column - 1, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001
                elif isinstance(value, Formula):
                    page.write_formula(row - 1, column - 1, value.text, plain, value.result)
                elif isinstance(value, str):
                    page.write_string(row - 1, column - 1, value, plain)
                else:
                    page.write(row - 1, column - 1, value, plain)
    return stream.getvalue()


def xls(sheets: Sequence[Sheet]) -> bytes:
    """An .xls (BIFF8), as Excel 2003 and WPS' .et keep it."""
    import xlwt  # noqa: PLC0415 - each format brings in its own writer only

    book = xlwt.Workbook(encoding="utf-8")
    plain, day = xlwt.easyxf("align: wrap on, vert centre"), xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for sheet in sheets:
        page = book.add_sheet(sheet.name)
        merged = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
        for (row, column), value in sheet.cells.items():
            style = day if isinstance(value, date) else plain
            if (row, column) in merged:
                bottom, right = merged.pop((row, column))
                page.write_merge(row - 1, bottom - 1, column - 1, right - 1, value, style)
            else:
                page.write(row - 1, column - 1, value, style)
        for (top, left), (bottom, right) in merged.items():
            page.merge(top - 1, bottom - 1, left - 1, right - 1)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ods(sheets: Sequence[Sheet]) -> bytes:
    """An .ods, as LibreOffice keeps it."""
    from odf.opendocument import OpenDocumentSpreadsheet  # noqa: PLC0415 - each format brings in its own writer only
    from odf.table import CoveredTableCell, Table, TableCell, TableRow  # noqa: PLC0415
    from odf.text import P  # noqa: PLC0415

    def cell(value: object, across: int, down: int) -> TableCell:
        span = {"numbercolumnsspanned": across, "numberrowsspanned": down} if (across, down) != (1, 1) else {}
        if isinstance(value, date):
            made = TableCell(valuetype="date", datevalue=value.isoformat(), **span)
        elif isinstance(value, int):
            made = TableCell(valuetype="float", value=value, **span)
        else:
            made = TableCell(valuetype="string", **span)
        for text in str(value).split("\n"):
            made.addElement(P(text=text))
        return made

    book = OpenDocumentSpreadsheet()
    for sheet in sheets:
        page = Table(name=sheet.name)
        spans = {(top, left): (right - left + 1, bottom - top + 1) for top, left, bottom, right in sheet.merges}
        covered = {
            (row, column)
            for top, left, bottom, right in sheet.merges
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        } - set(spans)
        for number, values in enumerate(sheet.grid(), 1):
            line = TableRow()
            for column, value in enumerate(values, 1):
                if (number, column) in covered:
                    line.addElement(CoveredTableCell())
                elif value is None:
                    line.addElement(TableCell())
                else:
                    line.addElement(cell(value, *spans.get((number, column), (1, 1))))
            page.addElement(line)
        book.spreadsheet.addElement(page)
    stream = io.BytesIO()
    book.write(stream)
    return steady(stream.getvalue())


def html(sheets: Sequence[Sheet]) -> bytes:
    """The first sheet as an HTML table, as web systems export it under an .xls name."""
    sheet = sheets[0]
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet.merges}
    covered = {
        (row, column)
        for top, left, bottom, right in sheet.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }
    lines = []
    for number, values in enumerate(sheet.grid(), 1):
        cells = []
        for column, value in enumerate(values, 1):
            if (number, column) in covered:
                continue
            down, across = spans.get((number, column), (1, 1))
            span = f' rowspan="{down}"' * (down > 1) + f' colspan="{across}"' * (across > 1)
            text = escape("" if value is None else str(value)).replace("\n", "<br>")
            cells.append(f"<td{span}>{text}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    head = '<html>\n<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>\n<body>\n'
    return (head + '<table border="1">\n' + "\n".join(lines) + "\n</table>\n</body>\n</html>\n").encode()


def gbk_text(sheets: Sequence[Sheet]) -> bytes:
    """The first sheet as GBK text with tabs between the cells, as older systems export it under an .xls name."""
    rows = ("\t".join("" if value is None else str(value) for value in row) for row in sheets[0].grid())
    return "".join(f"{row}\r\n" for row in rows).encode("gbk")


WRITERS: dict[str, Callable[[Sequence[Sheet]], bytes]] = {"xlsx": xlsx, "xls": xls, "et": xls, "ods": ods}


def steady(package: bytes) -> bytes:
    """The same zip package without the clock in it: no times on its members, none in the properties."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2014-06-13T00:00:00Z", content)
            info = zipfile.ZipInfo(member.filename, LONGEST_AGO)
            info.compress_type = member.compress_type
            info.create_system = 0
            new.writestr(info, content)
    return stream.getvalue()
