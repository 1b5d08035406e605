from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Remarks, Unsure, rule
from enforcer.domain.sentence import Sentence


@rule(
    "X007",
    "unit-not-confirmed",
    "执法主体未经确认公布",
    severity="error",
    clause="subjects",
    message="单位名录把“{unit}”登记为未确认的行政处罚主体",
    expected="行政处罚主体经县政府确认公布",
    remedy="请向县法制办报送主体资格依据，由县政府确认公布；已经确认的，请把确认文号告诉县法制办，更正单位名录",
)
def unit_not_confirmed(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：行政处罚主体须经县政府确认公布。只有单位名录写明“未确认”的才指出；没有单位名录的不作判断。

    依据：桓政办发〔2014〕36号 二（七）“凡未经县政府确认公布的行政处罚主体将从省行政执法证件管理系统中删除”。
    错误示例：单位名录里，该单位的主体确认文号一栏填“未确认”。
    正确示例：单位名录里填有县政府的确认文号，或者空着。
    """
    if dossier.unit is None:
        yield Unsure("absent", Sentence("没有单位名录，不知道该单位是否经县政府确认公布"))
    elif not dossier.unit.confirmed:
        readings = sorted(dossier.readings, key=lambda one: (one.annex or 0, one.file))
        if readings:
            yield Remark(readings[0].place_of("unit"), {"unit": dossier.unit.name}, value=dossier.unit.name)
