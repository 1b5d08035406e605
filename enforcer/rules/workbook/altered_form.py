from collections.abc import Iterator

from enforcer.domain.clause import Clause
from enforcer.domain.reading import Reading
from enforcer.domain.rule import Remark, rule


@rule(
    "W011",
    "altered-form",
    "表样被改动",
    severity="info",
    clause="material",
    message="表样被改动：{change}",
    expected="在空白表上只填内容，不增删栏目，不改动下拉选项和公式",
    remedy="请核对内容是否完整；下次请在空白表上直接填写",
)
def altered_form(reading: Reading, clause: Clause) -> Iterator[Remark]:
    """要求：在统一的空白表上填写，不改动表样，以便数据导入平台。

    依据：桓政办发〔2014〕36号 二（八）。
    错误示例：删掉了“备注”一栏；粘贴内容时冲掉了下拉选项。
    正确示例：只在空白处填写，粘贴时选择“只粘贴文本”。
    """
    for alteration in reading.alterations:
        yield Remark(alteration.place, {"change": alteration.sentence})
