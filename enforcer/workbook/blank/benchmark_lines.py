"""Lines for a form whose rows belong together: the tiers of one violation, whatever number of rows they take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.workbook.blank.formulas import NIL, nothing, said
from enforcer.workbook.blank.lines import ABOVE, BELOW, Lines, cell, flag

if TYPE_CHECKING:
    from enforcer.domain.form import Form

_NUMBER, _TIER, _SOURCE, _APPLIED = "number", "tier", "source", "_h_applied_standard"
_TOP, _LED, _ALIVE, _WORDS, _LACKING, _LACKING_IN = "_top", "_led", "_alive", "_words", "_tiers", "_tiers_in"
_OUTSIDE_THE_FIVE: Final = ("减轻", "不予处罚")


class BenchmarkLines:
    """A block begins where 序号 or 违法行为 stands; what looks down to its end is calculated from below."""

    def __init__(self, form: Form, lines: Lines) -> None:
        self._form = form
        self._lines = lines
        self._begun = ""

    def begin(self, begun: str, answers: str) -> None:
        """The line `begun`: rows that say something of their own, or name a tier of a block that was begun.

        `answers` counts what the row says. A block whose 违法行为 says 零报告 was not begun.
        """
        write, own = self._lines.write, self._lines.own
        lead = cell(self._form.elements[0])
        whole = [column.key for column in self._form.columns if column.block and column.element]
        empty = ",".join(nothing(cell(key)) for key in whole)
        top = write(_TOP, flag(f"LEN({cell(_NUMBER)})+LEN({lead})>0"))
        opened = f'IF({said(lead)}="|{NIL}|",-1,IF(AND({empty}),0,1))'
        led = write(
            _LED,
            f"IFERROR(IF({top}=1,{opened},{_LED}!{ABOVE}),1)",
            first=f"IFERROR({opened},1)",
        )
        names_tier = f"NOT({nothing(cell(_TIER))})"
        self._begun = write(begun, flag(f"AND({led}>=0,OR({answers}>0,AND({led}=1,{names_tier})))", 1))
        write(
            _ALIVE,
            f"IF({self._begun}=1,1,IF({own(_TOP, BELOW)}=1,0,{_ALIVE}!{BELOW}))",
            last=f"IF({self._begun}=1,1,0)",
        )

    @property
    def opens(self) -> str:
        """Whether a block begins in this row of which anything was begun."""
        return f"AND({self._lines.own(_TOP)}=1,{self._lines.own(_ALIVE)}=1)"

    def write_lacking_tiers(self) -> tuple[str, str]:
        """The line that flags the first row of each block without all the form's tiers, and one with all its rows.

        A tier by another name may stand for one of them; 减轻 and 不予处罚 stand for none. Blocks by 省 or 市
        standards need not have them.
        """
        write, own, tiers = self._lines.write, self._lines.own, self._form.tiers
        self._lines.put("_asked_tiers", [f"|{tier}|" for tier in tiers])
        self._lines.put("_known_tiers", [f"|{tier}|" for tier in (*tiers, *_OUTSIDE_THE_FIVE)])
        tier = f'IFERROR(IF({self._begun}=1,{said(cell(_TIER))}&";",""),"")'
        words = write(_WORDS, f'{tier}&IF({own(_TOP, BELOW)}=1,"",{_WORDS}!{BELOW})', last=tier)
        named = f"SUMPRODUCT(--ISNUMBER(FIND(_asked_tiers,{words})))"
        known = f'SUMPRODUCT((LEN({words})-LEN(SUBSTITUTE({words},_known_tiers,"")))/LEN(_known_tiers))'
        others = f'LEN({words})-LEN(SUBSTITUTE({words},";",""))-{known}'
        conditions = [self.opens, f"{named}+{others}<{len(tiers)}"]
        if _SOURCE in self._form.index:
            source = f"IF({nothing(cell(_SOURCE))},{_APPLIED},{cell(_SOURCE)})"
            conditions += [f'ISERROR(FIND("{level}",{source}))' for level in ("省", "市")]
        lacking = write(_LACKING, flag(f"AND({','.join(conditions)})"))
        write(_LACKING_IN, f"IF({own(_TOP)}=1,{lacking},{_LACKING_IN}!{ABOVE})", first=lacking)
        return _LACKING, _LACKING_IN
