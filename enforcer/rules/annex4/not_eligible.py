from collections.abc import Iterator
from datetime import date
from typing import Final

from enforcer.annexes.choices import read_choice
from enforcer.annexes.officer import exempted, officers
from enforcer.annexes.spans import read_span
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.row import Row
from enforcer.domain.rule import Remark, Unsure, rule
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import is_blank, is_none_word

_UNREADABLE: Final = Sentence("到本单位工作时间读不准，无法判断是否满年限")


@rule(
    "A408",
    "not-eligible",
    "可能不具备执法资格",
    severity="warning",
    clause="law:eligible",
    annexes=(4,),
    message={
        "staffing": "编制性质填“{value}”，合同、借调、临时等人员不符合领取执法证的条件，请核实",
        "joined": "到本单位工作时间填“{value}”，到{day}不满{years}年，请核实是否符合领取执法证的条件",
    },
    expected={
        "staffing": "执法人员为本单位在编在岗人员",
        "joined": "执法人员到本单位工作满{years}年",
    },
    remedy={
        "staffing": "请核实{address}：确属这类人员的，从登记表中删去并交回执法证；填错的，改正编制性质",
        "joined": "请核实{address}：确实不满{years}年的，满{years}年后再登记；填错的，改正时间",
    },
    silenced_by=("W004", "W005", "W006"),
)
def not_eligible(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：登记的执法人员具备领取执法证的条件：不是合同、借调、临时人员，到本单位工作满一年。

    依据：桓政办发〔2014〕36号 二（七）；《淄博市行政执法证件管理办法》第九条，
    2015年5月1日起为《山东省行政执法监督条例》第十条。
    错误示例：编制性质填“借调”；到本单位工作刚满三个月。
    正确示例：编制性质填“事业”，2010年8月到本单位工作。
    """
    yield from exempted(dossier)
    words = clause.figures.get("staffing")
    barred = tuple(words) if isinstance(words, list | tuple) else ()
    years = clause.figure("years_in_unit")
    latest = _years_before(dossier.day, years)
    eligible: set[object] = set()
    served: set[object] = set()
    for officer in officers(dossier):
        row = officer.row
        staffing, joined = row.raw("staffing"), row.raw("joined")
        if staffing not in eligible:
            if _is_barred(row, barred):
                yield Remark(row.place("staffing"), value=row["staffing"], case="staffing")
            else:
                eligible.add(staffing)
        if joined in served:
            continue
        span = read_span(joined)
        if is_blank(joined) or is_none_word(row["joined"]) or (span is not None and span.first <= latest):
            served.add(joined)  # 2013年8月 may be its first day: in the unit's favour
        elif span is None:
            yield Unsure("unreadable", _UNREADABLE, row.place("joined"))
        else:
            values = {"day": dossier.day, "years": years}
            yield Remark(row.place("joined"), values, value=row["joined"], case="joined")


def _is_barred(row: Row, barred: tuple[str, ...]) -> bool:
    choice = read_choice("staffing", row.table.form.column("staffing").choices, row["staffing"])
    return choice is not None and any(word in choice for word in barred)


def _years_before(day: date, years: int) -> date:
    """The last day on which one could join and have served that many years on `day`."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
