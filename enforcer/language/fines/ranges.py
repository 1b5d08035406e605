"""The grammar of one range: two ends and how words tie them together.

range    = lower [joint] upper | lower | upper [lower] | quantity 至 quantity [以下] | quantity
lower    = quantity [note] 以上 [note] | (不低于 | 超过) quantity [以上]
upper    = quantity [note] 以下 [note] | (不超过 | 不满) quantity [以下]
joint    = [，、] [但] [至]
note     = （不含本数） | （含本数）
quantity = [人民币] number [元 | 倍 | % | ‰] [/平方米]... | 百分之 number | 等值
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from enforcer.domain.fine import Basis
from enforcer.language.fines.quantities import Number, Quantity, comparable, in_one_unit, scaled
from enforcer.language.fines.tokens import Token
from enforcer.language.fines.words import Part
from enforcer.language.numerals import read_number
from enforcer.language.patterns import pattern

RANGE_STARTS: Final = frozenset(
    {Part.NUMBER, Part.PARTS_OF, Part.EQUAL, Part.RENMINBI, Part.AT_MOST, Part.AT_LEAST, Part.LESS_THAN, Part.MORE_THAN}
)
_NOTE: Final = (
    r"[（(]\s?(不含|不包括|含|包括)(?:本数|此数|该数|([0-9０-９.．一二两三四五六七八九十百千万]+)(?:元|倍|%|％)?)?"
    r"(?:[，,]下同)?\s?[)）]|[，,]?(不含)本数"
)

_NOTE_STARTS: Final = frozenset("（(，,不")
_DENOMINATORS: Final = {"百": 100, "千": 1000, "万": 10_000, "十": 10, "二": 2, "三": 3, "四": 4, "五": 5}
_PERMILLE: Final = Fraction(1, 10)
_BASES: Final[dict[Part, Basis]] = {Part.YUAN: "amount", Part.TIMES: "multiple", Part.PERCENT: "percent"}


class Range(NamedTuple):
    """Two ends in one unit, read from tokens[first:next]; `sound` is False where the words make no clear range.

    `limit` is the part of the word that leads it (最高不超过三万元), as such a range may be the cap of another one.
    """

    basis: Basis | None
    low: Number | None
    low_inclusive: bool
    high: Number | None
    high_inclusive: bool
    first: int
    next: int
    limit: Part | None
    sound: bool


class RangeReader:
    """Reads ranges from the words of one text."""

    __slots__ = ("_at", "_first", "_limit", "_text", "_tokens")

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._first = self._at = 0
        self._limit: Part | None = None

    def read(self, first: int) -> Range | None:
        """Read the longest range that begins at tokens[first], a word of RANGE_STARTS; None where none begins there."""
        lead = self._tokens[first].part
        self._first = self._at = first
        self._limit = None
        if lead in (Part.AT_MOST, Part.AT_LEAST, Part.LESS_THAN, Part.MORE_THAN):
            self._limit = lead
            self._at += 1
            quantity = self._quantity()
            if quantity is None:
                return None
            if lead in (Part.AT_MOST, Part.LESS_THAN):
                self._take(Part.BELOW)
                return self._upper(quantity, is_open=self._excludes(quantity) or lead is Part.LESS_THAN)
            self._take(Part.ABOVE)
            return self._from_lower(quantity, low_open=lead is Part.MORE_THAN)
        quantity = self._quantity()
        return None if quantity is None else self._from_quantity(quantity)

    def _from_quantity(self, quantity: Quantity) -> Range:
        is_open = self._excludes(quantity)
        if self._take(Part.ABOVE):
            return self._from_lower(quantity, low_open=is_open)
        if self._take(Part.BELOW):
            return self._from_upper(quantity, high_open=self._excludes(quantity) or is_open)
        alone = self._at
        if self._take(Part.TO):
            high = self._quantity()
            if high is not None:
                high_open = self._excludes(high)
                self._take(Part.BELOW)
                return self._both(quantity, high, low_open=is_open, high_open=self._excludes(high) or high_open)
        self._at = alone
        return self._range(quantity.basis, quantity.value, quantity.value, closed=(True, True))

    def _from_upper(self, high: Quantity, *, high_open: bool) -> Range:
        """An upper end is read: alone, or with the lower end after it (五倍以下一倍以上)."""
        alone = self._at
        low = self._quantity()
        if low is not None and low.basis is not None:
            edge = self._take(Part.ABOVE, Part.BELOW)
            if edge is not None:
                return self._both(low, high, high_open=high_open, sound=edge.part is Part.ABOVE)
        self._at = alone
        return self._upper(high, is_open=high_open)

    def _from_lower(self, low: Quantity, *, low_open: bool) -> Range:
        """A lower end is read: with the upper end that follows, else alone."""
        low_open = self._excludes(low) or low_open
        alone = self._at
        apart = self._take(Part.PAUSE, Part.COMMA)
        self._take(Part.BUT)
        self._take(Part.TO)
        bound = self._take(Part.AT_MOST, Part.LESS_THAN)
        high = self._quantity()
        if high is not None and comparable(low.basis, high.basis):
            high_open = self._excludes(high) or (bound is not None and bound.part is Part.LESS_THAN)
            if self._take(Part.BELOW) or bound:
                return self._both(low, high, low_open=low_open, high_open=self._excludes(high) or high_open)
            # 三千元以上五千元的罚款: the second 以下 is lost, but the meaning is plain
            fined = self._text.startswith(("罚款", "的罚款"), self._tokens[self._at - 1].end)
            if not apart and (fined or high.basis is not None):
                return self._both(low, high, low_open=low_open, high_open=high_open, sound=fined)
        self._at = alone
        return self._range(low.basis, low.value, None, closed=(not low_open, False))

    def _quantity(self) -> Quantity | None:
        part = self._next_part()
        if part is Part.RENMINBI:
            self._at += 1
            part = self._next_part()
        if part is Part.EQUAL:
            self._at += 1
            return Quantity("multiple", 1, "")
        if part is Part.PARTS_OF:
            parts = self._tokens[self._at]
            self._at += 1
            number = self._take(Part.NUMBER)
            if number is None:
                return None
            scale = Fraction(100, _DENOMINATORS[parts.word[0]])
            value = 100 if number.word == "百" else number.value
            return Quantity("percent", scaled(value, scale), number.word, scale)
        if part is not Part.NUMBER:
            return None
        number = self._tokens[self._at]
        self._at += 1
        return self._with_unit(number)

    def _with_unit(self, number: Token) -> Quantity:
        part = self._next_part()
        if part is Part.FOREIGN:
            self._at += 1
            return Quantity(None, None, number.word)
        basis = _BASES.get(part) if part is not None else None
        if basis is None:
            return Quantity(None, number.value, number.word)
        unit = self._tokens[self._at]
        self._at += 1
        while self._take(Part.EACH):
            pass
        if unit.word == "‰":
            return Quantity(basis, scaled(number.value, _PERMILLE), number.word, _PERMILLE)
        return Quantity(basis, number.value, number.word)

    def _excludes(self, quantity: Quantity) -> bool:
        """Step over a note after a quantity, if one stands here: does it exclude the number itself?"""
        start = self._tokens[self._at - 1].end
        if self._text[start : start + 1] not in _NOTE_STARTS:
            return False
        note = pattern(_NOTE).match(self._text, start)
        if note is None or (note[2] and read_number(note[2]) != quantity.value):
            return False
        while self._at < len(self._tokens) and self._tokens[self._at].start < note.end():
            self._at += 1
        return (note[1] or note[3]).startswith("不")

    def _next_part(self) -> Part | None:
        """The part of the next word, if only white space lies before it."""
        if self._at == len(self._tokens):
            return None
        token = self._tokens[self._at]
        if self._at > self._first:
            end = self._tokens[self._at - 1].end
            if end != token.start and not self._text[end : token.start].isspace():
                return None
        return token.part

    def _take(self, *parts: Part) -> Token | None:
        """Step over the next word, if it is one of these parts."""
        if self._next_part() not in parts:
            return None
        self._at += 1
        return self._tokens[self._at - 1]

    def _upper(self, high: Quantity, *, is_open: bool) -> Range:
        return self._range(high.basis, None, high.value, closed=(False, not is_open))

    def _both(
        self, low: Quantity, high: Quantity, *, low_open: bool = False, high_open: bool = False, sound: bool = True
    ) -> Range:
        if not comparable(low.basis, high.basis):
            return self._range(low.basis, None, None, closed=(False, False), sound=False)
        basis, low_value, high_value = in_one_unit(low, high)
        ordered = low_value is not None and high_value is not None and low_value < high_value
        return self._range(basis, low_value, high_value, closed=(not low_open, not high_open), sound=sound and ordered)

    def _range(
        self,
        basis: Basis | None,
        low: Number | None,
        high: Number | None,
        *,
        closed: tuple[bool, bool],
        sound: bool = True,
    ) -> Range:
        sound = sound and (low is not None or high is not None)
        return Range(basis, low, closed[0], high, closed[1], self._first, self._at, self._limit, sound)
