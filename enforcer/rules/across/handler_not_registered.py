from enforcer.annexes.register import not_in, register
from enforcer.annexes.roll_call import called, remark_of
from enforcer.annexes.step import ANNEX, is_owed, not_owed
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remarks, Unsure, rule


@rule(
    "X002",
    "handler-not-registered",
    "承办人员不在执法人员登记表",
    severity="error",
    clause="officers-only",
    annexes=(2,),
    message={
        "unregistered": "承办人员“{name}”不在本单位附件4登记的执法人员中",
        "other-name": "承办人员“{name}”不在本单位附件4中；所写证号{number}在附件4第{row}行登记的是“{other}”",
        "other-number": "承办人员“{name}”写的证号是{number}，附件4第{row}行登记的是{registered}",
        "expired": "承办人员“{name}”的执法证有效期至{end}（附件4第{row}行），到{day}已经过期",
    },
    expected={
        "unregistered": "承办人员都在附件4登记，执法证在{day}有效；没有列入数据库的人员不得办理行政处罚案件",
        "other-name": "承办人员都在附件4登记，姓名和证号一致",
        "other-number": "承办人员的姓名和证号与附件4一致",
        "expired": "承办人员都在附件4登记，执法证在{day}有效（有效期最后一天仍有效）",
    },
    remedy={
        "unregistered": "请换成附件4中的执法人员；确是持证执法人员、漏了登记的，请补报附件4",
        "other-name": "请对照执法证核对姓名和证号，改正写错的一处",
        "other-number": "请对照执法证改正证号；同名的另一人没有登记的，请补报附件4",
        "expired": "请换成证件有效的执法人员；已经换证的，请更新附件4的有效期",
    },
    silenced_by=("W005", "W006"),
)
def handler_not_registered(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：附件2写明姓名的承办人员，都在本单位附件4登记，执法证在核对之日有效；填了执法证号的，证号也要一致。

    同名的按证号区分；只写机构或者人数的、附件4没有报送的，不作判断。同一单位报了两份附件4的，在其中一份登记就算登记。
    公安、税务单位对照本单位报送的证件清理结果核对；没有行政处罚权的单位不需要填报附件2。

    依据：桓政办发〔2014〕36号 二（七）“凡未列入数据库的人员，不得在本行政区域内办理行政处罚案件”。
    错误示例：“调查”的承办人员填“张三、李四”，附件4里没有李四。
    正确示例：两人都在附件4，有效期至核对之日或者以后。
    """
    yield from not_owed(dossier)
    if not is_owed(dossier):
        return
    known = register(dossier)
    if known is not None:
        for one in called(dossier, ANNEX, "handlers", known, "credential"):
            yield one if isinstance(one, Unsure) else remark_of(one, dossier.day)
    elif dossier.rows(ANNEX):
        yield not_in(dossier)
