"""What the office decides: put on record, never against the record, and what goes back to the unit with a return."""

from datetime import UTC, date, datetime

import openpyxl
import pytest

from enforcer.county.decisions.contradictions import Ruling
from enforcer.county.decisions.deciding import Bench, after, decide_on_receipt, extend_duty, is_overlap_key, set_apart
from enforcer.county.decisions.returning import written_for
from enforcer.county.intake.across import cross_examine
from enforcer.county.intake.opening import desk_at
from enforcer.county.intake.taking_in import Said, receive_without_file, take_in
from enforcer.county.ledger.journal import journal
from enforcer.domain.errors import EnforcerError

TODAY = date(2014, 7, 20)


@pytest.fixture
def desk(workspace):
    with desk_at(workspace, now=datetime(2014, 7, 20, 9, 30, tzinfo=UTC)) as opened:
        yield opened


@pytest.fixture
def bench(desk):
    return Bench(desk.workspace, desk.ledger, TODAY)


@pytest.fixture
def filed(desk, plan):
    """A plan without 检查时间, received on 2014-06-25 as 2014-00001."""
    take_in(desk, plan(rows={"period": None}), Said(on=date(2014, 6, 25)), TODAY)
    return "2014-00001"


def ruling(action, day="07-05", **more):
    more = {"by": "王五", "why": "见审核意见", **more}
    if more.get("until"):
        more["until"] = on(more["until"])
    return Ruling(action, day=on(day), **more)


def on(day):
    return date.fromisoformat(f"2014-{day}" if len(day) < 8 else day)


def receipt(bench, number="2014-00001"):
    return next(one for one in journal(bench.ledger, date.max).receipts if one.number == number)


def test_accept_makes_it_the_one_that_counts(bench, desk, filed, plan):
    take_in(desk, plan(), Said(on=on("07-01")), TODAY)
    decided = decide_on_receipt(bench, filed, ruling("accept"))
    assert (receipt(bench).fate, receipt(bench).chosen) == ("accepted", True)
    assert decided.head == desk.ledger.head
    assert "“2014-00001”为准" in next(after(bench, decided)).render()
    with pytest.raises(EnforcerError, match="已经接受"):
        decide_on_receipt(bench, filed, ruling("accept"))


def test_return_sets_a_new_day_by_default_of_the_settings(bench, filed):
    decided = decide_on_receipt(bench, filed, ruling("return"))
    assert decided.decision.until == on("07-15")
    assert (receipt(bench).fate, receipt(bench).until) == ("returned", on("07-15"))
    assert "没有可以计算的报送" in next(after(bench, decided)).render()
    with pytest.raises(EnforcerError, match="已经退回，限2014-07-15前重报"):
        decide_on_receipt(bench, filed, ruling("return"))


def test_what_goes_back_is_the_marked_copy_with_the_day_and_a_letter(bench, filed):
    decided = decide_on_receipt(bench, filed, ruling("return", until="07-18", why="检查时间没有写"))
    sent = written_for(bench.workspace, decided.receipt, decided.decision, journal(bench.ledger, date.max))
    assert sent.troubles == ()
    assert sent.letter.name == "退件通知_2014-00001.txt"
    text = sent.letter.read_bytes().decode("utf-8-sig")
    for words in (
        "桓台县安全生产监督管理局：",
        "回执编号2014-00001",
        "退回原因：检查时间没有写",
        "检查计划!F4",
        "2014-00001_附件1_退改.xlsx",
        "请于2014年7月18日前（含当日）重新报送",
        "王五 0533-8210000",
    ):
        assert words in text
    (copy,) = sent.copies
    front = openpyxl.load_workbook(copy)["审核意见"]
    said = "\n".join(str(cell.value) for row in front.iter_rows() for cell in row if cell.value)
    assert "2014年7月18日前重新报送" in said
    assert "王五 0533-8210000" in said


def test_a_waived_finding_is_not_asked_for_again(bench, filed):
    decide_on_receipt(bench, filed, ruling("waive", rule="a101"))
    assert {one.state for one in journal(bench.ledger, TODAY).verdict_of(filed).all_findings()} == {"waived"}
    decided = decide_on_receipt(bench, filed, ruling("return"))
    sent = written_for(bench.workspace, decided.receipt, decided.decision, journal(bench.ledger, date.max))
    assert sent.copies == ()
    assert "检查计划!F4" not in sent.letter.read_bytes().decode("utf-8-sig")


def test_a_waiver_holds_until_its_day_and_is_refused_where_there_is_nothing_to_waive(bench, filed):
    decide_on_receipt(bench, filed, ruling("waive", rule="A101", until="07-10"))
    with pytest.raises(EnforcerError, match="已经豁免"):
        decide_on_receipt(bench, filed, ruling("waive", day="07-10", rule="A101"))
    decide_on_receipt(bench, filed, ruling("waive", day="07-11", rule="A101"))
    for rule, said in (
        (None, "--rule"),
        ("A999", "没有“A999”这条规则"),
        ("A302", "没有发现问题"),
        ("X004", "distinct"),
    ):
        with pytest.raises(EnforcerError, match=said):
            decide_on_receipt(bench, filed, ruling("waive", day="07-12", rule=rule))


def test_what_annexes_show_together_can_be_waived_on_the_file_where_it_stands(bench, desk, two_annexes):
    take_in(desk, two_annexes, Said(on=on("06-25")), TODAY)
    cross_examine(desk, desk.workspace.roster.get("001"), 2014, on("06-25"))
    decide_on_receipt(bench, "2014-00001", ruling("waive", rule="X001"))
    (finding,) = journal(bench.ledger, TODAY).crossed_verdict("001", 2014).findings
    assert finding.state == "waived"


def test_void_erases_nothing_and_ends_every_further_decision(bench, filed):
    before = [entry.hash for entry in bench.ledger.entries()]
    decide_on_receipt(bench, filed, ruling("void"))
    assert [entry.hash for entry in bench.ledger.entries()][: len(before)] == before
    assert receipt(bench).fate == "void"
    for action in ("void", "accept", "return", "extend"):
        with pytest.raises(EnforcerError, match="已经冲正"):
            decide_on_receipt(bench, filed, ruling(action, until="07-30" if action == "extend" else None))


def test_extend_of_a_returned_filing_moves_its_own_day_and_lateness_stays(bench, desk, plan):
    take_in(desk, plan(), Said(on=on("07-03")), TODAY)
    decide_on_receipt(bench, "2014-00001", ruling("return"))
    decided = decide_on_receipt(bench, "2014-00001", ruling("extend", until="07-30"))
    assert (receipt(bench).fate, receipt(bench).until) == ("returned", on("07-30"))
    again = decide_on_receipt(bench, "2014-00001", ruling("extend", until="07-31"))
    assert decided.duty.days_late == again.duty.days_late == 3
    with pytest.raises(EnforcerError, match="并不更晚"):
        decide_on_receipt(bench, "2014-00001", ruling("extend", until="07-31"))


def test_extend_moves_the_due_day_of_a_duty_with_or_without_a_receipt(bench, filed):
    settings = bench.workspace.settings
    unit, summary = bench.workspace.roster.get("002"), settings.notice.obligations["summary"]
    extend_duty(bench, unit, summary, 2014, ruling("extend", until="12-10"))
    again = extend_duty(bench, unit, summary, 2014, ruling("extend", until="12-20"))
    assert again.duty.due_day == on("12-10")
    decide_on_receipt(bench, filed, ruling("extend", until="07-10"))
    decision = journal(bench.ledger, date.max).decisions[-1]
    assert (decision.receipt, decision.unit, decision.obligation, decision.year) == (None, "001", "plan", 2014)


@pytest.mark.parametrize(
    ("unit", "obligation", "until", "said"),
    [
        ("002", "summary", "12-01", "期限本来就是2014-12-01"),
        ("002", "log", "12-01", "没有规定哪一天报"),
        ("003", "officers", "12-01", "免报"),
        ("002", "summary", None, "--until"),
    ],
)
def test_an_extension_that_extends_nothing_is_refused(bench, unit, obligation, until, said):
    settings = bench.workspace.settings
    with pytest.raises(EnforcerError, match=said):
        extend_duty(
            bench,
            bench.workspace.roster.get(unit),
            settings.notice.obligations[obligation],
            2014,
            ruling("extend", until=until),
        )
    assert not journal(bench.ledger, date.max).decisions


@pytest.mark.parametrize(
    ("action", "more", "said"),
    [
        ("return", {"by": " "}, "--by"),
        ("return", {"why": ""}, "--why"),
        ("return", {"why": "长" * 501}, "500"),
        ("return", {"until": "07-04"}, "早于决定的日期"),
        ("return", {"day": "07-21"}, "还没有到"),
        ("return", {"day": "06-24"}, "才收到"),
        ("accept", {"until": "07-30"}, "--until只用于"),
        ("accept", {"rule": "A101"}, "--rule只用于"),
        ("extend", {}, "--until"),
        ("waive", {}, "--rule"),
    ],
)
def test_impossible_decisions_are_refused_and_leave_no_trace(bench, filed, action, more, said):
    head = bench.ledger.head
    with pytest.raises(EnforcerError, match=said):
        decide_on_receipt(bench, filed, ruling(action, **more))
    assert bench.ledger.head == head


def test_a_decision_cannot_be_earlier_than_the_last_one(bench, filed):
    decide_on_receipt(bench, filed, ruling("accept", day="07-10"))
    with pytest.raises(EnforcerError, match="2014-07-10已经有过决定"):
        decide_on_receipt(bench, filed, ruling("void", day="07-09"))


@pytest.mark.parametrize("number", ["2014-1", "2014-00001", " 2014-00001 "])
def test_a_number_may_be_written_short(bench, filed, number):
    decide_on_receipt(bench, number, ruling("accept"))
    assert receipt(bench).chosen


def test_an_unknown_number_is_answered_with_the_nearest(bench, filed):
    with pytest.raises(EnforcerError, match="2014-00001"):
        decide_on_receipt(bench, "2014-00002", ruling("accept"))


def test_an_overlap_is_set_apart_once_and_only_if_it_is_seen(bench):
    seen = frozenset({"X005-3fa9c2"})
    with pytest.raises(EnforcerError, match="X005-3fa9c2"):
        set_apart(bench, "X005-3fa9c3", ruling("distinct"), seen)
    set_apart(bench, "X005-3fa9c2", ruling("distinct"), seen)
    assert journal(bench.ledger, TODAY).distinct == seen
    with pytest.raises(EnforcerError, match="已经定为"):
        set_apart(bench, "X005-3fa9c2", ruling("distinct"), frozenset())
    assert is_overlap_key("X005-3fa9c2")
    assert not is_overlap_key("X002-3fa9c2")


def test_paper_goes_back_with_a_letter_alone(bench, desk):
    unit, obligation = desk.workspace.roster.get("001"), desk.workspace.settings.notice.obligations["summary"]
    receive_without_file(desk, Said(unit, obligation, on=on("07-01"), paper=True), TODAY)
    decided = decide_on_receipt(bench, "2014-00001", ruling("return", why="没有盖章"))
    sent = written_for(bench.workspace, decided.receipt, decided.decision, journal(bench.ledger, date.max))
    assert (sent.copies, sent.troubles) == ((), ())
    assert "没有盖章" in sent.letter.read_bytes().decode("utf-8-sig")


def test_an_original_that_was_tampered_with_is_no_ground_for_a_marked_copy(bench, filed):
    original = bench.workspace.filings / receipt(bench).stored
    original.write_bytes(b"changed")
    decided = decide_on_receipt(bench, filed, ruling("return"))
    sent = written_for(bench.workspace, decided.receipt, decided.decision, journal(bench.ledger, date.max))
    assert sent.letter is None
    assert "被改动过" in sent.troubles[0].render()


def test_id_numbers_in_reasons_are_masked(bench, filed):
    decide_on_receipt(bench, filed, ruling("accept", why="370321199001011234核对无误"))
    assert "199001011234" not in journal(bench.ledger, TODAY).decisions[0].why


def test_a_new_filing_is_told_which_one_counts(bench, desk, filed, plan):
    def said(name, day, **more):
        (one,) = take_in(desk, plan(name, **more), Said(on=on(day)), TODAY).receipts
        return [remark.render() for remark in one.remarks]

    assert "此前收到的“2014-00001”不再计算，以这一次为准" in said("二.xlsx", "06-27")
    decide_on_receipt(bench, "2014-00002", ruling("return"))
    assert "“2014-00002”退回后的重报（限2014-07-15前），以这一次为准" in said(
        "三.xlsx", "07-06", rows={"place": "城区"}
    )
    decide_on_receipt(bench, filed, ruling("accept", day="07-07"))
    assert "仍以“2014-00001”为准，这一次收下存查" in said("四.xlsx", "07-08", rows={"place": "各镇"})


def test_what_annexes_show_together_goes_back_with_the_file_where_it_stands(bench, desk, two_annexes):
    take_in(desk, two_annexes, Said(on=on("06-25")), TODAY)
    cross_examine(desk, desk.workspace.roster.get("001"), 2014, on("06-25"))

    def sent_back(number):
        decided = decide_on_receipt(bench, number, ruling("return"))
        return written_for(bench.workspace, decided.receipt, decided.decision, journal(bench.ledger, date.max))

    plan, officers = sent_back("2014-00001"), sent_back("2014-00002")
    assert "李四" in plan.letter.read_bytes().decode("utf-8-sig")
    assert "李四" not in officers.letter.read_bytes().decode("utf-8-sig")
    assert any("X001" in (cell.comment.text if cell.comment else "") for cell in notes(plan.copies[0], "检查计划"))


def notes(path, sheet):
    return [cell for row in openpyxl.load_workbook(path)[sheet].iter_rows() for cell in row]
