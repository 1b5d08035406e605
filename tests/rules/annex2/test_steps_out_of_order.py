"""A202: the five steps stand in the order of the notice."""

import pytest

CODE = "A202"
FIVE = ["检查登记", "立案", "调查", "决定", "送达"]


def test_a_decision_before_the_investigation_is_accused(procedure, judge):
    (finding,) = judge(CODE, procedure("检查登记", "立案", "决定", "调查", "送达")).all_findings()
    assert finding.message.render() == "“决定”排在第8行“调查”的前面，应当在它后面"
    assert finding.expected.render() == "一般程序的顺序是：检查登记、立案、调查、决定、送达"
    assert (finding.place.cell, finding.related[0].cell) == ("C7", "C8")
    assert "第8行" in finding.remedy.render()


def test_one_step_at_the_wrong_end_is_one_fault(procedure, sentences):
    assert sentences(CODE, procedure("立案", "调查", "决定", "送达", "检查登记")) == [
        "“检查登记”排在第5行“立案”的后面，应当在它前面"
    ]
    assert sentences(CODE, procedure("送达", "检查登记", "立案", "调查", "决定")) == [
        "“送达”排在第9行“决定”的前面，应当在它后面"
    ]


def test_a_table_upside_down_keeps_one_step_and_moves_the_others(procedure, cells):
    assert len(cells(CODE, procedure(*reversed(FIVE)))) == 4


@pytest.mark.parametrize(
    "steps",
    [
        FIVE,
        ["检查登记", "立案、调查", "告知", "听证", "法制审核", "决定", "送达", "执行", "结案"],
        ["检查登记", "初步调查", "立案", "调查取证", "告知书送达", "决定", "送达", "执行情况检查"],
        ["检查登记", "立案", "调查", "听证告知书送达", "作出决定", "决定书送达", "复查"],
        ["检查登记", "决定立案", "调查", "决定", "送达"],
        ["立案", "决定", "送达"],
        ["检查登记", "立案调查", "决定、送达"],
        ["送达"],
    ],
)
def test_steps_in_order_with_others_between_are_not_accused(procedure, cells, steps):
    assert cells(CODE, procedure(*steps)) == []


@pytest.mark.parametrize(
    "late",
    [
        ("事后补充登记检查", {}),
        ("检查登记", {"remarks": "情况紧急的，事后补登"}),
        ("检查登记", {"manner": "紧急情况事后登记"}),
    ],
)
def test_an_urgent_inspection_may_be_registered_afterwards(procedure, cells, late):
    assert cells(CODE, procedure("立案", "调查", late, "决定", "送达")) == []


@pytest.mark.parametrize("label", ["简易程序", "听证程序", "行政强制程序"])
def test_other_procedures_have_an_order_of_their_own(procedure, cells, label):
    assert cells(CODE, procedure("决定", "调查", "送达", "检查登记", label=label)) == []


def test_two_procedures_under_each_other_are_two_orders(procedure, cells):
    assert cells(CODE, procedure(*FIVE, *FIVE)) == []


def test_the_second_of_two_procedures_is_accused_at_its_own_row(procedure, cells):
    assert cells(CODE, procedure(*FIVE, "检查登记", "调查", "立案", "决定", "送达")) == ["C11"]
