"""Finds the header rows of a table on a sheet, one to three rows deep, below titles and header lines."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from enforcer.domain.form import Form
from enforcer.domain.row import text_of
from enforcer.language.patterns import pattern
from enforcer.workbook.book import Sheet
from enforcer.workbook.reading.columns import Columns, Label, assign
from enforcer.workbook.reading.header_words import LONGEST_HEADER, Wording, wording
from enforcer.workbook.reading.spans import Spans

SEARCHED_ROWS: Final = 100
"""So many rows may stand above a table: titles, instructions, the blank rows between them."""
SEARCHED_COLUMNS: Final = 256
"""A column further to the right belongs to no annex."""

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


def spans_of(sheet: Sheet) -> Spans:
    """The merged ranges of a sheet that a header, a title or a section can have."""
    return Spans(sheet.merges, sheet.first_row + SEARCHED_ROWS + _DEEPEST)


def find_headers(sheet: Sheet, spans: Spans, forms: Sequence[Form]) -> tuple[Header, ...]:
    """For each of these forms the header of its table near the top of the sheet: the rows that name the most elements.

    Of equals the upper and the shallower ones. Forms of which no row names two columns are left out. The search ends
    below the first row that names more than half of a form's elements.
    """
    best: dict[int, Header] = {}
    searches = [_Search(sheet, spans, form) for form in forms]
    end = min(len(sheet.rows), SEARCHED_ROWS)
    place = 0
    while place < end:
        for search in searches:
            for found in search.beginning_in(sheet.first_row + place):
                known = best.get(found.form.annex)
                if known is None or found.extent > known.extent:
                    best[found.form.annex] = found
                if found.names_most:
                    end = min(end, place + _DEEPEST)
        place += 1
    return tuple(found for found in best.values() if found.fields >= _FEWEST_WORDS)


def header_in(sheet: Sheet, spans: Spans, form: Form, number: int) -> Header | None:
    """The header of this form that begins in this row, one to three rows deep; None where none does."""
    return max(_Search(sheet, spans, form).beginning_in(number), key=lambda one: one.extent, default=None)


class _Search:
    """Looks for the header of one form."""

    __slots__ = ("_form", "_sheet", "_spans", "_words")

    def __init__(self, sheet: Sheet, spans: Spans, form: Form) -> None:
        self._sheet, self._spans, self._form = sheet, spans, form
        self._words: Wording = wording(form)

    def beginning_in(self, number: int) -> Iterator[Header]:
        """The header that begins in this row, read one, two and three rows deep."""
        known = self._known_words(number)
        if not known:
            return
        for depth in range(1, _DEEPEST + 1):
            if depth > 1:
                lower = number + depth - 1
                if not self._goes_on(lower - 1):
                    return
                known += self._known_words(lower)
            if known >= _FEWEST_WORDS:
                yield self._header(tuple(range(number, number + depth)))

    def _header(self, rows: tuple[int, ...]) -> Header:
        def sample(column: int) -> Sequence[object]:
            return [self._sheet.at(row, column) for row in range(rows[-1] + 1, rows[-1] + 1 + _SAMPLED)]

        return Header(self._form, rows, assign(self._form, tuple(self._labels(rows)), sample))

    def _labels(self, rows: Sequence[int]) -> Iterator[Label]:
        """The header cells column by column: the lowest text of the column, and what spans it in the rows above."""
        lines = [self._spanned(row, last=row == rows[-1]) for row in rows]
        for place in range(len(lines[0])):
            stack = [line[place] for line in lines if line[place]]
            if not stack:
                continue
            own = stack[-1]
            parents = "".join(text for text in dict.fromkeys(stack[:-1]) if text != own)
            yield Label(self._sheet.first_column + place, own, parents)

    def _row(self, number: int) -> Sequence[object]:
        place = number - self._sheet.first_row
        return self._sheet.rows[place][:SEARCHED_COLUMNS] if 0 <= place < len(self._sheet.rows) else ()

    def _known_words(self, number: int) -> int:
        """How many cells of the row are words of the form's headers."""
        hits = self._words.hits
        return sum(type(one) is str and len(one) <= LONGEST_HEADER and bool(hits(one)) for one in self._row(number))

    def _spanned(self, number: int, *, last: bool) -> list[str]:
        """The texts of a header row; in a row above another one, a text also over the columns that it spans."""
        texts = [text_of(value) for value in self._row(number)]
        if last:
            return texts
        below = self._row(number + 1)
        merges = self._spans.beginning_in(number)
        covered = self._covered(number)
        carried, until = "", 0
        for place, text in enumerate(texts):
            column = self._sheet.first_column + place
            if text:
                carried, until = text, merges[column].right if column in merges else 0
            elif column <= until:
                texts[place] = carried
            elif column not in covered and below[place] is not None and until == 0:
                # No merge is told (a CSV, an HTML table): a blank above a filled cell belongs to the text on its left.
                texts[place] = carried
            else:
                carried, until = "", 0
        return texts

    def _covered(self, number: int) -> set[int]:
        """The columns of a row that merges take up."""
        first, last = self._sheet.first_column, self._sheet.first_column + SEARCHED_COLUMNS
        covered: set[int] = set()
        for row in range(number - _DEEPEST + 1, number + 1):
            for merge in self._spans.beginning_in(row).values():
                if merge.bottom >= number:
                    covered.update(range(max(merge.left, first), min(merge.right, last) + 1))
        return covered

    def _goes_on(self, upper: int) -> bool:
        """Whether the row below is a further header row: all in it is under blanks, spans or halves of words.

        A row with colons in it holds header lines (填报单位：…) and begins no table.
        """
        above, below = self._row(upper), self._row(upper + 1)
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
            if over is not None and not spans and not self._words.hits(f"{over}{value}"):
                return False
        return stands
