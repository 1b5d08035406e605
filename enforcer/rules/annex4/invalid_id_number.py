from collections.abc import Iterator
from typing import Final

from enforcer.annexes.identity import BrokenId, Identity
from enforcer.annexes.officer import exempted, officers
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.masking import mask
from enforcer.domain.rule import Remark, Unsure, rule

_ENOUGH_DIGITS: Final = 6


@rule(
    "A402",
    "invalid-id-number",
    "身份证号有误",
    severity="error",
    clause="officers",
    annexes=(4,),
    message={
        "length": "身份证号应为18位，填写的是{length}位",
        "characters": "身份证号里有不该有的字：“{value}”",
        "region": "身份证号前两位不是任何省份的代码",
        "birth": "身份证号中的出生日期在日历上不存在",
        "check": "身份证号最后一位与前17位对不上，至少有一位填错",
        "retired": "填写的是15位的旧身份证号，已停用",
    },
    expected={
        "length": "18位的公民身份号码",
        "characters": "18位的公民身份号码：前17位是数字，最后一位是数字或X",
        "region": "18位的公民身份号码，前两位是省份代码，例如山东是37",
        "birth": "18位的公民身份号码，第7至14位是出生年月日",
        "check": "与身份证完全一致的18位公民身份号码",
        "retired": "现行的18位公民身份号码（15位号码自2013年1月1日起停用）",
    },
    remedy="请对照本人身份证，在{address}重新填写18位号码；单元格先设为文本格式",
    silenced_by=("W005", "W006", "W008"),
)
def invalid_id_number(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：执法人员的身份证号填写正确：18位，出生日期存在，校验码相符。

    依据：桓政办发〔2014〕36号 二（七）；《公民身份号码》（GB 11643-1999）。
    错误示例：少填一位；最后一位填错；仍填15位的旧号码。
    正确示例：与身份证一致的18位号码，最后一位可以是X。
    """
    yield from exempted(dossier)
    for officer in officers(dossier):
        identity = officer.identity
        if isinstance(identity, BrokenId):
            at = officer.row.place("id_number")
            yield Remark(at, {"length": identity.length}, value=_shown(officer.row["id_number"]), case=identity.fault)
        elif isinstance(identity, Identity) and identity.retired:
            yield Remark(officer.row.place("id_number"), value=_shown(officer.row["id_number"]), case="retired")


def _shown(typed: str) -> str:
    """What was typed, masked unless it is no number at all: too short for the engine's own masking is still an id."""
    return mask(typed) if sum(char.isdigit() for char in typed) >= _ENOUGH_DIGITS else typed
