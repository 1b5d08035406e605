"""The formal report as a .docx in the layout of GB/T 9704-2012: a draft, which people settle and send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enforcer.domain.errors import EnforcerError
from enforcer.reports.docx.rendering import filled
from enforcer.reports.docx.report import filling
from enforcer.reports.docx.template import name_of, shipped

if TYPE_CHECKING:
    from pathlib import Path

    from enforcer.domain.sentence import Translate
    from enforcer.reports.contents import Contents


def render(contents: Contents, translate: Translate, template: Path | None = None) -> bytes:
    """The document; `template` is the office's own, None takes the shipped one.

    Equal contents and templates give equal bytes; the only time is the as-of day. Raises EnforcerError where the
    template cannot be read or filled.
    """
    name = name_of(contents.language) if template is None else template.name
    try:
        content = shipped(contents.language) if template is None else template.read_bytes()
    except OSError as error:
        raise EnforcerError("模板“{name}”打不开：{reason}。", name=name, reason=error.strerror or error) from error
    return filled(content, filling(contents, translate), contents.day, name)
