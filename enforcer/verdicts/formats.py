"""The files `as_<format>.py` of this folder are the formats."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the help lists the formats and needs none of these
    from enforcer.domain.sentence import Translate
    from enforcer.domain.verdict import Verdict
    from enforcer.verdicts.grouping import Options

_PREFIX = "as_"


@cache
def formats() -> tuple[str, ...]:
    """The names of the formats, text first."""
    package = import_module(__package__)
    found = sorted(
        module.name.removeprefix(_PREFIX)
        for module in iter_modules(package.__path__)
        if module.name.startswith(_PREFIX)
    )
    return tuple(sorted(found, key=lambda name: name != "text"))


def rendered(verdict: Verdict, form: str, options: Options, translate: Translate) -> str:
    """The verdict in the format of that name, ending with a line break. Raises ValueError for an unknown format."""
    if form not in formats():
        raise ValueError(form)
    text: str = import_module(f"{__package__}.{_PREFIX}{form}").render(verdict, options, translate)
    return text
