"""What python-calamine does not tell of an OOXML sheet, found by a few linear searches over its bytes.

A sheet written in the plain way that all usual programs share is searched as it stands. Anything else is
*doubtful* and must first be rewritten (`sheet_rewrite`): a reader that allocates by what a cell claims its
address to be is never shown a claim that has not been looked at.
"""

import math
import re
from typing import NamedTuple

from enforcer.workbook.book import Address, Merge
from enforcer.workbook.limits import Budget, Limits

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
CALAMINE_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})

_ROOT_WITHIN = 4_096
_OPEN, _CLOSE = b"<sheetData", b"</sheetData>"
# The plain way: a cell says where it stands, then perhaps its style and its type, and nothing else; its number is
# a number that no reader stumbles over. Searched for is a cell or row that is *not* like that. Possessive repeats
# keep the search linear.
_PLAIN_CELL = (
    rb'<c(?! r="%s"(?: t="s">|(?: s="[0-9]{1,6}+")?+'
    rb'(?: t="(?:s|str|inlineStr|b|e)">'
    rb'|(?: t="n")?+><(?:v>-?+[0-9]{1,20}+(?:\.[0-9]{1,20}+)?+(?:[eE][+-]?[0-9]{1,2})?</|f|/)'
    rb"|/>)))"
)
_PLAIN_ROW = rb'w(?<=<row)(?! r="[0-9]{1,%d}"(?:[^<>r]++|r(?!\s*=))*+>)'
# Columns A-Z and fewer than 100,000 rows; whatever else a sheet holds, this much is affordable.
_NEAR_ROWS, _NEAR_COLUMNS = 99_999, 26
_NEAR_CELL, _NEAR_ROW = re.compile(_PLAIN_CELL % rb"[A-Z][0-9]{1,5}+"), re.compile(_PLAIN_ROW % 5)
# What few sheets need is compiled by those that do.
_ANY_CELL, _ANY_ROW = _PLAIN_CELL % rb"[A-Z]{1,3}[0-9]{1,7}+", _PLAIN_ROW % 7
# A search runs from one rare letter to the next several times quicker than along a word.
_ANY_ERROR, _ANY_HIDDEN = re.compile(rb'e(?<=t="e)"'), re.compile(rb'h(?=idden=")')
_PREFIXED = re.compile(rb":(?:c|row)[\s/>]")
_COLUMNS_USED, _ROWS_USED = rb'<c r="([A-Z]{1,3})', rb'<(?:row r="|c r="[A-Z]{1,3})([0-9]{1,7})"'
_FORMULA = rb"<f(?:[^<>]*/|[^<>]*>[^<]*</f)>"
_FORMULAS = rb'<c r="([A-Z]{1,3})([0-9]{1,7})"([^<>]*)>\s*' + _FORMULA + rb"\s*(<v[^<>]*>)?([^<]*)"
_ERRORS = rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^<>]*? t="e"[^<>]*>\s*(?:' + _FORMULA + rb")?\s*<v>([^<]*)</v>"
_HIDDEN_ROW, _ROW_NUMBER = rb'<row\b[^<>]*? hidden="(?:1|true)"[^<>]*>', rb'\sr="([0-9]{1,7})"'
_HIDDEN_COLUMN = rb"""<(?:\w+:)?col\s[^<>]*?hidden\s*=\s*["'](?:1|true)["'][^<>]*>"""
_MINIMUM, _MAXIMUM = rb"""\bmin\s*=\s*["']([0-9]{1,5})["']""", rb"""\bmax\s*=\s*["']([0-9]{1,5})["']"""
_CORNER = rb"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})"
_MERGE = rb"""<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*["']""" + _CORNER + b":" + _CORNER + rb"""["']"""
_VALIDATION = rb"<(?:\w+:)?dataValidation[\s/>]"


class Doubtful(Exception):  # noqa: N818 - a verdict of the search, answered by rewriting the sheet
    """The sheet is not written in the plain way."""


class Facts(NamedTuple):
    """What was found of a sheet part; its cells stand between `start` and `end`, <sheetData> included, its end not."""

    part: bytes
    start: int
    end: int
    merges: tuple[Merge, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    errors: dict[Address, str]
    formulas: frozenset[Address]
    uncalculated: frozenset[Address]
    validations: int


def facts(sheet: bytes, budget: Budget) -> Facts:
    """The facts of a sheet part in UTF-8 that is plainly written.

    Raises Doubtful where it is not, or where its addresses span more cells than are allowed; Refusal
    `too_many_facts`.
    """
    start = sheet.find(_OPEN)
    if start < 0:
        raise Doubtful
    end = sheet.rfind(_CLOSE)
    end = max(end, start)
    _look(sheet, start, end, budget.limits)
    formulas, uncalculated = _formulas(sheet, start, end, budget)
    head, tail = sheet[:start], sheet[end:]
    return Facts(
        sheet,
        start,
        end,
        _merges(tail, budget),
        _hidden_rows(sheet, start, end, budget),
        _hidden_columns(head, budget),
        _errors(sheet, start, end, budget),
        formulas,
        uncalculated,
        len(re.findall(_VALIDATION, tail)) if b"dataValidation" in tail else 0,
    )


def without_prefix(sheet: bytes) -> bytes | None:
    """The sheet part with the prefix gone that some programs put before each of its elements; None without one."""
    match = re.search(rb"<([A-Za-z0-9_.-]+):worksheet[\s>]", sheet[:_ROOT_WITHIN])
    if not match:
        return None
    return sheet.replace(b"<%s:" % match[1], b"<").replace(b"</%s:" % match[1], b"</")


def _look(sheet: bytes, start: int, end: int, limits: Limits) -> None:
    """Raises Doubtful unless every row and cell says plainly where it stands, within bounds."""
    if (
        sheet.find(b"'", start, end) >= 0
        or (sheet.find(b"!", start, end) >= 0 and sheet.find(b"<!", start, end) >= 0)
        or _PREFIXED.search(sheet, start, end)
    ):
        raise Doubtful
    if (
        limits.cells >= _NEAR_COLUMNS * _NEAR_ROWS
        and not _NEAR_CELL.search(sheet, start, end)
        and not _NEAR_ROW.search(sheet, start, end)
    ):
        return
    if re.compile(_ANY_CELL).search(sheet, start, end) or re.compile(_ANY_ROW).search(sheet, start, end):
        raise Doubtful
    last_row = max(map(int, re.compile(_ROWS_USED).findall(sheet, start, end)), default=0)
    letters = set(re.compile(_COLUMNS_USED).findall(sheet, start, end))
    last_column = max((column_number(one.decode()) for one in letters), default=0)
    if last_row > LAST_ROW or last_column > LAST_COLUMN or last_row * last_column > limits.cells:
        raise Doubtful


def _formulas(sheet: bytes, start: int, end: int, budget: Budget) -> tuple[frozenset[Address], frozenset[Address]]:
    """The cells with a formula, and those of them whose value was never stored."""
    if sheet.find(b"f", start, end) < 0 or (count := sheet.count(b"<f", start, end)) == 0:
        return frozenset(), frozenset()
    budget.tell(count)
    formulas, uncalculated = set(), set()
    for letters, row, attributes, value, content in re.compile(_FORMULAS).findall(sheet, start, end):
        address = (int(row), column_number(letters.decode()))
        formulas.add(address)
        if content:
            if b" t=" not in attributes and not is_number(content.decode("utf-8", "replace")):
                raise Doubtful
        elif not (value and b' t="str"' in attributes):
            # An empty text is a result; an empty number is none.
            uncalculated.add(address)
    if len(formulas) != count:
        raise Doubtful
    return frozenset(formulas), frozenset(uncalculated)


def _errors(sheet: bytes, start: int, end: int, budget: Budget) -> dict[Address, str]:
    if not _ANY_ERROR.search(sheet, start, end):
        return {}
    count = sheet.count(b't="e"', start, end)
    budget.tell(count)
    errors = {
        (int(row), column_number(letters.decode())): literal.decode("utf-8", "replace")
        for letters, row, literal in re.compile(_ERRORS).findall(sheet, start, end)
    }
    # An error newer than the reader (#SPILL!) would cost the whole sheet.
    if len(errors) != count or not CALAMINE_ERRORS.issuperset(errors.values()):
        raise Doubtful
    return errors


def _hidden_rows(sheet: bytes, start: int, end: int, budget: Budget) -> frozenset[int]:
    if not _ANY_HIDDEN.search(sheet, start, end):
        return frozenset()
    numbers = [re.search(_ROW_NUMBER, tag) for tag in re.compile(_HIDDEN_ROW).findall(sheet, start, end)]
    if not all(numbers):
        raise Doubtful
    budget.tell(len(numbers))
    return frozenset(int(number[1]) for number in numbers if number)


def _hidden_columns(head: bytes, budget: Budget) -> frozenset[int]:
    hidden: set[int] = set()
    if b"hidden" not in head:
        return frozenset()
    for tag in re.findall(_HIDDEN_COLUMN, head):
        first, last = re.search(_MINIMUM, tag), re.search(_MAXIMUM, tag)
        if first and last:
            columns = range(int(first[1]), min(int(last[1]), LAST_COLUMN) + 1)
            budget.tell(len(columns))
            hidden.update(columns)
    return frozenset(hidden)


def _merges(tail: bytes, budget: Budget) -> tuple[Merge, ...]:
    if b"mergeCell" not in tail:
        return ()
    budget.tell(tail.count(b"mergeCell "))
    return tuple(
        merge(column_number(left.decode()), int(top), column_number(right.decode()), int(bottom))
        for left, top, right, bottom in re.findall(_MERGE, tail)
    )


def merge(left: int, top: int, right: int, bottom: int) -> Merge:
    """The merged range between two opposite corners, whichever they are."""
    return Merge(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def is_number(text: str) -> bool:
    """Whether the text is a number with a size: neither nan nor infinite."""
    try:
        return text.isascii() and "_" not in text and math.isfinite(float(text))
    except ValueError:
        return False


def column_number(letters: str) -> int:
    """A -> 1, AA -> 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
