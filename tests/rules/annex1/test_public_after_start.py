"""A108: from 2015 on a plan is public before it is carried out."""

from datetime import date

import pytest

CODE = "A108"
DAY = date(2015, 8, 1)


@pytest.fixture
def of_2015(plan, dossier):
    def made(*periods, published, **more):
        rows = [{"period": period, **more} for period in periods]
        return dossier(plan(*rows, header={"published": published}, year=2015), year=2015, day=DAY)

    return made


def test_a_plan_published_after_its_first_inspection_is_accused(of_2015, judge):
    (finding,) = judge(CODE, of_2015("9月", "3月至10月", published="2015-06-01")).all_findings()
    assert finding.message.render() == "计划2015-06-01公布，晚于最早一项检查的时间“3月至10月”（第6行）"
    assert finding.place.field == "published"
    assert [place.row for place in finding.related] == [6]
    assert finding.clause.key == "plan-public"


@pytest.mark.parametrize(
    ("period", "published"),
    [
        ("2015年3月1日至3月20日", "2015-03-02"),
        ("2015.3.10-2015.6.30", "2015年3月11日"),
        ("全年", "2015-02-01"),
        ("3月上旬", "2015-03-11"),
        ("2015年1月1日至12月31日", "2015-02-10"),
    ],
)
def test_published_after_the_last_day_to_start_is_accused(of_2015, cells, period, published):
    assert len(cells(CODE, of_2015(period, published=published))) == 1


@pytest.mark.parametrize(
    ("period", "published"),
    [
        ("3月至10月", "2015-01-20"),
        ("3月至10月", "2015-03-01"),
        ("3月至10月", "2015-03-31"),
        ("全年", "2015-01-31"),
        ("每季度一次", "2015-01-20"),
        ("2015年1月1日至12月31日", "2015-01-20"),
        ("2015年3月10日至20日", "2015-03-10"),
        ("6月底前", "2015-01-31"),
        ("3月至10月", "1月20日"),
    ],
)
def test_published_before_or_in_the_first_month_is_not_accused(of_2015, cells, period, published):
    assert cells(CODE, of_2015(period, published=published)) == []


def test_2014_was_too_early_for_it(plan, dossier, judge):
    verdict = judge(CODE, dossier(plan({"period": "1月"}, header={"published": "2014-06-20"})))
    assert not list(verdict.all_findings())
    assert not list(verdict.all_unexamined())


@pytest.mark.parametrize("kind", ["季度", "月度", "临时"])
def test_only_the_annual_plan_is_meant(of_2015, judge, kind):
    verdict = judge(CODE, of_2015("3月", published="2015-06-01", kind=kind))
    assert not list(verdict.all_findings())
    assert not list(verdict.all_unexamined())


@pytest.mark.parametrize(("published", "cause"), [(None, "absent"), ("无", "absent"), ("年初", "unreadable")])
def test_without_a_day_of_publication_it_is_unexamined(of_2015, judge, published, cause):
    verdict = judge(CODE, of_2015("3月", published=published))
    assert not list(verdict.all_findings())
    assert [one.cause for one in verdict.all_unexamined()] == [cause]


def test_a_period_that_cannot_be_read_is_unexamined_and_the_others_are_judged(of_2015, judge):
    verdict = judge(CODE, of_2015("适时", "3月", published="2015-06-01"))
    assert len(list(verdict.all_findings())) == 1
    assert [one.cause for one in verdict.all_unexamined()] == ["unreadable"]


def test_a_plan_of_unknown_year_is_left_alone(plan, dossier, cells):
    assert cells(CODE, dossier(plan({"period": "1月"}, header={"published": "2015-06-20"}), year=None)) == []
