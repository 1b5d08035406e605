"""What the rules on filing find in a unit's duties, and how it joins the findings that its filings carry."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from enforcer.county.ledger.journal import Decision
from enforcer.county.settings.reading import Settings
from enforcer.domain.dossier import Dossier
from enforcer.domain.finding import Finding
from enforcer.domain.verdict import Verdict
from enforcer.examine import examine
from enforcer.rules import rules_of_filing

FILING: Final = "F"
LATE: Final = "F002"


def filing_verdict(dossier: Dossier, settings: Settings, decisions: Iterable[Decision] = ()) -> Verdict:
    """The F findings of a dossier's duties on its day, each at its unit and obligation (Place.file and .field).

    What the office let pass stays visible as waived. The dossier needs no readings.
    """
    verdict = examine(replace(dossier, readings=()), settings.notice, rules_of_filing(), settings.policy)
    waived = set(_waived(dossier, decisions))
    findings = (
        replace(one, state="waived") if one.counts and (one.place.field, one.code) in waived else one
        for one in verdict.findings
    )
    return replace(verdict, findings=tuple(findings))


def joined(counting: Mapping[str, Verdict], filing: Verdict, crossed: Verdict, notice: str, day: date) -> Verdict:
    """One verdict of a unit: its counting filings (by obligation key), what stands at no file, and the whole.

    A filing that carries F002 keeps it at its cell, with the figures of today: the office may have extended the day
    since it was examined. Then the duty does not say it a second time.
    """
    late = {one.place.field: one for one in filing.findings if one.code == LATE}
    parts = []
    for key, verdict in counting.items():
        files = tuple(
            examined._replace(findings=tuple(_of_today(examined.findings, late.get(key)))) for examined in verdict.files
        )
        if any(one.code == LATE for examined in files for one in examined.findings):
            late.pop(key, None)
        parts.append(replace(verdict, files=files))
    whole = Verdict.joined((*parts, crossed), notice, day)
    alone = [one for one in filing.findings if one.code != LATE or one.place.field in late]
    return replace(whole, findings=(*whole.findings, *alone), unexamined=(*whole.unexamined, *filing.unexamined))


def _of_today(stored: Iterable[Finding], late: Finding | None) -> Iterable[Finding]:
    """The findings of a file without those on filing, but for its lateness where it is still late."""
    for one in stored:
        if not one.code.startswith(FILING):
            yield one
        elif one.code == LATE and late is not None:
            state = one.state if late.counts else late.state
            yield replace(
                late, place=one.place, field=one.field, value=one.value, state=state, explanation=one.explanation
            )


def _waived(dossier: Dossier, decisions: Iterable[Decision]) -> Iterator[tuple[str | None, str]]:
    """(obligation key, code) of what the office let pass, for good or until a day that has not gone by."""
    owners = {receipt.number: duty.obligation.key for duty in dossier.duties for receipt in duty.receipts}
    own = (dossier.unit.key if dossier.unit else None, dossier.year)
    for one in decisions:
        if one.action == "waive" and one.rule and (one.until is None or dossier.day <= one.until):
            if one.receipt is not None and one.receipt in owners:
                yield owners[one.receipt], one.rule
            elif one.receipt is None and (one.unit, one.year) == own:
                yield one.obligation, one.rule
