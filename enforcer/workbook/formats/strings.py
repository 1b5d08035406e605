"""The shared strings of an OOXML workbook, in the plain way."""

import re
from typing import NamedTuple

from enforcer.workbook.causes import Refusal
from enforcer.workbook.formats.xml_walk import Attributes, walk
from enforcer.workbook.limits import Budget

_ROOT = re.compile(rb"<(?:\w+:)?sst\b[^<>]*?(/?)>")
_ITEM = rb"<(?:\w+:)?si\b"


class Strings(NamedTuple):
    """The part as a reader may see it, the bytes of its longest string and of each, in their order."""

    part: bytes
    longest: int
    sizes: tuple[int, ...]


def plain_strings(part: bytes, budget: Budget) -> Strings:
    """The shared strings part given in UTF-8, without the counts it claims (a reader may reserve memory by them).

    Raises Refusal `broken`, `hostile_xml`, `timeout`.
    """
    root = _ROOT.search(part)
    if root is None:
        raise Refusal("broken")
    if root[1]:
        return Strings(b"", 0, ())
    if b"!" in part and b"<!" in part:
        part = _rewritten(part, budget)
    else:
        opening = root[0].split(None, 1)[0].rstrip(b">")
        part = b"%s>%s" % (opening, part[root.end() :])
    sizes = tuple(map(len, part.split(b"<si")[1:])) if b":si" not in part[:4096] else _prefixed_sizes(part)
    return Strings(part, max(sizes, default=0), sizes)


def _prefixed_sizes(part: bytes) -> tuple[int, ...]:
    return tuple(map(len, re.split(_ITEM, part)[1:]))


def _rewritten(part: bytes, budget: Budget) -> bytes:
    """The strings alone, one <t> each: comments and marked sections would split what a reader sees of them."""
    plain = bytearray(b"<sst>")
    pieces: list[str] = []
    field = ""

    def start(name: str, _: Attributes) -> None:
        nonlocal field
        if name == "si":
            pieces.clear()
        # The reading aid beside a text (<rPh>) has a <t> of its own.
        field = name if field != "rPh" else field

    def end(name: str) -> None:
        nonlocal field
        if name == "si":
            text = "".join(pieces).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            plain.extend(b'<si><t xml:space="preserve">%s</t></si>' % text.encode("utf-8", "replace"))
        field = field if field == "rPh" and name != "rPh" else ""

    def read(text: str) -> None:
        if field == "t":
            pieces.append(text)

    walk(part, budget, start, end, read)
    return bytes(plain + b"</sst>")
