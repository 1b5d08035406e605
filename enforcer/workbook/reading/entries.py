"""The rows of a table: entries read in the form's order, everything else left out with its reason.

This is the hot path. Whole columns are looked at first; only rows that are short or odd are looked at one by one.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from enforcer.domain.form import Form
from enforcer.domain.reading import Assumption, Fact, SkippedSheet
from enforcer.domain.row import Place, Row, Table
from enforcer.domain.sentence import Sentence
from enforcer.language.patterns import pattern
from enforcer.language.units import looks_like_unit
from enforcer.workbook.book import Sheet
from enforcer.workbook.reading.filling import Filler, fill_blocks, fill_dittos, fill_headed, fill_merges
from enforcer.workbook.reading.furniture import Furniture, Seen
from enforcer.workbook.reading.header_words import wording
from enforcer.workbook.reading.headers import Header
from enforcer.workbook.reading.lanes import lanes_of
from enforcer.workbook.reading.nil import is_nil_row
from enforcer.workbook.reading.samples import take_samples
from enforcer.workbook.reading.spans import Spans

Others = Callable[[], Sequence[Form]]
Lane = Sequence[object]

_NUMBER = "number"
_ENOUGH: Final = 3
"""A row that answers this many elements is an entry, unless it begins like a header or a line of contacts."""
_REACHED_ENOUGH: Final = 2
"""Where a merge reaches into the row from above, so many are enough: the merge answers the rest."""
_NUMBERS: Final = (float, int)
_LOOKED_AT: Final = 2
"""Rows under a header that are always looked at: there the columns are numbered 1, 2, 3, 4."""
_MOST_LOOKED_AT: Final = 50_000
_NIL_AMONG: Final = 3
_SHORT: Final = 24
_STARS: Final = "*＊★☆※"
"""What marks a header as required, on each page anew."""
_STROKES: Final = ("-", "/", "—", "–", "\\", "_", " ", "\u3000", "\n", "－", "／")
_EMPTY: Final = frozenset({"", *(stroke * times for stroke in _STROKES for times in range(1, 9))})
_DITTO_WORDS: Final = (
    "同上",
    "同前",
    "上同",
    "同上行",
    "同上栏",
    "同上格",
    "〃",
    "″",
    '"',
    "''",
    "“",
    "”",
    "〞",
    "〝",
    "′′",
)
_DITTOS: Final = frozenset(
    f"{before}{word}{after}"
    for word in _DITTO_WORDS
    for before, after in (("", ""), ("", "。"), ("（", "）"), ("(", ")"), (" ", ""), ("", " "))
)
_DIGITS: Final = r"\s*[(（]?\d{1,6}[)）]?[.、．]?\s*"
_GOES_ON: Final = frozenset({"section", "signature", "title", "note", "total", "strokes", "line", "number", "tier"})
"""What a row that a merge reaches into only looks like: the merge makes it an entry."""
_MAY_BE_NOTES: Final = frozenset({"entry", "section", "number"})
_MAY_BE_LOST: Final = frozenset({"blank", "number", "strokes", "tier"})
_BREAKS: Final = frozenset({"section", "total", "nil"})
_LOST: Final = 2
"""A row in which so many elements are error cells or lost formulas was an entry."""


class Body:
    """What stands below a header: entries, and what was left out.

    It goes from row `first` to row `last`. `lines` are rows that hold header lines, contacts or notes, `sections` rows
    with a heading, and its text; `nil` is where a nil return is stated; `next_table` is the row of another table's
    header, where one follows; `cut` is the row where reading was given up because too many before it were odd.
    """

    def __init__(self, table: Table, header: Header, first: int, last: int) -> None:
        """Of nothing yet."""
        self.table, self.header, self.first, self.last = table, header, first, last
        self.rows: list[Row] = []
        self.skipped: list[SkippedSheet] = []
        self.assumptions: list[Assumption] = []
        self.samples: list[Fact] = []
        self.lines: list[int] = []
        self.sections: list[tuple[int, str]] = []
        self.nil: Place | None = None
        self.next_table: int | None = None
        self.cut: int | None = None


class _Odd(NamedTuple):
    number: int
    seen: Seen


def read_entries(file: str, sheet: Sheet, spans: Spans, header: Header, others: Others) -> Body:
    """The entries below this header, to the end of the sheet or to another table's header.

    `others` gives all forms; it is called only where a row looks like a header.
    """
    form, columns = header.form, header.columns
    table = Table(file, sheet.name, form, {key: sources[0] for key, sources in columns.sources.items()})
    first = header.rows[-1] + 1
    lanes = lanes_of(sheet, form, columns, first)
    furniture = Furniture(form, columns, spans, others, numbered=_is_numbered(lanes[form.index[_NUMBER]]))
    walk = _Walk(sheet, header, table, lanes, furniture)
    body, odd = walk.read()
    filler = Filler(table)
    if any(merge.bottom >= first for merge in sheet.merges):
        fill_merges(filler, body.rows, sheet, columns, first)
    spelt = [column.key for column, lane in zip(form.columns, lanes, strict=True) if not _DITTOS.isdisjoint(lane)]
    fill_dittos(filler, body.rows, spelt)
    fill_blocks(filler, body.rows, [one.number for one in odd if one.seen.kind in _BREAKS])
    fill_headed(filler, body.rows, body.sections)
    odd.extend(_take_unfilled(body, walk.printed))
    body.samples = take_samples(table, body.rows, lanes, first)
    _settle_nil(body, odd, walk)
    body.skipped = _stretches(body, odd)
    body.assumptions = filler.assumptions()
    return body


class _Walk:
    """Down the rows, entry or not."""

    def __init__(self, sheet: Sheet, header: Header, table: Table, lanes: list[Lane], furniture: Furniture) -> None:
        form = header.form
        self._sheet, self._header, self._table, self._lanes = sheet, header, table, lanes
        self._first = header.rows[-1] + 1
        self._elements = [form.index[key] for key in form.elements if key in header.columns.sources]
        self._number = form.index[_NUMBER] if _NUMBER in header.columns.sources else None
        self._words = wording(form).literal
        self._reached = _reached_by_merges(sheet, header)
        self._plain: dict[str, bool] = {}
        self._nil: set[int] = set()
        self._lost = _lost_cells(sheet, header)
        self._furniture = furniture
        self.printed: set[int] = set()

    def read(self) -> tuple[Body, list[_Odd]]:
        """Entries, among them rows that hold nothing but a printed tier (`printed`), and the rows that are none."""
        last = self._sheet.first_row + len(self._sheet.rows) - 1
        body, odd = Body(self._table, self._header, self._first, last), list[_Odd]()
        filled = self._filled()
        enough = min(_ENOUGH, len(self._elements))
        look_until = _LOOKED_AT
        looked_at = 0
        in_notes = False
        for index, values in enumerate(map(list, zip(*self._lanes, strict=True))):
            number = self._first + index
            answers = _REACHED_ENOUGH if number in self._reached else enough
            if filled[index] >= answers and index >= look_until and self._is_plain(values):
                body.rows.append(Row(self._table, number, values))
                in_notes = False
                continue
            seen = self._look(number, in_notes=in_notes)
            looked_at += seen.kind != "blank"
            if looked_at > _MOST_LOOKED_AT:
                body.cut, body.last = number, number - 1
                break
            if seen.kind == "table":
                body.next_table, body.last = number, number - 1
                break
            if seen.kind in ("entry", "tier"):
                body.rows.append(Row(self._table, number, values))
                if seen.kind == "tier":
                    self.printed.add(number)
                else:
                    in_notes = False
                continue
            odd.append(_Odd(number, seen))
            in_notes = seen.kind == "note" or (in_notes and seen.kind != "header")
            if seen.kind == "header":
                look_until = index + 1 + _LOOKED_AT
            elif seen.kind in ("line", "note", "signature"):
                body.lines.append(number)
            elif seen.kind == "section":
                body.sections.append((number, seen.text))
        return body, odd + self._take_signed(body, odd)

    def _look(self, number: int, *, in_notes: bool) -> Seen:
        seen = self.seen(number)
        if seen.kind == "nil":
            self._nil.add(number)
        top = self._reached.get(number)
        reached = top is not None and top not in self._nil
        if reached and seen.kind in _GOES_ON:
            return Seen("entry")
        if number in self._lost and seen.kind in _MAY_BE_LOST:
            return Seen("entry" if self._lost[number] >= _LOST else "lost")
        if in_notes and not reached and seen.kind in _MAY_BE_NOTES:
            raw = self._sheet.rows[number - self._sheet.first_row]
            typed = [value for value in raw if value is not None]
            if len(typed) == 1 and type(typed[0]) is str and not pattern(_DIGITS).fullmatch(typed[0]):
                return Seen("note", typed[0])
        return seen

    def seen(self, number: int) -> Seen:
        """What the row is by itself, its neighbours not considered."""
        raw = self._sheet.rows[number - self._sheet.first_row]
        return self._furniture.look(number, raw, self._sheet.first_column)

    def _take_signed(self, body: Body, odd: Sequence[_Odd]) -> list[_Odd]:
        """Takes out the unit's name over the day that it signed, which stands under an element but is no entry."""
        days = {one.number for one in odd if one.seen.kind == "signature"}
        if not days:
            return []
        signed = [row for row in body.rows if not days.isdisjoint((row.number + 1, row.number + 2))]
        names = {row.number: self._name_alone(row.number) for row in signed}
        body.rows = [row for row in body.rows if not names.get(row.number)]
        return [_Odd(number, Seen("signature", name)) for number, name in names.items() if name]

    def _name_alone(self, number: int) -> str | None:
        """The unit's name in a row that holds nothing else and that no merge reaches into."""
        typed = [value for value in self._sheet.rows[number - self._sheet.first_row] if value is not None]
        name = typed[0] if len(typed) == 1 and number not in self._reached else None
        return name if type(name) is str and looks_like_unit(name) else None

    def _is_plain(self, values: Sequence[object]) -> bool:
        """Whether a row with enough answers begins like an entry."""
        if self._number is not None and type(values[self._number]) in _NUMBERS:
            return True
        lead = next((value for value in values if value is not None), None)
        if type(lead) is not str or len(lead) > _SHORT:
            return True
        plain = self._plain.get(lead)
        if plain is None:
            odd = ":" in lead or "：" in lead or "计" in lead or "".join(lead.split()).strip(_STARS) in self._words
            self._plain[lead] = plain = not odd
        return plain

    def _filled(self) -> list[int]:
        """How many elements each row answers; strokes and spaces answer nothing."""
        lanes = self._lanes
        marks = [[value is not None and value not in _EMPTY for value in lanes[at]] for at in self._elements]
        return [sum(row) for row in zip(*marks, strict=True)] if marks else [0] * len(lanes[0])


def _is_numbered(lane: Lane) -> bool:
    """Whether entries are numbered in digits."""
    return any(type(one) in _NUMBERS or (type(one) is str and pattern(_DIGITS).fullmatch(one)) for one in lane)


def _reached_by_merges(sheet: Sheet, header: Header) -> dict[int, int]:
    """Rows into which a filled merge of an element's column reaches from above -> the row in which it begins."""
    columns = {column for key in header.form.elements for column in header.columns.sources.get(key, ())}
    reached: dict[int, int] = {}
    last = sheet.first_row + len(sheet.rows) - 1
    most = len(sheet.rows) * len(columns)
    for merge in sheet.merges:
        if merge.bottom == merge.top or merge.top <= header.rows[-1] or merge.left not in columns:
            continue
        value = sheet.at(merge.top, merge.left)
        if value is not None and value not in _EMPTY:
            below = range(merge.top + 1, min(merge.bottom, last) + 1)
            reached.update(dict.fromkeys(below, merge.top))
            most -= len(below)
        if most < 0:  # merges that overlap: no program writes them
            break
    return reached


def _lost_cells(sheet: Sheet, header: Header) -> Counter[int]:
    """How many elements of a row are error cells or formulas whose value was never saved."""
    if not sheet.errors and not sheet.uncalculated:
        return Counter()
    columns = {column for key in header.form.elements for column in header.columns.sources.get(key, ())}
    return Counter(row for row, column in {*sheet.errors, *sheet.uncalculated} if column in columns)


def _take_unfilled(body: Body, printed: set[int]) -> list[_Odd]:
    """Takes out the rows that hold only a printed tier and belong to no violation."""
    if not printed:
        return []
    present = body.table.columns
    keys = [one.key for one in body.table.form.columns if one.block and one.element and one.key in present]
    odd = []
    kept = []
    for row in body.rows:
        texts = [row[key] for key in keys if row[key]] if row.number in printed else [""]
        if not texts or is_nil_row(texts):
            odd.append(_Odd(row.number, Seen("tier")))
        else:
            kept.append(row)
    body.rows = kept
    return odd


def _settle_nil(body: Body, odd: list[_Odd], walk: _Walk) -> None:
    """零报告 in a table with no other entry is a nil return; beside entries it is a row left out."""
    if len(body.rows) <= _NIL_AMONG:
        seen = [walk.seen(row.number) for row in body.rows]
        if all(one.kind == "nil" for one in seen):
            odd.extend(_Odd(row.number, one) for row, one in zip(body.rows, seen, strict=True))
            body.rows = []
    stated = min((one.number for one in odd if one.seen.kind == "nil"), default=None)
    if stated is None or body.rows:
        return
    body.nil = Place(body.table.file, body.table.sheet, stated)
    odd[:] = [one for one in odd if one.seen.kind != "nil"]


def _stretches(body: Body, odd: list[_Odd]) -> list[SkippedSheet]:
    """One line for rows that follow one another and are left out for one reason; blank rows at the end go unsaid."""
    odd.sort(key=lambda one: one.number)
    last = max((one.number for one in odd if one.seen.kind != "blank"), default=0)
    last = max(last, body.rows[-1].number if body.rows else 0)
    told = [one for one in odd if one.number < last or one.seen.kind != "blank"]
    made = []
    keyed = ((one.number - at, one.seen.reason, one.number) for at, one in enumerate(told))
    for (_, template), group in groupby(keyed, key=lambda one: (one[0], one[1].template)):
        ones = list(group)
        reason = ones[0][1]
        if len(ones) > 1:
            reason = Sentence(
                "{reason}（至第{last}行）", {"reason": Sentence(template, reason.values), "last": ones[-1][2]}
            )
        made.append(SkippedSheet(Place(body.table.file, body.table.sheet, ones[0][2]), reason))
    return made
