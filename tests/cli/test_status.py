"""enforcer status as a county office types it: after what was received and decided, on a day that is asked for."""

import json
from datetime import date

import jsonschema
import pytest

from enforcer.domain.unit import Unit
from enforcer.schemas import load_schema
from enforcer.workbook.roster.writing import roster_bytes

UNITS = (
    Unit("桓台县安全生产监督管理局", "001", ("县安监局",), "行政机关", superior="市安监局", phone="0533-8180001"),
    Unit("桓台县公安局", "002", nature="行政机关", exemption="公安", own_credentials=True, superior="市公安局"),
)


@pytest.fixture
def status(enforcer, tmp_path):
    """status("--as-of", "2014-07-01") in a workspace where 县安监局 filed sealed paper of its plan on 30 June."""
    root = tmp_path / "工作"
    root.mkdir()
    (root / "enforcer.toml").write_text('county = "桓台县"\nyear = 2014\n', encoding="utf-8")
    (root / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 13), UNITS))
    paper = ("--paper", "--unit", "县安监局", "--obligation", "plan", "--on", "2014-06-30")
    assert enforcer("receive", *paper, "--workspace", root)[0] == 0

    def run(*arguments):
        return enforcer("status", *arguments, "--workspace", root)

    return run


def test_it_prints_the_county_on_that_day(status):
    code, out, err = status("--as-of", "2014-07-01")
    assert (code, err) == (0, "")
    assert "桓台县2014年度应报事项一览（截至2014-07-01" in out
    assert "桓台县公安局　检查计划　期限2014-06-30，已逾期1天" in out
    assert "桓台县安全生产监督管理局　检查计划　2014-06-30已收到，缺电子版；期限2014-06-30已过" in out


def test_the_past_is_shown_as_it_was_and_what_was_entered_later_as_belated(status):
    before = status("--as-of", "2014-06-29", "--unit", "001", "--obligation", "plan")[1]
    assert "临期1项" in before
    after = status("--as-of", "2014-06-30", "--unit", "县安监局", "--obligation", "检查计划")[1]
    assert "按期1项" in after
    assert "补录（登记晚于收到），1项" in after


def test_whom_to_ring(status):
    code, out, _ = status("--as-of", "2014-07-01", "--chase")
    assert code == 0
    assert "桓台县2014年度催报名单（截至2014-07-01）" in out
    assert "桓台县安全生产监督管理局　0533-8180001" in out
    assert "缺电子版" in out


def test_json_and_csv(status):
    document = json.loads(status("--as-of", "2014-07-01", "--format", "json")[1])
    jsonschema.validate(document, load_schema("enforcer/status/1"))
    assert [one["obligation"] for one in document["chase"]] == ["plan", "plan"]
    assert status("--as-of", "2014-07-01", "--format", "csv")[1].startswith("\ufeff单位代码,单位,年度")
    assert status("--as-of", "2014-07-01", "--format", "csv", "--chase")[1].count("\n") == 3


def test_without_a_day_it_is_today_and_without_a_year_the_workspace_s(status):
    code, out, _ = status()
    assert code == 0
    assert "2014年度" in out


@pytest.mark.parametrize("year", ["2015", "2027", "2100"])
def test_no_year_crashes(status, year):
    code, out, err = status("--year", year, "--as-of", f"{year}-02-03")
    assert (code, err) == (0, "")
    assert "本县约定期限" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "html"), "没有“html”这种输出格式"),
        (("--unit", "县农业局"), "单位名录里没有“县农业局”"),
        (("--obligation", "月报"), "没有“月报”这个应报事项"),
        (("--as-of", "七月"), "日期应写成2014-07-16这样"),
        (("--year", "14"), "年度应是"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_sentence(status, arguments, said):
    code, out, err = status(*arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_outside_a_workspace_it_says_where_to_go(enforcer, tmp_path):
    code, out, err = enforcer("status", "--workspace", tmp_path)
    assert (code, out) == (2, "")
    assert err
