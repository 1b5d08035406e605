from collections.abc import Iterator

from enforcer.domain.clause import Clause
from enforcer.domain.reading import Reading
from enforcer.domain.rule import Remark, rule


@rule(
    "W009",
    "sample-row-left-in",
    "示例行没有删除",
    severity="error",
    clause="annex",
    message="表样里的示例行还留在表中：{value}",
    expected="表中只有本单位自己的内容",
    remedy="请删除{address}的示例行，或者改填本单位的内容",
)
def sample_row_left_in(reading: Reading, clause: Clause) -> Iterator[Remark]:
    """要求：报送的表中不得留有表样的示例行。

    依据：附件对应的条款。
    错误示例：第一行仍是表样里写着“示例”的一行。
    正确示例：删除示例行，从第一行起填写本单位的内容。
    """
    for fact in reading.sample_rows:
        yield Remark(fact.place, value=fact.value)
