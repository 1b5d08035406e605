"""One row of the roster as a unit, and what in it cannot be taken for what it should be."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from enforcer.county.roster.faults import RosterFault, fault_at
from enforcer.domain.row import text_of
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Exemption, Unit
from enforcer.language.blanks import bare, is_blank, is_none_word
from enforcer.language.dates import read_date
from enforcer.language.patterns import pattern
from enforcer.workbook.naming import clean_name
from enforcer.workbook.roster.columns import UNCONFIRMED
from enforcer.workbook.roster.reading import RosterRow

_BETWEEN: Final = r"[、，,;；/／\n]|\s{2,}"
_EXACT_DIGITS: Final = 15
"""So many digits of a number a cell keeps; what comes after them is lost."""
_LONGEST_NAME: Final = 60
_LONGEST_CODE: Final = 30
_CODE: Final = rf"[0-9A-Za-z一-鿿][0-9A-Za-z一-鿿_-]{{0,{_LONGEST_CODE - 1}}}"
_UNCONFIRMED: Final = frozenset({UNCONFIRMED, "未经确认", "尚未确认", "未予确认", "没有确认", "未公布", "否"})
_STILL: Final = frozenset({"至今", "长期", "现存", "存续", "在用"})
_NEVER: Final = frozenset({"未报备", "从未报备", "未报", "从未", "不详", "不清楚"})

_NATURES: Final = {
    "行政机关": ("行政机关", "机关"),
    "派出机关": ("派出机关", "派出机构"),
    "授权组织": ("授权组织", "法律法规授权组织", "法律法规授权的组织", "授权的组织", "被授权组织"),
    "受托组织": ("受托组织", "受委托组织", "委托组织", "受委托的组织", "受委托"),
}
_EXEMPTIONS: Final = {
    "": ("无", "否", "不免报", "不免"),
    "公安": ("公安", "公安机关", "公安类"),
    "税务": ("税务", "税务机关", "税务类", "国税", "地税"),
}
_POWERS: Final = {"有": ("有", "是", "√", "具有", "y", "yes"), "无": ("无", "否", "没有", "×", "n", "no", "不具有")}
_ANSWERS: Final = {"是": ("是", "有", "√", "y", "yes"), "否": ("否", "无", "没有", "×", "n", "no", "不是")}


_EXEMPT: Final[tuple[Exemption, ...]] = ("公安", "税务")


class Entry(NamedTuple):
    """A unit and the row that it was read from."""

    unit: Unit
    row: RosterRow


@dataclass
class RowReader:
    """Reads the fields of one row; what cannot be read goes to `faults` and keeps its default."""

    row: RosterRow
    faults: list[RosterFault] = field(default_factory=list)

    def entry(self) -> Entry | None:
        """The unit, None where the row names none."""
        name = self._name()
        if not name:
            return None
        confirmation = self._text("confirmation")
        unit = Unit(
            name=name,
            code=self._code(),
            short_names=tuple(self.several("short_names")),
            nature=self._choice("nature", _NATURES) or "",
            exemption=self._exemption(),
            penalty_power=self._choice("penalty_power", _POWERS) != "无",
            own_credentials=self._choice("own_credentials", _ANSWERS) == "是",
            confirmed=bare(confirmation) not in _UNCONFIRMED,
            confirmation="" if bare(confirmation) in _UNCONFIRMED else confirmation,
            reporter=self._text("reporter"),
            superior=self._text("superior"),
            contact=self._text("contact"),
            phone=self._text("phone"),
            mail=self._text("mail"),
            last_log=self._day("last_log", _NEVER),
            since=self._day("since"),
            until=self._day("until", _STILL),
            successor=self._text("successor"),
        )
        return Entry(unit, self.row)

    def several(self, key: str) -> Iterator[str]:
        """The names of a cell that holds several, each once."""
        typed = self._text(key) and text_of(self.row.values.get(key))
        names = (clean_name(part) for part in pattern(_BETWEEN).split(typed))
        yield from dict.fromkeys(name for name in names if name and not is_blank(name) and not is_none_word(name))

    def _accuse(self, key: str, name: str, message: Sentence, remedy: Sentence) -> None:
        self.faults.append(fault_at(self.row, key, name, message, remedy))

    def _name(self) -> str:
        name = self._text("name")
        if not name and "name" not in self.row.unreadable:
            remedy = Sentence("请补上单位全称；整行不要了的，删除整行")
            self._accuse("name", "name-missing", Sentence("这一行没有写单位名称"), remedy)
        elif len(name) > _LONGEST_NAME:
            message = Sentence("单位名称有{count}个字，不像名称", {"count": len(name)})
            remedy = Sentence("请写全称，不超过{limit}个字；说明写到别处", {"limit": _LONGEST_NAME})
            self._accuse("name", "name-too-long", message, remedy)
            return ""
        return name

    def _code(self) -> str:
        value = self.row.values.get("code")
        if isinstance(value, int | float) and len(text_of(value).lstrip("-")) > _EXACT_DIGITS:
            message = Sentence("单位代码存成了数字，超过15位的末几位已经丢失")
            remedy = Sentence("请把这一格设为文本格式，再对照证书重新输入代码")
            self._accuse("code", "code-truncated", message, remedy)
            return ""
        code = self._text("code")
        if code and not pattern(_CODE).fullmatch(code):
            message = Sentence("单位代码“{value}”里有不能用的字符，或者超过{limit}个字", {"limit": _LONGEST_CODE})
            self._accuse("code", "code-odd", message, Sentence("代码只用数字、字母、汉字和短横线"))
            return ""
        return code

    def _text(self, key: str) -> str:
        """What the cell says; "" for a blank and for 无. A cell with an error or a lost formula is accused."""
        if key in self.row.unreadable:
            message = Sentence("“{column}”这一格是错误值或没有结果的公式（{value}）")
            self._accuse(key, "cell-unreadable", message, Sentence("请直接输入内容，不要用公式"))
            return ""
        text = clean_name(self.row.text(key))
        return "" if is_blank(text) or is_none_word(text) else text

    def _choice(self, key: str, meant: Mapping[str, tuple[str, ...]]) -> str | None:
        """The choice that was meant, None for a blank; another word is accused."""
        if key in self.row.unreadable:
            self._text(key)
            return None
        typed = bare(self.row.text(key)).replace("、", "").strip("。.")
        if not typed:
            return None
        for choice, words in meant.items():
            if typed in words:
                return choice
        self._accuse(
            key, "unknown-choice", Sentence("“{column}”不能填“{value}”"), Sentence("请从下拉列表里选：{choices}")
        )
        return None

    def _exemption(self) -> Exemption | None:
        choice = self._choice("exemption", _EXEMPTIONS)
        return next((one for one in _EXEMPT if one == choice), None)

    def _day(self, key: str, nothing: frozenset[str] = frozenset()) -> date | None:
        if not self._text(key) or bare(self.row.text(key)) in nothing:
            return None
        day = read_date(self.row.values.get(key))
        if day is None:
            message = Sentence("“{column}”写的是“{value}”，看不出是哪一天")
            self._accuse(key, "day-unreadable", message, Sentence("请写成2014-06-30这样的日期，年、月、日都要写"))
        return day


def read_entries(rows: list[RosterRow], keep: Callable[[RosterFault], None]) -> Iterator[Entry]:
    """The units of these rows; what is wrong in a row is handed to `keep`, and a row without a name gives no unit."""
    for row in rows:
        reader = RowReader(row)
        entry = reader.entry()
        for fault in reader.faults:
            keep(fault)
        if entry is not None:
            yield entry
