from enforcer.annexes.overlaps.remarks import remarks
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import County
from enforcer.domain.rule import Remarks, rule


@rule(
    "X004",
    "same-article-different-floor",
    "同一条款的裁量幅度不同",
    severity="info",
    clause="purpose",
    annexes=(3,),
    message="疑似同法不同罚：{units}都依据{subject}处罚，同一阶次的幅度不同：{claims}",
    expected="同一法律条款在全县的裁量幅度一致",
    remedy="请法制办组织有关单位对照两份裁量基准，商定一致的幅度；确属不同事项的，记录为“不是同一事项”（{key}）",
)
def same_article_different_floor(county: County, clause: Clause) -> Remarks:
    """要求：两个单位依据同一法律的同一条、款处罚时，同一阶次、同一对象、同一计算基数的幅度应当一致。

    法律名称带不带书名号、“中华人民共和国”和修正年份，条号用汉字还是数字，都算相同；写明的项不同的，不算同一条款。
    只是疑似，仅供法制办研究，不写进单位的退改件，不影响退出码。

    依据：桓政办发〔2014〕36号 引言“切实解决多头执法、交叉执法、重复执法问题”；二（一）。
    错误示例：同依《食品安全法》第八十五条，从轻一档，甲单位处2000元以上1万元以下，乙单位处5000元以上2万元以下。
    正确示例：两个单位的幅度相同；或者一个罚单位、一个罚个人。
    """
    yield from remarks(county, "law")
