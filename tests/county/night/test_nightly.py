"""A night: a second run changes nothing, other rules judge again, a killed one is made good, the past stays so."""

from datetime import date, datetime

import openpyxl
import pytest
from stdnum.cn import ric

from enforcer.county.intake.opening import desk_at
from enforcer.county.night.page import foreseen_lines
from enforcer.county.workspace import Workspace
from enforcer.domain.errors import EnforcerError
from enforcer.verdicts.lines import plain

AN_ID = "37990019700101001" + ric.calc_check_digit("379900197001010010")


def test_a_second_run_changes_nothing(night, put, plan, document, tree, *, summary, page):
    put(plan(), "县安监局")
    put(document("认不出.bin"), "县安监局")
    put(plan("b.xlsx"), "没有的局")
    first = night("2014-07-16")
    before = tree()
    again = night("2014-07-16")
    assert tree() == before
    assert (first.is_news, again.is_news) == (True, False)
    assert "与上一次运行相比没有变化" in page(again)
    assert first.exit_code() == again.exit_code() == 1
    assert len(summary("2014-07-16")["receipts"]) == 1


def test_the_same_night_again_adds_what_has_come_since(night, put, plan, summary):
    put(plan(), "县安监局")
    night("2014-07-16")
    put(plan("b.xlsx", title="农业局", unit="县农业局"), "县农业局")
    night("2014-07-16")
    assert [one["receipt"] for one in summary("2014-07-16")["receipts"]] == ["2014-00001", "2014-00002"]


def test_other_rules_judge_what_was_filed_again_as_a_new_entry_once(night, put, plan, facts, workspace):
    put(plan(rows={"period": None}), "县安监局/2014-06-25")
    night("2014-07-01")
    before = facts().examination("2014-00001")
    settings = workspace.settings_file
    settings.write_text(settings.read_text(encoding="utf-8") + '[rules]\nignore = ["A101"]\n', encoding="utf-8")
    outcome = night("2014-07-02")
    after = facts().examination("2014-00001")
    assert after["fingerprint"] != before["fingerprint"]
    codes = [{one["code"] for one in body["verdict"]["files"][0]["findings"]} for body in (before, after)]
    assert "A101" in codes[0] - codes[1]
    assert "A101" in {one.code for one in outcome.changes if one.kind == "mended"}
    head = facts().head
    night("2014-07-03")
    assert facts().head == head
    assert facts("2014-07-01").examination("2014-00001") == before, "that day's answer stays"


def test_an_original_that_is_gone_is_told_with_exit_code_2_and_judged_once_it_is_back(
    night, put, plan, facts, workspace, *, page
):
    put(plan(), "县安监局/2014-06-25")
    night("2014-07-01")
    original = workspace.filings / facts().receipts[0].stored
    content = original.read_bytes()
    original.unlink()
    settings = workspace.settings_file
    settings.write_text(settings.read_text(encoding="utf-8") + '[rules]\nignore = ["A101"]\n', encoding="utf-8")
    before = facts().examination("2014-00001")
    outcome = night("2014-07-02")
    assert outcome.exit_code() == 2
    assert "请从备份中恢复filings文件夹" in page(outcome)
    original.write_bytes(content)
    assert night("2014-07-03").exit_code() == 1
    assert facts().examination("2014-00001")["fingerprint"] != before["fingerprint"]


def test_what_a_killed_night_left_undone_is_done_by_the_next(night, put, plan, two_annexes, facts):
    put(plan("a.xlsx", title="农业局", unit="县农业局"), "002")
    put(two_annexes, "县安监局")

    def killed(done, total):
        if done == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        night("2014-07-16", killed)
    assert (len(facts().receipts), facts().crossed) == (3, {})
    outcome = night("2014-07-16")
    assert (outcome.taken.receipted, len(facts().receipts)) == ([], 3)
    assert ("001", 2014) in facts().crossed, "looked across, though it was received by the night that was killed"


def test_what_was_put_on_record_by_hand_since_the_last_night_is_counted(night, plan, workspace, page):
    from enforcer.county.intake.taking_in import Said, take_in  # noqa: PLC0415

    night("2014-07-01")
    with desk_at(workspace, now=datetime.fromisoformat("2014-07-02T09:00:00+08:00")) as desk:
        take_in(desk, plan(), Said(), date(2014, 7, 2))
    assert "另外登记了1件" in page(night("2014-07-02"))
    assert "另外登记了" not in page(night("2014-07-03"))


def test_a_night_that_looks_back_gives_the_past_s_answer_and_writes_to_nobody(night, put, plan, facts, page):
    night("2014-06-20")
    put(plan(), "县安监局/2014-07-05")
    last = night("2014-07-16")
    assert last.delivered
    reminders = facts().reminders
    past = night("2014-07-04")
    states = {one.unit.code: dict(one.states)["plan"] for one in past.tallies}
    assert states["001"] == "overdue", "what came on the fifth had not come by then"
    assert (past.delivered, past.later) == ((), date(2014, 7, 16))
    assert past.elsewhere == 0, "what a later night received is nobody else's work"
    assert "回看过去，没有发提醒" in page(past)
    assert facts().reminders == reminders


def test_a_clock_that_goes_back_loses_nothing(night, put, plan, facts):
    put(plan(), "县安监局")
    night("2014-07-16")
    put(plan("b.xlsx", title="农业局", unit="县农业局"), "县农业局")
    outcome = night("2014-07-02", now=datetime.fromisoformat("2009-01-01T00:00:00+08:00"))
    assert len(outcome.taken.receipted) == 1
    assert [one.name for one in facts().receipts] == ["附件1.xlsx", "b.xlsx"]
    assert night("2014-07-17").taken.receipted == []


@pytest.mark.parametrize(
    ("day", "state"), [("2014-06-30", "due-soon"), ("2014-07-01", "overdue"), ("2014-06-22", "not-due")]
)
def test_a_due_day_is_over_when_the_next_begins(night, day, state):
    last_minute = datetime.fromisoformat(f"{day}T23:59:59+08:00")
    outcome = night(day, now=last_minute)
    assert {dict(one.states)["plan"] for one in outcome.tallies if one.unit.code == "001"} == {state}


def test_changes_since_the_night_before_are_told_once(night, put, plan, page):
    put(plan("1.xlsx", rows={"period": None}), "县安监局", "计划.xlsx")
    night("2014-06-20")
    put(plan("2.xlsx"), "县安监局", "计划.xlsx")
    soon = night("2014-06-25")
    assert [(one.kind, one.code) for one in soon.changes if one.unit == "001"] == [("mended", "A101")]
    assert {one.unit for one in soon.changes if one.kind == "due-soon"} == {"002", "003", "004"}
    assert night("2014-06-26").changes == ()
    late = night("2014-07-01")
    assert {(one.kind, one.unit) for one in late.changes if one.obligation == "plan"} == {
        ("overdue", "002"), ("overdue", "003"), ("overdue", "004")
    }  # fmt: skip
    assert "新逾期" in page(late)


def test_at_the_turn_of_the_year_nothing_is_said_to_be_mended(night, put, plan, workspace):
    put(plan(rows={"period": None}), "县安监局/2014-06-25")
    assert night("2014-12-31").errors
    settings = workspace.settings_file
    settings.write_text(settings.read_text(encoding="utf-8").replace("2014", "2015"), encoding="utf-8")
    outcome = night("2015-01-01")
    assert outcome.overview.year == 2015
    assert [one for one in outcome.changes if one.kind == "mended"] == []


def test_a_leap_day_is_a_day_like_another(night, put, plan, facts, workspace):
    settings = workspace.settings_file
    settings.write_text(settings.read_text(encoding="utf-8").replace("2014", "2016"), encoding="utf-8")
    put(plan(year=2016, published="2016-02-20", filed_superior="2016-02-22", filed="2016-02-28"), "001/2016-02-29")
    night("2016-03-01")
    assert [(one.year, one.day) for one in facts().receipts] == [(2016, date(2016, 2, 29))]


def test_a_dry_run_shows_files_and_letters_and_writes_nothing(night, dry_run, put, plan, tree):
    put(plan(), "县安监局")
    put(plan("b.xlsx"), "没有的局")
    before = tree()
    shown = plain(foreseen_lines(dry_run("2014-07-16"), str))
    assert tree() == before, "no ledger, no state, no log"
    for words in ("其中1个等着接收", "县安监局/附件1.xlsx", "没有的局/b.xlsx", "桓台县农业局", "还没有收到"):
        assert words in shown
    night("2014-07-16")
    before = tree()
    assert "没有要发的提醒" in plain(foreseen_lines(dry_run("2014-07-16"), str))
    assert tree() == before


def test_no_id_number_gets_into_log_page_summary_or_letters(night, put, plan, tree, page):
    put(plan(), "县安监局", f"张三{AN_ID}.xlsx")
    put(plan(), "没有的局", f"张三{AN_ID}.xlsx")
    told = page(night("2014-07-16"))
    assert "没有的局" in told
    assert AN_ID not in told
    for name, content in tree().items():
        if not name.startswith((".enforcer/", "inbox/")):
            assert AN_ID.encode() not in content, name


def test_two_nights_at_once_are_one_night(night, put, plan, facts):
    put(plan(), "县安监局")

    def meanwhile(done, total):
        with pytest.raises(EnforcerError, match="另一个夜间核对正在运行"):
            night("2014-07-16")

    night("2014-07-16", meanwhile)
    assert len(facts().receipts) == 1


def test_the_report_is_made_anew_where_there_is_one_and_its_failure_costs_nothing_else(
    night, workspace, monkeypatch, summary, page
):
    import enforcer.nightly as module  # noqa: PLC0415

    assert night("2014-07-01").report is False, "there is none"
    folder = workspace.reports / "2014"
    folder.mkdir(parents=True)
    (folder / "report-2014-07-01.html").write_text("旧", encoding="utf-8")
    made = []
    publishing = type(module)("enforcer.reports.publishing")
    publishing.rebuild = lambda here, ledger, day: (made.append((here.root, day)), "report")
    monkeypatch.setitem(__import__("sys").modules, "enforcer.reports.publishing", publishing)
    assert night("2014-07-02").report is True
    assert made == [(workspace.root, date(2014, 7, 2))]
    night("2014-07-02")
    assert len(made) == 1, "without news it is left alone"

    def open_elsewhere(here, ledger, day):
        raise EnforcerError("文件正在其他程序中打开")

    publishing.rebuild = open_elsewhere
    outcome = night("2014-07-03")
    assert (outcome.report, outcome.exit_code()) == (False, 2)
    assert "全县报告没有重新生成，还是以前的：文件正在其他程序中打开" in page(outcome)
    assert summary("2014-07-03")["as_of"] == "2014-07-03"


def test_a_workbook_of_two_annexes_and_the_summary_by_its_schema(night, put, two_annexes, summary):
    put(two_annexes, "县安监局/2014-07-05")
    night("2014-07-16")
    document = summary("2014-07-16")
    assert [(one["receipt"], one["obligation"]) for one in document["receipts"]] == [
        ("2014-00001", "plan"), ("2014-00002", "officers")
    ]  # fmt: skip
    assert {one["unit"] for one in document["letters"]} == {"001", "002", "003", "004"}
    assert document["entries"] > 4


def test_a_summary_that_cannot_be_read_is_as_if_there_were_none(night, workspace):
    night("2014-07-01")
    for content in ("[]", "{", '{"schema": "enforcer/nightly/1", "units": []}', "null"):
        (workspace.nights / "2014-07-02.json").write_text(content, encoding="utf-8")
        assert night("2014-07-03").exit_code() == 1
        (workspace.nights / "2014-07-03.json").unlink()


def test_a_county_without_anything_has_a_quiet_night(night, workspace, page):
    outcome = night("2014-03-01")
    assert (outcome.taken.seen, outcome.exit_code()) == (0, 0)
    assert "目前没有未改正的错误" in page(outcome)
    assert not (workspace.outbox).exists()


def test_an_inbox_that_is_not_there_is_no_empty_one(night, page, workspace):
    workspace.inbox.rmdir()
    outcome = night("2014-03-01")
    assert outcome.exit_code() == 2
    assert "inbox　打不开" in page(outcome)


def test_every_sheet_that_comes_in_can_be_opened_again(night, put, plan, workspace):
    put(plan(rows={"period": None}), "县安监局")
    night("2014-07-16")
    (copy,) = workspace.outbox_of(Workspace(workspace.root).roster.get("001")).glob("*.xlsx")
    assert openpyxl.load_workbook(copy).sheetnames
