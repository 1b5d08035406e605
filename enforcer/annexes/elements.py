"""The elements that a form requires, and the cells that leave them unanswered."""

from collections.abc import Iterator

from enforcer.annexes.distinct import values_of
from enforcer.domain.reading import Reading
from enforcer.domain.rule import Remark
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import is_answered


def unanswered(reading: Reading) -> Iterator[Remark]:
    """A remark for each required cell with no answer in it, row by row; a column that is missing altogether is W003's.

    无 and strokes are no answer to a required field. Values: `field`, its header, and `example`, a right answer.
    A table without any row that is no nil return is one remark, case "empty".
    """
    if reading.form is None or reading.table is None:
        return
    if not reading.rows and reading.nil is None:
        yield Remark(reading.place, case="empty")
    form, table = reading.form, reading.table
    asked = [(form.index[key], key, form.column(key)) for key in form.elements if key in table.columns]
    blank = {value for _, key, _ in asked for value in values_of(reading, key) if not is_answered(value)}
    for row in reading.rows if blank else ():
        values = row.values
        for position, key, column in asked:
            if values[position] in blank:
                yield Remark(
                    row.place(key), {"field": Sentence(column.header), "example": column.right}, value=row[key] or None
                )
