"""The files `as_<format>.py` of this folder are the formats."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # the help lists the formats and needs none of these
    from pathlib import Path

    from enforcer.domain.sentence import Translate
    from enforcer.reports.contents import Contents

_PREFIX: Final = "as_"
_FIRST: Final = "html"
_WITH_TEMPLATE: Final = "docx"


@cache
def formats() -> tuple[str, ...]:
    """The names of the formats, html first."""
    package = import_module(__package__ or "")
    found = (one.name.removeprefix(_PREFIX) for one in iter_modules(package.__path__) if one.name.startswith(_PREFIX))
    return tuple(sorted(found, key=lambda name: (name != _FIRST, name)))


def rendered(contents: Contents, form: str, translate: Translate, template: Path | None = None) -> bytes:
    """The report in the format of that name; `template` is the office's own for a .docx.

    Raises ValueError for an unknown format, and EnforcerError where the template is at fault.
    """
    if form not in formats():
        raise ValueError(form)
    module = import_module(f"{__package__}.{_PREFIX}{form}")
    more = {"template": template} if form == _WITH_TEMPLATE else {}
    content: bytes = module.render(contents, translate, **more)
    return content
