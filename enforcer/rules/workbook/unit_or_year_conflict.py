from collections.abc import Callable, Iterator, Sequence
from typing import Final

from enforcer.annexes.spans import read_span
from enforcer.domain.clause import Clause
from enforcer.domain.reading import Reading, Witness, WitnessSource
from enforcer.domain.rule import Remark, Unsure, rule
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import bare
from enforcer.language.units import normal_unit, same_unit

_GIVEN: Final = "given"
# The office's word stands beside those witnesses alone that the roster found to name another unit.
_OFFICE: Final = "office"
_FEWEST: Final = 2
_MOST_SHOWN: Final = 5
# The header is where a clerk can mend it; a folder is not the filer's.
_PLACES: Final[tuple[WitnessSource, ...]] = ("header", "title", "row", "mark", "folder", _OFFICE)


@rule(
    "W012",
    "unit-or-year-conflict",
    "单位或年度前后不一致",
    severity="error",
    clause="material",
    message={"unit": "单位前后不一致：{said}", "year": "年度前后不一致：{said}"},
    expected={
        "unit": "一张表只填一个单位，标题、表头和所在文件夹说的是同一个单位",
        "year": "一张表只填一个年度，标题、表头和所在文件夹说的是同一个年度",
    },
    remedy={
        "unit": "请改成同一个单位；用别的单位的空白表填的，请换用本单位的；几个单位的内容请分开报送",
        "year": "请改成同一个年度；用往年的表改的，请核对标题和表头",
    },
)
def unit_or_year_conflict(reading: Reading, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：一张表只属于一个单位、一个年度。单位的全称和简称算同一个单位。

    依据：桓政办发〔2014〕36号 二（八）。
    错误示例：标题写“桓台县农业局”，填报单位填“县安监局”。
    正确示例：标题写“桓台县农业局”，填报单位填“县农业局”。
    """
    if reading.unit is None:
        named = [witness for witness in reading.unit_witnesses if witness.source == _GIVEN or normal_unit(witness.text)]
        yield from _conflict("unit", named, same_unit)
    if reading.year is None:
        yield from _conflict("year", reading.year_witnesses, _same_year)


def _conflict(
    case: str, witnesses: Sequence[Witness], same: Callable[[str, str], bool | None]
) -> Iterator[Remark | Unsure]:
    """One remark where the witnesses fall into several camps; what was given on the command line ends all doubt."""
    if len(witnesses) < _FEWEST or any(witness.source == _GIVEN for witness in witnesses):
        return
    camps: list[Witness] = []
    doubtful: list[Witness] = []
    for witness in sorted(witnesses, key=lambda one: _PLACES.index(one.source)):
        agrees = [_OFFICE not in (witness.source, other.source) and same(witness.text, other.text) for other in camps]
        if None in agrees and True not in agrees:
            doubtful.append(witness)
        elif True not in agrees:
            camps.append(witness)
    if len(camps) > 1:
        said = tuple(_said(witness) for witness in camps[:_MOST_SHOWN])
        related = tuple(witness.place for witness in camps[1:])
        yield Remark(camps[0].place, {"said": said}, related, camps[0].text, case)
    elif doubtful:
        values = {"one": camps[0].text, "other": doubtful[0].text}
        reason = Sentence("“{one}”和“{other}”是不是同一个单位，要对照单位名录才能确定", values)
        yield Unsure("absent", reason, camps[0].place)


def _said(witness: Witness) -> Sentence:
    values = {"text": witness.text, "row": witness.place.row}
    match witness.source:
        case "mark":
            return Sentence("空白表是发给“{text}”用的", values)
        case "title":
            return Sentence("标题写的是“{text}”", values)
        case "folder":
            return Sentence("文件夹是“{text}”", values)
        case "office":
            return Sentence("按“{text}”收下", values)
        case "row":
            return Sentence("第{row}行写的是“{text}”", values)
        case _:
            return Sentence("表头填的是“{text}”", values)


def _same_year(one: str, other: str) -> bool:
    return _year(one) == _year(other)


def _year(text: str) -> object:
    span = read_span(bare(text).removesuffix("度"))
    return span.first.year if span else bare(text)
