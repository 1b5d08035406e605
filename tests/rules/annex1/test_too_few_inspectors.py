"""A104: two people inspect, where people can be counted."""

from datetime import date

import pytest

from enforcer.domain.unit import Unit

CODE = "A104"


@pytest.mark.parametrize("typed", ["张三", "张 三", "1人", "一名执法人员", "张三（组长）"])
def test_one_inspector_is_accused(plan, dossier, judge, typed):
    verdict = judge(CODE, dossier(plan({}, {"inspectors": typed})))
    (finding,) = verdict.all_findings()
    assert finding.message.render() == f"检查人员“{typed}”只有1人"
    assert finding.place.cell == "E6"
    assert "不得少于2人" in finding.expected.render()
    assert verdict.exit_code() == 1


@pytest.mark.parametrize(
    "typed",
    [
        "张三、李四",
        "张三 李四",
        "2人",
        "张三等2人",
        "2名以上执法人员",
        "张三等",
        "张三等人",
        "监察大队",
        "监察大队全体执法人员",
        "从执法人员名录库中随机抽取",
        "张三、监察大队执法人员",
        "",
        "无",
    ],
)
def test_two_people_and_those_who_cannot_be_counted_are_not_accused(plan, dossier, cells, typed):
    assert cells(CODE, dossier(plan({"inspectors": typed}))) == []


def test_the_article_in_force_on_the_day_is_named(plan, dossier, judge):
    numbers = []
    for day in (date(2014, 8, 1), date(2019, 8, 1), date(2022, 8, 1)):
        (finding,) = judge(CODE, dossier(plan({"inspectors": "张三"}), day=day)).all_findings()
        numbers.append(finding.clause.number)
    assert numbers == [
        "《行政处罚法》（2009年修正）第三十七条第一款",
        "《行政处罚法》（2017年修正）第三十七条第一款",
        "《行政处罚法》（2021年修订）第四十二条第一款",
    ]


@pytest.mark.parametrize("exemption", ["公安", "税务"])
def test_public_security_and_taxes_plan_like_all_others(plan, dossier, cells, exemption):
    unit = Unit("县某局", exemption=exemption)
    assert cells(CODE, dossier(plan({"inspectors": "张三"}), unit=unit)) == ["E5"]


def test_people_in_rows_of_their_own_beside_one_merged_inspection_are_counted_together(plan, dossier, cells):
    typed = plan({"inspectors": "张三"}, {"inspectors": "李四"})
    assert cells(CODE, dossier(typed)) == ["E5", "E6"]
    typed.rows[1].origins = {"matter": 5, "target": 5}
    assert cells(CODE, dossier(typed)) == []
