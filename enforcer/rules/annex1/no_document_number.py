from enforcer.annexes.inspection import plans
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Remarks, rule
from enforcer.language.blanks import is_blank, is_none_word
from enforcer.language.document_numbers import read_document_number


@rule(
    "A107",
    "no-document-number",
    "检查计划没有发文字号",
    severity="error",
    clause="plan",
    annexes=(1,),
    message={
        "": "没有填写发文字号，看不出计划是以本单位正式文件发布的",
        "unreadable": "发文字号“{value}”不完整，读不出文号",
    },
    expected="检查计划以本单位正式文件发布，发文字号由机关代字、年份和序号组成，如“桓安监发〔2014〕12号”",
    remedy={
        "": "请在表头“发文字号”处填写发布计划的正式文件的文号；还没有行文的，请先以本单位正式文件发布",
        "unreadable": "请在{address}把机关代字、年份和序号写全",
    },
    silenced_by=("W005", "W006"),
)
def no_document_number(dossier: Dossier, clause: Clause) -> Remarks:
    """要求：检查计划以本单位正式文件发布，表头要有完整的发文字号。

    依据：桓政办发〔2014〕36号 二（二）“以本单位正式文件发布”。
    错误示例：发文字号空白，或者只有“〔〕号”。
    正确示例：发文字号填“桓安监发〔2014〕12号”。
    """
    for reading in plans(dossier):
        typed = reading.header_text("document_number")
        if is_blank(typed) or is_none_word(typed):
            yield Remark(reading.place_of("document_number"), value=typed or None)
        elif read_document_number(typed) is None:
            yield Remark(reading.place_of("document_number"), value=typed, case="unreadable")
