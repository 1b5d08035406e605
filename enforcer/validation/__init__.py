"""The one walk down the stairs: path -> open -> recognise -> read -> Reading -> Dossier -> examine -> Verdict.

First each workbook by itself, then what a unit filed together, then, where a whole county is asked for, all units.
"""

from enforcer.validation.across import examine_across, examine_county
from enforcer.validation.counties import read_county, validate_county
from enforcer.validation.days import reference_day, stated_day
from enforcer.validation.request import Request
from enforcer.validation.walk import dossier_of, examine_file, examine_files, read_file, validate

__all__ = [
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
