"""The ledger read as facts: receipts with what was decided on them, examinations, waivers, extensions, reminders."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from enforcer.county.ledger.bodies import decision_of, receipt_of, reminder_of
from enforcer.county.ledger.facts import Action, Decision, Reminder
from enforcer.county.ledger.store import Ledger
from enforcer.domain.finding import Finding
from enforcer.domain.receipt import Receipt
from enforcer.domain.verdict import Verdict

__all__ = ["Action", "Decision", "Journal", "Reminder", "journal"]

Duty = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Journal:
    """The ledger's facts up to the end of a day, in the order in which they were entered.

    `examined` has for each receipt number the entry of its latest examination, `crossed` for each (unit key, year) the
    entry of the latest one across its filings. An examination is read when it is asked for: most are not.
    """

    day: date
    head: str
    receipts: tuple[Receipt, ...]
    decisions: tuple[Decision, ...]
    reminders: tuple[Reminder, ...]
    examined: Mapping[str, int]
    crossed: Mapping[tuple[str, int], int]
    body: Callable[[int], Mapping[str, Any]] = field(repr=False, compare=False)

    @property
    def distinct(self) -> frozenset[str]:
        """The keys of overlaps that were decided to be none."""
        return frozenset(one.overlap for one in self.decisions if one.action == "distinct" and one.overlap)

    def examination(self, receipt: str) -> Mapping[str, Any] | None:
        """The body of the latest examination of a filing: its fingerprint, and its verdict as stored."""
        seq = self.examined.get(receipt)
        return None if seq is None else self.body(seq)

    def verdict_of(self, receipt: str) -> Verdict | None:
        """The findings on a filing as they stood, with waivers applied; None where it was never examined."""
        found = self.examination(receipt)
        if found is None:
            return None
        waived = self._waived([receipt])
        return _with_waivers(_decoded(found), lambda finding: finding.code in waived.get(receipt, ()))

    def crossing(self, unit: str, year: int) -> Mapping[str, Any] | None:
        """The body of the latest examination across a unit's filings of a year, as `examination` has a filing's."""
        seq = self.crossed.get((unit, year))
        return None if seq is None else self.body(seq)

    def crossed_verdict(self, unit: str, year: int) -> Verdict | None:
        """The findings across a unit's filings as they stood, with the waivers of the files on which they stand."""
        found = self.crossing(unit, year)
        if found is None:
            return None
        names: dict[str, list[str]] = {}
        for one in self.receipts:
            if one.unit == unit and one.fate != "void":
                names.setdefault(one.name, []).append(one.number)
        waived = self._waived([number for numbers in names.values() for number in numbers])

        def is_waived(finding: Finding) -> bool:
            return any(finding.code in waived.get(number, ()) for number in names.get(finding.place.file, ()))

        return _with_waivers(_decoded(found), is_waived)

    def _waived(self, receipts: list[str]) -> dict[str, set[str]]:
        """Receipt number -> the codes that the office let pass there, on the journal's day."""
        codes: dict[str, set[str]] = {number: set() for number in receipts}
        for one in self.decisions:
            holds = one.until is None or self.day <= one.until
            if one.action == "waive" and one.rule and one.receipt in codes and holds:
                codes[one.receipt].add(one.rule)
        return codes


def journal(ledger: Ledger, until: date) -> Journal:
    """The ledger's facts of that day and before, whenever they were entered. Raises EnforcerError."""
    received: dict[str, Receipt] = {}
    decisions: list[Decision] = []
    reminders: list[Reminder] = []
    for seq, kind, day, entered, body in _facts(ledger, until):
        if kind == "received":
            one = receipt_of(body, day, datetime.fromisoformat(entered))
            received[one.number] = one
        elif kind == "decided":
            decisions.append(decision_of(seq, body, day))
        else:
            reminders.append(reminder_of(body, day))
    _decide(received, decisions)
    examined, crossed = _latest_examinations(ledger, until)
    return Journal(
        day=until,
        head=ledger.head,
        receipts=tuple(received.values()),
        decisions=tuple(decisions),
        reminders=tuple(reminders),
        examined=examined,
        crossed=crossed,
        body=lambda seq: _body(ledger, seq),
    )


def _facts(ledger: Ledger, until: date) -> Iterator[tuple[int, str, date, str, Mapping[str, Any]]]:
    """Number, kind, day, moment and body of everything but examinations, in the order of entry."""
    query = """
        SELECT seq, kind, day, entered, body FROM entries
        WHERE kind IN ('received', 'decided', 'reminded') AND day <= ? ORDER BY seq
    """
    rows = list(ledger.query(query, (until.isoformat(),)))
    # Read as one list, they are read in a third of the time.
    bodies = json.loads(f"[{','.join([row[4] for row in rows])}]")
    days = {day: date.fromisoformat(day) for day in {row[2] for row in rows}}
    for (seq, kind, day, entered, _), body in zip(rows, bodies, strict=True):
        yield seq, kind, days[day], entered, body


def _decide(received: dict[str, Receipt], decisions: list[Decision]) -> None:
    """Gives each receipt its fate, by the days of the decisions, and has the one chosen for each duty say so."""
    chosen: dict[Duty, str] = {}
    for decision in sorted(decisions, key=lambda one: (one.day, one.seq)):
        receipt = received.get(decision.receipt or "")
        if receipt is None or receipt.fate == "void":
            continue
        duty = (receipt.unit, receipt.obligation, receipt.year)
        if decision.action == "accept":
            received[receipt.number] = receipt._replace(fate="accepted", until=None)
            chosen[duty] = receipt.number
        elif decision.action == "return":
            received[receipt.number] = receipt._replace(fate="returned", until=decision.until)
        elif decision.action == "extend" and receipt.fate == "returned":
            received[receipt.number] = receipt._replace(until=decision.until)
        elif decision.action == "void":
            received[receipt.number] = receipt._replace(fate="void", until=None)
        if decision.action in ("return", "void") and chosen.get(duty) == receipt.number:
            del chosen[duty]
    for number in chosen.values():
        received[number] = received[number]._replace(chosen=True)


def _latest_examinations(ledger: Ledger, until: date) -> tuple[dict[str, int], dict[tuple[str, int], int]]:
    """Receipt number -> entry, and (unit key, year) -> entry."""
    # Answered from the index alone: the bodies, which are long, are not read.
    query = """
        SELECT about, MAX(seq) FROM entries INDEXED BY examinations
        WHERE kind = 'examined' AND day <= ? GROUP BY about
    """
    examined, crossed = {}, {}
    for about, seq in ledger.query(query, (until.isoformat(),)):
        unit, slash, year = about.rpartition("/")
        if slash:
            crossed[unit, int(year)] = seq
        else:
            examined[about] = seq
    return examined, crossed


def _body(ledger: Ledger, seq: int) -> Mapping[str, Any]:
    ((text,),) = ledger.query("SELECT body FROM entries WHERE seq = ?", (seq,))
    body: Mapping[str, Any] = json.loads(text)
    return body


def _decoded(body: Mapping[str, Any]) -> Verdict:
    from enforcer.county.ledger.stored import verdict_of  # noqa: PLC0415 - an idle night decodes nothing

    return verdict_of(body["verdict"])


def _with_waivers(verdict: Verdict, is_waived: Callable[[Finding], bool]) -> Verdict:
    """The verdict with what the office let pass shown as waived."""

    def ruled(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(replace(one, state="waived") if one.counts and is_waived(one) else one for one in findings)

    files = tuple(one._replace(findings=ruled(one.findings)) for one in verdict.files)
    return replace(verdict, files=files, findings=ruled(verdict.findings))
