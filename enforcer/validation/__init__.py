"""The one walk down the stairs: path -> open -> recognise -> read -> Reading -> Dossier -> examine -> Verdict.

First each workbook by itself, then what a unit filed together, then, where a whole county is asked for, all units.
"""

from typing import TYPE_CHECKING

from enforcer.validation.across import examine_across, examine_county
from enforcer.validation.days import reference_day, stated_day
from enforcer.validation.request import Request
from enforcer.validation.walk import dossier_of, examine_file, examine_files, read_file, validate

if TYPE_CHECKING:
    from enforcer.validation.counties import FolderCounty, read_county, validate_county

__all__ = [
    "FolderCounty",
    "Request",
    "dossier_of",
    "examine_across",
    "examine_county",
    "examine_file",
    "examine_files",
    "read_county",
    "read_file",
    "reference_day",
    "stated_day",
    "validate",
    "validate_county",
]

_OF_COUNTIES = frozenset({"FolderCounty", "read_county", "validate_county"})


def __getattr__(name: str) -> object:
    """What compares units is imported when it is first used: most runs look at a few files."""
    if name not in _OF_COUNTIES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - see above

    return getattr(import_module(f"{__name__}.counties"), name)
