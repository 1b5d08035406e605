"""A verdict as text, JSON, CSV, SARIF and JUnit: one file a format; a new file `as_<format>.py` is a new format."""

from enforcer.verdicts.formats import formats, rendered

__all__ = ["formats", "rendered"]
