"""The zip container of a workbook, taken apart and put together again: untouched parts are copied as packed."""

import re
import struct
import zlib
from typing import Final, NamedTuple

from enforcer.workbook.causes import Refusal
from enforcer.workbook.formats import opc
from enforcer.workbook.formats.package import Package, Part
from enforcer.workbook.formats.xml_walk import utf8
from enforcer.workbook.limits import Budget
from enforcer.workbook.marking.xml_edits import DECLARATION, Edits, Node, Unpatchable, quoted, tree

CONTENT_TYPES: Final = "[Content_Types].xml"
_TRANSITIONAL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_FORM, _CENTRAL_FORM = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L")
_END_FORM: Final = struct.Struct("<4s4H2LH")
_DEFLATED: Final = 8
_UTF8: Final = 1 << 11
# 1980-01-01, the first day that a zip container knows: the same input gives the same bytes.
_FIRST_DAY: Final = 0x21
_MOST_PARTS: Final = 0xFFFF
_LARGEST: Final = 0xFFFFFFFF


class _Packed(NamedTuple):
    """A part as it stands in the container."""

    name: bytes
    flags: int
    method: int
    time: int
    day: int
    crc: int
    size: int
    content: bytes | memoryview


class Container:
    """The parts of a workbook file; changed and added ones are kept beside the original.

    Raises Refusal where the guard refuses the container.
    """

    def __init__(self, content: bytes, budget: Budget) -> None:
        self._content = content
        self._package = Package(content, budget)
        self._changed: dict[str, bytes] = {}
        self._added: dict[str, bytes] = {}
        self._dropped: set[str] = set()
        self.budget = budget

    @property
    def package(self) -> Package:
        """The original container."""
        return self._package

    @property
    def changed(self) -> dict[str, bytes]:
        """The parts that were changed or added, by name."""
        return {**self._changed, **self._added}

    def has(self, name: str) -> bool:
        """Whether there is a part of that name now."""
        if name in self._added:
            return True
        part = self._package.find(name)
        return part is not None and part.name not in self._dropped

    def read(self, name: str) -> bytes | None:
        """The part in UTF-8 without declaration, as it stands now; None where there is none. Raises Refusal."""
        if name in self._added:
            return utf8(self._added[name])
        part = self._package.find(name)
        if part is None or part.name in self._dropped:
            return None
        if part.name in self._changed:
            return utf8(self._changed[part.name])
        return utf8(self._package.read(part, again=True))

    def write(self, name: str, content: bytes) -> None:
        """Changes a part, or adds one. A part that is XML gets its declaration back."""
        if not name.endswith(".vml") and not content.startswith(b"<?xml"):
            content = DECLARATION + content
        part = self._package.find(name)
        if part is None or part.name in self._dropped:
            self._added[name] = content
        else:
            self._changed[part.name] = content

    def drop(self, name: str) -> None:
        """Takes a part away, where it is there."""
        part = self._package.find(name)
        if part is not None:
            self._dropped.add(part.name)
        self._added.pop(name, None)

    def fresh(self, pattern: str) -> str:
        """A name after this pattern (xl/comments%d.xml) that no part bears."""
        number = 1
        while self.has(pattern % number):
            number += 1
        return pattern % number

    def relations(self, source: str) -> dict[str, opc.Relationship]:
        """What the part refers to, by id, as it stands now."""
        part = self.read(rels_of(source))
        folder = source.rpartition("/")[0]
        found: dict[str, opc.Relationship] = {}
        for node in tree(part).all("Relationship") if part else ():
            if node.attributes.get("TargetMode") != "External":
                kind = node.attributes.get("Type", "").rpartition("/")[2]
                found[node.attributes.get("Id", "")] = opc.Relationship(
                    kind, opc.resolved(folder, node.attributes.get("Target", ""))
                )
        return found

    def relate(self, source: str, kind: str, target: str, *, strict: bool = False) -> str:
        """Has the part `source` refer to the part `target`; returns the new id."""
        name = rels_of(source)
        part = self.read(name) or b'<Relationships xmlns="%s"/>' % _RELATIONS.encode()
        root = tree(part)
        taken = {node.attributes.get("Id", "").lower() for node in root.children}
        number = len(taken) + 1
        while f"rid{number}" in taken:
            number += 1
        namespace = _STRICT if strict else _TRANSITIONAL
        entry = b"<%sRelationship Id=%s Type=%s Target=%s/>" % (
            root.prefix.encode(),
            quoted(f"rId{number}"),
            quoted(f"{namespace}/{kind}"),
            quoted(f"/{target}"),
        )
        edits = Edits(part)
        edits.append(root, entry)
        self.write(name, edits.result())
        return f"rId{number}"

    def declare(self, name: str, content_type: str) -> None:
        """Says in the list of content types what the part `name` is. Raises Unpatchable where there is no list."""
        part, root = self._types()
        if any(node.attributes.get("PartName", "").lower() == f"/{name}".lower() for node in root.children):
            return
        entry = b"<%sOverride PartName=%s ContentType=%s/>" % (
            root.prefix.encode(),
            quoted(f"/{name}"),
            quoted(content_type),
        )
        edits = Edits(part)
        edits.append(root, entry)
        self.write(CONTENT_TYPES, edits.result())

    def content_type(self, name: str) -> str:
        """What the list of content types says of a part, "" where it is silent."""
        _, root = self._types()
        return next((node.attributes.get("ContentType", "") for node in self._said_of(root, name)), "")

    def redeclare(self, name: str, content_type: str) -> None:
        """Says something else of a part that the list names."""
        part, root = self._types()
        edits = Edits(part)
        for node in self._said_of(root, name):
            edits.retag(node, ContentType=content_type)
        self.write(CONTENT_TYPES, edits.result())

    def _types(self) -> tuple[bytes, Node]:
        part = self.read(CONTENT_TYPES)
        if part is None:
            raise Unpatchable
        return part, tree(part)

    @staticmethod
    def _said_of(root: Node, name: str) -> list[Node]:
        wanted = f"/{name}".lower()
        return [node for node in root.children if node.attributes.get("PartName", "").lower() == wanted]

    def packed(self) -> bytes:
        """The container with its changes: original parts in their order and in their own packing, added ones last."""
        entries = [
            _fresh(part.name, self._changed[part.name]) if part.name in self._changed else self._as_it_is(part)
            for part in self._package.parts
            if part.name not in self._dropped
        ]
        entries += [_fresh(name, content) for name, content in self._added.items()]
        return _joined(entries)

    def _as_it_is(self, part: Part) -> _Packed:
        content, at = self._content, part.offset
        if part.encrypted or at < 0 or at + _LOCAL_FORM.size > len(content):
            raise Refusal("broken")
        mark, _, flags, method, time, day, *_, name_size, extra_size = _LOCAL_FORM.unpack_from(content, at)
        start = at + _LOCAL_FORM.size + name_size + extra_size
        if mark != _LOCAL or start + part.packed > len(content):
            raise Refusal("broken")
        name = content[at + _LOCAL_FORM.size : at + _LOCAL_FORM.size + name_size]
        packed = memoryview(content)[start : start + part.packed]
        # Sizes stand in our headers, so the flag that puts them behind the content goes.
        return _Packed(name, flags & _UTF8, method, time, day, part.crc, part.size, packed)


def rels_of(source: str) -> str:
    """The name of the part that holds the relationships of the part `source`."""
    folder, _, name = source.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def is_strict(namespace: bytes) -> bool:
    """Whether a part is written in the strict dialect, whose namespaces have other names."""
    return re.search(rb"http://purl\.oclc\.org/ooxml/spreadsheetml/", namespace[:4096]) is not None


def _fresh(name: str, content: bytes) -> _Packed:
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    raw = name.encode()
    flags = 0 if name.isascii() else _UTF8
    return _Packed(raw, flags, _DEFLATED, 0, _FIRST_DAY, zlib.crc32(content), len(content), packed)


def _joined(entries: list[_Packed]) -> bytes:
    pieces: list[bytes | memoryview] = []
    directory: list[bytes] = []
    offset = 0
    for one in entries:
        packed, named = len(one.content), len(one.name)
        sizes = (one.crc, packed, one.size, named, 0)
        pieces += (
            _LOCAL_FORM.pack(_LOCAL, 20, one.flags, one.method, one.time, one.day, *sizes),
            one.name,
            one.content,
        )
        directory += (
            _CENTRAL_FORM.pack(_CENTRAL, 20, 20, one.flags, one.method, one.time, one.day, *sizes, 0, 0, 0, 0, offset),
            one.name,
        )
        offset += _LOCAL_FORM.size + named + packed
    size = sum(map(len, directory))
    if len(entries) >= _MOST_PARTS or offset + size >= _LARGEST:
        raise Unpatchable
    end = _END_FORM.pack(_END, 0, 0, len(entries), len(entries), size, offset, 0)
    return b"".join((*pieces, *directory, end))
