"""Zip containers: the directory is read without trust, and only what is affordable is unpacked."""

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enforcer.workbook.causes import Refusal
from enforcer.workbook.formats.package import Package, stored
from enforcer.workbook.limits import Budget, Limits


def archive(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return file.getvalue()


def read(content: bytes, name: str) -> bytes:
    package = Package(content, Budget())
    part = package.find(name)
    assert part is not None
    return package.read(part)


@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,8}/[a-z]{1,8}\.xml", fullmatch=True), st.binary(max_size=200), min_size=1)
)
def test_what_is_stored_comes_back_here_and_elsewhere(parts: dict[str, bytes]) -> None:
    content = stored({name: (part[:3], memoryview(part)[3:]) for name, part in parts.items()})
    with zipfile.ZipFile(io.BytesIO(content)) as other:
        assert other.testzip() is None
        assert {name: other.read(name) for name in other.namelist()} == parts
    assert {name: read(content, name) for name in parts} == parts


def test_names_are_found_whatever_their_case_and_slashes() -> None:
    content = archive(**{"XL/Workbook.xml": b"x"})
    assert read(content, "/xl\\workbook.XML") == b"x"
    assert Package(content, Budget()).find("xl/other.xml") is None


def test_sizes_beyond_32_bits_may_stand_in_their_own_field() -> None:
    content, name, full = b"abc", b"a.xml", 0xFFFFFFFF
    crc = zlib.crc32(content)
    extra = struct.pack("<HHQQQ", 1, 24, 3, 3, 0)
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 45, 0, 0, 0, 0, crc, full, full, 5, 0) + name + content
    entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", 45, 45, 0, 0, 0, 0, crc, full, full, 5, len(extra), 0, 0, 0, 0, full)
    directory = entry + name + extra
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, len(directory), len(local))
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, len(local) + len(directory), 1)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, full, full, 0)
    assert read(local + directory + end64 + locator + end, "a.xml") == content


def test_a_part_is_not_believed_when_its_checksum_differs() -> None:
    content = archive(a=b"hello hello hello")
    bent = content.replace(struct.pack("<L", zlib.crc32(b"hello hello hello")), b"\0\0\0\0")
    with pytest.raises(Refusal, match="broken"):
        read(bent, "a")


def test_parts_that_share_their_bytes_are_paid_for_each_time() -> None:
    """Many names for one squeezed stretch: each is small, together they are a bomb."""
    squeezed = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = squeezed.compress(bytes(1 << 20)) + squeezed.flush()
    crc = zlib.crc32(bytes(1 << 20))
    body = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 0, crc, len(packed), 1 << 20, 1, 0) + b"a" + packed
    entry = (
        struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 0, crc, len(packed), 1 << 20, 1, 0, 0, 0, 0, 0, 0) + b"a"
    )
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 100, 100, len(entry) * 100, len(body), 0)
    package = Package(body + entry * 100 + end, Budget(Limits(unpacked=10 << 20)))
    for part in package.parts[:10]:
        assert len(package.read(part)) == 1 << 20
    with pytest.raises(Refusal, match="bomb"):
        package.read(package.parts[10])


@given(st.data())
@settings(deadline=None)
def test_no_bent_byte_makes_a_package_fail_otherwise_than_by_refusal(data: st.DataObject) -> None:
    bent = bytearray(SAMPLE)
    for place in data.draw(st.lists(st.integers(0, len(bent) - 1), min_size=1, max_size=5)):
        bent[place] = data.draw(st.integers(0, 255))
    try:
        package = Package(bytes(bent), Budget())
        for part in package.parts:
            package.read(part)
    except Refusal:
        pass


SAMPLE = archive(a=b"x" * 100, b=b"yz" * 50)
