"""Formulas that Excel, WPS and LibreOffice all calculate: no macros, no LET, no dynamic arrays, no volatile functions.

Each function makes an expression about one cell, given as a reference. `_nothing`, `_positions`, `_weights` and
`_provinces` are names on the hidden sheet.
"""

from typing import Final

from enforcer.annexes.identity import LENGTH

NOTHING: Final = (
    *("", "-", "--", "---", "/", "//", "\\", "_", "__", "—", "——", "———", "–", "－", "／"),
    *("无", "無", "没有", "暂无", "均无", "皆无", "无此项", "无此情况", "不适用", "不涉及", "n/a", "none"),
)
"""What is no answer to a required field: as `enforcer validate` reads it, in the spellings that are usual."""

NIL: Final = "零报告"
APPLYING: Final = "申领中"

POSITIONS: Final = tuple(range(1, LENGTH))
# ISO 7064 MOD 11-2: weights are powers of two modulo 11.
WEIGHTS: Final = tuple(pow(2, LENGTH - place, 11) for place in POSITIONS)

PROVINCES: Final = (
    *("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37"),
    *("41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65"),
    *("71", "81", "82", "83"),
)
"""GB/T 2260, as `enforcer.annexes.identity` reads it."""

_LAST_SERIAL: Final = 80_000
_FIRST_SERIAL: Final = 10_000
_DATE_SIGNS: Final = (("年", "-"), ("月", "-"), ("日", ""), (".", "-"), ("/", "-"))


def said(cell: str) -> str:
    """What the cell says, between strokes, so that it can be looked for among other words."""
    return f'"|"&LOWER(TRIM(SUBSTITUTE({cell},"　"," ")))&"|"'


def among(words: tuple[str, ...]) -> str:
    """Words as one text to look in for what a cell says."""
    return "".join(f"|{word}|" for word in words)


def nothing(cell: str) -> str:
    """Whether the cell gives no answer. FIND takes no wildcards and no limit of 255 characters, as MATCH does."""
    return f"ISNUMBER(FIND({said(cell)},_nothing))"


def filled(cells: str) -> str:
    """How many of these cells give an answer."""
    return f"SUMPRODUCT(--ISERROR(FIND({said(cells)},_nothing)))"


def sound_id(cell: str) -> str:
    """Whether the text is a sound 18-digit id number: province, day of birth, check digit (GB 11643-1999).

    An error where there is no such province, or no digit in a digit's place.
    """
    born = f"MONTH(DATE(MID({cell},7,4),MID({cell},11,2),MID({cell},13,2)))=--MID({cell},11,2)"
    check = f'MID("10X98765432",MOD(SUMPRODUCT(MID({cell},_positions,1)*_weights),11)+1,1)=UPPER(RIGHT({cell}))'
    return f"AND(LEN({cell})={LENGTH},MATCH(LEFT({cell},2),_provinces,0),{born},{check})"


def alone(cell: str, cells: str) -> str:
    """Whether the text stands once among the cells. COUNTIF would compare its first 15 digits only, as a number."""
    return f"SUMPRODUCT(--({cells}={cell}))=1"


def day(cell: str) -> str:
    """The day in the cell as a number, also of 2014年6月30日 and 2014.6.30 as text; "" where it names none."""
    text = cell
    for sign, dash in _DATE_SIGNS:
        text = f'SUBSTITUTE({text},"{sign}","{dash}")'
    real = f'IF(AND({cell}>={_FIRST_SERIAL},{cell}<={_LAST_SERIAL}),INT({cell}),"")'
    return f'IF(ISNUMBER({cell}),{real},IFERROR(DATEVALUE({text}),""))'


def has_digit(cell: str) -> str:
    """Whether there is any digit in the text."""
    return f"SUMPRODUCT(--ISNUMBER(FIND({{0,1,2,3,4,5,6,7,8,9}},{cell})))>0"
