"""Reads CSV and TSV text: decides its encoding and its separator by evidence, and says so when there is none."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from enforcer.domain.row import column_letters
from enforcer.workbook.book import Kind, Sheet, Value
from enforcer.workbook.causes import Refusal
from enforcer.workbook.formats.contents import Contents
from enforcer.workbook.formats.sniff import utf16_without_mark
from enforcer.workbook.limits import Budget

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
NAMES = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "gb18030": "GBK"}
_ASCII = bytes(range(128))
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_FOREIGN = re.compile(r"[^\x00-\x7f\u2010-\u2fff\u3000-\u303f\u4e00-\u9fa5\uff00-\uffef·°×÷±§¤]")
_SEPARATORS = "\t,;|"
_SAMPLE, _SAMPLE_LINES = 200_000, 200
_AGREEMENT = 0.6
_LAST_COLUMN = 16_384


def decoded(content: bytes) -> tuple[str, str]:
    """The text and its encoding. Raises Refusal `unknown_text`.

    A byte order mark decides, then UTF-8 where it fits without fault, then GB18030 (which holds GBK and GB2312).
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding), encoding
    unmarked = utf16_without_mark(content[:65_536])
    for encoding in (*((unmarked,) if unmarked else ()), "utf-8", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "gb18030" or (_is_chinese(text) and not _is_damaged_utf8(content)):
            return text, encoding
    raise Refusal("unknown_text")


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether most of what is beyond ASCII is sound UTF-8: read as GB18030 it would be sheer nonsense."""
    beyond = content.translate(None, _ASCII)
    return len(beyond.decode("utf-8", "ignore").encode()) * 2 > len(beyond) > 0


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Refusal("unknown_text") from None


def _is_chinese(text: str) -> bool:
    """Whether what came out as GB18030 looks written: mostly common ideographs, not characters of no language."""
    return len(_FOREIGN.findall(text, 0, 100_000)) * 10 <= len(_BEYOND_ASCII.findall(text, 0, 100_000))


def read(text: str, budget: Budget) -> Contents:
    """The contents of delimited text, all cells text. Raises Refusal `no_table`, `broken_text`, `far_cells`."""
    # Set for the whole process, and only ever raised: a limit of ours must not cut another's long cell.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    separator = _separator(text)
    limit = budget.limits.cells
    if text.count(separator) + text.count("\n") > limit:
        raise Refusal("far_cells", cell=f"A{text.count(chr(10)) + 1}", limit=limit // 10_000)
    lines = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[list[Value]] = []
    width, start = 1, 1
    try:
        for fields in lines:
            rows.append([_unquoted(field) or None for field in fields])
            width = max(width, len(fields))
            start = lines.line_num + 1
            if len(rows) % 1024 == 0:
                _ = budget.seconds
    except csv.Error:
        raise Refusal("broken_text", line=start) from None
    if width > _LAST_COLUMN:
        raise Refusal("far_cells", cell="XFD1", limit=limit // 10_000)
    budget.span(len(rows), width, f"{column_letters(width)}{len(rows)}")
    for row in rows:
        row.extend([None] * (width - len(row)))
    kind: Kind = "tsv" if separator == "\t" else "csv"
    return Contents(kind, (Sheet("表1", 0, "visible", rows),), {})


def _unquoted(field: str) -> str:
    """The text alone where it is written as a formula to keep its digits: ="370321" is 370321."""
    if field.startswith('="') and field.endswith('"') and len(field) > 2 and '"' not in field[2:-1]:  # noqa: PLR2004
        return field[2:-1]
    return field.rstrip("\x1a") if field.endswith("\x1a") else field


def _separator(text: str) -> str:
    """The character that cuts most of the lines into the same number of columns. Raises Refusal `no_table`."""
    best, most = "", 0.0
    sample = text[:_SAMPLE]
    for separator in _SEPARATORS:
        widths = Counter(_widths(sample, separator))
        lines, single = widths.total(), widths.pop(1, 0)
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
        share, agreement = (lines - single) / lines, count / lines
        # Lines of other widths are titles and notes; a table of one line must say so by three columns at least.
        if share >= _AGREEMENT and (count > 1 or width > 2) and share + agreement > most:  # noqa: PLR2004
            best, most = separator, share + agreement
    if not best:
        raise Refusal("no_table")
    return best


def _widths(sample: str, separator: str) -> Iterator[int]:
    """How many columns each of the first lines has that are not blank."""
    lines = islice(csv.reader(StringIO(sample, newline=""), delimiter=separator), _SAMPLE_LINES)
    return (len(fields) for fields in lines if any(field.strip() for field in fields))
