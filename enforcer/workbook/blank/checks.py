"""What a form can see of its own faults: for each column and kind of fault a line of flags on the hidden sheet.

自检 counts the flags, the conditional formats colour by them: both always say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from enforcer.domain.row import column_letters
from enforcer.workbook.blank import formulas
from enforcer.workbook.blank.benchmark_lines import BenchmarkLines
from enforcer.workbook.blank.formulas import APPLYING, NIL, nothing, said
from enforcer.workbook.blank.lines import PLACE, Lines, cell, flag

if TYPE_CHECKING:
    from enforcer.domain.form import Column, Form
    from enforcer.workbook.blank.workings import Workings
    from enforcer.workbook.layout import Layout

Fault = Literal["missing", "invalid", "contradicts", "twice", "expired", "choice", "date", "tiers"]

SPARE_ROWS: Final = 30
"""So many rows may be inserted before 自检 says that it does not see the rest."""

BEGUN: Final = "_begun"
NIL_RETURN: Final = "_nil"
FILED_DAY: Final = "_filed_day"

_NUMBER, _TIER, _REMARKS, _SEX = "number", "tier", "remarks", "sex"
_ITEM_CODE, _CREDENTIAL, _END = "item_code", "credential", "valid_until"


@dataclass(frozen=True, slots=True)
class Check:
    """One kind of fault in one column: `flags` names the cells that are 1 for each row that has it.

    `coloured` names the flags of the rows to be coloured, where they are more than the one that is counted.
    """

    column: Column
    fault: Fault
    flags: str
    coloured: str


def is_person_form(form: Form) -> bool:
    """Whether one row is one person, so that a credential may stand only once."""
    return any(column.kind == "id" for column in form.columns)


def stands_once(column: Column, form: Form) -> bool:
    """Whether each of the column's entries may stand only once: ids, officers' credentials, item codes."""
    return column.kind == "id" or (column.kind == "credential" and is_person_form(form)) or column.key == _ITEM_CODE


def write_checks(form: Form, layout: Layout, workings: Workings, last_row: int) -> tuple[Check, ...]:
    """Names the form's cells, writes the flags beside the mark, and says what there is to count and to colour."""
    _name_cells(form, layout, workings, last_row + SPARE_ROWS)
    _put_lists(form, workings)
    lines = Lines(workings, last_row - layout.header_row + SPARE_ROWS)
    return _Flags(form, lines).write()


def _name_cells(form: Form, layout: Layout, workings: Workings, last: int) -> None:
    """Every column from its header down is `_key`, every header line `_h_key`; then what sums up the table."""
    first = layout.header_row
    for key, number in layout.columns.items():
        letters = column_letters(number)
        workings.refer(f"_{key}", form.sheet, f"${letters}${first}:${letters}${last}")
    for place, (left, right) in enumerate(_areas(form), 1):
        cells = f"${column_letters(left)}${first}:${column_letters(right)}${last}"
        workings.refer(_area_name(place), form.sheet, cells)
    for field in form.header:
        value = layout.header_cells[field.key].value
        workings.refer(f"_h_{field.key}", form.sheet, f"${column_letters(value.first)}${value.row}")
        if field.key == "filed":
            workings.calculate(FILED_DAY, [formulas.day(f"_h_{field.key}")])
    workings.calculate(NIL_RETURN, [f'IF(AND(SUM({BEGUN})=0,COUNTIF(_{form.elements[0]},"{NIL}")>0),1,0)'])


def _put_lists(form: Form, workings: Workings) -> None:
    """What formulas look in: words for nothing, choices, and for ids places, weights and provinces."""
    workings.put("_nothing", [formulas.among(formulas.NOTHING)])
    if is_person_form(form):
        workings.put("_positions", formulas.POSITIONS)
        workings.put("_weights", formulas.WEIGHTS)
        workings.put("_provinces", formulas.PROVINCES)
    choices = {field.key: field.choices for field in form.header} | {one.key: one.choices for one in form.columns}
    for key, words in choices.items():
        if words:
            workings.put(f"_among_{key}", [formulas.among(words).lower()])


def _areas(form: Form) -> list[tuple[int, int]]:
    """The stretches of columns in which anything typed begins an entry: what is printed in the blank does not."""
    areas: list[tuple[int, int]] = []
    for number, column in enumerate(form.columns, 1):
        if column.key == _NUMBER or (column.key == _TIER and form.tiers):
            continue
        if areas and areas[-1][1] == number - 1:
            areas[-1] = (areas[-1][0], number)
        else:
            areas.append((number, number))
    return areas


def _area_name(place: int) -> str:
    return f"_entries_{place}"


class _Flags:
    """Writes the lines of flags of one form."""

    def __init__(self, form: Form, lines: Lines) -> None:
        self._form = form
        self._lines = lines
        self._made: list[Check] = []
        self._blocks: BenchmarkLines | None = None

    def write(self) -> tuple[Check, ...]:
        """All lines, in the order of the columns."""
        form, lines = self._form, self._lines
        areas = range(1, len(_areas(form)) + 1)
        answers = "+".join(formulas.filled(f"INDEX({_area_name(place)},{PLACE},0)") for place in areas)
        if form.tiers:
            self._blocks = BenchmarkLines(form, lines)
            self._blocks.begin(BEGUN, answers)
        else:
            lines.write(BEGUN, flag(f'AND({said(cell(form.elements[0]))}<>"|{NIL}|",{answers}>0)', 1))
        for column in form.columns:
            self._judge(column)
        if self._blocks:
            flags, coloured = self._blocks.write_lacking_tiers()
            self._made.append(Check(form.column(_TIER), "tiers", flags, coloured))
        return tuple(self._made)

    def _judge(self, column: Column) -> None:
        typed = cell(column.key)
        if column.required:
            self._missing(column, typed)
        if column.choices:
            self._wrong(column, "choice", f"NOT(ISNUMBER(FIND({said(typed)},_among_{column.key})))")
        if column.kind == "date":
            self._wrong(column, "date", f'{formulas.day(typed)}=""', *self._unless_applying(column))
        if column.kind == "id":
            self._wrong(column, "invalid", f"NOT(IFERROR({formulas.sound_id(typed)},FALSE))")
            if _SEX in self._form.index:
                self._contradicting(self._form.column(_SEX), column)
        if stands_once(column, self._form):
            self._twice(column, typed)
        if column.key == _END:
            until = formulas.day(typed)
            past = f"IF(AND(ISNUMBER({until}),ISNUMBER({FILED_DAY})),{until}<{FILED_DAY},FALSE)"
            self._wrong(column, "expired", past, *self._unless_applying(column))

    def _missing(self, column: Column, typed: str) -> None:
        begun = f"{self._lines.own(BEGUN)}=1"
        if self._blocks and column.block:
            begun = self._blocks.opens
        self._check(column, "missing", begun, nothing(typed), *self._unless_applying(column), otherwise=1)

    def _wrong(self, column: Column, fault: Fault, *conditions: str) -> None:
        """Something was typed in a row that was begun, and all conditions speak against it."""
        begun = f"{self._lines.own(BEGUN)}=1"
        self._check(column, fault, begun, f"NOT({nothing(cell(column.key))})", *conditions)

    def _twice(self, column: Column, typed: str) -> None:
        """The same was typed further up; MATCH compares text whole, as COUNTIF does not.

        An id that is wrong by itself, or a credential of a person who stands there twice, is another fault.
        """
        above = [f"MATCH({typed},_{column.key},0)<{PLACE}"]
        if column.kind == "credential":
            above.append(formulas.has_digit(typed))
        fault = "invalid" if column.kind == "id" else "twice"
        ids = [one.key for one in self._form.columns if one.kind == "id"] if column.key != _ITEM_CODE else []
        above.extend(f"{self._lines.own(f'_{fault}_{key}')}=0" for key in ids)
        self._wrong(column, "twice", *above)

    def _contradicting(self, sex: Column, number: Column) -> None:
        said_sex, typed = f"TRIM({cell(sex.key)})", cell(number.key)
        by_number = f'IF(MOD(MID({typed},17,1),2)=1,"男","女")'
        sound = f"{self._lines.own(f'_invalid_{number.key}')}=0"
        self._wrong(sex, "contradicts", sound, f'OR({said_sex}="男",{said_sex}="女")', f"{said_sex}<>{by_number}")

    def _unless_applying(self, column: Column) -> tuple[str, ...]:
        """Credential and its end may be left open where the row says 申领中."""
        if column.key not in (_CREDENTIAL, _END) or not is_person_form(self._form):
            return ()
        keys = [key for key in (_REMARKS, _CREDENTIAL, _END) if key in self._form.index]
        return (f'ISERROR(FIND("{APPLYING}",{"&".join(map(cell, keys))}))',)

    def _check(self, column: Column, fault: Fault, *conditions: str, otherwise: int = 0) -> None:
        name = f"_{fault}_{column.key}"
        self._lines.write(name, flag(f"AND({','.join(conditions)})", otherwise))
        self._made.append(Check(column, fault, name, name))
