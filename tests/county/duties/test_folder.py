"""A plain folder as a standing: what files tell, and what they cannot, which nobody is accused of."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from enforcer.county.folder import standing_of_folder
from enforcer.county.roster.units import Roster
from enforcer.county.settings.reading import without_workspace
from enforcer.domain.errors import EnforcerError
from enforcer.domain.unit import Unit

SAMPLES = Path(__file__).parents[3] / "samples"
SETTINGS = without_workspace()
YEAR_END = date(2014, 12, 31)


def standing(folder, day=YEAR_END, year=2014, **known):
    return standing_of_folder(folder, year, day, SETTINGS.notice, SETTINGS, **known)


@pytest.fixture
def folder(tmp_path):
    """县安监局 with its annexes 1 to 4 of the passing county, 县环保局 with its annex 1 alone."""
    for unit, wanted in (("县安监局", "annex?.*"), ("县环保局", "annex1.*")):
        (tmp_path / unit).mkdir()
        for path in (SAMPLES / "pass" / unit).glob(wanted):
            shutil.copy(path, tmp_path / unit)
    return tmp_path


def unit(found, name):
    return next(one for one in found.units if one.unit.name == name)


def test_annexes_stand_by_the_days_that_they_state(folder):
    found = standing(folder)
    assert (found.head, [one.unit.name for one in found.units]) == (None, ["县安监局", "县环保局"])
    safety = unit(found, "县安监局")
    assert {safety.duty(key).state for key in ("plan", "procedure", "benchmark", "officers")} == {"on-time"}
    assert safety.duty("plan").first_day == date(2014, 6, 26)
    assert "县法制办收到的日期不详" in safety.duty("plan").remarks[-1].render()
    assert {reading.annex for reading in safety.dossier.readings} == {1, 2, 3, 4}
    assert len(safety.verdict.files) == 4


def test_what_only_a_ledger_or_a_roster_would_know_is_left_open_and_says_so(folder):
    found = standing(folder)
    open_ones = {one.obligation.key: one for one in unit(found, "县环保局").duties if one.state == "open"}
    assert {"summary", "responsibility", "log", "procedure", "benchmark", "officers"} <= set(open_ones)
    assert "没有台账" in open_ones["summary"].remarks[-1].render()
    assert "没有单位名录" in open_ones["officers"].remarks[-1].render()
    assert [one.code for standing in found.units for one in standing.verdict.findings] == []
    assert {one.code for one in unit(found, "县环保局").verdict.unexamined} == {"F006", "F007"}


def test_no_copy_is_missing_where_paper_cannot_be_seen(folder):
    assert all(duty.forms == duty.missing_forms == () for one in standing(folder).units for duty in one.duties)


def test_the_plan_that_every_unit_owes_is_overdue_where_no_file_has_it(folder):
    next((folder / "县环保局").iterdir()).unlink()
    shutil.copy(next((SAMPLES / "pass" / "县环保局").glob("annex2.*")), folder / "县环保局")
    other = unit(standing(folder), "县环保局")
    assert other.duty("plan").state == "overdue"
    assert [one.code for one in other.verdict.findings] == ["F001"]


def test_a_roster_settles_who_owes_what(folder):
    roster = Roster("桓台县", (Unit("县环保局", code="002"), Unit("青禾镇", code="005", penalty_power=False)))
    found = standing(folder, roster=roster)
    assert [one.unit.code for one in found.units] == ["002", "005", ""]
    assert unit(found, "县环保局").duty("officers").state == "overdue"
    assert unit(found, "青禾镇").duty("procedure").state == "exempt"
    assert unit(found, "青禾镇").duty("plan").state == "overdue"


def test_the_past_knows_nothing_of_files_that_state_a_later_day(folder):
    assert standing(folder, date(2014, 6, 25)).units == ()
    at_the_time = unit(standing(folder, date(2014, 6, 26)), "县安监局")
    assert (at_the_time.duty("plan").state, at_the_time.duty("officers").state) == ("on-time", "open")


def test_files_of_another_year_are_left_out(folder):
    assert standing(folder, date(2015, 12, 31), 2015).units == ()


HEADERS = "序号,检查依据,检查机构,检查人员,检查时间,检查地点,检查内容,检查对象"
UNDATED = f"""附件1,,,,,,,
县安监局2014年度行政执法检查计划,,,,,,,
{HEADERS}
1,《安全生产法》第五十六条,监察大队,张三、李四,3月,全县,责任制,化工企业
"""


def test_a_form_without_a_day_is_filed_and_neither_late_nor_in_time(tmp_path):
    (tmp_path / "县安监局").mkdir()
    (tmp_path / "县安监局" / "计划.csv").write_text(UNDATED, encoding="utf-8-sig")
    plan = unit(standing(tmp_path), "县安监局").duty("plan")
    assert (plan.state, plan.days_late) == ("filed", 0)
    assert "没有写报送日期" in plan.remarks[-1].render()


def test_where_a_file_could_not_be_read_nothing_is_said_to_be_missing(tmp_path):
    (tmp_path / "县安监局").mkdir()
    (tmp_path / "县安监局" / "计划.xlsx").write_bytes(b"")
    plan = unit(standing(tmp_path), "县安监局").duty("plan")
    assert plan.state == "open"
    assert "没能读成附件" in plan.remarks[-1].render()


def test_a_late_stated_day_is_told_by_its_file_and_once(tmp_path):
    (tmp_path / "县安监局").mkdir()
    for path in (SAMPLES / "fail" / "F002-late").glob("annex*"):
        shutil.copy(path, tmp_path / "县安监局")
    found = unit(standing(tmp_path), "县安监局")
    assert found.duty("procedure").state == "late"
    (late,) = (one for one in found.verdict.all_findings() if one.code == "F002")
    assert "表内填写的报送日期是" in late.message.render()


def test_a_file_beside_the_folders_says_itself_whose_it_is(folder):
    path = next((folder / "县环保局").iterdir())
    path.rename(folder / path.name)
    assert unit(standing(folder), "县环保局").duty("plan").state == "on-time"


@pytest.mark.parametrize("name", ["nowhere", "file.txt"])
def test_what_is_no_folder_is_the_operator_s_mistake(tmp_path, name):
    (tmp_path / "file.txt").touch()
    with pytest.raises(EnforcerError):
        standing(tmp_path / name)
