"""The night: for each new or changed file what `receive` does; then who owes what, what changed, letters, the report.

Composition only: every step is another room's.
"""

import logging
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from enforcer.county.intake.desk import Desk
from enforcer.county.intake.opening import desk_at
from enforcer.county.ledger.journal import Journal, journal
from enforcer.county.ledger.store import Ledger
from enforcer.county.night.again import Rejudged, judge_again, look_across
from enforcer.county.night.inbox import InboxState
from enforcer.county.night.lock import locked
from enforcer.county.night.logbook import logbook
from enforcer.county.night.outcome import Outcome
from enforcer.county.night.page import page_lines
from enforcer.county.night.restored import holds
from enforcer.county.night.since import Entered, entered_since, entries_in, later_than
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
from enforcer.county.post.delivery import Mailroom
from enforcer.county.post.reminders import letters
from enforcer.county.ruleset import fingerprint
from enforcer.county.status.overview import Overview, overview
from enforcer.county.workspace import Workspace
from enforcer.domain.errors import EnforcerError
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
        earlier = read_summary(summary_file(workspace.nights, asked.day))
        latest = earlier or before
        is_replaced = latest is not None and not holds(desk.ledger, latest["head"])
        if is_replaced:
            # A night of which this ledger knows nothing says nothing about it.
            latest = earlier = None
        taken = _taken_in(desk, asked, progress, log)
        by_these_rules = latest is not None and latest["ruleset"] == desk.ruleset
        judged = Rejudged() if by_these_rules else judge_again(desk, asked.day, log)
        taken.refused += judged.refused
        taken.failed = taken.failed or bool(judged.refused)
        entered = entered_since(desk.ledger, latest["entries"] if latest else 0)
        facts = _looked_across(desk, entered, asked.day)
        outcome = _seen(desk, facts, taken, before, latest if by_these_rules else None)
        outcome.earlier, outcome.is_replaced = earlier, is_replaced
        outcome.crashed = judged.crashed
        # To a night that looks back, what later nights received is not other people's work.
        outcome.elsewhere = _elsewhere(entered, taken) if latest and outcome.later is None else 0
        mailroom = Mailroom(workspace, desk.ledger, asked.now, asked.translate)
        outcome.delivered = mailroom.deliver(outcome.due)
        outcome.head = desk.ledger.head
        if outcome.is_news:
            _log(outcome, log)
            outcome.report, outcome.stale = _rebuilt(desk, outcome.overview)
            # What could not be judged by today's rules is tried again the next night.
            ruleset = "" if judged.refused else desk.ruleset
            document = outcome.document(ruleset, entries_in(desk.ledger))
            write_summary(document, summary_file(workspace.nights, asked.day))
            outcome.unsent = mailroom.tell_office(plain(page_lines(outcome, asked.translate)), _subject(outcome, asked))
    return outcome


def foreseen(workspace: Workspace, asked: Asked) -> Outcome:
    """What a night would find and which letters it would send; nothing is received, sent, recorded or written."""
    # A county that has no ledger yet gets none by being looked at.
    file = workspace.ledger_file if workspace.ledger_file.is_file() else Path(":memory:")
    ledger = Ledger.open(file, now=asked.now)
    state = InboxState.glimpsed(workspace.private / "inbox.db")
    try:
        desk = Desk(workspace, ledger, fingerprint(workspace.settings), asked.translate)
        before = last_before(workspace.nights, asked.day)
        if not holds(ledger, state.head):
            state.forget()
        outcome = _seen(desk, journal(ledger, asked.day), waiting_in(desk, state, asked.day), before, None)
        outcome.is_foreseen = True
    finally:
        state.close()
        ledger.close()
    return outcome


def _taken_in(desk: Desk, asked: Asked, progress: Progress, log: logging.Logger) -> Intake:
    state = InboxState.open(desk.workspace.private / "inbox.db")
    try:
        if not holds(desk.ledger, state.head):
            state.forget()
        return take_in_inbox(
            desk, state, asked.day, jobs=asked.jobs, language=asked.language, progress=progress, log=log
        )
    finally:
        state.close()


def _looked_across(desk: Desk, entered: Entered, day: date) -> Journal:
    """The facts of the day, once the units whose filings or decisions are new were looked across."""
    facts = journal(desk.ledger, day)
    look_across(desk, entered, facts)
    return facts if desk.ledger.head == facts.head else journal(desk.ledger, day)


def _seen(desk: Desk, facts: Journal, taken: Intake, before: Document | None, same: Document | None) -> Outcome:
    """How things stand, what changed since the night `before`, and which letters are due.

    What has not changed since the night `same`, by the same rules, is taken from there. A night that looks back sends
    no letters: what was owed then may have come since.
    """
    settings = desk.workspace.settings
    shown = overview(settings, desk.workspace.roster, facts, settings.year)
    now = tallies(shown, facts, units_of(same, shown.year))
    later = later_than(desk.ledger, facts.day)
    due = letters(shown, facts.reminders) if later is None else ()
    return Outcome(shown, taken, now, changes(now, units_of(before, shown.year)), due, later=later)


def _elsewhere(entered: Entered, taken: Intake) -> int:
    """How many filings were put on record by others."""
    own = {one.receipt.number for one in taken.receipted}
    return sum("received" in kinds and number not in own for number, kinds in entered.items())


def _log(outcome: Outcome, log: logging.Logger) -> None:
    for refused in outcome.taken.refused:
        log.warning("%s: %s", refused.path, "; ".join(reason.render() for reason in refused.reasons))
    for one in outcome.delivered:
        log.info("reminder to %s: %s%s", one.letter.unit.key, one.way, f" ({one.why.render()})" if one.why else "")
    received, refused_, day = len(outcome.taken.receipted), len(outcome.taken.refused), outcome.overview.day
    log.info("as of %s: %d received, %d refused, ledger at %s", day, received, refused_, outcome.head)


def _subject(outcome: Outcome, asked: Asked) -> str:
    values = {"county": outcome.overview.settings.county, "day": asked.day}
    return Sentence("{county}行政执法材料夜间核对（{day}）", values).render(asked.translate)


def _rebuilt(desk: Desk, shown: Overview) -> tuple[bool, Sentence | None]:
    """Makes the county report anew where there is one; a night without news leaves it, and pandas, alone.

    A report that cannot be written, as when somebody has it open, costs the night nothing else: returns why.
    """
    folder = desk.workspace.reports / str(shown.year)
    if not any(folder.glob("report-*")):
        return False, None
    try:
        from enforcer.reports.publishing import rebuild  # noqa: PLC0415 - most nights do not pay for it

        made = rebuild(desk.workspace, desk.ledger, shown.day)
    except EnforcerError as error:
        return False, error.sentence
    except Exception as error:  # noqa: BLE001 - a fault of ours in the report must not cost the night its summary
        values = {"kind": type(error).__name__, "error": str(error)}
        return False, Sentence("程序出错（{kind}：{error}），请联系维护人员", values)
    return bool(made), None
