from enforcer.annexes.overlaps.remarks import remarks
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import County
from enforcer.domain.rule import Remarks, rule


@rule(
    "X005",
    "same-violation-two-units",
    "两个单位处罚同一违法行为",
    severity="info",
    clause="purpose",
    annexes=(3,),
    message="疑似多头执法：{units}都依据{subject}处罚：{claims}",
    expected="一项处罚权由一个单位行使，或者有明确的分工",
    remedy="请法制办会同有关单位界定权限；已有明确分工、不是同一事项的，记录为“不是同一事项”（{key}）",
)
def same_violation_two_units(county: County, clause: Clause) -> Remarks:
    """要求：不同单位的裁量基准不依据同一法律的同一条、款处罚。看的是法定依据里规定处罚的那一条，不是“违反”的那一条。

    法律名称带不带书名号、“中华人民共和国”和修正年份，条号用汉字还是数字，都算相同；写明的项不同的，不算同一违法行为。
    只是疑似，仅供法制办研究，不写进单位的退改件，不影响退出码。

    依据：桓政办发〔2014〕36号 引言“切实解决多头执法、交叉执法、重复执法问题”；二（一）。
    错误示例：县农业局和县食药监局的裁量基准都有依据《农产品质量安全法》第五十条处罚的事项。
    正确示例：两个单位依据同一部法律的不同条款处罚。
    """
    yield from remarks(county, "violation")
