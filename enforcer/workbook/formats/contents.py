"""What the reader of one format hands to the opening stair."""

from typing import NamedTuple

from enforcer.domain.sentence import Sentence
from enforcer.workbook.book import Kind, Sheet


class Contents(NamedTuple):
    """What a workbook, whatever its container, holds beside its name and bytes; `encoding` of text alone."""

    kind: Kind
    sheets: tuple[Sheet, ...]
    properties: dict[str, str]
    notes: tuple[Sentence, ...] = ()
    encoding: str = ""
