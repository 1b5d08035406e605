"""Annex 3 compared by violation and tier, fines as amounts."""

import pytest


@pytest.fixture
def one_tier(changed, item):
    """one_tier(old, new) is what changed where a tier's standard went from one wording to the other."""
    return lambda old, new: changed(3, item(12, "甲", [old]), item(12, "甲", [new]))


def test_an_unchanged_benchmark_has_no_change(changed, item):
    annex = changed(3, item(1, "甲") + item(2, "乙"), item(1, "甲") + item(2, "乙"))
    assert annex.same
    assert annex.moved == 0


def test_an_added_item_shifts_the_others_and_changes_none_of_them(changed, item, told):
    annex = changed(
        3,
        item(1, "未建台账"),
        item(1, "无证上岗", legal_basis="《乙法》第九条") + item(2, "未建台账", legal_basis="《甲法》第1条"),
    )
    assert told(annex) == ["added 第1项“无证上岗”"]
    assert annex.changes[0].new.cell == "C5"


def test_a_removed_item_is_named_by_its_old_number_and_cell(changed, item, told):
    annex = changed(3, item(1, "未建台账") + item(2, "无证上岗"), item(2, "无证上岗"))
    assert told(annex) == ["removed 第1项“未建台账”"]
    assert (annex.changes[0].old.cell, annex.changes[0].new) == ("C5", None)


def test_a_removed_tier_is_told_by_its_word(changed, item, told):
    annex = changed(3, item(12, "甲"), item(12, "甲")[:4])
    assert told(annex) == ["changed 第12项“甲”", "  removed “严重”阶次"]
    assert annex.changes[0].parts[0].old.cell == "F9"


def test_an_added_tier_in_the_middle_leaves_the_others_alone(changed, item, told):
    rows = item(1, "甲")
    annex = changed(3, rows, [rows[0], {**rows[0], "tier": "减轻", "standard": "处5000元罚款"}, *rows[1:]])
    assert told(annex) == ["changed 第1项“甲”", "  added “减轻”阶次"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("处8000元以上2万元以下罚款", "处10000元以上2万元以下罚款", "罚款下限由8000元改为10000元"),
        ("处8000元以上2万元以下罚款", "处八千元以上三万元以下的罚款", "罚款上限由20000元改为30000元"),
        ("处2万元以下罚款", "处8000元以上2万元以下罚款", "增加罚款下限8000元"),
        ("处8000元以上2万元以下罚款", "处2万元以下罚款", "删除罚款下限8000元"),
        ("处8000元罚款", "处9000元罚款", "罚款数额由8000元改为9000元"),
        ("处8000元罚款", "处8000元以上9000元以下罚款", "罚款由8000元改为8000元以上9000元以下"),
        (
            "处8000元以上9000元以下罚款",
            "处8000元以上不满9000元罚款",
            "罚款由8000元以上9000元以下改为8000元以上不满9000元",
        ),
        ("处违法所得1倍罚款", "处违法所得2倍罚款", "罚款数额由1倍改为2倍"),
        ("处8000元罚款", "处违法所得1倍罚款", "罚款由“8000元”改为“1倍”"),
        ("处8000元罚款", "责令停产，处8000元罚款", "罚款幅度未变"),
        ("警告", "警告，处8000元罚款", "增加罚款“8000元”"),
        ("警告，处8000元罚款", "警告", "删除罚款“8000元”"),
        (
            "对单位处2万元罚款，对个人处1000元罚款",
            "对单位处2万元罚款，对个人处2000元罚款",
            "对个人：罚款数额由1000元改为2000元",
        ),
        (
            "处违法所得1倍以上3倍以下罚款，最高不超过二万元",
            "处违法所得1倍以上3倍以下罚款，最高不超过三万元",
            "最高限额由20000元改为30000元",
        ),
    ],
)
def test_a_changed_fine_is_told_as_amounts(told, one_tier, old, new, said):
    assert told(one_tier(old, new)) == ["changed 第12项“甲”", "  changed “从轻”阶次", f"    具体标准：{said}"]


@pytest.mark.parametrize("new", ["处８０００元罚款", "处八千元罚款", "处 8千元 罚款", "处0.8万元罚款"])
def test_an_amount_written_otherwise_is_no_change(changed, item, new):
    assert changed(3, item(1, "甲", ["处8000元罚款"]), item(1, "甲", [new])).same


@pytest.mark.parametrize("new", ["可以处8000元罚款", "处8000元罚款，没收违法所得", "逾期3次的，处8000元罚款"])
def test_other_words_beside_an_equal_amount_are_a_change(changed, item, new):
    assert not changed(3, item(1, "甲", ["处8000元罚款"]), item(1, "甲", [new])).same


def test_what_cannot_be_read_is_told_in_words_alone(changed, item):
    annex = changed(3, item(1, "甲", ["处8000元罚款"]), item(1, "甲", ["处若干倍罚款3元每件"]))
    (field,) = annex.changes[0].parts[0].fields
    assert (field.old, field.new) == ("处8000元罚款", "处若干倍罚款3元每件")
    assert not any("由" in one.render() for one in field.details)


def test_what_stands_once_for_an_item_is_told_once(changed, item, told):
    annex = changed(3, item(1, "甲"), item(1, "甲", legal_basis="《乙法》第九条"))
    assert told(annex) == ["changed 第1项“甲”", "  法定依据：《甲法》第1条→《乙法》第九条"]


def test_a_reworded_violation_is_the_same_item(changed, item, told):
    old, new = "未按照规定建立安全生产台账的", "未按规定建立安全生产管理台账的"
    annex = changed(
        3,
        item(1, old) + item(2, "无证上岗"),
        item(1, "无证上岗", legal_basis="《甲法》第2条") + item(2, new, conditions=""),
    )
    assert told(annex)[:2] == [f"changed 第2项“{new}”", f"  违法行为：{old}→{new}"]


def test_items_with_the_same_boilerplate_are_not_taken_for_each_other(changed, item, told):
    annex = changed(3, item(1, "未建台账", item_code="A-1"), item(2, "无证上岗", item_code="A-2"))
    assert told(annex) == ["added 第2项“无证上岗”", "removed 第1项“未建台账”"]


def test_an_item_code_holds_through_a_rewording(changed, item, told):
    annex = changed(3, item(1, "未建台账", item_code="A-1"), item(1, "簿册缺失", item_code="A-1", legal_basis="无"))
    assert told(annex)[0] == "changed 第1项“簿册缺失”"


def test_a_renamed_tier_is_no_other_tier(changed, item, told):
    rows = item(1, "甲")
    annex = changed(3, rows, [{**rows[0], "tier": "轻微"}, *rows[1:]])
    assert told(annex) == ["changed 第1项“甲”", "  changed “轻微”阶次", "    裁量阶次：从轻→轻微"]


def test_items_in_another_order_are_no_change(changed, item):
    one, two, three = item(1, "甲一"), item(2, "乙二"), item(3, "丙三")
    annex = changed(3, one + two + three, three + one + two)
    assert annex.same
    assert annex.moved == 1


def test_two_items_of_one_name_keep_their_laws_apart(changed, item, told):
    one, two = item(1, "甲", legal_basis="《甲法》第一条"), item(2, "甲", legal_basis="《乙法》第二条")
    annex = changed(3, one + two, two + item(1, "甲", ["处9000元罚款"], legal_basis="《甲法》第一条"))
    assert told(annex)[0] == "changed 第1项“甲”"
    assert len(annex.changes) == 1


def test_item_codes_given_later_change_nothing_else(changed, item):
    one, two = item(1, "甲", legal_basis="《甲法》第一条"), item(2, "甲", legal_basis="《乙法》第二条")
    coded = [{**row, "item_code": row["legal_basis"][1]} for row in two + one]
    changes = changed(3, one + two, coded).changes
    assert [[field.key for field in change.fields] for change in changes] == [["item_code"], ["item_code"]]


def test_a_tier_is_known_by_its_conditions_when_word_and_fine_change(changed, item, told):
    rows = item(1, "甲")
    annex = changed(3, rows, [{**rows[0], "tier": "轻微", "standard": "处9000元以上15000元以下罚款"}, *rows[1:]])
    assert told(annex)[1:] == [
        "  changed “轻微”阶次",
        "    裁量阶次：从轻→轻微",
        "    具体标准：罚款下限由8000元改为9000元",
    ]


def test_a_tier_is_known_by_its_degree_when_all_else_changes(changed, item, told):
    rows = item(1, "甲")
    other = {**rows[0], "tier": "从轻情节", "conditions": "主动改正", "standard": "处9000元以上15000元以下罚款"}
    assert told(changed(3, rows, [other, *rows[1:]]))[1] == "  changed “从轻情节”阶次"
