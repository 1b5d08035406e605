from enforcer.annexes.inspection import ANNEX
from enforcer.annexes.register import not_in, register
from enforcer.annexes.roll_call import called, remark_of
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remarks, Unsure, rule


@rule(
    "X001",
    "inspector-not-registered",
    "检查人员不在执法人员登记表",
    severity="warning",
    clause="law:inspectors",
    annexes=(1,),
    message={
        "unregistered": "检查人员“{name}”不在本单位附件4登记的执法人员中",
        "other-name": "检查人员“{name}”不在本单位附件4中；所写证号{number}在附件4第{row}行登记的是“{other}”",
        "other-number": "检查人员“{name}”写的证号是{number}，附件4第{row}行登记的是{registered}",
        "expired": "检查人员“{name}”的执法证有效期至{end}（附件4第{row}行），到{day}已经过期",
    },
    expected={
        "unregistered": "检查人员都在附件4登记，执法证在{day}有效",
        "other-name": "检查人员都在附件4登记，姓名和证号一致",
        "other-number": "检查人员的姓名和证号与附件4一致",
        "expired": "检查人员都在附件4登记，执法证在{day}有效（有效期最后一天仍有效）",
    },
    remedy={
        "unregistered": "请换成附件4中的执法人员；确是持证执法人员、漏了登记的，请补报附件4",
        "other-name": "请对照执法证核对姓名和证号，改正写错的一处",
        "other-number": "请对照执法证改正证号；同名的另一人没有登记的，请补报附件4",
        "expired": "请换成证件有效的执法人员；已经换证的，请更新附件4的有效期",
    },
    silenced_by=("W005", "W006"),
)
def inspector_not_registered(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：附件1写明姓名的检查人员，都在本单位附件4登记，执法证在核对之日有效；写了证号的，证号也要一致。

    同名的按证号区分；只写机构或者人数的、附件4没有报送的，不作判断。同一单位报了两份附件4的，在其中一份登记就算登记。
    公安、税务单位对照本单位报送的证件清理结果核对。

    依据：《行政处罚法》（2009年修正）第三十七条；2015年5月1日起为《山东省行政执法监督条例》第十条。
    通知二（七）只禁止未列入数据库的人员办理处罚案件，没有提到检查，所以本条是提醒。
    错误示例：检查人员填“张三、李四”，附件4里没有李四。
    正确示例：两人都在附件4，有效期至核对之日或者以后；或者填“监察大队全体执法人员”。
    """
    known = register(dossier)
    if known is not None:
        for one in called(dossier, ANNEX, "inspectors", known):
            yield one if isinstance(one, Unsure) else remark_of(one, dossier.day)
    elif dossier.rows(ANNEX):
        yield not_in(dossier)
