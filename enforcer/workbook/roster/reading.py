"""Reads 单位名录 as people keep it: headers by their names in any order, rows below, nothing interpreted yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from enforcer.domain.errors import EnforcerError
from enforcer.domain.row import Place, text_of
from enforcer.language.blanks import bare, is_blank
from enforcer.language.patterns import pattern
from enforcer.workbook.book import Book, Sheet
from enforcer.workbook.causes import Unreadable
from enforcer.workbook.opening import open_books
from enforcer.workbook.roster.columns import BY_KEY, COLUMNS, GUIDE_SHEET, ROSTER_SHEET

_SEARCHED_ROWS: Final = 30
_FEWEST_HEADERS: Final = 3
_ENOUGH_IN_OTHER_SHEETS: Final = 4
_IN_BRACKETS: Final = r"[(（【\[].*?[)）】\]]"
_AROUND: Final = "*＊:：.。 "
_MEANT: Final = {bare(name): column.key for column in COLUMNS for name in (column.header, *column.also)}
_EXAMPLE: Final = r"[(（【\[]?(?:示例|样例|例如)"
_BELOW: Final = r"[(（【\[]?(?:注|备注|说明|填表|制表|填报|审核|合计|共计|总计)"


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One row: raw values by column key; `unreadable` has the error or the lost formula of a cell by key."""

    sheet: "RosterSheet"
    number: int
    values: Mapping[str, object]
    unreadable: Mapping[str, str]

    def place(self, key: str) -> Place:
        """Where that field stands: 单位名录!C7; the row alone where the sheet has no such column."""
        return Place(self.sheet.file, self.sheet.name, self.number, self.sheet.columns.get(key), key)

    def text(self, key: str) -> str:
        """What was typed, white space made single; "" where nothing was."""
        return " ".join(text_of(self.values.get(key)).split())


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """The sheet that holds the roster, and its rows.

    `columns`: key -> column number. `unknown`: headers that mean nothing here, and where. `twice`: headers that
    mean a column already found further left, which alone is read.
    """

    file: str
    name: str
    header_row: int
    columns: Mapping[str, int]
    unknown: tuple[tuple[Place, str], ...] = ()
    twice: tuple[tuple[Place, str], ...] = ()
    rows: list[RosterRow] = field(default_factory=list)

    @property
    def header(self) -> Place:
        """The header's row."""
        return Place(self.file, self.name, self.header_row)


def read_roster_sheet(path: Path) -> RosterSheet:
    """The roster in the workbook at `path`.

    Example rows (示例) and notes below the table are left out. Raises EnforcerError where the file is missing or no
    workbook, or where no sheet has the roster's headers.
    """
    if not path.exists():
        raise EnforcerError(
            "找不到单位名录“{path}”。请把名录放回这里；要从头建一份，用 enforcer roster blank。", path=path
        )
    outcomes = open_books(path)
    for outcome in outcomes:
        if isinstance(outcome, Book):
            return _sheet_of(outcome)
        if isinstance(outcome, Unreadable):
            raise EnforcerError(
                "单位名录“{path}”读不出来：{message}请用WPS或Excel打开，确认能正常显示、没有密码，另存为.xlsx文件放回原处。",
                path=path,
                message=outcome.message,
            )
    raise EnforcerError("“{path}”不是单位名录。请指定名录的表格文件。", path=path)


def _sheet_of(book: Book) -> RosterSheet:
    shown = [sheet for sheet in book.sheets if sheet.name != GUIDE_SHEET and sheet.visibility == "visible"]
    named = [sheet for sheet in book.sheets if sheet.name.strip() == ROSTER_SHEET]
    for sheet in (*named, *(one for one in shown if one not in named)):
        fewest = _FEWEST_HEADERS if sheet in named else _ENOUGH_IN_OTHER_SHEETS
        found = _header(sheet, fewest)
        if found is not None:
            return _rows_of(book, sheet, found)
    if named:
        # A sheet of the right name whose header was damaged: say which column is needed.
        raise EnforcerError(
            "“{path}”的“{sheet}”表里没有“{column}”这一栏，读不出单位。请把表头改回来，各栏名称见“{guide}”表。",
            path=book.name,
            sheet=named[0].name,
            column=BY_KEY["name"].header,
            guide=GUIDE_SHEET,
        )
    raise EnforcerError(
        "“{path}”里没有单位名录：找不到带“{columns}”等栏目的工作表。请用 enforcer init 建的名录，或把表头改回来。",
        path=book.name,
        columns=[column.header for column in COLUMNS[:4]],
    )


def _header(sheet: Sheet, fewest: int) -> int | None:
    """The row among the first ones that names a unit column and at least so many others; the fullest such row."""
    best, most = None, fewest - 1
    for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS], sheet.first_row):
        keys = {key for value in row if (key := _meaning(value))}
        if "name" in keys and len(keys) > most:
            best, most = number, len(keys)
    return best


def _meaning(value: object) -> str | None:
    """The key of the column that a header cell names: 单位名称（全称）*, 联 系 电 话."""
    if not isinstance(value, str) or len(value) > 60:  # noqa: PLR2004 - no header is that long
        return None
    plain = bare(value)
    return _MEANT.get(plain.strip(_AROUND)) or _MEANT.get(pattern(_IN_BRACKETS).sub("", plain).strip(_AROUND))


def _rows_of(book: Book, sheet: Sheet, header_row: int) -> RosterSheet:
    columns: dict[str, int] = {}
    unknown, twice = [], []
    for number, value in enumerate(sheet.rows[header_row - sheet.first_row], sheet.first_column):
        key = _meaning(value)
        place = Place(book.name, sheet.name, header_row, number, key)
        if key is None:
            if not is_blank(value):
                unknown.append((place, text_of(value)))
        elif key in columns:
            twice.append((place, text_of(value)))
        else:
            columns[key] = number
    found = RosterSheet(book.name, sheet.name, header_row, columns, tuple(unknown), tuple(twice))
    merged = dict(_merged(sheet, header_row, columns))
    for number in range(header_row + 1, sheet.first_row + len(sheet.rows)):
        row = _row(found, sheet, number, merged)
        if row is not None:
            found.rows.append(row)
    return found


def _merged(sheet: Sheet, header_row: int, columns: Mapping[str, int]) -> Iterator[tuple[tuple[int, int], object]]:
    """What a cell merged downwards says in each of its rows: one superior, say, for several units."""
    wanted = set(columns.values())
    for merge in sheet.merges:
        if merge.top > header_row and merge.bottom > merge.top and merge.left == merge.right and merge.left in wanted:
            value = sheet.at(merge.top, merge.left)
            for row in range(merge.top + 1, min(merge.bottom, sheet.first_row + len(sheet.rows)) + 1):
                yield (row, merge.left), value


def _row(found: RosterSheet, sheet: Sheet, number: int, merged: Mapping[tuple[int, int], object]) -> RosterRow | None:
    """The row of that number; None where it is blank, an example, or a note below the table."""
    values: dict[str, object] = {}
    unreadable: dict[str, str] = {}
    typed = 0
    for key, column in found.columns.items():
        at = (number, column)
        value = sheet.at(number, column)
        if at in sheet.errors:
            unreadable[key] = sheet.errors[at]
        elif at in sheet.uncalculated:
            unreadable[key] = "="
        elif not is_blank(value):
            typed += 1
            values[key] = value
        elif merged.get(at) is not None:
            values[key] = merged[at]
    if not typed and not unreadable:
        return None
    first = text_of(next(iter(values.values()), ""))
    if any(pattern(_EXAMPLE).match(text_of(values.get(key, ""))) for key in ("code", "name")):
        return None
    if typed == 1 and not unreadable and pattern(_BELOW).match(first):
        return None
    return RosterRow(found, number, values, unreadable)
