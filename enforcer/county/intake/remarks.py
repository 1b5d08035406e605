"""What the 回执 and the office are told beside the verdict: too late, filed before, free of it, only a part of it."""

from collections.abc import Iterator, Sequence

from enforcer.domain.duty import Duty
from enforcer.domain.receipt import Receipt
from enforcer.domain.sentence import Sentence


def remarks_on(receipt: Receipt, duty: Duty, before: Sequence[Receipt]) -> Iterator[Sentence]:
    """`duty` has the receipt among its own, `before` are those that came in for the same duty earlier."""
    if receipt.is_belated:
        yield Sentence("补录：{day}收到，{entered}登记", {"day": receipt.day, "entered": receipt.entered.date()})
    if duty.exempt is not None:
        yield Sentence("本单位免报这一事项（{reason}），收下存查", {"reason": duty.exempt})
    if not receipt.fulfils:
        kinds = [Sentence(kind) for kind in receipt.plan_kinds]
        yield Sentence("收到的是{kinds}计划，随时可报，不代替年度计划", {"kinds": kinds})
    elif duty.days_late and duty.due_day is not None:
        values = {"due": duty.due_day, "first": duty.first_day, "days": duty.days_late}
        yield Sentence("应于{due}前报送，{first}才收到，晚了{days}天", values)
    if receipt.same_as is not None:
        same = next((one for one in before if one.number == receipt.same_as), None)
        about = {"number": receipt.same_as, "day": same.day if same else ""}
        yield Sentence("文件与{day}收到的“{number}”一字不差（F008 重报未改动），仍予登记", about)
    elif receipt.sha256 and receipt.fulfils:
        yield from _which_counts(receipt, duty, before)
    if not duty.unit.exists_on(receipt.day):
        yield Sentence("名录上这个单位在{day}并不存在，请核对起止日期和承继单位", {"day": receipt.day})


def _which_counts(receipt: Receipt, duty: Duty, before: Sequence[Receipt]) -> Iterator[Sentence]:
    """Which of several filings counts since this one came in."""
    known = [one for one in before if one.sha256 and one.fulfils and one.fate != "void"]
    if not known or duty.counting is None:
        return
    if duty.counting.number != receipt.number:
        yield Sentence("仍以“{number}”为准，这一次收下存查", {"number": duty.counting.number})
    elif known[-1].fate == "returned":
        values = {"number": known[-1].number, "until": known[-1].until}
        yield Sentence("“{number}”退回后的重报（限{until}前），以这一次为准", values)
    else:
        yield Sentence("此前收到的“{number}”不再计算，以这一次为准", {"number": known[-1].number})
