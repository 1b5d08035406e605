"""A206: who investigates does not decide."""

import pytest

from enforcer.domain.unit import Unit

CODE = "A206"


def test_the_same_people_at_both_steps_are_accused(procedure, judge):
    verdict = judge(CODE, procedure(over={"决定": {"handlers": "李四、张三"}}))
    (finding,) = verdict.all_findings()
    assert finding.message.render() == "李四、张三既承办“调查”（第7行），又承办“决定”"
    assert "请确认决定由负责人审批" in finding.remedy.render()
    assert (finding.place.cell, finding.related[0].cell) == ("G8", "G7")
    assert (finding.severity, verdict.exit_code()) == ("warning", 0)


def test_one_of_several_is_enough_and_is_named(procedure, sentences):
    over = {"决定": {"handlers": "王五、张 三"}}
    assert sentences(CODE, procedure(over=over)) == ["张三既承办“调查”（第7行），又承办“决定”"]


@pytest.mark.parametrize("handlers", ["王五、赵六", "2人", "监察大队", "局长", "", "张三丰"])
def test_others_and_those_without_a_name_are_not_accused(procedure, cells, handlers):
    assert cells(CODE, procedure(over={"决定": {"handlers": handlers}})) == []


def test_a_body_at_both_steps_is_not_a_person(procedure, cells):
    same = {"handlers": "监察大队"}
    assert cells(CODE, procedure(over={"调查": same, "决定": same})) == []


@pytest.mark.parametrize(
    "manner",
    ["报局长审批后作出决定", "负责人审查调查结果并作出决定", "局案审会集体讨论决定", "经分管领导批准，制作处罚决定书"],
)
def test_a_head_who_approves_is_what_the_law_asks(procedure, cells, manner):
    over = {"决定": {"handlers": "张三、李四", "manner": manner}}
    assert cells(CODE, procedure(over=over)) == []


def test_a_step_of_approval_between_is_enough(procedure, cells):
    approval = ("案件审批", {"manner": "报分管局长审批", "handlers": "王五"})
    decision = ("决定", {"handlers": "张三、李四"})
    assert cells(CODE, procedure("检查登记", "立案", "调查", approval, decision, "送达")) == []


def test_approval_of_the_opening_says_nothing_of_the_decision(procedure, cells):
    assert cells(CODE, procedure(over={"立案": {"manner": "报局长批准"}, "决定": {"handlers": "张三"}})) == ["G8"]


def test_a_fine_on_the_spot_is_decided_by_who_investigates(procedure, cells):
    same = {"handlers": "张三、李四"}
    assert cells(CODE, procedure(("调查", same), ("决定", same), label="简易程序")) == []


@pytest.mark.parametrize("step", ["处罚决定的执行", "决定书送达", "立案决定"])
def test_a_step_that_only_mentions_the_decision_is_none(procedure, cells, step):
    assert cells(CODE, procedure("调查", (step, {"handlers": "张三、李四"}))) == []


def test_two_procedures_do_not_mix(reading, dossier, cells):
    rows = [
        {"procedure": "一般程序", "step": "调查", "handlers": "张三"},
        {"procedure": "简易程序", "step": "决定", "handlers": "张三"},
    ]
    assert cells(CODE, dossier(reading(2, rows))) == []


def test_a_unit_without_penalty_power_is_not_judged(procedure, cells):
    over = {"决定": {"handlers": "张三"}}
    assert cells(CODE, procedure(over=over, unit=Unit("某镇", penalty_power=False))) == []
