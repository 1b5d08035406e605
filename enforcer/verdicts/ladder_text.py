"""The ladder of a violation drawn in plain characters: the law's range, each tier on one scale, gaps and overlaps."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from enforcer.annexes.benchmark import Tier, Violation
from enforcer.annexes.bounds import Bounds, Number
from enforcer.annexes.ladder import Ladder, Rung, Step, floor_of, ladders_of, share_of
from enforcer.annexes.sums import amount, brief, whom
from enforcer.domain.sentence import Sentence, Translate
from enforcer.verdicts.columns import padded, width
from enforcer.verdicts.lines import Line, Style, line, span

_STATUTE: Final = "▒"
_TIER: Final = "█"
_GAP: Final = "×"
_SHARED: Final = "▓"
_FLOOR: Final = "▲"
_EMPTY: Final = "·"
"""All of them are of ambiguous width, so that a terminal that shows them wide keeps the bars in line."""

_INDENT: Final = 2
_LEAST_BAR: Final = 16
_MOST_BAR: Final = 60
_LONGEST_NAME: Final = 12
_PERCENT: Final = 100
_FAULTS: Final = {"gap": "空档", "overlap": "重叠", "falling": "不升反降", "equal": "没有加重"}


def ladder_lines(
    violation: Violation, floor_percent: int, columns: int = 80, translate: Translate = str
) -> Iterator[Line]:
    """The ladders of one violation as lines of at most about `columns` columns, the bars at their end.

    `floor_percent` is the notice's figure for lenient tiers under a maximum-only limb; standards of the province or
    the city have no such floor.
    """
    title = [translate("序号{number}").format(number=violation.number)] if violation.number else []
    yield line(span("  ".join([*title, violation.name]), "title"), span(f"  {_address(violation)}", "cell"))
    drawn: set[int] = set()
    for ladder in ladders_of(violation):
        yield from _Picture(ladder, floor_percent, columns, translate).lines()
        drawn |= {stand.tier.row.number for rung in ladder.rungs for stand in rung.stands}
    for tier in violation.tiers:
        if tier.row.number not in drawn:
            yield line(span(f"{tier.name or '—'}  {_instead(tier, translate)}", "dim"), indent=_INDENT)


def shown_share(share: Fraction) -> str:
    """A share as people read it: 20%, 33.3%."""
    tenths = (Decimal(share.numerator) * 1000 / Decimal(share.denominator)).quantize(Decimal(1), ROUND_HALF_UP)
    return f"{(tenths / 10).normalize():f}%"


class _Picture:
    """One ladder: names and ranges in two columns, then the bars."""

    def __init__(self, ladder: Ladder, floor_percent: int, columns: int, translate: Translate) -> None:
        self._ladder = ladder
        self._percent = floor_percent
        self._translate = translate
        self._rows = [*self._statute_rows(), *self._tier_rows()]
        self._names = max(width(name) for name, *_ in self._rows)
        self._words = max(width(words) for _, words, *_ in self._rows)
        room = columns - _INDENT - self._names - self._words - 4
        self._bar = min(max(room, _LEAST_BAR), _MOST_BAR)
        self._end = _highest(ladder)

    def lines(self) -> Iterator[Line]:
        """The target, then the rows, each with its bar."""
        target = self._say(whom(self._ladder.sample))
        if target:
            yield line(target, indent=_INDENT)
        for name, words, bounds, mark, style in self._rows:
            head = f"{padded(name, self._names)}  {padded(words, self._words)}  "
            yield line(head, span(self._drawn(bounds, mark), style), indent=_INDENT)

    def _statute_rows(self) -> Iterator[tuple[str, str, Bounds, str, Style]]:
        name = self._translate("法定")
        for limb in self._ladder.limbs:
            case = f"（{limb.fine.condition}）" if limb.fine.condition and len(self._ladder.limbs) > 1 else ""
            yield name, self._say(brief(limb, limb.bounds)) + case, limb.bounds, _STATUTE, "dim"
            floor = floor_of(limb, self._percent) if self._ladder.violation.is_own else None
            if floor is not None:
                words = self._say(Sentence("从轻不低于{floor}", {"floor": amount(limb, floor)}))
                yield f"{self._percent}%", words, Bounds.closed(floor, floor), _FLOOR, "warning"
        if not self._ladder.limbs:
            limb = self._ladder.sample
            yield name, self._translate("未读出"), Bounds.closed(None, None), _STATUTE, "dim"

    def _tier_rows(self) -> Iterator[tuple[str, str, Bounds, str, Style]]:
        steps = {step.upper.order: step for step in self._ladder.steps}
        for rung in self._ladder.rungs:
            step = steps.get(rung.order)
            if step is not None and step.relation in _FAULTS:
                yield self._fault_row(step)
            for bounds, share in _ranges(rung):
                words = self._say(brief(rung.limb, bounds))
                if share is not None:
                    words += "  " + self._translate("占{share}").format(share=shown_share(share))
                yield _cut(rung.tier.name), words, bounds, _TIER, _style(rung)

    def _fault_row(self, step: Step) -> tuple[str, str, Bounds, str, Style]:
        name = self._translate(_FAULTS[step.relation])
        style: Style = "error" if step.relation in ("falling", "equal") else "warning"
        if step.stretch is None:
            return name, "", Bounds.closed(None, None), _GAP, style
        mark = _GAP if step.relation == "gap" else _SHARED
        return name, self._say(brief(step.upper.limb, step.stretch)), step.stretch, mark, style

    def _drawn(self, bounds: Bounds, mark: str) -> str:
        """The bar region: marks from the lower to the upper end, at least one for a range that is there."""
        if bounds.low is None and bounds.high is None:
            return _EMPTY * self._bar
        first = self._column(bounds.low or 0)
        last = self._bar if bounds.high is None else self._column(bounds.high)
        first = min(first, self._bar - 1)
        length = max(last - first, 1)
        return _EMPTY * first + mark * length + _EMPTY * (self._bar - first - length)

    def _column(self, value: Number) -> int:
        return int(Fraction(value) * self._bar / Fraction(self._end) + Fraction(1, 2)) if self._end else 0

    def _say(self, words: Sentence | str) -> str:
        return words.render(self._translate) if isinstance(words, Sentence) else words


def _ranges(rung: Rung) -> list[tuple[Bounds, Fraction | None]]:
    return list({stand.bounds: share_of(stand.match) for stand in rung.stands}.items())


def _style(rung: Rung) -> Style:
    """Red where a range is outside the law, green where it can be compared."""
    match = rung.stands[0].match
    if match.above or (match.below and not rung.tier.mitigates):
        return "error"
    return "good" if rung.sound else "plain"


def _highest(ladder: Ladder) -> Number:
    """The right end of the scale: the highest end that the law or a tier names."""
    ranges = [limb.bounds for limb in ladder.limbs]
    ranges += [stand.bounds for rung in ladder.rungs for stand in rung.stands]
    return max((end for one in ranges for end in (one.low, one.high) if end is not None), default=0)


def _instead(tier: Tier, translate: Translate) -> str:
    """What a tier without a bar says."""
    return _cut(tier.standard, 60) or translate("没有具体标准")


def _address(violation: Violation) -> str:
    return violation.place("violation").address


def _cut(text: str, columns: int = _LONGEST_NAME) -> str:
    """The text on one line, cut to so many columns."""
    text = " ".join(text.split())
    if width(text) <= columns:
        return text
    kept: Sequence[str] = list(text)
    while width("".join(kept)) > columns - 1:
        kept = kept[:-1]
    return "".join(kept) + "…"
