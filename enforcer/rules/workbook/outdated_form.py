from collections.abc import Iterator

from enforcer.domain.clause import Clause
from enforcer.domain.reading import Reading
from enforcer.domain.rule import Remark, rule


@rule(
    "W007",
    "outdated-form",
    "表样版本不符",
    severity="warning",
    clause="annex",
    message="填写的是{edition}版表样，现用的是{current}版",
    expected="使用县法制办现用的{current}版表样",
    remedy="请向县法制办索取现用的空白表，把内容填到新表后重新报送",
)
def outdated_form(reading: Reading, clause: Clause) -> Iterator[Remark]:
    """要求：用县法制办现用的表样填报。

    依据：县法制办下发的表样，附件对应的条款。
    错误示例：在上一年度留存的空白表上填写。
    正确示例：在本次下发的空白表上填写。
    """
    mark, form = reading.mark, reading.form
    if mark is None or form is None or mark.annex != form.annex or not mark.edition:
        return
    if mark.edition != form.edition:
        yield Remark(reading.place, {"edition": mark.edition, "current": form.edition}, value=mark.edition)
