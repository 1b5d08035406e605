"""One sheet that is an annex, read whole: table, header lines, witnesses, what was assumed and what was left out."""

from collections.abc import Sequence
from typing import Final

from enforcer.domain.form import Form
from enforcer.domain.reading import Reading, SkippedSheet
from enforcer.domain.row import Place, Row, Table
from enforcer.domain.sentence import Sentence
from enforcer.forms import ANNEXES
from enforcer.workbook.book import Sheet
from enforcer.workbook.reading import facts
from enforcer.workbook.reading.assumed import assumptions, unread_columns
from enforcer.workbook.reading.entries import Body, read_entries
from enforcer.workbook.reading.furniture import REASONS
from enforcer.workbook.reading.header_lines import Line, header_of, lines_in, number_alone
from enforcer.workbook.reading.headers import SEARCHED_COLUMNS, SEARCHED_ROWS, header_in, spans_of
from enforcer.workbook.reading.nil import is_nil_statement
from enforcer.workbook.reading.recognise import Recognised, titled
from enforcer.workbook.reading.spans import Spans
from enforcer.workbook.reading.witnesses import Context, title_of, unit_of, year_of

_THIRD: Final = 3
_MOST_TABLES: Final = 40
"""A sheet on which the header changes more often than that is no list that anyone typed."""
_OTHER_TABLE: Final = "工作表“{sheet}”第{row}行起是另一张表格，没有读；请分成单独的工作表报送"
_CUT: Final = "工作表“{sheet}”第{row}行起没有读：此前不像表格内容的行太多；请删去多余的行"


def read_sheet(context: Context, sheet: Sheet, found: Recognised) -> Reading:
    """The reading of a sheet whose table was found."""
    header, file = found.header, context.book.name
    bodies, left_over = _bodies(context, sheet, found)
    last_above = header.rows[0] - 1
    above = _lines(header.form, file, sheet, found.spans, range(sheet.first_row, header.rows[0]))
    below = _lines(header.form, file, sheet, found.spans, [number for body in bodies for number in body.lines])
    title = title_of(header.form, file, sheet, last_above)
    alone = number_alone(header.form, file, sheet, range(sheet.first_row, header.rows[0]))
    lines = header_of((*above, *below, *alone))
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
        unread_columns=tuple(unread_columns(file, sheet, bodies[0])),
        title=title,
        header=lines,
        rows=rows,
        nil=None if rows else _nil(bodies, sheet, file, last_above),
        unit=unit,
        year=year,
        unit_witnesses=unit_witnesses,
        year_witnesses=year_witnesses,
        assumptions=tuple(assumptions(bodies, by_mark=found.by == "mark")),
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
        again = header_in(sheet, spans, header.form, row) if len(bodies) < _MOST_TABLES else None
        if again is None or again.elements * _THIRD < len(header.form.elements):
            reason = Sentence(_OTHER_TABLE, {"sheet": sheet.name, "row": row})
            return bodies, [SkippedSheet(Place(file, sheet.name, row), reason)]
        body = read_entries(file, sheet, spans, again, others)
        body.skipped[:0] = [SkippedSheet(Place(file, sheet.name, number), REASONS["header"]) for number in again.rows]
        bodies.append(body)
    if (row := bodies[-1].cut) is not None:
        return bodies, [SkippedSheet(Place(file, sheet.name, row), Sentence(_CUT, {"sheet": sheet.name, "row": row}))]
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
