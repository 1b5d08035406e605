"""What is marked: the findings of one file, each with the cell it belongs to, and the words said about it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from enforcer.domain.finding import Finding
from enforcer.domain.notice import Notice
from enforcer.domain.row import Place
from enforcer.domain.rule import SEVERITIES, Severity
from enforcer.domain.sentence import Translate
from enforcer.domain.verdict import Examined
from enforcer.workbook.book import Address, Book, Sheet

OFFICE_ONLY: Final = frozenset({"X003", "X004", "X005", "X006"})
"""Findings that speak of another unit: they go to the office, never into a unit's copy."""

_GRADES: Final[Mapping[Severity, str]] = {"error": "错误", "warning": "提醒", "info": "提示"}
_MOST_IN_A_NOTE: Final = 6
_LONGEST_NOTE: Final = 3_000


class Point(NamedTuple):
    """A finding and the cell that is marked for it: sheet, row and column, None where it has no cell."""

    finding: Finding
    sheet: str | None
    address: Address | None


def points(examined: Sequence[Examined], book: Book | None) -> tuple[Point, ...]:
    """The findings that the unit is to see, errors first, then by sheet and cell; those on trial or waived are not.

    A finding on a row is marked at the row's first cell, one in a merged range at the range's first cell; one on a
    sheet or a file has no cell.
    """
    sheets = {sheet.name: sheet for sheet in book.sheets} if book else {}
    order = {name: place for place, name in enumerate(sheets)}
    found = [
        _point(one, finding, sheets)
        for one in examined
        for finding in one.findings
        if finding.state in ("open", "explained") and finding.code not in OFFICE_ONLY
    ]

    def rank(point: Point) -> tuple[int, int, Address, str]:
        place = order.get(point.sheet or "", -1)
        return SEVERITIES.index(point.finding.severity), place, point.address or (0, 0), point.finding.code

    return tuple(sorted(found, key=rank))


def _point(examined: Examined, finding: Finding, sheets: Mapping[str, Sheet]) -> Point:
    place = finding.place
    sheet = sheets.get(place.sheet or "")
    if place.file != examined.reading.file or sheet is None:
        return Point(finding, None, None)
    if place.row is None:
        return Point(finding, sheet.name, None)
    column = place.column or _first_column(examined, place)
    return Point(finding, sheet.name, _within(sheet, place.row, column))


def _first_column(examined: Examined, place: Place) -> int:
    table = examined.reading.table
    own = table is not None and table.sheet == place.sheet
    return min(table.columns.values(), default=1) if own and table else 1


def _within(sheet: Sheet, row: int, column: int) -> Address:
    """The first cell of the merged range that holds this one, else the cell itself."""
    for merge in sheet.merges:
        if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right:
            return merge.top, merge.left
    return row, column


def spots(found: Sequence[Point], sheet: str) -> dict[Address, list[Finding]]:
    """Cell -> the open findings marked there, of one sheet."""
    at: dict[Address, list[Finding]] = {}
    for point in found:
        if point.sheet == sheet and point.address and point.finding.counts:
            at.setdefault(point.address, []).append(point.finding)
    return at


def worst(findings: Sequence[Finding]) -> Severity:
    """The gravest grade among them."""
    return min((one.severity for one in findings), key=SEVERITIES.index)


def note(findings: Sequence[Finding], notice: Notice, translate: Translate) -> str:
    """The note at a cell: each finding with its fault, what is expected, how to mend it, and its clause."""
    texts = ["\n".join(_lines(one, notice, translate)) for one in findings[:_MOST_IN_A_NOTE]]
    if len(findings) > _MOST_IN_A_NOTE:
        left = len(findings) - _MOST_IN_A_NOTE
        texts.append(translate("另有{count}个问题，见“审核意见”。").format(count=left))
    text = "\n\n".join(texts)
    return text if len(text) <= _LONGEST_NOTE else text[: _LONGEST_NOTE - 1] + "…"


def _lines(finding: Finding, notice: Notice, translate: Translate) -> Iterator[str]:
    grade, title = grade_of(finding, translate), translate(finding.title)
    yield translate("【{grade}】{title}（{code}）").format(grade=grade, title=title, code=finding.code)
    yield finding.message.render(translate)
    yield translate("应当：{text}").format(text=finding.expected.render(translate))
    yield translate("改法：{text}").format(text=finding.remedy.render(translate))
    yield translate("依据：{text}").format(text=source_of(finding, notice, translate))


def grade_of(finding: Finding, translate: Translate) -> str:
    """错误, 提醒 or 提示."""
    return translate(_GRADES[finding.severity])


def source_of(finding: Finding, notice: Notice, translate: Translate) -> str:
    """桓政办发〔2014〕36号 二（六）, or the article of a law."""
    number = finding.clause.number
    return translate(number) if number.startswith("《") else f"{notice.number} {translate(number)}"


def answerable(finding: Finding) -> bool:
    """Whether the unit may answer the finding in writing instead of mending it."""
    return finding.severity != "error"
