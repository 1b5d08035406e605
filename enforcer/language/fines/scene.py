"""The scene a fine is set in: the condition in force, and the offence told before it."""

from enforcer.language.fines.conditions import (
    Head,
    condition_text,
    is_numbered,
    judge,
    names_offence,
    persists,
    refers_to_acts,
    speaks_of_gain,
)
from enforcer.language.fines.phrases import LONGEST


class Scene:
    """The conditions and offences of one sentence, segment by segment.

    `description` is the offence as told before the next range, where it is more than a reference to an article;
    `fines` are counted by limb.
    """

    __slots__ = (
        *("_after_head", "_all_fines", "_condition", "_decided", "_fines_before", "_first", "_outer", "_start"),
        *("_text", "_undecided", "_untargeted", "description", "fines"),
    )

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._condition: str | None = None
        self._outer: str | None = None
        self._untargeted = False
        self._start = start
        self._fines_before = 0
        self._all_fines = 0
        self._open_limb()

    def _open_limb(self) -> None:
        self.description: str | None = None
        self.fines = 0
        self._decided = False
        self._first = True
        self._after_head = False
        self._undecided: list[int] = []

    def condition(self, *, own_target: bool) -> str | None:
        """The condition of the next fine; `own_target` says that it names whom it is for.

        Gains set the offender's own ranges apart, not those of others (没有违法所得的，处…，对主管人员处…).
        """
        return self._outer if own_target and self._untargeted else self._condition

    def take_head(self, start: int, end: int, *, strict: bool = False) -> bool:
        """Take text[start:end], which sets the scene: a condition (逾期不改正的), a consequence or an offence.

        A consequence is a condition where it cannot be part of the offence: at the beginning, or once something has
        been decided. `strict` takes conditions only. False where nothing was taken.
        """
        words = self._text[start:end]
        kind = judge(words)
        if strict and kind is not Head.CONDITION:
            return False
        goes_on = words.startswith("或")
        settled = self._first or self._after_head or self._decided
        if goes_on and self._after_head and self._condition is not None:
            self._set_condition(self._start if end - self._start <= LONGEST else start, end)
        elif (kind is Head.CONDITION and not goes_on) or (kind is Head.CONSEQUENCE and settled):
            self._set_condition(self._earliest(start), end)
        else:
            self._take_offence(start, end)
        self._undecided.clear()
        return True

    def end_segment(self, start: int, end: int, *, head: bool, decides: bool) -> None:
        """Punctuation ends text[start:end]; `head` says that it set the scene, `decides` that it told what follows."""
        if decides:
            self._undecided.clear()
        elif not head:
            self._undecided.append(start)
        self._after_head = head or refers_to_acts(self._text, start, end)
        self._decided = self._decided or decides
        self._first = False

    def end_limb(self, start: int) -> None:
        """After ； only a condition that heads the sentence goes on, until a limb has a head or a number of its own."""
        if self._fines_before or not self.fines or is_numbered(self._text, start):
            self._condition = None
        self._outer = None
        self._untargeted = False
        self._open_limb()

    def end_fine(self, *, own_target: bool) -> None:
        """A fine has been read."""
        self.fines += 1
        self._all_fines += 1
        if not own_target and self._fines_before and self._condition and speaks_of_gain(self._condition):
            self._untargeted = True

    def _take_offence(self, start: int, end: int) -> None:
        """Take an offence: the end of a condition (逾期未清理，又未补救的), one apart from others, or simply one."""
        words = self._text[start:end]
        if names_offence(words):
            if self.fines or self._first:
                self._condition = None
            self.description = None
            return
        earliest = self._earliest(start)
        if not persists(self._text, earliest):
            earliest = start
        if earliest < start or self.fines:
            self._set_condition(earliest, end)
            return
        if self._first:
            self._condition = None
        self.description = condition_text(words)

    def _earliest(self, start: int) -> int:
        """Where the condition that ends in this segment begins: segments before it may be part of it."""
        for earlier in reversed(self._undecided):
            if judge(self._text[earlier : start - 1]) is not Head.CONDITION:
                break
            start = earlier
        return start

    def _set_condition(self, start: int, end: int) -> None:
        self._condition = condition_text(self._text[start:end])
        self._start = start
        self._fines_before = self._all_fines
        self._untargeted = False
        if not speaks_of_gain(self._condition):
            self._outer = self._condition
