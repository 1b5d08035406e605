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


def written(body: Mapping[str, Any]) -> str:
    """The one way in which a body is written: JSON with sorted keys, no spaces. Raises TypeError or ValueError."""
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def chained(seq: int, prev: str, *facts: str) -> str:
    """The SHA-256, in hexadecimal, of an entry: its number, the hash before it, and day, moment, kind and body as kept.

    No two different entries are written alike: only the body, which stands last, could hold a line break.
    """
    text = "\n".join((str(seq), prev, *facts))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
