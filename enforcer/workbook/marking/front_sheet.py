"""The sheet 审核意见: what is to be mended, cell by cell, what was not examined, by when, and whom to ask."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from enforcer.domain.row import column_letters
from enforcer.domain.rule import Severity
from enforcer.workbook.marking.addresses import location
from enforcer.workbook.marking.style_sheet import COLOURS, Look, StyleSheet
from enforcer.workbook.marking.xml_edits import cell_text, quoted

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_WIDTHS: Final = (5, 15, 34, 28, 32, 25, 7)
_WHOLE: Final = sum(_WIDTHS)
_LINE_HEIGHT: Final = 15.0
_WIDE: Final = 0x2E80
_MOST_HEIGHT: Final = 405.0


class Line(NamedTuple):
    """A line of the sheet: a title, a paragraph, a heading, the table's header, or one row of the table."""

    kind: str
    cells: tuple[str, ...]
    link: tuple[str, int, int] | None = None
    severity: Severity | None = None


_LOOKS: Final = {
    "title": Look(size=18, bold=True, across="center", font="黑体"),
    "paragraph": Look(),
    "strong": Look(size=12, bold=True),
    "heading": Look(size=12, bold=True, down="bottom"),
    "header": Look(bold=True, border=True, across="center", fill="D9E1EC"),
    "row": Look(size=10, border=True),
    "centred": Look(size=10, border=True, across="center"),
    "link": Look(size=10, border=True, across="center", link=True, colour="0563C1"),
}


def front_sheet(lines: Sequence[Line], styles: StyleSheet, *, strict: bool) -> bytes:
    """The worksheet part, on A4 across, fitted to the page's width, shown first. Every text is a string."""
    looks = {name: styles.own(look) for name, look in _LOOKS.items()}
    colours = {
        severity: styles.own(Look(size=10, border=True, across="center", bold=True, fill=bytes(colour).hex().upper()))
        for severity, colour in COLOURS.items()
    }
    rows, links, merges = [], [], []
    for number, line in enumerate(lines, 1):
        if line.kind in ("header", "row"):
            cells = list(_cells(line, number, looks, colours))
        else:
            merges.append(f"A{number}:{column_letters(len(_WIDTHS))}{number}")
            cells = [_cell(number, 1, looks[line.kind], line.cells[0])]
        rows.append(
            b'<row r="%d" ht="%s" customHeight="1">%s</row>' % (number, _height(line).encode(), b"".join(cells))
        )
        if line.link:
            links.append(
                b'<hyperlink ref="B%d" location=%s display=%s/>'
                % (number, quoted(location(*line.link)), quoted(line.cells[1]))
            )
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width + 0.7}" customWidth="1"/>' for at, width in enumerate(_WIDTHS, 1)
    )
    head = (
        f'<worksheet xmlns="{_STRICT if strict else _MAIN}"><sheetPr><tabColor rgb="FFC00000"/>'
        f'<pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:{column_letters(len(_WIDTHS))}{len(lines)}"/>'
        '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"/></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>'
    )
    merged = "".join(f'<mergeCell ref="{one}"/>' for one in merges)
    tail = f'</sheetData><mergeCells count="{len(merges)}">{merged}</mergeCells>'
    linked = b"<hyperlinks>" + b"".join(links) + b"</hyperlinks>" if links else b""
    page = (
        '<printOptions horizontalCentered="1"/>'
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;C第&amp;P页 共&amp;N页</oddFooter></headerFooter></worksheet>"
    )
    return head.encode() + b"".join(rows) + tail.encode() + linked + page.encode()


def _cells(line: Line, number: int, looks: dict[str, int], colours: dict[Severity, int]) -> Iterator[bytes]:
    for column, text in enumerate(line.cells, 1):
        style = looks[line.kind]
        if line.kind == "row" and column == 1:
            style = looks["centred"]
        elif line.kind == "row" and column == 2:  # noqa: PLR2004 - the column of links
            style = looks["link" if line.link else "centred"]
        elif line.kind == "row" and column == len(_WIDTHS):
            style = colours[line.severity] if line.severity else looks["centred"]
        yield _cell(number, column, style, text)


def _cell(row: int, column: int, style: int, text: str) -> bytes:
    head = f'<c r="{column_letters(column)}{row}" s="{style}"'
    if not text:
        return f"{head}/>".encode()
    return f'{head} t="inlineStr"><is><t xml:space="preserve">'.encode() + cell_text(text) + b"</t></is></c>"


def _height(line: Line) -> str:
    """How high a row must be for its longest text, wrapped."""
    if line.kind == "title":
        return "33"
    if line.kind in ("header", "heading"):
        return "24"
    widths = _WIDTHS if line.kind == "row" else (_WHOLE,)
    scale = 1.1 if line.kind == "row" else 0.95
    lines = max(_lines(text, width * scale) for text, width in zip(line.cells, widths, strict=False))
    return f"{min(lines * _LINE_HEIGHT + 5, _MOST_HEIGHT):g}"


def _lines(text: str, width: float) -> int:
    return sum(max(1, -(-shown_width(part) // max(1, int(width)))) for part in text.split("\n"))


def shown_width(text: str) -> int:
    """How many half-width characters the text takes on a line."""
    return sum(2 if ord(one) >= _WIDE else 1 for one in text)
