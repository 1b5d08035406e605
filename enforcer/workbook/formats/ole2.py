"""Reads OLE2 workbooks (.xls, .et) and tells what other OLE2 files are; meant to run confined, in a child."""

from enforcer.workbook.book import Sheet, Visibility
from enforcer.workbook.causes import Refusal, note
from enforcer.workbook.formats import biff, calamine, summary
from enforcer.workbook.formats.compound import Compound
from enforcer.workbook.formats.contents import Contents
from enforcer.workbook.limits import Budget

_STREAMS = ("Workbook", "Book")
# Streams that only files of another kind have.
_OTHERS: tuple[tuple[tuple[str, ...], str, dict[str, str | int]], ...] = (
    (("EncryptedPackage", "EncryptionInfo"), "encrypted", {}),
    (("WordDocument",), "word", {}),
    (("PowerPoint Document",), "slides", {}),
    (("__properties_version1.0",), "other_office", {"format": "Outlook"}),
    (("VisioDocument",), "other_office", {"format": "Visio"}),
    (("Contents", "MatOST"), "other_office", {"format": "Works"}),
)
_STATES: dict[str, Visibility] = {"Hidden": "hidden", "VeryHidden": "very hidden"}


def read(content: bytes, budget: Budget) -> Contents:
    """The contents of an OLE2 workbook. Raises Refusal, `encrypted` and `word` among them."""
    compound = Compound(content)
    stream = compound.stream(*_STREAMS)
    if stream is None:
        for names, cause, values in _OTHERS:
            if compound.has(*names):
                raise Refusal(cause, **values)
        raise Refusal("not_spreadsheet")
    seen = biff.sheets(stream, budget)
    if not any(told.is_worksheet for told in seen):
        raise Refusal("no_sheet")
    properties = compound.stream(summary.STREAM)
    opened = calamine.opened(content)
    sheets = []
    for told, metadata in zip(seen, opened.sheets_metadata, strict=False):
        if told.is_worksheet:
            rows, first_row, first_column = calamine.grid(opened, told.index, budget, binary=True)
            sheets.append(
                Sheet(
                    metadata.name,
                    told.index,
                    _STATES.get(str(metadata.visible).rpartition(".")[2], "visible"),
                    rows,
                    first_row,
                    first_column,
                    tuple(told.merges),
                    frozenset(told.hidden_rows),
                    frozenset(told.hidden_columns),
                    told.errors,
                    frozenset(told.formulas),
                    frozenset(),
                    told.validations,
                )
            )
    macros = compound.has("_VBA_PROJECT_CUR", "_VBA_PROJECT")
    custom = summary.custom_properties(properties) if properties else {}
    return Contents("xls", tuple(sheets), custom, (note("macros"),) if macros else ())
