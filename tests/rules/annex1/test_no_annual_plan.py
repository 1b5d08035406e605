"""A110: there is an annual plan among the plans."""

import pytest

CODE = "A110"


@pytest.mark.parametrize(
    ("kinds", "said"), [(["季度", "季度"], "季度"), (["月度"], "月度"), (["季度", "月度", "临时"], "季度、月度、临时")]
)
def test_plans_for_shorter_times_alone_are_accused_once(plan, dossier, sentences, kinds, said):
    rows = [{"kind": kind} for kind in kinds]
    assert sentences(CODE, dossier(plan(*rows))) == [f"报来的计划只有{said}计划，没有年度计划"]


def test_a_quarterly_plan_by_its_title_is_accused(plan, dossier, judge):
    (finding,) = judge(CODE, dossier(plan({"kind": ""}, title="县安监局2014年度第三季度执法检查计划"))).all_findings()
    assert finding.place.field == "kind"
    assert "年度" in finding.remedy.render()


@pytest.mark.parametrize("kinds", [["年度"], ["季度", "年度"], ["年度计划"], ["全年"]])
def test_one_annual_row_is_enough(plan, dossier, cells, kinds):
    assert cells(CODE, dossier(plan(*({"kind": kind} for kind in kinds)))) == []


@pytest.mark.parametrize("title", ["县安监局2014年度行政执法检查计划", "2014年执法检查计划", "二○一四年度检查计划"])
def test_a_title_says_it_where_no_kind_is_typed(plan, dossier, cells, title):
    assert cells(CODE, dossier(plan({"kind": ""}, title=title))) == []


def test_an_annual_plan_in_another_file_is_enough(plan, dossier, cells):
    assert cells(CODE, dossier(plan({"kind": "季度"}), plan({"kind": "年度"}))) == []


@pytest.mark.parametrize(("typed", "cause"), [("", "absent"), ("日常", "unreadable")])
def test_a_plan_of_unknown_kind_is_unexamined(plan, dossier, judge, typed, cause):
    verdict = judge(CODE, dossier(plan({"kind": "季度"}, {"kind": typed})))
    assert not list(verdict.all_findings())
    assert [one.cause for one in verdict.all_unexamined()] == [cause]


def test_an_empty_table_is_left_to_a101_and_a_nil_return_alone(reading, dossier, cells):
    assert cells(CODE, dossier(reading(1))) == []
    assert cells(CODE, dossier(reading(1, nil=reading(1).place))) == []
