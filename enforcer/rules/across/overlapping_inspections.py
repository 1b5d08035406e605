from enforcer.annexes.overlaps.remarks import remarks
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import County
from enforcer.domain.rule import Remarks, rule


@rule(
    "X006",
    "overlapping-inspections",
    "两个单位同期检查同一对象",
    severity="info",
    clause="purpose",
    annexes=(1,),
    message="疑似重复检查：{units}在重叠的时间检查“{subject}”：{claims}",
    expected="同一对象在同一时期由一个单位检查，或者联合检查",
    remedy="请法制办协调有关单位错开时间，或者改为联合检查；对象其实不同的，记录为“不是同一事项”（{key}）",
)
def overlapping_inspections(county: County, clause: Clause) -> Remarks:
    """要求：两个单位不在重叠的时间检查同一对象，或者按字面包含该对象的一类对象。

    联合检查、互相写明对方的，各在不同镇的，不算重复；检查时间读不准的，不作判断；“有关单位”这样宽泛的对象不作比对。
    只是疑似，仅供法制办研究，不写进单位的退改件，不影响退出码。

    依据：桓政办发〔2014〕36号 引言“切实解决多头执法、交叉执法、重复执法问题”。
    错误示例：县安监局3月至10月检查“危险化学品企业”，县环保局6月检查“危险化学品生产企业”。
    正确示例：一个在3月，一个在9月；或者两个单位的计划都写明与对方联合检查。
    """
    yield from remarks(county, "target")
