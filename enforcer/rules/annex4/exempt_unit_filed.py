from collections.abc import Iterator

from enforcer.annexes.officer import is_exempt
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, rule


@rule(
    "A409",
    "exempt-unit-filed",
    "免报单位报送了附件4",
    severity="info",
    clause="officers",
    annexes=(4,),
    message="单位名录登记为{kind}单位，不需要报送附件4",
    expected="公安、税务单位免报行政执法人员信息登记表，只报本系统执法证件的清理结果",
    remedy="可以不报；单位名录登记有误的，请告知县法制办更正",
)
def exempt_unit_filed(dossier: Dossier, clause: Clause) -> Iterator[Remark]:
    """要求：公安、税务单位不需要填报《行政执法人员信息登记表》。是否免报以单位名录为准，不看单位名称。

    依据：桓政办发〔2014〕36号 二（七）。
    错误示例：县公安局报送了附件4。
    正确示例：县公安局只报执法证件清理结果。
    """
    if is_exempt(dossier) and dossier.unit is not None:
        for reading in dossier.of(4):
            if reading.nil is None:
                yield Remark(reading.place, {"kind": dossier.unit.exemption})
