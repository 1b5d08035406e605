"""What goes back to the unit with a return (退回): the marked copy with the new day on it, and the 退件通知."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from enforcer.county.decisions.contradictions import findings_across, findings_on
from enforcer.county.intake.rereading import checked_original, judged_again
from enforcer.county.ledger.journal import Decision, Journal
from enforcer.county.letters import Header, return_letter, written
from enforcer.county.workspace import Workspace
from enforcer.domain.errors import EnforcerError
from enforcer.domain.finding import Finding
from enforcer.domain.masking import masked
from enforcer.domain.receipt import Receipt
from enforcer.domain.sentence import Sentence, Translate
from enforcer.domain.verdict import Examined, Verdict
from enforcer.workbook.atomic import written_atomically
from enforcer.workbook.marking.copies import marked_copy
from enforcer.workbook.marking.writing import copy_name

_ACROSS: Final = "X"


class Returned(NamedTuple):
    """What was written for the unit, and what could not be."""

    letter: Path | None
    copies: tuple[Path, ...] = ()
    troubles: tuple[Sentence, ...] = ()


def written_for(
    workspace: Workspace, receipt: Receipt, decision: Decision, whole: Journal, translate: Translate = str
) -> Returned:
    """Writes the marked copies and the letter of a return that is on record.

    What the office waived is not asked for again, and what concerns another unit is not told. Never raises for what
    cannot be written: the decision stands, and `troubles` say what is missing.
    """
    unit = workspace.roster.by_key(receipt.unit)
    obligation = workspace.settings.notice.obligations.get(receipt.obligation)
    if unit is None or obligation is None or decision.until is None:
        why = Sentence("名录或通知里已经没有“{number}”的单位或事项，退件通知没有写", {"number": receipt.number})
        return Returned(None, (), (why,))
    settings = workspace.settings
    folder = workspace.outbox_of(unit)
    copies: list[Path] = []
    try:
        checked_original(workspace, receipt)
        looked = judged_again(workspace, receipt, unit, obligation)
        verdict = looked.parts[0].verdict if looked is not None else None
        if verdict is not None and looked is not None:
            verdict = _as_decided(verdict, receipt, whole, decision.day)
            for name, examined in _by_file(verdict.files):
                copy = marked_copy(
                    looked.path,
                    examined,
                    settings.notice,
                    due_day=decision.until,
                    office=settings.office,
                    contact=settings.contact,
                    translate=translate,
                )
                path = folder / f"{receipt.number}_{copy_name(masked(name), copy.extension)}"
                with written_atomically(path) as temporary:
                    temporary.write_bytes(copy.content)
                copies.append(path)
        letter = return_letter(
            Header(settings.office, settings.contact, unit.name, obligation.title, receipt.year),
            receipt,
            verdict,
            day=decision.day,
            until=decision.until,
            why=decision.why,
            copies=[one.name for one in copies],
            translate=translate,
        )
        return Returned(written(letter, folder / f"退件通知_{receipt.number}.txt"), tuple(copies))
    except EnforcerError as error:
        values = {"number": receipt.number, "why": error.sentence}
        trouble = Sentence("“{number}”的退回已经记入台账，但退改件或退件通知没有写成：{why}", values)
        return Returned(None, tuple(copies), (trouble,))


def _as_decided(verdict: Verdict, receipt: Receipt, whole: Journal, day: date) -> Verdict:
    """The verdict with what the office waived, and with what the unit's annexes showed together about this file."""
    whole = replace(whole, day=day)
    waived = {one.code for one in findings_on(receipt, whole) if one.state == "waived"}
    across = findings_across(receipt, whole)
    files = []
    for examined in verdict.files:
        sheet = examined.reading.place.sheet
        own = [one for one in across if one.place.file == examined.reading.file and one.place.sheet in (None, sheet)]
        files.append(examined._replace(findings=tuple(_ruled((*examined.findings, *own), waived))))
    return replace(verdict, files=tuple(files))


def _ruled(findings: Iterable[Finding], waived: set[str]) -> Iterable[Finding]:
    for one in findings:
        yield replace(one, state="waived") if one.code in waived and one.counts else one


def _by_file(files: Iterable[Examined]) -> list[tuple[str, list[Examined]]]:
    """The workbooks that have something to mend, each with its annexes."""
    groups: dict[str, list[Examined]] = {}
    for one in files:
        groups.setdefault(one.reading.file, []).append(one)
    return [
        (name, group)
        for name, group in groups.items()
        if any(finding.counts for one in group for finding in one.findings)
    ]
