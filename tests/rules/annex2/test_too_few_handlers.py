"""A205: two people inspect and investigate."""

from datetime import date

import pytest

from enforcer.domain.unit import Unit

CODE = "A205"
SINCE = date(2021, 7, 15)
ONE = {"handlers": "张三"}


@pytest.mark.parametrize("step", ["检查登记", "执法检查", "日常巡查", "调查", "调查取证", "立案调查"])
@pytest.mark.parametrize("typed", ["张三", "1人", "张 三（承办人）"])
def test_one_person_at_inspection_or_investigation_is_accused(procedure, judge, step, typed):
    verdict = judge(CODE, procedure((step, {"handlers": typed})))
    (finding,) = verdict.all_findings()
    assert finding.message.render() == f"步骤“{step}”的承办人员“{typed}”只有1人"
    assert finding.place.cell == "G5"
    assert "不得少于2人" in finding.expected.render()
    assert verdict.exit_code() == 1


@pytest.mark.parametrize(
    "step", ["立案", "立案审批", "决定", "送达", "告知", "听证", "执行", "结案", "调查报告审核", "先行登记保存"]
)
def test_other_steps_may_have_one_person_before_2021(procedure, cells, step):
    assert cells(CODE, procedure((step, ONE))) == []


@pytest.mark.parametrize(
    "typed",
    [
        "张三、李四",
        "2人",
        "张三等2人",
        "监察大队",
        "监察大队全体执法人员",
        "张三等",
        "两名以上执法人员",
        "",
        "无",
        "张三、执法中队",
    ],
)
def test_two_people_and_those_who_cannot_be_counted_are_not_accused(procedure, cells, typed):
    assert cells(CODE, procedure(("调查", {"handlers": typed}))) == []


@pytest.mark.parametrize("step", ["调查", "检查登记", "告知", "送达"])
def test_since_2021_two_people_carry_out_the_penalty(procedure, judge, step):
    (finding,) = judge(CODE, procedure((step, ONE), day=SINCE)).all_findings()
    assert finding.clause.number == "《行政处罚法》（2021年修订）第四十二条第一款"


@pytest.mark.parametrize("step", ["决定", "听证", "立案", "审核"])
def test_a_head_who_decides_and_a_chairman_who_hears_may_be_alone(procedure, cells, step):
    assert cells(CODE, procedure((step, ONE), day=SINCE)) == []


def test_a_fine_on_the_spot_takes_two_since_2021_only(procedure, cells):
    assert cells(CODE, procedure(("调查", ONE), label="简易程序")) == []
    assert cells(CODE, procedure(("调查", ONE), label="简易程序", day=SINCE)) == ["G5"]


def test_public_security_has_a_statute_of_its_own_on_the_spot(procedure, cells):
    police = Unit("县公安局", exemption="公安")
    assert cells(CODE, procedure(("调查", ONE), label="简易程序", day=SINCE, unit=police)) == []
    assert cells(CODE, procedure(("调查", ONE), day=SINCE, unit=police)) == ["G5"]


def test_a_unit_without_penalty_power_is_not_judged(procedure, cells):
    assert cells(CODE, procedure(("调查", ONE), unit=Unit("某镇", penalty_power=False))) == []


def test_people_in_rows_of_their_own_beside_one_merged_step_are_counted_together(procedure, cells):
    two = procedure(("调查", ONE), ("调查", {"handlers": "李四"}), ("送达", ONE))
    assert cells(CODE, two) == ["G5", "G6"]
    two.readings[0].rows[1].origins = {"step": 5}
    assert cells(CODE, two) == []
