from enforcer.annexes.overlaps.remarks import remarks
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import County
from enforcer.domain.rule import Remarks, rule


@rule(
    "X003",
    "officer-in-two-units",
    "同一人员在两个单位登记",
    severity="warning",
    clause="law:one-unit",
    annexes=(4,),
    message="疑似同一人：“{subject}”在{units}都登记为执法人员：{claims}",
    expected="一名执法人员只在一个单位登记、持一个证件；调离的，原证件上缴注销",
    remedy="请法制办向有关单位核实：是调动的，由原单位删去并上缴证件；不是同一人的，记录为“不是同一人”（{key}）",
)
def officer_in_two_units(county: County, clause: Clause) -> Remarks:
    """要求：一名执法人员只在一个单位登记。身份证号相同的是同一人；有一方没有可用的身份证号时，姓名和执法证号都相同的是同一人。

    只是疑似，仅供法制办核实，不写进单位的退改件，不影响退出码。受托组织与委托机关、撤并单位与承继单位之间不作比对。

    依据：《淄博市行政执法证件管理办法》第十六条。
    错误示例：同一身份证号既在县安监局的附件4，又在县环保局的附件4。
    正确示例：两个单位各有一名“张三”，身份证号不同。
    """
    yield from remarks(county, "officer")
