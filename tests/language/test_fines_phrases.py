"""What stands beside a range: base, per-unit, target, cap, floor, alternative."""

import pytest

from enforcer.domain.fine import Fine, UnreadFine
from enforcer.language.fines import read_fines


def fines(text: str) -> list[Fine]:
    found = read_fines(text)
    assert not [item for item in found if isinstance(item, UnreadFine)], found
    return [item for item in found if isinstance(item, Fine)]


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("并处违法所得一倍以上三倍以下罚款", "违法所得"),
        ("处货值金额百分之五十以上三倍以下的罚款", "货值金额"),
        ("处相当于所筹资金金额5%以下的罚款", "所筹资金金额"),
        ("处以其上一年度从本单位取得收入的一倍罚款", "上一年度从本单位取得收入"),
        ("处其他财产价值一倍罚款", "其他财产价值"),
        ("按照补偿费的三倍至五倍处以罚款", "补偿费"),
        ("按违法所得处一倍以上三倍以下罚款", "违法所得"),
        ("按占用面积处耕地开垦费二倍以下罚款", "耕地开垦费"),
        ("罚款额为违法所得的10%以上30%以下", "违法所得"),
        ("处不缴或者少缴的税款五倍以下罚款", "不缴或者少缴的税款"),
        ("处警告或者违法所得三倍以下罚款", "违法所得"),
        (
            "并处违法生产、销售产品（包括已售出和未售出的产品，下同）货值金额等值以上三倍以下罚款",
            "违法生产、销售产品货值金额",
        ),
        ("处被损坏界桩（标）价值三倍罚款", "被损坏界桩（标）价值"),
        ("对主管人员处单位罚款数额5%以上10%以下的罚款", "单位罚款数额"),
        ("可以处以本条例第九条规定的罚款数额的10%", "本条例第九条规定的罚款数额"),
        ("处最高应价百分之十的罚款", "最高应价"),
        ("处所收费用一倍罚款", "所收费用"),
    ],
)
def test_the_base_of_a_ratio_is_kept_in_its_words(text: str, base: str) -> None:
    (fine,) = fines(text)
    assert fine.base == base


def test_a_base_said_once_holds_for_the_ratio_after_it() -> None:
    first, second = fines("处运输费用一倍以上三倍以下罚款，情节严重的，处三倍以上五倍以下罚款。")
    assert first.base == second.base == "运输费用"


def test_a_limit_before_the_base_limits_the_ratio() -> None:
    (fine,) = fines("可以处不超过违法所得三倍的罚款")
    assert (fine.low, fine.low_inclusive, fine.high, fine.base) == (None, False, 3, "违法所得")


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("处每平方米五十元罚款", "平方米"),
        ("每株处三百元以上五百元以下罚款", "株"),
        ("按每吨二百元处以罚款", "吨"),
        ("每处处以一百元罚款", "处"),
        ("处每处一百元罚款", "处"),
        ("每超养一只处一千元罚款", "只"),
        ("按照每介绍一人罚款五千元", "人"),
        ("每逾期一天，处以100元罚款", "日"),
        ("处每日每平方米五元罚款", "日·平方米"),
        ("处每平方米每日五元罚款", "日·平方米"),
        ("按照每使用一名童工每月处五千元罚款", "人·月"),
        ("处每只（头、匹）二十元罚款", "只（头、匹）"),
        ("每条（张）处五十元罚款", "条（张）"),
        ("按照每台（件）计量器具一千元处以罚款", "台（件）"),
        ("处每辆机动车五千元罚款", "辆"),
        ("处每个泊位五百元罚款", "泊位"),
        ("处禽类每只十元罚款", "只"),
        ("处10元/平方米罚款", "平方米"),
        ("处5元/平方米·日以上10元/平方米·日以下罚款", "日·平方米"),
        ("处五百元罚款", None),
    ],
)
def test_what_a_sum_is_multiplied_by_is_read(text: str, per: str | None) -> None:
    (fine,) = fines(text)
    assert fine.per == per


def test_two_per_unit_sums_in_a_row_keep_their_units() -> None:
    birds, beasts = fines("按照每只禽二十元、每头畜五十元处以罚款")
    assert (birds.low, birds.per, beasts.low, beasts.per) == (20, "只", 50, "头")


def test_a_per_in_the_base_of_a_ratio_belongs_to_the_base() -> None:
    (fine,) = fines("按每平方米商品房售价的十倍处以罚款")
    assert (fine.base, fine.per) == ("每平方米商品房售价", None)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("对单位处一万元罚款", "单位"),
        ("并可以对个人并处五百元以下罚款", "个人"),
        ("对其直接负责的主管人员和其他直接责任人员各处一万元罚款", "直接负责的主管人员和其他直接责任人员"),
        ("对船长由海事管理机构处二千元罚款", "船长"),
        ("对船长给予警告或者处二千元罚款", "船长"),
        ("还应当对经营管理人员给予警告，并处二千元罚款", "经营管理人员"),
        ("对依法登记的经营者，由主管部门责令改正，可以处五千元罚款", "依法登记的经营者"),
        ("由价格主管部门对经营者，没收违法所得，并处五千元罚款", "经营者"),
        ("对户外广告设施的设置者按照每平方米一百元处以罚款", "户外广告设施的设置者"),
        ("按照每株十元对责任人处以罚款", "责任人"),
        ("对单位的罚款金额，为五万元以下", "单位"),
        ("对接种单位、疫苗配送单位处五千元罚款", "接种单位、疫苗配送单位"),
        ("对应当报告而未报告的单位处五千元罚款", "应当报告而未报告的单位"),
        ("对停车揽活的行为，处五百元罚款", "停车揽活的行为"),
        ("对其处以五百元罚款", None),
        ("对其专用标志予以撤除，并可处以五百元罚款", None),
        ("责任船员处五百元罚款", None),
        ("未对从业人员进行培训，情节严重的，处一万元罚款", None),
        ("对超过限值的部分，处每吨五百元罚款", None),
    ],
)
def test_the_target_is_the_words_that_follow_the_word_for_towards(text: str, target: str | None) -> None:
    (fine,) = fines(text)
    assert fine.target == target


def test_targets_set_ranges_apart() -> None:
    unit, person = fines("对单位处五万元以上十万元以下罚款，对个人处五千元以上一万元以下罚款。")
    assert [(unit.target, unit.high), (person.target, person.high)] == [("单位", 100000), ("个人", 10000)]


def test_a_verb_said_for_each_and_the_fine_said_once() -> None:
    unit, person = fines("对单位处五万元，对个人处五千元的罚款")
    assert [(unit.target, unit.low), (person.target, person.low)] == [("单位", 50000), ("个人", 5000)]


def test_a_heavier_case_of_one_target_is_for_that_target() -> None:
    first, second = fines("对个人处一千元以下罚款，情节严重的，处一千元以上五千元以下罚款。")
    assert (first.target, second.target) == ("个人", "个人")


def test_a_target_without_its_word_follows_one_that_has_it() -> None:
    unit, person = fines("对单位处二万元罚款，个人处五百元罚款。")
    assert (unit.target, person.target) == ("单位", "个人")


def test_an_unclear_target_is_not_taken_for_the_one_before() -> None:
    facility, others = fines("对处置设施，可处一万元罚款，对上述范围以外的，可处三千元罚款；")
    assert (facility.target, others.target) == ("处置设施", None)


def test_after_two_targets_a_further_range_has_none() -> None:
    *_, last = fines("对单位处一万元罚款，对个人处一千元罚款，情节严重的，处五万元罚款。")
    assert last.target is None


@pytest.mark.parametrize(
    "words",
    [
        "但最高不超过三万元",
        "最高不得超过三万元",
        "罚款总额最高不得超过三万元",
        "总额不超过三万元",
        "但罚款最高不超过三万元",
        "累计最高不超过三万元",
    ],
)
def test_a_cap_limits_the_fine_it_stands_with(words: str) -> None:
    (fine,) = fines(f"处每平方米五十元罚款，{words}；")
    assert (fine.low, fine.cap, fine.floor) == (50, 30000, None)


def test_a_cap_before_the_word_fine_is_a_cap() -> None:
    (fine,) = fines("处违法收入一倍至三倍，但最高不超过十万元的罚款；")
    assert (fine.low, fine.high, fine.cap) == (1, 3, 100000)
    (fine,) = fines("可处应交费用三倍以下且不超过三万元的罚款")
    assert (fine.high, fine.cap) == (3, 30000)


def test_a_cap_stays_with_its_own_target() -> None:
    unit, person = fines("对单位处费用三倍以下且不超过三万元的罚款，对个人处费用三倍以下且不超过一千元的罚款")
    assert (unit.cap, person.cap) == (30000, 1000)


def test_a_cap_holds_for_sums_counted_in_one_breath() -> None:
    birds, beasts = fines("处禽类每只十元、畜类每头一百元罚款，但最高不得超过二千元；")
    assert (birds.cap, beasts.cap) == (2000, 2000)


def test_a_floor_is_read() -> None:
    (fine,) = fines("处违法所得一倍以下罚款，最低不少于五千元")
    assert (fine.high, fine.floor, fine.cap) == (1, 5000, None)


def test_a_highest_sum_alone_is_the_range_itself() -> None:
    (fine,) = fines("可以处以罚款，最高不得超过二万元。")
    assert (fine.low, fine.high, fine.cap) == (None, 20000, None)


def test_least_and_most_make_one_range() -> None:
    (fine,) = fines("处以罚款，最低五百元，最高五千元。")
    assert (fine.low, fine.high) == (500, 5000)


def test_alternatives_are_marked_on_the_second() -> None:
    sum_, ratio = fines("处五千万元以下或者上一年度营业额百分之五以下罚款")
    assert (sum_.relation, ratio.relation) == (None, "or")
    assert (sum_.high, ratio.high, ratio.base) == (50000000, 5, "上一年度营业额")
    first, second = fines("处货值金额三倍以下罚款或者二百元以上五千元以下罚款")
    assert (first.relation, second.relation) == (None, "or")


def test_a_warning_or_a_fine_is_simply_the_fine() -> None:
    (fine,) = fines("处警告或者五十元以上二百元以下罚款")
    assert fine.relation is None


def test_a_span_covers_the_fining_phrase_in_the_text_as_given() -> None:
    text = "违反规定的，责令改正，对单位处２万元以上 5万元以下的罚款；对个人按每人五百元处以罚款。"
    spans = [text[slice(*fine.span)] for fine in fines(text)]
    assert spans == ["对单位处２万元以上 5万元以下的罚款", "对个人按每人五百元处以罚款"]
