"""What is new in the inbox goes through the same intake as `receive`; what is on record already is left alone."""

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
from enforcer.county.night.watch import Watch
from enforcer.domain.errors import EnforcerError
from enforcer.domain.sentence import Sentence

Progress = Callable[[int, int], None]

_SAVED_EVERY: Final = 100

_Known: TypeAlias = tuple[str, str, date | None]
"""A filing by its unit's key, its hash and its day of receipt."""

_CRASHED: Final = "登记这份文件时程序出错（{kind}：{error}），没有办完；请联系维护人员"


class Refused(NamedTuple):
    """A file that was not taken in, by its path below the inbox, and why."""

    path: str
    reasons: tuple[Sentence, ...]


@dataclass
class Intake:
    """What a night took in.

    `seen` counts the files in the inbox, `not_yet` those in dated folders whose day has not come. `failed` tells that
    something could not be put on record, or its 回执 not be written, which is no fault of the file. `waiting` are the
    files, by their paths below the inbox, that a dry run left there.
    """

    seen: int = 0
    not_yet: int = 0
    receipted: list[Receipted] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    failed: bool = False
    waiting: tuple[str, ...] = ()


class _OnRecord(NamedTuple):
    """What was received: every filing with its day and without; and those that are the last ones for their duty.

    `head` is the ledger's with all of them.
    """

    filings: frozenset[_Known]
    last: frozenset[tuple[str, str]]
    head: str = ""


class _Task(NamedTuple):
    found: Found
    path: Path
    known: Known
    delivery: Delivery


def take_in_inbox(
    desk: Desk, state: InboxState, day: date, *, jobs: int, language: str, progress: Progress, log: logging.Logger
) -> Intake:
    """Receives every file in the inbox that is new or was changed, and that had come by `day`.

    A file that cannot be taken in stops no other. What is done is remembered in `state`, and logged at once; what was
    refused is for the caller to log, if it is news.
    """
    round_ = _Round(desk, state, day)
    tasks = round_.tasks(language)
    watch = Watch(desk.workspace.private / "looking")
    names = {one.path: one.found.path for one in tasks}

    def begin(path: Path) -> bool:
        watch.begin(names[path])
        return names[path] != watch.suspect

    looked_at = looks([(one.path, one.known) for one in tasks], jobs, begin)
    for number, (task, looked) in enumerate(zip(tasks, looked_at, strict=True), 1):
        for receipted in round_.record(task, looked):
            receipt = receipted.receipt
            log.info("%s %s %s: %s", receipt.number, receipt.unit, receipt.obligation, task.found.path)
        if number % _SAVED_EVERY == 0:
            state.save()
        progress(number, len(tasks))
    watch.end()
    return round_.night


def waiting_in(desk: Desk, state: InboxState, day: date) -> Intake:
    """What a night would look at, in `waiting`, and what it cannot place, in `refused`; nothing is taken in."""
    round_ = _Round(desk, state, day)
    round_.night.waiting = tuple(one.found.path for one in round_.tasks("zh"))
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
        inbox = self._state.changed(self._desk.workspace.inbox)
        self.night.seen = inbox.seen
        self.night.refused += [Refused(one.path, (one.reason,)) for one in inbox.unread]
        # An inbox that is not there, as when a share is not mounted, is no empty one.
        self.night.failed = not self._desk.workspace.inbox.is_dir()
        on_record = _on_record(self._desk) if inbox.changed else _OnRecord(frozenset(), frozenset())
        tasks = []
        for found in inbox.changed:
            try:
                task = self._task(found, on_record, Said(language=language))
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
            return self._failed(task, error.sentence)
        except Exception as error:  # noqa: BLE001 - a fault of ours on one file must not stop the files after it
            return self._failed(task, Sentence(_CRASHED, {"kind": type(error).__name__, "error": str(error)}))
        self.night.receipted += taken.receipts
        troubles = tuple(trouble for one in taken.receipts for trouble in one.troubles)
        if taken.refusals or troubles:
            self.night.refused.append(Refused(task.found.path, (*taken.refusals, *troubles)))
        self.night.failed = self.night.failed or bool(troubles)
        self._state.keep(task.found, looked.sha256, done=not taken.refusals or bool(taken.receipts))
        if taken.receipts:
            self._state.rests_on(taken.receipts[-1].head)
        return taken.receipts

    def _failed(self, task: _Task, reason: Sentence) -> tuple[Receipted, ...]:
        self.night.refused.append(Refused(task.found.path, (reason,)))
        self.night.failed = True
        return ()

    def _task(self, found: Found, on_record: _OnRecord, said: Said) -> _Task | None:
        """None for what has not come yet by the night's day, and for what is on record already.

        Raises EnforcerError for what cannot be placed, OSError for what cannot be read.
        """
        path = self._desk.workspace.inbox / found.path
        place = placed(self._desk.workspace, path)
        if place is not None and place.day is not None and place.day > self._day:
            self.night.not_yet += 1
            return None
        if place is not None and on_record.filings:
            sha256 = digest_of(path)
            if (place.unit.key, sha256, place.day) in on_record.filings and not self._is_back(
                found, place.unit.key, sha256, on_record
            ):
                self._state.keep(found, sha256, done=True)
                self._state.rests_on(on_record.head)
                return None
        return _Task(found, path, *asked(self._desk, path, said, self._day))

    def _is_back(self, found: Found, unit: str, sha256: str, on_record: _OnRecord) -> bool:
        """Whether the file was changed in place, back to bytes that were filed before what was filed last.

        Without a dated folder nobody knows when bytes came: else the same ones are the filing that is on record.
        """
        before = self._state.sha256_of(found.path)
        return before not in ("", sha256) and (unit, sha256) not in on_record.last


def _on_record(desk: Desk) -> _OnRecord:
    """All that was received, whenever: a night that was killed had come so far."""
    known = [one for one in journal(desk.ledger, date.max).receipts if one.sha256]
    days: set[_Known] = {(one.unit, one.sha256, one.day) for one in known}
    last = {(one.unit, one.obligation, one.year): (one.unit, one.sha256) for one in known}
    return _OnRecord(frozenset(days | {(one.unit, one.sha256, None) for one in known}), frozenset(last.values()))
