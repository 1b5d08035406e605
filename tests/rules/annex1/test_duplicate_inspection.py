"""A106: the same inspection is announced once."""

import pytest

CODE = "A106"
OTHER = {"target": "烟花爆竹经营单位"}


def test_the_second_of_two_same_inspections_is_accused_and_the_first_named(plan, dossier, judge):
    (finding,) = judge(CODE, dossier(plan({}, OTHER, {}))).all_findings()
    assert finding.place.row == 7
    assert [place.row for place in finding.related] == [5]
    assert finding.message.render() == "对“危险化学品企业”的这项检查与第5行重复：对象、内容、时间、地点都相同"


@pytest.mark.parametrize(
    "again",
    [
        {"target": " 危险化学品 企业"},
        {"place": "全 县"},
        {"period": "3-10月"},
        {"period": "2014年3月至10月"},
        {"body": "法制科", "inspectors": "王五、赵六"},
    ],
)
def test_spelling_makes_no_other_inspection(plan, dossier, cells, again):
    assert len(cells(CODE, dossier(plan({}, again)))) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"target": "烟花爆竹经营单位"},
        {"matter": "特种作业人员持证情况"},
        {"period": "11月"},
        {"place": "果里镇"},
        {"kind": "季度"},
        {"target": ""},
        {"period": "无"},
    ],
)
def test_what_differs_in_one_element_is_another_inspection(plan, dossier, cells, other):
    assert cells(CODE, dossier(plan({}, other))) == []


def test_once_a_quarter_is_not_the_whole_year(plan, dossier, cells):
    assert cells(CODE, dossier(plan({"period": "每季度一次"}, {"period": "全年"}))) == []


def test_two_blank_rows_are_left_to_a101(plan, dossier, cells):
    blank = {"target": "", "matter": "", "place": "", "period": ""}
    assert cells(CODE, dossier(plan(blank, blank))) == []


def test_a_quarterly_plan_may_repeat_what_the_annual_one_announced(plan, dossier, cells):
    annual, quarterly = plan({"period": "4月至6月"}), plan({"kind": "", "period": "4月至6月"}, title="第二季度检查计划")
    assert cells(CODE, dossier(annual, quarterly)) == []


def test_three_times_the_same_is_said_twice_against_the_first(plan, dossier, judge):
    found = list(judge(CODE, dossier(plan({}, {}, {}))).all_findings())
    assert [(one.place.row, one.related[0].row) for one in found] == [(6, 5), (7, 5)]
