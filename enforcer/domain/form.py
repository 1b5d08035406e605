"""The form of an annex: what the blank shows and what the reader expects, one source."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

Kind = Literal[
    "text",
    "number",
    "date",
    "month",
    "choice",
    "persons",
    "period",
    "id",
    "phone",
    "credential",
    "unit",
    "year",
    "document_number",
]


class HeaderField(NamedTuple):
    """A line above the table: 填报单位, 年度, 发文字号, ... `patterns` are the labels seen in the wild.

    `clause` is what asks for it, "" where the form asks of its own.
    """

    key: str
    label: str
    patterns: tuple[str, ...]
    kind: Kind
    required: bool
    help: str
    right: str
    wrong: str
    choices: tuple[str, ...] = ()
    clause: str = ""


class Column(NamedTuple):
    """A column of the table. `patterns` are regular expressions, in order, matched against the whole folded header.

    `element` marks what the notice itself requires (its lack is a fault); `block` marks what stands once for
    several rows (a merged or blank continuation cell is filled down).
    """

    key: str
    header: str
    patterns: tuple[str, ...]
    kind: Kind
    required: bool
    element: bool
    block: bool
    choices: tuple[str, ...]
    width: int
    help: str
    right: str
    wrong: str
    clause: str


@dataclass(frozen=True, eq=False)
class Form:
    """One annex's form, as templates/annexN/form.toml says it.

    `words` stand in this annex's headers or title and in no ordinary list's; `foreign` words in a title or header tell
    of another paper with similar columns (a register of what was inspected is no plan). `unseen` says what the form
    cannot check by itself while it is filled.
    """

    annex: int
    edition: str
    obligation: str
    clause: str
    name: str
    title: str
    sheet: str
    header: tuple[HeaderField, ...]
    columns: tuple[Column, ...]
    titles: tuple[str, ...]
    rows: int
    tiers: tuple[str, ...]
    notes: tuple[str, ...]
    words: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()

    @cached_property
    def index(self) -> dict[str, int]:
        """Column key -> position in `columns`, which is also the position in `Row.values`."""
        return {column.key: position for position, column in enumerate(self.columns)}

    def column(self, key: str) -> Column:
        """The column with this key. Raises KeyError."""
        return self.columns[self.index[key]]

    @cached_property
    def elements(self) -> tuple[str, ...]:
        """Keys of the columns that the notice itself, or obligations that stand on it, require."""
        return tuple(column.key for column in self.columns if column.element)
