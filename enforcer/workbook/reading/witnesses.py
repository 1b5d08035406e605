"""Whose file it is and of which year: what the user, the mark, the header, the title, the folder and the rows say."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import PurePath
from typing import Final, NamedTuple

from enforcer.domain.form import Form
from enforcer.domain.reading import HeaderLine, Mark, Witness
from enforcer.domain.row import Place, text_of
from enforcer.language.blanks import bare
from enforcer.language.patterns import pattern
from enforcer.language.units import find_title, looks_like_unit, normal_unit, same_unit
from enforcer.workbook.book import Book, Sheet
from enforcer.workbook.reading.entries import Body
from enforcer.workbook.reading.header_lines import Line, is_header_line
from enforcer.workbook.reading.headers import SEARCHED_COLUMNS
from enforcer.workbook.reading.recognise import Forms

_UNIT: Final = "unit"
_LEVELS: Final = 2
"""Folders above the file that may be named after a unit or a year: <unit>/<year>/file and <unit>/<day>/file."""
_LONGEST_TITLE: Final = 120
_SHORTEST_TITLE: Final = 4
_ANNEX: Final = r"附件\s*[\d一二三四]?\s*[:：]?"
_FOLDER_YEAR: Final = r"((?:19|20)\d\d)(?:年度?)?"
_NUMERAL: Final = r"^\s*(?:[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}\s*[、.．])\s*"
_FILES: Final = r"^.{0,8}[县区]..|..局$|[镇乡]$|街道|政府$|委员会$"
_OFFICES: Final = r"(?:局|政府|办事处|委员会)$"
_FILES_NOT: Final = r"[队所站科室]$|(?:稽查|[分支])局$|法制|司法局$|^(?:.*[县区市])?(?:人民)?政府(?:办公室|办)?$"
_YEARS: Final = range(1980, 2100)


class Context(NamedTuple):
    """What is known besides a sheet: the book and its mark, the forms, and what the user said."""

    book: Book
    mark: Mark | None
    forms: Forms
    annex: int | None = None
    unit: str | None = None
    year: int | None = None
    county: str = ""
    folder: str | None = None

    @property
    def folders(self) -> tuple[str, ...]:
        """The names of the folders nearest to the file, the nearest first."""
        path = PurePath(self.folder) if self.folder is not None else PurePath(self.book.name).parent
        return tuple(reversed(path.parts))[:_LEVELS]


def title_of(form: Form, file: str, sheet: Sheet, last: int) -> HeaderLine | None:
    """The title above the table: the first cell that names the annex, else the first text that stands alone."""
    alone: HeaderLine | None = None
    for number in range(sheet.first_row, last + 1):
        cells = _texts(sheet, number)
        for column, text in cells:
            line = HeaderLine(text, text.strip(), Place(file, sheet.name, number, column))
            plain = bare(text)
            if any(bare(name) in plain for name in form.titles) and not is_header_line(form, text):
                return line
            if (
                alone is None
                and len(cells) == 1
                and len(plain) >= _SHORTEST_TITLE
                and not pattern(_ANNEX).fullmatch(text.strip())
            ):
                alone = None if is_header_line(form, text) else line
    return alone


def unit_of(
    context: Context,
    sheet: Sheet,
    title: HeaderLine | None,
    lines: tuple[Sequence[Line], Sequence[Line]],
    bodies: Iterable[Body] = (),
) -> tuple[str | None, tuple[Witness, ...]]:
    """The unit that all witnesses agree on, None where they are silent or two of them differ; and the witnesses.

    `lines` are the header lines above and below the table's header. What the user said decides. Names that may be one
    (安监局, 安全生产监督管理局) do not differ. A unit named again further down, in a heading or a repeated header line,
    is a witness only where it is another one.
    """
    county = context.county or None
    above, below = ([one for one in group if one.key == _UNIT and one.text] for group in lines)
    if not above:
        above, below = below[:1], below[1:]
    witnesses = list(_units_around(context, sheet, title, above))
    later = [(line.text, line.place) for line in below]
    for body in bodies:
        headings = ((pattern(_NUMERAL).sub("", text), number) for number, text in body.sections)
        later.extend((text, Place(context.book.name, sheet.name, at)) for text, at in headings if _heads_a_filing(text))
    for text, place in later:
        if all(same_unit(text, one.text, county) is False for one in witnesses):
            witnesses.append(Witness("row", text, place))
    named = [one.text for one in witnesses if normal_unit(one.text, county)]
    differ = any(same_unit(one, other, county) is False for one, other in combinations(named, 2))
    agreed = None if differ or not named else named[0]
    return context.unit or agreed, tuple(witnesses)


def _units_around(
    context: Context, sheet: Sheet, title: HeaderLine | None, stated: Iterable[Line]
) -> Iterator[Witness]:
    """The unit as the user, the mark, the header lines, the title and the folders name it."""
    file = Place(context.book.name)
    if context.unit:
        yield Witness("given", context.unit, file)
    if context.mark and context.mark.unit:
        yield Witness("mark", context.mark.unit, file)
    for line in stated:
        yield Witness("header", line.text, line.place)
    whole = file._replace(sheet=sheet.name)
    if title and (named := find_title(title.text).unit):
        yield Witness("title", named, title.place)
    elif alone := _name_above(sheet, title, whole):
        yield Witness("title", alone.text, alone.place)
    for name in context.folders:
        if _may_file(name):
            yield Witness("folder", name, whole)


def _may_file(text: str) -> bool:
    """Whether a heading or a folder's name is a unit that files: neither a part of one (监察大队) nor who receives."""
    plain = bare(text)
    return looks_like_unit(plain) and bool(pattern(_FILES).search(plain)) and not pattern(_FILES_NOT).search(plain)


def _heads_a_filing(text: str) -> bool:
    """Whether a heading among the entries is a unit that files; 唐山镇 and 县人民医院 may be where they happen."""
    return pattern(_OFFICES).search(bare(text)) is not None and _may_file(text)


def year_of(
    context: Context, sheet: Sheet, title: HeaderLine | None, stated: HeaderLine | None
) -> tuple[int | None, tuple[Witness, ...]]:
    """The year that all witnesses agree on, None where they are silent or differ; what the user said decides."""
    named = list(_years_around(context, sheet, title, stated))
    years = {year for year, _ in named}
    agreed = years.pop() if len(years) == 1 else None
    return context.year or agreed, tuple(witness for _, witness in named)


def _years_around(
    context: Context, sheet: Sheet, title: HeaderLine | None, stated: HeaderLine | None
) -> Iterator[tuple[int, Witness]]:
    """The year as the user, the mark, the header line, the title and the folders name it."""
    file = Place(context.book.name)
    if context.year:
        yield context.year, Witness("given", str(context.year), file)
    if context.mark and context.mark.year:
        yield context.mark.year, Witness("mark", str(context.mark.year), file)
    if stated and (year := _year(stated.value)):
        yield year, Witness("header", stated.text, stated.place)
    if title and (year := find_title(title.text).year):
        yield year, Witness("title", str(year), title.place)
    for name in context.folders:
        hit = pattern(_FOLDER_YEAR).fullmatch(name.strip())
        if hit:
            yield int(hit[1]), Witness("folder", name, file._replace(sheet=sheet.name))


def _name_above(sheet: Sheet, title: HeaderLine | None, whole: Place) -> HeaderLine | None:
    """A unit's name alone in the row above the title: 桓台县农业局 over 2014年度行政执法检查计划."""
    for number in range(sheet.first_row, title.place.row or 0) if title else ():
        cells = _texts(sheet, number)
        if len(cells) == 1 and looks_like_unit(cells[0][1]):
            column, text = cells[0]
            return HeaderLine(text, text.strip(), whole._replace(row=number, column=column))
    return None


def _texts(sheet: Sheet, number: int) -> list[tuple[int, str]]:
    row = sheet.rows[number - sheet.first_row][:SEARCHED_COLUMNS]
    cells: Iterator[tuple[int, object]] = enumerate(row, sheet.first_column)
    return [(at, one) for at, one in cells if type(one) is str and one.strip() and len(one) <= _LONGEST_TITLE]


def _year(value: object) -> int | None:
    """2014, 2014.0, 2014年度, 二〇一四年; None for what names no year or more than one."""
    text = text_of(value)
    if text.isascii() and text.isdigit():
        return int(text) if int(text) in _YEARS else None
    return find_title(text).year
