from collections.abc import Iterator
from typing import Final

from enforcer.annexes.choices import read_choice
from enforcer.annexes.identity import BrokenId, Identity
from enforcer.annexes.officer import Officer, exempted, officers
from enforcer.annexes.spans import read_span
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule
from enforcer.domain.sentence import Sentence

_UNREADABLE: Final = Sentence("身份证号有误，无法核对性别和出生年月")


@rule(
    "A403",
    "id-contradicts-sex-or-birth",
    "性别或出生年月与身份证号不符",
    severity="warning",
    clause="officers",
    annexes=(4,),
    message={
        "sex": "性别填“{value}”，与身份证号不符",
        "birth": "出生年月填“{value}”，与身份证号中的出生日期不符",
    },
    expected={
        "sex": "性别与身份证号第17位一致：单数为男，双数为女",
        "birth": "出生年月与身份证号第7至14位一致",
    },
    remedy="请对照本人身份证，核对{address}和身份证号，改正填错的一处",
    silenced_by=("W004", "W005", "W006"),
)
def id_contradicts_sex_or_birth(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：填写的性别、出生年月与身份证号一致。

    依据：桓政办发〔2014〕36号 二（七）；《公民身份号码》（GB 11643-1999）。
    错误示例：身份证号第17位是双数，性别填“男”。
    正确示例：身份证号第17位是单数，性别填“男”。
    """
    yield from exempted(dossier)
    for officer in officers(dossier):
        identity = officer.identity
        if isinstance(identity, Identity):
            yield from _contradictions(officer, identity)
        elif isinstance(identity, BrokenId):
            yield Unsure("unreadable", _UNREADABLE, officer.row.place("id_number"))


def _contradictions(officer: Officer, identity: Identity) -> Iterator[Remark]:
    row = officer.row
    index = row.table.form.index
    sex = row.values[index["sex"]]
    if sex != identity.sex:
        read = read_choice("sex", ("男", "女"), row["sex"])
        if read is not None and read != identity.sex:
            yield Remark(row.place("sex"), related=(row.place("id_number"),), value=row["sex"], case="sex")
    birth = row.values[index["birth"]]
    if birth is not None:
        span = read_span(birth)
        if span is not None and not span.first <= identity.birth <= span.last:
            yield Remark(row.place("birth"), related=(row.place("id_number"),), value=row["birth"], case="birth")
