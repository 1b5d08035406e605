"""Walks XML parts with expat: no entities, no depth without end, no time without end."""

import re
from collections.abc import Callable
from xml.parsers.expat import ExpatError, ParserCreate

from enforcer.workbook.causes import Refusal
from enforcer.workbook.limits import Budget

Attributes = dict[str, str]

_DECLARATION = re.compile(rb"""\s*<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["'][^>]*\?>""")
_UTF16_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}
_UTF8_MARK = b"\xef\xbb\xbf"
_LOOK_EVERY = 2048
# Declared names of what is really GB18030 or a part of it; others are told to Python as they stand.
_CHINESE = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "cp936": "gb18030"}
_SPOKEN = {"gb18030", "big5", "iso-8859-1", "windows-1252", "us-ascii"}


def utf8(part: bytes) -> bytes:
    """The XML part in UTF-8 without byte order mark, so that what is looked for is found as it is spelled.

    Raises Refusal `hostile_xml` for a document type or entity declaration (no spreadsheet needs one; readers
    that expand entities can be made to fill the memory), `broken` for an encoding that is not what it says.
    """
    part = part.removeprefix(_UTF8_MARK)
    encoding = _UTF16_MARKS.get(part[:2])
    declaration = None
    try:
        if encoding:
            part = part.decode(encoding).lstrip("\ufeff").encode()
            declaration = _DECLARATION.match(part)
        elif (declaration := _DECLARATION.match(part)) and (name := declaration[1].decode().lower()) != "utf-8":
            name = _CHINESE.get(name, name)
            if name not in _SPOKEN:
                raise Refusal("broken")
            part = part.decode(name).encode()
        else:
            declaration = None
    except UnicodeDecodeError:
        raise Refusal("broken") from None
    if declaration:
        part = part[declaration.end() :]
    if b"!" in part and (b"<!DOCTYPE" in part or b"<!ENTITY" in part):
        raise Refusal("hostile_xml")
    return part


def walk(
    part: bytes,
    budget: Budget,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Calls `start`, `end` and `text` for what an XML part in UTF-8 holds; names come without their prefixes.

    Raises Refusal `broken` when it is not well-formed, `hostile_xml`, `too_deep`, `timeout`.
    """
    parser = ParserCreate("utf-8")
    parser.buffer_text = True
    depth = seen = 0
    deepest = budget.limits.depth

    def opened(name: str, attributes: Attributes) -> None:
        nonlocal depth, seen
        depth += 1
        seen += 1
        if depth > deepest:
            raise Refusal("too_deep")
        if seen % _LOOK_EVERY == 0:
            _ = budget.seconds
        start(name.rpartition(":")[2], attributes)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end:
            end(name.rpartition(":")[2])

    def declared(*_: object) -> None:
        raise Refusal("hostile_xml")

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.StartDoctypeDeclHandler = declared
    if text:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(part, True)
    except ExpatError:
        raise Refusal("broken") from None


def attribute(attributes: Attributes, name: str) -> str:
    """The attribute of that name, whatever its prefix; "" where there is none."""
    if name in attributes:
        return attributes[name]
    ending = ":" + name
    return next((value for key, value in attributes.items() if key.endswith(ending)), "")
