"""Fills a template: the office's own or the shipped one. The only time in the result is the as-of day."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile

from enforcer.domain.errors import EnforcerError
from enforcer.domain.masking import masked
from enforcer.reports.legible import legible
from enforcer.reports.zips import repacked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document
    from docx.table import Table
    from docxtpl import DocxTemplate
    from jinja2.sandbox import SandboxedEnvironment

_AUTHOR: Final = "enforcer"


def filled(template: bytes, context: Mapping[str, Any], day: date, name: str) -> bytes:
    """The template with `context` filled in, as the bytes of a .docx. Equal inputs give equal bytes.

    Whatever text is filled in is escaped and its id numbers are masked. Raises EnforcerError, naming the template by
    `name`, where it is no .docx or asks for something that a report has not.
    """
    from docxtpl import DocxTemplate  # noqa: PLC0415 - only this format pays for it
    from jinja2 import TemplateError  # noqa: PLC0415

    document = DocxTemplate(io.BytesIO(template))
    try:
        document.render(dict(context), _environment(), autoescape=True)
    except TemplateError as error:
        raise _mistaken(name, error) from error
    except (BadZipFile, KeyError, ValueError, OSError, SyntaxError) as error:
        raise EnforcerError(
            "模板“{name}”打不开。请用Word或WPS重新存成.docx，或者删去它，改用自带的模板。", name=name
        ) from error
    _fit_tables(document.docx)
    _date(document, day)
    written = io.BytesIO()
    document.save(written)
    return repacked(written.getvalue())


def _environment() -> SandboxedEnvironment:
    """A template may only read what it is given, and everything it prints is masked and can stand in XML."""
    from jinja2 import StrictUndefined  # noqa: PLC0415 - only this format pays for it
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_printable)


def _printable(value: object) -> object:
    return legible(masked(value)) if isinstance(value, str) else value


def _mistaken(name: str, error: Exception) -> EnforcerError:
    near = "".join(getattr(error, "docx_context", ()))
    return EnforcerError(
        "模板“{name}”里有一处填不出来：{reason}{near}。请对照自带的模板改正，或者删去它，改用自带的模板。",
        name=name,
        reason=str(error).rstrip("."),
        near=f"（{' '.join(near.split())[:80]}）" if near.strip() else "",
    )


def _date(document: DocxTemplate, day: date) -> None:
    moment = datetime.combine(day, time(), UTC)
    properties = document.docx.core_properties
    properties.created = properties.modified = moment
    properties.last_modified_by = _AUTHOR
    properties.revision = 1
    if properties.last_printed is not None:
        properties.last_printed = moment


def _fit_tables(document: Document) -> None:
    """Columns that a template repeats ({%tc) have the widths that their cells ask for, made to fit the page."""
    for table in document.tables:
        if not table.autofit:
            _fit(table)


def _fit(table: Table) -> None:
    from docx.shared import Length  # noqa: PLC0415 - only this format pays for it

    # python-docx shows widths by cell only; what a table is laid out by is its grid.
    grid = table._tbl.tblGrid.gridCol_lst  # noqa: SLF001
    cells = table.rows[0]._tr.tc_lst if len(table.rows) else []  # noqa: SLF001
    asked = [cell.width or 0 for cell in cells]
    room = sum(column.w or 0 for column in grid)
    if len(cells) != len(grid) or not all(asked) or asked == [column.w for column in grid]:
        return
    # The first column keeps its width: it holds names. The others share what is left.
    first, rest = asked[0], sum(asked[1:])
    widths = [first, *(one * (room - first) // rest for one in asked[1:])] if rest else [room]
    for column, width in zip(grid, widths, strict=True):
        column.w = Length(width)
    for row in table._tbl.tr_lst:  # noqa: SLF001
        if len(row.tc_lst) == len(widths):
            for cell, width in zip(row.tc_lst, widths, strict=True):
                cell.width = Length(width)
