"""The condition that sets a range apart, and what is no condition."""

import pytest

from enforcer.domain.fine import Fine
from enforcer.language.fines import read_fines


def conditions(text: str) -> list[str | None]:
    found = read_fines(text)
    assert all(isinstance(item, Fine) for item in found), found
    return [item.condition for item in found if isinstance(item, Fine)]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("逾期不改正的，处一万元罚款。", "逾期不改正"),
        ("拒不改正的，由主管部门处一万元罚款。", "拒不改正"),
        ("（二）情节严重的，并处一万元罚款；", "情节严重"),
        ("情节严重，处一万元罚款。", "情节严重"),
        ("情节较重的处一万元罚款。", "情节较重"),
        ("造成严重后果的，处一万元罚款。", "造成严重后果"),
        ("没有违法所得的，处一万元罚款。", "没有违法所得"),
        ("没有违法所得或者违法所得不足三万元的，处一万元罚款。", "没有违法所得或者违法所得不足三万元"),
        ("货值金额一万元以上的，并处货值金额五倍罚款。", "货值金额一万元以上"),
        ("经营性的，处一万元罚款。", "经营性"),
        ("连续停业超过二年的，处一万元罚款。", "连续停业超过二年"),
        ("尚不构成犯罪的，处一万元罚款。", "尚不构成犯罪"),
        ("属于单位责任的，处一万元罚款。", "属于单位责任"),
        ("不能恢复原状的，处一万元罚款。", "不能恢复原状"),
        ("对逾期未改正的，处一万元罚款。", "逾期未改正"),
        ("逾期未清理，经催告仍不清理的，处一万元罚款。", "逾期未清理，经催告仍不清理"),
        ("情节轻微的，或者初次违反的，处五十元罚款。", "情节轻微的，或者初次违反"),
        ("有前款行为之一，造成严重后果的，处一万元罚款。", "造成严重后果"),
        ("违反第九条规定，未报送资料的，责令改正，逾期不改正的，处一万元罚款。", "逾期不改正"),
        ("违反第九条规定的，责令改正，有违法所得的，没收违法所得，并处违法所得二倍罚款。", "有违法所得"),
        ("虐待动物情节严重的，处一万元罚款。", "情节严重"),
        ("逾期未清理，又未采取补救措施的，处一万元罚款。", "逾期未清理，又未采取补救措施"),
        # the description of the offence is no condition
        ("违反本条例第九条规定，造成林木损坏的，处一万元罚款。", None),
        ("违反本条例第九条规定，拒不提供资料的，处一万元罚款。", None),
        ("擅自占用城市绿地的，处一万元罚款。", None),
        ("有下列行为之一的，处一万元罚款：", None),
        ("网吧接纳未成年人的，处一万元罚款。", None),
        ("没有设计方案擅自施工的，处一万元罚款。", None),
        ("违反第九条规定，监控数据保存少于三个月的，处一万元罚款。", None),
    ],
)
def test_a_condition_is_told_from_the_offence(text: str, condition: str | None) -> None:
    assert conditions(text) == [condition]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a condition that heads a sentence governs all its ranges
        ("逾期不改正的，对单位处二万元罚款，对个人处一千元罚款。", ["逾期不改正", "逾期不改正"]),
        ("逾期不改正的，对单位处二万元罚款；对个人处一千元罚款。", ["逾期不改正", "逾期不改正"]),
        ("拒不处理的，处禽类每只十元罚款，畜类每头五十元罚款；", ["拒不处理", "拒不处理"]),
        # a condition in mid-sentence governs what is joined to it, not what ； sets apart
        (
            "责令改正，处十万元以下罚款，逾期未改正的，处十五万元罚款，对其主要负责人处三万元罚款；",
            [None, "逾期未改正", "逾期未改正"],
        ),
        ("责令改正，处二万元罚款；拒不改正的，处五万元罚款；对个人处一千元罚款。", [None, "拒不改正", None]),
        ("（一）逾期不改正的，处二万元罚款；（二）擅自占用道路的，处一千元罚款。", ["逾期不改正", None]),
        ("情节严重的，处二万元罚款。对个人处一千元罚款。", ["情节严重", None]),
        # one condition after another
        (
            "有违法所得的，并处违法所得一倍罚款；没有违法所得的，处一万元罚款。",
            ["有违法所得", "没有违法所得"],
        ),
        (
            "货值金额不足一万元的，并处二万元罚款，货值金额一万元以上的，并处货值金额三倍罚款；",
            ["货值金额不足一万元", "货值金额一万元以上"],
        ),
        ("情节轻微的处五十元罚款，情节严重的处二百元罚款。", ["情节轻微", "情节严重"]),
        # gains tell the offender's ranges apart, not those of others
        (
            "处违法所得三倍罚款，没有违法所得的，处一百万元罚款，对直接负责的主管人员处一万元罚款；",
            [None, "没有违法所得", None],
        ),
        (
            "拒不改正的，违法所得十万元以上的，处违法所得三倍罚款，违法所得不足十万元的，处一万元罚款，对主管人员处五千元罚款；",
            ["违法所得十万元以上", "违法所得不足十万元", "拒不改正"],
        ),
        # offences that set the ranges of one sentence apart
        (
            "违反第二项规定，损坏标牌的，处五十元罚款，损坏设施的，处一千元罚款；",
            ["损坏标牌", "损坏设施"],
        ),
        ("使用者为单位的，处五万元罚款，使用者为个人的，处一万元罚款；", ["使用者为单位", "使用者为个人"]),
        ("发布虚假广告的，处广告费用三倍罚款，广告费用无法计算的，处二十万元罚款；", [None, "广告费用无法计算"]),
    ],
)
def test_conditions_govern_the_ranges_they_set_apart(text: str, expected: list[str | None]) -> None:
    assert conditions(text) == expected
