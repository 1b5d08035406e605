from collections.abc import Iterator

from enforcer.domain.clause import Clause
from enforcer.domain.reading import Reading
from enforcer.domain.row import Place
from enforcer.domain.rule import Remark, rule
from enforcer.domain.sentence import Sentence


@rule(
    "W003",
    "missing-column",
    "缺少必填栏目",
    severity="error",
    clause="annex",
    message="表中没有“{field}”一栏",
    expected="附件{annex}必须有“{field}”一栏",
    remedy="请在表中补上“{field}”一栏并逐行填写；已有这一栏的，请把表头改为“{field}”",
)
def missing_column(reading: Reading, clause: Clause) -> Iterator[Remark]:
    """要求：附件规定的必填栏目一个也不能少。附件3的适用条件每行都写在裁量阶次一格里的（“从轻：初次违法”），不算缺少。

    依据：附件对应的条款。
    错误示例：检查计划没有“检查依据”一栏。
    正确示例：检查计划的七个要素各占一栏。
    """
    form, table = reading.form, reading.table
    if form is None or table is None or (reading.nil is not None and not reading.rows):
        return
    line = reading.header_rows[-1] if reading.header_rows else None
    for key in form.elements:
        if key not in table.columns and not (key == "conditions" and _stands_with_the_tier(reading)):
            at = Place(table.file, table.sheet, line, field=key)
            yield Remark(at, {"field": Sentence(form.column(key).header), "annex": form.annex})


def _stands_with_the_tier(reading: Reading) -> bool:
    """Whether every row says its conditions in the cell of its tier: 从轻：初次违法."""
    from enforcer.annexes.tier_words import read_tier_word  # noqa: PLC0415 - annex 3 alone pays for it

    words = [read_tier_word(row["tier"]) for row in reading.rows]
    return bool(words) and all(word is not None and word.rest for word in words)
