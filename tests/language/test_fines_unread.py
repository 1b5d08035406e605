"""What speaks of a fine and a number but is unclear is said to be unread: never silence, never a guess."""

import pytest

from enforcer.domain.fine import Fine, UnreadFine
from enforcer.language.fines import read_fines


@pytest.mark.parametrize(
    "text",
    [
        "处l万元以上3万元以下罚款。",  # the letter l for a 1
        "并处违法所得l倍以上3倍以下罚款。",
        "万元以下的罚款。",
        "元以上五百元以下的罚款；",
        "处五万元以上三万元以下罚款。",
        "处一万元以上一万元以下罚款。",
        "处五千元以下一万元以下罚款。",
        "处一万元以上五万元以上罚款。",
        "处一万元以上五以下罚款。",
        "处一百至二百万元罚款。",  # 100 yuan or a million?
        "处20 000元罚款。",
        "处一百五元罚款。",
        "处三五百元罚款。",
        "处数千元罚款。",
        "处十余万元罚款。",
        "处1000多元罚款。",
        "处约五千元罚款。",
        "处五千元左右罚款。",
        "处5000美元罚款。",
        "罚款10%",
        "罚款总额不得超过当事人年收入的20%。",
        "对单位和个人分别处五万元和五千元的罚款。",
        "3万元＜罚款≤5万元",
        "罚款数额为：单位五万元以上十万元以下，个人一万元以下。",
        "对建设单位工程合同价款百分之一以上百分之二以下的罚款。",  # the verb is lost
        "处每许可证规定之外新增加的生产经营场所一千元罚款。",  # counted by no unit
        "逾期每日加处三千元罚款。",
        "处" + "9" * 5000 + "元罚款。",
    ],
)
def test_an_unclear_fine_is_unread(text: str) -> None:
    found = read_fines(text)
    assert found
    assert all(isinstance(item, UnreadFine) for item in found), found


def test_what_is_clear_beside_it_is_read() -> None:
    clear, unclear = read_fines("对单位处五万元罚款，对个人处l万元以上5万元以下的罚款；")
    assert isinstance(clear, Fine)
    assert (clear.target, clear.low) == ("单位", 50000)
    assert isinstance(unclear, UnreadFine)
    assert unclear.text == "对个人处l万元以上5万元以下的罚款"


def test_a_cap_for_somebody_else_is_unread_and_the_fine_has_none() -> None:
    fine, *caps = read_fines("处应交费用一至三倍罚款，但对单位罚款最高不得超过三万元，对个人罚款最高不得超过一千元。")
    assert isinstance(fine, Fine)
    assert fine.cap is None
    assert [cap.text for cap in caps if isinstance(cap, UnreadFine)] == ["最高不得超过三万元", "最高不得超过一千元"]


def test_a_formula_beside_a_range_is_unread() -> None:
    fine, formula = read_fines("处五万元以上十万元以下罚款，每超标一项增加一万元。")
    assert isinstance(fine, Fine)
    assert isinstance(formula, UnreadFine)
    assert formula.text == "一万元"


def test_unread_words_and_their_span_agree() -> None:
    text = "责令改正，处数千元罚款；情节严重的，处五万元以上三万元以下罚款。"
    found = read_fines(text)
    assert len(found) == 2
    assert all(isinstance(item, UnreadFine) and text[slice(*item.span)] == item.text for item in found)


def test_a_sentence_beyond_all_measure_is_unread_where_no_comma_divides_it() -> None:
    text = "处五元" + "、六元" * 5000 + "罚款"
    assert read_fines(text + "，处六元罚款。")[0] == UnreadFine(text, (0, len(text)))


def test_a_long_text_with_commas_is_read_whole() -> None:
    assert len(read_fines("处五元罚款，" * 5000)) == 5000
