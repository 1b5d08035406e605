"""Reads fines as Chinese law writes them.

`read_fines` reads a text, `fine_to_json` and `dumps` record what was read.
"""

from enforcer.language.fines.reading import read_fines
from enforcer.language.fines.record import dumps, fine_to_json

__all__ = ["dumps", "fine_to_json", "read_fines"]
