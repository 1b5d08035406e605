"""enforcer report as the office types it."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

import enforcer as api
from enforcer.domain.unit import Unit
from enforcer.reports.formats import formats
from enforcer.workbook.roster.writing import roster_bytes

SAMPLES = Path(__file__).parents[2] / "samples"
FOLDER = SAMPLES / "fail" / "A305-gap-between-tiers"


@pytest.fixture
def workspace(tmp_path, enforcer):
    root = tmp_path / "工作"
    units = (Unit("县安监局", "001", nature="行政机关", contact="王五", phone="0533-8210000"),)
    root.mkdir()
    (root / "enforcer.toml").write_text('county = "桓台县"\nyear = 2014\n', encoding="utf-8")
    (root / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 1), units))
    enforcer("receive", FOLDER, "--unit", "001", "--on", "2014-07-20", "--workspace", root)
    return root


def test_it_is_written_into_the_year_s_folder_in_every_format(enforcer, workspace):
    code, out, err = enforcer("report", "--year", "2014", "--as-of", "2014-12-31", "--workspace", workspace)
    assert (code, err) == (0, "")
    assert "截至2014-12-31，桓台县1个行政执法单位2014年度应报材料" in out
    names = {path.name for path in (workspace / "reports" / "2014").iterdir()}
    assert names == {f"{stem}.{form}" for stem in ("report-2014-12-31", "latest") for form in formats()}


def test_a_past_year_is_seen_at_its_end(enforcer, workspace):
    assert enforcer("report", "--format", "md", "--workspace", workspace)[0] == 0
    assert (workspace / "reports" / "2014" / "report-2014-12-31.md").is_file()


def test_the_formats_asked_for_go_where_they_are_wanted(enforcer, workspace, tmp_path):
    code, out, _ = enforcer("report", "--format", "html，MD", "-o", tmp_path / "o", "--workspace", workspace)
    assert code == 0
    assert sorted(path.name for path in (tmp_path / "o").iterdir()) == [
        "latest.html", "latest.md", "report-2014-12-31.html", "report-2014-12-31.md",
    ]  # fmt: skip
    assert str(tmp_path / "o") in out
    assert not list((workspace / "reports").glob("2014/*"))


def test_a_plain_folder_needs_no_ledger(enforcer, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _, err = enforcer("report", "--year", "2014", "--from", SAMPLES / "across", "--format", "html")
    assert (code, err) == (0, "")
    text = (tmp_path / "reports" / "2014" / "latest.html").read_text(encoding="utf-8")
    assert "没有台账" in text
    assert "疑似同一对象" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "pdf"), "没有“pdf”这种输出格式"),
        (("--format", ","), "没有写格式"),
        (("--year", "14"), "年度应是"),
        (("--as-of", "昨天"), "日期应写成"),
        (("--from", "没有这个文件夹"), "不是文件夹"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_written(enforcer, workspace, arguments, said):
    code, out, err = enforcer("report", *arguments, "--workspace", workspace)
    assert (code, out) == (2, "")
    assert said in err
    assert not list((workspace / "reports").glob("*"))


def test_a_roster_without_units_in_that_year_is_a_sentence(enforcer, workspace):
    later = Unit("县安监局", "001", nature="行政机关", since=date(2016, 1, 1))
    (workspace / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 1), (later,)))
    code, _, err = enforcer("report", "--year", "2014", "--workspace", workspace)
    assert code == 2
    assert "单位名录里没有2014年度的单位" in err


def test_an_empty_folder_is_a_sentence(enforcer, tmp_path):
    (tmp_path / "空").mkdir()
    code, _, err = enforcer("report", "--from", tmp_path / "空", "-o", tmp_path / "o")
    assert code == 2
    assert err.strip()
    assert "Traceback" not in err
    assert not (tmp_path / "o").exists()


def test_outside_a_workspace_it_says_where_to_run(enforcer, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _, err = enforcer("report")
    assert code == 2
    assert "工作文件夹" in err


def test_in_english(enforcer, workspace):
    code, out, _ = enforcer("--lang", "en", "report", "--format", "html", "--workspace", workspace)
    assert code == 0
    assert "Written: " in out
    assert 'lang="en"' in (workspace / "reports" / "2014" / "latest.en.html").read_text(encoding="utf-8")


def test_the_template_is_handed_out_once_and_used_from_then_on(enforcer, workspace):
    assert enforcer("report", "--template", "--workspace", workspace)[0] == 0
    assert zipfile.is_zipfile(workspace / "report.docx")
    code, _, err = enforcer("report", "--template", "--workspace", workspace)
    assert code == 2
    assert "--force" in err
    assert enforcer("report", "--template", "--force", "--workspace", workspace)[0] == 0
    (workspace / "report.docx").write_bytes(b"x")
    code, _, err = enforcer("report", "--format", "docx", "--workspace", workspace)
    assert code == 2
    assert "report.docx" in err


def test_the_python_interface_gives_the_same_frames(enforcer, workspace):
    frames = api.report(workspace, 2014, "2014-12-31")
    found = frames.findings[frames.findings["code"] == "A305"]
    assert list(found["unit_name"]) == ["县安监局"]
    assert found["message"].iloc[0]
    assert frames.by_unit.loc["001"].sum() == len(frames.duties)
    english = api.report(workspace, 2014, date(2014, 12, 31), "en")
    assert english.findings["message"].iloc[0] != frames.findings["message"].iloc[0]
    assert set(api.report(SAMPLES / "across").units["unit_name"]) >= {"县安监局", "县环保局"}
