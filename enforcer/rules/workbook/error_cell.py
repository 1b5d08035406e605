from collections.abc import Iterator

from enforcer.domain.clause import Clause
from enforcer.domain.reading import Reading
from enforcer.domain.rule import Remark, rule


@rule(
    "W006",
    "error-cell",
    "单元格是错误值",
    severity="error",
    clause="material",
    message="单元格显示的是错误值{value}，不是内容",
    expected="单元格里应当是内容，不是#REF!、#N/A、#VALUE!之类的错误值",
    remedy="请在{address}改填应填的内容；用公式的，先改正公式引用的位置",
)
def error_cell(reading: Reading, clause: Clause) -> Iterator[Remark]:
    """要求：电子版的单元格里不得留有错误值。

    依据：桓政办发〔2014〕36号 二（八）。
    错误示例：删掉了被引用的一列，单元格显示#REF!。
    正确示例：直接填写“监察大队”。
    """
    for fact in reading.error_cells:
        yield Remark(fact.place, value=fact.value)
