"""One row of annex 2: a step in which the unit takes up, examines and decides its penalty cases."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple

from enforcer.annexes.choices import read_choice
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.reading import Reading
from enforcer.domain.row import Place, Row
from enforcer.domain.rule import Unsure
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import bare, is_blank
from enforcer.language.persons import Persons, read_persons

ANNEX: Final = 2

GENERAL: Final = "一般程序"
SUMMARY: Final = "简易程序"
HEARING: Final = "听证程序"
UNKNOWN: Final = ""

REGISTRATION: Final = "检查登记"
OPENING: Final = "立案"
INVESTIGATION: Final = "调查"
DECISION: Final = "决定"
SERVICE: Final = "送达"
EXECUTION: Final = "执行"

_ANCHORS: Final = frozenset({REGISTRATION, OPENING, INVESTIGATION, DECISION, SERVICE})
_LONGEST: Final = 60
_KEPT: Final = 1024

# What a word is about when it stands in a longer one: 立案决定 opens a case and decides none.
_REWRITTEN: Final = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        (r"(?:证据)?(?:先行)?登记保存(?:证据)?(?:的?(?:处理)?决定)?", "保全"),
        (r"(?:决定(?:是否|予以|不予)?|(?:是否|不予))+立案|立案(?:登记|决定|审批|审查|审核)+", "立案"),
        (r"(?:结案|罚没物品?|归档)登记", "结案"),
        (r"送达[^、,;/和及与]*告知书?|告知书的?送达|拟?作?出?(?:行政)?处罚(?:决定)?之?前的?(?:事先)?告知", "告知"),
        (r"拟?作出(?:行政)?处罚(?:决定)?的?(?:事先)?告知|决定之?前的?告知", "告知"),
        (r"(?:行政)?(?:处罚)?决定书?的?(?:执行|履行)|(?:执行|履行)(?:行政)?(?:处罚)?决定书?", "执行"),
        (r"(?:行政)?(?:处罚)?决定书的?送达|送达(?:行政)?(?:处罚)?决定书", "送达"),
        (r"(?:复议|强制(?:措施|执行)?|听证)决定", "其他"),
        (r"调查(?:终结)?(?:报告)?的?(?:审核|审批|审查|复核)", "审核"),
    )
)
_KINDS: Final = (
    (REGISTRATION, ("检查", "巡查", "巡检")),
    (OPENING, ("立案", "受案")),
    (INVESTIGATION, ("调查", "取证", "收集证据")),
    ("审核", ("审核", "审批", "审查", "复核", "会审", "讨论")),
    ("告知", ("告知",)),
    ("听证", ("听证",)),
    (DECISION, ("决定", "裁决", "作出处罚", "作出行政处罚", "下达处罚", "下达行政处罚", "实施处罚", "实施行政处罚")),
    (SERVICE, ("送达", "送交", "交付")),
    (EXECUTION, ("执行", "履行", "缴纳", "缴款", "收缴")),
)
_NUMBERING: Final = re.compile(r"^[(第]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[).、:步]+")
_REGISTRATIONS: Final = frozenset({"登记", "执法登记"})
# Words under which a step may be meant: too little to pass it, enough not to call it missing.
_HINTS: Final = {
    REGISTRATION: ("登记", "案源", "来源", "线索", "发现"),
    OPENING: ("受理", "立项"),
    INVESTIGATION: ("询问", "勘验", "勘查", "稽查", "核查", "核实", "查处", "查证", "保全"),
    DECISION: ("处罚", "处理", "审理", "审批", "讨论"),
    SERVICE: ("宣告", "发放", "寄", "签收", "下达"),
}
_NOT_DECIDED: Final = ("处罚告知", "处罚执行")


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a procedure. `name` is folded, "" where none was typed; `kinds` says what it is, perhaps several."""

    row: Row
    name: str
    kinds: frozenset[str]

    @property
    def handlers(self) -> Persons:
        """承办人员, read."""
        return read_persons(self.row["handlers"])

    def names(self, kind: str) -> bool:
        """Whether the step is of that kind: one of ours, or a word of the notice's own that stands in its name."""
        return kind in self.kinds or (not self.kinds and kind in self.name)

    def may_be(self, kind: str) -> bool:
        """Whether the step may be meant for that kind, though its name does not say so."""
        plain = _plain(self.name)
        for word in _NOT_DECIDED:
            plain = plain.replace(word, "")
        if any(hint in plain for hint in _HINTS.get(kind, ())):
            return True
        return not self.kinds and any(kind in bare(self.row[field]) for field in ("manner", "document"))


class Block(NamedTuple):
    """The steps of one procedure, in their order: 一般程序, 简易程序, 听证程序, or UNKNOWN; `label` as typed."""

    procedure: str
    label: str
    steps: tuple[Step, ...]

    @property
    def place(self) -> Place:
        """Where the procedure is named, or else its first step."""
        row = self.steps[0].row
        return row.place("procedure" if row["procedure"] and row.has("procedure") else "step")


def blocks(dossier: Dossier) -> tuple[Block, ...]:
    """The procedures of all annex-2 tables in the dossier; none where the unit has no penalty power.

    An empty 程序类别 is the general procedure. Rows of one procedure that stand apart (its hearing between them) are
    one block, unless most of its steps come back: then they are two procedures.
    """
    if not is_owed(dossier):
        return ()
    return dossier.once(blocks, lambda: tuple(one for reading in dossier.of(ANNEX) for one in _blocks(reading)))


def is_owed(dossier: Dossier) -> bool:
    """Whether the unit owes annex 2: the roster does not say that it has no penalty power."""
    return dossier.unit is None or dossier.unit.penalty_power


def not_owed(dossier: Dossier) -> Iterator[Unsure]:
    """Says that annex 2 is not owed, where it is not: then no rule judges its rows."""
    if not is_owed(dossier):
        yield Unsure("not_applicable", Sentence("单位名录登记本单位没有行政处罚权，不需要填报附件2，未作核对"))


def asked_steps(clause: Clause) -> tuple[str, ...]:
    """The steps that the clause asks of the general procedure, in their order. Raises KeyError where it names none."""
    steps = clause.figures["steps"]
    if not isinstance(steps, list | tuple):
        raise KeyError("steps")
    return tuple(map(str, steps))


@lru_cache(maxsize=_KEPT)
def kinds_of(name: str) -> frozenset[str]:
    """What a step is by its folded name: 立案调查 is two kinds, 法制宣传 none."""
    plain = _plain(name)
    if plain in _REGISTRATIONS:
        return frozenset({REGISTRATION})
    return frozenset(kind for kind, words in _KINDS if any(word in plain for word in words))


def _plain(name: str) -> str:
    """The name with each phrase that only mentions a step put as what it is about; "" where it is no name at all."""
    if len(name) > _LONGEST:
        return ""
    for pattern, word in _REWRITTEN:
        name = pattern.sub(word, name)
    return name


def _blocks(reading: Reading) -> Iterator[Block]:
    made: list[tuple[str, str, list[Step]]] = []
    for label, rows in groupby(reading.rows, key=lambda row: row["procedure"]):
        procedure = _procedure(reading, label)
        for steps in _rounds([_step(row) for row in rows]):
            last = next((one for one in reversed(made) if one[0] == procedure), None)
            if last is None or _is_another(last[2], steps):
                made.append((procedure, label, steps))
            else:
                last[2].extend(steps)
    return (Block(procedure, label, tuple(steps)) for procedure, label, steps in made)


def _rounds(steps: list[Step]) -> Iterator[list[Step]]:
    """Neighbouring rows with the same 程序类别, cut where they begin again with the first step."""
    start = 0
    for position, step in enumerate(steps):
        if REGISTRATION in step.kinds and _named(steps[start:position]) >= {REGISTRATION, SERVICE}:
            yield steps[start:position]
            start = position
    yield steps[start:]


def _is_another(before: list[Step], after: list[Step]) -> bool:
    """Whether these are the steps of another procedure of the same kind: the greater part of them was there before."""
    anchors = _named(after) & _ANCHORS
    return len(anchors) > len(_ANCHORS) // 2 and len(anchors & _named(before)) > 1


def _named(steps: Iterable[Step]) -> set[str]:
    return {kind for step in steps for kind in step.kinds}


def _step(row: Row) -> Step:
    text = row["step"]
    name = "" if is_blank(text) else _NUMBERING.sub("", bare(text))
    return Step(row, name, kinds_of(name))


def _procedure(reading: Reading, label: str) -> str:
    word = bare(label)
    if is_blank(label):
        return _announced(reading) or GENERAL
    if ("一般程序" in word or "普通程序" in word) and "简易" not in word:
        return GENERAL
    choices = reading.form.column("procedure").choices if reading.form else ()
    return read_choice("procedure", choices, label) or UNKNOWN


def _announced(reading: Reading) -> str | None:
    """The procedure that the table's title or else its sheet's name is about; None where neither names one."""
    choices = reading.form.column("procedure").choices if reading.form else ()
    names = (reading.title.text if reading.title else "", reading.table.sheet if reading.table else "")
    return next((found for name in names if (found := read_choice("procedure", choices, name))), None)
