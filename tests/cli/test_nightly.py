"""enforcer nightly as cron and a clerk run it: one page, an exit code, and nothing on standard error."""

import json
import re
import shutil
import sys
from datetime import date

import jsonschema
import pytest

from enforcer.county.ledger.verifying import verify
from enforcer.county.workspace import Workspace
from enforcer.domain.unit import Unit
from enforcer.schemas import load_schema
from enforcer.workbook.roster.writing import roster_bytes

UNITS = (
    Unit("桓台县安全生产监督管理局", "001", ("县安监局",), "行政机关", superior="市安监局", phone="0533-8180001"),
    Unit("桓台县公安局", "002", nature="行政机关", exemption="公安", own_credentials=True, superior="市公安局"),
)


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    root = tmp_path / "工作 100%"
    (root / "inbox" / "县安监局").mkdir(parents=True)
    (root / "enforcer.toml").write_text('county = "桓台县"\nyear = 2014\n', encoding="utf-8")
    (root / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 13), UNITS))
    return Workspace(root)


@pytest.fixture
def nightly(enforcer, workspace):
    """nightly("--as-of", "2014-07-16"): the command in that workspace."""
    return lambda *arguments: enforcer("nightly", "--workspace", workspace.root, *arguments)


@pytest.fixture
def plan(typed, cases, workspace):
    """A plan with one fault lies in the inbox."""
    path = typed("plan.xlsx", 1, cases.PLAN, [{**cases.INSPECTION, "period": None}])
    return shutil.copy(path, workspace.inbox / "县安监局" / "检查计划.xlsx")


def test_it_prints_one_page_for_cron_s_mail(nightly, plan, workspace):
    code, out, err = nightly("--as-of", "2014-07-16")
    assert (code, err) == (1, "")
    for words in (
        "桓台县2014年度夜间核对（截至2014-07-16）",
        "inbox里有1个文件，新收下1件",
        "2014-00001　桓台县安全生产监督管理局　检查计划",
        "桓台县公安局　检查计划　未报，过了16天",
    ):
        assert words in out
    (head,) = re.findall(r"^台账校验值：([0-9a-f]{64})$", out, re.MULTILINE)
    assert verify(workspace.ledger_file, head).is_sound
    assert len(out.splitlines()) < 60, "one page"
    document = json.loads((workspace.nights / "2014-07-16.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, load_schema(document["schema"]))


def test_exit_codes(nightly, workspace, plan):
    assert nightly("--as-of", "2014-03-01")[0] == 1, "the plan's own fault"
    (workspace.inbox / "县安监局" / "检查计划.xlsx").unlink()
    for folder in (workspace.nights, workspace.private, workspace.filings):
        shutil.rmtree(folder)
    workspace.ledger_file.unlink()
    assert nightly("--as-of", "2014-03-01")[0] == 0
    shutil.rmtree(workspace.inbox)
    assert nightly("--as-of", "2014-03-02")[0] == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--as-of", "七月"), "七月"),
        (("--jobs", "0"), "--jobs应是1以上的整数"),
        (("--as-of", "2014-02-30"), "2014-02-30"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_made(nightly, workspace, arguments, said):
    code, out, err = nightly(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert not workspace.ledger_file.exists()


def test_outside_a_workspace_it_says_how_to_make_one(enforcer, tmp_path):
    code, _, err = enforcer("nightly", "--workspace", tmp_path)
    assert code == 2
    assert "enforcer init" in err


def test_a_dry_run_says_what_would_be_done_and_does_nothing(nightly, plan, workspace):
    code, out, err = nightly("--as-of", "2014-07-16", "--dry-run")
    assert (code, err) == (0, "")
    assert "试运行" in out
    assert "县安监局/检查计划.xlsx" in out
    assert sorted(one.name for one in workspace.root.iterdir()) == ["enforcer.toml", "inbox", "roster.xlsx"]


def test_in_english_not_a_word_of_the_page_is_chinese_but_names_and_titles(nightly, plan):
    _, out, _ = nightly("--as-of", "2014-07-16", "--lang", "en")
    assert "as of 2014-07-16" in out
    for word in ("inbox里", "夜间核对", "新收下", "要催的", "未报", "过了", "提醒", "校验值", "错误"):
        assert word not in out


def test_the_bar_is_for_terminals_alone(nightly, plan, monkeypatch, capsys):
    assert nightly("--as-of", "2014-07-16")[2] == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    from enforcer.cli.command.nightly import _progress  # noqa: PLC0415

    with _progress() as progress:
        progress(1, 2)
    assert capsys.readouterr().out == "", "never into the page"


def test_the_report_follows_the_night_where_there_is_one(enforcer, nightly, plan, workspace):
    nightly("--as-of", "2014-07-16")
    assert enforcer("report", "--workspace", workspace.root, "--as-of", "2014-07-16", "--format", "json")[0] == 0
    _, out, _ = nightly("--as-of", "2014-07-17")
    assert "全县报告已经重新生成" in out
    made = workspace.reports / "2014" / "report-2014-07-17.json"
    assert json.loads(made.read_text(encoding="utf-8"))["as_of"] == "2014-07-17"
