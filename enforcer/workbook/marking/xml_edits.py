"""Changes to an XML part in its own bytes: whatever is not meant to change stays as it was spelt."""

import re
from collections.abc import Iterator
from typing import Final, Self
from xml.parsers.expat import ExpatError, ParserCreate

from enforcer.workbook.formats.xml_walk import Attributes

DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_TAG: Final = re.compile(rb"<[^<>\"']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*)*>")
_ATTRIBUTE: Final = re.compile(rb"""(?<=\s)([^\s=<>/"']+)\s*=\s*("[^"]*"|'[^']*')""")
_NAME: Final = re.compile(rb"<[^\s/>]+")
# XML 1.0 has no place for these, not even as references.
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What a spreadsheet takes for an escaped character although it was typed so.
_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LARGEST: Final = 32 << 20
_DEEPEST: Final = 200


class Unpatchable(Exception):  # noqa: N818 - a verdict, answered by writing a new workbook
    """The part is not such as can be changed in place."""


class Node:
    """An element and where it stands: `start` to `end` with its tags, `inner` to `stop` without them."""

    __slots__ = ("attributes", "children", "closed", "end", "inner", "name", "start", "stop")

    def __init__(self, name: str, attributes: Attributes, start: int, inner: int, *, closed: bool) -> None:
        self.name, self.attributes, self.start, self.inner, self.closed = name, attributes, start, inner, closed
        self.stop = self.end = inner
        self.children: list[Self] = []

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]

    @property
    def prefix(self) -> str:
        """The prefix with its colon, "" where there is none."""
        return self.name[: -len(self.local)]

    def child(self, local: str) -> Self | None:
        """The first child of that name."""
        return next((one for one in self.children if one.local == local), None)

    def all(self, local: str) -> Iterator[Self]:
        """The children of that name."""
        return (one for one in self.children if one.local == local)


def tag_end(part: bytes, start: int) -> int:
    """Where the tag that begins at `start` ends. Raises Unpatchable where none does."""
    found = _TAG.match(part, start)
    if found is None:
        raise Unpatchable
    return found.end()


def is_closed(part: bytes, end: int) -> bool:
    """Whether the tag that ends here is an element without content (<c/>)."""
    return part[end - 2 : end] == b"/>"


def tree(part: bytes) -> Node:
    """The elements of a small part in UTF-8, with their places in its bytes. Raises Unpatchable."""
    if len(part) > _LARGEST:
        raise Unpatchable
    parser = ParserCreate("utf-8")
    stack: list[Node] = []
    root: list[Node] = []

    def opened(name: str, attributes: Attributes) -> None:
        start = parser.CurrentByteIndex
        inner = tag_end(part, start)
        node = Node(name, attributes, start, inner, closed=is_closed(part, inner))
        (stack[-1].children if stack else root).append(node)
        stack.append(node)
        if len(stack) > _DEEPEST:
            raise Unpatchable

    def closed(_: str) -> None:
        node = stack.pop()
        if not node.closed:
            node.stop = parser.CurrentByteIndex
            node.end = tag_end(part, node.stop)

    def declared(*_: object) -> None:
        raise Unpatchable

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.StartDoctypeDeclHandler = declared
    parse(parser, part)
    return root[0]


def parse(parser: object, part: bytes) -> None:
    """Has the parser take the whole part. Raises Unpatchable where it is not well-formed."""
    try:
        parser.Parse(part, True)  # type: ignore[attr-defined]
    except ExpatError:
        raise Unpatchable from None


class Edits:
    """Replacements of stretches of one part, made all at once."""

    def __init__(self, part: bytes) -> None:
        self._part = part
        self._edits: list[tuple[int, int, bytes]] = []

    def replace(self, start: int, end: int, new: bytes) -> None:
        """Puts `new` in the place of what stands from `start` to `end`."""
        self._edits.append((start, end, new))

    def insert(self, at: int, new: bytes) -> None:
        """Puts `new` before what stands at `at`, even where that is replaced; of several the first given is first."""
        self._edits.append((at, at, new))

    def retag(self, node: Node, **attributes: str | None) -> None:
        """Gives an element's start tag these attributes; None takes one away."""
        tag = self._part[node.start : node.inner]
        for name, value in attributes.items():
            tag = with_attribute(tag, name, value)
        self._edits.append((node.start, node.inner, tag))

    def append(self, node: Node, new: bytes, **attributes: str | None) -> None:
        """Puts `new` at the end of an element's content, and gives its start tag these attributes."""
        tag = self._part[node.start : node.inner]
        for name, value in attributes.items():
            tag = with_attribute(tag, name, value)
        if node.closed:
            self._edits.append((node.start, node.inner, opened_tag(tag) + new + closing(node.name)))
            return
        if attributes:
            self._edits.append((node.start, node.inner, tag))
        self.insert(node.stop, new)

    def result(self) -> bytes:
        """The part with all replacements made. Raises Unpatchable where two of them overlap."""
        pieces: list[bytes] = []
        at = 0
        for start, end, new in sorted(self._edits, key=lambda one: one[:2]):
            if start < at:
                raise Unpatchable
            pieces += (self._part[at:start], new)
            at = end
        pieces.append(self._part[at:])
        return b"".join(pieces)


def with_attribute(tag: bytes, name: str, value: str | None) -> bytes:
    """The start tag with the attribute set, or taken away where `value` is None; a new one comes second."""
    wanted = name.encode()
    written = b"" if value is None else b"%s=%s" % (wanted, quoted(value))
    first: int | None = None
    for found in _ATTRIBUTE.finditer(tag):
        if found[1] == wanted:
            return tag[: found.start()] + written + tag[found.end() :]
        first = found.end() if first is None else first
    if value is None:
        return tag
    named = _NAME.match(tag)
    at = first or (named.end() if named else 0)
    return tag[:at] + b" " + written + tag[at:]


def opened_tag(tag: bytes) -> bytes:
    """<row/> as <row>."""
    return tag[:-2].rstrip() + b">" if tag.endswith(b"/>") else tag


def closing(name: str) -> bytes:
    """The end tag of an element of that name."""
    return b"</%s>" % name.encode()


def clean(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def escaped(text: str) -> bytes:
    """The text as the content of an element, line breaks included."""
    plain = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    return plain.encode()


def cell_text(text: str) -> bytes:
    """The text as a cell's own string: what looks like an escaped character (_x0041_) stays what was typed."""
    return escaped(_ESCAPED.sub("_x005F_", text))


def quoted(text: str) -> bytes:
    """The text as an attribute's value, quotes included."""
    return b'"%s"' % escaped(text).replace(b'"', b"&quot;").replace(b"\n", b"&#10;").replace(b"\t", b"&#9;")
