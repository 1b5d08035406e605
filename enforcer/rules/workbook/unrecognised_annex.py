from collections.abc import Iterator

from enforcer.domain.clause import Clause
from enforcer.domain.form import Form
from enforcer.domain.reading import Reading
from enforcer.domain.row import Place
from enforcer.domain.rule import Remark, rule
from enforcer.domain.sentence import Sentence

_LOOKS = (
    "表头应与表样一致：附件1有“检查依据、检查机构、检查人员、检查时间”，附件2有“步骤、方式（内容）、时限、承办机构”，"
    "附件3有“违法行为、法定依据、裁量阶次、适用条件”，附件4有“姓名、身份证号、执法机构、执法证号”"
)
_FORM_HEADERS = 4


@rule(
    "W002",
    "unrecognised-annex",
    "认不出是哪个附件",
    severity="error",
    clause="material",
    message={
        "": "没有找到附件1至附件4的表格，只看到工作表{sheets}",
        "empty": "文件里没有任何可读的表格",
        "given": "没有找到附件{annex}的表头，只看到工作表{sheets}",
    },
    expected={
        "": _LOOKS,
        "empty": _LOOKS,
        "given": "附件{annex}的表头应有“{headers}”等栏目",
    },
    remedy="请把内容填到县法制办下发的空白表里，表头不要改动；如果不是附件1至附件4，请从本次报送的文件中拿出来",
)
def unrecognised_annex(reading: Reading, clause: Clause) -> Iterator[Remark]:
    """要求：报送的表格能认出是附件1至附件4中的哪一个。

    依据：桓政办发〔2014〕36号 二（八）。
    错误示例：只有一份会议通知，或者没有表头的人员名单。
    正确示例：表头为“步骤、方式（内容）、时限、承办机构、承办人员”的附件2。
    """
    if reading.failure is not None or reading.skip is not None or reading.table is not None or reading.nil is not None:
        return
    sheets = tuple(skipped.place.sheet for skipped in reading.skipped_sheets if skipped.place.sheet)
    if reading.form is None or not sheets:
        yield Remark(Place(reading.file), {"sheets": sheets}, case="" if sheets else "empty")
    else:
        yield Remark(Place(reading.file), {"sheets": sheets, **_looks(reading.form)}, case="given")


def _looks(form: Form) -> dict[str, object]:
    headers = tuple(Sentence(form.column(key).header) for key in form.elements[:_FORM_HEADERS])
    return {"annex": form.annex, "headers": headers}
