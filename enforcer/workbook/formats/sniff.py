"""Tells what a file is by its first bytes; its name is never asked."""

from typing import Literal

from enforcer.workbook.causes import Refusal

Container = Literal["zip", "ole2", "text"]

ZIP, EMPTY_ZIP = b"PK\x03\x04", b"PK\x05\x06"
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# The first bytes of what no reader for spreadsheets can be meant for: the cause and the values of its sentence.
_MAGIC: tuple[tuple[bytes, str, dict[str, str | int]], ...] = (
    (b"Rar!\x1a\x07", "archive_format", {"format": ".rar"}),
    (b"7z\xbc\xaf\x27\x1c", "archive_format", {"format": ".7z"}),
    (b"\x1f\x8b\x08", "archive_format", {"format": ".gz"}),
    (b"BZh91AY&SY", "archive_format", {"format": ".bz2"}),
    (b"\xfd7zXZ\x00", "archive_format", {"format": ".xz"}),
    (b"MSCF\x00\x00\x00\x00", "archive_format", {"format": ".cab"}),
    (b"PK\x07\x08", "archive_format", {"format": ".z01"}),
    (b"\x89PNG\r\n\x1a\n", "image", {"format": "PNG"}),
    (b"\xff\xd8\xff", "image", {"format": "JPEG"}),
    (b"GIF87a", "image", {"format": "GIF"}),
    (b"GIF89a", "image", {"format": "GIF"}),
    (b"II*\x00", "image", {"format": "TIFF"}),
    (b"MM\x00*", "image", {"format": "TIFF"}),
    # BIFF streams without the OLE2 container around them: the record number of BOF and its length.
    (b"\x09\x00\x04\x00", "old_format", {"version": "Excel 2.0"}),
    (b"\x09\x02\x06\x00", "old_format", {"version": "Excel 3.0"}),
    (b"\x09\x04\x06\x00", "old_format", {"version": "Excel 4.0"}),
    (b"\x09\x08\x06\x00", "old_format", {"version": "Excel 5.0/95"}),
    (b"\x09\x08\x08\x00", "old_format", {"version": "Excel 5.0/95"}),
    (b"\x09\x08\x10\x00", "old_format", {"version": "Excel 97"}),
    (b"\x00\x00\x02\x00\x04\x04", "old_format", {"version": "Lotus 1-2-3"}),
    (b"\x00\x00\x02\x00\x06\x04", "old_format", {"version": "Lotus 1-2-3"}),
    (b"\x00\x00\x1a\x00", "old_format", {"version": "Lotus 1-2-3"}),
    (b"\x00\x00\x02\x00\x20\x51", "old_format", {"version": "Quattro Pro"}),
    (b"\x00\x01\x00\x00Standard ", "other_office", {"format": "Access"}),
    (b"SQLite format 3\x00", "other_office", {"format": "SQLite"}),
    (b"ITSF\x03\x00\x00\x00", "other_office", {"format": "CHM"}),
)
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
# What a text file may hold beside printable characters; 0x1a closed a file under DOS.
_TEXT_CONTROLS = b"\t\n\v\f\r\x1a"
_CONTROLS = bytes(code for code in range(32) if code not in _TEXT_CONTROLS)
_SAMPLE = 65_536
_TAR_MARK, _HEIF_BRANDS = slice(257, 262), (b"heic", b"heix", b"mif1", b"avif", b"msf1")
_HEAD = 1024


def container(content: bytes) -> Container:
    """Which container the bytes are. Raises Refusal where no reader for spreadsheets can be meant."""
    if not content:
        raise Refusal("empty")
    head = content[:_HEAD]
    if head.startswith((ZIP, EMPTY_ZIP)):
        return "zip"
    if head.startswith(OLE2):
        return "ole2"
    _refuse_by_magic(head)
    # A self-extracting or otherwise prefixed archive begins with anything and still ends as a zip.
    if EMPTY_ZIP in content[-66_000:] and ZIP in content[:_SAMPLE] and not _is_text(content):
        return "zip"
    if head.startswith(_PROGRAMS) and not _is_text(content):
        raise Refusal("program")
    if not content.strip(b"\x00 \t\r\n"):
        raise Refusal("truncated" if b"\x00" in head else "no_table")
    if not _is_text(content):
        raise Refusal("broken" if OLE2[:4] in head[:_HEAD] else "not_spreadsheet")
    return "text"


def _refuse_by_magic(head: bytes) -> None:
    for magic, cause, values in _MAGIC:
        if head.startswith(magic):
            raise Refusal(cause, **values)
    if head[_TAR_MARK] == b"ustar":
        raise Refusal("archive_format", format=".tar")
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
        raise Refusal("image", format="HEIC")
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        raise Refusal("image", format="WEBP")
    if head[:2] == b"BM" and head[6:10] == bytes(4):
        raise Refusal("image", format="BMP")
    if head.lstrip(b"\xef\xbb\xbf \t\r\n\x00").startswith(b"%PDF-"):
        raise Refusal("pdf", format="PDF")
    if head.lstrip()[:5] == b"{\\rtf":
        raise Refusal("word")


def _is_text(content: bytes) -> bool:
    """Whether the first stretch looks like text: no control characters, or UTF-16 with or without its mark."""
    sample = content[:_SAMPLE]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if sample.translate(None, _CONTROLS) == sample:
        return True
    return utf16_without_mark(sample) is not None


def utf16_without_mark(sample: bytes) -> str | None:
    """The UTF-16 variant of bytes without a byte order mark, None where they are not such text."""
    sample = sample[: len(sample) & ~1]
    zeros = {"utf-16-le": sample[1::2].count(0), "utf-16-be": sample[0::2].count(0)}
    name = max(zeros, key=zeros.__getitem__)
    # Separators and digits have a zero byte; a tenth of the characters is less than any table has of them.
    if not sample or zeros[name] * 20 < len(sample):
        return None
    text = sample.decode(name, "replace").translate(dict.fromkeys(_TEXT_CONTROLS))
    return name if text.isprintable() and "\ufffd" not in text[:-1] else None
