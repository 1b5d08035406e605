from collections.abc import Iterable, Iterator

from enforcer.annexes.benchmark import Violation, violations
from enforcer.annexes.elements import unanswered
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.reading import Reading
from enforcer.domain.row import Place
from enforcer.domain.rule import Remark, rule
from enforcer.language.blanks import is_blank


@rule(
    "A306",
    "missing-element",
    "裁量基准要素缺项",
    severity="error",
    clause="benchmark",
    annexes=(3,),
    message={"": "“{field}”没有填写", "empty": "表中没有填写任何裁量基准"},
    expected={
        "": "每个阶次都要写明违法行为、法定依据、裁量阶次、适用条件和具体标准",
        "empty": "至少填写一项违法行为的裁量基准，或者注明“零报告”",
    },
    remedy={
        "": "请在{address}填写“{field}”，例如：{example}",
        "empty": "请逐项填写裁量基准后重新报送；没有行政处罚权的，在第一行填写“零报告”",
    },
    silenced_by=("W005", "W006"),
)
def missing_element(dossier: Dossier, clause: Clause) -> Iterator[Remark]:
    """要求：裁量基准包括违法行为、法定依据、裁量阶次、适用条件和具体标准。

    适用条件写在裁量阶次一格里（“从轻：初次违法”），或者具体标准写明按另一序号执行的，不算缺项。执行省、市标准或者法定处罚没有
    裁量幅度的，不需要的阶次可以整行留空。

    依据：桓政办发〔2014〕36号 二（六）。
    错误示例：适用条件一栏空白。
    正确示例：适用条件填“初次违法，及时改正，未造成危害后果”。
    """
    found = [(reading, list(unanswered(reading))) for reading in dossier.of(3)]
    if not any(remarks for _, remarks in found):
        return
    excused = {place for violation in violations(dossier) for place in _excused(violation)}
    for reading, remarks in found:
        yield from _once_an_item(dossier, reading, (one for one in remarks if one.at not in excused))


def _once_an_item(dossier: Dossier, reading: Reading, remarks: Iterable[Remark]) -> Iterator[Remark]:
    """The remarks, where a cell stands once for all tiers of an item (违法行为, 法定依据) no more than one for each."""
    shared = {column.key for column in reading.form.columns if column.block} if reading.form else set()
    items: dict[Place, int] = {}
    told: set[tuple[str, int | None]] = set()
    for remark in remarks:
        field = remark.at.field
        if field in shared:
            items = items or _items(dossier, shared)
            if (field, items.get(remark.at)) in told:
                continue
            told.add((field, items.get(remark.at)))
        yield remark


def _items(dossier: Dossier, fields: Iterable[str]) -> dict[Place, int]:
    """The cells of these columns -> which item they belong to."""
    return {
        row.place(field): number
        for number, violation in enumerate(violations(dossier))
        for row in violation.rows
        for field in fields
    }


def _excused(violation: Violation) -> Iterator[Place]:
    """The cells that may stay blank, as their answer stands elsewhere or their row is not needed."""
    needs_five = violation.is_own and not violation.law.leaves_no_choice
    for tier in violation.tiers:
        if tier.reference:
            yield from (tier.place("tier"), tier.place("conditions"))
        elif tier.conditions:
            yield tier.place("conditions")
        elif not needs_five and is_blank(tier.row["standard"]):
            yield from (tier.place("conditions"), tier.place("standard"))
