"""A201: a general procedure has the five steps that the notice names."""

import pytest

from enforcer.domain.unit import Unit

CODE = "A201"
FIVE = ["检查登记", "立案", "调查", "决定", "送达"]


@pytest.mark.parametrize("left_out", FIVE)
def test_each_of_the_five_is_missed(procedure, judge, left_out):
    verdict = judge(CODE, procedure(*(step for step in FIVE if step != left_out)))
    (finding,) = verdict.all_findings()
    assert finding.message.render() == f"一般程序缺少步骤：{left_out}"
    assert (
        finding.expected.render()
        == "一般程序要有检查登记、立案、调查、决定、送达这些步骤，中间可以有告知、听证等其他步骤"
    )
    assert left_out in finding.remedy.render()
    assert finding.place.cell == "B5"
    assert verdict.exit_code() == 1


def test_several_missing_steps_are_one_fault(procedure, sentences):
    assert sentences(CODE, procedure("立案", "决定")) == ["一般程序缺少步骤：检查登记、调查、送达"]


@pytest.mark.parametrize(
    "steps",
    [
        FIVE,
        ["执法检查登记", "受理立案", "调查取证", "作出处罚决定", "送达文书"],
        ["执法检查", "立案审批", "立案后调查", "案件审理", "处罚决定", "决定书送达"],
        ["检查（登记）", "立案、调查", "作出决定", "送达", "执行", "结案"],
        ["日常巡查", "立案调查", "作出行政处罚", "送达当事人"],
        ["1.检查 登记", "2.立案", "3.调查", "4.告知", "5.听证", "6.法制审核", "7.决定", "8.送达", "9.执行"],
        ["检查", "受案", "取证", "集体讨论决定", "送达回证"],
    ],
)
def test_other_words_for_the_steps_and_steps_between_pass(procedure, judge, steps):
    verdict = judge(CODE, procedure(*steps))
    assert not list(verdict.all_findings())
    assert not list(verdict.all_unexamined())


@pytest.mark.parametrize("label", ["", None, "普通程序", "一般程序（安全生产类）", "行政处罚一般程序"])
def test_an_empty_or_newer_word_is_the_general_procedure(procedure, judge, label):
    assert len(list(judge(CODE, procedure(*FIVE[:4], label=label)).all_findings())) == 1


@pytest.mark.parametrize("label", ["简易程序", "听证程序", "当场处罚程序"])
def test_summary_and_hearing_procedures_owe_no_five_steps(procedure, judge, label):
    verdict = judge(CODE, procedure("调查", "决定", label=label))
    assert not list(verdict.all_findings())
    assert not list(verdict.all_unexamined())


def test_a_procedure_of_no_known_kind_is_unexamined(procedure, judge):
    verdict = judge(CODE, procedure("调查", label="行政强制程序"))
    assert not list(verdict.all_findings())
    assert [one.cause for one in verdict.all_unexamined()] == ["unreadable"]


@pytest.mark.parametrize(
    ("steps", "doubtful"),
    [
        (["检查登记", "受理", "调查", "决定", "送达"], "受理"),
        (["检查登记", "立案", "勘验", "决定", "送达"], "勘验"),
        (["检查登记", "立案", "调查", "案件处理", "送达"], "案件处理"),
        (["案源登记", "立案", "调查", "决定", "送达"], "案源登记"),
        (["案件来源", "立案", "调查", "决定", "送达"], "案件来源"),
    ],
)
def test_a_step_that_may_be_the_one_is_unexamined_not_missed(procedure, judge, steps, doubtful):
    verdict = judge(CODE, procedure(*steps))
    assert not list(verdict.all_findings())
    (left,) = verdict.all_unexamined()
    assert doubtful in left.reason.render()


def test_a_step_of_an_unknown_name_is_known_by_its_document(procedure, judge):
    steps = ("检查登记", ("受领任务", {"document": "立案审批表"}), "调查", "决定", "送达")
    verdict = judge(CODE, procedure(*steps))
    assert not list(verdict.all_findings())
    assert len(list(verdict.all_unexamined())) == 1


def test_a_step_without_a_name_is_left_to_a203(procedure, judge):
    verdict = judge(CODE, procedure("检查登记", "立案", ("", {}), "决定", "送达"))
    assert not list(verdict.all_findings())
    assert [one.cause for one in verdict.all_unexamined()] == ["absent"]


@pytest.mark.parametrize("wrong", ["立案决定", "送达处罚告知书", "先行登记保存", "调查报告审核", "处罚决定的执行"])
def test_a_word_inside_another_is_no_step_of_its_own(procedure, sentences, wrong):
    missing = {"立案决定": "决定", "送达处罚告知书": "送达", "调查报告审核": "调查", "处罚决定的执行": "决定"}
    steps = [step for step in FIVE if step != missing.get(wrong, "决定")]
    assert len(sentences(CODE, procedure(*steps, wrong))) == 1


def test_each_procedure_of_a_table_is_judged_by_itself(reading, dossier, judge):
    def rows(label, steps):
        return [{"procedure": label, "step": step} for step in steps]

    table = rows("一般程序（甲类）", FIVE) + rows("简易程序", ["决定"]) + rows("一般程序（乙类）", FIVE[:4])
    (finding,) = judge(CODE, dossier(reading(2, table))).all_findings()
    assert finding.place.row == 11
    assert finding.message.render() == "一般程序（乙类）缺少步骤：送达"


def test_two_rounds_under_one_label_are_two_procedures(procedure, judge):
    (finding,) = judge(CODE, procedure(*FIVE, "检查登记", "立案", "调查", "送达")).all_findings()
    assert finding.place.row == 10
    assert finding.message.render() == "一般程序缺少步骤：决定"


def test_a_hearing_between_does_not_tear_a_procedure_apart(reading, dossier, cells):
    labels = ["一般程序"] * 4 + ["听证程序"] * 2 + ["一般程序"] * 2
    steps = ["检查登记", "立案", "调查", "告知送达", "听证告知", "听证", "决定", "送达"]
    table = [{"procedure": label, "step": step} for label, step in zip(labels, steps, strict=True)]
    assert cells(CODE, dossier(reading(2, table))) == []


def test_an_inspection_of_what_was_mended_begins_no_new_procedure(procedure, cells):
    assert cells(CODE, procedure(*FIVE, "整改情况检查", "结案")) == []


def test_a_nil_return_and_an_empty_table_have_no_procedure(reading, dossier, cells):
    assert cells(CODE, dossier(reading(2, nil=reading(2).place))) == []
    assert cells(CODE, dossier(reading(2))) == []


def test_a_unit_without_penalty_power_is_not_judged_and_it_is_said(procedure, judge):
    verdict = judge(CODE, procedure("立案", unit=Unit("某镇", penalty_power=False)))
    assert not list(verdict.all_findings())
    assert [one.cause for one in verdict.all_unexamined()] == ["not_applicable"]


@pytest.mark.parametrize("exemption", ["公安", "税务"])
def test_public_security_and_taxes_owe_their_procedure(procedure, cells, exemption):
    assert cells(CODE, procedure(*FIVE[:4], unit=Unit("县某局", exemption=exemption))) == ["B5"]
