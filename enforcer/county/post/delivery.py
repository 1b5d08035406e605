"""A night's letters go out, and what went out is put on record: a unit is told each thing once."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Final, Literal, NamedTuple

from enforcer.county.ledger.bodies import reminded_body
from enforcer.county.ledger.store import Ledger
from enforcer.county.post.reminders import Letter
from enforcer.county.post.sending import NotSent, Post, draft, post
from enforcer.county.post.writing import page, reminder
from enforcer.county.workspace import Workspace
from enforcer.domain.errors import EnforcerError
from enforcer.domain.sentence import Sentence, Translate

Way = Literal["sent", "draft", "no-address", "failed"]

_MARK: Final = 6


class Delivered(NamedTuple):
    """What became of one letter; `file` is the draft, `why` the reason where it did not go out."""

    letter: Letter
    way: Way
    file: Path | None = None
    why: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Mailroom:
    """Where letters are written and sent: the workspace, its ledger, the moment, the language."""

    workspace: Workspace
    ledger: Ledger
    now: datetime
    translate: Translate = str

    def deliver(self, letters: Sequence[Letter]) -> tuple[Delivered, ...]:
        """Sends each letter, or writes it as a draft into the unit's outbox where no mail server is set.

        What went out, and only that, is recorded as reminded; the rest is tried again another night. A server that
        fails stops nothing; a letter is never lost for a record that could not be made, rather sent twice. Raises
        EnforcerError where the ledger cannot be written.
        """
        if not self.workspace.settings.mail.server:
            drafted = tuple(self._drafted(one) for one in letters)
            self._record(*(one.letter for one in drafted if one.way == "draft"))
            return drafted
        unreachable = [Delivered(one, "no-address") for one in letters if not one.addresses]
        return (*unreachable, *self._sent([one for one in letters if one.addresses]))

    def tell_office(self, text: str, subject: str) -> Sentence | None:
        """Sends the night's page to the office's addresses, where there are any and a server; why it failed, if so."""
        mail = self.workspace.settings.mail
        if not mail.server or not mail.office:
            return None
        try:
            with post(mail) as server:
                server.send(page(text, subject, self.workspace.settings, self.now))
        except NotSent as error:
            return error.reason
        return None

    def _drafted(self, letter: Letter) -> Delivered:
        # A second letter of the day does not take the place of the first; the same one, after a kill, does.
        mark = hashlib.sha256("\n".join(sorted(letter.stages())).encode()).hexdigest()[:_MARK]
        translate = self.translate
        name = translate("提醒_{day}_{mark}.eml").format(day=letter.points[0].duty.day.isoformat(), mark=mark)
        file = self.workspace.outbox_of(letter.unit) / name
        try:
            draft(self._reminder(letter), file)
        except EnforcerError as error:
            return Delivered(letter, "failed", why=error.sentence)
        return Delivered(letter, "draft", file)

    def _sent(self, letters: Sequence[Letter]) -> Iterator[Delivered]:
        if not letters:
            return
        try:
            with post(self.workspace.settings.mail) as server:
                for letter in letters:
                    yield self._posted(server, letter)
        except NotSent as error:
            yield from (Delivered(one, "failed", why=error.reason) for one in letters)

    def _posted(self, server: Post, letter: Letter) -> Delivered:
        try:
            server.send(self._reminder(letter))
        except NotSent as error:
            return Delivered(letter, "failed", why=error.reason)
        self._record(letter)
        return Delivered(letter, "sent")

    def _reminder(self, letter: Letter) -> EmailMessage:
        return reminder(letter, self.workspace.settings, self.now, self.translate)

    def _record(self, *letters: Letter) -> None:
        if not letters:
            return
        with self.ledger.writing() as pen:
            for letter in letters:
                for one in letter.reminders():
                    pen.append("reminded", one.day, reminded_body(one))
