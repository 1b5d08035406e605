from collections.abc import Iterator

from enforcer.annexes.elements import unanswered
from enforcer.annexes.officer import exempted, is_applying, is_exempt
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule

_ANSWERED_BY_APPLYING = ("credential", "valid_until")


@rule(
    "A401",
    "missing-element",
    "人员登记要素缺项",
    severity="error",
    clause="officers",
    annexes=(4,),
    message={
        "": "“{field}”没有填写",
        "credential": "“{field}”没有填写",
        "empty": "表中没有登记任何执法人员",
    },
    expected={
        "": "每名执法人员都要填写姓名、性别、身份证号、执法机构、职务、执法类别、执法证号、有效期至",
        "credential": "执法证号、有效期至按证件填写；执法证正在申领的，备注写“申领中”",
        "empty": "至少登记一名执法人员，或者注明“零报告”",
    },
    remedy={
        "": "请在{address}填写“{field}”",
        "credential": "请在{address}填写“{field}”；执法证正在申领的，在备注中写“申领中”，执法证号和有效期至可以不填",
        "empty": "请逐人填写后重新报送；确无执法人员的，在第一行填写“零报告”",
    },
    silenced_by=("W005", "W006"),
)
def missing_element(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：每名执法人员登记姓名、性别、身份证号、执法机构、职务、执法类别、执法证号、有效期至；执法证正在申领的，备注写“申领中”。

    依据：桓政办发〔2014〕36号 二（七）。
    错误示例：执法证号一栏空白，备注也没有说明。
    正确示例：执法证号、有效期至空白，备注写“申领中”。
    """
    yield from exempted(dossier)
    if is_exempt(dossier):
        return
    for reading in dossier.of(4):
        rows = {row.number: row for row in reading.rows}
        for remark in unanswered(reading):
            if remark.at.field not in _ANSWERED_BY_APPLYING:
                yield remark
                continue
            row = rows.get(remark.at.row or 0)
            if row is None or not is_applying(row):
                yield remark._replace(case="credential")
