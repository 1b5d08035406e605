"""Walks through one sentence word by word and gives each range its role."""

from collections.abc import Sequence
from typing import Final

from enforcer.domain.fine import Fine, UnreadFine
from enforcer.language.fines.claims import Claim, Claimed, find_claims, is_executed, is_mention, speaks_of_procedure
from enforcer.language.fines.context import PHRASE_WORDS, Context
from enforcer.language.fines.drafts import Draft, limit_last, name_parallel_conditions
from enforcer.language.fines.phrases import read_base, read_limit, read_per
from enforcer.language.fines.ranges import RANGE_STARTS, Range, RangeReader
from enforcer.language.fines.roles import (
    Lead,
    counts_only,
    is_changed,
    is_plain_sum,
    led_words,
    measures_otherwise,
    sets_no_fine,
    stands_alone,
)
from enforcer.language.fines.tokens import Token
from enforcer.language.fines.words import JOINTS, SEGMENT_ENDS, Part
from enforcer.language.patterns import pattern

_UNITS: Final = frozenset({Part.YUAN, Part.TIMES})
_EDGES: Final = ("以上", "以下", "罚款", "的罚款")
_ABOUT: Final = r"[多余几][万千百]?[元倍]"
_OPENING: Final = r"[（(《〈“‘\[〔【]"
_SUMS: Final = frozenset({"", "数额", "金额", "额", "额度", "幅度", "标准"})
_LONGEST_SUM: Final = 4


class Sentence:
    """One sentence, text[start:end], with its words."""

    def __init__(self, text: str, start: int, end: int, tokens: Sequence[Token], *, bare: bool) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._tokens = tokens
        self._bare = bare
        self._bracketed = _bracketed(tokens) if pattern(_OPENING).search(text, start, end) else frozenset()
        self._context = Context(text, start, bare=bare)
        self._drafts: list[Draft] = []
        self._last_base: str | None = None
        self._unread: list[UnreadFine] = []
        self._unexplained: list[tuple[int, int]] = []
        self._fine: Token | None = None
        self._lead: Lead | None = None
        self._joint = -1
        self._alternative = False
        self._broken = False
        self._surcharge = False

    def read(self) -> list[Fine | UnreadFine]:
        """The fines of this sentence in text order."""
        if speaks_of_procedure(self._text[self._start : self._end]):
            return []
        ranges = self._find_ranges()
        claims = find_claims(self._text, self._tokens, ranges)
        claimed = [number for number, claim in enumerate(claims) if claim.claim is Claim.FINE]
        at = 0
        for number, found in enumerate(ranges):
            if found.first < at:
                continue
            for index in range(at, found.first):
                self._take(index)
            self._take_range(found, claims[number], shares=bool(claimed) and number < claimed[-1])
            at = claims[number].next
        for index in range(at, len(self._tokens)):
            self._take(index)
        self._close_segment(self._end, Part.STOP, None)
        name_parallel_conditions(self._drafts)
        fines: list[Fine | UnreadFine] = [draft.finished() for draft in self._drafts]
        fines += self._unread
        return sorted(fines, key=lambda item: item.span) if self._unread else fines

    def _find_ranges(self) -> list[Range]:
        reader = RangeReader(self._text, self._tokens)
        ranges = []
        following = 0
        for at, token in enumerate(self._tokens):
            if at < following or token.part not in RANGE_STARTS:
                continue
            found = reader.read(at)
            if found is None:
                continue
            if found.basis is not None or is_plain_sum(self._text, self._tokens, found, bare=self._bare):
                ranges.append(found)
                following = found.next
        return ranges

    def _take(self, at: int) -> None:
        token = self._tokens[at]
        part = token.part
        if part in SEGMENT_ENDS:
            if at not in self._bracketed:
                self._end_segment(token, self._tokens[at + 1] if at + 1 < len(self._tokens) else None)
        elif part in JOINTS:
            self._take_joint(token)
        elif part in PHRASE_WORDS:
            self._take_phrase_word(token)
        elif part is Part.SURCHARGE:
            self._surcharge = True
        elif part is Part.NUMBER:
            if pattern(_ABOUT).match(self._text, token.end):
                self._unexplained.append((token.start, token.end))
        elif part in _UNITS and self._text.startswith(_EDGES, token.end):
            self._leave_unread(self._phrase_start(token.start), token.end)
            self._broken = True

    def _take_phrase_word(self, token: Token) -> None:
        self._context.take(token)
        if token.part is Part.FINE:
            self._fine = token
            self._lead = Lead(token.start, token.end, after_comma=False)
        elif token.part is Part.IMPOSE:
            self._lead = None
        elif token.part in (Part.SANCTION, Part.TOWARDS):
            self._alternative = False

    def _take_joint(self, token: Token) -> None:
        if token.part is Part.OR:
            self._alternative = token.start == self._joint
        if self._context.anchor == token.start:
            self._context.anchor = token.end

    def _end_segment(self, token: Token, following: Token | None) -> None:
        """Punctuation keeps a 罚款 right before it in force (处以罚款，数额为…), and a joint (…罚款，或者…)."""
        self._close_segment(token.start, token.part, following)
        if token.start == self._joint:
            self._joint = token.end
        fine = self._fine
        if fine is None or token.start - fine.end > _LONGEST_SUM:
            return
        if self._text[fine.end : token.start].strip() in _SUMS:
            self._lead = Lead(fine.start, token.end, after_comma=token.part is not Part.COLON)

    def _close_segment(self, end: int, part: Part, following: Token | None) -> None:
        decides = self._context.decides or part is Part.STOP
        head = self._context.end_segment(end, part, following)
        if head or decides:
            if not head:
                self._unread += [UnreadFine(self._text[slice(*span)], span) for span in self._unexplained]
            self._unexplained.clear()
        self._lead = None
        self._alternative = False
        self._broken = False
        self._surcharge = False

    def _take_range(self, found: Range, claimed: Claimed, *, shares: bool) -> None:
        """Give a range its role: a fine, the cap of one, or a number of something else."""
        context = self._context
        start, end = self._tokens[found.first].start, self._tokens[found.next - 1].end
        claimed_to = self._tokens[claimed.next - 1].end
        if claimed.claim in (Claim.PROCEDURE, Claim.OTHER):
            context.end_range(claimed_to, fine=False)
        elif self._surcharge or context.passive:
            explained = found.basis != "amount" if self._surcharge else is_mention(self._text, end)
            if not explained:
                self._unexplained.append((start, end))
            context.end_range(claimed_to, fine=False)
        elif self._is_cap(found):
            self._set_cap(found, start, claimed_to)
        else:
            words = self._fining_words(found, claimed, shares=shares)
            if words is not None:
                self._add(found, words, start, claimed_to)
            elif not (context.counting and counts_only(self._tokens, found)):
                self._leave_out(found, start, end)

    def _is_cap(self, found: Range) -> bool:
        return (
            found.limit in (Part.AT_MOST, Part.AT_LEAST)
            and bool(self._drafts)
            and self._context.verb is None
            and found.basis in ("amount", None)
        )

    def _set_cap(self, found: Range, start: int, end: int) -> None:
        target = self._context.own_target
        if not found.sound or (target is not None and target != self._drafts[-1].target):
            self._leave_unread(start, end)
        else:
            limit_last(self._drafts, found)
            self._context.end_range(end, fine=False)

    def _fining_words(self, found: Range, claimed: Claimed, *, shares: bool) -> str | None:
        """The words that belong to a range which is a fine; None where it is none."""
        start = self._tokens[found.first].start
        words = self._text[self._context.anchor : start]
        if claimed.claim is Claim.FINE:
            self._take_detour(found.next, claimed.next)
            return words
        led = self._led_words(found, start)
        if led is not None:
            return led
        return words if self._needs_no_word(found, shares=shares) else None

    def _led_words(self, found: Range, start: int) -> str | None:
        """The words between a range and the 罚款 before it that leads it; None where none does."""
        if self._lead is not None:
            span = (start, self._tokens[found.next - 1].end)
            return led_words(self._text, self._lead, found, span, self._context.verb)
        stated = self._fine is not None and self._text.endswith("为", 0, start)
        return "" if stated and self._context.name_target(start - 1) else None

    def _needs_no_word(self, found: Range, *, shares: bool) -> bool:
        """Is this range a fine without a 罚款 of its own: 处…，对个人处…罚款, …的标准执行, or in a cell?"""
        end = self._tokens[found.next - 1].end
        if sets_no_fine(self._text, end):
            return False
        verb = self._context.verb
        if (verb is not None and shares) or (self._fine is not None and is_executed(self._text, end)):
            return True
        return self._bare and stands_alone(self._text, self._tokens, found, verb)

    def _take_detour(self, first: int, following: int) -> None:
        """The target may stand between the range and its 罚款 (按每株十元对责任人处以罚款)."""
        detour = self._tokens[first : following - 1]
        if any(token.part is Part.TOWARDS for token in detour):
            for token in detour:
                self._context.take(token)

    def _leave_out(self, found: Range, start: int, end: int) -> None:
        """This range is no fine; it is kept in mind where nothing says what else it is."""
        words = self._text[self._context.anchor : start]
        token = self._tokens[found.first]
        if not (sets_no_fine(self._text, end) or measures_otherwise(self._text, words, token, end)):
            self._unexplained.append((start, end))
        self._context.end_range(end, fine=False)

    def _add(self, found: Range, words: str, start: int, end: int) -> None:
        context = self._context
        first = self._phrase_start(start - len(words.lstrip()))
        try:
            found, base = self._with_base(found, words)
            per = self._per(found, start)
        except ValueError:
            found = found._replace(sound=False)
        if self._broken or not found.sound or is_changed(self._text, self._tokens, found):
            self._leave_unread(first, end)
            return
        if context.verb is None:
            context.name_target(start - len(words.strip()) if base else start)
        draft = Draft(
            found,
            (first, end),
            base=base,
            per=per,
            target=context.target,
            condition=context.condition,
            description=context.scene.description,
            alternative=self._alternative,
        )
        self._drafts.append(draft)
        self._last_base = base or self._last_base
        self._joint = end
        self._finish_phrase(end)

    def _phrase_start(self, start: int) -> int:
        """Where the fining phrase begins whose base or range begins at `start`."""
        if self._context.phrase_start is not None:
            start = min(start, self._context.phrase_start)
        return start if self._lead is None else min(start, self._lead.start)

    def _with_base(self, found: Range, words: str) -> tuple[Range, str | None]:
        """The range with its base: as said here, before the verb, or before. ValueError where it cannot be told."""
        if found.basis in ("amount", None):
            return found, None
        base = read_base(words) or read_base(self._context.before_verb)
        if base is None:
            return found, self._last_base
        limit, base = read_limit(base)
        if limit is None:
            return found, base
        if found.low != found.high or self._context.verb is None:
            raise ValueError(base)
        if limit is Part.AT_MOST:
            return found._replace(low=None, low_inclusive=False), base or None
        return found._replace(high=None, high_inclusive=False), base or None

    def _per(self, found: Range, start: int) -> str | None:
        each = [
            token.word.lstrip("/／·每") for token in self._tokens[found.first : found.next] if token.part is Part.EACH
        ]
        return read_per(each) if each else self._context.per(start, ratio=found.basis in ("multiple", "percent"))

    def _leave_unread(self, start: int, end: int) -> None:
        if self._unread and self._unread[-1].span[1] == start:
            start = self._unread.pop().span[0]
        self._unread.append(UnreadFine(self._text[start:end], (start, end)))
        self._finish_phrase(end)

    def _finish_phrase(self, end: int) -> None:
        self._context.end_range(end, fine=True)
        self._lead = None
        self._alternative = False


def _bracketed(tokens: Sequence[Token]) -> frozenset[int]:
    """The words inside brackets that close again: a comma there ends nothing."""
    inside: list[int] = []
    opened: list[int] = []
    for at, token in enumerate(tokens):
        if token.part is Part.OPEN:
            opened.append(at)
        elif token.part is Part.CLOSE and opened:
            first = opened.pop()
            if not opened:
                inside.extend(range(first, at))
    return frozenset(inside)
