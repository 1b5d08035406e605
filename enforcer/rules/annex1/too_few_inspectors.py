from enforcer.annexes.distinct import rows_where
from enforcer.annexes.inspection import plans
from enforcer.annexes.people import counted, crews, fewer
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Remarks, rule


@rule(
    "A104",
    "too-few-inspectors",
    "检查人员不足法定人数",
    severity="error",
    clause="law:two-officers",
    annexes=(1,),
    message="检查人员“{value}”只有{count}人",
    expected="行政执法检查，执法人员不得少于{people}人",
    remedy="请在{address}补足检查人员，写明至少{people}名执法人员；由一个机构的人员轮流检查的，可以填该机构全体执法人员",
)
def too_few_inspectors(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：每项检查至少安排法律规定的人数；只写机构或者“等”字、数不出人数的，不作判断。

    依据：《行政处罚法》（2009年修正）第三十七条“行政机关在调查或者进行检查时，执法人员不得少于两人”。
    错误示例：检查人员填“张三”或者“1人”。
    正确示例：检查人员填“张三、李四”、“2人”或者“监察大队全体执法人员”。
    """
    people = clause.figure("people")
    for reading in plans(dossier):
        few = tuple(rows_where(reading, "inspectors", lambda typed: fewer(typed, people)))
        together = crews(reading.rows, "inspectors", ("matter", "target")) if few else {}
        for row in few:
            typed = row["inspectors"]
            if row.number in together and not fewer(together[row.number], people):
                continue
            yield Remark(row.place("inspectors"), {"count": counted(typed), "people": people}, value=typed)
