"""A312: a tier is fined the way the statute fines: by sum or by ratio, of the same base."""

import pytest


@pytest.mark.parametrize(
    ("statute", "standard", "message"),
    [
        (
            "处违法所得一倍以上三倍以下罚款",
            "处五千元罚款",
            "“从轻”为5000元，法定为1倍以上3倍以下，一个按数额，一个按倍数或者比例",
        ),
        (
            "处一万元以上五万元以下罚款",
            "处违法所得一倍罚款",
            "“从轻”为1倍，法定为10000元以上50000元以下，一个按数额，一个按倍数或者比例",
        ),
        (
            "处违法所得一倍以上三倍以下罚款",
            "处货值金额一倍以上二倍以下罚款",
            "“从轻”按货值金额的倍数或者比例计算，法定按违法所得计算",
        ),
    ],
)
def test_another_way_of_fining_is_remarked_upon(one, outcome, statute, standard, message):
    assert outcome("A312", one([standard], statute)) == [f"H5 {message}"]


@pytest.mark.parametrize(
    ("statute", "standard"),
    [
        ("处违法所得一倍以上三倍以下罚款", "处违法所得一倍罚款"),
        ("处违法生产、销售产品货值金额百分之五十以上三倍以下罚款", "处货值金额百分之五十罚款"),
        ("处非法所得一倍以上三倍以下罚款", "处违法所得一倍罚款"),
        ("处违法所得一倍以上三倍以下罚款；没有违法所得的，处一万元以上三万元以下罚款", "处一万元罚款"),
        ("处五千元以上五万元以下罚款或者货值金额一倍以上三倍以下罚款", "处货值金额一倍罚款"),
        ("处工程合同价款百分之二以上百分之四以下罚款", "处合同价款百分之二罚款"),
        ("处一万元以上五万元以下罚款", "警告"),
    ],
)
def test_the_same_way_passes_also_in_other_words(one, outcome, statute, standard):
    assert outcome("A312", one([standard], statute)) == []


def test_a_law_whose_words_are_not_there_is_unexamined(one, outcome):
    made = one(["处五千元罚款"], basis="《某某法》第八条")
    assert [said.split()[0] for said in outcome("A312", made)] == ["D5?"]
