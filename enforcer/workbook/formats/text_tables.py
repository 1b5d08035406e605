"""Tells apart what tables come as text: HTML, XML of 2003, flat OpenDocument, CSV; and what is no table."""

import re

from enforcer.workbook.causes import Refusal
from enforcer.workbook.formats.contents import Contents
from enforcer.workbook.formats.delimited import NAMES, decoded
from enforcer.workbook.formats.sniff import utf16_without_mark
from enforcer.workbook.limits import Budget

_LOOK = 8_192
_PAGE = re.compile(r"<(?:!doctype html|html|head|body|table|meta|div|style|tr|font|center)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?([A-Za-z0-9_-]{3,20})""", re.IGNORECASE)
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "x-gbk", "cp936", "gb_2312-80"})


def read(content: bytes, budget: Budget) -> Contents:
    """The contents of a file that is text. Raises Refusal."""
    head = content[:_LOOK]
    if b"<" in head or b"<\x00" in head:
        if b"schemas-microsoft-com:office:spreadsheet" in head.replace(b"\0", b"") and (
            b"Workbook" in head.replace(b"\0", b"")
        ):
            from enforcer.workbook.formats import xml_table  # noqa: PLC0415 - each format brings in its own reader only
            from enforcer.workbook.formats.xml_walk import utf8  # noqa: PLC0415

            return xml_table.read(utf8(content.lstrip()), budget)
        if b"urn:oasis:names:tc:opendocument" in head and b"office:document" in head:
            from enforcer.workbook.formats import ods  # noqa: PLC0415
            from enforcer.workbook.formats.xml_walk import utf8  # noqa: PLC0415

            return ods.read_flat(utf8(content), budget)
    text, encoding = _page_text(content)
    start = text[:_LOOK].lstrip("\ufeff \t\r\n")
    _refuse_by_beginning(start)
    if start.startswith("<"):
        if not _PAGE.search(start):
            raise Refusal("not_spreadsheet" if start.startswith("<?xml") else "no_table")
        from enforcer.workbook.formats import confined  # noqa: PLC0415 - only for files that need a child

        return confined.read(text.encode("utf-8", "replace"), "html", budget)
    from enforcer.workbook.formats import delimited  # noqa: PLC0415

    return delimited.read(text, budget)._replace(encoding=NAMES[encoding])


def _refuse_by_beginning(start: str) -> None:
    folded = start[:2048].lower()
    if folded.startswith(("mime-version:", "from:", "x-unsent:")) or "content-type: multipart/related" in folded:
        raise Refusal("web_archive")
    if start.startswith("ID;P"):
        raise Refusal("other_office", format="SYLK")
    if re.match(r"TABLE\r?\n0,1\r?\n", start):
        raise Refusal("other_office", format="DIF")
    if start.startswith(("{", "[{")):
        raise Refusal("no_table")


def _page_text(content: bytes) -> tuple[str, str]:
    """The text and its encoding; what a page itself declares decides where it fits."""
    declared = _CHARSET.search(content[:_LOOK])
    if declared and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = declared[1].decode().lower()
        encoding = "gb18030" if name in _CHINESE else "utf-8" if name in ("utf-8", "utf8") else None
        if encoding and utf16_without_mark(content[:_LOOK]) is None:
            try:
                return content.decode(encoding), encoding
            except UnicodeDecodeError:
                pass
    return decoded(content)
