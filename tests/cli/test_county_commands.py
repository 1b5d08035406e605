"""init, roster and generate --all as a county office types them, and what a workspace changes for other commands."""

import json
import os
import subprocess
import sys
from datetime import date

import jsonschema
import openpyxl
import pytest

from enforcer.domain.unit import Unit
from enforcer.schemas import load_schema
from enforcer.workbook.roster.writing import roster_bytes

UNITS = (
    Unit("桓台县安全生产监督管理局", "001", ("县安监局",), "行政机关", superior="市安监局"),
    Unit("桓台县公安局", "002", nature="行政机关", exemption="公安", superior="市公安局"),
    Unit("唐山镇人民政府", "003", nature="行政机关", penalty_power=False, superior="县政府"),
    Unit("桓台县安监大队", "004", nature="受托组织", reporter="县安监局", superior="市安监局"),
)


@pytest.fixture
def workspace(tmp_path):
    """A workspace with four units."""
    root = tmp_path / "工作"
    root.mkdir()
    (root / "enforcer.toml").write_text('county = "桓台县"\nyear = 2014\ncontact = "法制办 张三"\n', encoding="utf-8")
    (root / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 13), UNITS))
    return root


def test_init_founds_a_workspace_and_says_what_comes_next(enforcer, tmp_path):
    code, out, err = enforcer("init", tmp_path / "w", "--county", "桓台县", "--year", "2014")
    assert (code, err) == (0, "")
    assert "桓台县，2014年度，依据桓政办发〔2014〕36号" in out
    assert "enforcer roster check" in out
    assert (tmp_path / "w" / "enforcer.toml").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--county"),
        (("--county", "桓台县", "--year", "14"), "年度应是"),
        (("--county", "桓台县", "--notice", "missing.toml"), "找不到通知文件"),
    ],
)
def test_init_without_what_it_needs_makes_nothing(enforcer, tmp_path, arguments, said):
    code, out, err = enforcer("init", tmp_path / "w", *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert not list(tmp_path.iterdir())


def test_roster_check_exit_codes(enforcer, workspace, tmp_path):
    assert enforcer("roster", "check", "--workspace", workspace)[0] == 0
    file = tmp_path / "r.xlsx"
    file.write_bytes(roster_bytes("桓台县", date(2014, 6, 13), [*UNITS, UNITS[0]._replace(code="9")]))
    code, out, _ = enforcer("roster", "check", file)
    assert code == 1
    assert "单位名录!B7" in out
    file.write_bytes(roster_bytes("桓台县", date(2014, 6, 13), [UNITS[0]._replace(mail="x")]))
    assert enforcer("roster", "check", file)[0] == 0
    assert enforcer("roster", "check", file, "--strict")[0] == 1
    file.write_bytes(b"%PDF-")
    assert enforcer("roster", "check", file)[0] == 2
    assert enforcer("roster", "check", tmp_path / "none.xlsx")[0] == 2
    assert enforcer("roster", "mend", file)[0] == 2


def test_roster_json_keeps_its_schema(enforcer, workspace, tmp_path):
    _, out, _ = enforcer("roster", "check", "--workspace", workspace, "--format", "json")
    document = json.loads(out)
    jsonschema.validate(document, load_schema(document["schema"]))
    assert [unit["reporter"] for unit in document["units"]] == ["", "", "", "桓台县安全生产监督管理局"]
    file = tmp_path / "r.xlsx"
    file.write_bytes(roster_bytes("桓台县", date(2014, 6, 13), [UNITS[0], UNITS[0]]))
    _, out, _ = enforcer("roster", "check", file, "--format", "json")
    document = json.loads(out)
    jsonschema.validate(document, load_schema(document["schema"]))
    assert document["summary"] == {"units": 2, "errors": 3, "warnings": 0}


def test_roster_list_and_blank(enforcer, workspace, tmp_path):
    code, out, _ = enforcer("roster", "list", "--workspace", workspace)
    assert code == 0
    assert "001   桓台县安全生产监督管理局  县安监局" in out
    assert enforcer("roster", "blank", tmp_path / "b.xlsx")[0] == 0
    assert enforcer("roster", "blank", tmp_path / "b.xlsx")[0] == 2
    assert enforcer("roster", "check", tmp_path / "b.xlsx")[0] == 1  # a blank one holds no unit yet


def test_generate_all_writes_what_each_unit_owes(enforcer, workspace, monkeypatch):
    monkeypatch.chdir(workspace)
    code, out, _ = enforcer("generate", "--all", "--rows", "2")
    assert code == 0
    assert "已给3个单位生成9个空白附件" in out
    assert "不生成附件4（公安机关免报）：桓台县公安局" in out
    assert "不生成附件2、附件3（没有行政处罚权，报零报告即可）：唐山镇人民政府" in out
    assert "不生成任何附件（由桓台县安全生产监督管理局报送）：桓台县安监大队" in out
    code, out, _ = enforcer("generate", "--all", "--rows", "2")
    assert code == 0
    assert "9个文件已经有了，没有覆盖" in out


def test_generate_all_needs_a_workspace_and_stands_alone(enforcer, workspace, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _, err = enforcer("generate", "--all")
    assert code == 2
    assert "enforcer init" in err
    assert enforcer("generate", "--all", "--unit", "001", "--workspace", workspace)[0] == 2
    assert enforcer("generate", "--all", "-o", tmp_path / "o", "--workspace", workspace)[0] == 2


def test_generate_in_a_workspace_knows_county_unit_and_year(enforcer, workspace, tmp_path):
    (workspace / "enforcer.toml").write_text('county = "高青县"\nyear = 2015\n', encoding="utf-8")
    code, *_ = enforcer("generate", "1", "--unit", "003", "-o", tmp_path, "--workspace", workspace, "--rows", "2")
    assert code == 0
    book = openpyxl.load_workbook(tmp_path / "附件1_唐山镇人民政府_2015.xlsx")
    assert book.worksheets[0]["A2"].value == "高青县唐山镇人民政府2015年度行政执法检查计划"
    code, _, err = enforcer("generate", "1", "--unit", "安检局", "-o", tmp_path, "--workspace", workspace)
    assert code == 2
    assert "没有“安检局”" in err


def test_mark_in_a_workspace_names_the_office_to_ask(enforcer, workspace, typed, cases, tmp_path):
    path = typed("plan.xlsx", 1, cases.PLAN, [{**cases.INSPECTION, "target": None}])
    code, *_ = enforcer("mark", path, "-o", tmp_path / "out", "--unit", "001", "--workspace", workspace)
    assert code == 0
    (marked,) = (tmp_path / "out").iterdir()
    said = [cell.value for row in openpyxl.load_workbook(marked)["审核意见"].iter_rows() for cell in row]
    assert any("法制办 张三" in str(text) for text in said)


def test_validate_in_a_workspace_knows_the_roster(enforcer, workspace, typed, cases):
    officers = typed("officers.xlsx", 4, {"unit": "桓台县公安局", "year": 2014}, [{"number": 1, "name": "张三"}])
    code, out, _ = enforcer("validate", officers, "--unit", "002", "--workspace", workspace)
    assert "A409" in out  # 公安 files no annex 4
    (workspace / "enforcer.toml").write_text('[rules]\nignore = ["A4"]\n', encoding="utf-8")
    code, out, _ = enforcer("validate", officers, "--unit", "002", "--workspace", workspace)
    assert code == 0
    assert "A409" not in out


def test_a_faulty_roster_is_said_and_not_guessed_from(enforcer, workspace, typed, cases):
    (workspace / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 13), [UNITS[0], UNITS[0]]))
    path = typed("plan.xlsx", 1, cases.PLAN, [cases.INSPECTION])
    for command in (("validate", path), ("show", path), ("generate", "--all")):
        code, _, err = enforcer(*command, "--workspace", workspace)
        assert code == 2
        assert "单位名录有3处错误" in err


def test_validate_in_a_workspace_still_starts_lean(workspace, typed, cases):
    path = typed("plan.xlsx", 1, cases.PLAN, [cases.INSPECTION])
    program = (
        "import sys\nfrom enforcer.cli.door import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    print(*sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, "validate", path, "--workspace", workspace],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    loaded = set(ran.stdout.splitlines()[-1].split())
    assert "enforcer.county.roster.units" in loaded
    assert not loaded & {"openpyxl", "xlsxwriter", "pandas", "jinja2", "docxtpl", "rich", "sqlite3", "chinese_calendar"}
