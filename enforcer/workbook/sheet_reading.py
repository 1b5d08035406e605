"""One sheet that is an annex, read whole: table, header lines, witnesses, what was assumed and what was left out."""

from collections.abc import Iterator, Sequence
from typing import Final

from enforcer.domain.form import Form
from enforcer.domain.reading import Assumption, HeaderLine, Match, Reading, SkippedSheet
from enforcer.domain.row import Place, Row, Table
from enforcer.domain.sentence import Sentence
from enforcer.forms import ANNEXES
from enforcer.workbook import facts
from enforcer.workbook.book import Sheet
from enforcer.workbook.columns import Columns
from enforcer.workbook.entries import Body, read_entries
from enforcer.workbook.filling import MERGED
from enforcer.workbook.furniture import REASONS
from enforcer.workbook.header_lines import Line, header_of, lines_in
from enforcer.workbook.headers import SEARCHED_COLUMNS, SEARCHED_ROWS, header_in, spans_of
from enforcer.workbook.nil import is_nil_statement
from enforcer.workbook.recognise import Recognised, titled
from enforcer.workbook.spans import Spans
from enforcer.workbook.witnesses import Context, title_of, unit_of, year_of

_THIRD: Final = 3


def read_sheet(context: Context, sheet: Sheet, found: Recognised) -> Reading:
    """The reading of a sheet whose table was found."""
    header, file = found.header, context.book.name
    bodies, left_over = _bodies(context, sheet, found)
    last_above = header.rows[0] - 1
    above = _lines(header.form, file, sheet, found.spans, range(sheet.first_row, header.rows[0]))
    below = _lines(header.form, file, sheet, found.spans, [number for body in bodies for number in body.lines])
    title = title_of(header.form, file, sheet, last_above)
    lines = header_of((*above, *below))
    unit, unit_witnesses = unit_of(context, sheet, title, (above, below), bodies)
    year, year_witnesses = year_of(context, sheet, title, lines.get("year"))
    rows = _rows(bodies)
    table = bodies[0].table
    return Reading(
        file,
        form=header.form,
        recognised_by=found.by,
        mark=context.mark,
        table=table,
        header_rows=header.rows,
        columns=header.columns.matches,
        unread_columns=tuple(_unread(file, sheet, bodies[0])),
        title=title,
        header=lines,
        rows=rows,
        nil=None if rows else _nil(bodies, sheet, file, last_above),
        unit=unit,
        year=year,
        unit_witnesses=unit_witnesses,
        year_witnesses=year_witnesses,
        assumptions=tuple(_assumptions(bodies, by_mark=found.by == "mark")),
        skipped_rows=(*(one for body in bodies for one in body.skipped), *left_over),
        sample_rows=tuple(one for body in bodies for one in body.samples),
        error_cells=facts.error_cells(file, sheet, bodies),
        empty_formulas=facts.empty_formulas(file, sheet, bodies),
        hidden=tuple(facts.hidden_lines(file, sheet)),
        alterations=tuple(facts.alterations(context.book, sheet, header, table, context.mark)),
        remarks=tuple(one.reason for one in left_over),
    )


def nil_alone(context: Context, sheet: Sheet) -> Reading | None:
    """A nil return without any table: a title that names one annex, and the statement. None for anything else."""
    numbers = ANNEXES if context.annex is None else (context.annex,)
    header = titled(sheet, [context.forms(number) for number in numbers])
    if header is None:
        return None
    file, last = context.book.name, sheet.first_row + len(sheet.rows) - 1
    nil = _stated(sheet, file, range(sheet.first_row, min(last, sheet.first_row + SEARCHED_ROWS) + 1))
    if nil is None:
        return None
    above = _lines(header.form, file, sheet, spans_of(sheet), range(sheet.first_row, last + 1))
    title = title_of(header.form, file, sheet, last)
    lines = header_of(above)
    unit, unit_witnesses = unit_of(context, sheet, title, (above, ()))
    year, year_witnesses = year_of(context, sheet, title, lines.get("year"))
    return Reading(
        file,
        form=header.form,
        recognised_by="headers" if context.annex is None else "given",
        mark=context.mark,
        table=Table(file, sheet.name, header.form, {}),
        title=title,
        header=lines,
        nil=nil,
        unit=unit,
        year=year,
        unit_witnesses=unit_witnesses,
        year_witnesses=year_witnesses,
    )


def _bodies(context: Context, sheet: Sheet, found: Recognised) -> tuple[list[Body], list[SkippedSheet]]:
    """The table, and where its header comes again with other columns, the rest of it by that header.

    What follows another annex's header is left out, and said.
    """
    file, forms, header, spans = context.book.name, context.forms, found.header, found.spans

    def others() -> Sequence[Form]:
        return [forms(number) for number in ANNEXES]

    bodies = [read_entries(file, sheet, spans, header, others)]
    while (row := bodies[-1].next_table) is not None:
        again = header_in(sheet, spans, header.form, row)
        if again is None or again.elements * _THIRD < len(header.form.elements):
            values = {"sheet": sheet.name, "row": row}
            reason = Sentence("工作表“{sheet}”第{row}行起是另一张表格，没有读；请分成单独的工作表报送", values)
            return bodies, [SkippedSheet(Place(file, sheet.name, row), reason)]
        body = read_entries(file, sheet, spans, again, others)
        body.skipped[:0] = [SkippedSheet(Place(file, sheet.name, number), REASONS["header"]) for number in again.rows]
        bodies.append(body)
    return bodies, []


def _rows(bodies: Sequence[Body]) -> tuple[Row, ...]:
    return tuple(bodies[0].rows) if len(bodies) == 1 else tuple(row for body in bodies for row in body.rows)


def _lines(form: Form, file: str, sheet: Sheet, spans: Spans, numbers: Sequence[int]) -> list[Line]:
    return [line for number in numbers for line in lines_in(form, file, sheet, spans, number)]


def _nil(bodies: Sequence[Body], sheet: Sheet, file: str, last_above: int) -> Place | None:
    """Where a table without entries says that there are none: in it, above it, or in the notes below."""
    inside = next((body.nil for body in bodies if body.nil), None)
    around = [*range(sheet.first_row, last_above + 1), *(number for body in bodies for number in body.lines)]
    return inside or _stated(sheet, file, around)


def _stated(sheet: Sheet, file: str, numbers: Sequence[int]) -> Place | None:
    for number in numbers:
        for column, value in enumerate(sheet.rows[number - sheet.first_row][:SEARCHED_COLUMNS], sheet.first_column):
            if type(value) is str and is_nil_statement(value):
                return Place(file, sheet.name, number, column)
    return None


def _unread(file: str, sheet: Sheet, body: Body) -> Iterator[HeaderLine]:
    """Headers that became no field, and columns with content but no header."""
    columns, row = body.header.columns, body.header.rows[-1]
    for label, _ in columns.unread:
        yield HeaderLine(label.own, label.text, Place(file, sheet.name, row, label.column))
    known = {column for places in columns.sources.values() for column in places}
    known.update(label.column for label, _ in columns.unread)
    if not known or not body.rows:
        return
    numbers = [entry.number - sheet.first_row for entry in body.rows]
    for place in range(min(len(sheet.rows[0]), SEARCHED_COLUMNS)):
        column = sheet.first_column + place
        if column not in known and any(sheet.rows[number][place] is not None for number in numbers):
            yield HeaderLine(None, "", Place(file, sheet.name, row, column))


def _assumptions(bodies: Sequence[Body], *, by_mark: bool) -> Iterator[Assumption]:
    """What was taken for granted. The merges that our own blanks come with are no assumption."""
    for number, body in enumerate(bodies):
        row = body.header.rows[-1]
        at = Place(body.table.file, body.table.sheet, row)
        if number:
            yield Assumption(at, Sentence("第{row}行起表头的次序不同，其下各行按这一表头读", {"row": row}))
        yield from _by_word(body.table.form, body.header.columns, at)
        own = {column.key for column in body.table.form.columns if column.block} if by_mark else set()
        for one in body.assumptions:
            if one.sentence.template != MERGED or one.place.field not in own:
                yield one


def _by_word(form: Form, columns: Columns, at: Place) -> Iterator[Assumption]:
    """Which headers were read as what, where they are not the form's own words; why one was not read."""
    several = {column for key in columns.joins for column in columns.sources[key]}
    synonyms = [match for match in columns.matches if match.by == "synonym" and match.column not in several]
    if synonyms:
        pairs = tuple(_pair(form, one) for one in synonyms)
        yield Assumption(at, Sentence("按近义的表头读：{pairs}", {"pairs": pairs}))
    for match in columns.matches:
        place = at._replace(column=match.column, field=match.key)
        if match.by == "neighbours":
            yield Assumption(place, Sentence("看相邻各栏，{pair}", {"pair": _pair(form, match)}))
        elif match.by == "mark" and not match.header:
            field = Sentence(form.column(match.key).header)
            yield Assumption(place, Sentence("表头空着，按空白表的位置读作“{field}”", {"field": field}))
    for key in columns.joins:
        headers = tuple(match.header for match in columns.matches if match.key == key)
        values = {"headers": headers, "field": Sentence(form.column(key).header)}
        place = at._replace(column=columns.sources[key][0], field=key)
        yield Assumption(place, Sentence("“{headers}”几栏合起来读作“{field}”", values))
    for label, reason in columns.unread:
        if reason is not None:
            values = {"header": label.text, "reason": reason}
            yield Assumption(at._replace(column=label.column), Sentence("“{header}”一栏没有读：{reason}", values))


def _pair(form: Form, match: Match) -> Sentence:
    field = Sentence(form.column(match.key).header)
    return Sentence("“{header}”读作“{field}”", {"header": match.header, "field": field})
