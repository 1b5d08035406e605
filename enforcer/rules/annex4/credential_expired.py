from collections.abc import Iterator
from typing import Final

from enforcer.annexes.officer import exempted, is_applying, officers
from enforcer.annexes.spans import read_validity
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import is_blank, is_none_word

_UNREADABLE: Final = Sentence("有效期至读不准是哪一天，无法判断是否过期")


@rule(
    "A406",
    "credential-expired",
    "执法证已过期",
    severity="error",
    clause="officers",
    annexes=(4,),
    message="执法证有效期至{end}，到{day}已经过期",
    expected="执法证在{day}仍在有效期内（有效期最后一天仍有效）",
    remedy="请换发执法证后填写新的有效期；正在申领的在备注中写“申领中”；不再执法的请删除这一行",
    silenced_by=("W004", "W005", "W006"),
)
def credential_expired(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：登记的执法证在核对之日仍然有效。有效期最后一天仍算有效；只写到月的，算到月底。

    依据：桓政办发〔2014〕36号 二（七）。
    错误示例：核对之日为2014年7月15日，有效期至2014年6月30日。
    正确示例：有效期至2015年12月31日。
    """
    yield from exempted(dossier)
    for officer in officers(dossier):
        row = officer.row
        typed = row.raw("valid_until")
        end = read_validity(typed)
        if end is not None and dossier.day <= end:
            continue
        if is_blank(typed) or is_none_word(row["valid_until"]) or is_applying(row):
            continue
        at = row.place("valid_until")
        if end is None:
            yield Unsure("unreadable", _UNREADABLE, at)
        else:
            yield Remark(at, {"end": end, "day": dossier.day}, value=row["valid_until"])
