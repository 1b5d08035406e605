"""Reads an OLE2 container (.xls, .et, encrypted .xlsx) without following any chain twice."""

import struct
from typing import NamedTuple

from enforcer.workbook.causes import Refusal

_HEADER = struct.Struct("<8s16x5H6x9L")
_HEADER_SIZE = 512
_HEADER_SECTORS = 109
_ENTRY_SIZE = 128
_MINI_SHIFT = 6
_SMALL_SHIFT, _LARGE_SHIFT = 9, 12
_LAST_SECTOR = 0xFFFFFFFA
_STORAGE, _STREAM, _ROOT = 1, 2, 5


class Entry(NamedTuple):
    """A stream or the root of the container: its name, where its chain begins, its size in bytes."""

    name: str
    kind: int
    start: int
    size: int


class Compound:
    """The streams of an OLE2 container held in memory. Raises Refusal `broken`, `truncated`."""

    def __init__(self, content: bytes) -> None:
        if len(content) < _HEADER_SIZE:
            raise Refusal("truncated")
        fields = _HEADER.unpack_from(content)
        shift, self._cutoff = fields[4], fields[10]
        directory, mini_fat, more, more_count = fields[8], fields[11], fields[13], fields[14]
        if shift not in (_SMALL_SHIFT, _LARGE_SHIFT):
            raise Refusal("broken")
        self._content = content
        self._size = 1 << shift
        self._sectors = max(0, (len(content) - 1) // self._size)
        self._fat = self._allocation(more, more_count)
        self.entries = self._directory(directory)
        self._mini_fat = self._numbers(self._chain(mini_fat, self._fat)) if mini_fat < _LAST_SECTOR else ()
        self._mini: bytes | None = None

    def has(self, *names: str) -> bool:
        """Whether there is a stream or storage with one of the names."""
        wanted = {name.lower() for name in names}
        return any(entry.name.lower() in wanted for entry in self.entries)

    def stream(self, *names: str) -> bytes | None:
        """The content of the first stream with one of the names; None where there is none.

        Raises Refusal `truncated` when the stream is cut off, `broken` when its chain turns back on itself.
        """
        for name in names:
            for entry in self.entries:
                if entry.kind == _STREAM and entry.name.lower() == name.lower():
                    return self._read(entry)
        return None

    def _read(self, entry: Entry) -> bytes:
        if entry.size == 0:
            return b""
        if entry.size > len(self._content):
            raise Refusal("truncated")
        if entry.size >= self._cutoff:
            content = b"".join(map(self._sector, self._chain(entry.start, self._fat)))
        else:
            if self._mini is None:
                root = next(one for one in self.entries if one.kind == _ROOT)
                self._mini = b"".join(map(self._sector, self._chain(root.start, self._fat)))
            mini, size = self._mini, 1 << _MINI_SHIFT
            content = b"".join(mini[at * size : at * size + size] for at in self._chain(entry.start, self._mini_fat))
        if len(content) < entry.size:
            raise Refusal("truncated")
        return content[: entry.size]

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        return self._content[at : at + self._size]

    def _numbers(self, sectors: list[int]) -> tuple[int, ...]:
        joined = b"".join(map(self._sector, sectors))
        return struct.unpack(f"<{len(joined) // 4}L", joined[: len(joined) & ~3])

    def _allocation(self, more: int, more_count: int) -> tuple[int, ...]:
        """The allocation table: the sectors that hold it are listed in the header and in a chain of further lists."""
        listed = list(struct.unpack_from(f"<{_HEADER_SECTORS}L", self._content, _HEADER_SIZE - _HEADER_SECTORS * 4))
        seen: set[int] = set()
        while more < _LAST_SECTOR and len(seen) <= more_count:
            if more in seen or more >= self._sectors:
                raise Refusal("broken")
            seen.add(more)
            *numbers, more = self._numbers([more]) or (_LAST_SECTOR,)
            listed += numbers
        sectors = [number for number in listed if number < _LAST_SECTOR]
        if len(sectors) > self._sectors or any(number >= self._sectors for number in sectors):
            raise Refusal("truncated")
        return self._numbers(sectors)

    def _chain(self, start: int, table: tuple[int, ...]) -> list[int]:
        chain: list[int] = []
        while start < _LAST_SECTOR:
            if start >= len(table) or len(chain) > len(table):
                raise Refusal("broken")
            chain.append(start)
            start = table[start]
        return chain

    def _directory(self, start: int) -> tuple[Entry, ...]:
        joined = b"".join(map(self._sector, self._chain(start, self._fat)))
        entries = []
        for at in range(0, len(joined) - _ENTRY_SIZE + 1, _ENTRY_SIZE):
            name_size, kind = struct.unpack_from("<HB", joined, at + 64)
            if kind in (_STORAGE, _STREAM, _ROOT):
                name = joined[at : at + max(0, min(name_size, 64) - 2)].decode("utf-16-le", "replace")
                first, size = struct.unpack_from("<LL", joined, at + 116)
                entries.append(Entry(name, kind, first, size))
        if not any(entry.kind == _ROOT for entry in entries):
            raise Refusal("truncated" if not joined else "broken")
        return tuple(entries)
