"""The 台账 as a workbook that the office prints and files."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from enforcer.county.ledger.listing import HEADS, SHOWN_HASH, Listed, heading
from enforcer.county.settings.reading import Settings
from enforcer.domain.sentence import Sentence, Translate
from enforcer.reports.xlsx.book import Column, Kind, book

_SHAPES: Final[tuple[tuple[float, Kind], ...]] = (
    (12, "word"),
    (12, "day"),
    (18, "text"),
    (14, "text"),
    (7, "word"),
    (14, "word"),
    (26, "text"),
    (14, "word"),
    (8, "number"),
    (8, "number"),
    (8, "number"),
    (9, "word"),
    (32, "text"),
    (9, "word"),
    (20, "text"),
)


def ledger_book(rows: Iterable[Listed], settings: Settings, day: date, head: str, translate: Translate) -> bytes:
    """The list as an .xlsx: the heads stay and are printed on each page, the ledger's head hash stands at its foot."""
    t = translate
    name = t("行政执法材料台账")
    title = Sentence("{county}行政执法材料台账（截至{day}）", {"county": settings.county, "day": day}).render(t)
    with book(day, title, settings.office, t) as (made, buffer):
        sheet = made.sheet(name)
        sheet.set_header(f"&C{title.replace('&', '&&')}")
        sheet.set_footer(f"&L&8 {head}{t('&C第&P页　共&N页')}")
        columns = [Column(heading(label, t), width, kind) for label, (width, kind) in zip(HEADS, _SHAPES, strict=True)]
        made.table(sheet, columns, (one.cells(SHOWN_HASH) for one in rows), keep=1)
    return buffer.getvalue()
