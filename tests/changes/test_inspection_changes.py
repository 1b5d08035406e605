"""Annex 1 compared by target and matter, then place, time and kind."""

import pytest

ROW = {
    "number": "1",
    "kind": "年度",
    "basis": "《安全生产法》第五十九条",
    "body": "监察大队",
    "inspectors": "张三、李四",
    "period": "3月至5月",
    "place": "全县",
    "matter": "安全管理制度落实情况",
    "target": "危险化学品企业",
}
OTHER = {**ROW, "number": "2", "target": "烟花爆竹经营户", "matter": "储存条件"}


def test_an_inserted_row_shifts_the_others_and_changes_none(changed, told):
    annex = changed(1, [ROW], [{**OTHER, "number": "1"}, {**ROW, "number": "2"}])
    assert told(annex) == ["added 第1项“烟花爆竹经营户”"]


def test_a_removed_row(changed, told):
    assert told(changed(1, [ROW, OTHER], [OTHER])) == ["removed 第1项“危险化学品企业”"]


@pytest.mark.parametrize(
    ("field", "new"),
    [
        ("period", "6月"),
        ("place", "县城"),
        ("basis", "《山东省安全生产条例》"),
        ("matter", "应急预案"),
        ("target", "加油站"),
        ("body", "执法科"),
    ],
)
def test_a_row_with_one_field_edited_is_the_same_inspection(changed, field, new):
    (change,) = changed(1, [ROW, OTHER], [OTHER, {**ROW, field: new}]).changes
    assert (change.kind, [(one.key, one.new) for one in change.fields]) == ("changed", [(field, new)])


def test_an_edited_row_is_found_again_by_its_wording(changed):
    new = {
        **ROW,
        "target": "危险化学品生产企业",
        "matter": "安全管理制度的落实情况",
        "period": "7月",
        "basis": "《乙法》",
    }
    (change,) = changed(1, [ROW], [new]).changes
    assert (change.kind, len(change.fields)) == ("changed", 4)


def test_who_inspects_is_told_by_name(changed, told):
    annex = changed(1, [ROW], [{**ROW, "inspectors": "李四，王五"}])
    assert told(annex)[1] == "  检查人员：增加王五；去掉张三"


@pytest.mark.parametrize(
    ("field", "new"),
    [("inspectors", "李四 张三"), ("period", "３月 至５月"), ("kind", "年度检查"), ("remarks", "/"), ("number", "9")],
)
def test_another_spelling_is_no_change(changed, field, new):
    assert changed(1, [ROW], [{**ROW, field: new}]).same


def test_four_quarters_of_one_target_keep_their_times(changed):
    quarters = [{**ROW, "period": f"第{one}季度"} for one in "一二三四"]
    (change,) = changed(1, quarters, [*quarters[:2], {**quarters[3]}, {**quarters[2], "place": "镇区"}]).changes
    assert [(one.key, one.old, one.new) for one in change.fields] == [("place", "全县", "镇区")]


def test_a_kind_left_to_the_title_is_no_change(changed, reading):
    assert [one.key for one in changed(1, [ROW], [{**ROW, "kind": ""}]).changes[0].fields] == ["kind"]


def test_an_entry_without_a_number_is_named_by_its_place_in_the_list(changed, told):
    bare = {key: value for key, value in OTHER.items() if key != "number"}
    assert told(changed(1, [ROW], [ROW, bare])) == ["added 第2项“烟花爆竹经营户”"]
