"""Finds the header rows of a table on a sheet, one to three rows deep, below titles and header lines."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from enforcer.domain.form import Form
from enforcer.domain.row import text_of
from enforcer.language.patterns import pattern
from enforcer.workbook.book import Sheet
from enforcer.workbook.columns import Columns, Label, assign
from enforcer.workbook.header_words import LONGEST_HEADER, wording

SEARCHED_ROWS: Final = 100
"""So many rows may stand above a table: titles, instructions, the blank rows between them."""

_DEEPEST: Final = 3
_FEWEST_WORDS: Final = 2
_SAMPLED: Final = 60
_LABELLED: Final = "[:：]"


class Header(NamedTuple):
    """The header rows of one table (Excel's numbers), and which of its columns hold which field of the form."""

    form: Form
    rows: tuple[int, ...]
    columns: Columns

    @property
    def elements(self) -> int:
        """How many of the form's elements have a column."""
        return sum(key in self.columns.sources for key in self.form.elements)

    @property
    def fields(self) -> int:
        """How many of the form's fields have a column."""
        return len(self.columns.sources)

    @property
    def extent(self) -> tuple[int, int, int]:
        """How much it names: elements, fields, columns. Of two readings of the same rows the larger is right."""
        return self.elements, self.fields, len(self.columns.matches)

    @property
    def names_most(self) -> bool:
        """Whether more than half of the form's elements have a column."""
        return self.elements * 2 > len(self.form.elements)


def find_headers(sheet: Sheet, forms: Sequence[Form]) -> tuple[Header, ...]:
    """For each of these forms the header of its table near the top of the sheet: the rows that name the most elements.

    Of equals the upper and the shallower ones. Forms of which no row names two columns are left out. The search ends
    below the first row that names more than half of a form's elements.
    """
    best: dict[int, Header] = {}
    end = min(len(sheet.rows), SEARCHED_ROWS)
    place = 0
    while place < end:
        number = sheet.first_row + place
        for form in forms:
            for found in headers_from(sheet, form, number):
                known = best.get(form.annex)
                if known is None or found.extent > known.extent:
                    best[form.annex] = found
                if found.names_most:
                    end = min(end, place + _DEEPEST)
        place += 1
    return tuple(found for found in best.values() if found.fields >= _FEWEST_WORDS)


def headers_from(sheet: Sheet, form: Form, number: int) -> Iterator[Header]:
    """The header that begins in this row, read one, two and three rows deep."""
    known = _known_words(sheet, form, number)
    if not known:
        return
    for depth in range(1, _DEEPEST + 1):
        if depth > 1:
            lower = number + depth - 1
            if not _goes_on(sheet, form, lower - 1):
                return
            known += _known_words(sheet, form, lower)
        if known >= _FEWEST_WORDS:
            yield header_at(sheet, form, tuple(range(number, number + depth)))


def header_at(sheet: Sheet, form: Form, rows: tuple[int, ...]) -> Header:
    """These rows of the sheet, read as a header of this form."""

    def sample(column: int) -> Sequence[object]:
        return [sheet.at(row, column) for row in range(rows[-1] + 1, rows[-1] + 1 + _SAMPLED)]

    return Header(form, rows, assign(form, tuple(labels_of(sheet, rows)), sample))


def labels_of(sheet: Sheet, rows: Sequence[int]) -> Iterator[Label]:
    """The header cells column by column: the lowest text of the column, and what spans it in the row above."""
    lines = [_spanned(sheet, row, last=row == rows[-1]) for row in rows]
    for place in range(len(lines[0])):
        stack = [line[place] for line in lines if line[place]]
        if not stack:
            continue
        own = stack[-1]
        parents = "".join(text for text in dict.fromkeys(stack[:-1]) if text != own)
        yield Label(sheet.first_column + place, own, parents)


def _known_words(sheet: Sheet, form: Form, number: int) -> int:
    """How many cells of the row are words of the form's headers."""
    place = number - sheet.first_row
    if not 0 <= place < len(sheet.rows):
        return 0
    words = wording(form)
    return sum(
        type(value) is str and len(value) <= LONGEST_HEADER and bool(words.hits(value)) for value in sheet.rows[place]
    )


def _spanned(sheet: Sheet, number: int, *, last: bool) -> list[str]:
    """The texts of a header row; in a row above another one, a text also over the columns that it spans."""
    values = sheet.rows[number - sheet.first_row]
    texts = [text_of(value) for value in values]
    if last:
        return texts
    below = sheet.rows[number + 1 - sheet.first_row]
    merged = {merge.left: merge.right for merge in sheet.merges if merge.top <= number <= merge.bottom}
    covered = {
        column
        for merge in sheet.merges
        if merge.top <= number <= merge.bottom
        for column in range(merge.left, merge.right + 1)
    }
    carried, until = "", 0
    for place, text in enumerate(texts):
        column = sheet.first_column + place
        if text:
            carried, until = text, merged.get(column, 0)
        elif column <= until:
            texts[place] = carried
        elif column not in covered and below[place] is not None and until == 0:
            # No merge is told (a CSV, an HTML table): a blank above a filled cell belongs to the text on its left.
            texts[place] = carried
        else:
            carried, until = "", 0
    return texts


def _goes_on(sheet: Sheet, form: Form, upper: int) -> bool:
    """Whether the row below is a further header row: all that stands in it is under blanks, spans or halves of words.

    A row with colons in it holds header lines (填报单位：…) and begins no table.
    """
    place = upper - sheet.first_row
    if place + 1 >= len(sheet.rows):
        return False
    above, below = sheet.rows[place], sheet.rows[place + 1]
    if any(type(value) is str and pattern(_LABELLED).search(value) for value in above):
        return False
    stands = False
    for index, value in enumerate(below):
        if value is None:
            continue
        if type(value) is not str or len(value) > LONGEST_HEADER:
            return False
        stands = True
        over = above[index]
        spans = index + 1 < len(above) and above[index + 1] is None and below[index + 1] is not None
        if over is not None and not spans and not wording(form).hits(f"{over}{value}"):
            return False
    return stands
