"""What the workbook room made of one annex in one file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from enforcer.domain.form import Form
from enforcer.domain.row import Place, Row, Table
from enforcer.domain.sentence import Sentence

WitnessSource = Literal["given", "mark", "header", "title", "folder", "row", "office"]


class HeaderLine(NamedTuple):
    """A header field as found above the table: its raw value, its text, its place."""

    value: object
    text: str
    place: Place


class Witness(NamedTuple):
    """Something that says whose file this is, or of which year; `office`: the county office, which received it so."""

    source: WitnessSource
    text: str
    place: Place


class SkippedSheet(NamedTuple):
    """A sheet, or a stretch of rows, that was not read as the annex, and why; `own` sheets are the program's."""

    place: Place
    reason: Sentence
    own: bool = False


class Assumption(NamedTuple):
    """What was taken for granted in reading: a merge filled down, a header by synonym, 同上 resolved."""

    place: Place
    sentence: Sentence


class Fact(NamedTuple):
    """A fact about a cell or sheet that the W rules judge: an error cell, a formula without value, hidden content."""

    place: Place
    value: str


class Match(NamedTuple):
    """Which column of the sheet became which field, by what: mark, header or synonym."""

    column: int
    key: str
    header: str
    by: Literal["mark", "header", "synonym", "neighbours"]


class Failure(NamedTuple):
    """Why a file could not be opened: a machine's word, and sentences for people."""

    cause: str
    message: Sentence
    remedy: Sentence


class Explanation(NamedTuple):
    """What the unit wrote about a soft finding of that code at that place, whose cell is as it was when it was marked.

    `fingerprint` is the keyed hash of what is typed there.
    """

    code: str
    place: Place
    text: str
    fingerprint: str


class Mark(NamedTuple):
    """What a blank of ours knows about itself."""

    annex: int
    edition: str
    unit: str | None
    year: int | None
    validations: int = 0


class Alteration(NamedTuple):
    """How a marked form differs from the blank it was."""

    place: Place
    sentence: Sentence


class Reading(NamedTuple):
    """One annex as read from one file; with `failure`, or without `form`, there was nothing to read.

    `columns` says which header became which field, `unread_columns` has the headers of columns that became none (""
    where a column has content but no header). `header` has the lines above the table by their form key.
    `unit` and `year` are what the witnesses agree on, None where they are silent or differ.
    """

    file: str
    sha256: str = ""
    container: str = ""
    failure: Failure | None = None
    skip: Sentence | None = None
    form: Form | None = None
    recognised_by: Literal["mark", "headers", "given"] | None = None
    mark: Mark | None = None
    table: Table | None = None
    header_rows: tuple[int, ...] = ()
    columns: tuple[Match, ...] = ()
    unread_columns: tuple[HeaderLine, ...] = ()
    title: HeaderLine | None = None
    header: Mapping[str, HeaderLine] = MappingProxyType({})
    rows: tuple[Row, ...] = ()
    nil: Place | None = None
    unit: str | None = None
    year: int | None = None
    unit_witnesses: tuple[Witness, ...] = ()
    year_witnesses: tuple[Witness, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    skipped_rows: tuple[SkippedSheet, ...] = ()
    skipped_sheets: tuple[SkippedSheet, ...] = ()
    sample_rows: tuple[Fact, ...] = ()
    error_cells: tuple[Fact, ...] = ()
    empty_formulas: tuple[Fact, ...] = ()
    hidden: tuple[Fact, ...] = ()
    alterations: tuple[Alteration, ...] = ()
    remarks: tuple[Sentence, ...] = ()
    explanations: tuple[Explanation, ...] = ()

    @property
    def annex(self) -> int | None:
        """1 to 4, None where no annex was recognised."""
        return self.form.annex if self.form else None

    @property
    def place(self) -> Place:
        """The file, or the sheet that holds the table."""
        return Place(self.file, self.table.sheet if self.table else None)

    def place_of(self, key: str) -> Place:
        """Where a header field stands; the sheet as a whole where it was not found."""
        line = self.header.get(key)
        return line.place if line else self.place._replace(field=key)

    def header_text(self, key: str) -> str:
        """What was typed for a header field, "" where nothing was."""
        line = self.header.get(key)
        return line.text if line else ""
