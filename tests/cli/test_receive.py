"""enforcer receive and decide, as a clerk of the office types them."""

import re
from datetime import date

import pytest

from enforcer.county.ledger.journal import journal
from enforcer.county.ledger.store import Ledger
from enforcer.county.ledger.verifying import verify
from enforcer.county.workspace import Workspace
from enforcer.domain.unit import Unit
from enforcer.workbook.roster.writing import roster_bytes

UNITS = (
    Unit("桓台县安全生产监督管理局", "001", ("县安监局",), "行政机关", superior="市安监局"),
    Unit("桓台县公安局", "002", nature="行政机关", exemption="公安", superior="市公安局"),
)


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    root = tmp_path / "工作"
    root.mkdir()
    (root / "enforcer.toml").write_text('county = "桓台县"\nyear = 2014\n', encoding="utf-8")
    (root / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 13), UNITS))
    return Workspace(root)


@pytest.fixture
def office(enforcer, workspace):
    """office("receive", ...): a command of the county office in its workspace."""
    return lambda command, *arguments: enforcer(command, "--workspace", workspace.root, *arguments)


@pytest.fixture
def plan(typed, cases):
    return typed("来件/plan.xlsx", 1, cases.PLAN, [{**cases.INSPECTION, "period": None}])


def facts(workspace):
    ledger = Ledger.open(workspace.ledger_file)
    try:
        return journal(ledger, date.max)
    finally:
        ledger.close()


def proved(workspace, out):
    """Whether the chain holds the head hash that was printed."""
    (head,) = re.findall(r"台账校验值：([0-9a-f]{64})$", out, re.MULTILINE)
    return verify(workspace.ledger_file, head).is_sound


def test_a_faulty_plan_is_received_with_exit_code_0(office, workspace, plan):
    code, out, err = office("receive", plan, "--on", "2014-07-03", "--by", "李明", "--note", "窗口")
    assert (code, err) == (0, "")
    (receipt,) = facts(workspace).receipts
    assert (receipt.by, receipt.note, receipt.day) == ("李明", "窗口", date(2014, 7, 3))
    for words in (
        "回执 2014-00001\n",
        "收到：2014-07-03\n",
        f"SHA-256：{receipt.sha256}\n",
        "核对：错误1处",
        "还缺：加盖公章的纸质件\n",
        "晚了3天",
        "回执文件：outbox/桓台县安全生产监督管理局/回执_2014-00001.txt\n",
        "退改件：outbox/桓台县安全生产监督管理局/2014-00001_plan_退改.xlsx\n",
    ):
        assert words in out
    assert "\x1b" not in out
    assert proved(workspace, out)


def test_a_folder_with_one_bad_file_takes_in_the_rest_and_is_exit_code_2(office, workspace, plan):
    (plan.parent / "说明.docx").write_bytes(b"PK\x03\x04")
    (plan.parent / "总结.pdf").write_bytes(b"%PDF-1.4")
    code, out, err = office("receive", plan.parent, "--unit", "001", "--on", "2014-06-25")
    assert (code, err) == (2, "")
    assert "说明.docx　没有收下：" in out
    assert "summary（活动开展情况书面总结）" in out
    assert {one.obligation for one in facts(workspace).receipts} == {"plan", "summary"}


def test_sealed_paper_and_nil_returns_need_no_file(office, workspace):
    said = ("--unit", "县安监局", "--on", "2014-06-28")
    assert office("receive", "--paper", *said, "--obligation", "plan")[0] == 0
    code, out, _ = office("receive", "--nil", *said, "--obligation", "下放执法管理权限情况")
    assert code == 0
    assert "内容：零报告" in out
    paper, nil = facts(workspace).receipts
    assert (paper.forms, paper.nil, nil.forms, nil.nil) == (("paper",), False, ("electronic",), True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("receive",), "没有写要接收的文件"),
        (("receive", "--paper"), "--unit"),
        (("receive", "没有.xlsx"), "找不到"),
        (("receive", "--paper", "--unit", "县安监", "--obligation", "plan"), "县安监局|安全生产监督管理局"),
        (("receive", "--paper", "--unit", "001", "--obligation", "计划"), "应报事项"),
        (("receive", "--paper", "--unit", "001", "--obligation", "plan", "--on", "2999-01-01"), "还没有到"),
        (("receive", "--paper", "--unit", "001", "--obligation", "plan", "--on", "6月"), "日期应写成"),
        (("decide", "2014-00001", "return"), "--by"),
        (("decide", "2014-00001", "return", "--by", "甲", "--why", "乙"), "还没有任何回执"),
        (("decide", "2014-00001", "reject", "--by", "甲", "--why", "乙"), "return（退回）"),
        (("decide", "extend", "--until", "2999-01-01", "--by", "甲", "--why", "乙"), "请写明对哪份材料"),
        (("decide", "X9", "distinct", "--by", "甲", "--why", "乙"), "重复编号"),
        (("decide", "X005-3fa9c2", "distinct", "--by", "甲", "--why", "乙"), "现在没有"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence_with_exit_code_2(office, workspace, arguments, said):
    code, out, err = office(*arguments)
    assert (code, out) == (2, "")
    assert re.search(said, err)
    assert "Traceback" not in err
    assert not workspace.ledger_file.exists() or not facts(workspace).receipts


def test_outside_a_workspace_nothing_is_received(enforcer, tmp_path, plan, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _, err = enforcer("receive", plan)
    assert code == 2
    assert "工作文件夹" in err


def test_a_return_prints_what_goes_back(office, workspace, plan):
    office("receive", plan, "--on", "2014-06-25")
    code, out, err = office("decide", "2014-1", "退回", "--by", "王五", "--why", "时间没写", "--on", "2014-07-01")
    assert (code, err) == (0, "")
    for words in (
        "退回：2014-00001",
        "重新报送的期限：2014-07-11",
        "已生成 outbox/桓台县安全生产监督管理局/退件通知_2014-00001.txt",
        "已生成 outbox/桓台县安全生产监督管理局/2014-00001_plan_退改.xlsx",
    ):
        assert words in out
    assert proved(workspace, out)
    assert facts(workspace).receipts[0].fate == "returned"


def test_a_duty_nothing_came_in_for_can_be_extended(office, workspace):
    said = ("--unit", "001", "--obligation", "summary", "--until", "2014-12-10", "--on", "2014-11-20")
    code, out, _ = office("decide", "extend", *said, "--by", "甲", "--why", "乙")
    assert code == 0
    assert "延期到：2014-12-10" in out
    assert facts(workspace).decisions[0].unit == "001"


def test_a_marked_copy_filed_back_is_recognised_and_closes_the_return(office, workspace, plan):
    office("receive", plan, "--on", "2014-06-25")
    office("decide", "2014-1", "return", "--by", "王五", "--why", "时间没写", "--on", "2014-07-01")
    (copy,) = workspace.outbox.rglob("*退改*")
    code, out, _ = office("receive", copy, "--on", "2014-07-05")
    assert code == 0
    assert "回执 2014-00002" in out
    assert facts(workspace).receipts[1].stored.endswith("/2014-00002_plan_退改.xlsx")


def test_english_is_spoken_when_asked(office, workspace, plan):
    code, out, _ = office("receive", plan, "--on", "2014-07-03", "--lang", "en")
    assert code == 0
    assert re.search(r"^Receipt 2014-00001$", out, re.MULTILINE)


def test_a_blocked_filings_folder_leaves_nothing_on_record(office, workspace, plan):
    workspace.filings.write_text("in the way", encoding="utf-8")
    code, out, _ = office("receive", plan, "--on", "2014-06-25")
    assert code == 2
    assert "没有收下：无法写入" in out
    assert facts(workspace).receipts == ()


def test_a_blocked_outbox_is_told_and_the_receipt_stands(office, workspace, plan):
    workspace.outbox.write_text("in the way", encoding="utf-8")
    code, out, _ = office("receive", plan, "--on", "2014-06-25")
    assert code == 2
    assert "回执 2014-00001" in out
    assert "“2014-00001”已经登记，但回执或退改件没有写成" in out
    assert len(facts(workspace).receipts) == 1


def test_a_ledger_that_cannot_be_opened_is_told(office, workspace, plan):
    workspace.ledger_file.mkdir()
    code, out, err = office("receive", plan, "--on", "2014-06-25")
    assert (code, out) == (2, "")
    assert "打不开台账" in err
    assert not workspace.filings.exists()


def test_a_unit_that_was_named_goes_before_the_inbox_folder(office, workspace, plan):
    folder = workspace.inbox / "某局" / "2014-06-28"
    folder.mkdir(parents=True)
    moved = plan.rename(folder / plan.name)
    assert office("receive", moved)[0] == 2
    assert office("receive", moved, "--unit", "001")[0] == 0
    assert facts(workspace).receipts[0].day == date(2014, 6, 28)
