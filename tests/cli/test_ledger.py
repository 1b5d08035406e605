"""enforcer ledger as a county office types it: the 台账 listed, shown, exported, and proved unchanged."""

import csv
import io
import json
import re
import sqlite3
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import jsonschema
import openpyxl
import pytest

from enforcer.county.ledger.bodies import decided_body, examined_body, received_body
from enforcer.county.ledger.facts import Decision
from enforcer.county.ledger.store import ZONE, Ledger
from enforcer.county.ledger.stored import verdict_of
from enforcer.county.workspace import Workspace
from enforcer.domain.finding import Unexamined
from enforcer.domain.receipt import Receipt
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit
from enforcer.schemas import load_schema
from enforcer.validation import validate
from enforcer.workbook.roster.writing import roster_bytes

SAMPLES = Path(__file__).parents[2] / "samples"
UNITS = (
    Unit("桓台县安全生产监督管理局", "001", ("县安监局",), "行政机关", superior="市安监局"),
    Unit("桓台县公安局", "002", nature="行政机关", exemption="公安", superior="市公安局"),
)
NOON = datetime(2014, 7, 16, 12, tzinfo=ZONE)
FORMULA = "=HYPERLINK(1)"


def receipt(number, unit, obligation, day, **more):
    return Receipt(number, unit, obligation, 2014, day, NOON, **{"forms": ("electronic",), **more})


RECEIPTS = (
    receipt("2014-00001", "001", "benchmark", date(2014, 7, 16), name="裁量基准.xlsx", sha256="ab" * 32, by="李明"),
    receipt("2014-00002", "001", "plan", date(2014, 6, 30), forms=("paper",), note=FORMULA),
    receipt("2014-00003", "002", "procedure", date(2014, 7, 16), forms=("paper", "electronic"), nil=True),
)
DECISIONS = (
    Decision(0, "return", date(2014, 7, 17), "王五", "数额有误", "2014-00001", until=date(2014, 7, 25)),
    Decision(0, "extend", date(2014, 7, 18), "王五", "因汛情", unit="002", obligation="summary", year=2014),
    Decision(0, "distinct", date(2014, 7, 19), "王五", "不是同一事项", overlap="X005-3fa9c2"),
)


@pytest.fixture
def workspace(tmp_path):
    root = tmp_path / "工作"
    root.mkdir()
    (root / "enforcer.toml").write_text('county = "桓台县"\nyear = 2014\n', encoding="utf-8")
    (root / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 13), UNITS))
    return Workspace(root)


@pytest.fixture
def head(workspace):
    """The ledger of three receipts, one of them examined, and three decisions; its head."""
    (folder,) = (SAMPLES / "fail").glob("A302-*")
    verdict = validate(folder, today=date(2026, 1, 1))
    ledger = Ledger.open(workspace.ledger_file, now=NOON)
    with ledger.writing() as pen:
        for one in RECEIPTS:
            pen.append("received", one.day, received_body(one))
        body = examined_body(verdict, receipt="2014-00001", unit="001", year=2014, fingerprint="")
        pen.append("examined", date(2014, 7, 16), body)
        for one in DECISIONS:
            pen.append("decided", one.day, decided_body(one))
    found = ledger.head
    ledger.close()
    return found


@pytest.fixture
def ledger(enforcer, workspace, head):
    """ledger("list", ...): the command in that workspace."""
    return lambda action, *arguments: enforcer("ledger", action, "--workspace", workspace.root, *arguments)


def test_the_list_has_a_receipt_s_whole_story(ledger, head):
    code, out, err = ledger("list")
    assert (code, err) == (0, "")
    first, paper, nil = re.split(r"\n(?=2014-)", out)
    for words in (
        "2014-07-16",
        "桓台县安全生产监督管理局",
        "已退回",
        "错误1处",
        "abababababab",
        "2014-07-25",
        "数额有误",
    ):
        assert words in first
    assert "补录" in paper
    assert "纸质件" in paper
    assert "零报告" in nil
    assert "共3件" in out
    assert head in out


def test_a_unit_an_obligation_a_year_and_a_day_narrow_the_list(ledger):
    def numbers(*arguments):
        return re.findall(r"^2014-0000(\d)", ledger("list", *arguments)[1], re.MULTILINE)

    assert numbers("--unit", "县安监局") == ["1", "2"]
    assert numbers("--obligation", "plan") == ["2"]
    assert numbers("--year", "2015") == []
    assert numbers("--as-of", "2014-07-15") == ["2"]
    assert "已收" in ledger("list", "--as-of", "2014-07-16", "--obligation", "benchmark")[1], "returned the day after"


def test_json_keeps_to_its_schema_and_decisions_beside_are_narrowed_too(ledger, head):
    document = json.loads(ledger("list", "--format", "json")[1])
    jsonschema.validate(document, load_schema("enforcer/ledger/1"))
    assert document["head"] == head
    assert [one["action"] for one in document["decisions"]] == ["extend", "distinct"]
    first = document["receipts"][0]
    assert (first["by_rule"], first["errors"], first["waived"]) == ({"A302": 1}, 1, 0)
    narrowed = json.loads(ledger("list", "--format", "json", "--unit", "001")[1])
    assert (len(narrowed["receipts"]), narrowed["decisions"]) == (2, [])


def test_csv_opens_in_excel_and_starts_no_formula(ledger):
    _, out, _ = ledger("list", "--format", "csv")
    assert out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert [row["回执编号"] for row in rows] == ["2014-00001", "2014-00002", "2014-00003"]
    assert not any(cell.startswith("=") for row in rows for cell in row.values())
    assert FORMULA in rows[1]["备注"]
    assert rows[0]["SHA-256"] == "ab" * 32


def test_the_exported_workbook_is_ready_to_print(ledger, head, tmp_path):
    path = tmp_path / "台账.xlsx"
    code, out, _ = ledger("export", "-o", path)
    assert (code, str(path) in out) == (0, True)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.freeze_panes == "B2"
    assert "桓台县" in sheet.oddHeader.center.text
    assert head in sheet.oddFooter.left.text
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    values = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert "2014-00003" in [cell.value for cell in values]
    assert not [cell for cell in values if cell.data_type == "f"]


def test_export_without_a_name_writes_a_workbook_named_by_the_day(ledger, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert ledger("export", "--as-of", "2014-07-20")[0] == 0
    assert (tmp_path / "台账_2014-07-20.xlsx").is_file()


def test_a_workbook_is_not_poured_onto_the_screen(ledger):
    code, out, err = ledger("list", "--format", "xlsx")
    assert (code, out) == (2, "")
    assert "-o" in err


def test_one_receipt_is_shown_with_its_findings(ledger):
    code, out, _ = ledger("show", "2014-1")
    assert code == 0
    for words in (
        "2014-00001",
        "裁量基准.xlsx",
        "ab" * 32,
        "A302",
        "2014-07-16 12:00",
        "退回，期限2014-07-25（王五，理由：数额有误）",
    ):
        assert words in out


def test_what_was_let_pass_or_not_examined_is_said_beside_the_verdict(ledger, workspace):
    opened = Ledger.open(workspace.ledger_file, now=NOON)
    waiver = Decision(0, "waive", date(2014, 7, 20), "王五", "已核实", "2014-00001", rule="A302")
    unsure = Unexamined("X001", "absent", Sentence("没有收到附件4"))
    verdict = verdict_of(next(opened.entries(kinds=("examined",))).body["verdict"])
    with opened.writing() as pen:
        pen.append("decided", waiver.day, decided_body(waiver))
        doubtful = replace(verdict, unexamined=(*verdict.unexamined, unsure))
        body = examined_body(doubtful, receipt="2014-00001", unit="001", year=2014, fingerprint="")
        pen.append("examined", date(2014, 7, 20), body)
    opened.close()
    before = ledger("list", "--as-of", "2014-07-19", "--obligation", "benchmark")[1]
    assert "错误1处、提醒0处、提示0处，1项未核\n" in before
    after = ledger("list", "--obligation", "benchmark")[1]
    assert "未发现问题，2项未核，已豁免1处" in after
    assert "（已豁免）" in ledger("show", "2014-1")[1]


def test_one_entry_is_shown_as_it_stands(ledger, head):
    code, out, _ = ledger("show", "7")
    assert code == 0
    for words in ("第7条", "决定", '"overlap": "X005-3fa9c2"', head):
        assert words in out
    assert "没有第8条" in ledger("show", "8")[2]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("show",), "2014-00012"),
        (("show", "2014-00009"), "2014-00003"),
        (("drop",), "verify"),
        (("list", "--format", "pdf"), "csv"),
        (("list", "--head", "0" * 64), "--head"),
        (("verify", "--unit", "001"), "--unit"),
        (("show", "1", "--format", "json"), "--format"),
        (("list", "2014-00001"), "[编号]"),
        (("verify", "--head", "xyz"), "--head"),
    ],
)
def test_what_cannot_be_done_is_said_with_exit_code_2(ledger, arguments, word):
    code, out, err = ledger(*arguments)
    assert (code, out) == (2, "")
    assert word in err


def test_a_sound_ledger_is_proved_up_to_the_printed_head_and_claims_no_more(ledger, head):
    code, out, _ = ledger("verify", "--head", head)
    assert code == 0
    assert "台账完好：7条" in out
    assert "第7条" in out
    assert "更晚印出" not in out
    code, out, _ = ledger("verify", "--head", head[:8])
    assert (code, "只比对了校验值的前8位" in out) == (0, True)
    code, out, _ = ledger("verify")
    assert (code, "整本重写的看不出来" in out) == (0, True)


def test_what_came_after_the_printed_head_is_not_claimed(ledger, workspace, head):
    opened = Ledger.open(workspace.ledger_file, now=NOON)
    with opened.writing() as pen:
        pen.append("reminded", date(2014, 7, 20), {"unit": "001"})
    opened.close()
    code, out, _ = ledger("verify", "--head", head)
    assert (code, "后面的1条" in out) == (0, True)


def test_a_broken_ledger_is_exit_code_1_and_names_the_entry(ledger, workspace, head):
    connection = sqlite3.connect(workspace.ledger_file, isolation_level=None)
    connection.execute("DROP TRIGGER entries_are_not_changed")
    connection.execute("UPDATE entries SET body = replace(body, '因汛情', '因故') WHERE seq = 6")
    connection.close()
    code, out, err = ledger("verify", "--head", head)
    assert (code, err) == (1, "")
    assert "第6条" in out
    assert "前5条" in out


def test_what_cannot_be_verified_is_exit_code_2(enforcer, workspace):
    code, _, err = enforcer("ledger", "verify", "--workspace", workspace.root)
    assert (code, "找不到台账" in err) == (2, True)
    workspace.ledger_file.write_text("不是数据库" * 300, encoding="utf-8")
    code, _, err = enforcer("ledger", "verify", "--workspace", workspace.root)
    assert (code, "不是台账" in err) == (2, True)


def test_a_workspace_without_a_ledger_says_that_nothing_was_received(enforcer, workspace):
    code, _, err = enforcer("ledger", "list", "--workspace", workspace.root)
    assert (code, "还没有台账" in err) == (2, True)
    original = workspace.filings / "2014" / "2014-00001_a.xlsx"
    original.parent.mkdir(parents=True)
    original.write_bytes(b"PK")
    code, _, err = enforcer("ledger", "list", "--workspace", workspace.root)
    assert (code, "从备份中恢复台账" in err) == (2, True)


def test_an_english_reader_finds_no_chinese_but_what_was_typed(enforcer, workspace, head):
    names = [one.name for one in UNITS] + [text for one in DECISIONS for text in (one.by, one.why)]
    typed = [*names, "裁量基准", "李明"]

    def left(*arguments):
        code, out, _ = enforcer("--lang", "en", "ledger", *arguments, "--workspace", workspace.root)
        assert code in (0, 1)
        for one in typed:
            out = out.replace(one, "")
        return re.findall("[\u4e00-\u9fff，。：；（）]+", out)

    assert left("list") == []
    assert left("list", "--format", "csv") == []
    assert left("show", "1") == []
    assert left("verify", "--head", head[:8]) == []
    assert left("verify", "--head", "0123456789") == []
