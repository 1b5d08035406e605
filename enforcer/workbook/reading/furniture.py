"""Rows of a sheet that are no entries of the table: what each of them is, so that none is left out in silence.

A row is left out only for what it is; whatever might be an entry is one.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Final, Literal, NamedTuple, TypeAlias

from enforcer.domain.form import Form
from enforcer.domain.row import text_of
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import bare, is_blank, is_none_word
from enforcer.language.patterns import pattern
from enforcer.workbook.reading.columns import Columns
from enforcer.workbook.reading.header_words import wording
from enforcer.workbook.reading.labels import labels_of
from enforcer.workbook.reading.nil import is_nil_row
from enforcer.workbook.reading.spans import Spans

Kind = Literal[
    "entry",
    "tier",
    "nil",
    "blank",
    "lost",
    "number",
    "strokes",
    "outside",
    "header",
    "table",
    "ordinals",
    "title",
    "line",
    "note",
    "signature",
    "total",
    "section",
]
Cells: TypeAlias = list[tuple[int, object]]

REASONS: Final = {
    "tier": Sentence("只有预印的序号和阶次"),
    "nil": Sentence("写有“{text}”，但表中另有内容，未作零报告"),
    "blank": Sentence("空白行"),
    "lost": Sentence("只有错误值或者没有算出结果的公式"),
    "number": Sentence("只有序号，没有内容"),
    "strokes": Sentence("各栏只有斜杠、横线或空格"),
    "outside": Sentence("内容在表格各栏以外：{text}"),
    "header": Sentence("重复的表头"),
    "table": Sentence("另一张表格的表头：{text}"),
    "ordinals": Sentence("栏次行"),
    "title": Sentence("重复的标题：{text}"),
    "line": Sentence("表头信息或联系方式：{text}"),
    "note": Sentence("备注或说明：{text}"),
    "signature": Sentence("落款：{text}"),
    "total": Sentence("合计行"),
    "section": Sentence("小标题：{text}"),
}

_SHOWN: Final = 24
_NUMBER, _TIER, _REMARKS = "number", "tier", "remarks"
_LONGEST_SECTION: Final = 40
_LONGEST_TITLE: Final = 60
_MOST_CELLS: Final = 64
_FEWEST_WIDE: Final = 3
_FEWEST_ORDINALS: Final = 4
_PAIR: Final = 2
_TELLING: Final = 3
"""单位：, 对象：, 时间： open many an answer; a label of three characters (审核人：) opens none."""
_DAYS: Final = frozenset({"date", "month", "period"})
_NOTE: Final = (
    r"[(（\[【]?\s*(?:备\s*注|附\s*注|注|说\s*明|填\s*表\s*说\s*明|填\s*写\s*说\s*明|填\s*报\s*说\s*明|注意事项|特此说明|此件)"
    r"(?:\s*[\d一二三四五六七八九十]{0,2}\s*[:：.、）)\]】]|\s*$|公开|主动|依申请|不予)"
)
_SECTION: Final = (
    r"[一二三四五六七八九十百]{1,3}\s*[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百]{1,3}(?:章|节|部分|类|编|篇)"
    r"|.*[(（][共计]?\d+\s*[项条类件个种][)）]$"
)
_SECTION_ENDS: Final = ("类", "）", ")")
_NUMERAL: Final = r"[(（]?[一二三四五六七八九十百]{1,3}[)）]?[、.．]?"
_TOTAL: Final = r"(?:合|总|小|共)计.{0,12}|(?:本页|累|总)计|总数|合计数"
_DAY: Final = (
    r"[12]\d{3}[年.\-/]\d{1,2}[月.\-/]\d{1,2}[日号]?|[一二][〇○零OoＯ0一二三四五六七八九]{3}年.{1,3}月.{1,3}日|年月日"
)
_SEALED: Final = r"[(（](?:加?盖公?章|公章|签字|签章|签名)[)）]|(?:盖公?章|公章|签字|签章|签名)[:：]"
_CONTACT: Final = "联系|制表|填[表报]|审[核批定]|负责|经办|电话|传真|邮|单位|日期|时间|地址|签|复核|报送"
_ANNEX: Final = r"附件\d?[:：]?"
_ORDINAL: Final = "[0-9]{1,2}"


class Seen(NamedTuple):
    """What a row is, and the text by which it was told."""

    kind: Kind
    text: str = ""

    @property
    def reason(self) -> Sentence:
        """Why the row is no entry."""
        known = REASONS[self.kind]
        text = self.text if len(self.text) <= _SHOWN else f"{self.text[:_SHOWN]}…"
        return Sentence(known.template, {"text": text}) if "{" in known.template else known


BLANK: Final = Seen("blank")


class Furniture:
    """Tells rows apart that are few, or look odd; plain entries never come here."""

    __slots__ = (
        "_elements",
        "_form",
        "_keys",
        "_labels",
        "_left",
        "_number",
        "_numbered",
        "_others",
        "_spans",
        "_titles",
        "_words",
    )

    def __init__(
        self, form: Form, columns: Columns, spans: Spans, others: Callable[[], Sequence[Form]], *, numbered: bool
    ) -> None:
        """`others` are all forms, asked for only when a row looks like a header.

        `numbered`: the entries bear numbers in digits, so that 一、 opens a section and no entry.
        """
        self._form, self._spans, self._others = form, spans, others
        self._words, self._labels = wording(form), labels_of(form)
        self._titles = tuple(bare(title) for title in (form.name, *form.titles))
        self._number = next(iter(columns.sources.get(_NUMBER, ())), 0)
        self._keys = {column: key for key, sources in columns.sources.items() for column in sources}
        self._elements = frozenset(form.elements)
        self._left = min(self._keys, default=1)
        self._numbered = numbered

    def look(self, number: int, values: Sequence[object], first_column: int) -> Seen:
        """What this row of the sheet is; its first value stands in column `first_column`."""
        cells = [
            (column, value)
            for column, value in enumerate(values, first_column)
            if value is not None and not (type(value) is str and not value.strip())
        ]
        if not cells:
            return BLANK
        return (
            self._as_header(cells)
            or self._as_furniture(number, cells)
            or self._as_nil(cells)
            or self._as_section(number, cells)
            or self._as_empty(cells)
            or Seen("entry")
        )

    def _as_header(self, cells: Cells) -> Seen | None:
        """The column headers again, on the next printed page; another table's; or the row that numbers the columns."""
        texts = [(self._keys.get(column), value) for column, value in cells[:_MOST_CELLS] if type(value) is str]
        hits = [(key, self._words.hits(text)) for key, text in texts]
        again = sum(any(hit.key == key for hit in found) for key, found in hits)
        moved = any(found and key and all(hit.key != key for hit in found) for key, found in hits)
        if again > 1 and again * 2 >= len(cells) and not moved:
            return Seen("header")
        known = sum(bool(found) for _, found in hits)
        if len(cells) >= _FEWEST_WIDE and (known > 1 or (hits and hits[0][1])):
            words = [wording(form) for form in self._others()]
            most = max((sum(bool(one.hits(text)) for _, text in texts) for one in words), default=0)
            if max(known, most) >= _FEWEST_WIDE and max(known, most) * 2 > len(cells):
                return Seen("table", "、".join("".join(text.split()) for _, text in texts))
        return Seen("ordinals") if _are_ordinals([text_of(value) for _, value in cells]) else None

    def _as_furniture(self, number: int, cells: Cells) -> Seen | None:
        """Titles, notes, contacts, totals and signatures: told by their first cell."""
        column, first = cells[0]
        text = text_of(first)
        if len(cells) == 1 and self._is_signature(column, first):
            return Seen("signature", text)
        if type(first) is not str:
            return None
        answer = self._is_answer(number, cells)
        checks: tuple[tuple[Kind, bool], ...] = (
            ("title", len(cells) == 1 and not answer and self._is_title(text)),
            ("note", len(cells) <= _PAIR and not answer and bool(pattern(_NOTE).match(text))),
            ("line", self._are_lines(cells, answer=answer)),
            ("total", bool(pattern(_TOTAL).fullmatch("".join(text.split()))) and self._typed(cells) < _FEWEST_WIDE),
        )
        return next((Seen(kind, text) for kind, holds in checks if holds), None)

    def _is_answer(self, number: int, cells: Cells) -> bool:
        """Whether the row's one cell stands under an element, so that whatever it says may be an answer to it."""
        column = cells[0][0]
        alone = len(cells) == 1 and column != self._left and not self._is_wide(number, column)
        return alone and self._keys.get(column) in self._elements

    def _is_title(self, text: str) -> bool:
        if len(text) > _LONGEST_TITLE:
            return False
        plain = bare(text)
        named = any(title in plain for title in self._titles)
        return (named and not plain.startswith(("《", "依据", "根据"))) or bool(pattern(_ANNEX).fullmatch(plain))

    def _are_lines(self, cells: Cells, *, answer: bool) -> bool:
        """联系人：张三 | 电话：… or a label and its value side by side; for an answer only a label of ours will do."""
        labels = 0
        for _, value in cells:
            found = self._labels.found_in(value.strip()[:_LONGEST_TITLE]) if type(value) is str else []
            if not found or found[0].start > 0:
                continue
            key, label = found[0].key, found[0].label
            if answer:
                labels += key is not None and len(bare(label)) >= _TELLING
            else:
                labels += key is not None or bool(pattern(_CONTACT).search(label))
        return labels * 2 >= len(cells)

    def _is_signature(self, column: int, value: object) -> bool:
        """A day, or a place for a seal or a name, that stands alone; not under a column that asks for a day."""
        key = self._keys.get(column)
        if key == _NUMBER or (key and self._form.column(key).kind in _DAYS):
            return False
        if isinstance(value, (date, datetime)):
            return True
        if type(value) is not str or len(value) > _LONGEST_SECTION:
            return False
        plain = "".join(value.split())
        return bool(pattern(_DAY).fullmatch(plain)) or bool(pattern(_SEALED).search(plain))

    def _as_nil(self, cells: Cells) -> Seen | None:
        """零报告 under one element or over the row; 备注 may hold the reason, number and tier what was printed."""
        texts = self._texts(cells, other_than=(_NUMBER, _TIER, _REMARKS))
        texts = texts or self._texts(cells, only=_REMARKS) or self._texts(cells, only=_NUMBER)
        if not is_nil_row(texts):
            return None
        stated = [text for text in texts if not is_blank(text)]
        return Seen("nil", stated[0]) if len(stated) == 1 or all(map(is_none_word, stated)) else None

    def _texts(self, cells: Cells, *, only: str | None = None, other_than: Sequence[str] = ()) -> list[str]:
        keys = [(self._keys.get(column), value) for column, value in cells]
        return [text_of(value) for key, value in keys if key not in other_than and (only is None or key == only)]

    def _as_section(self, number: int, cells: Cells) -> Seen | None:
        """一、规划类（12项） alone in its row, or 一 | 规划类 where the entries are numbered 1, 2, 3."""
        column, first = cells[0]
        text = text_of(first)
        if len(cells) == 1 and type(first) is str:
            numbered = len(text) <= _LONGEST_SECTION and bool(pattern(_SECTION).match(text))
            aside = not self._is_answer(number, cells) or text.endswith(_SECTION_ENDS)
            return Seen("section", text) if (numbered and aside) or self._is_wide(number, column) else None
        if not self._numbered or len(cells) != _PAIR or column != self._number:
            return None
        title = text_of(cells[1][1])
        opens = bool(pattern(_NUMERAL).fullmatch(text)) and len(title) <= _LONGEST_SECTION
        return Seen("section", f"{text} {title}") if opens else None

    def _as_empty(self, cells: Cells) -> Seen | None:
        """Numbers, strokes and tiers that were printed or drawn into a row with nothing else in it."""
        inside = [(key, value) for column, value in cells if (key := self._keys.get(column))]
        if not inside:
            return Seen("outside", text_of(cells[0][1]))
        left = [(key, value) for key, value in inside if not is_blank(value)]
        keys = {key for key, _ in left}
        if keys <= {_NUMBER}:
            return Seen("number") if len(inside) == len(left) else Seen("strokes")
        tiers = [text_of(value) for key, value in left if key == _TIER]
        printed = keys <= {_NUMBER, _TIER} and all(tier in self._form.tiers for tier in tiers)
        return Seen("tier") if printed else None

    def _typed(self, cells: Cells) -> int:
        """How many elements the row answers."""
        return sum(self._keys.get(column) in self._elements and not is_blank(value) for column, value in cells)

    def _is_wide(self, number: int, column: int) -> bool:
        """Whether the cell is merged over at least half of the table's columns."""
        merge = self._spans.at(number, column)
        if merge is None:
            return False
        covered = sum(merge.left <= one <= merge.right for one in self._keys)
        return covered >= max(_FEWEST_WIDE, len(self._keys) / 2)


def _are_ordinals(texts: Sequence[str]) -> bool:
    """1 2 3 4 … under the headers: consecutive numbers, perhaps in brackets, perhaps after 甲 and 乙."""
    plain = [text.strip("()（）栏 ") for text in texts]
    while plain and plain[0] in ("甲", "乙", "丙", "丁", "栏次"):
        plain = plain[1:]
    if len(plain) < _FEWEST_ORDINALS or not all(pattern(_ORDINAL).fullmatch(one) for one in plain):
        return False
    numbers = [int(one) for one in plain]
    return all(after == before + 1 for before, after in pairwise(numbers))
