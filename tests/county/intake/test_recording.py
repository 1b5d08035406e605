"""On record: the original first, the entries together, then what is handed out; and what the 回执 says."""

import hashlib
from datetime import UTC, date, datetime

import openpyxl
import pytest

from enforcer.county.intake.again import recorded_again
from enforcer.county.intake.opening import desk_at
from enforcer.county.intake.rereading import checked_original, judged_again, readings_of
from enforcer.county.intake.taking_in import Said, receive, receive_without_file, take_in
from enforcer.county.ledger.journal import journal
from enforcer.domain.errors import EnforcerError
from enforcer.forms import load_form
from enforcer.workbook.marking.writing import ENDING

TODAY = date(2014, 7, 20)
NOW = datetime(2014, 7, 20, 9, 30, tzinfo=UTC)


@pytest.fixture
def desk(workspace):
    with desk_at(workspace, now=NOW) as opened:
        yield opened


def on(day):
    return date.fromisoformat(f"2014-{day}")


def whole(desk):
    return journal(desk.ledger, date.max)


def receipts(desk):
    return whole(desk).receipts


def letter(one):
    return one.letter.read_bytes().decode("utf-8-sig")


def test_a_filing_is_on_record_with_its_original_its_verdict_and_its_receipt(desk, plan, workspace):
    path = plan()
    (one,) = take_in(desk, path, Said(on=on("06-25"), by="李明", note="窗口收"), TODAY).receipts
    (receipt,) = receipts(desk)
    assert receipt == one.receipt
    assert (receipt.number, receipt.unit, receipt.obligation, receipt.year) == ("2014-00001", "001", "plan", 2014)
    assert (receipt.day, receipt.forms, receipt.stated) == (on("06-25"), ("electronic",), on("06-20"))
    assert receipt.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    original = workspace.filings / receipt.stored
    assert original.read_bytes() == path.read_bytes()
    assert receipt.stored == "2014/桓台县安全生产监督管理局/2014-00001_附件1.xlsx"
    assert whole(desk).verdict_of("2014-00001").by_rule() == one.verdict.by_rule() == {}
    assert one.head == desk.ledger.head


def test_the_receipt_letter_can_be_opened_by_double_click_and_says_everything(desk, plan):
    (one,) = take_in(desk, plan(), Said(on=on("06-25"), by="李明"), TODAY).receipts
    assert one.letter.name == "回执_2014-00001.txt"
    assert one.letter.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "\n" not in letter(one).replace("\r\n", "")
    for words in (
        "回执编号：2014-00001",
        "报送单位：桓台县安全生产监督管理局",
        "报送事项：年度行政执法检查计划",
        "收到日期：2014年6月25日",
        "登记时间：2014-07-20 17:30",  # 09:30 in UTC
        "表内所填日期：2014年6月20日",
        f"文件SHA-256：{one.receipt.sha256}",
        "还缺：加盖公章的纸质件",
        "经手人：李明",
        "补录：2014-06-25收到，2014-07-20登记",
        f"台账校验值：{desk.ledger.head}",
    ):
        assert words in letter(one)


def test_a_faulty_filing_is_received_all_the_same_and_comes_back_marked(desk, plan):
    (one,) = take_in(desk, plan(rows={"period": None}), Said(on=on("06-25")), TODAY).receipts
    assert one.verdict.by_rule() == {"A101": 1}
    (copy,) = one.copies
    assert copy.name == f"2014-00001_附件1{ENDING}.xlsx"
    assert "审核意见" in openpyxl.load_workbook(copy).sheetnames
    assert copy.name in letter(one)


def test_a_sound_filing_has_no_marked_copy(desk, plan):
    (one,) = take_in(desk, plan(), Said(on=on("06-25")), TODAY).receipts
    assert one.copies == ()


def test_marked_copies_of_two_receipts_of_the_same_file_name_stand_side_by_side(desk, plan):
    for period in (None, "适时"):
        take_in(desk, plan(rows={"period": period}), Said(on=on("06-25")), TODAY)
    names = sorted(path.name for path in (desk.workspace.outbox / "桓台县安全生产监督管理局").glob("*退改*"))
    assert names == ["2014-00001_附件1_退改.xlsx", "2014-00002_附件1_退改.xlsx"]


def test_a_workbook_with_two_annexes_gets_two_receipts_and_one_original(desk, two_annexes):
    plan, officers = take_in(desk, two_annexes, Said(on=on("06-25")), TODAY).receipts
    assert (plan.receipt.obligation, officers.receipt.obligation) == ("plan", "officers")
    assert plan.receipt.stored == officers.receipt.stored
    assert plan.copies == officers.copies
    assert len(plan.copies) == 1


def test_lateness_is_judged_by_the_offices_day_and_both_days_are_shown(desk, plan):
    (one,) = take_in(desk, plan(), Said(on=on("07-03")), TODAY).receipts
    (finding,) = [one for one in one.verdict.all_findings() if one.code == "F002"]
    words = finding.message.render()
    assert "2014-07-03收到，晚了3天" in words
    assert "2014-06-20" in words
    assert "晚了3天" in letter(one)
    (kept,) = [one for one in whole(desk).verdict_of("2014-00001").all_findings() if one.code == "F002"]
    assert kept.message.render() == words


@pytest.mark.parametrize(("day", "late"), [("06-30", False), ("07-01", True)])
def test_the_due_day_counts_to_its_end(desk, plan, day, late):
    (one,) = take_in(desk, plan(), Said(on=on(day)), TODAY).receipts
    assert ("F002" in one.verdict.by_rule()) is late


def test_a_correction_of_a_filing_in_time_is_not_late(desk, plan):
    take_in(desk, plan(rows={"period": None}), Said(on=on("06-25")), TODAY)
    (one,) = take_in(desk, plan(), Said(on=on("07-10")), TODAY).receipts
    assert one.verdict.by_rule() == {}
    assert any("不再计算" in remark.render() for remark in one.remarks)


def test_paper_in_time_stops_the_clock_for_the_file_that_follows(desk, plan):
    unit, obligation = desk.workspace.roster.get("001"), desk.workspace.settings.notice.obligations["plan"]
    paper = receive_without_file(desk, Said(unit, obligation, on=on("06-28"), paper=True), TODAY).receipts[0]
    assert (paper.receipt.forms, paper.receipt.sha256, paper.receipt.stored) == (("paper",), "", "")
    assert "没有收到文件，不作核对" in letter(paper)
    assert paper.missing == ("electronic",)
    (one,) = take_in(desk, plan(), Said(on=on("07-02")), TODAY).receipts
    assert one.verdict.by_rule() == {}
    assert one.missing == ()


def test_a_file_with_paper_records_both_copies(desk, plan):
    (one,) = take_in(desk, plan(), Said(on=on("06-25"), paper=True), TODAY).receipts
    assert one.receipt.forms == ("paper", "electronic")
    assert one.missing == ()


@pytest.mark.parametrize(("paper", "forms"), [(False, ("electronic",)), (True, ("paper",))])
def test_a_nil_return_needs_no_file(desk, paper, forms):
    unit, obligation = desk.workspace.roster.get("004"), desk.workspace.settings.notice.obligations["authority"]
    said = Said(unit, obligation, on=on("07-01"), nil=True, paper=paper)
    (one,) = receive_without_file(desk, said, TODAY).receipts
    assert (one.receipt.nil, one.receipt.forms) == (True, forms)
    assert "报送内容：零报告" in letter(one)
    assert one.missing == ()


@pytest.mark.parametrize("more", [{}, {"paper": True}, {"nil": True}])
def test_without_a_file_unit_and_obligation_must_be_said(desk, more):
    with pytest.raises(EnforcerError):
        receive_without_file(desk, Said(**more), TODAY)
    assert receipts(desk) == ()


def test_an_identical_filing_is_pointed_out_and_still_recorded(desk, plan):
    path = plan()
    take_in(desk, path, Said(on=on("06-20")), TODAY)
    (again,) = take_in(desk, path, Said(on=on("06-25")), TODAY).receipts
    assert again.receipt.same_as == "2014-00001"
    assert "2014-00001" in letter(again)
    assert "F008" in letter(again)
    assert [one.number for one in receipts(desk)] == ["2014-00001", "2014-00002"]
    path.write_bytes(path.read_bytes() + b" ")
    assert take_in(desk, path, Said(on=on("06-26")), TODAY).receipts[0].receipt.same_as is None


def test_a_day_to_come_is_refused(desk, plan):
    with pytest.raises(EnforcerError, match="还没有到"):
        take_in(desk, plan(), Said(on=on("07-21")), TODAY)
    assert receipts(desk) == ()


def test_a_quarterly_plan_is_kept_beside_and_closes_nothing(desk, plan):
    (one,) = take_in(desk, plan(rows={"kind": "季度"}), Said(on=on("07-10")), TODAY).receipts
    assert (one.receipt.plan_kinds, one.receipt.fulfils) == (("季度",), False)
    assert (one.duty.counting, one.duty.state) == (None, "overdue")
    assert "F002" not in one.verdict.by_rule()
    assert one.missing == ()
    assert "不代替年度计划" in letter(one)


def test_one_bad_file_does_not_stop_the_others(desk, plan, document, tmp_path):
    files = [document("~$附件1.xlsx"), tmp_path / "没有.xlsx", document("说明.docx"), plan()]
    taken = list(receive(desk, files, Said(on=on("06-25")), TODAY))
    assert [(one.is_done, len(one.receipts)) for one in taken] == [(True, 0), (False, 0), (False, 0), (True, 1)]
    assert taken[0].skip is not None


def test_a_file_in_the_inbox_says_whose_and_when(desk, plan):
    folder = desk.workspace.inbox / "县农业局" / "2014-06-28"
    folder.mkdir(parents=True)
    path = plan(title="农业局", unit="县安监局").rename(folder / "附件1.xlsx")
    (one,) = take_in(desk, path, Said(), TODAY).receipts
    assert (one.receipt.unit, one.receipt.day) == ("002", on("06-28"))
    assert one.verdict.by_rule() == {"W012": 1}
    assert path.is_file()


def test_a_file_that_changes_while_it_is_received_is_not_on_record(desk, plan, monkeypatch):
    from enforcer.county.intake import taking_in  # noqa: PLC0415

    path, real = plan(), taking_in.look

    def slow(path, known):
        looked = real(path, known)
        path.write_bytes(path.read_bytes() + b" ")
        return looked

    monkeypatch.setattr(taking_in, "look", slow)
    with pytest.raises(EnforcerError, match="又变了"):
        take_in(desk, path, Said(on=on("06-25")), TODAY)
    assert receipts(desk) == ()
    assert not list(desk.workspace.filings.rglob("*.*"))


def test_id_numbers_in_notes_are_masked_before_they_are_stored(desk, plan):
    (one,) = take_in(desk, plan(), Said(on=on("06-25"), note="身份证370321199001011234"), TODAY).receipts
    assert "199001011234" not in receipts(desk)[0].note
    assert "199001011234" not in letter(one)


def test_an_original_can_be_read_and_judged_again_and_a_damaged_one_is_told(desk, plan, two_annexes):
    take_in(desk, two_annexes, Said(on=on("06-25")), TODAY)
    plan_receipt, officers = receipts(desk)
    workspace = desk.workspace
    unit = workspace.roster.get("001")
    assert [one.annex for one in readings_of(workspace, plan_receipt, unit)] == [1]
    assert [one.annex for one in readings_of(workspace, officers, unit)] == [4]
    again = judged_again(workspace, officers, unit, workspace.settings.notice.obligation_of(4))
    assert [part.obligation.key for part in again.parts] == ["officers"]
    assert again.parts[0].verdict.by_rule() == whole(desk).verdict_of(officers.number).by_rule()
    before = len(list(desk.ledger.entries()))
    recorded_again(desk, officers, again, TODAY, whole(desk))
    assert len(list(desk.ledger.entries())) == before + 1
    assert whole(desk).examination(officers.number)["fingerprint"] == desk.ruleset
    path = checked_original(workspace, officers)
    path.write_bytes(b"changed")
    with pytest.raises(EnforcerError, match="被改动过"):
        checked_original(workspace, officers)
    path.unlink()
    with pytest.raises(EnforcerError, match="打不开"):
        checked_original(workspace, officers)


def test_id_numbers_in_file_names_go_neither_into_the_ledger_nor_into_new_names(desk, plan):
    path = plan("张三370321199001011234.xlsx", rows={"period": None})
    (one,) = take_in(desk, path, Said(on=on("06-25")), TODAY).receipts
    names = [one.receipt.name, one.receipt.stored, letter(one), *(copy.name for copy in one.copies)]
    names += [str(entry.body) for entry in desk.ledger.entries()]
    assert all("199001011234" not in name for name in names)
    assert checked_original(desk.workspace, one.receipt).read_bytes() == path.read_bytes()


def test_a_table_that_says_nil_is_a_nil_return(desk, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    form = load_form(3)
    sheet.append(["桓台县安监局2014年度行政处罚裁量基准细化量化一览表"])
    sheet.append(["填报单位：", "县安监局", "年度：", 2014])
    sheet.append([column.header for column in form.columns])
    sheet.append([None, None, "零报告"])
    path = tmp_path / "附件3.xlsx"
    book.save(path)
    (one,) = take_in(desk, path, Said(on=on("07-01")), TODAY).receipts
    assert (one.receipt.obligation, one.receipt.nil) == ("benchmark", True)
    assert one.missing == ()


def test_a_fault_of_the_program_on_one_file_does_not_stop_the_others(desk, plan, monkeypatch):
    from enforcer.county.intake import looking  # noqa: PLC0415

    first, second = plan("一.xlsx"), plan("二.xlsx")
    real = looking.outcomes

    def broken(name, *rest):
        if name == "一.xlsx":
            raise ZeroDivisionError
        return real(name, *rest)

    monkeypatch.setattr(looking, "outcomes", broken)
    taken = list(receive(desk, [first, second], Said(on=on("06-25")), TODAY))
    assert [one.is_done for one in taken] == [False, True]
    assert "ZeroDivisionError" in taken[0].refusals[0].render()


def test_a_marked_copy_that_cannot_be_made_does_not_refuse_the_filing(desk, plan, monkeypatch):
    from enforcer.workbook.marking import copies  # noqa: PLC0415

    monkeypatch.setattr(copies, "marked_copy", lambda *_, **__: 1 / 0)
    (one,) = take_in(desk, plan(rows={"period": None}), Said(on=on("06-25")), TODAY).receipts
    assert one.copies == ()
    assert any("ZeroDivisionError" in remark.render() for remark in one.remarks)


@pytest.mark.parametrize(("day", "year"), [(date(2013, 12, 31), 2013), (date(2014, 1, 1), 2014)])
def test_paper_that_came_before_the_working_year_began_is_not_of_it(desk, day, year):
    unit, obligation = desk.workspace.roster.get("001"), desk.workspace.settings.notice.obligations["log"]
    taken = receive_without_file(desk, Said(unit, obligation, on=day, paper=True), TODAY)
    assert [(one.receipt.year, one.receipt.day) for one in taken.receipts] == [(year, day)]
    said = Said(unit, obligation, year=2014, on=day, paper=True)
    assert receive_without_file(desk, said, TODAY).receipts[0].receipt.year == 2014, "what the office says decides"
