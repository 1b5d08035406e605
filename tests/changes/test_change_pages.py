"""The comparison as a clerk reads it and as a program reads it."""

import json

import pytest
from jsonschema import Draft202012Validator

from enforcer.schemas import load_schema
from enforcer.verdicts.change_pages import SHOWN, as_json, document, excerpts, lines_of
from enforcer.verdicts.lines import plain


@pytest.fixture
def text():
    return lambda comparison: plain(lines_of(comparison, str))


def test_the_whole_page_of_a_re_filing(between, item, text):
    law = {"statutory_fine": "处五万元以下罚款"}
    old = item(11, "未建台账", **law) + item(12, "无证上岗", legal_basis="《乙法》第2条", **law)
    new = item(1, "违规动火", legal_basis="《丙法》第3条", **law) + item(
        12,
        "无证上岗",
        ["处10000元以上15000元以下罚款", *[row["standard"] for row in old[1:4]]],
        legal_basis="《乙法》第2条",
        **law,
    )
    low = "从轻处罚下限8000元，法定最高50000元，20%为10000元，少2000元"
    page = text(between(3, old, new, select="A302 A301", new_header={"preparer": "张三"}))
    assert (
        page
        == f"""\
旧表：annex3.xlsx
新表：annex3.xlsx

附件3《行政处罚事项裁量基准细化量化一览表》
  旧表：县安监局　2014年度　10行
  新表：县安监局　2014年度　9行
  表头改动1处
    填表人：填上“张三”  裁量基准 → 裁量基准!B2
  增加1项
    增加第1项“违规动火”  新表裁量基准!C5
  删除1项
    删除第11项“未建台账”  旧表裁量基准!C5
  修改1项
    第12项“无证上岗”  C10
      删除“严重”阶次  旧表裁量基准!F14
      “从轻”阶次  F10
        具体标准：罚款下限由8000元改为10000元  H10
          由“处8000元以上15000元以下罚款”改为“处10000元以上15000元以下罚款”
  问题的变化
    已改2处
      × A302 从轻处罚下限过低  旧表裁量基准!H5  {low}（所在的行已删除）
      × A302 从轻处罚下限过低  旧表裁量基准!H10  {low}
    新增2处
      × A301 裁量阶次不全  新表裁量基准!F10  “无证上岗”缺少“严重”阶次，现有“从轻”、“较轻”、“一般”、“较重”
      × A302 从轻处罚下限过低  新表裁量基准!H5  {low}（在新增的行里）

表头改动1处，增加1项，删除1项，修改1项。旧表的2处问题，已改2处，新增2处。
"""
    )


def test_nothing_changed_is_said_so(between, item, text):
    page = text(between(3, item(1, "甲"), item(1, "甲")))
    assert "内容没有改动" in page
    assert page.splitlines()[-1] == "两份表内容相同。两份表都没有查出问题。"


def test_what_only_moved_is_no_change(between, item, text):
    page = text(between(3, item(1, "甲") + item(2, "乙"), item(2, "乙") + item(1, "甲")))
    assert "另有1项只是换了位置，不算改动" in page
    assert "两份表内容相同" in page


def test_a_long_list_is_cut_and_json_has_it_all(between, text):
    rows = [{"target": f"企业{number}", "matter": "安全"} for number in range(SHOWN + 7)]
    comparison = between(1, [], rows)
    page = text(comparison)
    assert "另有7项没有列出，用 --format json 可看到全部" in page
    assert page.count("增加第") == SHOWN
    assert len(json.loads(as_json(comparison, str))["annexes"][0]["changes"]) == SHOWN + 7


def test_nothing_in_a_cell_steers_the_terminal(between, text):
    old = [{"target": "企业", "matter": "安全", "place": "全县"}]
    page = text(between(1, old, [{**old[0], "place": "镇\x1b[31m区\u202e"}]))
    assert "\x1b" not in page
    assert "\u202e" not in page


@pytest.mark.parametrize("where", ["id_number", "remarks", "name", "credential"])
def test_no_id_number_is_shown_in_any_form(between, text, where):
    old = [{"name": "张三", "credential": "1", "post": "科员"}]
    number = "370321199001010012"
    comparison = between(4, old, [{**old[0], where: number}], select="A4")
    for page in (text(comparison), as_json(comparison, str)):
        assert number[3:14] not in page
        assert "370*" in page


def test_the_document_keeps_to_its_schema(between, item, reading):
    validator = Draft202012Validator(load_schema("enforcer/diff/1"))
    person = {"name": "张三", "id_number": "370321199001010012"}
    comparisons = [
        between(3, item(1, "甲"), item(1, "甲", ["处9000元罚款"]) + item(2, "乙"), select="A3 W"),
        between(4, [person], [{**person, "post": "科长"}], select="A4"),
        between(2, [{"step": "立案"}], [], select="A2"),
        between(1, [], [], new_header={"preparer": "张三"}, select="A1 W"),
    ]
    for comparison in comparisons:
        made = document(comparison, str)
        assert not list(validator.iter_errors(made))
        assert json.loads(as_json(comparison, str)) == made
        assert made["summary"]["findings"]["new"] == sum(
            one["state"] == "new" for annex in made["annexes"] for one in annex["findings"]
        )
    broken = {**document(comparisons[0], str), "more": 1}
    assert list(validator.iter_errors(broken))


def test_every_sentence_is_asked_of_the_translator(between, item):
    comparison = between(3, item(1, "甲"), item(1, "甲", ["处9000元以上15000元以下罚款"])[:4], select="A3")
    asked = set()

    def translate(template):
        asked.add(template)
        return template

    list(lines_of(comparison, translate))
    assert asked >= {
        "{whom}{name}由{old}改为{new}",
        "罚款下限",
        "删除{name}",
        "“{name}”阶次",
        "修改{count}项",
        "具体标准",
    }


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("短的", "短了", ("短的", "短了")),
        (
            "甲" * 80 + "八" + "乙" * 80,
            "甲" * 80 + "九" + "乙" * 80,
            ("……甲甲甲甲甲甲八乙乙乙乙乙乙……", "……甲甲甲甲甲甲九乙乙乙乙乙乙……"),
        ),
        ("甲" * 80, "甲" * 80 + "乙", ("……甲甲甲甲甲甲", "……甲甲甲甲甲甲乙")),
        ("", "甲\n乙", ("", "甲 乙")),
    ],
)
def test_of_long_texts_the_stretch_that_differs_is_shown(old, new, shown):
    assert excerpts(old, new) == shown
