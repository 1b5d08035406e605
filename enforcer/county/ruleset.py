"""The fingerprint of the rules that judge: where it changes, what was filed is judged again, as a new entry."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

import enforcer
from enforcer.county.settings.reading import Settings
from enforcer.forms.loading import templates_folder

# What a verdict depends on besides the file: the rules, what they read rows with, and how a workbook becomes rows.
_ROOMS: Final = ("rules", "annexes", "language", "domain", "forms", "notices", "workbook/reading", "validation")
_LENGTH: Final = 16


def fingerprint(settings: Settings) -> str:
    """Sixteen hexadecimal digits for the rules, the laws, the county's notice and its policy."""
    digest = hashlib.sha256(_code().encode())
    digest.update(repr((settings.notice, settings.policy, sorted(settings.rules.items()))).encode())
    return digest.hexdigest()[:_LENGTH]


@cache
def _code() -> str:
    """The hash of every file of these rooms, by path; independent of where the program is installed."""
    package = Path(enforcer.__file__).parent
    digest = hashlib.sha256(enforcer.__version__.encode())
    for room in _ROOMS:
        for path in sorted((package / room).rglob("*")):
            if path.suffix in {".py", ".toml"}:
                digest.update(path.relative_to(package).as_posix().encode())
                digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    for path in (package / "examine.py", *sorted(templates_folder().rglob("form.toml"))):
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()
