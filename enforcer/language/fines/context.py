"""What the words before a range say: the condition in force, the target, the per-units, where the phrase begins."""

from typing import Final

from enforcer.language.fines.conditions import Head, judge, unnumbered
from enforcer.language.fines.phrases import LONGEST, leads_up, read_per, read_target
from enforcer.language.fines.scene import Scene
from enforcer.language.fines.tokens import Token
from enforcer.language.fines.words import Part

PHRASE_WORDS: Final = frozenset(
    {Part.IMPOSE, Part.FINE, Part.BY, Part.PER, Part.TOWARDS, Part.MAY, Part.AGENT, Part.SANCTION}
)
"""The words a context takes in; of the others it sees the punctuation and the ranges."""
_MAY_END_TARGET: Final = frozenset({Part.AGENT, Part.BY, Part.SANCTION, Part.PER})
_ENDS_PER: Final = frozenset({Part.IMPOSE, Part.MAY, Part.AGENT, Part.BY, Part.SANCTION, Part.FINE})
_BEGINS_CONSEQUENT: Final = frozenset({Part.IMPOSE, Part.MAY, Part.AGENT, Part.SANCTION, Part.TOWARDS})
_OPENS_PHRASE: Final = frozenset({Part.IMPOSE, Part.BY, Part.PER, Part.TOWARDS, Part.MAY})
_DECIDES: Final = frozenset({Part.IMPOSE, Part.FINE, Part.SANCTION, Part.AGENT})
_LONGEST_BARE_CONDITION: Final = 14
_LONGEST_SUBJECT: Final = 20
_MOST_CHUNKS: Final = 8
_FINES: Final = frozenset({Part.IMPOSE, Part.MAY, Part.AGENT, Part.FINE})
_FINED_THINGS: Final = ("行为", "设施")
_COUNTED_ALONE: Final = ("每", "按每", "按照每")


class Context:
    """The words of one sentence, taken in one after the other: it holds limbs (；) of segments (，) of phrases.

    `anchor` is where the words that belong to the next range begin, `verb` the verb of fining before it, `before_verb`
    the words before that, `phrase_start` where the whole fining phrase begins. `decides` says that this segment has
    begun to tell what happens to the offender. `scene` holds the condition in force.
    """

    __slots__ = (
        *("_bare", "_named", "_per_from", "_per_words", "_segment_start", "_shared", "_target_from", "_text"),
        *("anchor", "before_verb", "decides", "phrase_start", "scene", "verb"),
    )

    def __init__(self, text: str, start: int, *, bare: bool) -> None:
        self._text = text
        self._bare = bare
        self.scene = Scene(text, start)
        self._open_limb(start)

    def _open_limb(self, start: int) -> None:
        self._named: str | None = None
        self._shared: str | None = None
        self._per_words: list[str] = []
        self._open_segment(start)

    def _open_segment(self, start: int) -> None:
        self._segment_start = self.anchor = start
        self._target_from: int | None = None
        self._per_from: int | None = None
        self.decides = False
        self.verb: Token | None = None
        self.before_verb = ""
        self.phrase_start: int | None = None

    def _open_phrase(self, start: int) -> None:
        self.anchor = start
        self.verb = None
        self.before_verb = ""
        self.phrase_start = None

    @property
    def target(self) -> str | None:
        """Whom the next fine is for: named for it, or the only one the fines before it in this limb were for."""
        return self._named or self._shared

    @property
    def own_target(self) -> str | None:
        """Whom the words since the last fine name."""
        return self._named

    @property
    def condition(self) -> str | None:
        """The condition of the next fine."""
        return self.scene.condition(own_target=self._named is not None)

    @property
    def counting(self) -> bool:
        """Has 每 been said, and not yet what it counts (每超标一倍)?"""
        return self._per_from is not None

    @property
    def passive(self) -> bool:
        """Is the verb 被处: a fine that somebody was given, not one that is set here?"""
        return self.verb is not None and self._text.startswith("被", self.verb.start - 1)

    def per(self, start: int, *, ratio: bool) -> str | None:
        """What the range at this place is multiplied by; a 每 in the base of a ratio belongs to the base.

        Raises ValueError where the words after 每 name no unit.
        """
        if not ratio:
            self._close_per(start)
        return read_per(self._per_words)

    def take(self, token: Token) -> None:
        """Take in one of PHRASE_WORDS."""
        part = token.part
        if part in _BEGINS_CONSEQUENT and self._text.startswith("的", token.start - 1):
            self._take_head(token.start, strict=part is Part.SANCTION)
        if self._target_from is not None:
            self._end_target(token)
        if self._per_from is not None and part in _ENDS_PER:
            if self._per_from == token.start and token.word.startswith("处"):
                return  # 每处 counts places and is no verb
            self._close_per(token.start)
        if part in _DECIDES:
            self.decides = True
        if part in _OPENS_PHRASE and self.phrase_start is None:
            self.phrase_start = token.start
        self._mark(token)

    def _mark(self, token: Token) -> None:
        """Mark where the words after this one begin, by what they will be."""
        part = token.part
        if part is Part.IMPOSE:
            self._take_verb(token)
        elif part is Part.BY:
            self.anchor = token.end
        elif part is Part.PER:
            self._close_per(token.start)
            self._per_from = token.end
        elif part is Part.TOWARDS and self._target_from is None:
            self._target_from = token.end

    def end_segment(self, end: int, part: Part, following: Token | None) -> bool:
        """Punctuation ends a segment. True where the segment was a condition or a description of the offence."""
        start = self._segment_start
        decides = self.decides
        head = self._text.endswith("的", start, end)
        if not head and self._target_from is not None and self._target_leads():
            fined_at_once = following is not None and following.start == end + 1 and following.part in _FINES
            self._close_target(end, must_name=not (fined_at_once and self._text.endswith(_FINED_THINGS, 0, end)))
            if self._target_from is not None:
                self._named = self._shared = None  # whom these words are for is unclear, but no longer the same
        if part is Part.COLON and self._bare and not self.decides:
            self._take_subject(self._text[start:end])
        head = head or self._is_bare_condition(end, following)
        if head:
            self._take_head(end)
        self._close_per(end)
        if self._per_words and not self._text.startswith(_COUNTED_ALONE, start):
            self._per_words = []
        self.scene.end_segment(start, end, head=head, decides=decides)
        if part is Part.SEMICOLON:
            self.scene.end_limb(end + 1)
            self._open_limb(end + 1)
        else:
            self._open_segment(end + 1)
        return head

    def end_range(self, end: int, *, fine: bool) -> None:
        """A range has been read up to here: the next phrase begins."""
        if fine:
            target = self.target
            self._shared = target if not self.scene.fines or self._shared == target else None
            self.scene.end_fine(own_target=self._named is not None)
            self._named = None
            self._per_words = []
            self._per_from = None
        self._open_phrase(end)

    def name_target(self, end: int) -> bool:
        """Take the words since 对 up to here as the target (对个人为五百元以上): do they name somebody?"""
        if self._target_from is None:
            return False
        self._close_target(end, must_name=True)
        return self._target_from is None

    def _take_verb(self, verb: Token) -> None:
        if self.verb is None:
            self.before_verb = self._text[self.anchor : verb.start]
            if self._named is None and not leads_up(self.before_verb):
                self._take_subject(self.before_verb)
        self.verb = verb
        self.anchor = verb.end

    def _take_subject(self, words: str) -> None:
        """个人处五千元 names whom the fine is for, in a cell or where 对 was said before (对单位处…，个人处…)."""
        if "由" in words or len(words) > _LONGEST_SUBJECT:
            return
        if self._bare or self._shared is not None:
            self._named = read_target(unnumbered(words), must_name=True)
            self._shared = None

    def _is_bare_condition(self, end: int, following: Token | None) -> bool:
        """Is this segment a condition without its 的 (情节严重，处一万元罚款)?"""
        return (
            end - self._segment_start <= _LONGEST_BARE_CONDITION
            and not self.decides
            and self._target_from != self._segment_start + 1
            and following is not None
            and following.part in _BEGINS_CONSEQUENT
            and following.start == end + 1
            and judge(self._text[self._segment_start : end]) is Head.CONDITION
        )

    def _take_head(self, end: int, *, strict: bool = False) -> None:
        if not self.scene.take_head(self._segment_start, end, strict=strict):
            return
        if self._text.startswith("对", self._segment_start):
            self._named = self._shared = None
        self._open_segment(end)

    def _end_target(self, token: Token) -> None:
        """A word of fining ends the words after 对; another verb may, if by then they name somebody."""
        if token.part is Part.IMPOSE:
            self._close_target(token.start)
            self._target_from = None
        elif token.part is Part.FINE:
            self._close_target(token.start - self._text.startswith("的", token.start - 1))
        elif token.part in _MAY_END_TARGET:
            self._close_target(token.start, must_name=True)
            if token.part is Part.PER:
                self._target_from = None  # 对其低于比例的数量每吨: a thing, counted

    def _close_target(self, end: int, *, must_name: bool = False) -> None:
        if self._target_from is None:
            return
        if end - self._target_from > LONGEST:
            self._target_from = None
            return
        target = read_target(self._text[self._target_from : end], must_name=must_name)
        if target is not None:
            self._named = target
            self._target_from = None

    def _target_leads(self) -> bool:
        """Does 对 begin this segment, or follow 由 with its authority (由药监部门对…，没收…)?"""
        before = self._text[self._segment_start : self._target_from].removesuffix("于")
        return "由" in before or leads_up(before.removesuffix("对"))

    def _close_per(self, end: int) -> None:
        if self._per_from is not None:
            if len(self._per_words) < _MOST_CHUNKS:
                self._per_words.append(self._text[self._per_from : end])
            self._per_from = None
