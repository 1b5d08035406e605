"""Choices: the form's own words, the usual other words, and nothing that is not for sure."""

import pytest

from enforcer.annexes.choices import read_choice
from enforcer.forms import load_forms

CHOICES = {
    field.key: field.choices
    for form in load_forms()
    for field in (*form.columns, *form.header)
    if field.kind == "choice"
}


@pytest.mark.parametrize(
    ("field", "choice"), [(field, choice) for field, choices in CHOICES.items() for choice in choices]
)
def test_every_choice_of_a_form_is_read_as_itself(field, choice):
    assert read_choice(field, CHOICES[field], choice) == choice
    assert read_choice(field, CHOICES[field], f" {' '.join(choice)}　") == choice


@pytest.mark.parametrize(
    ("field", "typed", "choice"),
    [
        ("sex", "男性", "男"),
        ("sex", "F", "女"),
        ("education", "大学本科", "本科"),
        ("education", "大学专科", "大专"),
        ("education", "在职研究生", "研究生"),
        ("education", "硕士", "研究生"),
        ("education", "大学", "本科"),
        ("education", "职高", "高中"),
        ("education", "初中", "初中及以下"),
        ("staffing", "参公管理", "参公"),
        ("staffing", "参照公务员法管理", "参公"),
        ("staffing", "事业编制", "事业"),
        ("staffing", "全额事业", "事业"),
        ("staffing", "事业单位聘用", "事业"),
        ("staffing", "行政编制", "公务员"),
        ("staffing", "聘任制公务员", "公务员"),
        ("staffing", "合同工", "合同制"),
        ("staffing", "外聘", "合同制"),
        ("staffing", "劳务派遣", "合同制"),
        ("staffing", "临时工", "合同制"),
        ("staffing", "事业（借调）", "借调"),
        ("staffing", "抽调", "借调"),
        ("staffing", "机关工勤", "工勤"),
        ("kind", "年度计划", "年度"),
        ("kind", "2014年", "年度"),
        ("kind", "全年", "年度"),
        ("kind", "第二季度", "季度"),
        ("kind", "3月", "月度"),
        ("kind", "临时检查", "临时"),
        ("procedure", "普通程序", "一般程序"),
        ("procedure", "一般", "一般程序"),
        ("procedure", "普通程序（听证）", "一般程序"),
        ("procedure", "简易", "简易程序"),
        ("procedure", "当场处罚程序", "简易程序"),
        ("procedure", "听证", "听证程序"),
        ("source", "省标准", "省"),
        ("source", "市级", "市"),
        ("source", "自行制定", "本单位"),
        ("applied_standard", "执行省裁量标准", "省"),
    ],
)
def test_the_usual_other_words_are_read(field, typed, choice):
    assert read_choice(field, CHOICES[field], typed) == choice


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("sex", "不详"),
        ("sex", "男女"),
        ("sex", "1"),
        ("education", "良好"),
        ("staffing", "正式"),
        ("staffing", "未借调"),
        ("kind", "日常检查"),
        ("kind", "双随机"),
        ("kind", "半年"),
        ("kind", "季节性检查"),
        ("kind", "3-11月"),
        ("procedure", "快速办理"),
        ("procedure", "一般程序和简易程序"),
        ("source", "部颁标准"),
        ("name", "男"),
        ("education", "大学" * 30),
    ],
)
def test_what_is_not_for_sure_is_not_read(field, typed):
    assert read_choice(field, CHOICES.get(field, ()), typed) is None
