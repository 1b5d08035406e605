"""The night: for each new or changed file what `receive` does; then who owes what, what changed, letters, the report.

Composition only: every step is another room's.
"""

from dataclasses import dataclass
from datetime import date, datetime

from enforcer.county.intake.desk import Desk
from enforcer.county.intake.opening import desk_at
from enforcer.county.ledger.journal import Journal, journal
from enforcer.county.night.again import UnitYear, judge_again, look_across
from enforcer.county.night.inbox import InboxState
from enforcer.county.night.lock import locked
from enforcer.county.night.logbook import logbook
from enforcer.county.night.outcome import Outcome
from enforcer.county.night.page import page_lines
from enforcer.county.night.summary import (
    Document,
    changes,
    last_before,
    read_summary,
    summary_file,
    units_of,
    write_summary,
)
from enforcer.county.night.taking import Intake, Progress, take_in_inbox, waiting_in
from enforcer.county.night.tallies import tallies
from enforcer.county.overview import Overview, overview
from enforcer.county.post.delivery import Mailroom
from enforcer.county.post.reminders import letters
from enforcer.county.workspace import Workspace
from enforcer.domain.sentence import Sentence, Translate
from enforcer.verdicts.lines import plain


@dataclass(frozen=True, slots=True)
class Asked:
    """What a night is asked for: its day, how many processes may look at files, the language of what it writes."""

    day: date
    now: datetime
    jobs: int = 1
    language: str = "zh"
    translate: Translate = str


def _silent(done: int, total: int) -> None:
    """Shows nothing."""


def nightly(workspace: Workspace, asked: Asked, progress: Progress = _silent) -> Outcome:
    """One night, as the county stands at the end of its day. Run twice, the second changes nothing.

    Raises EnforcerError where another night is running, or settings, roster or ledger cannot be read or written.
    """
    with (
        locked(workspace.private / "night.lock"),
        desk_at(workspace, asked.translate, asked.now) as desk,
        logbook(workspace.nights / "nightly.log") as log,
    ):
        before = last_before(workspace.nights, asked.day)
        same_night = read_summary(summary_file(workspace.nights, asked.day))
        state = InboxState(workspace.private / "inbox.db")
        try:
            taken = take_in_inbox(
                desk, state, asked.day, jobs=asked.jobs, language=asked.language, progress=progress, log=log
            )
        finally:
            state.close()
        latest = same_night or before
        touched: list[UnitYear] = [(one.receipt.unit, one.receipt.year) for one in taken.receipted]
        if latest is None or latest["ruleset"] != desk.ruleset:
            touched += judge_again(desk, asked.day, log)
        facts = journal(desk.ledger, asked.day)
        look_across(desk, [*touched, *_decided_since(facts, latest)], asked.day)
        outcome = _outcome(desk, asked, taken, before, same_night)
        log.info("as of %s: %d received, %d refused", asked.day, len(taken.receipted), len(taken.refused))
    return outcome


def foreseen(workspace: Workspace, asked: Asked) -> Outcome:
    """What a night would find and which letters it would send; nothing is received, sent, recorded or written."""
    with desk_at(workspace, asked.translate, asked.now) as desk:
        state = InboxState(workspace.private / "inbox.db")
        try:
            taken = waiting_in(desk, state, asked.day)
        finally:
            state.close()
        facts = journal(desk.ledger, asked.day)
        shown = overview(workspace.settings, workspace.roster, facts, workspace.settings.year)
        before = last_before(workspace.nights, asked.day)
        now = tallies(shown, facts, units_of(before))
        return Outcome(
            shown, taken, now, changes(now, units_of(before)), letters(shown, facts.reminders), head=facts.head
        )


def _outcome(desk: Desk, asked: Asked, taken: Intake, before: Document | None, same_night: Document | None) -> Outcome:
    """Status, what changed since the night before, letters, the report, the summary."""
    workspace = desk.workspace
    facts = journal(desk.ledger, asked.day)
    shown = overview(workspace.settings, workspace.roster, facts, workspace.settings.year)
    now = tallies(shown, facts, units_of(same_night or before))
    mailroom = Mailroom(workspace, desk.ledger, asked.now, asked.translate)
    sent = mailroom.deliver(letters(shown, facts.reminders))
    outcome = Outcome(
        shown, taken, now, changes(now, units_of(before)), (), sent, head=desk.ledger.head, earlier=same_night
    )
    if outcome.is_news:
        outcome.report = _rebuilt(desk, shown)
        write_summary(outcome.document(desk.ruleset, _entries(desk)), summary_file(workspace.nights, asked.day))
        outcome.unsent = mailroom.tell_office(plain(page_lines(outcome, asked.translate)), _subject(outcome, asked))
    return outcome


def _subject(outcome: Outcome, asked: Asked) -> str:
    values = {"county": outcome.overview.settings.county, "day": asked.day}
    return Sentence("{county}行政执法材料夜间核对（{day}）", values).render(asked.translate)


def _decided_since(facts: Journal, latest: Document | None) -> list[UnitYear]:
    """The units and years whose filings the office decided on since the last night: other ones may count now."""
    known = latest["entries"] if latest is not None else 0
    numbers = {one.receipt for one in facts.decisions if one.seq > known and one.receipt}
    return [(one.unit, one.year) for one in facts.receipts if one.number in numbers]


def _entries(desk: Desk) -> int:
    ((last,),) = desk.ledger.query("SELECT COALESCE(MAX(seq), 0) FROM entries")
    return int(last)


def _rebuilt(desk: Desk, shown: Overview) -> bool:
    """Makes the county report anew where there is one; a night without news leaves it, and pandas, alone."""
    folder = desk.workspace.reports / str(shown.year)
    if not any(folder.glob("report-*")):
        return False
    from enforcer.reports.publishing import rebuild  # noqa: PLC0415 - most nights do not pay for it

    rebuild(desk.workspace, desk.ledger, shown.day)
    return True
