"""Cross-references to another item of the table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.annexes.references import number_key, read_reference


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("按照序号5的裁量基准执行", "5"),
        ("参照序号：12 执行", "12"),
        ("同编号xzcf-0001", "xzcf-0001"),
        ("按序号3-1执行", "3-1"),
        ("按本表第8项裁量标准执行", "8"),
        ("执行第五项裁量基准", "5"),
        ("适用本基准第十二条", "12"),
    ],
)
def test_a_reference_names_a_number(text, number):
    assert read_reference(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "处一万元罚款",
        "依照本法第五十条处罚",
        "按照第一款第五项处罚",
        "按省级裁量标准执行",
        "按本法第五十条第三项裁量",
        "",
    ],
)
def test_articles_and_other_words_are_none(text):
    assert read_reference(text) is None


@pytest.mark.parametrize(
    ("one", "other"), [("5", "0005"), ("5", "五"), ("5", "５."), ("XZCF-1", "xzcf-1"), ("12", " 12、")]
)
def test_numbers_have_one_spelling(one, other):
    assert number_key(one) == number_key(other)


def test_different_numbers_stay_apart():
    assert len({number_key(one) for one in ("1", "1-1", "11", "1.1")}) == 4


@given(st.text(alphabet="按照序号编本表第项条裁量基准执行0123456789五-", max_size=40))
def test_no_text_breaks_it(text):
    number = read_reference(text)
    assert number is None or number_key(number) == number
