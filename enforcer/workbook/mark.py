"""What a blank of ours knows about itself: annex, edition, unit, year, and how many restrictions its cells had."""

from enforcer.domain.reading import Mark
from enforcer.workbook.book import Book, Sheet

MARK_SHEET = "_enforcer"
MARK_PREFIX = "enforcer."
OWN_SHEETS = ("填表说明", "自检", "审核意见")
"""Sheets that our own blanks and marked copies carry beside the form."""

_MOST_LINES = 50


def read_mark(book: Book) -> Mark | None:
    """The mark, from the custom properties first and the very hidden sheet second; None without a whole annex number.

    What one of the two says wins over what only the other says; a mark that names no annex marks nothing.
    """
    known = {**_on_sheet(book), **_in_properties(book)}
    annex = _whole(known.get("annex"))
    if annex is None:
        return None
    return Mark(
        annex=annex,
        edition=known.get("edition", ""),
        unit=known.get("unit") or None,
        year=_whole(known.get("year")),
        validations=_whole(known.get("validations")) or 0,
    )


def mark_sheet(book: Book) -> Sheet | None:
    """The sheet that holds the mark, None where the book has none."""
    return next((sheet for sheet in book.sheets if sheet.name == MARK_SHEET), None)


def _in_properties(book: Book) -> dict[str, str]:
    cut = len(MARK_PREFIX)
    found = {key[cut:]: str(value).strip() for key, value in book.properties.items() if key.startswith(MARK_PREFIX)}
    return {key: value for key, value in found.items() if value}


def _on_sheet(book: Book) -> dict[str, str]:
    sheet = mark_sheet(book)
    if sheet is None or sheet.first_column != 1:
        return {}
    found = {}
    for row in sheet.rows[:_MOST_LINES]:
        if len(row) > 1 and row[0] is not None and row[1] is not None:
            found[str(row[0]).strip()] = str(row[1]).strip()
    return found


def _whole(text: str | None) -> int | None:
    """2014 and 2014.0 as 2014: other programs store numbers their own way."""
    if text is None:
        return None
    text = text.removesuffix(".0")
    return int(text) if text.isascii() and text.isdigit() else None
