"""A408: contract, seconded and temporary staff, and who has not yet served a year, may not hold a credential."""

from datetime import date, datetime

import pytest

from enforcer.domain.unit import Unit


@pytest.mark.parametrize(
    "typed",
    [
        "公务员",
        "参公",
        "参公管理",
        "事业",
        "事业编制",
        "事业单位聘用",
        "全额事业",
        "行政",
        "机关工勤",
        "非合同制",
        None,
        "无",
        "正式",
    ],
)
def test_staff_of_the_establishment_is_not_accused(register, cells, officer, typed):
    assert cells("A408", register(officer(staffing=typed))) == []


@pytest.mark.parametrize(
    "typed", ["合同制", "合同工", "借调", "事业（借调）", "临时工", "劳务派遣", "外聘", "聘用", "公益性岗位", "抽调"]
)
def test_contract_seconded_and_temporary_staff_is_accused(register, judge, officer, typed):
    (finding,) = judge("A408", register(officer(staffing=typed))).all_findings()
    assert finding.place.cell == "I5"
    assert finding.severity == "warning"
    assert finding.message.render() == f"编制性质填“{typed}”，合同、借调、临时等人员不符合领取执法证的条件，请核实"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2013-08-01", date(2014, 8, 1)),
        ("2013年8月", date(2014, 8, 1)),
        ("2013", date(2014, 6, 13)),
        ("2015年2月", date(2016, 2, 29)),
        (None, date(2014, 8, 1)),
        ("无", date(2014, 8, 1)),
    ],
)
def test_who_may_have_served_a_year_is_not_accused(register, cells, officer, typed, day):
    assert cells("A408", register(officer(joined=typed), day=day)) == []


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2013-08-02", date(2014, 8, 1)),
        ("2013年9月", date(2014, 8, 31)),
        ("2014", date(2014, 6, 13)),
        (datetime(2014, 1, 1, 0, 0), date(2014, 6, 13)),
        ("2015年3月", date(2016, 2, 29)),
    ],
)
def test_who_cannot_have_served_a_year_is_accused(register, cells, officer, typed, day):
    assert cells("A408", register(officer(joined=typed), day=day)) == ["P5"]


def test_the_sentence_tells_day_and_years(register, sentences, officer):
    said = sentences("A408", register(officer(joined="2014-03"), day=date(2014, 7, 15)))
    assert said == ["到本单位工作时间填“2014-03”，到2014-07-15不满1年，请核实是否符合领取执法证的条件"]


def test_a_time_that_cannot_be_read_is_unexamined(register, judge, officer):
    verdict = judge("A408", register(officer(joined="多年")))
    assert list(verdict.all_findings()) == []
    assert [(one.cause, one.places[0].cell) for one in verdict.all_unexamined()] == [("unreadable", "P5")]


@pytest.mark.parametrize(("day", "law"), [(date(2014, 7, 15), "淄博市"), (date(2015, 5, 1), "山东省")])
def test_the_law_of_the_day_is_cited(register, judge, officer, day, law):
    (finding,) = judge("A408", register(officer(staffing="借调"), day=day)).all_findings()
    assert law in finding.clause.number


def test_an_exempt_unit_is_not_accused(register, cells, officer):
    exempt = register(officer(staffing="借调"), unit=Unit("县某局", exemption="税务"))
    assert cells("A408", exempt) == []
