from collections.abc import Iterator

from enforcer.domain.clause import Clause
from enforcer.domain.reading import Reading
from enforcer.domain.rule import Remark, rule


@rule(
    "W005",
    "uncalculated-formula",
    "公式没有算出结果",
    severity="error",
    clause="material",
    message="公式没有保存计算结果，读不到内容",
    expected="单元格里应当有算好的内容",
    remedy="请用WPS或Excel打开文件，看到{address}显示结果后保存，再重新报送；也可以直接填写内容",
)
def uncalculated_formula(reading: Reading, clause: Clause) -> Iterator[Remark]:
    """要求：电子版的每个单元格都能读到内容，公式要有计算结果。

    依据：桓政办发〔2014〕36号 二（八）。
    错误示例：由其他软件导出、从未在WPS或Excel中打开保存过的公式单元格。
    正确示例：直接填写的内容，或者打开后重新保存过的公式。
    """
    for fact in reading.empty_formulas:
        yield Remark(fact.place, value=fact.value or None)
