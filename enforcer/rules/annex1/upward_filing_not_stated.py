from enforcer.annexes.inspection import plans
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Remarks, rule
from enforcer.language.blanks import is_blank, is_none_word


@rule(
    "A109",
    "upward-filing-not-stated",
    "没有写明报上级业务主管单位备案",
    severity="warning",
    clause="plan",
    annexes=(1,),
    message={
        "": "没有写明计划报哪个上级业务主管单位备案、何时报的",
        "date": "写了上级业务主管单位“{superior}”，没有写明何时报其备案",
    },
    expected="检查计划既报县法制办，也报上级业务主管单位备案",
    remedy={
        "": "请在表头填写上级业务主管单位和报上级备案日期；没有上级业务主管单位的，请在“上级业务主管单位”处填“无”",
        "date": "请在表头“报上级备案日期”处填写报送的日期；还没有报的，请报送以后填写",
    },
)
def upward_filing_not_stated(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：检查计划报县法制办和上级业务主管单位备案，表头写明报哪个单位、何时报的。

    依据：桓政办发〔2014〕36号 二（二）“报县法制办和上级业务主管单位备案”。
    错误示例：“上级业务主管单位”和“报上级备案日期”都空白。
    正确示例：上级业务主管单位填“市安监局”，报上级备案日期填“2014-06-20”。
    """
    for reading in plans(dossier):
        superior = reading.header_text("superior")
        filed = reading.header_text("filed_superior")
        if not is_blank(filed) and not is_none_word(filed):
            continue
        if is_blank(superior):
            yield Remark(reading.place_of("filed_superior"))
        elif not is_none_word(superior) and "备案" not in superior and "已报" not in superior:
            yield Remark(reading.place_of("filed_superior"), {"superior": superior}, case="date")
