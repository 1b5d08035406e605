"""Header lines around the table: 填报单位（盖章）：… 填报人：… in one cell or several, above the table or below it."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from enforcer.domain.form import Form
from enforcer.domain.reading import HeaderLine
from enforcer.domain.row import Place, text_of
from enforcer.language.blanks import is_blank
from enforcer.language.document_numbers import read_document_number
from enforcer.language.patterns import pattern
from enforcer.workbook.book import Sheet
from enforcer.workbook.reading.headers import SEARCHED_COLUMNS
from enforcer.workbook.reading.labels import Labels, labels_of
from enforcer.workbook.reading.spans import Spans

LONGEST_LINE: Final = 400
_DOCUMENT_NUMBER: Final = "document_number"
_FAR: Final = 3
"""Blank columns that may stand between a label and its value."""

_EDGES: Final = " \t\r\n\u3000_；;，,"
_SEAL: Final = r"\s*[(（](?:加?盖?公?章|签字|签章|签名|盖章处)[)）]?\s*$"
_MEASURE: Final = r"(?:人民币)?[百千万亿]?(?:元|人次?|个|项|件|份|户|家|亩|吨|平方米)(?:[、/].{1,4})?"


class Line(NamedTuple):
    """A label and its value: `key` is None for a label that the form does not know.

    `value` is None where none was typed; the place is then where one is expected.
    """

    key: str | None
    label: str
    value: object
    text: str
    place: Place


def lines_in(form: Form, file: str, sheet: Sheet, spans: Spans, number: int) -> list[Line]:
    """The header lines that stand in this row, left to right."""
    return list(_Walk(labels_of(form), file, sheet, spans, number).lines())


def header_of(lines: Iterable[Line]) -> dict[str, HeaderLine]:
    """By the form's keys: for each the first line that says something, else the first that is there."""
    found: dict[str, HeaderLine] = {}
    for key, _, value, text, place in lines:
        if key is not None and (key not in found or (text and not found[key].text)):
            found[key] = HeaderLine(value, text, place._replace(field=key))
    return found


def number_alone(form: Form, file: str, sheet: Sheet, numbers: Iterable[int]) -> Iterator[Line]:
    """The document number that stands alone in one of these rows, as official documents bear it above their title.

    Only where the form asks for one; brackets around it are left aside.
    """
    if all(field.key != _DOCUMENT_NUMBER for field in form.header):
        return
    for number in numbers:
        row = enumerate(sheet.rows[number - sheet.first_row][:SEARCHED_COLUMNS], sheet.first_column)
        cells = [(column, value) for column, value in row if value is not None and not is_blank(value)]
        text = text_of(cells[0][1]).strip("()（）") if len(cells) == 1 else ""
        if text and read_document_number(text):
            place = Place(file, sheet.name, number, cells[0][0])
            yield Line(_DOCUMENT_NUMBER, "", text, text, place)


def is_header_line(form: Form, text: str) -> bool:
    """Whether the text begins with one of the form's labels and a colon."""
    first = next(iter(labels_of(form).found_in(text.strip())), None) if len(text) <= LONGEST_LINE else None
    return first is not None and first.key is not None and first.start == 0


class _Walk(NamedTuple):
    """One row, cell by cell; a label without a value waits for the next cell."""

    labels: Labels
    file: str
    sheet: Sheet
    spans: Spans
    number: int

    def lines(self) -> Iterator[Line]:
        waiting: Line | None = None
        label_at = 0
        for column, value in self._cells():
            parts = self._parts(value, column) if type(value) is str else None
            before, found = parts or (value, [])
            if waiting:
                at = waiting.place.column or 0
                if before and column - at <= _FAR:
                    yield _answered(waiting, before, self._place(column), raw=parts is None)
                else:
                    yield waiting if at < column else waiting._replace(place=self._place(label_at))
                waiting = None
            yield from found[:-1]
            if found and found[-1].value is not None:
                yield found[-1]
            elif found:
                waiting, label_at = found[-1], column
                if len(found) == 1 and not before:
                    waiting = waiting._replace(place=self._place(self._next_cell(column)))
        if waiting:
            yield waiting

    def _cells(self) -> Iterator[tuple[int, object]]:
        values = self.sheet.rows[self.number - self.sheet.first_row][:SEARCHED_COLUMNS]
        for column, value in enumerate(values, self.sheet.first_column):
            if value is not None and not (type(value) is str and value.isspace()):
                yield column, value

    def _place(self, column: int) -> Place:
        return Place(self.file, self.sheet.name, self.number, column)

    def _next_cell(self, column: int) -> int:
        """The cell where the value of a label that stands alone is typed; its own where the label spans the sheet."""
        merge = self.spans.at(self.number, column)
        after = (merge.right if merge else column) + 1
        last = self.sheet.first_column + len(self.sheet.rows[0]) - 1
        return after if after <= last else column

    def _parts(self, text: str, column: int) -> tuple[str, list[Line]] | None:
        """What stands before the first label of the cell, and its lines; None for a cell without a label."""
        if len(text) > LONGEST_LINE:
            return None
        place = self._place(column)
        hits = self.labels.found_in(text)
        if not hits:
            key = self.labels.key_of(text)
            return ("", [Line(key, text, None, "", place)]) if key else None
        ends = [hit.start for hit in hits[1:]] + [len(text)]
        found = [
            _answered(Line(hit.key, hit.label, None, "", place), text[hit.end : end], place)
            for hit, end in zip(hits, ends, strict=True)
        ]
        return text[: hits[0].start].strip(_EDGES), found


def _answered(line: Line, value: object, place: Place, *, raw: bool = False) -> Line:
    """The line with what was typed for it; a blank to be filled in by hand (____, 年 月 日) is no value.

    The value is the text between two labels, or the whole cell beside a label, `raw`.
    """
    text = pattern(_SEAL).sub("", text_of(value).strip(_EDGES)).strip(_EDGES)
    value = value if raw else text
    if is_blank(text):
        return line._replace(value=None, text="", place=place)
    if line.key == "unit" and pattern(_MEASURE).fullmatch(text):
        return line._replace(key=None, value=value, text=text, place=place)
    return line._replace(value=value, text=text, place=place)
