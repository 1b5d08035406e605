"""What was taken for granted in reading a sheet, and which of its columns became no field, for people to check."""

from collections.abc import Iterator, Sequence

from enforcer.domain.form import Form
from enforcer.domain.reading import Assumption, HeaderLine, Match
from enforcer.domain.row import Place
from enforcer.domain.sentence import Sentence
from enforcer.workbook.book import Sheet
from enforcer.workbook.reading.columns import Columns
from enforcer.workbook.reading.entries import Body
from enforcer.workbook.reading.filling import MERGED
from enforcer.workbook.reading.headers import SEARCHED_COLUMNS


def unread_columns(file: str, sheet: Sheet, body: Body) -> Iterator[HeaderLine]:
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


def assumptions(bodies: Sequence[Body], *, by_mark: bool) -> Iterator[Assumption]:
    """What was taken for granted. The merges that our own blanks come with are no assumption."""
    for number, body in enumerate(bodies):
        row = body.header.rows[-1]
        at = Place(body.table.file, body.table.sheet, row)
        if number:
            yield Assumption(at, Sentence("第{row}行起表头的次序不同，其下各行按这一表头读", {"row": row}))
        yield from _by_word(body.table.form, body.header.columns, at)
        own = {column.key for column in body.table.form.columns if column.block} if by_mark else set()
        for one in body.assumptions:
            if one.sentence.template != MERGED.template or one.place.field not in own:
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
        field = Sentence(form.column(key).header)
        place = at._replace(column=columns.sources[key][0], field=key)
        yield Assumption(place, Sentence("“{headers}”几栏合起来读作“{field}”", {"headers": headers, "field": field}))
    for label, reason in columns.unread:
        if reason is not None:
            sentence = Sentence("“{header}”一栏没有读：{reason}", {"header": label.text, "reason": reason})
            yield Assumption(at._replace(column=label.column), sentence)


def _pair(form: Form, match: Match) -> Sentence:
    field = Sentence(form.column(match.key).header)
    return Sentence("“{header}”读作“{field}”", {"header": match.header, "field": field})
