"""Reads a zip container without trusting it: nothing is unpacked before its size is known to be affordable."""

import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from enforcer.workbook.causes import Refusal
from enforcer.workbook.limits import MEBIBYTE, Budget

_END, _END64, _LOCATOR64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_CENTRAL, _LOCAL = b"PK\x01\x02", b"PK\x03\x04"
_END_FORM, _END64_FORM = struct.Struct("<4s4H2LH"), struct.Struct("<4sQ2H2L4Q")
_CENTRAL_FORM, _LOCAL_FORM = struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s5H3L2H")
_LOCATOR_SIZE = 20
_LONGEST_COMMENT = 0xFFFF
_FULL16, _FULL32 = 0xFFFF, 0xFFFFFFFF
_ENCRYPTED, _UTF8 = 1, 1 << 11
_STORED, _DEFLATED = 0, 8
_ZIP64_FIELD, _UNICODE_NAME_FIELD = 0x0001, 0x7075


class Part(NamedTuple):
    """An entry of the container: its name as the archive spells it, sizes in bytes, where its header stands."""

    name: str
    packed: int
    size: int
    crc: int
    method: int
    encrypted: bool
    offset: int


class Package:
    """The entries of a zip container held in memory.

    Raises Refusal `truncated`, `broken`, `too_many_parts` when the directory cannot be read.
    """

    def __init__(self, content: bytes, budget: Budget) -> None:
        self._content = content
        self._budget = budget
        start, size, count, shift = _directory(content)
        limit = budget.limits.parts
        if count > limit:
            raise Refusal("too_many_parts", count=count, limit=limit)
        self._shift = shift
        self.parts = tuple(self._entries(start, size, limit))
        self._by_name: dict[str, list[Part]] = {}
        for part in self.parts:
            self._by_name.setdefault(_folded(part.name), []).append(part)

    def _entries(self, at: int, size: int, limit: int) -> Iterator[Part]:
        content, end = self._content, at + size
        count = 0
        while at + _CENTRAL_FORM.size <= end:
            mark, _, _, flags, method, _, _, crc, packed, full, name_size, extra_size, comment_size, _, _, _, offset = (
                _CENTRAL_FORM.unpack_from(content, at)
            )
            if mark != _CENTRAL:
                break
            count += 1
            if count > limit:
                raise Refusal("too_many_parts", count=count, limit=limit)
            at += _CENTRAL_FORM.size
            name, extra = content[at : at + name_size], content[at + name_size : at + name_size + extra_size]
            at += name_size + extra_size + comment_size
            if _FULL32 in (packed, full, offset):
                full, packed, offset = _zip64(extra, full, packed, offset)
            yield Part(
                _name(name, extra, is_utf8=bool(flags & _UTF8)),
                packed,
                full,
                crc,
                method,
                bool(flags & _ENCRYPTED),
                offset + self._shift,
            )

    def find(self, name: str) -> Part | None:
        """The part of that name, letter case and slashes aside; None where there is none.

        Raises Refusal `duplicate_parts` when two of different content bear the name: programs differ in
        which one they show, so neither is believed.
        """
        found = self._by_name.get(_folded(name))
        if not found:
            return None
        if len({(part.crc, part.size) for part in found}) > 1:
            raise Refusal("duplicate_parts", part=found[0].name)
        return found[0]

    def has(self, prefix: str) -> bool:
        """Whether any part's name begins so."""
        folded = _folded(prefix)
        return any(name.startswith(folded) for name in self._by_name)

    def read(self, part: Part, *, again: bool = False) -> bytes:
        """The unpacked bytes of a part; one read again, after its bytes were let go, costs the budget nothing.

        Raises Refusal `bomb`, `encrypted_archive`, `unpacking`, `truncated`, `broken`, `timeout`.
        """
        limits = self._budget.limits
        if part.encrypted:
            raise Refusal("encrypted_archive")
        if part.size > limits.ratio_from and part.size > part.packed * limits.ratio:
            raise Refusal("bomb", limit=limits.ratio_from // MEBIBYTE)
        if not again:
            self._budget.unpack(part.size)
        _ = self._budget.seconds
        packed = self._packed(part)
        if part.method == _STORED:
            unpacked = bytes(packed)
        elif part.method == _DEFLATED:
            unpacked = _inflated(packed, part.size)
        else:
            raise Refusal("unpacking")
        if len(unpacked) != part.size or zlib.crc32(unpacked) != part.crc:
            raise Refusal("broken")
        return unpacked

    def _packed(self, part: Part) -> memoryview:
        header_end = part.offset + _LOCAL_FORM.size
        if part.offset < 0 or header_end > len(self._content):
            raise Refusal("truncated")
        fields = _LOCAL_FORM.unpack_from(self._content, part.offset)
        if fields[0] != _LOCAL:
            raise Refusal("broken")
        start = header_end + fields[-2] + fields[-1]
        if start + part.packed > len(self._content):
            raise Refusal("truncated")
        return memoryview(self._content)[start : start + part.packed]


def _directory(content: bytes) -> tuple[int, int, int, int]:
    """(start, size, entries, bytes put before the archive) of the central directory."""
    at = content.rfind(_END, max(0, len(content) - _END_FORM.size - _LONGEST_COMMENT))
    if at < 0 or at + _END_FORM.size > len(content):
        raise Refusal("truncated")
    _, _, _, _, count, size, start, _ = _END_FORM.unpack_from(content, at)
    end = at
    if count == _FULL16 or _FULL32 in (size, start):
        locator = at - _LOCATOR_SIZE
        if locator >= 0 and content[locator : locator + 4] == _LOCATOR64:
            end = content.rfind(_END64, max(0, locator - _END64_FORM.size - _LONGEST_COMMENT), locator)
            if end < 0 or end + _END64_FORM.size > len(content):
                raise Refusal("broken")
            *_, count, size, start = _END64_FORM.unpack_from(content, end)
    shift = end - size - start
    if size > end or shift < 0:
        raise Refusal("broken")
    return start + shift, size, count, shift


def _zip64(extra: bytes, full: int, packed: int, offset: int) -> tuple[int, int, int]:
    """The three numbers with those that did not fit into 32 bits taken from their extra field."""
    wide = _extra_field(extra, _ZIP64_FIELD)
    numbers = [full, packed, offset]
    for position, number in enumerate(numbers):
        if number == _FULL32:
            if len(wide) < 8:  # noqa: PLR2004 - the bytes of one number
                raise Refusal("broken")
            numbers[position] = int.from_bytes(wide[:8], "little")
            wide = wide[8:]
    return numbers[0], numbers[1], numbers[2]


def _extra_field(extra: bytes, wanted: int) -> bytes:
    while len(extra) >= 4:  # noqa: PLR2004 - a field's number and length
        kind, size = struct.unpack_from("<2H", extra)
        if kind == wanted:
            return extra[4 : 4 + size]
        extra = extra[4 + size :]
    return b""


def _inflated(packed: memoryview, size: int) -> bytes:
    """At most one byte more than was promised: a part that lies about its size is caught, not obeyed."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        return stream.decompress(packed, size + 1)
    except zlib.error:
        raise Refusal("broken") from None


def _name(raw: bytes, extra: bytes, *, is_utf8: bool) -> str:
    """The entry's name. Windows in China writes GBK without saying so, macOS UTF-8 without saying so."""
    unicode_name = _extra_field(extra, _UNICODE_NAME_FIELD)
    if len(unicode_name) > 5 and int.from_bytes(unicode_name[1:5], "little") == zlib.crc32(raw):  # noqa: PLR2004
        raw, is_utf8 = unicode_name[5:], True
    for encoding in ("utf-8",) if is_utf8 else ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp437")


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def stored(parts: Mapping[str, Sequence[bytes | memoryview]]) -> bytes:
    """A zip container that holds the parts unpacked, in their order, each given in pieces.

    It is what a reader is shown of a workbook: nothing that was not looked at.
    """
    pieces: list[bytes | memoryview] = []
    directory: list[bytes] = []
    offset = 0
    for name, contents in parts.items():
        raw, size, crc = name.encode("ascii"), sum(map(len, contents)), 0
        for content in contents:
            crc = zlib.crc32(content, crc)
        pieces += (_LOCAL_FORM.pack(_LOCAL, 20, 0, _STORED, 0, 0, crc, size, size, len(raw), 0), raw, *contents)
        directory += (
            _CENTRAL_FORM.pack(_CENTRAL, 20, 20, 0, _STORED, 0, 0, crc, size, size, len(raw), 0, 0, 0, 0, 0, offset),
            raw,
        )
        offset += _LOCAL_FORM.size + len(raw) + size
    size = sum(map(len, directory))
    end = _END_FORM.pack(_END, 0, 0, len(parts), len(parts), size, offset, 0)
    return b"".join((*pieces, *directory, end))
