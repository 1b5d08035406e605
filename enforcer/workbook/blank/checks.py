"""What a form can see of its own faults: for each column and kind of fault a line of flags on the hidden sheet.

The flags go by the row's place below the header, not by its address: so they stay right when rows are inserted.
自检 counts them, the conditional formats colour by them: both always say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from enforcer.domain.row import column_letters
from enforcer.workbook.blank import formulas
from enforcer.workbook.blank.formulas import APPLYING, NIL, flag, nothing, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from enforcer.domain.form import Column, Form
    from enforcer.workbook.blank.workings import Workings
    from enforcer.workbook.layout import Layout

Fault = Literal["missing", "invalid", "contradicts", "twice", "expired", "choice", "date", "tiers"]

SPARE_ROWS: Final = 60
"""So many rows may be inserted, or typed below the table, before 自检 says that it does not see the rest."""

NUMBER: Final = "number"
TIER: Final = "tier"
REMARKS: Final = "remarks"
_ITEM_CODE: Final = "item_code"
_CREDENTIAL: Final = "credential"
_END: Final = "valid_until"
_SEX: Final = "sex"
_SOURCE: Final = "source"
_APPLIED: Final = "applied_standard"
_EXCUSED_BY_APPLYING: Final = frozenset({_CREDENTIAL, _END})
_OUTSIDE_THE_FIVE: Final = ("减轻", "不予处罚")


@dataclass(frozen=True, slots=True)
class Check:
    """One kind of fault in one column: `flags` names the cells that are 1 for each row that has it."""

    column: Column
    fault: Fault
    flags: str


@dataclass(frozen=True, slots=True)
class Checks:
    """The checks of one blank. `begun` names the flags of rows that were begun; `rows` is how many are looked at."""

    all: tuple[Check, ...]
    begun: str
    rows: int
    tiers_lacking: str = ""


def is_person_form(form: Form) -> bool:
    """Whether one row is one person, so that a credential may stand only once."""
    return any(column.kind == "id" for column in form.columns)


def stands_once(column: Column, form: Form) -> bool:
    """Whether each of the column's entries may stand only once: ids, officers' credentials, item codes."""
    return column.kind == "id" or (column.kind == "credential" and is_person_form(form)) or column.key == _ITEM_CODE


def write_checks(form: Form, layout: Layout, workings: Workings, last_row: int) -> Checks:
    """Names the form's cells, writes the flags beside the mark, and says what there is to count and to colour."""
    rows = last_row - layout.header_row + SPARE_ROWS
    _name_cells(form, layout, workings, last_row + SPARE_ROWS)
    return _Flags(form, workings, rows).write()


def _name_cells(form: Form, layout: Layout, workings: Workings, last: int) -> None:
    """Every column from its header down is `_key`; entries without 序号 and 阶次 are `_entries_1`, `_entries_2`."""
    first = layout.header_row

    def refer(name: str, left: int, right: int) -> None:
        cells = f"${column_letters(left)}${first}:${column_letters(right)}${last}"
        workings.refer(name, form.sheet, cells)

    for key, number in layout.columns.items():
        refer(f"_{key}", number, number)
    for field in form.header:
        value = layout.header_cells[field.key].value
        workings.refer(f"_h_{field.key}", form.sheet, f"${column_letters(value.first)}${value.row}")
    for place, (left, right) in enumerate(_areas(form), 1):
        refer(f"_entries_{place}", left, right)
    workings.put("_nothing", [formulas.among(formulas.NOTHING)])
    if is_person_form(form):
        workings.put("_positions", formulas.POSITIONS)
        workings.put("_weights", formulas.WEIGHTS)
        workings.put("_provinces", formulas.PROVINCES)
    for field_or_column in (*form.header, *form.columns):
        if field_or_column.choices:
            workings.put(f"_among_{field_or_column.key}", [formulas.among(field_or_column.choices)])


def _areas(form: Form) -> list[tuple[int, int]]:
    """The stretches of columns in which anything typed begins an entry: what is printed in the blank does not."""
    areas: list[tuple[int, int]] = []
    for number, column in enumerate(form.columns, 1):
        if column.key == NUMBER or (column.key == TIER and form.tiers):
            continue
        if areas and areas[-1][1] == number - 1:
            areas[-1] = (areas[-1][0], number)
        else:
            areas.append((number, number))
    return areas


class _Flags:
    """Writes the lines of flags; `_cell` is a column's cell in the row that a formula stands for."""

    def __init__(self, form: Form, workings: Workings, rows: int) -> None:
        self._form = form
        self._workings = workings
        self._rows = rows
        self._begun = ""
        self._made: list[Check] = []
        self._letters: dict[tuple[Fault, str], str] = {}

    def write(self) -> Checks:
        """All lines."""
        form = self._form
        lead = form.elements[0]
        own = "+".join(f"{formulas.filled(f'INDEX(_entries_{place},{{n}},0)')}" for place in range(1, len(_areas(form)) + 1))
        blocks = _Blocks(self, form, lead) if form.tiers else None
        if blocks:
            self._begun = blocks.begin(own)
        else:
            begun = f'AND({said(f"INDEX(_{lead},{{n}})")}<>"|{NIL}|",{own}>0)'
            self._begun = self.line("_begun", lambda k: flag(begun.format(n=k + 1), 1))
        for column in form.columns:
            self._of(column, blocks)
        lacking = blocks.write_tiers() if blocks else ""
        return Checks(tuple(self._made), "_begun", self._rows, lacking)

    def line(self, name: str, formula: Callable[[int], str]) -> str:
        """Writes a line, one formula for each row counted from 1, and gives the letters of its column."""
        letters = self._workings.next_column
        self._workings.calculate(name, (formula(k) for k in range(1, self._rows + 1)))
        return letters

    def check(self, column: Column, fault: Fault, formula: Callable[[int], str]) -> None:
        """Writes a line of flags that is a check."""
        name = f"_{fault}_{column.key}"
        self._letters[fault, column.key] = self.line(name, formula)
        self._made.append(Check(column, fault, name))

    def begun(self, k: int) -> str:
        """Whether that row was begun."""
        return f"{self._begun}{k}"

    @property
    def last(self) -> int:
        """The last row looked at."""
        return self._rows

    def _of(self, column: Column, blocks: _Blocks | None) -> None:
        if column.required:
            self.check(column, "missing", self._missing(column, blocks))
        typed = f"INDEX(_{column.key},{{n}})"
        if column.choices:
            known = f"ISNUMBER(FIND({said(typed)},LOWER(_among_{column.key})))"
            self._wrong(column, "choice", typed, f"NOT({known})")
        elif column.kind == "date":
            excused = self._applying() if column.key in _EXCUSED_BY_APPLYING else "FALSE"
            self._wrong(column, "date", typed, f'{formulas.day(typed)}="",NOT({excused})')
        if column.kind == "id":
            sound = f"IFERROR({formulas.sound_id(typed)},FALSE)"
            self._wrong(column, "invalid", typed, f"NOT({sound})")
            if _SEX in self._form.index:
                self._contradicting_sex(column, typed)
        if stands_once(column, self._form):
            self._twice(column, typed)
        if column.key == _END:
            until = formulas.day(typed)
            self.check(
                column,
                "expired",
                lambda k: flag(
                    f"AND({self.begun(k)}=1,ISNUMBER(_filed_day),{until},NOT({self._applying()}))".replace(
                        until, f"IF(ISNUMBER({until}),{until}<_filed_day,FALSE)"
                    ).format(n=k + 1)
                ),
            )

    def _missing(self, column: Column, blocks: _Blocks | None) -> Callable[[int], str]:
        empty = nothing(f"INDEX(_{column.key},{{n}})")
        if blocks and column.block:
            return lambda k: flag(f"AND({blocks.opens(k)},{empty.format(n=k + 1)})", 1)
        if column.key in _EXCUSED_BY_APPLYING and is_person_form(self._form):
            empty += f",NOT({self._applying()})"
        return lambda k: flag(f"AND({self.begun(k)}=1,{empty.format(n=k + 1)})", 1)

    def _applying(self) -> str:
        """Whether the row says that the credential is being applied for."""
        keys = [key for key in (REMARKS, _CREDENTIAL, _END) if key in self._form.index]
        return f'ISNUMBER(FIND("{APPLYING}",{"&".join(f"INDEX(_{key},{{n}})" for key in keys)}))'

    def _wrong(self, column: Column, fault: Fault, typed: str, condition: str) -> None:
        """Something was typed, and the condition speaks against it."""
        tests = f"NOT({nothing(typed)}),{condition}"
        self.check(column, fault, lambda k: flag(f"AND({self.begun(k)}=1,{tests.format(n=k + 1)})"))

    def _twice(self, column: Column, typed: str) -> None:
        """The same was typed further up. What is no sound id, or a credential of the same person, is another fault."""
        above = f"MATCH({typed},_{column.key},0)<{{n}},NOT({nothing(typed)})"
        if column.kind == "credential":
            above += f",{formulas.has_digit(typed)}"
        fault: Fault = "invalid" if column.kind == "id" else "twice"
        ids = [one.key for one in self._form.columns if one.kind == "id"] if column.kind in ("id", "credential") else []
        others = [letters for key in ids if (letters := self._letters.get((fault, key)))]

        def formula(k: int) -> str:
            besides = "".join(f",{letters}{k}=0" for letters in others)
            return flag(f"AND({self.begun(k)}=1,{above.format(n=k + 1)}{besides})")

        self.check(column, "twice", formula)

    def _contradicting_sex(self, column: Column, typed: str) -> None:
        sex = f"TRIM(INDEX(_{_SEX},{{n}}))"
        wrong = f'{sex}<>IF(MOD(MID({typed},17,1),2)=1,"男","女"),OR({sex}="男",{sex}="女"),LEN({typed})=18'
        invalid = self._letters["invalid", column.key]
        self.check(
            self._form.column(_SEX),
            "contradicts",
            lambda k: flag(f"AND({self.begun(k)}=1,{invalid}{k}=0,{wrong.format(n=k + 1)})"),
        )


class _Blocks:
    """Rows that belong together: the tiers of one violation, whatever number of rows they take.

    A block begins where 序号 or 违法行为 stands; the lines that look down to its end are calculated from below.
    """

    def __init__(self, flags: _Flags, form: Form, lead: str) -> None:
        self._flags = flags
        self._form = form
        self._lead = lead
        self._top = self._led = self._alive = self._begun = ""

    def begin(self, own: str) -> str:
        """Which rows were begun: they say something of their own, or name a tier of a block that was begun."""
        flags, lead = self._flags, f"INDEX(_{self._lead},{{n}})"
        empty = ",".join(
            nothing(f"INDEX(_{one.key},{{n}})") for one in self._form.columns if one.block and one.element
        )
        opened = f'IF({said(lead)}="|{NIL}|",-1,IF(AND({empty}),0,1))'
        self._top = flags.line("_top", lambda k: flag(f"LEN(INDEX(_{NUMBER},{k + 1}))+LEN({lead.format(n=k + 1)})>0"))
        self._led = led = flags._workings.next_column  # noqa: SLF001 - a line that refers to itself
        flags.line(
            "_led",
            lambda k: f"IFERROR(IF({self._top}{k}=1,{opened.format(n=k + 1)},{f'{led}{k - 1}' if k > 1 else 0}),1)",
        )
        tier = f"NOT({nothing(f'INDEX(_{TIER},{{n}})')})"
        said_so = f"OR({own}>0,AND({led}{{k}}=1,{tier}))"
        self._begun = flags.line("_begun", lambda k: flag(f"AND({led}{k}>=0,{said_so.format(n=k + 1, k=k)})", 1))
        self._alive = self._from_below("_alive", f"{self._begun}{{k}}=1", "1", "0")
        return self._begun

    def opens(self, k: int) -> str:
        """Whether a block begins in this row of which anything was begun."""
        return f"{self._top}{k}=1,{self._alive}{k}=1"

    def write_tiers(self) -> str:
        """Blocks without all of the form's tiers, flagged in their first row; and the name of the flags in each row."""
        flags, tiers = self._flags, self._form.tiers
        flags._workings.put("_tiers", [f"|{tier}|" for tier in tiers])  # noqa: SLF001
        flags._workings.put("_tier_words", [f"|{tier}|" for tier in (*tiers, *_OUTSIDE_THE_FIVE)])  # noqa: SLF001
        words = flags._workings.next_column  # noqa: SLF001

        def gathered(k: int) -> Iterator[str]:
            yield f'IFERROR(IF({self._begun}{k}=1,{said(f"INDEX(_{TIER},{k + 1})")}&";",""),"")'
            if k < flags.last:
                yield f'IF({self._top}{k + 1}=1,"",{words}{k + 1})'

        flags.line("_words", lambda k: "&".join(gathered(k)))
        source = f"IF({nothing(f'INDEX(_{_SOURCE},{{n}})')},_h_{_APPLIED},INDEX(_{_SOURCE},{{n}}))"
        higher = f'ISNUMBER(FIND("省",{source})),ISNUMBER(FIND("市",{source}))'

        def lacking(k: int) -> str:
            cell = f"{words}{k}"
            named = f"SUMPRODUCT(--ISNUMBER(FIND(_tiers,{cell})))"
            known = f'SUMPRODUCT((LEN({cell})-LEN(SUBSTITUTE({cell},_tier_words,"")))/LEN(_tier_words))'
            others = f'LEN({cell})-LEN(SUBSTITUTE({cell},";",""))-{known}'
            return flag(f"AND({self.opens(k)},NOT(OR({higher.format(n=k + 1)})),{named}+{others}<{len(tiers)})")

        flags.check(self._form.column(TIER), "tiers", lacking)
        first = flags._letters["tiers", TIER]  # noqa: SLF001
        whole = flags._workings.next_column  # noqa: SLF001
        flags.line("_tiers_lacking", lambda k: f"IF({self._top}{k}=1,{first}{k},{f'{whole}{k - 1}' if k > 1 else 0})")
        return "_tiers_lacking"
