"""How clerks type: spaces in headers, broken words, 同上, full-width digits."""

from collections.abc import Sequence

from enforcer.forms import load_form
from enforcer.workbook.naming import form_title
from making.content import YEAR, Cells, Unit

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_SAME = "同上"


def title_of(unit: Unit, annex: int) -> str:
    """The title over the table, with the unit's full name."""
    return form_title(load_form(annex), "桓台县", unit.full, YEAR)


def spaced(text: str) -> str:
    """检 查 依 据."""
    return " ".join(text)


def broken(text: str) -> str:
    """检查 over 依据, as a narrow column breaks it."""
    half = (len(text) + 1) // 2
    return f"{text[:half]}\n{text[half:]}"


def dittoed(rows: Sequence[Cells], key: str) -> list[Cells]:
    """The rows with 同上 where a field says what the row above says."""
    return [
        {**row, key: _SAME} if place and row[key] == rows[place - 1][key] else row for place, row in enumerate(rows)
    ]
