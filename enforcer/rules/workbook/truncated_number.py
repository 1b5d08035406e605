from collections.abc import Iterator
from typing import Final

from enforcer.annexes.columns import columns_of, typed_in
from enforcer.annexes.identity import lost_digits
from enforcer.domain.clause import Clause
from enforcer.domain.form import Kind
from enforcer.domain.reading import Reading
from enforcer.domain.rule import Remark, rule
from enforcer.domain.sentence import Sentence

_NUMBERS: Final = frozenset({int, float})
_JUDGED: Final[frozenset[Kind]] = frozenset({"id", "credential", "phone", "text"})


@rule(
    "W008",
    "truncated-number",
    "长号码丢失末几位",
    severity="error",
    clause="annex",
    message="“{field}”按数字存放，第15位以后的数字已经丢失",
    expected="号码按文本存放，一位不少",
    remedy="请先把{address}设为文本格式，再重新输入完整的号码；丢失的数字无法还原",
)
def truncated_number(reading: Reading, clause: Clause) -> Iterator[Remark]:
    """要求：身份证号、执法证号等长号码按文本填写，一位不少。

    依据：桓政办发〔2014〕36号 二（七）、二（八）。
    错误示例：身份证号按数字输入，显示为3.70321E+17，末三位变成000。
    正确示例：先设为文本格式再输入18位号码。
    """
    for column, values in columns_of(reading, _JUDGED):
        if column.kind == "text" and _NUMBERS.isdisjoint(map(type, values)):
            continue
        for row, value in zip(reading.rows, values, strict=True):
            if lost_digits(value) and typed_in(row, column.key):
                yield Remark(row.place(column.key), {"field": Sentence(column.header)}, value=row[column.key])
