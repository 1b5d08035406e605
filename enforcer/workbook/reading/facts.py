"""Facts about cells and sheets that the W rules judge: error cells, lost formulas, hidden content, altered forms."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from enforcer.domain.reading import Alteration, Fact, Mark
from enforcer.domain.row import Place, Table, column_letters
from enforcer.domain.sentence import Sentence
from enforcer.workbook.book import Address, Book, Sheet
from enforcer.workbook.mark import MARK_SHEET
from enforcer.workbook.reading.entries import Body
from enforcer.workbook.reading.headers import Header

_NUMBER = "number"
_RENAMED = "“{field}”一栏的表头改成了“{text}”"
_TELL_VALIDATIONS = frozenset({"xlsx", "xlsm"})


def error_cells(file: str, sheet: Sheet, bodies: Sequence[Body]) -> tuple[Fact, ...]:
    """Error cells above the table and under the columns that were read, with what they show (#REF!)."""
    return tuple(_facts(file, sheet, bodies, sheet.errors))


def empty_formulas(file: str, sheet: Sheet, bodies: Sequence[Body]) -> tuple[Fact, ...]:
    """Formulas without a value above the table and under the columns that were read; 序号 nobody reads."""
    return tuple(_facts(file, sheet, bodies, dict.fromkeys(sheet.uncalculated, ""), but=_NUMBER))


def hidden_sheets(book: Book) -> list[Fact]:
    """Hidden sheets with content, our own mark apart."""
    return [
        Fact(Place(book.name, sheet.name), sheet.name)
        for sheet in book.sheets
        if sheet.visibility != "visible" and sheet.name != MARK_SHEET and has_content(sheet)
    ]


def hidden_lines(file: str, sheet: Sheet) -> list[Fact]:
    """Hidden rows and columns with content, stretch by stretch, as Excel writes them: 5:7, F:G."""
    found = []
    if sheet.hidden_rows:
        bottom = sheet.first_row + len(sheet.rows)
        rows = (number for number in sheet.hidden_rows if sheet.first_row <= number < bottom)
        filled = (number for number in rows if _filled(sheet.rows[number - sheet.first_row]))
        for first, last in _stretches(filled):
            found.append(Fact(Place(file, sheet.name, first), f"{first}:{last}"))
    if sheet.hidden_columns and sheet.rows:
        right = sheet.first_column + len(sheet.rows[0])
        columns = (number for number in sheet.hidden_columns if sheet.first_column <= number < right)
        filled = (one for one in columns if any(row[one - sheet.first_column] is not None for row in sheet.rows))
        for first, last in _stretches(filled):
            name = f"{column_letters(first)}:{column_letters(last)}"
            found.append(Fact(Place(file, sheet.name, 1, first), name))
    return found


def alterations(book: Book, sheet: Sheet, header: Header, table: Table, mark: Mark | None) -> list[Alteration]:
    """How a sheet of a marked blank differs from it: columns gone, added or renamed, restrictions on cells gone."""
    if mark is None or mark.annex != header.form.annex:
        return []
    row = header.rows[-1]
    made: list[Alteration] = []

    def note(sentence: Sentence, column: int | None = None) -> None:
        made.append(Alteration(Place(book.name, sheet.name, row, column), sentence))

    unread = {label.column: label.text for label, _ in header.columns.unread}
    for number, column in enumerate(header.form.columns, 1):
        field = Sentence(column.header)
        if column.key not in table.columns and number in unread:
            note(Sentence(_RENAMED, {"field": field, "text": unread.pop(number)}), number)
        elif column.key not in table.columns:
            note(Sentence("缺少“{field}”一栏", {"field": field}))
    for match in header.columns.matches:
        if match.by in ("synonym", "neighbours"):
            field = Sentence(header.form.column(match.key).header)
            note(Sentence(_RENAMED, {"field": field, "text": match.header}), match.column)
    for number, text in unread.items():
        note(Sentence("增加了“{text}”一栏", {"text": text}), number)
    if book.kind in _TELL_VALIDATIONS and sheet.validations < mark.validations:
        values = {"before": mark.validations, "after": sheet.validations}
        sentence = Sentence("下拉选项等填写限制原有{before}处，现有{after}处", values)
        made.append(Alteration(Place(book.name, sheet.name), sentence))
    return made


def has_content(sheet: Sheet) -> bool:
    """Whether anything is typed on the sheet."""
    return any(_filled(row) for row in sheet.rows)


def _facts(
    file: str, sheet: Sheet, bodies: Sequence[Body], cells: Mapping[Address, str], *, but: str | None = None
) -> Iterator[Fact]:
    """The facts about cells above the first table and under its columns, `but` one.

    Under a column that is no element a cell counts only in an entry: blanks have their formulas ready.
    """
    if not cells or not bodies:
        return
    entries = {row.number for body in bodies for row in body.rows}
    for (row, column), value in sorted(cells.items()):
        place = Place(file, sheet.name, row, column)
        body = next((one for one in bodies if one.first <= row <= one.last), None)
        if row < bodies[0].first:
            yield Fact(place, value)
        elif body is not None:
            sources = body.header.columns.sources.items()
            key = next((key for key, columns in sources if column in columns and key != but), None)
            if key and (row in entries or key in body.table.form.elements):
                yield Fact(place._replace(field=key), value)


def _filled(row: Iterable[object]) -> bool:
    return any(value is not None and not (type(value) is str and not value.strip()) for value in row)


def _stretches(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Numbers that follow one another, as first and last."""
    for _, group in groupby(enumerate(sorted(numbers)), key=lambda one: one[1] - one[0]):
        run = [number for _, number in group]
        yield run[0], run[-1]
