"""The columns of a sheet in the order of a form's fields; several columns of one field put together."""

from collections.abc import Sequence
from typing import Final

from enforcer.domain.form import Form
from enforcer.domain.row import text_of
from enforcer.workbook.book import Sheet
from enforcer.workbook.reading.columns import Columns, Join

_BEGIN, _END = "自 {}", "至 {}"
_NOTHING: Final = (None,)


def lanes_of(sheet: Sheet, form: Form, columns: Columns, first: int) -> list[Sequence[object]]:
    """For each field of the form the values from row `first` down; None all the way where the sheet has no column."""
    body = sheet.rows[max(0, first - sheet.first_row) :]
    lanes: list[Sequence[object]] = []
    for column in form.columns:
        places = [source - sheet.first_column for source in columns.sources.get(column.key, ())]
        if not places:
            lanes.append(_NOTHING * len(body))
        elif len(places) == 1:
            place = places[0]
            lanes.append([row[place] for row in body])
        else:
            join = columns.joins.get(column.key)
            lanes.append([joined(join, [row[place] for place in places]) for row in body])
    return lanes


def joined(join: Join | None, parts: Sequence[object]) -> object:
    """Several cells of one row as one value: 自 … 至 … for a period, else line by line, nothing said twice.

    Where only one of them says anything it is that value as it is.
    """
    texts = [text_of(part) for part in parts]
    if join == "period":
        said = [frame.format(text) for frame, text in zip((_BEGIN, _END), texts, strict=False) if text]
        return " ".join(said) or None
    kept = {text: part for text, part in zip(texts, parts, strict=True) if text}
    return next(iter(kept.values()), None) if len(kept) <= 1 else "\n".join(kept)
