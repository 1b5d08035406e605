"""Whether what was just received came in time: F002 by the office's day, where the ledger knows the due day."""

from dataclasses import replace
from datetime import date

from enforcer.domain.dossier import Dossier, Filing
from enforcer.domain.duty import Duty
from enforcer.domain.notice import Notice
from enforcer.domain.policy import Policy
from enforcer.domain.verdict import Verdict
from enforcer.examine import examine
from enforcer.rules import find_rule

_LATE = "F002"


def with_lateness(verdict: Verdict, duty: Duty, day: date, notice: Notice, policy: Policy) -> Verdict:
    """The verdict with F002 where the first copy came after the due day; `duty` knows what came in before.

    The first copy received stops the clock, so a corrected filing is not late.
    """
    rule = find_rule(_LATE)
    if rule is None or duty.exempt is not None or not verdict.files:
        return verdict
    first = min(day, duty.first_day or day)
    files = list(verdict.files)
    reading = files[0].reading
    filing = Filing(
        obligation=duty.obligation,
        due=duty.due,
        due_day=duty.due_day,
        received=first,
        source="receipt",
        place=reading.place_of("filed"),
        clause=duty.clause,
    )
    dossier = Dossier(duty.unit.name, duty.year, day, "receipt", (reading,), duty.unit, (filing,))
    judged = examine(dossier, notice, (rule,), policy)
    files[0] = files[0]._replace(
        findings=(*files[0].findings, *judged.all_findings()),
        unexamined=(*files[0].unexamined, *judged.all_unexamined()),
    )
    return replace(verdict, files=tuple(files))
