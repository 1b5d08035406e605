from collections.abc import Iterator

from enforcer.domain.clause import Clause
from enforcer.domain.reading import Reading
from enforcer.domain.rule import Remark, rule
from enforcer.domain.sentence import Sentence


@rule(
    "W010",
    "hidden-content",
    "有隐藏的内容",
    severity="info",
    clause="material",
    message={
        "sheet": "工作表“{value}”是隐藏的，里面有内容",
        "rows": "第{stretch}行是隐藏的，里面有内容",
        "columns": "第{stretch}列是隐藏的，里面有内容",
    },
    expected="报送的内容都能看到，与加盖公章的纸质件一致",
    remedy="请取消隐藏并核对：该报的显示出来，不该报的删除",
)
def hidden_content(reading: Reading, clause: Clause) -> Iterator[Remark]:
    """要求：电子版与加盖公章的纸质件一致，不留隐藏的行、列和工作表。

    依据：桓政办发〔2014〕36号 二（八）。
    错误示例：把上一年度的几行隐藏起来，没有删除。
    正确示例：表中所有行、列都显示。
    """
    for fact in reading.hidden:
        case = "sheet" if fact.place.row is None else "rows" if fact.place.column is None else "columns"
        first, _, last = fact.value.partition(":")
        stretch = first if last in ("", first) else Sentence("{first}至{last}", {"first": first, "last": last})
        yield Remark(fact.place, {"stretch": stretch}, value=fact.value if case == "sheet" else None, case=case)
