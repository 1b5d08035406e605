"""The steps of annex 2: what their names say, and which rows are one procedure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.annexes.step import GENERAL, HEARING, SUMMARY, UNKNOWN, blocks, kinds_of
from enforcer.domain.reading import HeaderLine
from enforcer.domain.row import Place


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("检查登记", {"检查登记"}),
        ("执法检查登记", {"检查登记"}),
        ("登记", {"检查登记"}),
        ("受理立案", {"立案"}),
        ("立案审批", {"立案"}),
        ("决定立案", {"立案"}),
        ("立案决定", {"立案"}),
        ("立案调查", {"立案", "调查"}),
        ("调查取证", {"调查"}),
        ("收集证据", {"调查"}),
        ("调查终结报告审核", {"审核"}),
        ("先行登记保存", set()),
        ("证据先行登记保存决定", set()),
        ("处罚事先告知", {"告知"}),
        ("作出处罚决定前告知", {"告知"}),
        ("送达听证告知书", {"告知"}),
        ("听证", {"听证"}),
        ("作出决定", {"决定"}),
        ("作出行政处罚", {"决定"}),
        ("审批决定", {"审核", "决定"}),
        ("不予处罚决定", {"决定"}),
        ("决定书送达", {"送达"}),
        ("送达处罚决定书", {"送达"}),
        ("制作决定书、送达", {"决定", "送达"}),
        ("处罚决定的执行", {"执行"}),
        ("缴纳罚款", {"执行"}),
        ("结案登记", set()),
        ("法制宣传", set()),
        ("", set()),
    ],
)
def test_a_name_says_what_the_step_is(name, kinds):
    assert kinds_of(name) == kinds


@given(st.text(alphabet="检查登记立案调取证决定送达告知书处罚听的、1（）", max_size=80))
def test_any_name_is_read_without_fail_and_alike(name):
    assert kinds_of(name) == kinds_of(name)
    assert kinds_of(name) <= {"检查登记", "立案", "调查", "审核", "告知", "听证", "决定", "送达", "执行"}


@pytest.mark.parametrize(
    ("label", "procedure"),
    [
        (None, GENERAL),
        ("", GENERAL),
        ("　", GENERAL),
        ("一般程序", GENERAL),
        ("普通程序", GENERAL),
        ("一 般 程 序", GENERAL),
        ("一般程序（含听证）", GENERAL),
        ("简易程序", SUMMARY),
        ("当场处罚", SUMMARY),
        ("听证程序", HEARING),
        ("一般程序、简易程序", UNKNOWN),
        ("行政强制程序", UNKNOWN),
    ],
)
def test_a_label_names_the_procedure(reading, dossier, label, procedure):
    (block,) = blocks(dossier(reading(2, [{"procedure": label, "step": "调查"}])))
    assert block.procedure == procedure


@pytest.mark.parametrize("typed", ["1.登记", "（一）登记", "一、登 记", "第一步：登记", "登记"])
def test_the_number_before_a_name_is_no_part_of_it(reading, dossier, typed):
    (block,) = blocks(dossier(reading(2, [{"step": typed}])))
    assert block.steps[0].name == "登记"
    assert block.steps[0].kinds == {"检查登记"}


def test_each_row_stands_in_one_block_in_order(reading, dossier):
    labels = ["一般程序", "一般程序", "听证程序", "一般程序", "简易程序"]
    rows = [{"procedure": label, "step": step} for label, step in zip(labels, "甲乙丙丁戊", strict=True)]
    made = blocks(dossier(reading(2, rows)))
    assert [[step.name for step in block.steps] for block in made] == [["甲", "乙", "丁"], ["丙"], ["戊"]]


def test_two_tables_do_not_share_a_block(reading, dossier):
    one, other = reading(2, [{"step": "立案"}]), reading(2, [{"step": "调查"}])
    assert len(blocks(dossier(one, other))) == 2


def test_a_block_stands_where_its_procedure_is_named_or_at_its_first_step(reading, dossier):
    (named,) = blocks(dossier(reading(2, [{"procedure": "一般程序", "step": "立案"}])))
    (unnamed,) = blocks(dossier(reading(2, [{"step": "立案"}])))
    assert (named.place.field, unnamed.place.field) == ("procedure", "step")


def test_a_title_names_the_procedure_where_no_row_does(reading, dossier):
    title = HeaderLine("简易程序办理流程", "简易程序办理流程", Place("annex2.xlsx"))
    rows = [{"step": "当场调查"}, {"procedure": "一般程序", "step": "立案"}]
    assert [block.procedure for block in blocks(dossier(reading(2, rows, title=title)))] == [SUMMARY, GENERAL]
