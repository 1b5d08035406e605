"""Cells that are known to be about a fine: a range with its unit needs no 罚款."""

import pytest

from enforcer.domain.fine import Fine, UnreadFine
from enforcer.language.fines import read_fines


def shown(text: str) -> list[str]:
    """Each reading as text: target, range, per, base and condition."""
    lines = []
    for item in read_fines(text, bare=True):
        if isinstance(item, UnreadFine):
            lines.append(f"unread {item.text}")
            continue
        left, right = "[" if item.low_inclusive else "(", "]" if item.high_inclusive else ")"
        words = (item.target, f"{left}{item.low}, {item.high}{right}{item.unit}", item.per, item.base, item.condition)
        lines.append(" ".join(word for word in words if word))
    return lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1万-2万元", ["[10000, 20000]元"]),
        ("1-2万", ["[10000, 20000]元"]),
        ("0.5万", ["[5000, 5000]元"]),
        ("2.1-4万元", ["[21000, 40000]元"]),
        ("5000元以下", ["(None, 5000]元"]),
        ("1万元以上2万元以下", ["[10000, 20000]元"]),
        ("3万元（含）-5万元（不含）", ["[30000, 50000)元"]),
        ("10万元（不含）至20万元", ["(100000, 200000]元"]),
        ("5万元以上10万元以下（不含10万元）", ["[50000, 100000)元"]),
        ("一倍以上二倍以下", ["[1, 2]倍"]),
        ("违法所得1倍以上2倍以下", ["[1, 2]倍 违法所得"]),
        ("10%-20%", ["[10, 20]%"]),
        ("500元/平方米", ["[500, 500]元 平方米"]),
        ("1.5-3万元/台", ["[15000, 30000]元 台"]),
        ("罚款200元", ["[200, 200]元"]),
        ("处1万元以上2万元以下罚款", ["[10000, 20000]元"]),
        ("处货值金额10%以上20%以下的罚款", ["[10, 20]% 货值金额"]),
        ("责令改正，2000元以上5000元以下", ["[2000, 5000]元"]),
        ("警告或200元", ["[200, 200]元"]),
        ("停业整顿3个月，1万元以上2万元以下", ["[10000, 20000]元"]),
        ("没收违法所得5000元，处1万元", ["[10000, 10000]元"]),
        ("对单位1万元以上2万元以下，对个人500元以下", ["单位 [10000, 20000]元", "个人 (None, 500]元"]),
        ("处二十万元罚款，个人处五千元罚款", ["[200000, 200000]元", "个人 [5000, 5000]元"]),
        ("（1）单位：1万元以上2万元以下；（2）个人：500元以下", ["单位 [10000, 20000]元", "个人 (None, 500]元"]),
        (
            "货值金额1万元以下的，2万元以上3万元以下；货值金额1万元以上的，货值金额5倍以上10倍以下",
            ["[20000, 30000]元 货值金额1万元以下", "[5, 10]倍 货值金额 货值金额1万元以上"],
        ),
        ("处以警告，不予罚款", []),
        ("不予行政处罚", []),
        ("给予警告", []),
        ("按照序号5的裁量基准执行", []),
        ("暂扣许可证6个月", []),
        ("", []),
        ("5000", ["unread 5000"]),
        ("[1万元,2万元)", ["unread [1万元,2万元)"]),
        ("≥1万元", ["unread ≥1万元"]),
        ("每增加1个因子增加一万元", ["unread 一万元"]),
    ],
)
def test_a_cell_about_a_fine_is_read_without_the_word(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_without_bare_a_range_needs_the_word() -> None:
    assert read_fines("1万元以上2万元以下") == []


def test_in_a_statute_the_offender_before_the_verb_is_no_target() -> None:
    (fine,) = read_fines("个人处五千元罚款")
    assert isinstance(fine, Fine)
    assert fine.target is None


def test_a_quoted_article_of_several_lines_is_read_line_by_line() -> None:
    text = (
        "《某条例》第九条：\n违反本条例规定，有下列行为之一的，责令改正，处一万元以上五万元以下罚款：\n"
        "（一）未按照规定报告的；\n（二）逾期未整改的。\n《某办法》第七条第（三）项：处三千元以下\n罚款。"
    )
    fines = [item for item in read_fines(text) if isinstance(item, Fine)]
    assert [(fine.low, fine.high, fine.condition) for fine in fines] == [(10000, 50000, None), (None, 3000, None)]


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [
        ("处8000元以上1万5千元以下罚款", 8000, 15000),
        ("1万5000元以下", None, 15000),
        ("处1万2千5百元罚款", 12500, 12500),
        ("处1000元以下（含1000元）罚款", None, 1000),
        ("处1000元以下罚款（含1000元）", None, 1000),
    ],
)
def test_a_sum_of_two_units_and_a_gloss_on_its_end_are_read_once(cell, low, high):
    (fine,) = read_fines(cell, bare=True)
    assert (fine.low, fine.high) == (low, high)


@pytest.mark.parametrize("cell", ["10000-20000", "５０００", "5000至8000", "处1000元以下罚款（不含1000元）"])
def test_numbers_without_a_unit_and_ends_taken_back_are_said_to_be_unread(cell):
    assert any(isinstance(one, UnreadFine) for one in read_fines(cell, bare=True))
