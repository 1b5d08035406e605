"""Reads the custom document properties of an OLE2 file ([MS-OLEPS]: DocumentSummaryInformation, second section)."""

import codecs
import struct

STREAM = "\x05DocumentSummaryInformation"
_CUSTOM = bytes.fromhex("05d5cdd59c2e1b10939708002b2cf9ae")
_MOST = 1_000
_CODE_PAGES = {1200: "utf-16-le", 65001: "utf-8", 936: "gb18030", 54936: "gb18030"}


def custom_properties(stream: bytes) -> dict[str, str]:
    """The custom properties, each as text; {} where there are none or the stream is not what it should be."""
    try:
        sections = struct.unpack_from("<L", stream, 24)[0]
        for number in range(min(sections, 2)):
            at = 28 + number * 20
            if stream[at : at + 16] == _CUSTOM:
                return _section(stream, struct.unpack_from("<L", stream, at + 16)[0])
    except (struct.error, KeyError, OverflowError):
        pass
    return {}


def _section(stream: bytes, start: int) -> dict[str, str]:
    count = min(struct.unpack_from("<L", stream, start + 4)[0], _MOST)
    places = dict(struct.unpack_from("<LL", stream, start + 8 + number * 8) for number in range(count))
    page = struct.unpack_from("<H", stream, start + places[1] + 4)[0] if 1 in places else 1252
    encoding = _CODE_PAGES.get(page) or _known(f"cp{page}")
    names = _names(stream, start + places[0], encoding) if 0 in places else {}
    values = {names[key]: _value(stream, start + place, encoding) for key, place in places.items() if key in names}
    return {name: value for name, value in values.items() if value is not None}


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return "latin-1"


def _names(stream: bytes, at: int, encoding: str) -> dict[int, str]:
    names: dict[int, str] = {}
    count = min(struct.unpack_from("<L", stream, at)[0], _MOST)
    at += 4
    for _ in range(count):
        key, length = struct.unpack_from("<LL", stream, at)
        at += 8
        size = length * 2 if encoding == "utf-16-le" else length
        names[key] = stream[at : at + size].decode(encoding, "replace").rstrip("\0")
        at += size + (-size % 4 if encoding == "utf-16-le" else 0)
    return names


def _value(stream: bytes, at: int, encoding: str) -> str | None:
    kind = struct.unpack_from("<L", stream, at)[0]
    at += 4
    if kind in (30, 31):
        size = struct.unpack_from("<L", stream, at)[0] * (2 if kind == 31 else 1)  # noqa: PLR2004 - wide characters
        encoding = "utf-16-le" if kind == 31 else encoding  # noqa: PLR2004
        return stream[at + 4 : at + 4 + size].decode(encoding, "replace").rstrip("\0")
    if kind in (2, 3, 19, 22, 23):
        return str(struct.unpack_from("<h" if kind == 2 else "<l", stream, at)[0])  # noqa: PLR2004 - a short number
    if kind == 5:  # noqa: PLR2004 - a floating number
        return str(struct.unpack_from("<d", stream, at)[0])
    if kind == 11:  # noqa: PLR2004 - true or false
        return "true" if struct.unpack_from("<H", stream, at)[0] else "false"
    return None
