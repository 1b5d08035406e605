"""Which column of a sheet holds which field: by the form's words, by the neighbours where a word has two meanings.

No scores. A header means what the form's patterns say; a word that stands in the patterns of two fields means the one
that its neighbours leave open; what is still undecided stays unread, and the missing field is said to be missing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from enforcer.domain.form import Form
from enforcer.domain.reading import Match
from enforcer.domain.sentence import Sentence
from enforcer.language.patterns import pattern
from enforcer.workbook.reading.header_words import Hit, Wording, spellings, wording

Join = Literal["period", "lines"]
Sample = Callable[[int], Sequence[object]]

_TIER, _CONDITIONS = "tier", "conditions"
_FINE, _STANDARD = "statutory_fine", "standard"
_SPREAD: Final = frozenset({"legal_basis"})
"""Fields that tables spread over several columns (违法依据 | 处罚依据): all of them are read."""
_SEVERAL: Final = "[及和与、/]"
_FROM: Final = r"^(?:自|从|起|始|开始)|(?:自|从|起|起始|开始)$|(?:起始|开始|起)(?:时间|日期|日)"
_TO: Final = r"^(?:至|到|止|终)|(?:至|到|止|截止|结束|终止)$|(?:截止|结束|终止|止)(?:时间|日期|日)"


class Label(NamedTuple):
    """A header cell: its column as Excel counts, its text, and the text of the cell that spans it in the row above."""

    column: int
    own: str
    parent: str = ""

    @property
    def text(self) -> str:
        """What stands there, both rows of it: 法定依据/处罚依据."""
        own = "".join(self.own.split())
        return f"{''.join(self.parent.split())}/{own}" if self.parent else own


class Columns(NamedTuple):
    """Which columns (Excel's numbers) hold which field, and by what that was told.

    `sources` has the columns of each field in the order in which they are joined, `joins` says how; `unread` are the
    headers that became no field, each with a reason where there is more to say than that the form has no such field.
    """

    matches: tuple[Match, ...]
    sources: Mapping[str, tuple[int, ...]]
    joins: Mapping[str, Join]
    unread: tuple[tuple[Label, Sentence | None], ...] = ()


def assign(form: Form, labels: Sequence[Label], sample: Sample | None = None) -> Columns:
    """The columns of this form that these header cells name; `sample` gives the first values under a column."""
    return _Assignment(form, wording(form), sample).run(labels)


class _Assignment:
    """Labels handed out to fields, the plain ones first."""

    def __init__(self, form: Form, words: Wording, sample: Sample | None) -> None:
        self.form, self.words, self.sample = form, words, sample
        self.found: dict[str, list[tuple[Label, Hit]]] = {}
        self.by_neighbours: set[tuple[int, str]] = set()
        self.unread: list[tuple[Label, Sentence | None]] = []

    def run(self, labels: Sequence[Label]) -> Columns:
        shared: list[tuple[Label, dict[str, Hit]]] = []
        unknown: list[Label] = []
        for label in labels:
            hits = {hit.key: hit for hit in self._hits(label)}
            if not hits:
                unknown.append(label)
            elif len(hits) == 1 or pattern(_SEVERAL).search(label.own):
                for hit in hits.values():
                    self._take(label, hit)
            else:
                shared.append((label, hits))
        for label, hits in sorted(shared, key=lambda one: _TIER not in one[1]):
            self._decide(label, hits)
        for label in unknown:
            self._complete(label)
        return self._columns(labels)

    def _hits(self, label: Label) -> tuple[Hit, ...]:
        """By both rows together (法定 over 处罚标准), else by the cell's own words, else by the spanning cell's."""
        own = self.words.hits(label.own)
        if not label.parent:
            return own
        return self.words.hits(label.parent + label.own) or own or self.words.hits(label.parent)

    def _take(self, label: Label, hit: Hit) -> None:
        self.found.setdefault(hit.key, []).append((label, hit))

    def _decide(self, label: Label, hits: Mapping[str, Hit]) -> None:
        """A word of several fields: the field that is still open, else what the place or the cells tell."""
        still_open = [key for key in hits if key not in self.found]
        keys = still_open if len(still_open) == 1 else self._told_apart(label, still_open)
        for key in keys:
            self.by_neighbours.add((label.column, key))
            self._take(label, hits[key])
        if not keys:
            reason = Sentence("“{header}”可以有两种含义，相邻各栏也看不出是哪一种", {"header": label.text})
            self.unread.append((label, reason if still_open else None))

    def _told_apart(self, label: Label, still_open: Sequence[str]) -> Sequence[str]:
        if set(still_open) == {_FINE, _STANDARD}:
            tiers = [one.column for key in (_TIER, _CONDITIONS) for one, _ in self.found.get(key, ())]
            if not tiers:
                return ()
            return (_FINE,) if label.column < min(tiers) else (_STANDARD,)
        if set(still_open) == {_TIER, _CONDITIONS}:
            return self._tier_or_conditions(label)
        return ()

    def _tier_or_conditions(self, label: Label) -> Sequence[str]:
        """违法情节 without a neighbour that is either: tier words alone, tier words with a condition, or conditions."""
        from enforcer.annexes.tier_words import read_tier_word  # noqa: PLC0415 - few tables need it

        texts = [value.strip() for value in (self.sample(label.column) if self.sample else ()) if type(value) is str]
        texts = [text for text in texts if text]
        words = [word for text in texts if (word := read_tier_word(text))]
        if not texts or len(words) * 2 <= len(texts):
            return (_CONDITIONS,)
        return (_TIER, _CONDITIONS) if any(word.rest for word in words) else (_TIER,)

    def _complete(self, label: Label) -> None:
        """A header that was cut off, where only one field that has no other column can be meant."""
        key = None if label.parent else self.words.completed(label.own)
        if key is None or key in self.found:
            self.unread.append((label, None))
            return
        self._take(label, Hit(key, len(self.form.column(key).patterns) + 1))

    def _columns(self, labels: Iterable[Label]) -> Columns:
        sources: dict[str, tuple[int, ...]] = {}
        joins: dict[str, Join] = {}
        matches: list[Match] = []
        for column in self.form.columns:
            group = self.found.get(column.key, [])
            read, join = self._joined(column.key, group)
            for label, _ in group:
                if label not in read:
                    twice = Sentence("与“{header}”一栏同义，读的是后者", {"header": read[0].text})
                    self.unread.append((label, twice))
            if read:
                sources[column.key] = tuple(label.column for label in read)
                matches.extend(
                    Match(label.column, column.key, label.text, self._by(column.key, label)) for label in read
                )
            if join:
                joins[column.key] = join
        matches.sort(key=lambda match: match.column)
        order = {label.column: place for place, label in enumerate(labels)}
        self.unread.sort(key=lambda one: order[one[0].column])
        return Columns(tuple(matches), sources, joins, tuple(self.unread))

    def _joined(self, key: str, group: Sequence[tuple[Label, Hit]]) -> tuple[Sequence[Label], Join | None]:
        """The columns of one field that are read, and how they are put together."""
        labels = [label for label, _ in group]
        if len(labels) <= 1:
            return labels, None
        if self.form.column(key).kind == "period" and (pair := _from_to(labels)):
            return pair, "period"
        if key in _SPREAD:
            return labels, "lines"
        best = min(group, key=lambda one: one[1].rank)[0]
        spelt = spellings(best.own)
        same = [one for one in labels if spellings(one.own) == spelt or (best.parent and one.parent == best.parent)]
        return (same, "lines") if len(same) > 1 else ([best], None)

    def _by(self, key: str, label: Label) -> Literal["header", "synonym", "neighbours"]:
        if (label.column, key) in self.by_neighbours:
            return "neighbours"
        return "header" if self.words.is_own(key, label.own) else "synonym"


def _from_to(labels: Sequence[Label]) -> tuple[Label, Label] | None:
    """The column where a period begins and the one where it ends, where these two are that and nothing else."""
    starts = [label for label in labels if any(pattern(_FROM).search(one) for one in spellings(label.own))]
    ends = [label for label in labels if any(pattern(_TO).search(one) for one in spellings(label.own))]
    if len(labels) != 2 or len(starts) != 1 or len(ends) != 1 or starts[0] == ends[0]:  # noqa: PLR2004 - a pair
        return None
    return starts[0], ends[0]
