"""An entry of the ledger, and the kinds of facts it may state."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

Kind = Literal[
    "founded",  # the ledger began: county, notice, year
    "received",  # a filing, sealed paper or a nil return came in
    "examined",  # findings as they stood, on a filing or across a unit's filings
    "decided",  # the office decided on a receipt, a duty or an overlap
    "reminded",  # a unit was reminded of a duty
]


class Entry(NamedTuple):
    """One fact: `day` is its own, `entered` the moment it was put on record; `hash` covers all of it and `prev`."""

    seq: int
    day: date
    entered: datetime
    kind: Kind
    body: Mapping[str, Any]
    prev: str
    hash: str
