import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from enforcer.annexes.officer import Officer, exempted, officers
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule
from enforcer.domain.sentence import Sentence

_SETTING: Final = "credential_pattern"
_MAJORITY_PERCENT: Final = 80
_OUTLIERS_PERCENT: Final = 5
_SHAPES: Final = str.maketrans("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "9" * 10 + "A" * 26)


@rule(
    "A407",
    "odd-credential-number",
    "执法证号可疑",
    severity="info",
    clause="officers",
    annexes=(4,),
    message={
        "wordy": "执法证号“{value}”里没有数字",
        "pattern": "执法证号“{value}”不符合本县设定的格式",
        "outlier": "执法证号“{value}”与本单位其他人的写法不同，其他人多写成“{usual}”这样",
    },
    expected={
        "wordy": "执法证上印的编号",
        "pattern": "符合本县设定的执法证号格式",
        "outlier": "同一机关制发的执法证，编号的位数和写法一致",
    },
    remedy="请对照执法证核对{address}；无误的不用改",
    silenced_by=("W005", "W006", "W008", "A405"),
)
def odd_credential_number(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：执法证号填写完整，写法与本县设定的格式或者本单位多数人的写法一致。执法证号全国没有统一格式，只作提示。

    依据：桓政办发〔2014〕36号 二（七）。
    错误示例：全单位的执法证号都是8位，只有一人填了7位。
    正确示例：与执法证上印的编号完全一致。
    """
    yield from exempted(dossier)
    stated = [officer for officer in officers(dossier) if officer.credential]
    numbered = [officer for officer in stated if any(map(str.isdigit, officer.credential))]
    if len(numbered) < len(stated):
        for officer in stated:
            if not any(map(str.isdigit, officer.credential)):
                yield _remark(officer, "wordy")
    pattern = dossier.settings.get(_SETTING)
    if pattern:
        yield from _against(str(pattern), numbered)
    else:
        yield from _outliers(numbered)


def _against(pattern: str, numbered: list[Officer]) -> Iterator[Remark | Unsure]:
    try:
        expected = re.compile(pattern, re.IGNORECASE)
    except re.error:
        reason = Sentence("设置的执法证号格式“{pattern}”不是正确的正则表达式", {"pattern": pattern})
        yield Unsure("unreadable", reason)
        return
    for officer in numbered:
        if expected.fullmatch(officer.credential) is None:
            yield _remark(officer, "pattern")


def _outliers(numbered: list[Officer]) -> Iterator[Remark]:
    """Those whose number has a length or shape of its own, where nearly all others share one."""
    shapes = Counter(officer.credential.translate(_SHAPES) for officer in numbered)
    total = len(numbered)
    if len(shapes) <= 1:
        return
    usual, count = shapes.most_common(1)[0]
    if count * 100 < total * _MAJORITY_PERCENT:
        return
    example = next(one.row["credential"] for one in numbered if one.credential.translate(_SHAPES) == usual)
    few = max(1, total * _OUTLIERS_PERCENT // 100)
    for officer in numbered:
        if shapes[officer.credential.translate(_SHAPES)] <= few:
            yield _remark(officer, "outlier", example)


def _remark(officer: Officer, case: str, usual: str = "") -> Remark:
    return Remark(officer.row.place("credential"), {"usual": usual}, value=officer.row["credential"], case=case)
