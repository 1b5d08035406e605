"""An entry of the ledger, the kinds of facts it may state, and the hash that binds it to the one before."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final, Literal, NamedTuple

Kind = Literal[
    "founded",  # the ledger began: county, notice, year
    "received",  # a filing, sealed paper or a nil return came in
    "examined",  # findings as they stood, on a filing or across a unit's filings
    "decided",  # the office decided on a receipt, a duty or an overlap
    "reminded",  # a unit was reminded of a duty
]

FIRST_PREV: Final = "0" * 64
"""What the first entry is hashed onto."""


class Entry(NamedTuple):
    """One fact: `day` is its own, `entered` the moment it was put on record; `hash` covers all of it and `prev`."""

    seq: int
    day: date
    entered: datetime
    kind: Kind
    body: Mapping[str, Any]
    prev: str
    hash: str


_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def written(body: Mapping[str, Any]) -> str:
    """The one way in which a body is written: JSON with sorted keys, no spaces. Raises TypeError or ValueError.

    Half a character, which a file's name may hold, is written as JSON's escape of it: SQLite keeps whole ones only.
    """
    text = _ENCODER.encode(body)
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode()
    return text


def matter_of(kind: Kind, body: Mapping[str, Any]) -> str:
    """By what an entry is found again: its receipt's number, or unit/year for an examination across a unit's filings.

    Empty for all else. It is kept beside the body, which is long, and the hash covers it.
    """
    receipt = body.get("receipt")
    if receipt is None and kind == "examined":
        return f"{body.get('unit')}/{body.get('year')}"
    return receipt or ""


def chained(seq: int, prev: str, day: str, entered: str, kind: str, about: str, body: str) -> str:  # noqa: PLR0917 - an entry's parts as they are kept
    """The SHA-256, in hexadecimal, of an entry as it is kept, with the hash of the one before, line by line.

    No two different entries are written alike: no part holds a line break, which JSON writes as an escape.
    """
    text = f"{seq}\n{prev}\n{day}\n{entered}\n{kind}\n{about}\n{body}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
