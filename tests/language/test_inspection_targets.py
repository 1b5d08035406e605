"""Classes of those inspected, by their words; what is too general is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.language.inspection_targets import holders_of, read_targets


@pytest.mark.parametrize(
    ("text", "cores"),
    [
        ("危险化学品生产企业（12家）", ["危险化学品单位"]),
        ("危险化学品生产、经营企业", ["危险化学品单位"]),
        ("危险化学品、冶金企业（25家）", ["危险化学品单位", "冶金单位"]),
        ("全县各类学校", ["学校"]),
        ("加油站（40户）、加气站", ["加油站", "加气站"]),
        ("沿街门店（600户）", ["沿街门店"]),
        ("涉及煤矿的企业", ["涉及煤矿的单位"]),
        ("在建工程", ["在建工程"]),
        ("建设项目（40个）", ["建设项目"]),
        ("餐饮服务单位和学校食堂", ["餐饮单位", "学校食堂"]),
        ("机动车驾驶人", ["机动车驾驶人"]),
        ("有关单位", []),
        ("各类企业", []),
        ("生产经营单位", []),
        ("个体工商户", []),
        ("村民", []),
        ("无", []),
        ("", []),
        ("餐饮业以外的零售户", []),
    ],
)
def test_a_cell_names_these_classes(text, cores):
    assert [target.core for target in read_targets(text)] == cores


def test_the_trade_is_kept_apart_from_the_class():
    (made,) = read_targets("危险化学品生产、经营企业")
    (sold,) = read_targets("危险化学品经营单位")
    (moved,) = read_targets("危险化学品运输企业")
    (any_trade,) = read_targets("危险化学品企业")
    assert made.acts == {"生产", "经营"}
    assert made.may_meet(sold)
    assert not made.may_meet(moved)
    assert any_trade.may_meet(moved)
    assert moved.may_meet(any_trade)


@pytest.mark.parametrize(
    ("core", "holder", "holds"),
    [
        ("精细化工单位", "化工单位", True),
        ("民办学校", "学校", True),
        ("非煤矿单位", "煤矿单位", False),
        ("学校食堂", "学校", False),
        ("精细化工单位", "单位", False),
        ("化工单位", "化工单位", False),
    ],
)
def test_a_class_is_held_by_its_last_words(core, holder, holds):
    assert (holder in holders_of(core)) is holds


@given(st.text(max_size=500))
def test_whatever_is_typed_nothing_raises_and_no_class_is_empty(text):
    assert all(target.core and target.words for target in read_targets(text))
