"""A103: what a plan announces lies in the plan's year."""

import pytest

CODE = "A103"


@pytest.mark.parametrize(
    "typed", ["3月至10月", "2014年3月至10月", "全年", "第二季度", "每季度一次", "2014.12.1-2014.12.31", "上半年"]
)
def test_a_period_inside_the_year_is_not_accused(plan, dossier, cells, typed):
    assert cells(CODE, dossier(plan({"period": typed}))) == []


@pytest.mark.parametrize("typed", ["2013年3月至10月", "2015年1月", "2013.3.1-2013.3.31", "2015年全年"])
def test_a_period_of_another_year_is_accused(plan, dossier, sentences, typed):
    (said,) = sentences(CODE, dossier(plan({}, {"period": typed})))
    assert said == f"检查时间“{typed}”不在2014年度内"


@pytest.mark.parametrize("typed", ["2014年11月至2015年2月", "2013年12月至2014年3月", "2014年11月至次年2月"])
def test_a_period_partly_in_another_year_is_accused_with_its_ends(plan, dossier, judge, typed):
    (finding,) = judge(CODE, dossier(plan({"period": typed}))).all_findings()
    assert "有一部分不在2014年度内" in finding.message.render()
    assert finding.place.field == "period"
    assert finding.severity == "warning"
    assert "跨年度" in finding.remedy.render()


def test_the_year_of_the_plan_decides_not_that_of_the_day(plan, dossier, cells):
    assert cells(CODE, dossier(plan({"period": "2015年3月"}, year=2015), year=2014)) == []


def test_a_period_that_cannot_be_read_is_unexamined(plan, dossier, judge):
    verdict = judge(CODE, dossier(plan({"period": "适时"})))
    (left,) = verdict.all_unexamined()
    assert (left.cause, left.places[0].field) == ("unreadable", "period")
    assert not list(verdict.all_findings())


def test_without_a_known_year_nothing_is_accused_and_it_is_said_once(plan, dossier, judge):
    verdict = judge(CODE, dossier(plan({"period": "2013年3月"}, {"period": "3月"}), year=None))
    assert not list(verdict.all_findings())
    (left,) = verdict.all_unexamined()
    assert left.cause == "absent"


def test_a_blank_period_is_left_to_a101(plan, dossier, judge):
    verdict = judge(CODE, dossier(plan({"period": ""})))
    assert not list(verdict.all_findings())
    assert not list(verdict.all_unexamined())
