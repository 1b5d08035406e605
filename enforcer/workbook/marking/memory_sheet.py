"""Writes the very hidden sheet by which a marked copy is known when it is filed again."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from enforcer.domain.row import column_letters
from enforcer.workbook.marking.memory import (
    COLUMN,
    FINDING,
    MOST_REMEMBERED,
    OWN,
    SCHEMA,
    STYLE,
    AnswerColumn,
    Remembered,
)
from enforcer.workbook.marking.xml_edits import cell_text

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"


class Remembering(NamedTuple):
    """What is to be remembered: formats of marks with those that they hide, formats of answer cells, and the rest."""

    salt: str
    front: str
    palette: Sequence[tuple[int, int]]
    own: Sequence[int]
    columns: Sequence[AnswerColumn]
    findings: Iterable[Remembered]


def memory_sheet(known: Remembering, *, strict: bool) -> bytes:
    """The worksheet part.

    Formats are remembered by empty cells that bear them: a program that numbers formats anew when it saves numbers
    these with the others.
    """
    rows = [_row(1, (SCHEMA, known.salt, known.front))]
    for marked, base in known.palette:
        rows.append(_row(len(rows) + 1, (STYLE, marked, base)))
    for style in known.own:
        rows.append(_row(len(rows) + 1, (OWN, style)))
    for column in known.columns:
        rows.append(_row(len(rows) + 1, (COLUMN, column.sheet, str(column.header_row), str(column.column))))
    for one in sorted(known.findings)[:MOST_REMEMBERED]:
        rows.append(_row(len(rows) + 1, (FINDING, one.code, str(one.column), one.fingerprint)))
    head = f'<worksheet xmlns="{_STRICT if strict else _MAIN}"><dimension ref="A1:D{len(rows)}"/><sheetData>'
    return head.encode() + b"".join(rows) + b"</sheetData></worksheet>"


def _row(number: int, cells: Sequence[str | int]) -> bytes:
    """A row; a number is the format of an empty cell."""
    return b'<row r="%d">%s</row>' % (
        number,
        b"".join(_cell(f"{column_letters(at)}{number}", one) for at, one in enumerate(cells, 1)),
    )


def _cell(name: str, content: str | int) -> bytes:
    if isinstance(content, int):
        return f'<c r="{name}" s="{content}"/>'.encode()
    return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">'.encode() + cell_text(content) + b"</t></is></c>"
