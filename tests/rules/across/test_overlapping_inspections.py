"""X006: two units announce the same target, or a class that holds it, for the same time."""

import pytest

from enforcer.annexes.overlaps import overlaps
from enforcer.domain.dossier import County
from enforcer.domain.unit import Unit

CODE = "X006"
SOUND = {"target": "危险化学品企业（12家）", "period": "3月至10月", "place": "全县", "matter": "安全"}


@pytest.fixture
def found(filed, messages):
    """found({...}, {...}) are the messages on two plans of one row each, sound but for what is typed over."""

    def run(*rows, names=("县安监局", "县环保局", "县公安局"), units=(None, None, None)):
        plans = [
            filed(name, plan=[{**SOUND, **row}], unit=unit) for name, row, unit in zip(names, rows, units, strict=False)
        ]
        return messages(CODE, *plans)

    return run


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("危险化学品企业（12家）", "危险化学品企业"),
        ("危险化学品企业", "危险化学品生产企业（5家）"),
        ("危险化学品生产、经营企业", "危险化学品经营单位"),
        ("化工企业", "精细化工企业"),
        ("全县各类学校", "民办学校"),
        ("加油站、加气站", "加油站（40座）"),
        ("危险化学品、冶金企业", "冶金企业"),
        ("加 油 站", "加油站"),
        ("在建工程", "在建工程（45个）"),
    ],
)
def test_the_same_target_or_a_class_that_holds_it_is_observed(found, one, other):
    (message,) = found({"target": one}, {"target": other, "period": "6月"})
    assert message.startswith("疑似重复检查：县安监局、县环保局在重叠的时间检查“")
    assert f"县环保局“{other}”（检查时间：6月" in message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("危险化学品企业", "烟花爆竹企业"),
        ("危险化学品生产企业", "危险化学品运输企业"),
        ("煤矿企业", "非煤矿企业"),
        ("学校", "学校周边商店"),
        ("有关单位", "各类企业"),
        ("村民", "村民"),
        ("生产经营单位", "食品生产经营单位"),
        ("", ""),
        ("无", "无"),
        ("餐饮业以外的零售户", "零售户"),
    ],
)
def test_other_targets_and_words_too_general_are_not(found, one, other):
    assert found({"target": one}, {"target": other}) == []


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("3月", "9月", False),
        ("3月", "3月31日", True),
        ("上半年", "第三季度", False),
        ("每季度一次", "5月", True),
        ("2014年11月至次年2月", "2015年1月", True),
        ("3、6、9月", "4月、7月", False),
        ("3、6、9月", "6月中旬", True),
    ],
)
def test_only_overlapping_periods_count(found, one, other, meet):
    assert bool(found({"period": one}, {"period": other})) is meet


def test_a_period_that_cannot_be_read_is_unexamined_where_another_unit_has_the_target(filed, seen):
    plans = [filed(name, plan=[{**SOUND, "period": when}]) for name, when in (("县甲局", "适时"), ("县乙局", "5月"))]
    verdict = seen(CODE, *plans)
    assert verdict.findings == ()
    assert [(one.cause, [place.cell for place in one.places]) for one in verdict.unexamined] == [("unreadable", ["F5"])]
    assert seen(CODE, plans[0]).unexamined == ()


@pytest.mark.parametrize(
    ("one", "other", "joint"),
    [
        ("与县环保局联合检查", "联合县安监局检查", True),
        ("会同环保部门", "配合安监部门", True),
        ("联合环保、公安部门", "与安监局、公安局共同检查", True),
        ("与县环保局联合检查", "安全", False),
        ("联合检查", "联合检查", False),
        ("与县公安局联合检查", "与县公安局联合检查", False),
        ("县环保局、县安监局各查各的", "县环保局、县安监局各查各的", False),
    ],
)
def test_a_joint_inspection_is_none_where_each_names_the_other(found, one, other, joint):
    units = (Unit("县安监局", short_names=("安监局",)), Unit("县环保局"), Unit("县公安局"))
    third = {"target": "网吧"}
    assert bool(found({"matter": one}, {"matter": other}, third, units=units)) is not joint


def test_two_towns_inspect_each_its_own(found):
    assert found({"place": "辖区内"}, {"place": "镇区"}, names=("青禾镇", "柳溪镇")) == []
    assert found({"place": "索镇、唐山镇"}, {"place": "起凤镇"}) == []
    assert len(found({"place": "全县"}, {"place": "辖区内"}, names=("县安监局", "柳溪镇"))) == 1
    assert len(found({"place": "索镇、唐山镇"}, {"place": "唐山镇"})) == 1


def test_one_units_own_rows_are_not_compared(filed, messages):
    assert messages(CODE, filed("县安监局", plan=[SOUND, SOUND])) == []


def test_it_is_info_for_the_office_and_keeps_the_months(filed, seen):
    plans = [
        filed(name, plan=[{**SOUND, "period": when}]) for name, when in (("县甲局", "5月至6月"), ("县乙局", "6月"))
    ]
    (finding,) = seen(CODE, *plans).findings
    assert (finding.severity, finding.clause.number) == ("info", "引言")
    (one,) = overlaps(County("桓台县", plans[0].day, tuple(plans)), "target")
    assert [[month.month for month in party.months] for party in one.parties] == [[6], [5, 6]]
    assert one.pairs == (("县乙局", "县甲局"),)


def test_a_class_and_two_of_its_kinds_meet_only_through_the_class(filed):
    targets = {"县甲局": "化工企业", "县乙局": "精细化工企业", "县丙局": "石油化工企业"}
    plans = [filed(name, plan=[{**SOUND, "target": target}]) for name, target in targets.items()]
    (one,) = overlaps(County("桓台县", plans[0].day, tuple(plans)), "target")
    assert one.subject == "化工企业"
    assert one.pairs == (("县丙局", "县甲局"), ("县乙局", "县甲局"))
