"""What is new in the inbox goes through the same intake as `receive`; what is there already is left alone."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from enforcer.county.intake.desk import Delivery, Desk, Receipted
from enforcer.county.intake.known import Known, placed
from enforcer.county.intake.looked import Looked
from enforcer.county.intake.looking import digest_of
from enforcer.county.intake.taking_in import Said, asked, put_on_record
from enforcer.county.ledger.journal import journal
from enforcer.county.night.inbox import Found, InboxState
from enforcer.county.night.looks import looks
from enforcer.domain.errors import EnforcerError
from enforcer.domain.sentence import Sentence

Progress = Callable[[int, int], None]

_SAVED_EVERY: Final = 100

_Known: TypeAlias = tuple[str, str, date | None]
"""A filing by its unit's key, its hash and its day of receipt."""


class Refused(NamedTuple):
    """A file that was not taken in, by its path below the inbox, and why."""

    path: str
    reasons: tuple[Sentence, ...]


@dataclass
class Intake:
    """What a night took in.

    `not_yet` counts the files of dated folders whose day has not come; `failed` tells that
    something could not be put on record, which is no fault of the file.
    """

    seen: int = 0
    not_yet: int = 0
    receipted: list[Receipted] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    failed: bool = False


class _Task(NamedTuple):
    found: Found
    path: Path
    known: Known
    delivery: Delivery


def take_in_inbox(
    desk: Desk, state: InboxState, day: date, *, jobs: int, language: str, progress: Progress, log: logging.Logger
) -> Intake:
    """Receives every file in the inbox that is new or was changed, and that had come by `day`.

    A file that cannot be taken in stops no other. What is done is remembered in `state`.
    """
    round_ = _Round(desk, state, day)
    tasks = round_.tasks(language)
    looked_at = looks([(one.path, one.known) for one in tasks], jobs)
    for number, (task, looked) in enumerate(zip(tasks, looked_at, strict=True), 1):
        for receipted in round_.record(task, looked):
            receipt = receipted.receipt
            log.info("%s %s %s: %s", receipt.number, receipt.unit, receipt.obligation, task.found.path)
        if number % _SAVED_EVERY == 0:
            state.save()
        progress(number, len(tasks))
    for refused in round_.night.refused:
        log.warning("%s: %s", refused.path, "; ".join(reason.render() for reason in refused.reasons))
    return round_.night


def waiting_in(desk: Desk, state: InboxState, day: date) -> Intake:
    """What a night would look at: the same without opening anything; `refused` has what cannot be placed."""
    round_ = _Round(desk, state, day)
    round_.tasks("zh")
    return round_.night


class _Round:
    """One walk through the inbox."""

    def __init__(self, desk: Desk, state: InboxState, day: date) -> None:
        self._desk = desk
        self._state = state
        self._day = day
        self.night = Intake()

    def tasks(self, language: str) -> list[_Task]:
        """What is to be looked at, in the order of the paths: unit by unit, the earlier dated folder first."""
        changed, self.night.seen = self._state.changed(self._desk.workspace.inbox)
        received = _received(self._desk) if changed else frozenset()
        tasks = []
        for found in changed:
            try:
                task = self._task(found, received, Said(language=language))
            except EnforcerError as error:
                self.night.refused.append(Refused(found.path, (error.sentence,)))
            except OSError as error:
                reason = Sentence("打不开（{reason}）", {"reason": error.strerror or error})
                self.night.refused.append(Refused(found.path, (reason,)))
            else:
                tasks += [task] if task is not None else []
        return tasks

    def record(self, task: _Task, looked: Looked) -> tuple[Receipted, ...]:
        """Puts on record what came of a file; what could not be is told as refused."""
        try:
            taken = put_on_record(self._desk, looked, task.delivery)
        except EnforcerError as error:
            self.night.refused.append(Refused(task.found.path, (error.sentence,)))
            self.night.failed = True
            return ()
        self.night.receipted += taken.receipts
        troubles = tuple(trouble for one in taken.receipts for trouble in one.troubles)
        if taken.refusals or troubles:
            self.night.refused.append(Refused(task.found.path, (*taken.refusals, *troubles)))
        self._state.keep(task.found, looked.sha256, done=not taken.refusals or bool(taken.receipts))
        return taken.receipts

    def _task(self, found: Found, received: frozenset[_Known], said: Said) -> _Task | None:
        """None for what has not come yet by the night's day, and for what is on record already.

        Raises EnforcerError for what cannot be placed, OSError for what cannot be read.
        """
        path = self._desk.workspace.inbox / found.path
        place = placed(self._desk.workspace, path)
        if place is not None and place.day is not None and place.day > self._day:
            self.night.not_yet += 1
            return None
        if place is not None and received:
            sha256 = digest_of(path)
            # Without a dated folder nobody knows when it came: the same bytes are the filing that is on record.
            if (place.unit.key, sha256, place.day) in received:
                self._state.keep(found, sha256, done=True)
                return None
        return _Task(found, path, *asked(self._desk, path, said, self._day))


def _received(desk: Desk) -> frozenset[_Known]:
    """All that was received, with the day and without: a night that was killed had come so far."""
    known = [one for one in journal(desk.ledger, date.max).receipts if one.sha256]
    days: set[_Known] = {(one.unit, one.sha256, one.day) for one in known}
    return frozenset(days | {(one.unit, one.sha256, None) for one in known})
