"""A .docx as a package of parts, and packages whose bytes depend on nothing but what is in them."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from typing import Final

_FIRST: Final = "[Content_Types].xml"
_DAY: Final = (1980, 1, 1, 0, 0, 0)
_ANY_SYSTEM: Final = 3
_READABLE: Final = 0o644 << 16


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a zip: the table of contents first, then by name, all with the earliest day that a zip can hold."""
    return _written(sorted(parts, key=_place), parts.__getitem__)


def parts_of(package: bytes) -> dict[str, bytes]:
    """The parts of a package by name. Raises zipfile.BadZipFile for anything else."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(package: bytes) -> bytes:
    """The same parts, one after the other, without the clock and the system on which they were written."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return _written(sorted(archive.namelist(), key=_place), archive.read)


def _place(name: str) -> tuple[bool, str]:
    return name != _FIRST, name


def _written(names: Iterable[str], read: Callable[[str], bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _ANY_SYSTEM
            entry.external_attr = _READABLE
            archive.writestr(entry, read(name))
    return buffer.getvalue()
